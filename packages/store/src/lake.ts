import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from './database/connect.ts'
import { enter } from './read/scope.ts'
import { containing, cursorOf, fromCursor, limited, where, type Where } from './read/sql.ts'
import type { Organs } from './record/parties.ts'
import type { ClueDecisionRow, ClueRow, DeliveryRow, LakeFilter, LakeRecords, Page, RunRow, Scope } from './types.ts'

type Keyed = { readonly id: string; readonly at: Instant }
const deliveryColumns = 't.id, t.dataset, t.provider, t.state, t.at, t.body'
const runColumns = 't.id, t.model, t.state, t.at, t.body'
const clueColumns = 't.id, t.model, t.run, t.key, t.status, t.state, t.matter, t.at, t.body'
const known: Readonly<Record<'delivery' | 'run' | 'clue', readonly (keyof LakeFilter)[]>> = { delivery: ['dataset'], run: ['model'], clue: ['model', 'run'] }

function conditions(table: keyof typeof known, filter: LakeFilter): Where {
  const w = where()
  for (const name of known[table]) if (filter[name] !== undefined) w.add(`t.${name} = $?`, filter[name])
  if (filter.states !== undefined) w.add('t.state = any($?)', filter.states)
  if (table === 'clue' && filter.statuses !== undefined) w.add('t.status = any($?)', filter.statuses)
  if (filter.q !== undefined && filter.q.trim() !== '') w.add('t.body::text ilike $?', containing(filter.q.trim()))
  return w
}

export function lakeFrom(pool: pg.Pool, organs: () => Promise<Organs>): LakeRecords {
  const under = async <T>(scope: Scope, mode: 'read only' | 'read write', work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const all = await organs()
    return withClient(pool, async (client) => {
      const entered = together(enter(client, scope, all, mode))
      entered.catch(() => undefined)
      const result = await work(client)
      await entered
      await client.query('commit')
      return result
    })
  }
  const one = <T extends pg.QueryResultRow>(scope: Scope, columns: string, table: string, id: string): Promise<T | null> =>
    under(scope, 'read only', async (client) => (await client.query<T>(`select ${columns} from ${table} t where t.id = $1`, [id])).rows[0] ?? null)
  const page = async <T extends Keyed & pg.QueryResultRow>(client: pg.PoolClient, columns: string, table: keyof typeof known, filter: LakeFilter): Promise<Page<T>> => {
    const limit = limited(filter.limit, 50, 500)
    const w = conditions(table, filter)
    const after = fromCursor(filter.cursor, ['instant', 'text'])
    if (after !== null) w.add('(t.at < $?::timestamptz or (t.at = $?::timestamptz and t.id > $?))', after[0], after[0], after[1])
    const { rows } = await client.query<T>(`select ${columns} from ${table} t where ${w.text()} order by t.at desc, t.id limit ${limit + 1}`, [...w.values])
    const last = rows[limit - 1]
    return { items: rows.slice(0, limit), next: rows.length > limit && last !== undefined ? cursorOf([last.at, last.id]) : null }
  }
  return {
    saveDelivery: (scope, row) => under(scope, 'read write', async (client) => {
      await client.query(`insert into delivery (id, organ, dataset, provider, state, at, body) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set provider = excluded.provider, state = excluded.state, body = excluded.body`,
        [row.id, scope.organ, row.dataset, row.provider, row.state, row.at, JSON.stringify(row.body)])
    }),
    delivery: (scope, id) => one<DeliveryRow>(scope, deliveryColumns, 'delivery', id),
    deliveries: (scope, filter) => under(scope, 'read only', (client) => page<DeliveryRow>(client, deliveryColumns, 'delivery', filter)),
    saveRun: (scope, row) => under(scope, 'read write', async (client) => {
      await client.query('insert into run (id, owner, model, state, at, body) values ($1, $2, $3, $4, $5, $6) on conflict (id) do update set state = excluded.state, body = excluded.body', [row.id, scope.organ, row.model, row.state, row.at, JSON.stringify(row.body)])
    }),
    run: (scope, id) => one<RunRow>(scope, runColumns, 'run', id),
    runs: (scope, filter) => under(scope, 'read only', (client) => page<RunRow>(client, runColumns, 'run', filter)),
    saveClues: (scope, rows) => under(scope, 'read write', async (client) => {
      const kept = await client.query<ClueRow>(`insert into clue as t (id, owner, model, run, key, status, state, matter, at, body)
        select x.id, $1, x.model, x.run, x.key, x.status, x.state, x.matter, x.at, x.body from jsonb_to_recordset($2::jsonb) as x(id text, model text, run text, key text, status text, state text, matter text, at timestamptz, body jsonb)
        on conflict (owner, model, key) do update set run = excluded.run, status = excluded.status, body = case when t.state = 'waiting' then excluded.body else t.body end returning ${clueColumns}`, [scope.organ, JSON.stringify(rows)])
      return kept.rows
    }),
    clue: (scope, id) => one<ClueRow>(scope, clueColumns, 'clue', id),
    clues: (scope, filter) => under(scope, 'read only', async (client) => {
      const { states: _states, statuses: _statuses, ...rest } = filter
      const w = conditions('clue', rest)
      const counted = client.query<{ name: string; n: number }>(`select t.state as name, count(*)::int as n from clue t where ${w.text()} group by 1 union all select t.status, count(*)::int from clue t where ${w.text()} and t.state = 'waiting' group by 1`, [...w.values])
      const items = await page<ClueRow>(client, clueColumns, 'clue', filter)
      return { ...items, counts: Object.fromEntries((await counted).rows.map(({ name, n }) => [name, n])) }
    }),
    decideClue: (scope, decision, after) => under(scope, 'read write', async (client) => {
      const changed = await client.query('update clue set state = $2, matter = $3, body = $4 where id = $1', [decision.clue, after.state, after.matter, JSON.stringify(after.body)])
      if (changed.rowCount === 0) return false
      await client.query('insert into clue_decision (id, clue, person, decision, reason, matter, at) values ($1, $2, $3, $4, $5, $6, $7)', [decision.id, decision.clue, decision.person, decision.decision, decision.reason, decision.matter, decision.at])
      return true
    }),
    decisions: (scope, clue) => under(scope, 'read only', async (client) => (await client.query<ClueDecisionRow>('select d.id, d.clue, d.person, d.decision, d.reason, d.matter, d.at from clue_decision d where d.clue = $1 order by d.at, d.id', [clue])).rows),
    interruptRunning: () => withClient(pool, async (client) => {
      const all = await together([
        client.query('begin'), client.query('set local role hengjian_engine'),
        client.query(`update run set state = 'interrupted', body = jsonb_set(body, '{state}', '"interrupted"') where state = 'running'`),
        client.query(`update delivery set state = 'failed', body = jsonb_set(body, '{state}', '"failed"') where state in ('receiving', 'checking')`),
        client.query('commit'),
      ])
      return (all[2]?.rowCount ?? 0) + (all[3]?.rowCount ?? 0)
    }),
  }
}

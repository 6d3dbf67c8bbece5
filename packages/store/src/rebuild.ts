// Derived rows against the acts they were derived from: `check` names what differs, otherwise they are written anew.
import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from './database/connect.ts'
import { bodyOf } from './record/bytes.ts'
import { canonical } from './record/canonical.ts'
import { derive, type Derived } from './record/derive.ts'
import { matterColumns, matterFor, plainAct, storedAct, type ActRecord, type MatterRecord } from './record/load.ts'
import type { Organs } from './record/parties.ts'
import { legalInstant } from './record/moment.ts'
import { datesText, movedDates, putNotices, type OpenDate } from './record/notices.ts'
import { matterValues, project, projectMatter, rowsOf, type ProjectionRows } from './record/project.ts'
import type { Difference, LawInForce, MoveCause, RebuildReport } from './types.ts'

type Keyed = Readonly<Record<string, unknown>>
const keys: Readonly<Record<keyof Omit<ProjectionRows, 'matter'>, readonly string[]>> = { duty: ['id'], demand: ['instrument', 'organ', 'no'], instrument: ['n'], act_shown: ['n'], matter_organ: ['organ'] }
const stored: Readonly<Record<keyof typeof keys, string>> = {
  duty: 'select d.id, d.audience, d.rule, d.owed_by, d.opened_by, d.due, d.status, d.light, d.over, d.dated, d.body from duty d where d.matter_id = $1',
  demand: 'select d.instrument, d.organ, d.no, d.state, d.served_on, d.answered_on, d.in_time, d.body from demand d where d.matter_id = $1',
  instrument: 'select d.n, d.audience, d.stage, d.body from instrument d where d.matter_id = $1',
  act_shown: 'select d.n, d.whole, d.outline from act_shown d where d.matter_id = $1',
  matter_organ: 'select d.organ, d.since_n from matter_organ d where d.matter_id = $1',
}
const nameOf = (row: Keyed, names: readonly string[]): string => names.map((name) => String(row[name])).join('/')

function compare(matter: string, table: string, names: readonly string[], have: readonly Keyed[], want: readonly Keyed[]): readonly Difference[] {
  const [left, right] = [have, want].map((rows) => new Map(rows.map((row) => [nameOf(row, names), canonical(row)]))) as [Map<string, string>, Map<string, string>]
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key)).map((key) => ({ table, matter, key, stored: left.get(key) ?? null, derived: right.get(key) ?? null }))
}

/** What the opening act fixed, as the matter's own row must repeat it. */
function openingDifferences(row: MatterRecord, opening: ReturnType<typeof bodyOf>['opening']): readonly Difference[] {
  if (opening === undefined) return [{ table: 'matter', matter: row.id, key: 'opening', stored: canonical(row.no), derived: null }]
  const { sealed: _sealed, ...fixed } = opening
  const have = { no: row.no, owner: row.owner, procedure: row.procedure, title: row.title, subject: row.subject, organs: row.organs, labels: row.labels, custody: row.custody, openedOn: row.opened_on, clue: row.clue, source: row.source }
  return canonical(have) === canonical(fixed) ? [] : [{ table: 'matter', matter: row.id, key: 'opening', stored: canonical(have), derived: canonical(fixed) }]
}

async function one(client: pg.ClientBase, id: string, organs: Organs, law: LawInForce, given: Instant | null, lock: boolean): Promise<{ readonly row: MatterRecord; readonly derived: Derived; readonly differences: readonly Difference[] } | null> {
  const turn = await together([
    client.query<MatterRecord & { readonly as_of: Instant | null }>(`select ${matterColumns}, m.as_of, i.handler, i.clue, i.source from matter m join matter_inner i on i.matter_id = m.id where m.id = $1${lock ? ' for update of m' : ''}`, [id]),
    client.query('select a.id, a.matter_id, a.n, a.body, a.sha256, null::bigint as idx from act a where a.matter_id = $1 order by a.n', [id]),
    ...Object.values(stored).map((text) => client.query(text, [id])),
  ])
  const row = turn[0]?.rows[0] as (MatterRecord & { readonly as_of: Instant | null }) | undefined
  const records = (turn[1]?.rows ?? []) as readonly ActRecord[]
  if (row === undefined || records[0] === undefined) return null
  const opening = bodyOf(records[0].body).opening
  const now = given ?? row.as_of ?? legalInstant(Date.now())
  const derived = derive(matterFor(row, records.map(storedAct).map(plainAct), organs), opening?.sealed ?? false, law.of(row.owner), now)
  const want = JSON.parse(JSON.stringify(rowsOf(derived))) as ProjectionRows
  const have = { stage: row.stage, closed: row.closed, light: row.light, next_due: row.next_due, rung: row.rung, sealed: row.sealed }
  const tables = (Object.keys(keys) as (keyof typeof keys)[]).flatMap((table, i) => compare(id, table, keys[table], turn[i + 2]?.rows ?? [], want[table] as readonly Keyed[]))
  const light = [...compare(id, 'matter', [], [have], [want.matter as Keyed]), ...(row.handler === derived.handler ? [] : [{ table: 'matter_inner', matter: id, key: 'handler', stored: row.handler, derived: derived.handler }])]
  return { row, derived, differences: [...tables, ...light, ...openingDifferences(row, opening)] }
}

async function* allIds(pool: pg.Pool, condition: string, values: readonly unknown[]): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const turn = await withClient(pool, (client) => together([client.query('begin'), client.query('set local role hengjian_engine'), client.query(`select m.id from matter m where m.id > $1::uuid and ${condition} order by m.id limit 500`, [after, ...values]), client.query('commit')]))
    const ids = (turn[2]?.rows ?? []).map(({ id }) => id as string)
    yield* ids
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
  }
}

export type Rebuilding = { readonly pool: pg.Pool; readonly organs: Organs; readonly law: LawInForce }

/** One matter: locked, compared and, unless only checked, written; a due date that moved without an act is told in a notice that names the cause. */
export async function settle({ pool, organs, law }: Rebuilding, id: string, now: Instant | null, check: boolean, cause: MoveCause = { kind: 'law' }): Promise<readonly Difference[]> {
  return withClient(pool, async (client) => {
    await together([client.query(`begin${check ? ' isolation level repeatable read, read only' : ''}`), client.query('set local role hengjian_engine')])
    const found = await one(client, id, organs, law, now, !check)
    if (found === null || found.differences.length === 0 || check) {
      await client.query('rollback')
      return found?.differences ?? []
    }
    const { row, derived } = found
    const at = now ?? legalInstant(Date.now())
    const notices = movedDates((await client.query<OpenDate>(datesText, [id])).rows, derived)
    await together([
      ...project(client, id, row.owner, derived, true), projectMatter(client, matterValues(id, row.version, derived, at)),
      ...putNotices(client, notices, { matter: id, owner: row.owner, sealed: derived.sealed, cause, lawbook: law.of(row.owner).version, at }),
      client.query('commit'),
    ])
    return found.differences
  })
}

/** `now` null: a check compares each matter as of the moment its rows were derived for. */
export async function rebuild(rebuilding: Rebuilding, check: boolean, now: Instant | null): Promise<RebuildReport> {
  const from = performance.now()
  const differences: Difference[] = []
  let matters = 0
  for await (const id of allIds(rebuilding.pool, 'true', [])) {
    differences.push(...await settle(rebuilding, id, now, check))
    matters++
  }
  return { matters, differences, written: !check && differences.length > 0, millis: Math.round(performance.now() - from) }
}

/** Matters whose duties can have changed because days passed: something open that is near, over or waiting. Returns how many changed. */
export async function refreshDuties(rebuilding: Rebuilding, now: Instant): Promise<number> {
  let changed = 0
  // A date more than two months ahead changes no light on its own.
  for await (const id of allIds(rebuilding.pool, `exists (select 1 from duty d where d.matter_id = m.id and not d.over and (d.due is null or d.light <> 'within' or d.due <= ($2::timestamptz)::date + 60))`, [now]))
    if ((await settle(rebuilding, id, now, false)).length > 0) changed++
  return changed
}

import type { Day, Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import type { Organs } from '../record/parties.ts'
import type { MoveCause, MovedRow, Page, Scope } from '../types.ts'
import type { Reading } from './matters.ts'
import { enter, roleOf } from './scope.ts'
import { cursorOf, fromCursor, limited, uuid, where } from './sql.ts'

type Told = MovedRow['told'][number]
type MovedRecord = { readonly id: string; readonly matter_id: string; readonly duty: string; readonly rule: string | null; readonly owed_by: string | null; readonly before_due: Day | null; readonly after_due: Day | null; readonly before_at: Instant | null; readonly after_at: Instant | null; readonly cause: MoveCause | null; readonly lawbook: string; readonly at: Instant; readonly told: readonly Told[] | null }

/** Notices of moved dates that the scope may see, newest first; to whom they were shown as far as the scope may see that. */
export async function movedRows({ client }: Reading, filter: { readonly matter?: string; readonly matters?: readonly string[]; readonly until?: Instant; readonly limit?: number; readonly cursor?: string }): Promise<Page<MovedRow>> {
  const limit = limited(filter.limit, 50, 500)
  const w = where()
  if (filter.matter !== undefined) w.add('r.matter_id = $?::uuid', uuid.test(filter.matter) ? filter.matter : '00000000-0000-0000-0000-000000000000')
  if (filter.matters !== undefined) w.add('r.matter_id = any($?::uuid[])', filter.matters.filter((id) => uuid.test(id)))
  if (filter.until !== undefined) w.add('r.at <= $?::timestamptz', filter.until)
  const after = fromCursor(filter.cursor, ['instant', 'uuid'])
  if (after !== null) w.add('(r.at < $?::timestamptz or (r.at = $?::timestamptz and r.id > $?::uuid))', after[0], after[0], after[1])
  const { rows } = await client.query<MovedRecord>(`select r.id, r.matter_id, r.duty, r.rule, r.owed_by, r.before_due, r.after_due, r.before_at, r.after_at, r.cause, r.lawbook, r.at,
      (select jsonb_agg(jsonb_build_object('organ', t.organ, 'person', t.person_name, 'at', t.at) order by t.at) from recalculation_told t where t.recalculation = r.id) as told
      from recalculation r where ${w.text()} order by r.at desc, r.id limit ${limit + 1}`, [...w.values])
  const items = rows.slice(0, limit).map((row): MovedRow => ({
    id: row.id, matter: row.matter_id, duty: row.duty, rule: row.rule, owedBy: row.owed_by, before: row.before_due, after: row.after_due, beforeAt: row.before_at, afterAt: row.after_at,
    cause: row.cause ?? { kind: 'law' }, lawbook: row.lawbook, at: row.at, told: row.told ?? [],
  }))
  const last = rows[limit - 1]
  return { items, next: rows.length > limit && last !== undefined ? cursorOf([last.at, last.id]) : null }
}

/** Notes that the scope's organ was shown these notices; the first time counts, and only what the scope can see is noted. */
export async function noteTold(pool: pg.Pool, organs: Organs, scope: Scope, ids: readonly string[], at: Instant): Promise<void> {
  const known = ids.filter((id) => uuid.test(id))
  if (known.length === 0 || roleOf(scope, organs).role === 'hengjian_none') return
  await withClient(pool, (client) => together([
    ...enter(client, scope, organs, 'read write'),
    client.query('insert into recalculation_told (recalculation, organ, person, person_name, at) select r.id, $2, $3, $4, $5 from recalculation r where r.id = any($1::uuid[]) on conflict do nothing', [known, scope.organ, scope.person, scope.name ?? scope.person, at]),
    client.query('commit'),
  ]))
}

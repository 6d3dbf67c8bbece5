// Notices of dates that moved without anybody doing what they ask: one for each open duty, kept for ever.
import type { Day, Instant } from '@hengjian/law'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { MoveCause } from '../types.ts'
import type { Derived } from './derive.ts'

export type OpenDate = { readonly id: string; readonly rule: string; readonly owed_by: string; readonly due: Day | null; readonly due_at: Instant | null; readonly over: boolean }
export const datesText = `select d.id, d.rule, d.owed_by, d.due, d.body->>'dueAt' as due_at, d.over from duty d where d.matter_id = $1`

type Notice = { readonly id: string; readonly duty: string; readonly rule: string; readonly owed_by: string; readonly before_due: Day | null; readonly after_due: Day | null; readonly before_at: Instant | null; readonly after_at: Instant | null }

/** Duties that were open before and are open now, and whose last day is another one. */
export function movedDates(before: readonly OpenDate[], { duties }: Derived): readonly Notice[] {
  const known = new Map(before.filter(({ over }) => !over).map((one) => [one.id, one]))
  return duties.flatMap(({ duty, over }): readonly Notice[] => {
    const then = known.get(duty.id)
    if (over || then === undefined || (then.due === duty.due && then.due_at === duty.dueAt)) return []
    return [{ id: randomUUID(), duty: duty.id, rule: duty.rule, owed_by: duty.owedBy, before_due: then.due, after_due: duty.due, before_at: then.due_at, after_at: duty.dueAt }]
  })
}

export type Noted = { readonly matter: string; readonly owner: string; readonly sealed: boolean; readonly cause: MoveCause; readonly lawbook: string; readonly at: Instant }

/** Writes the notices as the engine, within the caller's transaction. */
export const putNotices = (client: pg.ClientBase, notices: readonly Notice[], { matter, owner, sealed, cause, lawbook, at }: Noted): readonly Promise<pg.QueryResult>[] => (notices.length === 0 ? [] : [client.query(
  `insert into recalculation (id, matter_id, owner, sealed, duty, rule, owed_by, before_due, after_due, before_at, after_at, lawbook, cause, at)
   select x.id, $1, $2, $3, x.duty, x.rule, x.owed_by, x.before_due, x.after_due, x.before_at, x.after_at, $4, $5::jsonb, $6::timestamptz
     from jsonb_to_recordset($7::jsonb) as x(id uuid, duty text, rule text, owed_by text, before_due date, after_due date, before_at text, after_at text)`,
  [matter, owner, sealed, lawbook, JSON.stringify(cause), at, JSON.stringify(notices)])])

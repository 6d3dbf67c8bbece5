// A change of the law as one transaction: the set or practice itself, the dates that follow by arithmetic with their notices, the list of matters to derive anew.
import { changesBetween, type Instant, type Lawbook } from '@hengjian/law'
import type pg from 'pg'
import type { Move, MoveCause } from '../types.ts'
import { noteAffected, regroup } from './affected.ts'

export type Change = {
  readonly before: Lawbook; readonly after: Lawbook
  /** `owner`: a practice of one office. */
  readonly owner: string | null
  readonly cause: MoveCause
  readonly now: Instant
}

const calendarOf = (cause: MoveCause): MoveCause => (cause.kind === 'rule-set' ? { ...cause, kind: 'calendar' } : cause)
const match = 'd.dated = x.dated and d.due = x.due and d.status = x.status and d.light = x.light and d.over = x.over'

// Equal computations have equal dates: one row of `moved` for all the duties that share it.
const moveText = `with u as (
  update duty d set due = x.new_due, status = x.new_status, light = x.new_light, over = x.new_over, body = d.body || jsonb_build_object('due', x.new_due, 'status', x.new_status, 'light', x.new_light)
    from moved x where not x.slow and ${match}
  returning d.matter_id, d.id, d.owner, d.sealed, d.rule, d.owed_by, x.due as before_due, x.new_due as after_due, x.over),
 r as (insert into recalculation (id, matter_id, owner, sealed, duty, rule, owed_by, before_due, after_due, lawbook, cause, at)
  select gen_random_uuid(), u.matter_id, u.owner, u.sealed, u.id, u.rule, u.owed_by, u.before_due, u.after_due, $1, $2::jsonb, $3::timestamptz from u where not u.over returning matter_id),
 k as (select distinct u.matter_id from u)
 select (select count(*) from r)::int as moves, (select count(*) from k)::int as matters, (select array_agg(k.matter_id) from k) as ids`

const lights = `array['overdue', 'near', 'within', 'review', 'paused', 'not-started', 'done']`
const matterText = `update matter m set next_due = s.next_due, as_of = $2, light = case when m.closed then 'done' else coalesce((${lights})[s.worst], 'not-started') end
  from (select d.matter_id, min(d.due) filter (where not d.over) as next_due,
      least(min(array_position(${lights}, d.light)) filter (where not d.over), case when exists (select 1 from demand e where e.matter_id = d.matter_id and e.state in ('objected', 'in-review')) then 4 end) as worst
      from duty d where d.matter_id = any($1::uuid[]) group by d.matter_id) s where s.matter_id = m.id`

export type Done = { readonly moves: number; readonly matters: number }

/** Writes what follows from a change, within the caller's transaction as the engine. Matters that need their acts are left in `unsettled`. */
export async function apply(client: pg.ClientBase, change: Change): Promise<Done> {
  const { before, after, owner, cause, now } = change
  const changes = changesBetween(before, after)
  await noteAffected(client, changes, before, after, cause, owner)
  if (changes.calendarFrom === null) return { moves: 0, matters: 0 }
  const { moved } = await regroup(client, changes.calendarFrom, after, now)
  if (moved === 0) return { moves: 0, matters: 0 }
  await client.query(`insert into unsettled (matter_id, cause) select distinct d.matter_id, $1::jsonb from moved x join duty d on ${match} where x.slow on conflict (matter_id) do nothing`, [JSON.stringify(calendarOf(cause))])
  const { rows: [done] } = await client.query<Done & { readonly ids: readonly string[] | null }>(moveText, [after.version, JSON.stringify(calendarOf(cause)), now])
  if (done?.ids) await client.query(matterText, [done.ids, now])
  return { moves: done?.moves ?? 0, matters: done?.matters ?? 0 }
}

/** What arithmetic alone would move, nothing written; the matters that need their acts stand in `unsettled` of this transaction, which the caller rolls back. */
export async function foresee(client: pg.ClientBase, { before, after, owner, cause, now }: Change): Promise<readonly Move[]> {
  const changes = changesBetween(before, after)
  await noteAffected(client, changes, before, after, cause, owner)
  if (changes.calendarFrom === null) return []
  await regroup(client, changes.calendarFrom, after, now)
  await client.query(`insert into unsettled (matter_id, cause) select distinct d.matter_id, $1::jsonb from moved x join duty d on ${match} where x.slow on conflict (matter_id) do nothing`, [JSON.stringify(calendarOf(cause))])
  return (await client.query<Move>(`select d.matter_id as matter, m.no, m.owner, m.procedure, m.sealed, d.id as duty, d.rule, d.owed_by as "owedBy", 'moved' as change, x.due as before, x.new_due as after, $1 as kind
    from moved x join duty d on ${match} join matter m on m.id = d.matter_id where not x.slow and not x.over and not exists (select 1 from unsettled w where w.matter_id = d.matter_id)`, [calendarOf(cause).kind])).rows
}

// Which matters have to be derived anew when the law changes, and which dates follow from arithmetic alone.
import { dayBy, standBy, type Basis, type DutyStatus, type Light } from '@hengjian/core'
import { addDays, type ActPattern, type Day, type Instant, type LawChanges, type Lawbook } from '@hengjian/law'
import type pg from 'pg'
import { isOver } from '../record/derive.ts'

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T])

/** Acts that open a duty of a rule, in either lawbook. */
function openers(rule: string, books: readonly Lawbook[]): readonly string[] {
  const patterns: readonly ActPattern[] = books.flatMap(({ bindings }) => bindings.filter((binding) => binding.rule === rule).flatMap(({ opens }) => opens))
  return [...new Set(patterns.flatMap(({ act }) => list(act)))]
}

/**
 * Puts into `unsettled` the matters whose duties a change of rules, procedures or settings can touch: those of a changed procedure, those in
 * which an act stands that opens a duty of a changed rule, on or after the first day from which it differs. `owner`: of this office only.
 */
export async function noteAffected(client: pg.ClientBase, changes: LawChanges, before: Lawbook, after: Lawbook, cause: unknown, owner: string | null): Promise<void> {
  if (!changes.all && changes.rules.size === 0 && changes.procedures.size === 0) return
  const rules = [...changes.rules].map(([rule, from]) => ({ acts: openers(rule, [before, after]), from: from === '' ? null : from })).filter(({ acts }) => acts.length > 0)
  await client.query(`insert into unsettled (matter_id, cause)
    select m.id, $1::jsonb from matter m where ($2::text is null or m.owner = $2) and ($3::boolean or m.procedure = any($4::text[]) or m.id in (
      select a.matter_id from jsonb_to_recordset($5::jsonb) as r(acts jsonb, "from" date) join act a on a.act in (select jsonb_array_elements_text(r.acts))
       where r."from" is null or exists (select 1 from act b where b.matter_id = a.matter_id and b.on_day >= r."from") or exists (select 1 from duty d where d.matter_id = a.matter_id and d.due >= r."from")))
    on conflict (matter_id) do update set cause = excluded.cause`, [JSON.stringify(cause), owner, changes.all, [...changes.procedures], JSON.stringify(rules)])
}

type Group = { readonly dated: string; readonly due: Day; readonly status: DutyStatus; readonly light: Light; readonly over: boolean }
type Regrouped = { readonly groups: number; readonly moved: number }

/** A period before an event looks at days after its own end; none in the rulebook reaches farther back than this. */
const reach = 200
const batch = 50_000

/**
 * Computes the dates again under another calendar, each different computation once, and puts those that move into the temporary table
 * `moved`; `slow`: something else hangs on the date, so the matter is derived anew from its acts.
 */
export async function regroup(client: pg.ClientBase, from: Day, after: Lawbook, now: Instant): Promise<Regrouped> {
  const chained = new Set(after.bindings.flatMap(({ startsAtEndOf, opensOnBreachOf }) => [startsAtEndOf, opensOnBreachOf]))
  await client.query('create temporary table moved (dated text, due date, status text, light text, over boolean, new_due date, new_status text, new_light text, new_over boolean, slow boolean) on commit drop')
  await client.query(`declare bases no scroll cursor for select d.dated, d.due, d.status, d.light, d.over from duty d where d.dated is not null and d.due >= $1::date group by 1, 2, 3, 4, 5`, [addDays(from, -reach)])
  let [groups, moved] = [0, 0]
  for (;;) {
    const { rows } = await client.query<Group>(`fetch ${batch} from bases`)
    if (rows.length === 0) break
    groups += rows.length
    const found = rows.flatMap((group) => { const one = movedGroup(group, chained, after, now); return one === null ? [] : [one] })
    moved += found.length
    if (found.length > 0) await client.query('insert into moved select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::boolean[], $6::date[], $7::text[], $8::text[], $9::boolean[], $10::boolean[])',
      [found.map((one) => one.dated), found.map((one) => one.due), found.map((one) => one.status), found.map((one) => one.light), found.map((one) => one.over), found.map((one) => one.newDue), found.map((one) => one.newStatus), found.map((one) => one.newLight), found.map((one) => one.newOver), found.map((one) => one.slow)])
  }
  await client.query('close bases')
  await client.query('analyze moved')
  return { groups, moved }
}

function movedGroup(group: Group, chained: ReadonlySet<string | undefined>, after: Lawbook, now: Instant) {
  const { dated, due, status, light, over } = group
  const basis = JSON.parse(dated) as Basis
  const day = dayBy(basis, after)
  const same = { ...group, newDue: day?.due ?? null, newStatus: status, newLight: light, newOver: over, slow: true }
  // A wording or way of counting that is no more: only the acts can tell.
  if (day === undefined) return same
  if (day.due === due) return null
  if (chained.has(basis.rule) || day.due === null) return same
  if (over) return status === 'discharged-in-time' && day.due >= due ? { ...same, slow: false } : same
  const stands = standBy(basis, day, light === 'review' || (status === 'overdue' && light !== 'overdue'), now, after)
  return { ...same, newStatus: stands.status, newLight: stands.light, newOver: isOver(stands.status), slow: false }
}

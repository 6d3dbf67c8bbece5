import { datedBy, type Basis, type Duty, type Light } from '@hengjian/core'
import { daysBetween, type Day, type Explained, type Lawbook } from '@hengjian/law'
import { worstOf } from '../record/derive.ts'
import { rowOf, type MatterRecord } from '../record/load.ts'
import type { DutyCounts, DutyDay, DutyFilter, DutyPage } from '../types.ts'
import { matterSelect, type Reading } from './matters.ts'
import { cursorOf, fromCursor, limited, uuid, where, type Where } from './sql.ts'

const mine = `(select nullif(current_setting('app.organ', true), ''))`

function conditions(filter: DutyFilter, counting: boolean): Where {
  const w = where()
  if (filter.over !== true) w.add('not d.over')
  if (filter.matter !== undefined) w.add('d.matter_id = $?::uuid', uuid.test(filter.matter) ? filter.matter : '00000000-0000-0000-0000-000000000000')
  if (filter.rule !== undefined) w.add('d.rule = $?', filter.rule)
  // The counts are those of the whole list, so that choosing a group does not change the others' numbers.
  if (filter.owedBy !== undefined && !(counting && (filter.owedBy === 'ours' || filter.owedBy === 'theirs')))
    if (filter.owedBy === 'ours') w.add(`d.owed_by = ${mine}`)
    else if (filter.owedBy === 'theirs') w.add(`d.owed_by <> ${mine}`)
    else w.add('d.owed_by = $?', filter.owedBy)
  if (counting) return w
  if (filter.lights !== undefined) w.add('d.light = any($?)', filter.lights)
  if (filter.before !== undefined) w.add('d.due < $?::date', filter.before)
  if (filter.from !== undefined) w.add('d.due >= $?::date', filter.from)
  return w
}

type Kept = Omit<Duty, 'basis' | 'explained'>

/** The ledger of a kept date, made when it is read; of a wording that the law in force no longer has, what was kept is shown without it. */
function explainedBy(basis: Basis, { due, dueAt }: Kept, lawbook: Lawbook): Explained {
  try { return datedBy(basis, lawbook) } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { rule: basis.rule, version: { from: basis.version, to: null }, due, dueAt, steps: [], provisional: true, calendar: lawbook.calendar.label }
  }
}

/** Oldest date first; without a date last. */
export async function dutyRows({ client, law }: Reading, filter: DutyFilter): Promise<DutyPage> {
  const limit = limited(filter.limit, 50, 500)
  const c = conditions(filter, true)
  const today = c.value(filter.today)
  const counts = filter.counts === false ? Promise.resolve({ rows: [] as DutyCounts[] }) : client.query<DutyCounts>(`select count(*) filter (where d.due < ${today}::date)::int as overdue, count(*) filter (where d.due = ${today}::date)::int as today,
      count(*) filter (where d.due > ${today}::date and d.due <= ${today}::date + 3)::int as "threeDays", count(*) filter (where d.due > ${today}::date + 3 and d.due <= ${today}::date + 7)::int as "sevenDays",
      count(*) filter (where d.due is null or d.due > ${today}::date + 7)::int as later, count(*) filter (where d.owed_by = ${mine})::int as ours, count(*) filter (where d.owed_by <> ${mine})::int as theirs, count(*)::int as total
      from duty d where ${c.text()}`, [...c.values])
  const w = conditions(filter, false)
  const after = fromCursor(filter.cursor, ['day or none', 'uuid', 'text'])
  if (after !== null) {
    const [due, matter, id] = [w.value(after[0] ?? 'infinity'), w.value(after[1]), w.value(after[2])]
    w.add(`(${after[0] === null ? 'd.due is null' : `(d.due >= ${due}::date or d.due is null)`} and (coalesce(d.due, 'infinity'), d.matter_id, d.id) > (${due}::date, ${matter}::uuid, ${id}::text))`)
  }
  const rows = client.query<MatterRecord & { readonly duty: Kept; readonly duty_dated: string; readonly duty_due: Day | null; readonly duty_id: string }>(
    `select d.body as duty, d.dated as duty_dated, d.due as duty_due, d.id as duty_id, ${matterSelect} from duty d join matter m on m.id = d.matter_id left join matter_inner i on i.matter_id = m.id where ${w.text()} order by d.due, d.matter_id, d.id limit ${limit + 1}`, [...w.values])
  const [{ rows: [count] }, { rows: found }] = await Promise.all([counts, rows])
  const items = found.slice(0, limit).map((row) => {
    const basis = JSON.parse(row.duty_dated) as Basis
    const duty: Duty = { ...row.duty, daysLeft: row.duty.due === null ? null : daysBetween(filter.today, row.duty.due), basis, explained: explainedBy(basis, row.duty, law.of(row.owner)) }
    return { duty, matter: rowOf(row) }
  })
  const last = found[limit - 1]
  return { items, counts: count ?? { overdue: 0, today: 0, threeDays: 0, sevenDays: 0, later: 0, ours: 0, theirs: 0, total: 0 }, next: found.length > limit && last !== undefined ? cursorOf([last.duty_due, last.id, last.duty_id]) : null }
}

export async function dutyDays({ client }: Reading, from: Day, to: Day): Promise<readonly DutyDay[]> {
  const { rows } = await client.query<{ day: Day; n: number; lights: readonly Light[] }>('select d.due as day, count(*)::int as n, array_agg(distinct d.light) as lights from duty d where not d.over and d.due between $1::date and $2::date group by d.due order by d.due', [from, to])
  return rows.map(({ day, n, lights }) => ({ day, duties: n, worst: worstOf(lights) }))
}

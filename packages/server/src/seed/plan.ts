// From "the answer was due five days ago" to days: when each act of a matter happened, counted back from now, never before its cause.
import { addDays, dueOf, legalDay, toNumber, versionAt, type Day, type Instant, type Lawbook } from '@hengjian/law'
import { matterData, type MatterSpec, type More, type StepSpec } from './data.ts'

export type Planned = { readonly matter: MatterSpec; readonly key: string; readonly more: More; readonly day: Day; readonly at: Instant; readonly order: number }

const working = (lawbook: Lawbook, day: Day, step: 1 | -1): Day => { let found = day; while (!lawbook.calendar.isWorking(toNumber(found))) found = addDays(found, step); return found }

/** The day of signing from which the period of the answer ends on a wanted day, or next to it; overdue periods end on it or before. People sign on days off too, when nothing else fits. */
function signingFor(lawbook: Lawbook, ruleId: string, wanted: Day, today: Day): Day {
  const rule = lawbook.rules.get(ruleId)
  const candidates = Array.from({ length: 130 }, (_, i) => addDays(wanted, -i - 1)).filter((day) => day <= today)
  const dues = candidates.flatMap((day) => {
    const version = rule === undefined ? null : versionAt(rule, day)
    const due = rule === undefined || version === null ? null : dueOf(rule, version, day, {}, lawbook).due
    return due === null ? [] : [{ day, distance: toNumber(due) - toNumber(wanted) }]
  })
  const fits = dues.filter(({ distance }) => (wanted < today ? distance <= 0 : distance >= 0))
  const off = (day: Day): number => (lawbook.calendar.isWorking(toNumber(day)) ? 0 : 1)
  return (fits.length > 0 ? fits : dues).toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance) || off(a.day) - off(b.day) || b.day.localeCompare(a.day))[0]?.day ?? working(lawbook, addDays(wanted, -61), -1)
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Acts of one matter with their days: working days, in order, none after today. Minutes let several acts of a day keep their order. */
function planOf(spec: MatterSpec, index: number, lawbook: Lawbook, now: Instant): readonly Planned[] {
  const { courses, replies } = matterData()
  const today = legalDay(now)
  const whole = spec.course === 'own' ? [] : courses['paper'] ?? []
  const end = spec.until === undefined ? whole.length : whole.findIndex(([, key]) => key === spec.until) + 1
  const usual = whole.slice(0, end)
  const last = usual.at(-1)?.[0] ?? 0
  const { at = { last: 0 } } = spec
  const anchor = 'due' in at ? signingFor(lawbook, replies[spec.p] ?? '', addDays(today, at.due), today) : 'ago' in at ? working(lawbook, addDays(today, -at.ago), -1) : addDays(today, -at.last - last)
  const steps: readonly StepSpec[] = [...usual, ...(spec.then ?? [])]
  const dayOf = ([days, , more]: StepSpec): Day => addDays(more?.today === true ? today : more?.last === true ? addDays(anchor, last) : anchor, days)
  const sorted = steps.map((step, i) => ({ step, day: dayOf(step), i })).toSorted((a, b) => a.day.localeCompare(b.day) || a.i - b.i)
  let before = addDays(today, -2000)
  return sorted.map(({ step: [, key, more = {}], day }, order) => {
    const rolled = day === anchor && key === 'acknowledge' ? day : working(lawbook, day, day >= today || day < anchor ? -1 : 1)
    const fit = rolled < before ? before : rolled > today ? today : rolled
    before = fit
    const minutes = 9 * 60 + 5 + ((index * 7) % 60) + order * 11
    const wanted = `${fit}T${clock(Math.min(minutes, 17 * 60 + 50))}:00+08:00` as Instant
    return { matter: spec, key, more, day: fit, at: Date.parse(wanted) > Date.parse(now) ? now : wanted, order }
  })
}

/** Acts of all matters in the order in which they happened: the log of the city grows as a log grows. */
export const planAll = (lawbook: Lawbook, now: Instant): readonly Planned[] => matterData().matters.filter(({ p }) => lawbook.procedures.has(p)).flatMap((spec, i) => planOf(spec, i, lawbook, now))
  .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.matter.id.localeCompare(b.matter.id) || a.order - b.order)

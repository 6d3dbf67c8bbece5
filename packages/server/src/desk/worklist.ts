// The worklist: duties by what remains of their time, with the act that comes next; what the other side did; the calendar.
import { duties as dutiesOf, fold, permitted as permittedOf } from '@hengjian/core'
import { addDays, daysOf, legalDay, toNumber, weekdayOf, type Day, type Lawbook, type ProcedureAct, type Rung } from '@hengjian/law'
import type { DutyCounts, DutyRow as StoredRow, LoadedMatter } from '@hengjian/store'
import type { Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { CalendarDay, Duty, DutyRow, Light } from './shapes.ts'
import { good, refuse } from './answers.ts'
import { movedView } from './law-moves.ts'
import { actView, dutyView, entryOf, summaryView } from './views.ts'

const longest = 400
const openLights: readonly Light[] = ['overdue', 'near', 'within', 'paused', 'not-started', 'review']

const heights: Readonly<Record<Rung, number>> = { urge: 1, superior: 2, congress: 3, sue: 4 }

/** The act that moves a duty: what discharges it or serves its rule when it is ours, one step further against silence when it is theirs. */
function nextOf(duty: Duty, loaded: LoadedMatter, lawbook: Lawbook, who: Who): DutyRow['next'] {
  const procedure = lawbook.procedures.get(loaded.procedure)
  const allowed = permittedOf(loaded.matter, lawbook, who.actor, who.now).filter((permission) => permission.allowed)
  const discharging = lawbook.bindings.filter(({ rule }) => rule === duty.rule).flatMap(({ discharge }) => discharge).flatMap(({ act }) => (typeof act === 'string' ? [act] : act))
  const entry = (key: string): ProcedureAct | undefined => entryOf(procedure, { act: '', key })
  const reached = fold(loaded.matter, lawbook).rung
  const further = (key: string): boolean => { const rung = entry(key)?.rung; return rung !== undefined && heights[rung] > (reached === null ? 0 : heights[reached]) && (rung !== 'sue' || reached !== null) }
  const found = duty.ours
    ? allowed.find(({ act, key }) => discharging.includes(act) && entry(key)?.rung === undefined) ?? allowed.find(({ key }) => entry(key)?.guards.some(({ otherwise }) => otherwise.rule === duty.rule)) ?? allowed.find(({ act }) => discharging.includes(act))
    : duty.light === 'overdue' ? allowed.find(({ key }) => further(key)) : undefined
  return found === undefined ? null : { key: found.key, act: found.act, title: found.title }
}

/** Whether two acts are about the same paper: its service and its acknowledgement open periods that belong together. */
export function samePaper({ acts }: LoadedMatter['matter'], one: number, other: number): boolean {
  // An act points only at earlier ones, so this ends.
  const paper = (n: number): number => { const of = acts.find((act) => act.n === n)?.of; return of === undefined || of >= n ? n : paper(of) }
  return one === other || paper(one) === paper(other)
}

/** The duty of ours that an overdue one of theirs brought about: its period starts with the breach, or where theirs ended, and both are about one paper. */
function createdBy(duty: Duty, loaded: LoadedMatter, lawbook: Lawbook, who: Who, names: Names): Duty | undefined {
  if (duty.ours || duty.light !== 'overdue') return undefined
  const rules = new Set(lawbook.bindings.filter(({ opensOnBreachOf, startsAtEndOf }) => opensOnBreachOf === duty.rule || startsAtEndOf === duty.rule).map(({ rule }) => rule))
  const found = rules.size === 0 ? undefined : dutiesOf(loaded.matter, lawbook, who.now).find((one) => rules.has(one.rule) && samePaper(loaded.matter, one.openedBy, duty.openedBy) && one.owedBy === who.actor.organ && openLights.includes(one.light))
  return found === undefined ? undefined : dutyView(found, lawbook, names, who)
}

type Group = keyof Pick<DutyCounts, 'overdue' | 'today' | 'threeDays' | 'sevenDays' | 'later'>
const groupOf = ({ light, daysLeft }: Pick<Duty, 'light' | 'daysLeft'>): Group =>
  light === 'overdue' ? 'overdue' : daysLeft === null || daysLeft < 0 ? 'later' : daysLeft === 0 ? 'today' : daysLeft <= 3 ? 'threeDays' : daysLeft <= 7 ? 'sevenDays' : 'later'
const groups: Readonly<Record<string, Group>> = { overdue: 'overdue', today: 'today', three: 'threeDays', seven: 'sevenDays', later: 'later' }

/** A created duty stands in the row of the duty that it follows from; it is not counted twice. */
const without = (counts: DutyCounts, gone: readonly Duty[]): DutyCounts => gone.reduce((left, duty) => ({ ...left, [groupOf(duty)]: Math.max(0, left[groupOf(duty)] - 1), ours: Math.max(0, left.ours - (duty.ours ? 1 : 0)), total: Math.max(0, left.total - 1) }), counts)

export const duties = ({ store, lawbook, names }: Room): Desk['duties'] => async (who, filter) => {
  const known = await names()
  const { page, loaded, moved } = await store.read(who.scope, async (q) => {
    const found = await q.dutyRows({
      today: legalDay(who.now), lights: filter.light === undefined ? openLights : [filter.light as Light], limit: filter.limit ?? 100,
      ...(filter.owedBy === undefined ? filter.who === undefined ? {} : { owedBy: filter.who } : { owedBy: filter.owedBy }), ...(filter.before === undefined ? {} : { before: addDays(filter.before, 1) }), ...(filter.cursor === undefined ? {} : { cursor: filter.cursor }),
    })
    const ids = [...new Set(found.items.map(({ matter }) => matter.id))]
    const notices = ids.length === 0 ? [] : (await q.movedRows({ matters: ids, limit: 500 })).items
    return { page: found, moved: notices, loaded: new Map((ids.length === 0 ? [] : await q.loadMatters({ ids, limit: ids.length })).map((matter) => [matter.id, matter])) }
  })
  const rows = page.items.map(({ duty, matter }: StoredRow): DutyRow & { readonly created: Duty | undefined } => {
    const view = dutyView(duty, lawbook, known, who)
    const whole = loaded.get(matter.id)
    // Newest first; what this organ was told on an earlier day is no news any more.
    const news = moved.find((one) => one.matter === matter.id && one.duty === duty.id && one.after === duty.due && !one.told.some(({ organ, at }) => organ === who.actor.organ && legalDay(at) < legalDay(who.now)))
    const created = whole === undefined ? undefined : createdBy(view, whole, lawbook, who, known)
    return { duty: view, matter: summaryView(matter, lawbook, known, who), next: whole === undefined ? null : nextOf(view, whole, lawbook, who), creates: created === undefined ? null : { obligation: created.obligation, due: created.due }, changed: news === undefined ? null : movedView(news, matter.owner, lawbook, known), created }
  })
  // What only the breach brought about stands in the row of the breach; a period of its own keeps its row.
  const only = (rule: string): boolean => lawbook.bindings.some((binding) => binding.rule === rule && binding.opensOnBreachOf !== undefined)
  const merged = new Set(rows.flatMap(({ created, matter }) => (created === undefined || !only(created.rule) ? [] : [`${matter.id}/${created.id}`])))
  const gone = rows.filter(({ duty, matter }) => merged.has(`${matter.id}/${duty.id}`)).map(({ duty }) => duty)
  const kept = rows.filter(({ duty, matter }) => !merged.has(`${matter.id}/${duty.id}`) && (filter.group === undefined || groupOf(duty) === groups[filter.group]))
  return good({ items: kept.map(({ duty, matter, next, creates, changed }) => ({ duty, matter, next, creates, changed })), counts: { ...without(page.counts, gone) }, next: page.next, asOf: who.now })
}

export const counts = ({ store }: Room): Desk['counts'] => async (who) => store.read(who.scope, async (q) => {
  const { counts: all } = await q.dutyRows({ today: legalDay(who.now), lights: openLights, limit: 1 })
  // The head of department sees what was submitted, who decides sees what the department has endorsed.
  const place = who.office === 'department-head' ? ['submitted'] : who.office === 'chief' || who.office === 'committee' ? ['reviewed'] : []
  const waiting = place.length === 0 ? [] : await q.instruments(place, 100)
  return good({ overdue: all.overdue, near: all.today + all.threeDays, toSign: waiting.length })
})

export const acts = ({ store, lawbook, names }: Room): Desk['acts'] => async (who, { side, cursor, limit }) => {
  const known = await names()
  // "Other" is said from where the asker stands.
  const other = who.side === 'procuratorate' ? 'other' : 'procuratorate'
  const wanted = side === undefined ? undefined : side === 'other' ? other : side
  const page = await store.read(who.scope, (q) => q.recentActs({ limit: limit ?? 50, ...(wanted === undefined ? {} : { side: wanted }), ...(cursor === undefined ? {} : { cursor }) }))
  return good({ items: page.items.map(({ act, matter }) => ({ act: actView(act, matter.procedure, lawbook, known), matter: summaryView(matter, lawbook, known, who) })), next: page.next })
}

/** The days of the published calendar, with what ends on each. */
export function calendarDays(lawbook: Lawbook, from: Day, to: Day, ends: ReadonlyMap<string, { readonly duties: number; readonly worst: Light }>): CalendarDay[] {
  return daysOf(from, to).map((one) => {
    const { kind, name, published } = lawbook.calendar.kindOf(toNumber(one))
    const end = ends.get(one)
    return { day: one, weekday: weekdayOf(toNumber(one)), kind: !published ? 'unpublished' : kind === 'off' ? 'holiday' : kind === 'worked' ? 'make-up' : kind, name, duties: end?.duties ?? 0, worst: end?.worst ?? null }
  })
}

/** The notice of the newest published year, by title and number. */
export const noticeOf = ({ calendar }: Lawbook): string => { const notice = calendar.years.at(-1)?.notices.at(-1); return notice === undefined ? calendar.label : [notice.title, notice.no].filter((part) => part !== null && part !== '').join(' ') }

export const calendar = ({ store, lawbook }: Room): Desk['calendar'] => async (who, { from, to }) => {
  const length = toNumber(to) - toNumber(from) + 1
  if (length < 1 || length > longest) return refuse(who, 'calendar-range', 422, { longest })
  const ends = await store.read(who.scope, (q) => q.dutyDays(from, to))
  return good({ days: calendarDays(lawbook, from, to, new Map(ends.map((one) => [one.day, one]))), notice: noticeOf(lawbook), version: lawbook.calendar.label })
}

import { fromNumber, reckon, type Day, type Lawbook, type Period, type RuleBinding } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { datedBy } from './basis.ts'
import { towards } from './discharge.ts'
import { matchesOpening } from './match.ts'
import type { Opened } from './opened.ts'
import { isAfter, type Timeline } from './timeline.ts'

/** One time of a duty that comes again, with the act that did it. It runs from the day after `after` (the first time: from its start) to its last day. */
export type Time = { readonly one: Opened; readonly time: number; readonly discharge: Act | null }

/** The act that ends a duty that comes again: what its binding names, else a close that was not undone. */
export function endOfRecurring({ opening, bound: { binding } }: Opened, timeline: Timeline, matter: Matter): Act | null {
  const until = typeof binding.recurs === 'object' ? binding.recurs.until : undefined
  return timeline.acts.find((act) => isAfter(act, opening) && (
    (until?.some((pattern) => matchesOpening(pattern, act, matter)) ?? false)
    || (act.act === 'close' && !timeline.acts.some((later) => later.act === 'reopen' && isAfter(later, act))))) ?? null
}

type Nth = Opened & { readonly start: Day }
const spelled = new WeakMap<Opened, Nth[]>()

/**
 * The k-th time, worked out once: it starts on the last day of the one before, unmoved by days off. Null for a duty that has not begun or has no period.
 * Extensions and suspensions belong to the time in which they fall.
 */
function nth(first: Opened, k: number, lawbook: Lawbook): Nth | null {
  const all = spelled.get(first) ?? []
  spelled.set(first, all)
  const { start, basis, bound: { rule } } = first
  const version = rule.versions.find(({ inForce }) => inForce.from === basis.version)
  if (all[k - 1] !== undefined || basis.start === null || start === null || version === undefined) return all[k - 1] ?? null
  const { extensions, pauses, recurring, ...options } = basis.options
  const edge = (time: number): Day => (time === 0 ? start : fromNumber(reckon(rule, version, start, { ...options, recurring: { ...recurring, time } }, lawbook).counted))
  const [from, to] = [edge(k - 1), edge(k)]
  if (to <= from) return null
  const [longer, paused] = [extensions?.filter(({ on }) => on > from && on <= to) ?? [], pauses?.filter((pause) => pause.from <= to && (pause.to === null || pause.to > from)) ?? []]
  const own = { ...basis, options: { ...options, recurring: { ...recurring, time: k }, ...(longer.length > 0 ? { extensions: longer } : {}), ...(paused.length > 0 ? { pauses: paused } : {}) } }
  const made = { ...first, start: from, basis: own, explained: datedBy(own, lawbook), paused: paused.some((pause) => pause.to === null) }
  all[k - 1] = made
  return made
}

/**
 * The times of a duty that comes again which have begun by a day, the running one among them: one duty each. An act counts for the time within which it
 * was done; what is left over makes good the earliest time that was missed. None begins after the duty ended.
 */
export function timesOf(first: Opened, today: Day, ended: Day | null, matter: Matter, timeline: Timeline, lawbook: Lawbook): readonly Time[] {
  const { start, opening, owedBy, bound: { binding } } = first
  if (binding.startsAtEndOf !== undefined && start !== null && ended !== null && ended <= start) return []
  const until = ended === null || today < ended ? today : ended
  const begun: Nth[] = []
  for (let k = 1, one = nth(first, 1, lawbook); one !== null && (k === 1 || one.start < until); one = nth(first, ++k, lawbook)) begun.push(one)
  if (start === null || begun.length === 0) return [{ one: first, time: 1, discharge: null }]
  const acts = towards({ binding, opening, owedBy, start }, matter, timeline).filter((act) => act.on <= today)
  const used = new Set<Act>()
  const take = (fits: (act: Act) => boolean): Act | null => {
    const act = acts.find((one) => !used.has(one) && fits(one)) ?? null
    if (act !== null) used.add(act)
    return act
  }
  // The last day of an earlier period belongs to that period: what was done on it is not the first time of what follows.
  const after = (one: Nth, act: Act): boolean => (one === begun[0] && one.bound.binding.startsAtEndOf === undefined) || act.on > one.start
  const inTime = begun.map((one) => take((act) => after(one, act) && (one.explained.due === null || act.on <= one.explained.due)))
  return begun.map((one, k) => ({ one, time: k + 1, discharge: inTime[k] ?? take((act) => after(one, act)) }))
}

/** How a binding says that its duty comes again, put into numbers for the act that opens it; undefined for a duty that does not. */
export function cadenceStated({ recurs }: RuleBinding, says: (field: string) => unknown, house: (setting: string) => Period | null): { readonly time: 1; readonly every?: Period; readonly by?: 'rule' | 'act' } | undefined {
  if (recurs === undefined) return undefined
  const every = recurs === true ? undefined : recurs.every
  if (every === undefined) return { time: 1 }
  if ('amount' in every) return { time: 1, every, by: 'rule' }
  const stated = 'setting' in every ? house(every.setting) : typeof says(every.field) === 'number' ? { amount: Number(says(every.field)), unit: every.unit } : null
  return stated === null || stated.amount < 1 ? { time: 1 } : { time: 1, every: stated, by: 'act' }
}

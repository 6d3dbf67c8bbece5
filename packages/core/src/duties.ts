import { legalDay, type Day, type Instant, type Lawbook } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { dischargeOf } from './discharge.ts'
import type { Duty } from './duty.ts'
import { fold } from './fold.ts'
import { matchesOpening } from './match.ts'
import { derive, type Opened } from './opened.ts'
import { endOfRecurring, timesOf } from './recurring.ts'
import { standingAt } from './status.ts'
import { isAfter, type Timeline } from './timeline.ts'
import type { Wording } from './version.ts'

/** The act that ends a duty without its being done: its paper was withdrawn or amended, or the matter was closed (what the closing office itself still owes stays). */
function endOf({ opening, bound, owedBy }: Opened, timeline: Timeline, matter: Matter): Act | null {
  const root = timeline.rootOf(opening.n)
  return timeline.acts.find((act) => isAfter(act, opening) && (
    ((act.act === 'withdraw' || (act.act === 'review' && (act.result === 'withdraw' || act.result === 'amend'))) && act.of !== undefined && timeline.rootOf(act.n) === root)
    || (act.act === 'close' && !timeline.acts.some((later) => later.act === 'reopen' && isAfter(later, act)) && matter.organs[act.by]?.role === 'procuratorate' && act.by !== owedBy && act.what === undefined)
    || (bound.binding.superseded?.some((pattern) => matchesOpening(pattern, act, matter)) ?? false))) ?? null
}

/** The duty is to be done before the event that opens it. */
const before = ({ bound: { binding, rule } }: Opened): boolean => {
  const kind = rule.versions.flatMap(({ variants }) => variants).find(({ id }) => id === binding.variant)?.kind ?? rule.periodKind
  return kind === 'at-least-before' || kind === 'window-before'
}
/** What is done before the event, or before an earlier period ended, counts too. */
const dischargeFrom = (one: Opened, start: Day): Day => (before(one) ? ('1900-01-01' as Day) : one.bound.binding.startsAtEndOf === undefined && (one.bound.binding.owedBy === 'recipient' || one.bound.binding.opensOnBreachOf !== undefined) ? start : one.opening.on)
const isOpenBy = (one: Opened, today: Day): boolean =>
  before(one) || (one.bound.binding.opensOnBreachOf === undefined ? one.opening.on <= today : one.start !== null && one.start <= today)

/**
 * The duties of a matter at a moment: who owes what until when, with the ledger of each date. Derived anew from acts and law; nothing else is looked at.
 * @param now  a legal day (end of day) or an instant; decides status and light only, never a date
 * @param wording  by which wording of the rules (default: the one in force on the day that opens the duty)
 */
export function duties(matter: Matter, lawbook: Lawbook, now: Instant | Day, wording: Wording = 'in-force'): readonly Duty[] {
  const { opened, timeline } = derive(matter, lawbook, wording)
  const today = legalDay(now)
  const objected = opened.length > 0 && fold(matter, lawbook).demands.some(({ state }) => state === 'objected' || state === 'in-review')
  const toldOf = (one: Opened, time: number | null, discharge: Act | null, ended: Act | null): Duty => {
    const { bound: { binding, rule }, event, owedBy, several, start, explained, paused } = one
    const done = discharge !== null && discharge.on <= today && (ended === null || isAfter(ended, discharge) || ended.n === discharge.n) ? discharge : null
    const standing = standingAt({ explained, discharge: done, ended: ended?.on ?? null, paused, started: start !== null && (start <= today || before(one)),
      waiting: binding.waiting === true, right: binding.right === true, underReview: objected && binding.perDemand === true }, now, lawbook)
    const label = binding.label
    return {
      id: `${rule.id}${label === undefined ? '' : `:${label}`}@${event.n}${time === null ? '' : `#${time}`}${several ? `/${owedBy}` : ''}`, rule: rule.id, ...(label === undefined ? {} : { label }), ...(time === null ? {} : { time }), owedBy, openedBy: event.n,
      obligation: binding.obligation ?? rule.obligation, due: explained.due, dueAt: explained.dueAt, basis: one.basis, ...standing,
      ...(done !== null && standing.light === 'done' && standing.status !== 'superseded' ? { dischargedBy: done.n } : {}), explained,
    }
  }
  return opened.filter((one) => isOpenBy(one, today)).flatMap((one): readonly Duty[] => {
    const { bound: { binding }, opening, owedBy, start } = one
    const recurs = binding.recurs !== undefined
    const end = (recurs ? endOfRecurring(one, timeline, matter) : null) ?? endOf(one, timeline, matter)
    const ended = end !== null && end.on <= today ? end : null
    if (recurs) return timesOf(one, today, ended?.on ?? null, matter, timeline, lawbook).map(({ one: each, time, discharge }) => toldOf(each, time, discharge, ended))
    return [toldOf(one, null, start === null ? null : dischargeOf({ binding, opening, owedBy, start: dischargeFrom(one, start) }, matter, timeline), ended)]
  })
}

import { addDays, currentVersion, dueOf, legalDay, provisionOf, type Day, type Explained, type Instant, type Lawbook, type Rule, type RuleBinding, type RuleVersion } from '@hengjian/law'
import messages from '../messages/ledger.json' with { type: 'json' }
import type { Act, Matter, PartyKey } from './act.ts'
import { bearersOf } from './bearers.ts'
import { bearingOf, type Bound } from './bindings.ts'
import { allHold } from './conditions.ts'
import { dischargeOf } from './discharge.ts'
import type { Duty } from './duty.ts'
import type { Facts } from './facts.ts'
import { fold } from './fold.ts'
import { matchesOpening } from './match.ts'
import { dayStated, dueOptionsOf, housePeriod } from './periods.ts'
import { fillText } from './refusals.ts'
import { standingAt } from './status.ts'
import { receiptOf, timelineOf, type Timeline } from './timeline.ts'
import { wordingOf, type Wording } from './version.ts'

/** A duty before its status at a moment: everything about it that does not depend on `now`. */
type Opened = { readonly bound: Bound; readonly opening: Act; readonly event: Act; readonly owedBy: PartyKey; readonly several: boolean; readonly start: Day | null; readonly explained: Explained; readonly paused: boolean }

/** The ledger of a period that has not begun: what it waits for, under the rule's own provision. */
function unstarted({ rule, binding }: Bound, version: RuleVersion, lawbook: Lawbook): Explained {
  const { zh, en } = binding.startsAtEndOf === undefined ? messages.unstarted : messages.laterStart
  const [source] = version.sources
  const step = { sign: 'start' as const, what: zh, whatEn: en, date: null, provision: source === undefined ? rule.title.zh : provisionOf(source) }
  return { rule: rule.id, version: { from: version.inForce.from, to: version.inForce.to }, due: null, dueAt: null, steps: [step], provisional: false, calendar: lawbook.calendar.label }
}

/** Acts that open a duty under this binding; with `once` only the first act of the first pattern that any act shows. */
function openingsOf({ opens, once }: RuleBinding, matter: Matter, timeline: Timeline): readonly Act[] {
  if (once !== true) return timeline.acts.filter((act) => opens.some((pattern) => matchesOpening(pattern, act, matter)))
  for (const pattern of opens) {
    const found = timeline.acts.find((act) => matchesOpening(pattern, act, matter))
    if (found !== undefined) return [found]
  }
  return []
}

/** Does the binding ask for the receipt of the act, not for the act alone? */
const onReceipt = (binding: RuleBinding, act: Act): boolean => act.act === 'serve' && binding.opens.some((pattern) => pattern.received === true)

/** The house's own period is said on the ledger, with its reason. */
function withHouse(explained: Explained, binding: RuleBinding, lawbook: Lawbook, stated: Day | null): Explained {
  const house = housePeriod(binding, lawbook)
  if (house === null && stated === null) return explained
  const step = stated !== null
    ? { sign: 'end' as const, what: fillText(messages.stated, { day: stated }).zh, whatEn: fillText(messages.stated, { day: stated }).en, date: stated, provision: lawbook.rules.get(binding.rule)?.title.zh ?? binding.rule }
    : { sign: 'provisional' as const, what: house?.setting.reason.zh ?? '', whatEn: house?.setting.reason.en ?? '', brief: house?.setting.title.zh ?? '', briefEn: house?.setting.title.en ?? '', date: explained.due, provision: house?.setting.title.zh ?? '', chip: '', chipEn: '' }
  return { ...explained, due: stated ?? explained.due, steps: [...explained.steps, step] }
}

/** The wording for the day; one that does not know the binding's variant opens nothing. */
function versionWith({ variant }: RuleBinding, rule: Rule, from: Day, wording: Wording): RuleVersion | null {
  const knows = (version: RuleVersion | null): version is RuleVersion => version !== null && (variant === undefined || version.variants.some(({ id }) => id === variant))
  const found = wordingOf(rule, from, wording)
  if (knows(found)) return found
  const today = wording === 'in-force-else-current' ? currentVersion(rule) : null
  return knows(today) ? today : null
}

type Derived = { readonly opened: readonly Opened[]; readonly timeline: Timeline }
const known = new WeakMap<Matter, Map<string, { readonly lawbook: Lawbook; readonly derived: Derived }>>()

function derive(matter: Matter, lawbook: Lawbook, wording: Wording): Derived {
  const kept = known.get(matter) ?? new Map<string, { readonly lawbook: Lawbook; readonly derived: Derived }>()
  known.set(matter, kept)
  const found = kept.get(wording)
  if (found?.lawbook === lawbook) return found.derived
  const timeline = timelineOf(matter)
  const opened: Opened[] = []
  const later: Bound[] = []
  const facts = (opening: Act): Facts => ({ matter, lawbook, timeline, on: opening.on, duties: () => [], state: () => fold(matter, lawbook), actor: null, attempt: null, opening })
  const open = (bound: Bound, opening: Act, owedBy: PartyKey, several: boolean, from: Day | null, event: Act): void => {
    const { binding, rule } = bound
    if (from === null) {
      const version = wordingOf(rule, opening.on, wording)
      if (version !== null) opened.push({ bound, opening, event: opening, owedBy, several, start: null, explained: unstarted(bound, version, lawbook), paused: false })
      return
    }
    const version = versionWith(binding, rule, from, wording)
    if (version === null) return
    const options = dueOptionsOf(binding, opening, owedBy, matter, timeline, lawbook, from)
    const start = event.at !== undefined && event.on === from ? event.at : from
    const stated = binding.periodFromSetting === undefined ? null : dayStated(opening)
    opened.push({ bound, opening, event, owedBy, several, start: from, explained: withHouse(dueOf(rule, version, start, options, lawbook), binding, lawbook, stated), paused: options.pauses?.some(({ to }) => to === null) ?? false })
  }
  const openAll = (bound: Bound): void => {
    const { binding } = bound
    for (const opening of openingsOf(binding, matter, timeline)) {
      if (binding.if !== undefined && !allHold(binding.if, facts(opening))) continue
      const bearers = bearersOf(binding.owedBy, opening, matter)
      for (const owedBy of bearers) {
        if (binding.opensOnBreachOf !== undefined) {
          const before = opened.find((one) => one.bound.rule.id === binding.opensOnBreachOf && one.opening.n === opening.n)
          const due = before?.explained.due ?? null
          const done = before === undefined || before.start === null ? null : dischargeOf({ binding: before.bound.binding, opening, owedBy: before.owedBy, start: before.start }, matter, timeline)
          if (before !== undefined && due !== null && (done === null || done.on > due)) open(bound, opening, owedBy, bearers.length > 1, addDays(due, 1), opening)
        } else if (binding.startsAtEndOf !== undefined) {
          const before = opened.find((one) => one.bound.rule.id === binding.startsAtEndOf && one.opening.n === opening.n)
          if (before !== undefined) open(bound, opening, owedBy, bearers.length > 1, before.explained.due, opening)
        } else if (onReceipt(binding, opening)) {
          const receipt = receiptOf(timeline, opening, binding.owedBy === 'recipient' ? owedBy : opening.to?.[0] ?? owedBy)
          open(bound, opening, owedBy, bearers.length > 1, receipt?.on ?? null, receipt?.by ?? opening)
        } else open(bound, opening, owedBy, bearers.length > 1, opening.on, opening)
      }
    }
  }
  for (const bound of bearingOf(matter, lawbook).bound) {
    if (bound.binding.startsAtEndOf === undefined && bound.binding.opensOnBreachOf === undefined) openAll(bound)
    else later.push(bound)
  }
  later.forEach(openAll)
  const derived = { opened, timeline }
  kept.set(wording, { lawbook, derived })
  return derived
}

/** The day on which a duty ended without being done: its paper was withdrawn or amended, or the matter was closed (what the closing office itself still owes stays). */
function endedOn({ opening, bound, owedBy }: Opened, timeline: Timeline, matter: Matter): Day | null {
  const root = timeline.rootOf(opening.n)
  const end = timeline.acts.find((act) => act.on >= opening.on && act.n !== opening.n && (
    ((act.act === 'withdraw' || (act.act === 'review' && (act.result === 'withdraw' || act.result === 'amend'))) && act.of !== undefined && timeline.rootOf(act.n) === root)
    || (act.act === 'close' && !timeline.acts.some((later) => later.act === 'reopen' && later.on >= act.on) && matter.organs[act.by]?.role === 'procuratorate' && act.by !== owedBy && act.what === undefined)
    || (bound.binding.superseded?.some((pattern) => matchesOpening(pattern, act, matter)) ?? false)))
  return end?.on ?? null
}

/** The duty is to be done before the event that opens it. */
const before = ({ bound }: Opened): boolean => bound.rule.periodKind === 'at-least-before' || bound.rule.periodKind === 'window-before'
/** What is done before the event, or before an earlier period ended, counts too. */
const dischargeFrom = (one: Opened, start: Day): Day => (before(one) ? ('1900-01-01' as Day) : one.bound.binding.startsAtEndOf === undefined ? start : one.opening.on)
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
  return opened.filter((one) => isOpenBy(one, today)).map((one): Duty => {
    const { bound: { binding, rule }, opening, event, owedBy, several, start, explained, paused } = one
    const discharge = start === null ? null : dischargeOf({ binding, opening, owedBy, start: dischargeFrom(one, start) }, matter, timeline)
    const done = discharge !== null && discharge.on <= today ? discharge : null
    const ended = endedOn(one, timeline, matter)
    const standing = standingAt({ explained, discharge: done, ended: ended !== null && ended <= today ? ended : null, paused, started: start !== null && (start <= today || before(one)),
      waiting: binding.waiting === true, right: binding.right === true, underReview: objected && binding.perDemand === true }, now, lawbook)
    const label = binding.label
    return {
      id: `${rule.id}${label === undefined ? '' : `:${label}`}@${event.n}${several ? `/${owedBy}` : ''}`, rule: rule.id, ...(label === undefined ? {} : { label }), owedBy, openedBy: event.n,
      obligation: binding.obligation ?? rule.obligation, due: explained.due, dueAt: explained.dueAt, ...standing,
      ...(done !== null && standing.light === 'done' && standing.status !== 'superseded' ? { dischargedBy: done.n } : {}), explained,
    }
  })
}

import { addDays, currentVersion, versionAt, type Day, type Explained, type Lawbook, type Rule, type RuleBinding, type RuleVersion } from '@hengjian/law'
import type { Act, Matter, PartyKey } from './act.ts'
import { datedBy, type Basis } from './basis.ts'
import { bearersOf } from './bearers.ts'
import { bearingOf, type Bound } from './bindings.ts'
import { allHold } from './conditions.ts'
import { dischargeOf } from './discharge.ts'
import type { Facts } from './facts.ts'
import { fold } from './fold.ts'
import { matchesOpening } from './match.ts'
import { dayStated, dueOptionsOf, housePeriod, settingOf } from './periods.ts'
import { openedOn, receiptOf, timelineOf, type Timeline } from './timeline.ts'
import { wordingOf, type Wording } from './version.ts'

/** A duty before its status at a moment: everything about it that does not depend on `now`. */
export type Opened = { readonly bound: Bound; readonly opening: Act; readonly event: Act; readonly owedBy: PartyKey; readonly several: boolean; readonly start: Day | null; readonly basis: Basis; readonly explained: Explained; readonly paused: boolean }

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
const onReceipt = ({ opens }: RuleBinding, act: Act, matter: Matter): boolean => opens.some((pattern) => pattern.received === true && matchesOpening(pattern, act, matter))

/** The wording for the day; one that does not know the binding's variant opens nothing. */
function versionWith({ variant }: RuleBinding, rule: Rule, from: Day, began: Day, wording: Wording): RuleVersion | null {
  const knows = (version: RuleVersion | null): version is RuleVersion => version !== null && (variant === undefined || version.variants.some(({ id }) => id === variant))
  const found = wordingOf(rule, from, began, wording)
  if (knows(found)) return found
  const today = wording === 'in-force-else-current' ? currentVersion(rule) : null
  return knows(today) ? today : null
}

/** A right or a time to wait out: what becomes of it when its day has passed. */
const natureOf = ({ waiting, right }: RuleBinding): Pick<Basis, 'waiting' | 'right'> => ({ ...(waiting === true ? { waiting } : {}), ...(right === true ? { right } : {}) })

/** An older wording that the matter keeps, told by the first day of the one that it does not follow. */
function keepsOf(rule: Rule, from: Day, version: RuleVersion, wording: Wording): Pick<Basis, 'insteadOf'> {
  const newer = wording === 'current' ? null : versionAt(rule, from)
  return newer === null || newer === version || newer.inForce.from === null || newer.applies !== 'matters-from' ? {} : { insteadOf: newer.inForce.from }
}

type Derived = { readonly opened: readonly Opened[]; readonly timeline: Timeline }
const known = new WeakMap<Matter, Map<string, { readonly lawbook: Lawbook; readonly derived: Derived }>>()

/** The duties that the acts of a matter opened, worked out once a matter object, lawbook and wording. */
export function derive(matter: Matter, lawbook: Lawbook, wording: Wording): Derived {
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
    const began = openedOn(timeline) ?? opening.on
    if (from === null) {
      const version = wordingOf(rule, opening.on, began, wording)
      if (version === null) return
      const basis: Basis = { rule: rule.id, version: version.inForce.from, start: null, options: {}, waits: binding.startsAtEndOf === undefined ? 'receipt' : 'earlier', ...natureOf(binding) }
      opened.push({ bound, opening, event: opening, owedBy, several, start: null, basis, explained: datedBy(basis, lawbook), paused: false })
      return
    }
    const version = versionWith(binding, rule, from, began, wording)
    if (version === null) return
    const options = dueOptionsOf(binding, opening, owedBy, matter, timeline, lawbook, from)
    const start = event.at !== undefined && event.on === from ? event.at : from
    const stated = binding.periodFromSetting === undefined && version.period !== null ? null : dayStated(opening)
    const basis: Basis = { rule: rule.id, version: version.inForce.from, start, options, ...(housePeriod(binding, lawbook, from) === null ? {} : { setting: settingOf(binding) ?? '' }), ...(stated === null ? {} : { stated }), ...natureOf(binding), ...keepsOf(rule, from, version, wording) }
    opened.push({ bound, opening, event, owedBy, several, start: from, basis, explained: datedBy(basis, lawbook), paused: options.pauses?.some(({ to }) => to === null) ?? false })
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
        } else if (onReceipt(binding, opening, matter)) {
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

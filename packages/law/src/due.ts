import type { Lawbook } from './data.ts'
import { addDays, type Day, type Instant } from './day.ts'
import type { Explained } from './explanation.ts'
import type { Computing, Period, Rule, RuleVersion } from './rule.ts'

/** An extension as decided: on which day, and for how long where the decision or the source leaves it open. */
export type ExtensionGiven = { readonly on: Day; readonly period?: Period }
/** Time that does not count: from the day of suspension to the day of resumption; `to` null while it lasts. */
export type Pause = { readonly from: Day; readonly to: Day | null; readonly because?: string }

/** The facts that a date depends on beside its start; leave out what does not apply. The same function answers "what if" with other facts. */
export type DueOptions = {
  readonly variant?: string
  /** A person is detained: the last day does not roll where the regime says so. */
  readonly custody?: boolean
  /** The first day counts. */
  readonly inclusive?: boolean
  readonly noRoll?: boolean
  /** The length that the instrument or the act itself fixes, instead of the rule's. */
  readonly period?: Period
  /** The regime of the proceedings that the act belongs to, for rules whose own source is silent on counting. */
  readonly computing?: Computing
  /** Which time of a duty that comes again: its last day is `time` cadences after the start. `every`: the cadence where it is not the rule's period, and what states it. */
  readonly recurring?: { readonly time: number; readonly every?: Period; readonly by?: 'rule' | 'act' }
  readonly extensions?: readonly ExtensionGiven[]
  readonly pauses?: readonly Pause[]
}

/** The version of a rule in force on a day; null before the first one and in a gap. Versions are half-open: `to` is the first day no longer in force. */
export const versionAt = (rule: Rule, on: Day): RuleVersion | null =>
  rule.versions.find(({ inForce: { from, to } }) => (from === null || from <= on) && (to === null || on < to)) ?? null

/**
 * The version for an event of a day in a matter that was opened on a day: the one in force on the day of the event, unless its transitional rule
 * leaves older matters to the version before. `keeps`: the version that would have applied to a newer matter.
 */
export function versionFor(rule: Rule, on: Day, opened: Day): { readonly version: RuleVersion; readonly keeps?: RuleVersion } | null {
  const first = versionAt(rule, on)
  let version = first
  while (version?.applies === 'matters-from' && version.inForce.from !== null && opened < version.inForce.from) version = versionAt(rule, addDays(version.inForce.from, -1))
  return version === null ? null : { version, ...(version === first || first === null ? {} : { keeps: first }) }
}

/** The version of today's rulebook. */
export function currentVersion(rule: Rule): RuleVersion {
  const version = rule.versions[0]
  if (version === undefined) throw new RangeError(`rule '${rule.id}' has no version`)
  return version
}

export type DueOf = (rule: Rule, version: RuleVersion, start: Day | Instant, options: DueOptions, lawbook: Lawbook) => Explained

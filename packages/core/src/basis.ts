import { dueOf, fromNumber, legalDay, reckon, type Day, type DueOptions, type Explained, type Instant, type Lawbook, type Rule, type RuleVersion } from '@hengjian/law'
import type { Duty } from './duty.ts'
import { houseLine, transitional, unstarted } from './ledger.ts'
import { standingAt } from './status.ts'

/**
 * What a date is computed from, without the acts: enough to compute it again when a calendar, a wording or a setting has changed.
 * `version`: the first day of the wording (null where its first day is not known). `start` null: the period has not begun.
 */
export type Basis = {
  readonly rule: string
  readonly version: Day | null
  readonly start: Day | Instant | null
  readonly options: DueOptions
  /** The house setting that gives the length. */
  readonly setting?: string
  /** The day that an act of the matter itself set. */
  readonly stated?: Day
  /** First day of a newer wording that this matter does not follow, because it began before. */
  readonly insteadOf?: Day
  /** What a period that has not begun waits for: the receipt of its act, or the end of an earlier period. */
  readonly waits?: 'receipt' | 'earlier'
  /** A time to wait out, a right that lapses: what becomes of it when its day has passed. */
  readonly waiting?: true
  readonly right?: true
}

const versions = new WeakMap<Rule, ReadonlyMap<Day | null, RuleVersion>>()

/** Rule and wording of a basis; null when this lawbook no longer has them, then the acts must be asked. */
function wordingOf({ rule: id, version }: Basis, lawbook: Lawbook): { readonly rule: Rule; readonly version: RuleVersion } | null {
  const rule = lawbook.rules.get(id)
  if (rule === undefined) return null
  const byDay = versions.get(rule) ?? new Map(rule.versions.map((one) => [one.inForce.from, one]))
  versions.set(rule, byDay)
  const found = byDay.get(version)
  return found === undefined ? null : { rule, version: found }
}

/** The date with its ledger. Throws RangeError for a basis that this lawbook does not know. */
export function datedBy(basis: Basis, lawbook: Lawbook): Explained {
  const found = wordingOf(basis, lawbook)
  if (found === null) throw new RangeError(`the lawbook has no wording of '${basis.rule}' from ${basis.version ?? 'the beginning'}`)
  const { rule, version } = found
  if (basis.start === null) return unstarted(rule, basis.waits ?? 'receipt', version, lawbook)
  return houseLine(transitional(dueOf(rule, version, basis.start, basis.options, lawbook), basis, rule), basis, lawbook)
}

export type Dated = Pick<Explained, 'due' | 'dueAt'>

/** The last day alone, in numbers only: a million of them take a second or two. `undefined`: this lawbook does not know the basis. */
export function dayBy(basis: Basis, lawbook: Lawbook): Dated | undefined {
  if (basis.start === null) return { due: null, dueAt: null }
  const found = wordingOf(basis, lawbook)
  if (found === null) return undefined
  const { period, stopped, end, at } = reckon(found.rule, found.version, basis.start, basis.options, lawbook)
  const dated = period !== null && !stopped
  return { due: basis.stated ?? (dated ? fromNumber(end) : null), dueAt: dated ? at : null }
}

/** Status and light of an open duty on another day of its end; `underReview` as it stands in the matter. */
export function standBy(basis: Basis, { due, dueAt }: Dated, underReview: boolean, now: Instant | Day, lawbook: Lawbook): Pick<Duty, 'status' | 'light'> {
  const { start, waiting = false, right = false, options } = basis
  const kind = lawbook.rules.get(basis.rule)?.periodKind
  const before = kind === 'at-least-before' || kind === 'window-before'
  const paused = options.pauses?.some(({ to }) => to === null) ?? false
  const { status, light } = standingAt({ explained: { due, dueAt }, discharge: null, ended: null, paused, started: start !== null && (before || legalDay(start) <= legalDay(now)), waiting, right, underReview }, now, lawbook)
  return { status, light }
}

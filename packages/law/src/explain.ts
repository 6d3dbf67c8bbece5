import { endOf } from './count.ts'
import type { ComputingRegime, Lawbook } from './data.ts'
import { addMonthsTo, civilOf, fromNumber, instantAt, legalDay, minutesOf, toNumber, type Day, type DayNumber, type Instant } from './day.ts'
import type { DueOf, DueOptions } from './due.ts'
import type { Explained } from './explanation.ts'
import { flag, ledgerOf, reasonOf, type Facts, type Hold } from './ledger.ts'
import { moved } from './moved.ts'
import type { Period, Rule, RuleVersion } from './rule.ts'
import { statingSources } from './stating.ts'

const silentRegime = 'default-engineering'

/** How this version is counted: by its own source; where that is silent, by the proceedings that the act belongs to; else by the house default. */
function regimeOf({ computing }: RuleVersion, options: DueOptions, lawbook: Lawbook): ComputingRegime {
  const own = computing === null || computing === 'unspecified' ? options.computing ?? 'unspecified' : computing
  const regime = lawbook.computing.get(own === 'unspecified' ? silentRegime : own)
  if (regime === undefined) throw new RangeError(`the lawbook has no way of counting '${own}'`)
  return regime
}

const gradeAs = (rule: Rule, version: RuleVersion): Rule['confidence'] => version.confidence ?? rule.confidence
const grades = new WeakMap<Period, number>()

/** What is weak about the text in which a period was read; kept per period, which belongs to one version. */
function gradeOf(version: RuleVersion, period: Period): number {
  const known = grades.get(period)
  if (known !== undefined) return known
  const origins = statingSources(version, period).map(({ textOrigin }) => textOrigin)
  const weak = origins.every((origin) => origin !== 'copied' && origin !== 'transcribed')
  const grade = (weak ? (origins.every((origin) => origin === 'noted') ? flag.noted : flag.origin) : 0)
  grades.set(period, grade)
  return grade
}

/** The length stands in the rule, not in an act or in a setting of the house. */
const byRule = ({ period, recurring }: DueOptions): boolean => (recurring?.every === undefined ? period === undefined : recurring.by !== 'act')

/** The month to which a period runs lacks the day that it started on (31 January, one month). */
const lacksDay = (from: DayNumber, months: number): boolean => {
  const { day } = civilOf(from)
  if (day <= 28) return false
  return civilOf(addMonthsTo(from, months, 'clamp')).day !== day
}

/** The moment at which hours start to count. By procedural law the hour of the event does not count; where the source is silent, the moment itself. */
const firstMinute = (at: Instant, { hoursFrom }: ComputingRegime): number => (hoursFrom === 'moment' ? minutesOf(at) : (Math.floor(minutesOf(at) / 60) + 1) * 60)

/**
 * The facts of a date, in numbers: last day, what moved it, what is uncertain. Nothing is written out, so a million dates can be computed again
 * after a new calendar in a second or two; `explain` spells one out.
 *
 * @throws RangeError when `options.variant` or `options.computing` names nothing
 */
export function reckon(rule: Rule, version: RuleVersion, start: Day | Instant, options: DueOptions, lawbook: Lawbook): Facts {
  const variant = options.variant === undefined ? undefined : version.variants.find(({ id }) => id === options.variant)
  if (options.variant !== undefined && variant === undefined) throw new RangeError(`rule '${rule.id}' has no variant '${options.variant}'`)
  const once = options.recurring?.every ?? options.period ?? variant?.period ?? version.period
  const time = options.recurring?.time ?? 1
  const period = once === null || time === 1 ? once : { ...once, amount: once.amount * time }
  const regime = regimeOf(version, options, lawbook)
  const { calendar } = lawbook
  const from = toNumber(legalDay(start))
  const inclusive = options.inclusive ?? variant?.inclusive ?? false
  const unverified = gradeAs(rule, version) === 'unverified'
  if (once === null || period === null || unverified) return { rule, version, variant, options, regime, lawbook, start, from, period: null, inclusive, counted: from, nominal: from, end: from, hold: null, trail: none, at: null, flags: unverified ? flag.unverified : 0, stopped: false }

  const { unit, amount } = period
  const kind = variant?.kind ?? rule.periodKind
  const back = period.direction === 'before'
  const byWorkingDays = unit === 'working-days'
  let flags = (gradeAs(rule, version) === 'high' ? 0 : flag.confidence) | (byRule(options) ? gradeOf(version, once) : 0) | (regime.silent ? flag.silent : 0)
  const counted = endOf(from, back ? -amount : amount, unit, regime.months, inclusive, calendar)
  if (regime.monthsInferred && !regime.silent && (unit === 'months' || unit === 'years') && lacksDay(from, unit === 'years' ? amount * 12 : amount)) flags |= flag.months

  let nominal = counted
  let trail: Facts['trail'] = none
  let stopped = false
  if (options.extensions !== undefined || options.pauses !== undefined) {
    const after = moved({ from, nominal, unit, peremptory: kind === 'limitation', back }, version, options, regime, calendar)
    nominal = after.nominal; trail = after.trail; stopped = after.stopped; flags |= after.flags
  }

  let [end, at, hold]: [DayNumber, Instant | null, Hold] = [nominal, null, null]
  if (unit === 'hours') {
    if (start.length === 10) flags |= flag.clock
    else {
      at = instantAt(firstMinute(start as Instant, regime) + amount * 60 + (nominal - counted) * 1440)
      end = toNumber(legalDay(at))
    }
  } else if (byWorkingDays) {
    if (end > calendar.last || Math.min(from, end) < calendar.first) flags |= flag.calendar
  } else if (regime.roll && !back && amount > 0) {
    hold = options.noRoll === true ? 'act'
      : version.custody === 'always' || (options.custody === true && regime.custodyStopsRoll) ? 'custody'
      : kind === 'maximum-term' || kind === 'minimum-retention' || variant?.noRoll === true ? 'term' : null
    if (hold === null) {
      end = calendar.rollForward(nominal)
      if (end > calendar.last || nominal < calendar.first) flags |= flag.calendar
    }
  }
  return { rule, version, variant, options, regime, lawbook, start, from, period, inclusive, counted, nominal, end, hold, trail, at, flags, stopped }
}
const none: Facts['trail'] = []

/** Facts spelled out: the date and the ledger that leads to it. */
export function explain(facts: Facts): Explained {
  const { rule, version, period, end, at, flags, stopped, lawbook } = facts
  const dated = period !== null && !stopped
  return {
    rule: rule.id, version: version.inForce, due: dated ? fromNumber(end) : null, dueAt: dated ? at : null, steps: ledgerOf(facts),
    provisional: flags !== 0, ...(flags === 0 ? {} : { provisionalBecause: reasonOf(facts) }), calendar: lawbook.calendar.label,
  }
}

/**
 * The date by which a rule must be kept, with every step that leads to it. The first day does not count; months run to the same day or the last
 * of the month (criminal proceedings: from a month's end to a month's end); a last day off rolls to the next working day, never in custody;
 * periods in hours end at an instant of Shanghai time; a period before an event is counted back. Extensions and suspensions are taken in the order
 * of their days. A rule without a period gives `due: null` and says why; what is uncertain is marked provisional with its reason.
 *
 * @param start day or instant of the event, legal time; instants are read in Asia/Shanghai whatever the machine's zone
 * @throws RangeError when `options.variant` or `options.computing` names nothing: doors check what users type
 * @source 刑事诉讼法第一百零五条; 民事诉讼法第八十五条; 最高人民法院刑诉法解释第二百零二条; 监察法实施条例第三百二十七条
 */
export const dueOf: DueOf = (rule, version, start, options, lawbook) => explain(reckon(rule, version, start, options, lawbook))

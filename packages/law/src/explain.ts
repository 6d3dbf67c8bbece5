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

const grades = new WeakMap<Period, number>()

/** What is uncertain about a period as read; kept per period, which belongs to one version. */
function gradeOf(rule: Rule, version: RuleVersion, period: Period): number {
  const known = grades.get(period)
  if (known !== undefined) return known
  const origins = statingSources(version, period).map(({ textOrigin }) => textOrigin)
  const weak = origins.every((origin) => origin !== 'copied' && origin !== 'transcribed')
  const grade = ((version.confidence ?? rule.confidence) === 'high' ? 0 : flag.confidence) | (weak ? (origins.every((origin) => origin === 'noted') ? flag.noted : flag.origin) : 0)
  grades.set(period, grade)
  return grade
}

function explained(facts: Facts, due: Day | null, dueAt: Instant | null): Explained {
  const { version: { inForce }, flags, lawbook: { calendar } } = facts
  let steps: Explained['steps'] | undefined
  return {
    rule: facts.rule.id, version: inForce, due, dueAt,
    // A recomputation of a million dates reads none of them; whoever looks gets every line, made once.
    get steps() { return (steps ??= ledgerOf(facts)) },
    provisional: flags !== 0, ...(flags === 0 ? {} : { provisionalBecause: reasonOf(facts) }), calendar: calendar.label,
  }
}

/** The month to which a period runs lacks the day that it started on (31 January, one month). */
const lacksDay = (from: DayNumber, months: number): boolean => {
  const { day } = civilOf(from)
  if (day <= 28) return false
  return civilOf(addMonthsTo(from, months, 'clamp')).day !== day
}

/** The moment at which hours start to count. By procedural law the hour of the event does not count; where the source is silent, the moment itself. */
const firstMinute = (at: Instant, { hoursFrom }: ComputingRegime): number => (hoursFrom === 'moment' ? minutesOf(at) : (Math.floor(minutesOf(at) / 60) + 1) * 60)

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
export const dueOf: DueOf = (rule, version, start, options, lawbook) => {
  const variant = options.variant === undefined ? undefined : version.variants.find(({ id }) => id === options.variant)
  if (options.variant !== undefined && variant === undefined) throw new RangeError(`rule '${rule.id}' has no variant '${options.variant}'`)
  const period = options.period ?? variant?.period ?? version.period
  const regime = regimeOf(version, options, lawbook)
  const { calendar } = lawbook
  const from = toNumber(legalDay(start))
  const facts = { rule, version, variant, options, regime, lawbook, start, from }
  if (period === null) return explained({ ...facts, period, counted: from, nominal: from, end: from, hold: null, inclusive: false, trail: [], at: null, flags: 0, stopped: false }, null, null)

  const { unit, amount } = period
  const kind = variant?.kind ?? rule.periodKind
  const inclusive = options.inclusive ?? variant?.inclusive ?? false
  const back = period.direction === 'before'
  const byWorkingDays = unit === 'working-days'
  let flags = (options.period === undefined ? gradeOf(rule, version, period) : 0) | (regime.silent ? flag.silent : 0)
  let nominal = endOf(from, back ? -amount : amount, unit, regime.months, inclusive, calendar)
  if (regime.monthsInferred && !regime.silent && (unit === 'months' || unit === 'years') && lacksDay(from, unit === 'years' ? amount * 12 : amount)) flags |= flag.months

  const base = { ...facts, period, inclusive, counted: nominal }

  let trail: Facts['trail'] = []
  let stopped = false
  if ((options.extensions?.length ?? 0) + (options.pauses?.length ?? 0) > 0) {
    const after = moved({ from, nominal, unit, peremptory: kind === 'limitation', back }, version, options, regime, calendar)
    nominal = after.nominal; trail = after.trail; stopped = after.stopped; flags |= after.flags
  }

  if (unit === 'hours') {
    if (start.length === 10) return explained({ ...base, nominal, end: nominal, hold: null, trail, at: null, flags: flags | flag.clock, stopped }, stopped ? null : fromNumber(nominal), null)
    const shift = (nominal - from - Math.ceil(amount / 24)) * 1440
    const at = instantAt(firstMinute(start as Instant, regime) + amount * 60 + shift)
    const day = legalDay(at)
    return explained({ ...base, nominal, end: toNumber(day), hold: null, trail, at, flags, stopped }, stopped ? null : day, stopped ? null : at)
  }

  const rolls = regime.roll && !back && !byWorkingDays && amount > 0
  const hold: Hold = !rolls ? null : options.noRoll === true ? 'act'
    : version.custody === 'always' || (options.custody === true && regime.custodyStopsRoll) ? 'custody'
    : kind === 'maximum-term' || kind === 'minimum-retention' || variant?.noRoll === true ? 'term' : null
  const end = rolls && hold === null ? calendar.rollForward(nominal) : nominal
  if ((byWorkingDays || (rolls && hold === null)) && (end > calendar.last || Math.min(nominal, byWorkingDays ? from : nominal) < calendar.first)) flags |= flag.calendar
  return explained({ ...base, nominal, end, hold, trail, at: null, flags, stopped }, stopped ? null : fromNumber(end), null)
}

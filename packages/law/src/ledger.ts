import type { ComputingRegime, Lawbook } from './data.ts'
import { civilOf, fromNumber, minutesOf, type Day, type DayNumber, type Instant } from './day.ts'
import type { DueOptions } from './due.ts'
import type { Step, StepSign } from './explanation.ts'
import { chipOf, provisionOf } from './messages/chip.ts'
import * as say from './messages/ledger.ts'
import { speaksOfExtension, speaksOfTimeOut } from './messages/numerals.ts'
import type { Period, Rule, RuleVersion, Source, Text, Variant } from './rule.ts'
import { statingSources } from './stating.ts'

/** Why a date is provisional, as bits: a date carries its reasons as one number until somebody reads them. */
export const flag = { calendar: 1, silent: 2, months: 4, confidence: 8, origin: 16, noted: 32, clock: 64, unstated: 128, late: 256, again: 512, paused: 1024, unverified: 2048 } as const
type Flag = keyof typeof flag

/** What kept a last day from rolling. */
export type Hold = 'custody' | 'term' | 'act' | null

/** An extension or a suspension as it moved the last day, in numbers. */
export type TrailStep =
  | { readonly kind: 'extended'; readonly on: DayNumber; readonly to: DayNumber; readonly period: Period }
  | { readonly kind: 'extended-again'; readonly on: DayNumber; readonly times: number }
  | { readonly kind: 'extended-late' | 'extended-unstated' | 'not-extendable' | 'not-pausable' | 'no-effect'; readonly on: DayNumber }
  | { readonly kind: 'paused'; readonly on: DayNumber; readonly until: DayNumber; readonly to: DayNumber; readonly because: string | undefined }
  | { readonly kind: 'paused-open'; readonly on: DayNumber; readonly left: number; readonly because: string | undefined }

/** Everything that a date rests on, in numbers; the sentences are made from it when somebody looks. */
export type Facts = {
  readonly rule: Rule
  readonly version: RuleVersion
  readonly variant: Variant | undefined
  readonly options: DueOptions
  readonly regime: ComputingRegime
  readonly lawbook: Lawbook
  readonly start: Day | Instant
  readonly from: DayNumber
  readonly period: Period | null
  /** The last day as counted, before extensions and suspensions. */
  readonly counted: DayNumber
  /** The last day after them, before rolling. */
  readonly nominal: DayNumber
  readonly end: DayNumber
  readonly hold: Hold
  readonly inclusive: boolean
  readonly trail: readonly TrailStep[]
  readonly at: Instant | null
  readonly flags: number
  readonly stopped: boolean
}

type Ground = { readonly provision: string; readonly chip: Text; readonly quote?: string }

const stated: Ground = { provision: say.byAct, chip: say.byActChip }
const cited = (source: Source | undefined): Ground => (source === undefined ? stated : { provision: provisionOf(source), chip: chipOf(source), ...(source.quote === '' ? {} : { quote: source.quote }) })

function settled({ lawbook }: Facts, id: string): Ground {
  const title = lawbook.settings.get(id)?.title ?? { zh: id, en: id }
  return { provision: say.setting(title), chip: say.settingChip(title) }
}

/** The sentence of the regime that a step rests on; where it has none, the setting that stands in for it. */
function grounds(facts: Facts, use: keyof ComputingRegime['uses'], otherwise: string): Ground {
  const topic = facts.regime.uses[use]
  const provision = topic === undefined ? undefined : facts.regime.provisions.find((one) => one.topic === topic)
  return provision ? cited(provision.source) : settled(facts, otherwise)
}

const workingGround = (facts: Facts): Ground => {
  if (facts.regime.uses.working !== undefined) return grounds(facts, 'working', 'computing.days-off')
  const general = facts.lawbook.computing.get('working-days')
  return cited(general?.provisions.find(({ topic }) => topic === general.uses.working)?.source)
}

function noticeOf({ lawbook: { calendar } }: Facts, n: DayNumber): Ground {
  const year = Number(fromNumber(n).slice(0, 4))
  const notice = calendar.years.find((one) => one.year === year)?.notices.at(-1)
  const chip = say.noticeChip(year)
  return notice === undefined ? { provision: say.setting({ zh: `${year}`, en: `${year}` }), chip } : { chip, provision: `${notice.title}${notice.no === null ? '' : `（${notice.no}）`}` }
}

const reasons: Readonly<Record<Exclude<Flag, 'calendar'>, say.Line>> = {
  silent: say.provisional.silent, months: say.provisional.months, confidence: say.provisional.confidence, origin: say.provisional.origin, noted: say.provisional.noted,
  clock: say.provisional.clock, unstated: say.provisional.unstated, late: say.provisional.late, again: say.provisional.again, paused: say.provisional.paused, unverified: say.provisional.unverified,
}
const flagNames = Object.keys(flag) as readonly Flag[]
const raised = ({ flags }: Facts): readonly Flag[] => flagNames.filter((name) => (flags & flag[name]) !== 0)
const wordOf = ({ lawbook: { calendar } }: Facts, name: Flag): say.Line => (name === 'calendar' ? say.provisional.calendar(calendar.firstYear, calendar.lastYear) : reasons[name])

/** Why a date is provisional, in one sentence a reason. */
export const reasonOf = (facts: Facts): string => raised(facts).map((name) => wordOf(facts, name).zh).join('；')

function groundOf(facts: Facts, name: Flag): Ground {
  switch (name) {
    case 'calendar': return settled(facts, 'computing.unpublished')
    case 'silent': return settled(facts, 'computing.default')
    case 'months': return settled(facts, 'computing.months')
    case 'confidence': case 'origin': case 'noted': case 'unstated': case 'late': case 'again': case 'clock': case 'paused': case 'unverified': return cited(facts.version.sources[0])
  }
}

/** Whether the end of a month decided: the start is a month's last day, or the later month lacks its day. */
const atMonthEnd = (from: DayNumber, counted: DayNumber, inclusive: boolean): boolean => civilOf(from + 1).day === 1 || civilOf(from).day !== civilOf(inclusive ? counted + 1 : counted).day

type Put = (sign: StepSign, line: say.Line, date: DayNumber | null, ground: Ground) => void

/** The ledger of a date, line by line: what starts it, how it is counted, what moved it, where it ends. */
export function ledgerOf(facts: Facts): readonly Step[] {
  const { rule, version, options, regime, lawbook: { calendar }, start, from, period, counted, nominal, end, hold, inclusive, at, stopped } = facts
  const steps: Step[] = []
  const put: Put = (sign, { zh, en, brief }, date, { provision, chip, quote }) => {
    steps.push({ sign, what: zh, whatEn: en, brief: brief.zh, briefEn: brief.en, date: date === null ? null : fromNumber(date), provision, chip: chip.zh, chipEn: chip.en, ...(quote === undefined ? {} : { quote }) })
  }
  const { recurring } = options
  const once = recurring?.every ?? facts.variant?.period ?? version.period
  const first = cited(once === null || options.period !== undefined ? version.sources[0] : statingSources(version, once)[0])
  const noQuote: Ground = { provision: first.provision, chip: first.chip }
  put('start', start.length === 10 ? say.started(from, rule.trigger) : say.startedAt(minutesOf(start as Instant), rule.trigger), from, noQuote)
  if (period === null) {
    if ((facts.flags & flag.unverified) === 0) put('end', say.noPeriod(version.noPeriodBecause ?? rule.obligation), null, first)
    for (const name of raised(facts)) put('provisional', wordOf(facts, name), null, groundOf(facts, name))
    return steps
  }
  const own = options.period === undefined && recurring?.by !== 'act' ? first : stated
  const back = period.direction === 'before'

  if (regime.id !== version.computing && (version.computing === null || version.computing === 'unspecified') && !regime.silent) put('count', say.byProceedings(regime.title), null, settled(facts, 'computing.by-proceedings'))
  if (at !== null) {
    const moment = regime.hoursFrom === 'moment'
    const counts = moment ? minutesOf(start as Instant) : (Math.floor(minutesOf(start as Instant) / 60) + 1) * 60
    put('count', moment ? say.countedFromMoment(counts) : say.countedFromHour(counts), from, moment ? settled(facts, 'computing.hours-start') : grounds(facts, 'start', 'computing.default'))
    put('period', say.runsHours(period, minutesOf(at)), end, own)
  } else if (back) {
    if (rule.periodKind === 'window-before') put('period', say.window(period, nominal, from), nominal, own)
    else put('period', say.before(period, nominal), nominal, own)
    put('count', say.countedBack(nominal), nominal, settled(facts, 'computing.before'))
  } else if (period.amount === 0) {
    put('period', say.sameDay(nominal), nominal, own)
  } else {
    if (inclusive) put('count', say.countedInclusive(from), from, own)
    else put('count', say.countedFrom(from + 1), from + 1, grounds(facts, 'start', 'computing.default'))
    if (recurring !== undefined) put('period', say.recurs({ ...period, amount: period.amount / recurring.time }, recurring.time), null, own)
    put('period', options.period === undefined || recurring !== undefined ? say.runs(period, counted) : say.fixedByAct(period), counted, own)
    if (period.unit === 'working-days') put('working', say.working(period.amount, counted - from - period.amount), counted, workingGround(facts))
    if ((period.unit === 'months' || period.unit === 'years') && atMonthEnd(from, counted, inclusive)) put('period', say.monthEnd(counted), counted, grounds(facts, 'month', 'computing.months'))
  }
  for (const step of facts.trail) trailLine(facts, step, put)
  if (at === null && !stopped && !back && period.amount > 0 && period.unit !== 'working-days') {
    if (hold !== null) put('roll', say.notRolled(end, hold), end, hold === 'custody' ? grounds(facts, 'custody', 'computing.default') : hold === 'term' ? settled(facts, 'computing.fixed-terms') : own)
    else if (end !== nominal) {
      for (let n = nominal; n < end;) {
        const { kind, name } = calendar.kindOf(n)
        let last = n
        while (last + 1 < end && calendar.kindOf(last + 1).name === name && calendar.kindOf(last + 1).kind === kind) last++
        put('skip', say.daysOff(n, last, name, n === nominal), last, kind === 'off' && calendar.published(n) ? noticeOf(facts, n) : settled(facts, 'computing.days-off'))
        n = last + 1
      }
      put('roll', say.rolled(end), end, grounds(facts, 'roll', 'computing.default'))
    }
    const mark = calendar.kindOf(end)
    if (hold === null && mark.kind === 'worked') put('skip', say.makeUp(end, mark.name ?? ''), end, noticeOf(facts, end))
  }
  for (const name of raised(facts)) put('provisional', wordOf(facts, name), null, groundOf(facts, name))
  if (!stopped) put('end', at === null ? say.ends(end) : say.endsAt(minutesOf(at)), end, noQuote)
  return steps
}

/** What lets time not count: the rule's own source, else the sentence on it of a law that the rule rests on, else the act itself. */
function pauseGround(sources: readonly Source[], { computing }: Lawbook): Ground {
  const own = sources.find(({ quote }) => speaksOfTimeOut(quote))
  if (own) return cited(own)
  for (const { uses, provisions } of computing.values()) {
    const kin = provisions.find(({ topic, source }) => topic === uses.pause && sources.some(({ law }) => law === source.law))
    if (kin) return cited(kin.source)
  }
  return stated
}

function trailLine(facts: Facts, step: TrailStep, put: Put): void {
  const { version, version: { sources }, lawbook } = facts
  const pause = (): Ground => pauseGround(sources, lawbook)
  const stating = (): Ground => cited((facts.period === null ? undefined : statingSources(version, facts.variant?.period ?? facts.period)[0]) ?? sources[0])
  const extension = (): Ground => cited(sources.find(({ quote }) => speaksOfExtension(quote)) ?? sources[0])
  switch (step.kind) {
    case 'extended': put('extend', say.extended(step.on, step.period, step.to), step.to, extension()); break
    case 'extended-again': put('extend', say.extendedAgain(step.on, step.times), null, extension()); break
    case 'extended-late': put('extend', say.extendedLate(step.on), null, extension()); break
    case 'extended-unstated': put('extend', say.extendedUnstated(step.on), null, extension()); break
    case 'not-extendable': put('extend', say.notExtendable(step.on), null, stating()); break
    case 'not-pausable': put('pause', facts.period?.direction === 'before' ? say.notPausableBack(step.on) : say.notPausable(step.on), null, stating()); break
    case 'no-effect': put('pause', say.noEffect(step.on), null, pause()); break
    case 'paused': put('pause', say.paused(step.on, step.until, step.because, step.to), step.to, pause()); break
    case 'paused-open': put('pause', say.pausedOpen(step.on, step.left, step.because), null, pause()); break
  }
}

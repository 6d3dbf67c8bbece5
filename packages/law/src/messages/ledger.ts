// The sentences of the ledger of a date, in both languages. One sentence a line; names and dates are put in whole, nothing is glued from fragments.
import { fromNumber, instantAt, weekdayOf, type DayNumber } from '../day.ts'
import type { StepSign } from '../explanation.ts'
import type { Period, Text } from '../rule.ts'
import { periodEn, periodZh } from './numerals.ts'

const zhDays = '一二三四五六日'
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const zhDay = (n: DayNumber): string => `${fromNumber(n)}（周${zhDays[weekdayOf(n) - 1]}）`
const enDay = (n: DayNumber): string => `${fromNumber(n)} (${enDays[weekdayOf(n) - 1]})`
/** A moment as people write it, in legal time; from minutes since 1970. */
const clockOf = (at: number): string => instantAt(at).slice(11, -6)
const legalDayOf = (at: number): DayNumber => Math.floor((at + 480) / 1440)
const zhAt = (at: number): string => `${zhDay(legalDayOf(at))}${clockOf(at)}`
const enAt = (at: number): string => `${clockOf(at)} on ${enDay(legalDayOf(at))}`
const said = (zh: string, en: string): Text => ({ zh, en })

export const started = (n: DayNumber, trigger: Text): Text => said(`${zhDay(n)}：${trigger.zh}`, `${enDay(n)}: ${trigger.en}`)
export const startedAt = (at: number, trigger: Text): Text => said(`${zhAt(at)}：${trigger.zh}`, `${enAt(at)}: ${trigger.en}`)
export const countedFrom = (n: DayNumber): Text => said(`开始之日不计算在内，自${zhDay(n)}起算`, `The day of the event does not count; counting starts on ${enDay(n)}`)
export const byProceedings = (title: Text): Text => said(`来源未规定计算方法，文书附于${title.zh}，按其期间规定计算`, `The source is silent on counting; the act belongs to ${title.en}, whose rules on periods apply`)
export const countedInclusive = (n: DayNumber): Text => said(`自${zhDay(n)}当日起算`, `Counting starts on ${enDay(n)} itself`)
export const countedFromHour = (at: number): Text => said(`开始的时不计算在内，自次时${zhAt(at)}起算`, `The hour of the event does not count; counting starts at ${enAt(at)}`)
export const countedFromMoment = (at: number): Text => said(`自${zhAt(at)}起算`, `Counting starts at ${enAt(at)}`)
export const runs = (period: Period, n: DayNumber): Text => said(`期间${periodZh(period)}，至${zhDay(n)}`, `A period of ${periodEn(period)}, to ${enDay(n)}`)
export const runsHours = (period: Period, at: number): Text => said(`期间${periodZh(period)}，至${zhAt(at)}`, `A period of ${periodEn(period)}, to ${enAt(at)}`)
export const sameDay = (n: DayNumber): Text => said(`应于当日${zhDay(n)}完成`, `To be done the same day, ${enDay(n)}`)
export const before = (period: Period, n: DayNumber): Text => said(`${periodZh(period)}前，最迟为${zhDay(n)}`, `At least ${periodEn(period)} before: ${enDay(n)} at the latest`)
export const window = (period: Period, from: DayNumber, to: DayNumber): Text => said(`届满前${periodZh(period)}以内，自${zhDay(from)}至${zhDay(to)}`, `Within the ${periodEn(period)} before: from ${enDay(from)} to ${enDay(to)}`)
export const fixedByAct = (period: Period): Text => said(`期限由文书载明：${periodZh(period)}`, `The length is fixed by the instrument: ${periodEn(period)}`)
export const monthEnd = (n: DayNumber): Text => said(`起算日为月末或者到期月没有对应日，至${zhDay(n)}`, `Counting starts at a month's end, or the later month lacks the day: to ${enDay(n)}`)
export const countedBack = (n: DayNumber): Text => said(`自事件之日倒数自然日，至${zhDay(n)}，不向后顺延`, `Calendar days are counted back from the event to ${enDay(n)}; no rolling forward`)
export const working = (count: number, skipped: number): Text => said(`逐日数工作日${count}个，其间跳过休息日${skipped}日`, `${count} working days are counted; ${skipped} days off between them are skipped`)
export const daysOff = (n: DayNumber, last: DayNumber, name: string | null): Text => said(
  `${zhDay(n)}${last > n ? `至${zhDay(last)}` : ''}为${name === null ? '周末休息日' : `${name}放假`}`, `${enDay(n)}${last > n ? ` to ${enDay(last)}` : ''}: ${name === null ? 'weekend' : `days off (${name})`}`)
export const makeUp = (n: DayNumber, name: string): Text => said(`${zhDay(n)}为${name}调休上班日，是工作日`, `${enDay(n)} is a make-up working day (${name})`)
export const rolled = (n: DayNumber): Text => said(`末日为休息日，顺延至其后第一个工作日${zhDay(n)}`, `The last day is a day off and rolls to the next working day, ${enDay(n)}`)
export const notRolled = (n: DayNumber, why: 'custody' | 'term' | 'act'): Text => {
  switch (why) {
    case 'custody': return said(`在押期间至期满之日为止，不因节假日顺延：${zhDay(n)}`, `In custody the period ends on its day, holidays do not prolong it: ${enDay(n)}`)
    case 'term': return said(`存续的期间不因休息日变动：${zhDay(n)}`, `A span of time is not moved by days off: ${enDay(n)}`)
    case 'act': return said(`文书或者决定写明的末日，不顺延：${zhDay(n)}`, `A last day fixed by the decision does not roll: ${enDay(n)}`)
  }
}
export const paused = (from: DayNumber, to: DayNumber, because: string | undefined, n: DayNumber): Text => said(
  `${zhDay(from)}起${because ?? '中止'}，${zhDay(to)}恢复，其间${to - from}日不计入，末日变为${zhDay(n)}`, `Suspended from ${enDay(from)} to ${enDay(to)}${because === undefined ? '' : ` (${because})`}: ${to - from} days do not count, the last day becomes ${enDay(n)}`)
export const pausedOpen = (from: DayNumber, left: number, because: string | undefined): Text => said(
  `${zhDay(from)}起${because ?? '中止'}，尚未恢复，期间停止计算，余${left}日`, `Suspended since ${enDay(from)}${because === undefined ? '' : ` (${because})`}: the period stands still with ${left} days left`)
export const noEffect = (from: DayNumber): Text => said(`${zhDay(from)}起的中止在期间之外，不影响末日`, `The suspension from ${enDay(from)} lies outside the period and changes nothing`)
export const extended = (on: DayNumber, period: Period, n: DayNumber): Text => said(`${zhDay(on)}决定延长${periodZh(period)}，末日变为${zhDay(n)}`, `Extended on ${enDay(on)} by ${periodEn(period)}: the last day becomes ${enDay(n)}`)
export const extendedLate = (on: DayNumber): Text => said(`延长决定${zhDay(on)}在届满之后作出，效力须核实`, `The extension of ${enDay(on)} came after the period had ended; whether it holds must be checked`)
export const extendedUnstated = (on: DayNumber): Text => said(`${zhDay(on)}决定延长，来源未定长度，须由批准文书载明，暂按原期限`, `Extended on ${enDay(on)}, but the source gives no length and the decision must state it; the date stays as it was`)
export const extendedAgain = (on: DayNumber, times: number): Text => said(`${zhDay(on)}再次延长，超过${times}次的须报上一级批准`, `Extended again on ${enDay(on)}; more than ${times} needs the approval of the next higher level`)
export const notExtendable = (on: DayNumber): Text => said(`${zhDay(on)}的延长不计入：所引条文没有规定可以延长`, `The extension of ${enDay(on)} is not counted: the provision knows no extension`)
export const notPausable = (on: DayNumber): Text => said(`${zhDay(on)}的中止不计入：不变期间，不适用中止、中断、延长`, `The suspension of ${enDay(on)} is not counted: a peremptory period is neither suspended nor extended`)
export const noPeriod = (obligation: Text): Text => said(`所引条文没有规定期限，不计算日期：${obligation.zh}`, `The provision gives no period, so no date is computed: ${obligation.en}`)
export const ends = (n: DayNumber): Text => said(`${zhDay(n)}24:00届满`, `Ends at 24:00 on ${enDay(n)}`)
export const endsAt = (at: number): Text => said(`${zhAt(at)}届满`, `Ends at ${enAt(at)}`)

/** Why a date is provisional. */
export const provisional = {
  calendar: (first: number, last: number): Text => said(`节假日安排只公布到${last}年（自${first}年起收录），此日期按周末和固定节日推算，公布后重算`, `Holidays are known from ${first} to ${last} only; this date rests on weekends and fixed holidays and will be computed again`),
  silent: said('来源未规定期间计算方法，按默认做法计算，非法定', 'The source does not say how the period is counted; the default of the house is used, it is not statutory'),
  months: said('以月计算而无对应日的处理属于推定', 'How months without the day are counted is an inference'),
  confidence: said('规则置信度不高，所引文本须以官方文本核对', 'The rule is of less than high confidence; its text must be checked against the official one'),
  origin: said('期限只见于网页转载或者新闻转述，须以官方文本核对', 'The period was read on a web mirror or in the news only; it must be checked against the official text'),
  noted: said('较早文本的期限为摘记，未存原文', 'The period of the older wording was noted; its sentence was not kept'),
  clock: said('起算时刻未载，只能算到日', 'The hour of the start is not on record; only the day can be told'),
  unstated: said('延长的长度未载明', 'The length of the extension is not stated'),
  late: said('延长决定在届满之后作出', 'The extension came after the period had ended'),
  again: said('延长次数超过本级可批准的次数', 'More extensions than this level may grant'),
  paused: said('期间中止，尚未恢复', 'The period is suspended'),
  asIfCurrent: said('该日之前没有读到有效的文本，按现行条文计算', 'No wording was read that was in force on that day; computed as if the present one had been'),
} as const

export const setting = (title: Text): string => `来源未规定（设置：${title.zh}）`
export const byAct = '文书载明'

/** The signs of the ledger, one character a line. */
export const stepSigns: Readonly<Record<StepSign, string>> = { start: '起', count: '算', period: '期', working: '数', skip: '跳', roll: '顺', pause: '停', extend: '延', end: '止', provisional: '疑' }

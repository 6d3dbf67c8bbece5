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
/** A sentence, and the same in a few words where its date stands beside it. */
export type Line = Text & { readonly brief: Text }
const said = (zh: string, en: string, briefZh: string, briefEn: string): Line => ({ zh, en, brief: { zh: briefZh, en: briefEn } })

export const started = (n: DayNumber, trigger: Text): Line => said(`${zhDay(n)}：${trigger.zh}`, `${enDay(n)}: ${trigger.en}`, trigger.zh, trigger.en)
export const startedAt = (at: number, trigger: Text): Line => said(`${zhAt(at)}：${trigger.zh}`, `${enAt(at)}: ${trigger.en}`, `${trigger.zh}，${clockOf(at)}`, `${trigger.en}, ${clockOf(at)}`)
export const countedFrom = (n: DayNumber): Line => said(`开始之日不计算在内，自${zhDay(n)}起算`, `The day of the event does not count; counting starts on ${enDay(n)}`, '次日起算', 'counting starts the next day')
export const byProceedings = (title: Text): Line => said(`来源未规定计算方法，文书附于${title.zh}，按其期间规定计算`, `The source is silent on counting; the act belongs to ${title.en}, whose rules on periods apply`, `按${title.zh}计算`, `counted as in ${title.en}`)
export const countedInclusive = (n: DayNumber): Line => said(`自${zhDay(n)}当日起算`, `Counting starts on ${enDay(n)} itself`, '当日起算', 'the day itself counts')
export const countedFromHour = (at: number): Line => said(`开始的时不计算在内，自次时${zhAt(at)}起算`, `The hour of the event does not count; counting starts at ${enAt(at)}`, `次时起算，${clockOf(at)}`, `from the next hour, ${clockOf(at)}`)
export const countedFromMoment = (at: number): Line => said(`自${zhAt(at)}起算`, `Counting starts at ${enAt(at)}`, `自该时刻起算，${clockOf(at)}`, `from that moment, ${clockOf(at)}`)
export const runs = (period: Period, n: DayNumber): Line => said(`期间${periodZh(period)}，至${zhDay(n)}`, `A period of ${periodEn(period)}, to ${enDay(n)}`, `加${periodZh(period)}`, `plus ${periodEn(period)}`)
export const runsHours = (period: Period, at: number): Line => said(`期间${periodZh(period)}，至${zhAt(at)}`, `A period of ${periodEn(period)}, to ${enAt(at)}`, `加${periodZh(period)}，至${clockOf(at)}`, `plus ${periodEn(period)}, to ${clockOf(at)}`)
export const sameDay = (n: DayNumber): Line => said(`应于当日${zhDay(n)}完成`, `To be done the same day, ${enDay(n)}`, '当日完成', 'the same day')
export const before = (period: Period, n: DayNumber): Line => said(`${periodZh(period)}前，最迟为${zhDay(n)}`, `At least ${periodEn(period)} before: ${enDay(n)} at the latest`, `${periodZh(period)}前，最迟之日`, `at least ${periodEn(period)} before`)
export const window = (period: Period, from: DayNumber, to: DayNumber): Line => said(`届满前${periodZh(period)}以内，自${zhDay(from)}至${zhDay(to)}`, `Within the ${periodEn(period)} before: from ${enDay(from)} to ${enDay(to)}`, `届满前${periodZh(period)}以内，自此日起`, `within the ${periodEn(period)} before, from`)
export const fixedByAct = (period: Period): Line => said(`期限由文书载明：${periodZh(period)}`, `The length is fixed by the instrument: ${periodEn(period)}`, `文书载明${periodZh(period)}`, `${periodEn(period)}, by the instrument`)
export const recurs = (period: Period, time: number): Line => said(`每${periodZh(period)}一次，这是第${time}次，连续自起算之日计算`, `Every ${periodEn(period)}; this is time ${time}, counted on from the same start`, `第${time}次`, `time ${time}`)
export const monthEnd = (n: DayNumber): Line => said(`起算日为月末或者到期月没有对应日，至${zhDay(n)}`, `Counting starts at a month's end, or the later month lacks the day: to ${enDay(n)}`, '到期月的月末日', 'the last day of the month')
export const countedBack = (n: DayNumber): Line => said(`自事件之日倒数自然日，至${zhDay(n)}，不向后顺延`, `Calendar days are counted back from the event to ${enDay(n)}; no rolling forward`, '倒数自然日，不顺延', 'counted back, no rolling')
export const working = (count: number, skipped: number): Line => said(`逐日数工作日${count}个，其间跳过休息日${skipped}日`, `${count} working days are counted; ${skipped} days off between them are skipped`, `数工作日${count}个，跳过${skipped}日`, `${count} working days, ${skipped} skipped`)
/** `first`: the last day as counted is among these days; else they follow other days off. */
export const daysOff = (n: DayNumber, last: DayNumber, name: string | null, first: boolean): Line => said(
  `${zhDay(n)}${last > n ? `至${zhDay(last)}` : ''}为${name === null ? '周末休息日' : `${name}放假`}`, `${enDay(n)}${last > n ? ` to ${enDay(last)}` : ''}: ${name === null ? 'weekend' : `days off (${name})`}`,
  `${first ? '末日' : '其后'}为${name === null ? '周末休息日' : `${name}放假`}${last > n ? '，至' : ''}`, `${first ? 'the last day is' : 'then'} ${name === null ? 'a weekend' : `a day off (${name})`}${last > n ? ', to' : ''}`)
export const makeUp = (n: DayNumber, name: string): Line => said(`${zhDay(n)}为${name}调休上班日，是工作日`, `${enDay(n)} is a make-up working day (${name})`, `${name}调休上班日，是工作日`, `a make-up working day (${name})`)
export const rolled = (n: DayNumber): Line => said(`末日为休息日，顺延至其后第一个工作日${zhDay(n)}`, `The last day is a day off and rolls to the next working day, ${enDay(n)}`, '顺延至其后第一个工作日', 'rolls to the next working day')
export const notRolled = (n: DayNumber, why: 'custody' | 'term' | 'act'): Line => {
  switch (why) {
    case 'custody': return said(`在押期间至期满之日为止，不因节假日顺延：${zhDay(n)}`, `In custody the period ends on its day, holidays do not prolong it: ${enDay(n)}`, '在押期间，不顺延', 'in custody, no rolling')
    case 'term': return said(`存续的期间不因休息日变动：${zhDay(n)}`, `A span of time is not moved by days off: ${enDay(n)}`, '存续的期间，不顺延', 'a span of time, no rolling')
    case 'act': return said(`文书或者决定写明的末日，不顺延：${zhDay(n)}`, `A last day fixed by the decision does not roll: ${enDay(n)}`, '文书写明的末日，不顺延', 'fixed by the decision, no rolling')
  }
}
export const paused = (from: DayNumber, to: DayNumber, because: string | undefined, n: DayNumber): Line => said(
  `${zhDay(from)}起${because ?? '中止'}，${zhDay(to)}恢复，其间${to - from}日不计入，末日变为${zhDay(n)}`, `Suspended from ${enDay(from)} to ${enDay(to)}${because === undefined ? '' : ` (${because})`}: ${to - from} days do not count, the last day becomes ${enDay(n)}`, `${because ?? '中止'}${to - from}日，不计入`, `suspended for ${to - from} days`)
export const pausedOpen = (from: DayNumber, left: number, because: string | undefined): Line => said(
  `${zhDay(from)}起${because ?? '中止'}，尚未恢复，期间停止计算，余${left}日`, `Suspended since ${enDay(from)}${because === undefined ? '' : ` (${because})`}: the period stands still with ${left} days left`, `${because ?? '中止'}，余${left}日`, `suspended, ${left} days left`)
export const noEffect = (from: DayNumber): Line => said(`${zhDay(from)}起的中止在期间之外，不影响末日`, `The suspension from ${enDay(from)} lies outside the period and changes nothing`, '期间之外的中止，不影响末日', 'a suspension outside the period')
export const extended = (on: DayNumber, period: Period, n: DayNumber): Line => said(`${zhDay(on)}决定延长${periodZh(period)}，末日变为${zhDay(n)}`, `Extended on ${enDay(on)} by ${periodEn(period)}: the last day becomes ${enDay(n)}`, `延长${periodZh(period)}`, `extended by ${periodEn(period)}`)
export const extendedLate = (on: DayNumber): Line => said(`延长决定${zhDay(on)}在届满之后作出，效力须核实`, `The extension of ${enDay(on)} came after the period had ended; whether it holds must be checked`, '届满之后的延长，效力须核实', 'extended after the end, to be checked')
export const extendedUnstated = (on: DayNumber): Line => said(`${zhDay(on)}决定延长，来源未定长度，须由批准文书载明，暂按原期限`, `Extended on ${enDay(on)}, but the source gives no length and the decision must state it; the date stays as it was`, '延长的长度未载明，暂按原期限', 'extended, length not stated')
export const extendedAgain = (on: DayNumber, times: number): Line => said(`${zhDay(on)}再次延长，超过${times}次的须报上一级批准`, `Extended again on ${enDay(on)}; more than ${times} needs the approval of the next higher level`, `再次延长，超过${times}次`, `extended more than ${times} times`)
export const notExtendable = (on: DayNumber): Line => said(`${zhDay(on)}的延长不计入：所引条文没有规定可以延长`, `The extension of ${enDay(on)} is not counted: the provision knows no extension`, '没有规定可以延长，不计入', 'extension not counted')
export const notPausable = (on: DayNumber): Line => said(`${zhDay(on)}的中止不计入：不变期间，不适用中止、中断、延长`, `The suspension of ${enDay(on)} is not counted: a peremptory period is neither suspended nor extended`, '不变期间，中止不计入', 'suspension not counted')
export const notPausableBack = (on: DayNumber): Line => said(`${zhDay(on)}的中止不计入：事件之前的期限从事件之日倒数，不因中止变动`, `The suspension of ${enDay(on)} is not counted: a time before an event is counted back from it and is not moved by a suspension`, '倒数的期限，中止不计入', 'suspension not counted')
export const noPeriod = (obligation: Text): Line => said(`所引条文没有规定期限，不计算日期：${obligation.zh}`, `The provision gives no period, so no date is computed: ${obligation.en}`, '没有规定期限', 'no period is given')
export const ends = (n: DayNumber): Line => said(`${zhDay(n)}24:00届满`, `Ends at 24:00 on ${enDay(n)}`, '期限届满', 'the period ends')
export const endsAt = (at: number): Line => said(`${zhAt(at)}届满`, `Ends at ${enAt(at)}`, '期限届满', 'the period ends')

/** Why a date is provisional. */
export const provisional = {
  calendar: (first: number, last: number): Line => said(`节假日安排只公布到${last}年（自${first}年起收录），此日期按周末和固定节日推算，公布后重算`, `Holidays are known from ${first} to ${last} only; this date rests on weekends and fixed holidays and will be computed again`, '节假日尚未公布，暂按周末和固定节日', 'holidays not published yet'),
  silent: said('来源未规定期间计算方法，按默认做法计算，非法定', 'The source does not say how the period is counted; the default of the house is used, it is not statutory', '来源未规定计算方法，按默认做法', 'the source is silent on counting'),
  months: said('以月计算而无对应日的处理属于推定', 'How months without the day are counted is an inference', '没有对应日的处理属于推定', "a month's end is an inference"),
  confidence: said('规则的把握不足，日期为暂定，须以官方文本核对', 'The rule is of less than high confidence: the date is provisional, its text must be checked against the official one', '规则文本待核对，日期暂定', 'text to be checked, provisional'),
  origin: said('期限只见于网页转载或者新闻转述，须以官方文本核对', 'The period was read on a web mirror or in the news only; it must be checked against the official text', '期限出自转载或者转述，待核对', 'read on a mirror or in the news only'),
  noted: said('较早文本的期限为摘记，未存原文', 'The period of the older wording was noted; its sentence was not kept', '较早文本为摘记，未存原文', 'the older wording was noted only'),
  clock: said('起算时刻未载，只能算到日', 'The hour of the start is not on record; only the day can be told', '起算时刻未载，只能算到日', 'the hour of the start is not known'),
  unstated: said('延长的长度未载明', 'The length of the extension is not stated', '延长的长度未载明', 'length of the extension not stated'),
  late: said('延长决定在届满之后作出', 'The extension came after the period had ended', '延长决定在届满之后作出', 'extended after the end'),
  again: said('延长次数超过本级可批准的次数', 'More extensions than this level may grant', '延长次数超过本级权限', 'more extensions than this level may grant'),
  paused: said('期间中止，尚未恢复', 'The period is suspended', '期间中止，尚未恢复', 'the period is suspended'),
  unverified: said('规则未经核实，不起算任何期限，核对官方文本后再计算', 'The rule is unverified: it starts no period; dates are computed once its text was checked against the official one', '规则未经核实，不起算', 'unverified, no period starts'),
  asIfCurrent: said('该日之前没有读到有效的文本，按现行条文计算', 'No wording was read that was in force on that day; computed as if the present one had been', '按现行条文计算', 'computed as if the present wording applied'),
} as const

export const setting = (title: Text): string => `来源未规定（设置：${title.zh}）`
export const settingChip = (title: Text): Text => ({ zh: `设置：${title.zh}`, en: `setting: ${title.en}` })
export const byAct = '文书载明'
export const byActChip: Text = { zh: byAct, en: 'stated in the instrument' }
/** The notice of the State Council on a year's days off, as a chip. */
export const noticeChip = (year: number): Text => ({ zh: `${year}年放假通知`, en: `notice on days off of ${year}` })

/** The signs of the ledger, one character a line. */
export const stepSigns: Readonly<Record<StepSign, string>> = { start: '起', count: '算', period: '期', working: '数', skip: '跳', roll: '顺', pause: '停', extend: '延', end: '止', provisional: '疑' }

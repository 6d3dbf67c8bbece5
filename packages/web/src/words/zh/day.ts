import type { Day, Instant } from '../../api/wire.gen.ts'
import { legal, parts, weekday } from '../legalTime.ts'

const names = '日一二三四五六'
const monthDay = (day: Day): string => day.slice(5)

export const day = {
  /** 周一 … 周日; `of` takes 1 Monday … 7 Sunday. */
  weekdayLetter: (of: number) => names[of % 7] ?? '',
  weekdayOf: (day: Day) => `周${names[weekday(day)]}`,
  /** 10-26 周一 */
  short: (day: Day) => `${monthDay(day)} 周${names[weekday(day)]}`,
  /** 10-26 */
  brief: monthDay,
  /** 10月26日 */
  long: (day: Day) => `${parts(day).m}月${parts(day).d}日`,
  /** 10月26日 周一 */
  longWeekday: (day: Day) => `${parts(day).m}月${parts(day).d}日 周${names[weekday(day)]}`,
  /** 2026年10月26日 */
  full: (day: Day) => `${parts(day).y}年${parts(day).m}月${parts(day).d}日`,
  month: (day: Day) => `${parts(day).m}月`,
  /** On an axis: the year only where it is another than today's. */
  axis: (day: Day, today: Day) => (day.slice(0, 4) === today.slice(0, 4) ? monthDay(day) : day),
  range: (from: Day, to: Day) => `${parts(from).m}月${parts(from).d}日 — ${parts(from).m === parts(to).m ? '' : `${parts(to).m}月`}${parts(to).d}日`,
  /** 2026-10-13 09:10, legal time */
  moment: (at: Instant) => { const when = legal(at); return `${when.day} ${when.time}` },
  /** 10-13 09:10 */
  momentBrief: (at: Instant) => { const when = legal(at); return `${monthDay(when.day)} ${when.time}` },
  /** 今 09:10, 昨 16:40, 10-10 */
  recent: (at: Instant, today: Day, yesterday: Day) => { const when = legal(at); return when.day === today ? `今 ${when.time}` : when.day === yesterday ? `昨 ${when.time}` : monthDay(when.day) },
  clock: (at: Instant | number) => legal(at).time,
  time: (at: Instant) => legal(at).time,
}

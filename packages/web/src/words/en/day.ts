import type { Day, Instant } from '../../api/wire.gen.ts'
import { legal, parts, weekday } from '../legalTime.ts'

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthDay = (day: Day): string => day.slice(5)
const short = (day: Day): string => `${parts(day).d} ${months[parts(day).m - 1] ?? ''}`

export const day = {
  weekdayLetter: (of: number) => (names[of % 7] ?? '').slice(0, 2),
  weekdayOf: (day: Day) => names[weekday(day)] ?? '',
  short: (day: Day) => `${monthDay(day)} ${names[weekday(day)]}`,
  brief: monthDay,
  long: short,
  longWeekday: (day: Day) => `${names[weekday(day)]} ${short(day)}`,
  full: (day: Day) => `${short(day)} ${parts(day).y}`,
  month: (day: Day) => months[parts(day).m - 1] ?? '',
  axis: (day: Day, today: Day) => (day.slice(0, 4) === today.slice(0, 4) ? monthDay(day) : day),
  range: (from: Day, to: Day) => `${short(from)} — ${short(to)}`,
  moment: (at: Instant) => { const when = legal(at); return `${when.day} ${when.time}` },
  momentBrief: (at: Instant) => { const when = legal(at); return `${monthDay(when.day)} ${when.time}` },
  recent: (at: Instant, today: Day, yesterday: Day) => { const when = legal(at); return when.day === today ? `today ${when.time}` : when.day === yesterday ? `yest. ${when.time}` : monthDay(when.day) },
  clock: (at: Instant | number) => legal(at).time,
  time: (at: Instant) => legal(at).time,
}

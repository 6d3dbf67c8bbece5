import type { Day } from '../api/wire.gen.ts'

const serial = (day: Day): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000

/** Whole calendar days from `from` to `to`; negative when `to` lies before. For bars and counts only: due dates come from the law. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from)

/** The day `n` calendar days later. For calendars and strips only. */
export const shift = (day: Day, n: number): Day => new Date((serial(day) + n) * 86_400_000).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const monday = (day: Day): Day => shift(day, -((new Date(serial(day) * 86_400_000).getUTCDay() + 6) % 7))

declare const dayBrand: unique symbol
declare const instantBrand: unique symbol

/** A legal day, 'YYYY-MM-DD', in Asia/Shanghai. Days sort and compare as text. */
export type Day = string & { readonly [dayBrand]: true }
/** A moment, ISO 8601 with seconds optional and an offset always: '2026-02-10T10:00+08:00'. */
export type Instant = string & { readonly [instantBrand]: true }

/** Why a text is not a day: it names only a month, has another form, or names a day that no calendar has. */
export type DayFault = 'month-only' | 'form' | 'no-such-day'

/** Days since 1970-01-01. Arithmetic is done on these; text is made only at the edge. */
export type DayNumber = number

/** Number of the civil day; months from 1. Proleptic Gregorian, any year (after H. Hinnant's civil-days algorithm). */
export function numberOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** Year, month (from 1) and day of a day number. */
export function civilOf(n: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 }
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Number of days of a month (from 1). */
export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : lengths[month - 1] ?? 0

/** What is wrong with a text that should be a day, or null when it is one. Years 1900 to 2999: anything else is a slip of the pen. */
export function dayFault(text: string): DayFault | null {
  if (/^\d{4}-\d{2}$/.test(text)) return 'month-only'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'form'
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  return year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month) ? 'no-such-day' : null
}

export const isDay = (text: unknown): text is Day => typeof text === 'string' && dayFault(text) === null

/** A day from text. Throws RangeError on anything that is not one; doors ask `dayFault` first and say it in the user's words. */
export function day(text: string): Day {
  const fault = dayFault(text)
  if (fault !== null) throw new RangeError(`'${text}' is not a day (${fault})`)
  return text as Day
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

const digits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
export const toNumber = (d: Day): DayNumber => numberOf(digits(d, 0) * 100 + digits(d, 2), digits(d, 5), digits(d, 8))

export function fromNumber(n: DayNumber): Day {
  const { year, month, day: dayOfMonth } = civilOf(n)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` as Day
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (n: DayNumber): number => (((n + 3) % 7) + 7) % 7 + 1
export const weekday = (d: Day): number => weekdayOf(toNumber(d))
export const addDays = (d: Day, count: number): Day => fromNumber(toNumber(d) + count)
/** Calendar days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/**
 * How months are counted.
 * `clamp`: the same day of the later month, else its last day (监察法实施条例第三百二十七条).
 * `end-to-end`: as clamp, but a period that starts on the last day of a month ends on the last day of the later month (最高人民法院刑诉法解释第二百零二条).
 */
export type MonthRegime = 'clamp' | 'end-to-end'

/** Adds months to a day number. Whole years are twelve months each. */
export function addMonthsTo(n: DayNumber, months: number, regime: MonthRegime): DayNumber {
  const { year, month, day: dayOfMonth } = civilOf(n)
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  const last = lengthOfMonth(toYear, toMonth)
  const atEnd = regime === 'end-to-end' && dayOfMonth === lengthOfMonth(year, month)
  return numberOf(toYear, toMonth, atEnd || dayOfMonth > last ? last : dayOfMonth)
}
export const addMonths = (d: Day, months: number, regime: MonthRegime = 'clamp'): Day => fromNumber(addMonthsTo(toNumber(d), months, regime))
export const addYears = (d: Day, years: number, regime: MonthRegime = 'clamp'): Day => addMonths(d, years * 12, regime)

const instantForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Why a text is not an instant. An instant without an offset is refused: a machine's zone is never guessed into a legal moment. */
export type InstantFault = 'no-offset' | 'form' | 'no-such-day'
export function instantFault(text: string): InstantFault | null {
  const match = instantForm.exec(text)
  if (!match) return instantForm.test(`${text}Z`) ? 'no-offset' : 'form'
  return dayFault(match[1] ?? '') === null ? null : 'no-such-day'
}
export const isInstant = (text: unknown): text is Instant => typeof text === 'string' && instantFault(text) === null

/** An instant from text. Throws RangeError on anything that is not one. */
export function instant(text: string): Instant {
  const fault = instantFault(text)
  if (fault !== null) throw new RangeError(`'${text}' is not an instant (${fault})`)
  return text as Instant
}

/** Minutes since 1970-01-01T00:00Z, with fractions where seconds are given. */
export function minutesOf(at: Instant): number {
  const match = instantForm.exec(at)
  if (!match) throw new RangeError(`'${at}' is not an instant`)
  const [, date = '', hours, minutes, seconds = '0', fraction = '0', zone = 'Z'] = match
  const offset = zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  return toNumber(date as Day) * 1440 + Number(hours) * 60 + Number(minutes) + (Number(seconds) + Number(`0.${fraction}`)) / 60 - offset
}

/** Legal time is UTC+8 all year (summer time ended in 1991, before any act that the product may hold). */
const shanghai = 480

/** The legal day of an instant, or the day itself, in Asia/Shanghai whatever the machine's zone. */
export const legalDay = (at: Instant | Day): Day => (at.length === 10 ? (at as Day) : fromNumber(Math.floor((minutesOf(at as Instant) + shanghai) / 1440)))

/** Hour and minute of an instant in Asia/Shanghai, as 'HH:MM'. */
export function legalClock(at: Instant): string {
  const minutes = Math.floor(minutesOf(at) + shanghai)
  const ofDay = ((minutes % 1440) + 1440) % 1440
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}

/** An instant of legal time from minutes since 1970-01-01T00:00Z; seconds are kept when there are any. */
export function instantAt(minutes: number): Instant {
  const seconds = Math.round((minutes + shanghai) * 60)
  const ofDay = ((seconds % 86400) + 86400) % 86400
  const tail = ofDay % 60 === 0 ? '' : `:${two(ofDay % 60)}`
  return `${fromNumber(Math.floor(seconds / 86400))}T${two(Math.floor(ofDay / 3600))}:${two(Math.floor(ofDay / 60) % 60)}${tail}+08:00` as Instant
}

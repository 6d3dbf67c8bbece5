import { fromNumber, numberOf, toNumber, weekdayOf, type Day, type DayNumber } from './day.ts'

/** One holiday of one year: the days off, and the weekend days worked in exchange (调休上班). */
export type Holiday = { readonly name: string; readonly off: readonly Day[]; readonly worked: readonly Day[] }

/** The notice that a year's arrangement was read from. `no` and `date` are null where the source does not give them. */
export type Notice = { readonly title: string; readonly no: string | null; readonly date: Day | null; readonly readAt: string }

export type CalendarYear = { readonly year: number; readonly notices: readonly Notice[]; readonly holidays: readonly Holiday[]; readonly remarks?: string }

/** Fixed-date holidays of the national regulation; they hold beyond the last published year, without the exchange of days. */
export type FixedHoliday = { readonly month: number; readonly day: number; readonly name: string }

/**
 * The calendar of holidays and make-up working days. A day outside the published years is judged by weekends and fixed holidays only; `published` tells.
 * Working days are counted with prefix sums, so any length of period costs the same.
 */
export type Calendar = {
  readonly label: string
  readonly years: readonly CalendarYear[]
  readonly fixed: readonly FixedHoliday[]
  readonly firstYear: number
  readonly lastYear: number
  readonly published: (n: DayNumber) => boolean
  readonly isWorking: (n: DayNumber) => boolean
  /** The first working day on or after `n`. */
  readonly rollForward: (n: DayNumber) => DayNumber
  /** The `count`th working day after `n` (before it, when negative). */
  readonly addWorking: (n: DayNumber, count: number) => DayNumber
  /** 'off' with the holiday's name, 'worked' (调休), 'weekend' or 'working'. */
  readonly kindOf: (n: DayNumber) => { readonly kind: 'off' | 'worked' | 'weekend' | 'working'; readonly name: string | null; readonly published: boolean }
  readonly first: DayNumber
  readonly last: DayNumber
}

/** Tables span these years; outside them days are walked one by one, by weekends alone. */
const tableFrom = 1990
const tableTo = 2100

/** Builds the calendar from its years, in any order. Two entries of the same day: the later one of the list stands (a second notice changed the first). */
export function buildCalendar(years: readonly CalendarYear[], fixed: readonly FixedHoliday[], label: string): Calendar {
  const sorted = years.toSorted((a, b) => a.year - b.year)
  const firstYear = sorted[0]?.year ?? tableTo
  const lastYear = sorted.at(-1)?.year ?? tableFrom
  const first = numberOf(firstYear, 1, 1)
  const last = numberOf(lastYear, 12, 31)
  const base = numberOf(tableFrom, 1, 1)
  const size = numberOf(tableTo, 12, 31) - base + 1
  const named = new Map<DayNumber, { readonly kind: 'off' | 'worked'; readonly name: string }>()
  for (const { holidays } of sorted) for (const { name, off, worked } of holidays) {
    for (const d of off) named.set(toNumber(d), { kind: 'off', name })
    for (const d of worked) named.set(toNumber(d), { kind: 'worked', name })
  }
  for (let year = lastYear + 1; year <= Math.min(lastYear + 20, tableTo); year++) for (const { month, day, name } of fixed) named.set(numberOf(year, month, day), { kind: 'off', name })
  // before[i] = working days before day base + i; at[k] = index of the k-th working day.
  const before = new Int32Array(size + 1)
  const at = new Int32Array(size)
  const working = new Uint8Array(size)
  let count = 0
  for (let i = 0; i < size; i++) {
    const mark = named.get(base + i)
    const works = mark ? mark.kind === 'worked' : weekdayOf(base + i) < 6
    before[i] = count
    if (works) { working[i] = 1; at[count++] = i }
  }
  before[size] = count
  // next[i] = the first working day on or after base + i, as an index.
  const next = new Int32Array(size)
  for (let i = size - 1, day = size; i >= 0; i--) { if (working[i] === 1) day = i; next[i] = day }
  const isWorking = (n: DayNumber): boolean => {
    const i = n - base
    return i >= 0 && i < size ? working[i] === 1 : weekdayOf(n) < 6
  }
  const walk = (n: DayNumber, amount: number): DayNumber => {
    const step = amount > 0 ? 1 : -1
    let left = Math.abs(amount)
    let day = n
    while (left > 0) if (isWorking(day += step)) left--
    return day
  }
  const addWorking = (n: DayNumber, amount: number): DayNumber => {
    const i = n - base
    if (amount === 0) return n
    if (i < 0 || i >= size) return walk(n, amount)
    const rank = amount > 0 ? before[i + 1]! + amount - 1 : before[i]! + amount
    return rank < 0 || rank >= count ? walk(n, amount) : base + at[rank]!
  }
  return {
    label, years: sorted, fixed, firstYear, lastYear, first, last, isWorking, addWorking,
    published: (n) => n >= first && n <= last,
    rollForward: (n) => { const i = n - base; const to = i >= 0 && i < size ? next[i] ?? size : size; return to < size ? base + to : isWorking(n) ? n : walk(n, 1) },
    kindOf: (n) => {
      const mark = named.get(n)
      const published = n >= first && n <= last
      return mark ? { ...mark, published } : { kind: weekdayOf(n) < 6 ? 'working' : 'weekend', name: null, published }
    },
  }
}

/** The same calendar with some years replaced or added: for what-if questions and `--calendar FILE`. */
export const withYears = (calendar: Calendar, years: readonly CalendarYear[], label: string): Calendar =>
  buildCalendar([...calendar.years.filter(({ year }) => !years.some((one) => one.year === year)), ...years], calendar.fixed, label)

/** Days of a run, both ends included. */
export function daysOf(from: Day, to: Day): readonly Day[] {
  const [a, b] = [toNumber(from), toNumber(to)]
  return Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => fromNumber(a + i))
}


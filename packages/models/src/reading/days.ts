import { dayFault } from '@hengjian/law'
import { chineseWhole } from './numbers.ts'
import { words } from './words.ts'

export type DayFaultRead = 'no-such-day' | 'date-run-together' | 'date-incomplete' | 'date-serial' | 'not-a-date'
export type DayRead = { readonly day: string; readonly time: string | null }

const two = (text: string): string => text.padStart(2, '0')
const parts = new RegExp(`^(\\d{4})(?:[-/.]|${words.year})(\\d{1,2})(?:[-/.]|${words.month})(\\d{1,2})(?:${words.day.join('|')})?(?:[T ]?(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)(Z|[+-]\\d{2}:?\\d{2})?)?$`)
const month = new RegExp(`^(\\d{4})(?:[-/.]|${words.year})(\\d{1,2})${words.month}?$`)
const runTogether = new RegExp(`^\\d{4}(?:\\d{1,3}|\\d{5})(?:${words.day.join('|')}|${words.month}\\d{0,2}(?:${words.day.join('|')})?)?$|^\\d{4}\\d{1,2}${words.month}|^\\d{4}${words.year}\\d{3,4}`)
const inFigures = new RegExp(`^([^${words.year}]{4})${words.year}([^${words.month}]{1,3})${words.month}(.{1,3})(?:${words.day.join('|')})$`)
const named = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/

const made = (year: string, mon: string, dayOfMonth: string, time: string | null): DayRead | DayFaultRead => {
  const day = `${year}-${two(mon)}-${two(dayOfMonth)}`
  if (dayFault(day) !== null) return 'no-such-day'
  if (time !== null && !/^(?:[01]?\d|2[0-3]):[0-5]\d/.test(time)) return 'not-a-date'
  return { day, time: time === null ? null : time.padStart(time.indexOf(':') === 1 ? time.length + 1 : time.length, '0') }
}

/**
 * A calendar day as people and machines write it, strictly: a day that no calendar has, a month without a day, and figures run together by a
 * page conversion are faults, never repaired. Time zone: what is written is legal time of Asia/Shanghai.
 */
export function readDay(raw: string): DayRead | DayFaultRead {
  if (raw.length === 10 && raw.charCodeAt(4) === 45) {
    const fault = dayFault(raw)
    if (fault === null) return { day: raw, time: null }
  }
  const text = raw.normalize('NFKC').trim().replace(/\s+(?=\D)|(?<=[^\d\s])\s+/g, '')
  const found = parts.exec(text)
  if (found !== null) return found[5] !== undefined && found[5] !== '+08:00' && found[5] !== '+0800' ? 'not-a-date' : made(found[1] ?? '', found[2] ?? '', found[3] ?? '', found[4] ?? null)
  const eight = named.exec(text)
  if (eight !== null) return made(eight[1] ?? '', eight[2] ?? '', eight[3] ?? '', null)
  if (month.test(text) || /^\d{4}$/.test(text)) return 'date-incomplete'
  const figures = inFigures.exec(text)
  if (figures !== null) {
    const year = [...(figures[1] ?? '')].map((sign) => (/\d/.test(sign) ? sign : words.digits[sign] ?? '?')).join('')
    const [mon, dayOfMonth] = [chineseWhole(figures[2] ?? ''), chineseWhole(figures[3] ?? '')]
    if (/^\d{4}$/.test(year) && mon !== null && dayOfMonth !== null) return made(year, String(mon), String(dayOfMonth), null)
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return 'date-serial'
  return runTogether.test(text) ? 'date-run-together' : 'not-a-date'
}

/** The only way to divide run-together figures into a real day, to be shown as what was perhaps meant; null when there are several or none. */
export function meantDay(raw: string): string | null {
  const figures = raw.normalize('NFKC').replace(/\D/g, '')
  if (figures.length < 6 || figures.length > 8) return null
  const rest = figures.slice(4)
  const days = Array.from({ length: rest.length - 1 }, (_, at) => [rest.slice(0, at + 1), rest.slice(at + 1)] as const)
    .filter(([mon, dayOfMonth]) => mon.length <= 2 && dayOfMonth.length <= 2).map(([mon, dayOfMonth]) => `${figures.slice(0, 4)}-${two(mon)}-${two(dayOfMonth)}`).filter((text) => dayFault(text) === null)
  return days.length === 1 ? days[0] ?? null : null
}

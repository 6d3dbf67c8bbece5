import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import { dayFault, daysOf, withYears, type Calendar, type CalendarYear, type Day } from '@hengjian/law'
import { problem } from './law-problem.ts'

type Step = string | number
type Fault = (path: readonly Step[], reason: string) => never

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function dayIn(value: unknown, year: number, at: readonly Step[], fault: Fault): Day {
  if (typeof value !== 'string') return fault(at, `a day like ${year}-05-01 is expected, not ${JSON.stringify(value)}`)
  const wrong = dayFault(value)
  if (wrong !== null) return fault(at, `'${value}' ${wrong === 'no-such-day' ? 'is a day that no calendar has' : 'is not a day like 2026-05-01'}`)
  if (Math.abs(Number(value.slice(0, 4)) - year) > 1) return fault(at, `${value} is not of ${year}`)
  return value as Day
}

/** One year, either in the form of the rulebook (`holidays` with `off` and `worked`) or as days with `date` and `isOffDay`. */
function yearOf(value: unknown, at: readonly Step[], source: string, fault: Fault): CalendarYear {
  if (!isRecord(value)) return fault(at, 'a year is an object with `year` and `days` or `holidays`')
  const year = value['year']
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1990 || year > 2100) return fault([...at, 'year'], 'year must be a whole number from 1990 to 2100')
  const named = new Map<string, { off: Day[]; worked: Day[] }>()
  const seen = new Set<string>()
  const put = (name: unknown, day: Day, off: boolean, where: readonly Step[]): void => {
    if (seen.has(day)) fault(where, `${day} stands twice`)
    seen.add(day)
    const key = typeof name === 'string' && name !== '' ? name : fault([...where.slice(0, -1), 'name'], 'a holiday has a name')
    const one = named.get(key) ?? { off: [], worked: [] }
    named.set(key, one)
    one[off ? 'off' : 'worked'].push(day)
  }
  const { days, holidays } = value
  if (Array.isArray(days)) {
    for (const [i, one] of (days as readonly unknown[]).entries()) {
      const where = [...at, 'days', i]
      if (!isRecord(one)) return fault(where, 'a day is an object with `name`, `date` and `isOffDay`')
      if (typeof one['isOffDay'] !== 'boolean') return fault([...where, 'isOffDay'], 'isOffDay must be true (day off) or false (a weekend day that is worked)')
      put(one['name'], dayIn(one['date'], year, [...where, 'date'], fault), one['isOffDay'], [...where, 'date'])
    }
  } else if (Array.isArray(holidays)) {
    for (const [i, one] of (holidays as readonly unknown[]).entries()) {
      const where = [...at, 'holidays', i]
      if (!isRecord(one)) return fault(where, 'a holiday is an object with `name`, `off` and `worked`')
      for (const field of ['off', 'worked'] as const) {
        const list = one[field] ?? []
        if (!Array.isArray(list)) return fault([...where, field], `${field} must be a list of days`)
        for (const [d, text] of (list as readonly unknown[]).entries()) {
          const place = [...where, field, d]
          const [from, to, ...rest] = typeof text === 'string' ? text.split('..') : [text]
          if (rest.length > 0) return fault(place, `'${String(text)}' is neither a day nor a run of days`)
          const first = dayIn(from, year, place, fault)
          for (const day of to === undefined ? [first] : daysOf(first, dayIn(to, year, place, fault))) put(one['name'], day, field === 'off', place)
        }
      }
    }
  } else return fault(at, 'a year holds `days` or `holidays`')
  return { year, notices: [{ title: source, no: null, date: null, readAt: source }], holidays: [...named].map(([name, { off, worked }]) => ({ name, off: off.toSorted(), worked: worked.toSorted() })) }
}

/**
 * The calendar with the years of a JSON or YAML file put in: one year, a list of years, or `{ years: [...] }`.
 * What is wrong with the file is told with its line and field.
 */
export function calendarWith(calendar: Calendar, file: string): Calendar {
  let text: string
  try {
    if (statSync(file).size > 1024 * 1024) throw problem('law.calendar-file', 'Calendar file too large', `${file} is larger than 1 MB; a year of holidays is a few lines`, { file })
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof TypeError) throw problem('law.calendar-file', 'Calendar file cannot be read', `${file} is not UTF-8 text; save it as UTF-8`, { file })
    if (error instanceof Error && 'code' in error) throw problem('law.calendar-file', 'Calendar file cannot be read', `${file}: ${error.message}`, { file })
    throw error
  }
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, version: '1.2' })
  const [broken] = doc.errors
  if (broken) throw problem('law.calendar-file', 'Calendar file is neither JSON nor YAML', `${file}${broken.linePos ? `, line ${broken.linePos[0].line}` : ''}: ${broken.message.split('\n')[0] ?? ''}`, { file, line: broken.linePos?.[0].line ?? null })
  const fault: Fault = (steps, reason) => {
    let node: unknown = doc.contents
    let line: number | null = isNode(node) && node.range ? lines.linePos(node.range[0]).line : null
    for (const step of steps) {
      const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined
      if (!isNode(next)) break
      node = next
      if (next.range) line = lines.linePos(next.range[0]).line
    }
    const field = steps.join('.')
    throw problem('law.calendar-file', 'Calendar file is wrong', `${file}${line === null ? '' : `, line ${line}`}${field === '' ? '' : `, ${field}`}: ${reason}`, { file, line, field })
  }
  const value: unknown = doc.toJS()
  const [list, at] = Array.isArray(value) ? [value as readonly unknown[], []] : isRecord(value) && Array.isArray(value['years']) ? [value['years'] as readonly unknown[], ['years']] : [[value], null]
  if (list.length === 0) fault([], 'the file holds no year')
  const years = list.map((one, i) => yearOf(one, at === null ? [] : [...at, i], path.basename(file), fault))
  const all = new Set([...calendar.years.map(({ year }) => year), ...years.map(({ year }) => year)])
  if (new Set(years.map(({ year }) => year)).size < years.length) fault([], 'a year stands twice')
  const [first, last] = [Math.min(...all), Math.max(...all)]
  for (let year = first; year <= last; year++) if (!all.has(year)) fault(at === null ? ['year'] : [], `a gap: nothing is known of ${year}; give that year too`)
  return withYears(calendar, years, `${first}–${last} (${path.basename(file)})`)
}

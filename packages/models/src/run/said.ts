import { chineseMoney, times } from '../reading/numbers.ts'
import type { Limits, Metric } from './limits.ts'

const figures = /(\d[\d,]*(?:\.\d+)?)\s*(\p{Script=Han}{1,4}|[a-zA-Z]{1,3}[²2]?|[㎡])/gu
/** How far before a number the word stands that says what the number is. */
const reachOfWord = 14

/**
 * The largest amount of a metric that a text of facts names, in the metric's unit; null when it names none. For areas and masses the unit is enough
 * (65.2 mu of grassland); for money one of the metric's words must stand shortly before the number, and amounts in capital words count too.
 * A reading of prose proves nothing: results are only ever to be verified.
 */
export function amountSaid(text: string, metric: Metric, units: Limits['units']): number | null {
  const flat = text.normalize('NFKC')
  const family = units[metric.family]
  const found: number[] = []
  for (const match of flat.matchAll(figures)) {
    const behind = match[2] ?? ''
    // The longest unit that the words behind the number begin with.
    const unit = Object.keys(family).filter((one) => behind.startsWith(one.normalize('NFKC'))).toSorted((a, b) => b.length - a.length)[0]
    if (unit === undefined) continue
    const before = flat.slice(Math.max(0, match.index - reachOfWord), match.index)
    if (metric.after.length > 0 && !metric.after.some((word) => before.includes(word))) continue
    found.push(times(Number((match[1] ?? '').replaceAll(',', '')), family[unit] ?? 1))
  }
  if (metric.family === 'money') {
    for (const match of flat.matchAll(/[\p{Script=Han}]{2,}(?=[^\p{Script=Han}]|$)/gu)) {
      const word = metric.after.find((one) => match[0].includes(one))
      if (word === undefined) continue
      const value = chineseMoney(match[0].slice(match[0].lastIndexOf(word) + word.length))
      if (value !== null && value > 0) found.push(value)
    }
  }
  return found.length === 0 ? null : Math.max(...found)
}

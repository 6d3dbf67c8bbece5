// Chinese numerals as articles and periods are written with them.
import type { Period, Unit } from '../rule.ts'

const digits = '零一二三四五六七八九'
const weights = [[1000, '千'], [100, '百'], [10, '十']] as const

/** 1 to 9999 in Chinese: 15 → 十五, 202 → 二百零二. */
export function numeral(n: number): string {
  if (n < 10) return digits[n] ?? ''
  let [left, text, gap] = [n, '', false]
  for (const [weight, sign] of weights) {
    const count = Math.floor(left / weight)
    if (count > 0) { text += `${gap ? '零' : ''}${digits[count]}${sign}`; gap = false } else if (text !== '') gap = true
    left %= weight
  }
  if (left > 0) text += `${gap ? '零' : ''}${digits[left]}`
  return n < 20 ? text.slice(1) : text
}

/** The number of a Chinese numeral (二百零二 → 202), or null when it is none. */
export function fromNumeral(text: string): number | null {
  let [total, digit] = [0, 0]
  for (const sign of text) {
    const value = digits.indexOf(sign)
    const weight = sign === '千' ? 1000 : sign === '百' ? 100 : sign === '十' ? 10 : 0
    if (value >= 0) digit = value
    else if (weight > 0) { total += (digit === 0 ? 1 : digit) * weight; digit = 0 } else return null
  }
  return text === '' ? null : total + digit
}

const zhUnits: Readonly<Record<Unit, readonly [string, ...string[]]>> = { hours: ['小时'], days: ['日', '天'], 'working-days': ['个工作日', '工作日'], months: ['个月', '月'], years: ['年'] }
const enUnits: Readonly<Record<Unit, string>> = { hours: 'hour', days: 'day', 'working-days': 'working day', months: 'month', years: 'year' }

/** 七日, 两个月, 二十四小时; 当日 for nought days. */
export const periodZh = ({ amount, unit }: Period): string => (amount === 0 ? '当日' : `${amount === 2 && unit !== 'days' ? '两' : numeral(amount)}${zhUnits[unit][0]}`)
export const periodEn = ({ amount, unit }: Period): string => (amount === 0 ? 'the same day' : `${amount} ${enUnits[unit]}${amount === 1 ? '' : 's'}`)

/** Whether a quotation speaks of lengthening a period, or of time that does not count. */
export const speaksOfExtension = (quote: string): boolean => quote.includes('延长')
export const speaksOfTimeOut = (quote: string): boolean => quote.includes('不计入')

/** Whether a quotation states a period, in Chinese or Arabic digits, full width or with spaces between. */
export function statesPeriod(quote: string, { amount, unit }: Period): boolean {
  const text = quote.normalize('NFKC').replace(/\s/g, '')
  if (amount === 0) return text.includes('当日')
  const numbers = [numeral(amount), String(amount), ...(amount === 2 ? ['两'] : [])]
  return numbers.some((number) => zhUnits[unit].some((word) => {
    for (let at = text.indexOf(number + word); at >= 0; at = text.indexOf(number + word, at + 1)) if (!/[\d一二三四五六七八九十百千]/.test(text[at - 1] ?? '')) return true
    return false
  }))
}

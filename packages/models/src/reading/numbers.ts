import { words } from './words.ts'

const { digits, tens, myriads, money, about, units } = words
const inWords = new RegExp(`^[${Object.keys({ ...digits, ...tens, ...myriads }).join('')}${money.yuan.join('')}${money.jiao}${money.fen}${money.after.join('')}]+$`)
const strip = (text: string, before: readonly string[], after: readonly string[]): string => {
  const first = before.find((word) => text.startsWith(word))
  const rest = first === undefined ? text : text.slice(first.length)
  const last = after.find((word) => rest.endsWith(word))
  return last === undefined ? rest : rest.slice(0, rest.length - last.length)
}

/**
 * A whole number in Chinese figures, formal or plain: the words for 1,845,000 or 38,000. Null when it is none.
 * A last figure without its place is read as its own value, never guessed into the next lower place.
 */
export function chineseWhole(text: string): number | null {
  let whole = 0
  let section = 0
  let figure: number | null = null
  for (const sign of text) {
    if (Object.hasOwn(digits, sign)) {
      const value = digits[sign] ?? 0
      if (figure !== null && figure !== 0) return null
      figure = value
    } else if (Object.hasOwn(tens, sign)) {
      section += (figure ?? 1) * (tens[sign] ?? 0)
      figure = null
    } else if (Object.hasOwn(myriads, sign)) {
      const scale = myriads[sign] ?? 0
      const group = section + (figure ?? 0)
      if (scale === 1e8) whole = (whole + group) * scale
      else whole += group * scale
      section = 0
      figure = null
    } else return null
  }
  return whole + section + (figure ?? 0)
}

/** An amount in capital words with yuan, jiao and fen: value in yuan, or null. */
export function chineseMoney(text: string): number | null {
  const bare = strip(text, money.before, money.after)
  if (bare === '' || !inWords.test(bare)) return null
  const cut = money.yuan.map((sign) => bare.indexOf(sign)).find((at) => at >= 0) ?? -1
  const whole = chineseWhole(cut < 0 ? bare : bare.slice(0, cut))
  if (cut < 0) return bare.includes(money.jiao) || bare.includes(money.fen) ? null : whole
  if (whole === null) return null
  const parts = bare.slice(cut + 1)
  if (parts === '') return whole
  const small = new RegExp(`^(?:(\\p{Script=Han})${money.jiao})?(?:(\\p{Script=Han}?)(\\p{Script=Han})${money.fen})?$`, 'u').exec(strip(parts, [], money.after))
  if (small === null) return null
  const figure = (sign: string | undefined): number => (sign === undefined || sign === '' ? 0 : digits[sign] ?? Number.NaN)
  const value = (whole * 100 + figure(small[1]) * 10 + figure(small[3])) / 100
  return Number.isNaN(value) ? null : value
}

export type Unit = { readonly unit: string; readonly factor: number }
const unitsRead = new Map<string, Unit | null>()

/** The unit of the contract that a delivered unit belongs to, with the factor; null for a unit that words.yaml does not know. */
export function unitOf(text: string): Unit | null {
  const known = unitsRead.get(text)
  if (known !== undefined) return known
  const found = lookUp(text)
  if (unitsRead.size < 1000) unitsRead.set(text, found)
  return found
}

function lookUp(text: string): Unit | null {
  const bare = text.normalize('NFKC').trim()
  for (const [unit, spellings] of Object.entries(units)) {
    const factor = Object.hasOwn(spellings, bare) ? spellings[bare] : Object.hasOwn(spellings, bare.toLowerCase()) ? spellings[bare.toLowerCase()] : undefined
    if (factor !== undefined) return { unit, factor }
  }
  return null
}

/** Multiplies without the dust of binary fractions: 1.63 × 10000 is 16300. */
export function times(value: number, factor: number): number {
  const power = Math.log10(factor)
  if (factor === 1) return value
  if (Number.isInteger(power)) return Number(`${value}e${power}`.replace(/e([+-]?\d+)e(-?\d+)$/, (_, a: string, b: string) => `e${Number(a) + Number(b)}`))
  return Number((value * factor).toPrecision(15))
}

/** `inWords`: written in capital words, which are used for money only and then always mean yuan. */
export type NumberRead = { readonly value: number; readonly unit: string | null; readonly approximate: boolean; readonly inWords: boolean }
export type NumberFault = 'not-a-number' | 'amount-contradiction' | 'not-finite'

const plain = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$|^[+-]?\.\d+$/
const withUnit = /^([+-]?[\d.,]+)\s*([^\d.,\s].*)$/

/**
 * Reads a number as people write it: digits with separators, a currency sign, a unit behind it, or an amount in Chinese capital words
 * (alone, or with the same amount in digits in brackets; when both are given and differ, the contradiction is returned, neither is chosen).
 */
export function readNumber(raw: string): NumberRead | NumberFault {
  if (plain.test(raw)) return finite(Number(raw.replaceAll(',', '')), null, false)
  let text = raw.normalize('NFKC').replace(/\s+/g, '')
  if (plain.test(text)) return finite(Number(text.replaceAll(',', '')), null, false)
  const both = /^(.+?)\(([^()]*)\)$/.exec(text)
  if (both !== null) {
    const [first, second] = [readNumber(both[1] ?? ''), readNumber(both[2] ?? '')]
    if (typeof first !== 'string' && typeof second !== 'string') return inYuan(first) === inYuan(second) ? first : 'amount-contradiction'
    if (typeof second === 'string' && about.after.includes(both[2] ?? '')) return typeof first === 'string' ? first : { ...first, approximate: true }
    return typeof first === 'string' ? first : 'not-a-number'
  }
  const softened = strip(text, about.before, about.after)
  const approximate = softened !== text
  text = strip(softened, money.before, [])
  if (plain.test(text)) return finite(Number(text.replaceAll(',', '')), null, approximate)
  const inFigures = chineseMoney(text)
  if (inFigures !== null) return finite(inFigures, money.yuan.some((sign) => text.includes(sign)) ? money.yuan[0] ?? null : null, approximate, true)
  const split = withUnit.exec(text)
  if (split === null || !plain.test(split[1] ?? '')) return 'not-a-number'
  const unit = strip(split[2] ?? '', [], [...about.after, ...money.after])
  if (unitOf(unit) === null) return 'not-a-number'
  return finite(Number((split[1] ?? '').replaceAll(',', '')), unit, approximate || unit !== split[2] && !money.after.some((word) => split[2]?.endsWith(word)))
}

const inYuan = ({ value, unit }: NumberRead): number => times(value, unit === null ? 1 : unitOf(unit)?.factor ?? 1)
const finite = (value: number, unit: string | null, approximate: boolean, inWords = false): NumberRead | NumberFault => (Number.isFinite(value) ? { value, unit, approximate, inWords } : 'not-finite')

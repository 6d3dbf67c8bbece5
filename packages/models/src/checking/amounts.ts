import { readNumber, times, unitOf } from '../reading/numbers.ts'
import { words } from '../reading/words.ts'

const signs = [...Object.keys({ ...words.digits, ...words.tens, ...words.myriads }), ...words.money.yuan, words.money.jiao, words.money.fen].join('')
const patterns = new Map<string, RegExp>()
const patternOf = (word: string): RegExp => {
  const known = patterns.get(word) ?? new RegExp(`${word}(?:${words.money.before.join('|')})?\\s*((?:[\\d,.]+\\s*\\p{Script=Han}{0,2}?(?:${words.money.yuan.join('|')}))|[${signs}]{2,})`, 'gu')
  patterns.set(word, known)
  return known
}

/** The amounts in yuan that a text tells right after one of the words, in its order. */
export const amountsAfter = (text: string, after: readonly string[]): readonly number[] => after.flatMap((word) => [...text.normalize('NFKC').matchAll(patternOf(word))].flatMap((match) => {
  const found = readNumber(match[1] ?? '')
  return typeof found === 'string' ? [] : [times(found.value, unitOf(found.unit ?? words.money.yuan[0] ?? '')?.factor ?? 1)]
}))

/** Whether an amount is one of those told, or their sum. */
export const agrees = (value: number, told: readonly number[]): boolean => [...told, told.reduce((sum, one) => sum + one, 0)].some((one) => Math.abs(one - value) < 0.005)

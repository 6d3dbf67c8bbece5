import { words } from '../reading/words.ts'

const { brackets, courtBrackets, number, ordinal } = words
const set = (signs: string): string => `[${signs.replace(/[[\]\\^-]/g, '\\$&')}]`
const year = new RegExp(`\\s*${set(brackets.open)}\\s*(\\d{4})\\s*${set(brackets.close)}\\s*`, 'g')
const document = new RegExp(`^(.+?)${brackets.as[0]}(\\d{4})${brackets.as[1]}${ordinal}?(.*?)(\\d+)((?:[-_/]\\d+)*)${number}?$`)

/**
 * The number of an official document in one spelling: year in 〔〕, no spaces, no ordinal word, no leading zeros, 号 at the end.
 * Null when it has no year in brackets or no serial: then it cannot be joined safely.
 */
export function documentNumber(raw: string): string | null {
  const text = raw.normalize('NFKC').replace(year, `${brackets.as[0]}$1${brackets.as[1]}`).replace(/\s+/g, '')
  const found = document.exec(text)
  if (found === null) return null
  const [, body, y, letters, serial, rest] = found
  return `${body}${brackets.as[0]}${y}${brackets.as[1]}${letters}${(serial ?? '').replace(/^0+(?=\d)/, '')}${rest}${number}`
}

const court = new RegExp(`^\\((\\d{4})\\)(\\p{Script=Han}{1,3}\\d{0,4})(\\p{Script=Han}{1,6}?)${ordinal}?(\\d+)((?:[-,]\\d+)*)${number}(\\p{Script=Han}{2,3})?$`, 'u')

/** A court's case number in one spelling: （year）court type serial号, no spaces, no leading zeros. Null when it has another form. */
export function courtCaseNumber(raw: string): string | null {
  const text = raw.normalize('NFKC').replace(new RegExp(`^\\s*${set(brackets.open)}`), '(').replace(new RegExp(`^(\\(\\s*\\d{4}\\s*)${set(brackets.close)}`), '$1)').replace(/\s+/g, '')
  const found = court.exec(text)
  if (found === null) return null
  const [, y, of, type, serial, more, part] = found
  return `${courtBrackets[0]}${y}${courtBrackets[1]}${of}${type}${(serial ?? '').replace(/^0+(?=\d)/, '')}${more}${number}${part ?? ''}`
}

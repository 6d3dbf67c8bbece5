import type { Day } from '@hengjian/law'

/** A SQL identifier, quoted: the same in every engine. */
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
/** A SQL string literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
export const dayLiteral = (day: Day): string => `date '${day}'`
/** Words as a LIKE pattern; the wildcards of LIKE inside a word are taken literally. */
export const like = (column: string, word: string): string => (/[%_!]/.test(word) ? `${column} like ${literal(`%${word.replace(/[%_!]/g, '!$&')}%`)} escape '!'` : `${column} like ${literal(`%${word}%`)}`)
export const allOf = (parts: readonly string[]): string => (parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' and '))
export const anyOf = (parts: readonly string[]): string => (parts.length === 0 ? 'false' : parts.map((part) => `(${part})`).join(' or '))

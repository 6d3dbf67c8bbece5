import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

type Words = {
  readonly digits: Readonly<Record<string, number>>; readonly tens: Readonly<Record<string, number>>; readonly myriads: Readonly<Record<string, number>>
  readonly money: { readonly before: readonly string[]; readonly yuan: readonly string[]; readonly jiao: string; readonly fen: string; readonly after: readonly string[] }
  readonly about: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly units: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly yes: readonly string[]; readonly no: readonly string[]; readonly nothing: readonly string[]
  readonly year: string; readonly month: string; readonly day: readonly string[]; readonly number: string; readonly ordinal: string
  readonly brackets: { readonly open: string; readonly close: string; readonly as: string }; readonly courtBrackets: string; readonly masks: string
}

/** The Chinese words of values, from words.yaml: code stays free of them. */
export const words = parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'words.yaml'), 'utf8')) as Words

const nothing = new Set(words.nothing)
/** A cell that says nothing. */
export const isNothing = (text: string): boolean => text === '' || (text.length <= 4 && nothing.has(text))

const white = /^[\s\u00a0\u3000\ufeff]+|[\s\u00a0\u3000\ufeff]+$/g
/** Trims Latin, no-break and ideographic spaces. Marks inside a word (Mongolian U+180E, U+202F) are letters' parts and stay. */
export const trimmed = (text: string): string => {
  if (text === '') return text
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return first > 32 && last > 32 && first < 0x3000 && last < 0x3000 && first !== 160 && last !== 160 ? text : text.replace(white, '')
}

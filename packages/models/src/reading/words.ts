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

const white = (code: number): boolean => (code <= 32 && (code === 32 || (code >= 9 && code <= 13))) || code === 0xa0 || code === 0x3000 || code === 0xfeff
/** Trims Latin, no-break and ideographic spaces. Marks inside a word (Mongolian U+180E, U+202F) are letters' parts and stay. */
export function trimmed(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && white(text.charCodeAt(from))) from++
  while (to > from && white(text.charCodeAt(to - 1))) to--
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

// What the desk says to people, from messages/desk.yaml, in both languages; `{name}` is filled in.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Text } from '@hengjian/law'

export type Values = Readonly<Record<string, string | number | Text>>
const file = parse(readFileSync(path.join(import.meta.dirname, '../../messages/desk.yaml'), 'utf8')) as Readonly<Record<string, unknown>>

const filled = (text: string, values: Values, language: 'zh' | 'en'): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => { const value = values[name]; return value === undefined ? '' : typeof value === 'object' ? value[language] : String(value) })

const found = (name: string): Text | undefined => name.split('.').reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], file) as Text | undefined

/** A message by its name (dots lead inward). */
export function say(name: string, values: Values = {}): Text {
  const text = found(name)
  if (text === undefined) throw new RangeError(`no message '${name}'`)
  return { zh: filled(text.zh, values, 'zh'), en: filled(text.en, values, 'en') }
}

/** The message if there is one, else what is given instead. */
export const sayOr = (name: string, instead: string, values: Values = {}): Text => (found(name) === undefined ? { zh: instead, en: instead } : say(name, values))

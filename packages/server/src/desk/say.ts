// What the desk says to people, from messages/desk.yaml, in both languages; `{name}` is filled in.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Text } from '@hengjian/law'

export type Values = Readonly<Record<string, string | number | Text>>
const file = parse(readFileSync(path.join(import.meta.dirname, '../../messages/desk.yaml'), 'utf8')) as Readonly<Record<string, unknown>>

const filled = (text: string, values: Values, language: 'zh' | 'en'): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => { const value = values[name]; return value === undefined ? '' : typeof value === 'object' ? value[language] : String(value) })

/** Only what the file itself holds and what is a text: a name may come from a request ('constructor' is no message). */
const found = (name: string): Text | undefined => {
  const at = name.split('.').reduce<unknown>((outer, part) => (typeof outer === 'object' && outer !== null && Object.hasOwn(outer, part) ? (outer as Readonly<Record<string, unknown>>)[part] : undefined), file) as Partial<Text> | null | undefined
  return typeof at?.zh === 'string' && typeof at.en === 'string' ? at as Text : undefined
}

/** A message by its name (dots lead inward). */
export function say(name: string, values: Values = {}): Text {
  const text = found(name)
  if (text === undefined) throw new RangeError(`no message '${name}'`)
  return { zh: filled(text.zh, values, 'zh'), en: filled(text.en, values, 'en') }
}

/** The message if there is one, else what is given instead. */
export const sayOr = (name: string, instead: string, values: Values = {}): Text => (found(name) === undefined ? { zh: instead, en: instead } : say(name, values))

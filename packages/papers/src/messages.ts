import type { Text } from '@hengjian/law'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const read = (file: string): Readonly<Record<string, unknown>> => parse(readFileSync(path.join(import.meta.dirname, '..', 'messages', file), 'utf8')) as Readonly<Record<string, unknown>>
const all: Readonly<Record<string, unknown>> = { ...read('papers.yaml'), ...read('checks.yaml') }

const filled = (text: string, values: Readonly<Record<string, string | number | Text>>, language: 'zh' | 'en'): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => { const value = values[name]; return value === undefined ? '' : typeof value === 'object' ? value[language] : String(value) })

/** A message of this package by its name (dots lead inward), filled with values; a value may itself be in two languages. */
export function say(name: string, values: Readonly<Record<string, string | number | Text>> = {}): Text {
  const found = name.split('.').reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], all) as Text | undefined
  if (found === undefined) throw new RangeError(`no message '${name}'`)
  return { zh: filled(found.zh, values, 'zh'), en: filled(found.en, values, 'en') }
}

// Every refusal of the doors as an RFC 9457 problem, in the language of the reader. The sentences are data (messages/problems.yaml).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Text } from '@hengjian/law'
import { parse } from 'yaml'
import type { z } from 'zod'
import type * as wire from './wire.ts'

export type Problem = z.infer<typeof wire.Problem>
export type Language = 'zh' | 'en'
type Message = { readonly status: number; readonly title: Text; readonly detail: Text }
type Values = Readonly<Record<string, string | number>>

const file = parse(readFileSync(path.join(import.meta.dirname, '../../messages/problems.yaml'), 'utf8')) as Readonly<Record<string, unknown>>
const filled = (text: string, values: Values): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** A phrase of a group of the messages file ('json', 'field', 'types'); the name itself when the file has none. */
export const phrase = (group: 'json' | 'field' | 'types', name: string, language: Language, values: Values = {}): string => {
  const found = (file[group] as Readonly<Record<string, Text>> | undefined)?.[name]
  return found === undefined ? name : filled(found[language], values)
}

/** A problem of these doors by its code. */
export function problemOf(code: string, language: Language, values: Values = {}, more: Partial<Problem> = {}): Problem {
  const message = file[code] as Message | undefined
  if (message === undefined || typeof message.status !== 'number') throw new RangeError(`no problem '${code}'`)
  return { type: `urn:hengjian:problem:${code}`, title: message.title[language], status: message.status, code, detail: filled(message.detail[language], values), ...more }
}

/** Thrown inside a door to end the request with a problem; anything else that is thrown is a fault of ours (500). */
export class Refused extends Error {
  readonly code: string
  readonly values: Values
  readonly more: Partial<Problem>
  readonly headers: Readonly<Record<string, string>>
  constructor(code: string, values: Values = {}, more: Partial<Problem> = {}, headers: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.values = values
    this.more = more
    this.headers = headers
  }
}

/** Chinese unless the reader prefers English over it. */
export function languageOf(accept: string | undefined): Language {
  const weights = (accept ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const weight = rest.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find((one) => one !== undefined)
    return { tag, weight: weight === undefined ? 1 : Number(weight) }
  })
  const of = (language: string): number => Math.max(0, ...weights.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`)).map(({ weight }) => weight))
  return of('en') > of('zh') ? 'en' : 'zh'
}

/** A phrase of the doors that is no refusal, in both languages. */
export const phraseOf = (group: string, name: string): Text => (file[group] as Readonly<Record<string, Text>> | undefined)?.[name] ?? { zh: name, en: name }

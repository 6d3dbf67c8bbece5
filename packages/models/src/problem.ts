import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Text } from '@hengjian/law'

/** Where in a file. Lines and columns count from 1; `column` is a character position in the line or the name of a spreadsheet column. */
export type Where = { readonly file: string; readonly line?: number; readonly column?: number | string; readonly sheet?: string; readonly part?: string }

type Sentences = { readonly what: Text; readonly why: Text; readonly whatToDo: Text }
type Values = Readonly<Record<string, string | number>>

const folder = path.join(import.meta.dirname, '..', 'messages')
type Section = 'problems' | 'reasons' | 'notes'
const read = (kind: Section): Readonly<Record<string, unknown>> => Object.assign({}, ...readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted()
  .map((file) => (parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, object>)[kind] ?? {})) as Record<string, unknown>
const kept = new Map<string, Readonly<Record<string, unknown>>>()

/** The sentences of messages/*.yaml: every file may have sections `problems`, `reasons` and `notes`. */
export function messages(kind: Section): Readonly<Record<string, unknown>> {
  const all = kept.get(kind) ?? read(kind)
  kept.set(kind, all)
  return all
}

/** One sentence with `{name}` places filled; what has no value stays. */
export const fill = (text: string, values: Values): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
/** A bilingual sentence with `{name}` places filled. */
export const say = (text: Text, values: Values): Text => ({ zh: fill(text.zh, values), en: fill(text.en, values) })

/** A delivery or a model run that cannot go on: what is wrong, where, why it matters, what to do. Nothing half done is left behind. */
export class DataProblem extends Error {
  readonly code: string
  readonly what: Text
  readonly where: Where | null
  readonly why: Text
  readonly whatToDo: Text
  constructor(code: string, sentences: Sentences, where: Where | null = null) {
    super(sentences.what.en)
    this.code = code
    this.what = sentences.what
    this.where = where
    this.why = sentences.why
    this.whatToDo = sentences.whatToDo
  }
}

/** A problem with the sentences of messages/*.yaml under `problems.<code>`, places filled. */
export function problem(code: string, values: Values = {}, where: Where | null = null): DataProblem {
  const found = messages('problems')[code] as Sentences | undefined
  if (found === undefined) throw new Error(`no sentences for problem '${code}'`)
  return new DataProblem(code, { what: say(found.what, values), why: say(found.why, values), whatToDo: say(found.whatToDo, values) }, where)
}

/** A problem as plain data, as it crosses a process border or is printed. */
export type ProblemData = Pick<DataProblem, 'code' | 'what' | 'where' | 'why' | 'whatToDo'>
export const problemData = ({ code, what, where, why, whatToDo }: ProblemData): ProblemData => ({ code, what, where, why, whatToDo })
export const fromData = ({ code, where, ...sentences }: ProblemData): DataProblem => new DataProblem(code, sentences, where)

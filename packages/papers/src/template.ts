import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { say } from './messages.ts'
import { near } from './near.ts'
import { PaperProblem, type PaperField } from './paper.ts'

/** Pieces that follow one another when their value is there: the sentence of one numbered demand or answer. */
export type Pieces = Readonly<Record<string, string>>

/** One entry of a template's body, in order. `{name}` stands for a field; a paragraph whose optional fields are all empty is left out. */
export type BodyEntry =
  | string
  /** `phrase` when the value is part of a sentence, `sentence` when the writer wrote a whole one; `end` closes it if the writer did not. */
  | { readonly phrase: string; readonly sentence: string; readonly end?: string }
  | { readonly heading: string; readonly with?: string }
  | ({ readonly demands: string } & Pieces)
  | { readonly answers: string }
  | { readonly rows: string }

export type Style = 'instrument' | 'letter' | 'form'

export type Template = {
  readonly instrument: string
  readonly title: string
  readonly titleAbout?: string
  readonly style: Style
  readonly fields: readonly PaperField[]
  readonly body: readonly BodyEntry[]
  readonly form?: readonly (string | readonly string[])[]
  readonly answer?: Pieces
  readonly answerStates?: Readonly<Record<string, string>>
  readonly words: SharedWords
}

export type SharedWords = { readonly blank: string; readonly noNumber: string; readonly attachment: string; readonly copies: string; readonly contact: string; readonly signer: string; readonly to: string; readonly page: string; readonly frame: string; readonly columns: readonly string[] }

export const templatesFolder = path.join(import.meta.dirname, '..', 'templates')

type TemplateFile = Omit<Template, 'instrument' | 'title' | 'words'> & { readonly for: Readonly<Record<string, string>> }

const load = <T>(file: string): T => parse(readFileSync(path.join(templatesFolder, file), 'utf8')) as T

let loaded: ReadonlyMap<string, Template> | undefined

/** All templates by instrument, read once. A field of a template replaces the shared one of the same name. */
export function templates(): ReadonlyMap<string, Template> {
  if (loaded !== undefined) return loaded
  const shared = load<{ readonly fields: readonly PaperField[]; readonly words: SharedWords }>('shared.yaml')
  const all = new Map<string, Template>()
  for (const file of readdirSync(templatesFolder).filter((name) => name.endsWith('.yaml') && name !== 'shared.yaml').toSorted()) {
    const { for: instruments, ...rest } = load<TemplateFile>(file)
    const own = new Set(rest.fields.map((field) => field.name))
    const fields = [...shared.fields.filter((field) => !own.has(field.name)), ...rest.fields]
    for (const [instrument, title] of Object.entries(instruments)) all.set(instrument, { ...rest, instrument, title, fields, words: shared.words })
  }
  loaded = all
  return all
}

/** The template of an instrument; a PaperProblem with near names when there is none. */
export function templateOf(instrument: string): Template {
  const found = templates().get(instrument)
  if (found !== undefined) return found
  const names = near(instrument, [...templates().keys()])
  throw new PaperProblem('paper.unknown-instrument', say('unknownInstrument', { instrument, near: names.join('、') }), { near: names })
}

// Full texts that an administrator imported (`hj law import-texts`): kept in the data folder, one file a source file, read again when the folder changes.
import { byLaw, checkQuote, folded, labelsOf, lawKey, type Lawbook, type LawText, type QuoteCheck, type Source } from '@hengjian/law'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import { absent, good } from './answers.ts'
import { ruleNamed } from './library-names.ts'

export const textFolder = (dataDir: string): string => path.join(dataDir, 'law-texts')
/** One imported file as it is kept. */
export type ImportedFile = { readonly format: 'hengjian-law-text/1'; readonly file: string; readonly sha256: string; readonly importedAt: string; readonly laws: readonly LawText[] }
export type Texts = { readonly files: readonly ImportedFile[]; readonly laws: ReadonlyMap<string, LawText> }

const kept = new Map<string, { readonly stamp: string; readonly texts: Texts }>()

/** Everything imported into a data folder; a file that is not one of ours is left out. */
export function textsIn(dataDir: string): Texts {
  const folder = textFolder(dataDir)
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted() : []
  const stamp = names.map((name) => `${name} ${statSync(path.join(folder, name)).mtimeMs}`).join('\n')
  const before = kept.get(folder)
  if (before?.stamp === stamp) return before.texts
  const files = names.flatMap((name): ImportedFile[] => {
    try { const file = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ImportedFile; return file.format === 'hengjian-law-text/1' ? [file] : [] } catch { return [] }
  })
  const texts = { files, laws: byLaw(files.flatMap(({ laws }) => laws)) }
  kept.set(folder, { stamp, texts })
  return texts
}

export const textOf = (texts: Texts, source: Pick<Source, 'law'>): LawText | undefined => texts.laws.get(lawKey(source.law))
export type Figures = Record<QuoteCheck, number>
export type Verified = { readonly figures: Figures; readonly total: number; readonly rows: readonly { readonly rule: string; readonly source: Source; readonly check: QuoteCheck }[] }

const verified = new WeakMap<Texts, WeakMap<Lawbook, Verified>>()
/** Every quotation of the rules, looked for in the imported texts. */
export function verifyQuotes(book: Lawbook, texts: Texts): Verified {
  const before = verified.get(texts)?.get(book)
  if (before !== undefined) return before
  const figures: Figures = { 'found': 0, 'elsewhere': 0, 'spacing': 0, 'other-edition': 0, 'missing': 0, 'no-text': 0 }
  const rows = [...book.rules.values()].flatMap((rule) => rule.versions.flatMap(({ sources }) => sources.map((source) => ({ rule: rule.id, source, check: checkQuote(source, textOf(texts, source)) }))))
  for (const { check } of rows) figures[check]++
  const made = { figures, total: rows.length, rows }
  const books = verified.get(texts) ?? new WeakMap<Lawbook, Verified>()
  verified.set(texts, books.set(book, made))
  return made
}

export const lawTexts = ({ dataDir, lawbook }: Room): Desk['lawTexts'] => async () => {
  const texts = textsIn(dataDir)
  const { figures, total, rows } = verifyQuotes(lawbook, texts)
  const of = (text: LawText) => rows.filter(({ source }) => textOf(texts, source) === text)
  return good({
    figures, total,
    laws: texts.files.flatMap(({ file, importedAt, laws }) => laws.map((text) => ({ key: lawKey(text.law), law: text.law, version: text.version, excerpt: text.excerpt, articles: text.articles.length, file, importedAt, quotes: of(text).length, found: of(text).filter(({ check }) => check === 'found').length }))),
    wrong: rows.filter(({ check }) => check === 'missing' || check === 'spacing' || check === 'elsewhere' || check === 'other-edition').map(({ rule, source, check }) => ({ rule: ruleNamed(lawbook, rule), law: source.law, article: source.article, check, quote: source.quote })),
  })
}

export const lawText = ({ dataDir, lawbook }: Room): Desk['lawText'] => async (who, { key }) => {
  const texts = textsIn(dataDir)
  const text = texts.laws.get(lawKey(key))
  if (text === undefined) return absent(who)
  const resting = new Map<string, Set<string>>()
  for (const { rule, source } of verifyQuotes(lawbook, texts).rows) if (textOf(texts, source) === text) for (const label of labelsOf(source.article)) resting.set(label, (resting.get(label) ?? new Set()).add(rule))
  return good({ law: text.law, version: text.version, excerpt: text.excerpt, articles: text.articles.map(({ label, text: words, under }) => ({ label, text: words, under: [...under], rules: [...resting.get(folded(label)) ?? []].map((id) => ruleNamed(lawbook, id)) })) })
}

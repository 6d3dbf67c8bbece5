// Full texts of laws into the data folder, from where the library shows provisions among their neighbours and checks the rulebook's quotations.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { lawbook, readLawText, type ReadText } from '@hengjian/law'
import { textFolder, textsIn, verifyQuotes, type ImportedFile } from '../desk/library-texts.ts'
import { UsageError, type Command, type Io } from './command.ts'
import { problem } from './law-problem.ts'
import { placeOf } from './place.ts'

type Refused = { readonly file: string; readonly line: number | null; readonly reason: string }
const reasons: Readonly<Record<Extract<ReadText, { ok: false }>['reason'], (what: string) => string>> = {
  'no-name': (what) => `the name of the law is missing: a heading '# …' or a first line with it must come before the articles${what === '' ? '' : ` (before ${what})`}`,
  'no-article': (what) => `no article: no line begins with 第…条${what === '' ? '' : ` ('${what}')`}`,
  'twice': (what) => `${what} stands twice; which one counts is not guessed`,
  'empty': () => 'the file is empty',
  'too-long': (what) => `longer than a law can be (${what} characters)`,
}

function list(folder: string, given: string): readonly string[] {
  try { return readdirSync(folder).filter((name) => /\.(md|txt)$/i.test(name)).toSorted() } catch (error) {
    throw problem('law-texts.folder', 'No such folder', `${given} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'error'}). Name a folder with .md or .txt files.`)
  }
}

/** A file as it is kept, or why it is not. Nothing of a refused file is kept. */
function read(folder: string, file: string, importedAt: string): ImportedFile | Refused {
  const bytes = readFileSync(path.join(folder, file))
  let source: string
  try { source = new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { return { file, line: null, reason: 'not UTF-8 text' } }
  const found = readLawText(source)
  if (!found.ok) return { file, line: found.line, reason: reasons[found.reason](found.what) }
  return { format: 'hengjian-law-text/1', file, sha256: createHash('sha256').update(bytes).digest('hex'), importedAt, laws: found.laws }
}

async function importTexts(args: readonly string[], io: Io): Promise<number> {
  let parsed
  try { parsed = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } }) } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
  const { values, positionals: [given, ...rest] } = parsed
  if (given === undefined || rest.length > 0) throw new UsageError(given === undefined ? 'which folder?' : `one folder at a time, not also '${rest.join(' ')}'`)
  const folder = path.resolve(io.cwd, given)
  const names = list(folder, given)
  if (names.length === 0) throw problem('law-texts.none', 'No texts', `${given} holds no .md or .txt file.`)
  const { dataDir } = placeOf(io)
  const target = textFolder(dataDir)
  const all = names.map((name) => read(folder, name, new Date().toISOString()))
  const good = all.flatMap((one) => ('laws' in one ? [one] : []))
  const refused = all.flatMap((one) => ('laws' in one ? [] : [one]))
  if (good.length > 0) mkdirSync(target, { recursive: true })
  for (const one of good) {
    const kept = path.join(target, `${createHash('sha256').update(one.file).digest('hex').slice(0, 16)}.json`)
    writeFileSync(`${kept}.part`, JSON.stringify(one))
    renameSync(`${kept}.part`, kept)
  }
  const { figures, total, rows } = verifyQuotes(lawbook(), textsIn(dataDir))
  const wrong = rows.filter(({ check }) => check === 'missing')
  if (values.json === true) io.out(`${JSON.stringify({ folder: target, imported: good.map(({ file, laws }) => ({ file, laws: laws.map(({ law, articles }) => ({ law, articles: articles.length })) })), refused, quotations: { total, ...figures }, missing: wrong.map(({ rule, source }) => ({ rule, law: source.law, article: source.article, quote: source.quote })) }, null, 2)}\n`)
  else {
    for (const { file, laws } of good) io.out(`  ${file}\n${laws.map(({ law, articles, excerpt }) => `      ${law}  ${articles.length}${excerpt ? '（节录）' : ''}\n`).join('')}`)
    for (const { file, line, reason } of refused) io.err(`✗ ${file}${line === null ? '' : `:${line}`}: ${reason}\n`)
    io.out(`\n${good.length} files imported into ${target}, ${refused.length} refused; ${good.reduce((sum, { laws }) => sum + laws.length, 0)} laws, ${good.reduce((sum, { laws }) => sum + laws.reduce((n, { articles }) => n + articles.length, 0), 0)} articles\n`
      + `quotations of the rulebook ${total}: verbatim in the article ${figures.found}, in another article ${figures.elsewhere}, but for spaces and marks ${figures.spacing}, of another edition ${figures['other-edition']}, not found ${figures.missing}, law not imported ${figures['no-text']}\n`)
    for (const { rule, source } of wrong) io.out(`  ≠ ${rule}  ${source.law}${source.article}  ${source.quote.slice(0, 40)}\n`)
  }
  return refused.length === 0 && wrong.length === 0 ? 0 : 1
}

export const textCommands: readonly Command[] = [
  { words: ['law', 'import-texts'], usage: 'law import-texts DIR [--json]', what: 'Reads full texts of laws (.md, .txt) into the data folder and looks for every quotation of the rulebook in them.', run: importTexts },
]

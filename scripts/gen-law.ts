// The rulebook: YAML that jurists review becomes the JSON that the browser and the command line load without reading files.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import { loadLawbook } from '../packages/law/src/load.ts'
import type { LawParts, Locate, PartName } from '../packages/law/src/parts.ts'
import type { LawProblem } from '../packages/law/src/problem.ts'

export const folder = path.join(import.meta.dirname, '../packages/law/rulebook')
export const target = path.join(import.meta.dirname, '../packages/law/src/gen')

/** Which files make which part: one file holding the whole part, or a folder whose files are its elements. */
const parts: Readonly<Record<PartName, { readonly files: string; readonly shape: 'whole' | 'each' }>> = {
  book: { files: 'book.yaml', shape: 'whole' }, laws: { files: 'laws.yaml', shape: 'whole' }, rules: { files: 'rules/*.yaml', shape: 'each' },
  instruments: { files: 'instruments.yaml', shape: 'whole' }, powers: { files: 'powers.yaml', shape: 'whole' }, computing: { files: 'computing.yaml', shape: 'whole' },
  calendars: { files: 'calendars/*.yaml', shape: 'each' }, glossary: { files: 'glossary.yaml', shape: 'whole' }, settings: { files: 'settings.yaml', shape: 'whole' },
  articles: { files: 'articles.yaml', shape: 'whole' }, unverified: { files: 'unverified.yaml', shape: 'whole' },
  procedures: { files: 'procedures/*.yaml', shape: 'each' }, acts: { files: 'acts/*.yaml', shape: 'each' }, bindings: { files: 'bindings/*.yaml', shape: 'each' },
}

type Read = { readonly file: string; readonly doc: Document; readonly lines: LineCounter; readonly value: unknown; readonly problems: readonly LawProblem[] }
const cache = new Map<PartName, readonly Read[]>()

function read(part: PartName, from: string): readonly Read[] {
  const { files } = parts[part]
  return globSync(files, { cwd: from }).toSorted().map((name) => {
    const lines = new LineCounter()
    const doc = parseDocument(readFileSync(path.join(from, name), 'utf8'), { lineCounter: lines, version: '1.2' })
    const problems = doc.errors.slice(0, 1).map((error): LawProblem => ({ file: name, line: error.linePos?.[0].line ?? null, field: '', reason: error.message.split('\n')[0] ?? '' }))
    return { file: name, doc, lines, value: doc.errors.length > 0 ? null : doc.toJS(), problems }
  })
}

const valueOf = (part: PartName, all: readonly Read[]): unknown => {
  switch (parts[part].shape) {
    case 'whole': return all[0]?.value
    case 'each': return all.map(({ value }) => value)
  }
}

/** The line of the piece that a path points at, or of the nearest piece around it. */
function lineOf({ doc, lines }: Read, steps: readonly (string | number)[]): number | null {
  let node: unknown = doc.contents
  let line: number | null = null
  for (const step of ['', ...steps]) {
    const next = step === '' ? node : isMap(node) || isSeq(node) ? node.get(step, true) : undefined
    if (!isNode(next)) break
    node = next
    if (next.range) line = lines.linePos(next.range[0]).line
  }
  return line
}

const locate: Locate = (part, steps) => {
  const all = cache.get(part) ?? []
  const { shape } = parts[part]
  let [first, rest] = [0, steps]
  if (shape === 'each') { first = Number(steps[0]); rest = steps.slice(1) }
  const one = all[first]
  return one ? { file: one.file, line: lineOf(one, rest) } : { file: parts[part].files, line: null }
}

/** Reads a rulebook's folder and checks it. */
export function readRulebook(from: string = folder): { readonly parts: LawParts; readonly problems: readonly LawProblem[] } {
  const names = Object.keys(parts) as PartName[]
  for (const part of names) cache.set(part, read(part, from))
  const faults = [...cache.values()].flat().flatMap(({ problems }) => problems)
  const book = Object.fromEntries(names.map((part) => [part, valueOf(part, cache.get(part) ?? [])])) as unknown as LawParts
  if (faults.length > 0) return { parts: book, problems: faults }
  const loaded = loadLawbook(book, locate)
  return { parts: book, problems: loaded.ok ? [] : loaded.problems }
}

/** The generated files by name. Throws with every problem, file and line, when the rulebook is wrong. */
export function lawFiles(): ReadonlyMap<string, string> {
  const { parts: book, problems } = readRulebook()
  if (problems.length > 0) throw new Error(`the rulebook is wrong:\n${problems.map(({ file, line, field, reason }) => `  ${file}${line === null ? '' : `:${line}`} ${field}: ${reason}`).join('\n')}`)
  return new Map(Object.entries(book).map(([part, value]) => [`${part}.gen.json`, `${JSON.stringify(value)}\n`]))
}

export function write(): void {
  mkdirSync(target, { recursive: true })
  for (const [name, text] of lawFiles()) {
    const file = path.join(target, name)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
}

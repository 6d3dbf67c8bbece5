// A rule set from its texts: `{ 'book.yaml': '…', 'rules/x.yaml': '…' }` → head and parts, or every fault with file, line, field and reason.
import { loadLawbook, type LawProblem, type Layered, type Locate, type RuleSet, type SetHead } from '@hengjian/law'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { faultWords } from './faults.ts'
import { Head, shapes, type SetPart } from './shape.ts'
import { lineOf, readYaml, type Path, type YamlText } from './text.ts'

export type SetTexts = Readonly<Record<string, string>>
/** `set` null where the texts do not make one; then there are faults. `holds`: rows by part; `rules`: rules that it names. */
export type ReadSet = {
  readonly set: RuleSet | null
  readonly head: SetHead | null
  readonly sha256: string
  readonly holds: Readonly<Record<string, number>>
  readonly rules: readonly string[]
  readonly faults: readonly LawProblem[]
  readonly locate: (layered: Layered) => Locate
}

const parts = Object.keys(shapes) as readonly SetPart[]
/** Parts that are a folder of files, each one element; the others are one file each. */
const folders: ReadonlySet<SetPart> = new Set(['rules', 'calendars', 'procedures', 'acts', 'bindings'])
const largest = 8 * 1024 * 1024
const most = 500

/** Which part a path of a set belongs to; null for what is no file of a set. */
function partOf(file: string): SetPart | 'book' | null {
  if (file === 'book.yaml') return 'book'
  const [, name = '', inner] = /^([a-z]+)(?:\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,100})?(\.yaml)$/u.test(file) ? /^([a-z]+)(\/)?/.exec(file) ?? [] : []
  const part = parts.find((one) => one === name)
  return part !== undefined && folders.has(part) === (inner === '/') ? part : null
}

/** The fingerprint of a set: of its texts by path, whatever order they come in. */
export function fingerprint(files: SetTexts): string {
  const hash = createHash('sha256')
  for (const [name, text] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${Buffer.byteLength(text)}\0`).update(text)
  return hash.digest('hex')
}

function rowsOf(part: SetPart, value: unknown): number {
  switch (part) {
    case 'rules': return (value as readonly { readonly rules: readonly unknown[] }[]).reduce((sum, { rules }) => sum + rules.length, 0)
    case 'bindings': return (value as readonly { readonly bindings?: readonly unknown[]; readonly bars?: readonly unknown[]; readonly kinds?: object; readonly replaces?: readonly unknown[] }[]).reduce((sum, { bindings = [], bars = [], kinds = {}, replaces = [] }) => sum + bindings.length + bars.length + Object.keys(kinds).length + replaces.length, 0)
    default: return (value as readonly unknown[]).length
  }
}

const issuesOf = (text: YamlText, issues: readonly z.core.$ZodIssue[]): readonly LawProblem[] => issues.slice(0, most).map((issue): LawProblem => {
  const path = issue.path as Path
  return { file: text.file, line: lineOf(text, path), field: path.filter((step) => typeof step === 'string').join('.'), reason: faultWords(issue) }
})

/** Where a fault of the whole was written: in this set, or in the rulebook beneath it. */
const locateIn = (texts: ReadonlyMap<SetPart, readonly YamlText[]>) => (layered: Layered): Locate => (part, path) => {
  const origin = layered.origin(part, path)
  const known = origin === null ? undefined : texts.get(origin.part as SetPart)
  if (origin === null || known === undefined) return { file: `rulebook: ${part}`, line: null }
  const inFolder = folders.has(origin.part as SetPart)
  const text = known[inFolder ? Number(origin.path[0]) : 0]
  return text === undefined ? { file: `rulebook: ${part}`, line: null } : { file: text.file, line: lineOf(text, inFolder ? origin.path.slice(1) : origin.path) }
}

/** Reads and checks the form. Whether the whole law still holds together with this set over it, `faultsOfWhole` says. Never throws. */
export function readSet(files: SetTexts): ReadSet {
  const faults: LawProblem[] = []
  const names = Object.keys(files).toSorted()
  const texts = new Map<SetPart, YamlText[]>()
  const made: Partial<Record<SetPart, unknown>> = {}
  let head: SetHead | null = null
  const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (names.length > most || size > largest) return { set: null, head: null, sha256: fingerprint(files), holds: {}, rules: [], faults: [{ file: '', line: null, field: '', reason: `a rule set is at most ${most} files and ${largest / 1024 / 1024} MB` }], locate: locateIn(texts) }
  for (const file of names) {
    const part = partOf(file)
    if (part === null) {
      // What explains a set to people may lie beside it.
      if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]*\.(md|txt)$/u.test(file)) faults.push({ file, line: null, field: '', reason: `no file of a rule set: book.yaml, ${parts.map((one) => (folders.has(one) ? `${one}/*.yaml` : `${one}.yaml`)).join(', ')}` })
      continue
    }
    const text = readYaml(file, files[file] ?? '')
    faults.push(...text.problems)
    if (text.problems.length > 0) continue
    const result = (part === 'book' ? Head : shapes[part]).safeParse(text.value, { reportInput: true })
    if (!result.success) { faults.push(...issuesOf(text, result.error.issues)); continue }
    if (part === 'book') { head = result.data as SetHead; continue }
    texts.set(part, [...texts.get(part) ?? [], text])
    made[part] = folders.has(part) ? [...(made[part] as readonly unknown[] | undefined ?? []), result.data] : result.data
  }
  if (!names.includes('book.yaml')) faults.push({ file: 'book.yaml', line: null, field: '', reason: 'a rule set says of itself what it is: id, title, version, basis, demonstration' })
  const own = made as RuleSet['parts']
  const holds = Object.fromEntries(parts.flatMap((part) => (own[part] === undefined ? [] : [[part, rowsOf(part, own[part])]])))
  if (faults.length === 0 && Object.values(holds).every((count) => count === 0)) faults.push({ file: 'book.yaml', line: null, field: '', reason: 'the set holds nothing but its head' })
  return { set: faults.length > 0 || head === null ? null : { head, parts: own }, head, sha256: fingerprint(files), holds, rules: [...new Set((own.rules ?? []).flatMap(({ rules }) => rules.map(({ id }) => id)))], faults, locate: locateIn(texts) }
}

/** What is wrong with the whole law once the set lies over it, each fault where it was written. Never throws. */
export function faultsOfWhole(read: ReadSet, layered: Layered): readonly LawProblem[] {
  try {
    const loaded = loadLawbook(layered.parts, read.locate(layered))
    return loaded.ok ? [] : loaded.problems.slice(0, most)
  } catch (error) {
    return [{ file: '', line: null, field: '', reason: `the whole cannot be put together: ${error instanceof Error ? error.message : 'wrong form'}` }]
  }
}

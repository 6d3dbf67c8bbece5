import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lawbook } from '@hengjian/law'
import type { ReplayFile } from '@hengjian/core'
import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { problem } from './law-problem.ts'
import { nearNames } from './near.ts'

type Path = readonly (string | number)[]
type Field = { readonly kind: 'text' | 'number' | 'list' | 'map'; readonly required?: true }
type Fields = Readonly<Record<string, Field>>

const text: Field = { kind: 'text' }
const fileFields: Fields = {
  case: { kind: 'text', required: true }, procedure: { kind: 'text', required: true }, organs: { kind: 'map', required: true }, acts: { kind: 'list', required: true },
  text, title: text, track: text, now: text, mission: { kind: 'list' }, undated: { kind: 'list' }, expect: { kind: 'list' }, refuse: { kind: 'list' }, missingRules: { kind: 'list' }, notes: { kind: 'list' },
}
const organFields: Fields = { name: { kind: 'text', required: true }, role: { kind: 'text', required: true }, level: text, superior: text }
const actFields: Fields = { act: { kind: 'text', required: true }, on: { kind: 'text', required: true }, by: { kind: 'text', required: true }, instrument: text, what: text, result: text, at: text, of: { kind: 'number' }, form: { kind: 'map' } }
const expectFields: Fields = { rule: { kind: 'text', required: true }, owedBy: { kind: 'text', required: true }, openedBy: { kind: 'number', required: true }, status: text, dischargedBy: { kind: 'number' }, from: text, asOf: text, dueIfExtended: text, as_then: { kind: 'map' } }
const refuseFields: Fields = { ...actFields, after: { kind: 'number', required: true }, rule: text, provision: text }
/** Keys that a file may add to acts and expectations freely; a key close to a known one is taken for a slip of the pen. */
const close = (key: string, fields: Fields): readonly string[] => nearNames(key, Object.keys(fields)).filter((name) => Math.abs(name.length - key.length) <= 1 && name.length > 3)

const kindOf = (value: unknown): Field['kind'] | 'other' =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null ? 'map' : 'other'
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => kindOf(value) === 'map'

/** Reads one replay file. A file that is not one is a problem document that names file, line, field and reason; nothing is guessed. */
export function readReplay(given: string, cwd: string): ReplayFile {
  const file = path.resolve(cwd, given)
  let source: string
  try { source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('ERR_ENCODING')) throw problem('replay.encoding', 'Not UTF-8', `${given} is not UTF-8 text.`, { file: given })
    throw problem('replay.file', 'No such file', `${given} cannot be read (${code}).`, { file: given })
  }
  const lines = new LineCounter()
  const document: Document = parseDocument(source, { lineCounter: lines, version: '1.2' })
  const [fault] = document.errors
  if (fault !== undefined) throw problem('replay.yaml', 'Not YAML', `${given}:${lines.linePos(fault.pos[0]).line}: ${fault.message.split('\n')[0] ?? ''}`, { file: given, line: lines.linePos(fault.pos[0]).line })
  const wrong = (at: Path, reason: string): never => {
    const node = [...at.keys(), at.length].toReversed().map((length) => document.getIn(at.slice(0, length), true)).find((one) => isNode(one))
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
    throw problem('replay.shape', 'Not a replay file', `${given}:${line}: ${reason}`, { file: given, line, field: at.join('.') })
  }
  const check = (value: unknown, fields: Fields, at: Path, strict: boolean): Readonly<Record<string, unknown>> => {
    if (!isMap(value)) return wrong(at, `${at.length === 0 ? 'the file' : at.join('.')} must be a map of fields`)
    for (const [name, { kind, required }] of Object.entries(fields)) {
      if (value[name] === undefined) { if (required) wrong(at, `'${name}' is missing`); continue }
      if (kindOf(value[name]) !== kind && !(value[name] === null && !required)) wrong([...at, name], `'${name}' must be a ${kind}`)
    }
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(fields, name)) continue
      const near = close(name, fields)
      if (strict || near.length > 0) wrong([...at, name], `unknown key '${name}'${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`)
    }
    return value
  }
  const whole = check(document.toJS({ maxAliasCount: 100 }), fileFields, [], true)
  const organs = whole['organs'] as Readonly<Record<string, unknown>>
  for (const [key, organ] of Object.entries(organs)) check(organ, organFields, ['organs', key], false)
  const party = (value: unknown, at: Path): void => { if (typeof value !== 'string' || !Object.hasOwn(organs, value)) wrong(at, `'${String(value)}' is not one of the organs: ${Object.keys(organs).join(', ')}`) }
  const words = new Set(lawbook().glossary.filter(({ kind }) => kind === 'act').map(({ id }) => id))
  const act = (value: unknown, fields: Fields, at: Path): Readonly<Record<string, unknown>> => {
    const one = check(value, fields, at, false)
    if (!words.has(String(one['act']))) wrong([...at, 'act'], `'${String(one['act'])}' is not in the vocabulary of acts${nearNames(String(one['act']), words).map((name) => `; did you mean ${name}?`)[0] ?? ''}`)
    party(one['by'], [...at, 'by'])
    for (const to of one['to'] === undefined ? [] : Array.isArray(one['to']) ? one['to'] as unknown[] : [one['to']]) party(to, [...at, 'to'])
    return one
  }
  const acts = whole['acts'] as readonly unknown[]
  acts.forEach((one, i) => act(one, actFields, ['acts', i]))
  const place = (value: unknown, least: number, at: Path): void => { if (!Number.isInteger(value) || Number(value) < least || Number(value) > acts.length) wrong(at, `'${String(value)}' is not a number of an act (${least} to ${acts.length})`) }
  ;((whole['expect'] ?? []) as readonly unknown[]).forEach((one, i) => {
    const want = check(one, expectFields, ['expect', i], false)
    party(want['owedBy'], ['expect', i, 'owedBy'])
    place(want['openedBy'], 1, ['expect', i, 'openedBy'])
  })
  ;((whole['refuse'] ?? []) as readonly unknown[]).forEach((one, i) => place(act(one, refuseFields, ['refuse', i])['after'], 0, ['refuse', i, 'after']))
  return { ...whole, expect: whole['expect'] ?? [], refuse: whole['refuse'] ?? [] } as unknown as ReplayFile
}

import { createReadStream, readFileSync, statSync } from 'node:fs'
import { problem } from '../problem.ts'
import type { Limits, Row, Table } from './rows.ts'
import type { Encoding } from './survey.ts'

type Options = { readonly file: string; readonly shown: string; readonly encoding: Encoding; readonly lines: boolean; readonly limits: Limits; readonly onBytes?: (done: number) => void }
type Flat = ReadonlyMap<string, string>

const largest = 256 * 1024 * 1024
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const plainText = /[^"\\\u0000-\u001f]*/y
const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * A strict reader of JSON records. Unlike JSON.parse it refuses a key given twice and a lone surrogate, keeps the digits of a number as they are
 * written, and says line and column of what is wrong. Values are texts, numbers, true, false, null; deeper things are no cells.
 */
export function jsonReader(text: string, shown: string, limits: Limits, firstLine = 1) {
  let [at, counted, passed] = [0, 0, 0]
  const where = (place = at) => { const before = text.slice(0, place); const line = before.split('\n').length; return { file: shown, line: firstLine + line - 1, column: place - before.lastIndexOf('\n') } }
  const fail = (reason: string) => problem('json-broken', { reason }, where())
  const space = (): void => { for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; code = text.charCodeAt(++at)); }
  const sign = (wanted: string): void => { space(); if (text[at] !== wanted) throw fail(at >= text.length ? `… ${wanted}` : `${JSON.stringify(text[at])} ≠ ${wanted}`); at++ }

  function string(): string {
    const start = at
    sign('"')
    let out = ''
    for (;;) {
      plainText.lastIndex = at
      plainText.test(text)
      out += text.slice(at, plainText.lastIndex)
      at = plainText.lastIndex
      if (text[at] === '"') { at++; break }
      if (text[at] !== '\\') throw fail(at >= text.length ? '… "' : 'control character')
      const letter = text[at + 1] ?? ''
      if (letter === 'u') {
        const code = text.slice(at + 2, at + 6)
        if (!/^[0-9a-fA-F]{4}$/.test(code)) throw fail('\\u')
        if (code === '0000') throw problem('nul-character', {}, where())
        out += String.fromCharCode(Number.parseInt(code, 16))
        at += 6
      } else {
        const found = escapes[letter]
        if (found === undefined) throw fail(`\\${letter}`)
        out += found
        at += 2
      }
      if (out.length > limits.cell) throw problem('cell-too-long', { limit: limits.cell }, where(start))
    }
    if (!out.isWellFormed()) throw problem('json-not-text', {}, where(start))
    return out
  }
  function cell(): string {
    space()
    const letter = text[at]
    if (letter === '"') return string()
    for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) { at += word.length; return word === 'null' ? '' : word }
    numberForm.lastIndex = at
    const found = numberForm.exec(text)
    if (found !== null) { at += found[0].length; return found[0] }
    throw fail(letter === '{' || letter === '[' ? 'nested' : at >= text.length ? '…' : JSON.stringify(letter))
  }
  /** One object of cells. */
  function record(): Flat {
    sign('{')
    const out = new Map<string, string>()
    space()
    if (text[at] === '}') { at++; return out }
    for (;;) {
      space()
      const place = at
      const key = string()
      if (out.has(key)) throw problem('json-duplicate-key', { key }, where(place))
      if (out.size >= limits.columns) throw problem('too-many-columns', { limit: limits.columns, columns: out.size + 1 }, where(place))
      sign(':')
      out.set(key, cell())
      space()
      if (text[at] === ',') { at++; continue }
      sign('}')
      return out
    }
  }
  return {
    record, sign, space,
    next: (): string | undefined => { space(); return text[at] },
    pass: (): void => { at++ },
    end(): void { space(); if (at < text.length) throw fail(JSON.stringify(text[at])) },
    /** Line of the reader's place, counted on from the last time it was asked. */
    line(): number { for (let i = text.indexOf('\n', counted); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) passed++; counted = at; return firstLine + passed },
  }
}

const rowOf = (n: number, line: number, found: Flat, heads: readonly string[]): Row => {
  const cells = heads.map((head) => found.get(head) ?? '')
  // A key that no earlier record had would be lost: then the row is at fault, not silently narrowed.
  const extra = found.size > heads.filter((head) => found.has(head)).length
  return { n, line, cells, spoilt: null, fault: extra ? { code: 'ragged-row', expected: [...found.keys()].filter((key) => !heads.includes(key)).join(', ') } : null }
}

const batchSize = 5000

/** An array of records, or an object with one such array, read as a whole. */
function readArray(options: Options): Table {
  const { file, shown, limits } = options
  const size = statSync(file).size
  if (size > largest) throw problem('json-too-large', { limit: largest }, { file: shown })
  const reader = jsonReader(new TextDecoder(options.encoding, { fatal: true }).decode(readFileSync(file)), shown, limits)
  const records: { readonly line: number; readonly found: Flat }[] = []
  reader.sign('[')
  if (reader.next() === ']') reader.pass()
  else for (;;) {
    reader.space()
    records.push({ line: reader.line(), found: reader.record() })
    if (records.length > limits.rows) throw problem('too-many-rows', { limit: limits.rows }, { file: shown })
    if (reader.next() === ',') { reader.pass(); continue }
    reader.sign(']')
    break
  }
  reader.end()
  if (records.length === 0) throw problem('empty-file', {}, { file: shown })
  const heads = [...new Set(records.flatMap(({ found }) => [...found.keys()]))]
  if (heads.length > limits.columns) throw problem('too-many-columns', { limit: limits.columns, columns: heads.length }, { file: shown })
  async function* rows(): AsyncGenerator<readonly Row[]> {
    for (let from = 0; from < records.length; from += batchSize) yield records.slice(from, from + batchSize).map(({ line, found }, i) => rowOf(from + i + 1, line, found, heads))
  }
  return { heads, headLine: 1, rows: rows() }
}

/** One record a line. The heads are the keys of the first thousand records. */
async function readLines(options: Options): Promise<Table> {
  const { file, shown, limits } = options
  async function* records(): AsyncGenerator<readonly { readonly line: number; readonly found: Flat }[]> {
    const decoder = new TextDecoder(options.encoding, { fatal: true })
    let [rest, line] = ['', 0]
    const parse = (text: string): readonly { readonly line: number; readonly found: Flat }[] => {
      line++
      if (text.trim() === '') return []
      const reader = jsonReader(text, shown, limits, line)
      const found = reader.record()
      reader.end()
      return [{ line, found }]
    }
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = pieces.pop() ?? ''
      if (rest.length > limits.cell * 8) throw problem('cell-too-long', { limit: limits.cell }, { file: shown, line: line + pieces.length + 1, column: 1 })
      yield pieces.flatMap(parse)
    }
    yield parse(rest + decoder.decode())
  }
  const source = records()
  const first: { readonly line: number; readonly found: Flat }[] = []
  for (let more = await source.next(); more.done !== true; more = await source.next()) { first.push(...more.value); if (first.length >= 1000) break }
  if (first.length === 0) throw problem('empty-file', {}, { file: shown })
  const heads = [...new Set(first.slice(0, 1000).flatMap(({ found }) => [...found.keys()]))]
  async function* rows(): AsyncGenerator<readonly Row[]> {
    let n = 0
    yield first.map(({ line, found }) => rowOf(++n, line, found, heads))
    for await (const batch of source) {
      if (n > limits.rows) throw problem('too-many-rows', { limit: limits.rows }, { file: shown })
      if (batch.length > 0) yield batch.map(({ line, found }) => rowOf(++n, line, found, heads))
    }
  }
  return { heads, headLine: first[0]?.line ?? 1, rows: rows() }
}

/** A JSON array of records, or JSON Lines, as a table. Throws DataProblem. */
export const readJson = async (options: Options): Promise<Table> => (options.lines ? readLines(options) : readArray(options))

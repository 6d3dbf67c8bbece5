import { createReadStream } from 'node:fs'
import { problem } from '../problem.ts'
import type { Limits, Row, Table } from './rows.ts'
import type { Encoding } from './survey.ts'

const quote = 34
const feed = 10

/** The text of a file in pieces. A byte-order mark is dropped; bytes that are no text were found by the survey, so a fault here is a changed file. */
async function* pieces(file: string, encoding: Encoding, signal: AbortSignal | undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, signal }) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

type Record = { readonly cells: readonly string[]; readonly next: number; readonly lines: number }
type Open = { readonly open: { readonly lines: number; readonly column: number } }
type Stray = { readonly stray: { readonly lines: number; readonly column: number } }

/** Parses one record that has quotes, from `at`. `open` when its quote is not closed in this text; `stray` when something follows a closing quote. */
function quoted(text: string, at: number, separator: string, ended: boolean): Record | Open | Stray {
  const cells: string[] = []
  const comma = separator.charCodeAt(0)
  let [i, lines, lineStart] = [at, 1, at]
  for (;;) {
    if (text.charCodeAt(i) === quote) {
      const opened = { lines: lines - 1, column: i - lineStart + 1 }
      let [cell, from] = ['', i + 1]
      for (;;) {
        const end = text.indexOf('"', from)
        if (end < 0 || (end === text.length - 1 && !ended)) return { open: opened }
        cell += text.slice(from, end)
        if (text.charCodeAt(end + 1) !== quote) { i = end + 1; break }
        cell += '"'
        from = end + 2
      }
      for (let l = text.indexOf('\n', lineStart); l >= 0 && l < i; l = text.indexOf('\n', l + 1)) { lines++; lineStart = l + 1 }
      cells.push(cell)
      const code = text.charCodeAt(i)
      if (i >= text.length) return { cells, next: i, lines }
      if (code === comma) { i++; continue }
      if (code === feed) return { cells, next: i + 1, lines }
      if (code === 13 && (text.charCodeAt(i + 1) === feed || i + 1 >= text.length)) return { cells, next: Math.min(i + 2, text.length), lines }
      return { stray: { lines: lines - 1, column: i - lineStart + 1 } }
    }
    let [end, newline] = [text.indexOf(separator, i), text.indexOf('\n', i)]
    if (newline < 0) { if (!ended) return { open: { lines: lines - 1, column: i - lineStart + 1 } }; newline = text.length }
    if (end < 0 || end > newline) {
      cells.push(text.charCodeAt(newline - 1) === 13 ? text.slice(i, newline - 1) : text.slice(i, newline))
      return { cells, next: Math.min(newline + 1, text.length), lines }
    }
    cells.push(text.slice(i, end))
    i = end + 1
  }
}

/** Which sign divides the cells: the one that the first line has most, outside quotes. */
export function separatorOf(firstLine: string): string {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '')
  return [',', '\t', ';', '|'].map((sign) => ({ sign, count: bare.split(sign).length })).toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

export type CsvOptions = { readonly file: string; readonly shown: string; readonly encoding: Encoding; readonly separator?: string; readonly limits: Limits; readonly isHead: (cells: readonly string[]) => boolean; readonly onBytes?: (characters: number) => void; readonly signal?: AbortSignal }

/**
 * A delimited text (RFC 4180, any line end) as a table. The head is the first line that has heads; lines of a title before it (at most four) and
 * a second line of heads after it are passed over. A row of another width is a fault of the row; a quote that is never closed, something after
 * a closing quote, too long a cell are problems of the file that name line and column.
 */
export async function readCsv(options: CsvOptions): Promise<Table> {
  const { file, shown, limits, isHead } = options
  const source = pieces(file, options.encoding, options.signal)
  let [text, at, line, n, ended, taken] = ['', 0, 1, 0, false, 0]
  let separator = options.separator
  const where = (l: number, column: number) => ({ file: shown, line: l, column })

  const more = async (): Promise<boolean> => {
    if (ended) return false
    const { value, done } = await source.next()
    if (done === true) { ended = true; return true }
    text = at >= text.length ? value : text.slice(at) + value
    at = 0
    taken += value.length
    options.onBytes?.(taken)
    return true
  }
  /** The next record, or null when more text is needed or all is read. */
  const record = (): Record | null => {
    if (at >= text.length) return null
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const quoteAt = text.indexOf('"', at)
    if (quoteAt < 0 || quoteAt > end) {
      if (newline < 0 && !ended) return null
      const row = text.charCodeAt(end - 1) === 13 ? text.slice(at, end - 1) : text.slice(at, end)
      return { cells: row.split(separator ?? ','), next: Math.min(end + 1, text.length), lines: 1 }
    }
    const read = quoted(text, at, separator ?? ',', ended)
    if ('cells' in read) return read
    if ('stray' in read) throw problem('after-quote', {}, where(line + read.stray.lines, read.stray.column))
    if (ended || text.length - at > limits.cell * 8) throw problem('quote-open', {}, where(line + read.open.lines, read.open.column))
    return null
  }
  const next = async (): Promise<(Record & { readonly line: number }) | null> => {
    for (;;) {
      const found = record()
      if (found !== null) {
        const placed = { ...found, line }
        at = found.next
        line += found.lines
        return placed
      }
      if (text.length - at > limits.cell * 8) throw problem('cell-too-long', { limit: limits.cell }, where(line, 1))
      if (!(await more())) return null
    }
  }

  while (text.length < 65536 && await more()) continue
  if (!text.includes('\n') && text.includes('\r')) throw problem('line-ends', {}, where(1, text.indexOf('\r') + 1))
  separator ??= separatorOf(text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')))
  let head = await next()
  for (let skipped = 0; head !== null && skipped < 4 && !isHead(head.cells) && head.cells.filter((cell) => cell.trim() !== '').length <= 2; skipped++) {
    separator = options.separator ?? separatorOf(text.slice(at, text.indexOf('\n', at) < 0 ? undefined : text.indexOf('\n', at)))
    head = await next()
  }
  if (head === null) throw problem('empty-file', {}, { file: shown })
  if (head.cells.length > limits.columns) throw problem('too-many-columns', { limit: limits.columns, columns: head.cells.length }, where(head.line, 1))
  const width = head.cells.length

  const rowOf = (found: Record & { readonly line: number }): Row | null => {
    const { cells } = found
    if (cells.length === 1 && cells[0] === '' && width > 1) return null
    n++
    const long = cells.findIndex((cell) => cell.length > limits.cell)
    if (long >= 0) throw problem('cell-too-long', { limit: limits.cell }, where(found.line, long + 1))
    if (cells.length !== width) {
      // Trailing empty cells are how spreadsheets write; they change nothing.
      const extra = cells.slice(width)
      if (cells.length > width && extra.every((cell) => cell === '')) return { n, line: found.line, cells: cells.slice(0, width), spoilt: null, fault: null }
      return { n, line: found.line, cells, spoilt: null, fault: { code: 'ragged-row', expected: `${width} ≠ ${cells.length}` } }
    }
    return { n, line: found.line, cells, spoilt: null, fault: null }
  }

  async function* rows(): AsyncGenerator<readonly Row[]> {
    const second = await next()
    let batch: Row[] = []
    const push = (found: Record & { readonly line: number }): void => { const row = rowOf(found); if (row !== null) batch.push(row) }
    if (second !== null && !isHead(second.cells)) push(second)
    for (;;) {
      const found = record()
      if (found !== null) {
        const placed = { ...found, line }
        at = found.next
        line += found.lines
        push(placed)
        if (batch.length < 1000) continue
      }
      if (n > limits.rows) throw problem('too-many-rows', { limit: limits.rows }, where(line, 1))
      if (batch.length > 0) { yield batch; batch = [] }
      if (found !== null) continue
      if (text.length - at > limits.cell * 8) throw problem('cell-too-long', { limit: limits.cell }, where(line, 1))
      if (!(await more())) break
    }
  }
  return { heads: head.cells.map((cell) => cell.replace(/^\ufeff/, '')), headLine: head.line, rows: rows() }
}

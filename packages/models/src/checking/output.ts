import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import type { DatasetContract, Field } from '../contract/contract.ts'
import { named, openDuck, quoted } from '../duckdb.ts'
import { problem } from '../problem.ts'
import type { Row } from '../reading/rows.ts'
import { keepsRaw, type Fault } from './rows.ts'
import { reason } from './tally.ts'

/** A text file that is written beside its place and gets its name only when it is whole. */
function staged(file: string) {
  const stream = createWriteStream(file, { highWaterMark: 1 << 20 })
  let failure: Error | null = null
  stream.on('error', (error) => { failure = error })
  let [waiting, size]: [string[], number] = [[], 0]
  const check = (): void => { if (failure !== null) throw problem('output-failed', { reason: failure.message }, { file: path.basename(file) }) }
  const flush = (): void => { if (waiting.length === 0) return; stream.write(waiting.join('')); waiting = []; size = 0 }
  return {
    line(text: string): void { waiting.push(text); size += text.length; if (size > 1 << 20) flush() },
    /** Lets the disk catch up; called between batches. */
    async drain(): Promise<void> { check(); if (stream.writableNeedDrain) await once(stream, 'drain').catch(() => undefined); check() },
    async end(): Promise<void> { flush(); await new Promise<void>((resolve) => { stream.end(resolve) }); check() },
    destroy(): void { stream.destroy() },
  }
}

// A cell that begins like a formula would be run by the spreadsheet of the person who mends the rows.
const inert = (text: string): string => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const safe = (text: string): string => cell(inert(text.isWellFormed() ? text : text.toWellFormed()))

/** The list of rejected and reported rows: one line a fault, UTF-8 with a byte-order mark for spreadsheets, no cell a formula. */
export function rejectsWriter(file: string) {
  const out = staged(file)
  out.line('\ufeffrow,line,outcome,code,field,title,value,expected,repair\r\n')
  return {
    ...out,
    faults(row: Row, faults: readonly Fault[]): void {
      for (const { code, field, outcome, value, expected } of faults) {
        const { title, repair } = reason(code)
        const named = (text: string): string => text.replace('{field}', field?.title ?? '')
        out.line(`${row.n},${row.line},${outcome},${code},${field?.name ?? ''},${safe(named(title.zh))},${safe(value)},${safe(expected)},${safe(named(repair.zh))}\r\n`)
      }
    },
  }
}

const sqlType = ({ type }: Field): string => {
  switch (type) {
    case 'date': return 'DATE'
    case 'int': return 'BIGINT'
    case 'decimal': return 'DOUBLE'
    case 'bool': return 'BOOLEAN'
    case 'datetime': case 'month': case 'string': case 'text': case 'enum': case 'geo': return 'VARCHAR'
  }
}

/** Column names and SQL types of the accepted rows of a contract, in order. */
export const acceptedColumns = (contract: DatasetContract): readonly { readonly name: string; readonly type: string }[] => [
  ...contract.fields.flatMap((field) => [{ name: field.name, type: sqlType(field) }, ...(keepsRaw(field, contract) ? [{ name: `${field.name}__raw`, type: 'VARCHAR' }] : [])]),
  { name: '_row', type: 'BIGINT' }, { name: '_file', type: 'VARCHAR' }, { name: '_delivery', type: 'VARCHAR' }, { name: '_reported', type: 'VARCHAR' },
]

/** Writes accepted rows: staged as plain text, then turned into typed Parquet by DuckDB. The rows written are counted against the rows accepted. */
export function acceptedWriter(contract: DatasetContract, folder: string, deliveryId: string) {
  const stage = path.join(folder, 'accepted.csv')
  const out = staged(stage)
  const raw = contract.fields.map((field) => keepsRaw(field, contract))
  const delivery = cell(deliveryId)
  let fileCell = '""'
  return {
    drain: out.drain, destroy: out.destroy,
    ofFile(name: string): void { fileCell = cell(name) },
    keep(row: Row, values: readonly (string | null)[], raws: readonly string[], reported: readonly Fault[]): void {
      let line = ''
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? null
        if (value !== null) line += bare(value) ? value : cell(value)
        line += ','
        if (raw[i] === true) { const text = raws[i] ?? ''; if (text !== '') line += bare(text) ? text : cell(text); line += ',' }
      }
      line += `${row.n},${fileCell},${delivery},${reported.length === 0 ? '' : [...new Set(reported.map(({ code }) => code))].join(' ')}\n`
      out.line(line)
    },
    /** Ends staging and writes the Parquet file `parquet` (inside `folder`). */
    async parquet(parquet: string, accepted: number): Promise<void> {
      await out.end()
      const duck = await openDuck({ workDir: folder })
      try {
        const columns = acceptedColumns(contract)
        const source = accepted === 0
          ? `(SELECT ${columns.map(({ name, type }) => `NULL::${type} AS ${named(name)}`).join(', ')} WHERE false)`
          : `(SELECT * FROM read_csv(${quoted(stage)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true, max_line_size = 16777216, columns = {${columns.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ')}}))`
        const made = await duck.connection.runAndReadAll(`COPY ${source} TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`)
        const written = Number(made.getRowsJson()[0]?.[0] ?? 0)
        if (written !== accepted) throw problem('rows-lost', { written, accepted })
      } finally { duck.close() }
      rmSync(stage)
    },
  }
}
/** A text that needs no quotes in the staged file. */
const bare = (text: string): boolean => !text.includes(',') && !text.includes('"') && !text.includes('\n') && !text.includes('\r')

/** Moves a whole file to its place; on another volume by a copy beside it first. */
export async function settle(from: string, to: string): Promise<void> {
  try {
    mkdirSync(path.dirname(to), { recursive: true })
    try { renameSync(from, to) } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      const { copyFile, rename } = await import('node:fs/promises')
      const beside = `${to}.${process.pid}.part`
      try { await copyFile(from, beside); await rename(beside, to) } finally { rmSync(beside, { force: true }) }
    }
  } catch (error) { throw problem('output-failed', { reason: (error as Error).message }, { file: to }) }
}

import { lstatSync, type Stats } from 'node:fs'
import path from 'node:path'
import { problem } from '../problem.ts'
import { readCsv } from './csv.ts'
import type { Limits, Table } from './rows.ts'
import { encodingOf, survey, type Encoding, type Survey } from './survey.ts'

export type Format = 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl' | 'parquet'
export type Opened = { readonly name: string; readonly format: Format; readonly encoding: Encoding | null; readonly table: Table }
export type OpenOptions = { readonly limits: Limits; readonly workDir: string; readonly encoding?: string; readonly isHead: (cells: readonly string[]) => boolean; readonly onBytes?: (done: number) => void; readonly signal?: AbortSignal }

const starts = (bytes: Buffer, ...signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)
const foreign: readonly (readonly [string, readonly number[]])[] = [['PDF', [0x25, 0x50, 0x44, 0x46]], ['PNG', [0x89, 0x50, 0x4e, 0x47]], ['JPEG', [0xff, 0xd8, 0xff]], ['GIF', [0x47, 0x49, 0x46, 0x38]], ['RAR', [0x52, 0x61, 0x72, 0x21]], ['7z', [0x37, 0x7a, 0xbc, 0xaf]], ['ELF', [0x7f, 0x45, 0x4c, 0x46]], ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]]]

/** The file's size, when it is an ordinary file that may be read. Throws DataProblem. */
export function ordinaryFile(file: string, limits: Limits): number {
  let stats: Stats
  try { stats = lstatSync(file) } catch (error) { throw problem('file-absent', { reason: (error as NodeJS.ErrnoException).code ?? String(error) }, { file }) }
  if (!stats.isFile()) throw problem('not-a-file', { kind: stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'symbolic link' : 'device' }, { file })
  if (stats.size === 0) throw problem('empty-file', {}, { file })
  if (stats.size > limits.bytes) throw problem('too-large', { bytes: stats.size, limit: limits.bytes }, { file })
  return stats.size
}

const textFormat = (name: string, first: Buffer): Format => {
  const extension = path.extname(name).toLowerCase()
  if (extension === '.jsonl' || extension === '.ndjson') return 'jsonl'
  if (extension === '.tsv' || extension === '.tab') return 'tsv'
  if (extension === '.csv' || extension === '.txt') return 'csv'
  const sign = first.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart()[0]
  return sign === '{' ? 'jsonl' : sign === '[' || extension === '.json' ? 'json' : 'csv'
}

/** Opens one ordinary file of data (no archive) by what its bytes say, not by its name. Throws DataProblem. */
export async function openPlain(file: string, name: string, seen: Survey, options: OpenOptions): Promise<Opened> {
  const { first } = seen
  if (starts(first, 0x50, 0x41, 0x52, 0x31)) {
    const { readParquet } = await import('./parquet.ts')
    return { name, format: 'parquet', encoding: null, table: await readParquet({ file, shown: name, workDir: options.workDir, limits: options.limits, ...(options.signal === undefined ? {} : { signal: options.signal }) }) }
  }
  if (starts(first, 0xd0, 0xcf, 0x11, 0xe0)) throw problem('excel-encrypted', {}, { file: name })
  const other = foreign.find(([, signature]) => starts(first, ...signature))
  if (other !== undefined) throw problem('wrong-format', { found: other[0] }, { file: name })
  const format = textFormat(name, first)
  const encoding = await encodingOf(file, name, seen, options.encoding)
  if (format === 'json' || format === 'jsonl') {
    const { readJson } = await import('./json.ts')
    return { name, format, encoding, table: await readJson({ file, shown: name, encoding, lines: format === 'jsonl', limits: options.limits, ...(options.onBytes === undefined ? {} : { onBytes: options.onBytes }) }) }
  }
  return {
    name, format, encoding,
    table: await readCsv({ file, shown: name, encoding, limits: options.limits, isHead: options.isHead, ...(format === 'tsv' ? { separator: '\t' } : {}), ...(options.onBytes === undefined ? {} : { onBytes: options.onBytes }), ...(options.signal === undefined ? {} : { signal: options.signal }) }),
  }
}

/**
 * Opens a delivered file: plain data, a workbook, or an archive (one layer) of them. `digest` is of the bytes as delivered.
 * Archives are inflated whole into `workDir` under caps before anything of them is read. Throws DataProblem.
 */
export async function* openDelivered(file: string, name: string, options: OpenOptions): AsyncGenerator<Opened & { readonly survey: Survey }> {
  ordinaryFile(file, options.limits)
  const seen = await survey(file, options.onBytes, options.signal)
  const { first } = seen
  if (starts(first, 0x50, 0x4b, 0x03, 0x04) || starts(first, 0x50, 0x4b, 0x05, 0x06)) {
    const { openZip } = await import('./archive.ts')
    const zip = await openZip(file, name, options)
    try {
      if (zip.workbook) {
        const { readXlsx } = await import('./xlsx.ts')
        yield { name, format: 'xlsx', encoding: null, survey: seen, table: await readXlsx(zip, name, options) }
      } else for await (const part of zip.files()) yield { ...await openPlain(part.file, part.name, await survey(part.file), options), survey: seen }
    } finally { zip.close() }
  } else if (starts(first, 0x1f, 0x8b)) {
    const { inflateGzip } = await import('./archive.ts')
    const part = await inflateGzip(file, name, seen.bytes, options)
    yield { ...await openPlain(part.file, part.name, await survey(part.file), options), survey: seen }
  } else yield { ...await openPlain(file, name, seen, options), survey: seen }
}

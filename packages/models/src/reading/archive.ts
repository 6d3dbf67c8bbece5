import { isUtf8 } from 'node:buffer'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createGunzip } from 'node:zlib'
import * as yauzl from 'yauzl'
import { DataProblem, problem } from '../problem.ts'
import type { Limits } from './rows.ts'

export type Part = { readonly name: string; readonly bytes: number; readonly entry: yauzl.Entry }
export type Zip = {
  readonly workbook: boolean
  readonly parts: readonly Part[]
  /** The content of one part, counted and checked against its digest while it streams. */
  readonly stream: (part: Part) => Promise<Readable>
  /** Each data file, inflated whole into the scratch folder before it is handed over. */
  readonly files: () => AsyncGenerator<{ readonly file: string; readonly name: string }>
  readonly close: () => void
}
type Options = { readonly limits: Limits; readonly workDir: string; readonly signal?: AbortSignal }

const smallestBomb = 16 * 1024 * 1024
const data = /\.(csv|tsv|tab|txt|json|jsonl|ndjson|parquet)$/i
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** Bytes that inflate without measure are cut off, whatever the archive declares. */
function meter(limits: Limits, packed: number, shown: string, part: string | undefined): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      done(total > limits.inflated || (total > smallestBomb && total > packed * limits.ratio) ? problem('archive-bomb', { limit: total > limits.inflated ? megabytes(limits.inflated) : `${limits.ratio} : 1` }, { file: shown, ...(part === undefined ? {} : { part }) }) : null, chunk)
    },
  })
}
const broken = (error: unknown, shown: string, part?: string): DataProblem => (error instanceof DataProblem ? error : problem('archive-broken', { reason: error instanceof Error ? error.message : String(error) }, { file: shown, ...(part === undefined ? {} : { part }) }))

const nameOf = (entry: yauzl.Entry): string => {
  const raw = entry.fileName as unknown as Buffer
  return isUtf8(raw) ? raw.toString('utf8') : new TextDecoder('gb18030').decode(raw)
}

/** All entries of the directory, or the problem of the first that no sound archive has. */
function checked(entries: readonly yauzl.Entry[], size: number, limits: Limits, shown: string): readonly Part[] {
  const where = (part: string) => ({ file: shown, part })
  const parts = entries.map((entry) => ({ name: nameOf(entry), bytes: entry.uncompressedSize, entry }))
  const seen = new Set<string>()
  for (const { name, entry } of parts) {
    const plain = name.toLowerCase()
    if (name.includes('\0') || name.includes('\\') || /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..')) throw problem('archive-path', { part: name }, where(name))
    if (seen.has(plain)) throw problem('archive-overlap', { part: name }, where(name))
    seen.add(plain)
    if ((entry.generalPurposeBitFlag & 1) === 1) throw problem('archive-encrypted', { part: name }, where(name))
    if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) throw problem('archive-symlink', { part: name }, where(name))
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw problem('archive-broken', { reason: `method ${entry.compressionMethod}` }, where(name))
  }
  const ordered = parts.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)
  for (const [i, { name, entry }] of ordered.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + 30 + (entry.fileName as unknown as Buffer).length + entry.compressedSize
    if (end > (ordered[i + 1]?.entry.relativeOffsetOfLocalHeader ?? size)) throw problem('archive-overlap', { part: name }, where(name))
  }
  const inflated = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  if (inflated > limits.inflated || (inflated > smallestBomb && inflated > size * limits.ratio)) throw problem('archive-bomb', { limit: inflated > limits.inflated ? megabytes(limits.inflated) : `${limits.ratio} : 1` }, { file: shown })
  return parts
}

/** Opens a zip and reads its directory; nothing is inflated yet. Throws DataProblem on what a delivery may not contain. */
export async function openZip(file: string, shown: string, options: Options): Promise<Zip> {
  const { limits } = options
  const size = statSync(file).size
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => { yauzl.open(file, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, opened) => { if (error) reject(broken(error, shown)); else resolve(opened) }) })
  try {
    if (zip.entryCount > limits.entries) throw problem('archive-entries', { count: zip.entryCount, limit: limits.entries }, { file: shown })
    const entries = await new Promise<yauzl.Entry[]>((resolve, reject) => {
      const all: yauzl.Entry[] = []
      zip.on('entry', (entry: yauzl.Entry) => { all.push(entry); if (all.length > limits.entries) reject(problem('archive-entries', { count: all.length, limit: limits.entries }, { file: shown })); else zip.readEntry() })
      zip.on('end', () => resolve(all))
      zip.on('error', (error) => reject(broken(error, shown)))
      zip.readEntry()
    })
    const parts = checked(entries, size, limits, shown)
    const stream = async (part: Part): Promise<Readable> => {
      const inflated = await new Promise<Readable>((resolve, reject) => { zip.openReadStream(part.entry, (error, opened) => { if (error) reject(broken(error, shown, part.name)); else resolve(opened) }) })
      let digest = 0
      const proof = new Transform({
        transform(chunk: Buffer, _encoding, done) { digest = crc32(chunk, digest); done(null, chunk) },
        flush(done) { done(digest === part.entry.crc32 ? null : problem('archive-broken', { reason: 'CRC-32' }, { file: shown, part: part.name })) },
      })
      const metered = meter(limits, size, shown, part.name)
      inflated.on('error', (error) => metered.destroy(broken(error, shown, part.name)))
      metered.on('error', (error) => proof.destroy(error))
      return inflated.pipe(metered).pipe(proof)
    }
    async function* files(): AsyncGenerator<{ readonly file: string; readonly name: string }> {
      const nested = parts.find(({ name }) => /\.(zip|gz|xlsx|xlsm|xls|7z|rar)$/i.test(name) && !name.startsWith('__MACOSX/'))
      if (nested !== undefined) throw problem('archive-nested', { part: nested.name }, { file: shown, part: nested.name })
      const wanted = parts.filter(({ name, bytes }) => data.test(name) && bytes > 0 && !name.startsWith('__MACOSX/')).toSorted((a, b) => (a.name < b.name ? -1 : 1))
      if (wanted.length === 0) throw problem('archive-empty', {}, { file: shown })
      for (const part of wanted) {
        const folder = mkdtempSync(path.join(options.workDir, 'part-'))
        const whole = path.join(folder, 'part')
        try {
          await pipeline(await stream(part), createWriteStream(whole), options.signal === undefined ? {} : { signal: options.signal })
          yield { file: whole, name: `${shown}/${part.name}` }
        } catch (error) { throw broken(error, shown, part.name) } finally { rmSync(folder, { recursive: true, force: true }) }
      }
    }
    return { workbook: parts.some(({ name }) => name.toLowerCase() === '[content_types].xml'), parts, stream, files, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Inflates a gzip whole into the scratch folder, under the caps. Good bytes before a broken end are not used. */
export async function inflateGzip(file: string, shown: string, packed: number, options: Options): Promise<{ readonly file: string; readonly name: string }> {
  const whole = path.join(mkdtempSync(path.join(options.workDir, 'part-')), 'part')
  try { await pipeline(createReadStream(file), createGunzip(), meter(options.limits, packed, shown, undefined), createWriteStream(whole), options.signal === undefined ? {} : { signal: options.signal }) } catch (error) { throw broken(error, shown) }
  if (statSync(whole).size === 0) throw problem('empty-file', {}, { file: shown })
  return { file: whole, name: shown.replace(/\.gz$/i, '') }
}

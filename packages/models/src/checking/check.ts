import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Day, Text } from '@hengjian/law'
import type { Coverage, DatasetContract, Field } from '../contract/contract.ts'
import { columnsOf, needColumns, type Columns } from '../contract/heads.ts'
import { datasetOf, datasets } from '../contract/load.ts'
import { DataProblem, messages, problem, say } from '../problem.ts'
import { openDelivered, type Format } from '../reading/open.ts'
import { limits as usual, type Limits } from '../reading/rows.ts'
import { acceptedWriter, rejectsWriter, settle } from './output.ts'
import type { ProfileRow } from './profile.ts'
import { rowChecker } from './rows.ts'
import type { ReasonGroup } from './tally.ts'

/** How far a check is. `done` of `total` bytes of the file at hand; rows read, kept and rejected so far. */
export type Progress = { readonly step: 'survey' | 'check' | 'write'; readonly file: string; readonly done: number; readonly total: number; readonly rows: number; readonly accepted: number; readonly rejected: number }

export type CheckInput = {
  readonly dataset: string
  readonly files: readonly string[]
  /** Names to show instead of the paths, in the same order (an upload has a temporary path). */
  readonly names?: readonly string[]
  /** Scratch space; left as it was found. */
  readonly workDir: string
  readonly encoding?: string
  readonly asOf?: Day
  readonly coverage?: { readonly from: Day; readonly to: Day }
  readonly rejectsOut?: string
  readonly acceptedOut?: string
  /** Written into every accepted row as `_delivery`. */
  readonly delivery?: string
  readonly limits?: Partial<Limits>
  /** What an absent column does: a delivery is refused (the default); an analyst's own file for a trial run is read with what it has. */
  readonly absent?: 'refuse' | 'report'
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Without `asOf`: days after this one are in the future. Never read from a clock here. */
  readonly now?: Day
}

export type FileResult = { readonly name: string; readonly format: Format; readonly encoding: string | null; readonly rows: number; readonly bytes: number; readonly sha256: string; readonly sm3: string }
export type Note = { readonly code: string; readonly text: Text }
export type CheckResult = {
  readonly dataset: string; readonly rows: number; readonly accepted: number; readonly rejected: number
  /** Kept rows on which something was reported. */
  readonly reported: number
  readonly reasons: readonly ReasonGroup[]; readonly profile: readonly ProfileRow[]
  /** Declared; null ends are open. `observed`: first and last main day among the kept rows. */
  readonly coverage: Coverage; readonly observed: Coverage; readonly asOf: Day | null
  /** Digests of the one delivered file, or of the list of digests when there are several. */
  readonly sha256: string; readonly sm3: string; readonly bytes: number
  readonly files: readonly FileResult[]; readonly notes: readonly Note[]
}

const note = (code: string, values: Readonly<Record<string, string>>): Note => ({ code, text: say((messages('notes')[code] as Text | undefined) ?? { zh: code, en: code }, values) })

/** The contract, or a problem that names near ids. */
export function contractOf(id: string): DatasetContract {
  const found = datasetOf(id)
  if (found !== null) return found
  const near = datasets().filter((other) => other.id.includes(id) || id.includes(other.id) || other.title.zh === id).map((other) => other.id).slice(0, 5)
  throw problem('dataset-unknown', { dataset: id, near: near.length === 0 ? '' : `~ ${near.join(', ')}` })
}

const headNotes = ({ unknown, absent, columns }: Columns): readonly Note[] => [
  ...(unknown.length > 0 ? [note('columns-unknown', { columns: unknown.join(', ') })] : []),
  ...(absent.some(({ presence }) => presence !== 'optional') ? [note('columns-absent', { columns: absent.filter(({ presence }) => presence !== 'optional').map(({ title }: Field) => title).join(', ') })] : []),
  ...columns.filter(({ unit, field }) => unit !== null && field.unit !== null && unit !== field.unit).map(({ head, unit, field }) => note('head-unit', { head, unit: unit ?? '', agreed: field.unit ?? '' })),
]

const togetherOf = (algorithm: 'sha256' | 'sm3', digests: readonly string[]): string => (digests.length === 1 ? digests[0] ?? '' : createHash(algorithm).update(digests.join('\n')).digest('hex'))

/**
 * Checks a delivery against its contract: every row is kept or rejected with a reason, what is doubtful is kept and reported, contradictions are
 * shown and never resolved. The same bytes give the same result. Throws DataProblem when a file cannot be read as a whole; then, and when
 * cancelled, neither `rejectsOut` nor `acceptedOut` is touched.
 */
export async function checkDelivery(input: CheckInput): Promise<CheckResult> {
  const contract = contractOf(input.dataset)
  if (input.files.length === 0) throw problem('no-file')
  const limits: Limits = { ...usual, ...input.limits }
  mkdirSync(input.workDir, { recursive: true })
  const folder = mkdtempSync(path.join(input.workDir, 'check-'))
  const accepted = input.acceptedOut === undefined ? null : acceptedWriter(contract, folder, input.delivery ?? randomUUID())
  const rejects = input.rejectsOut === undefined ? null : rejectsWriter(path.join(folder, 'rejects.csv'))
  const asOf = input.asOf ?? input.now ?? null
  const coverage: Coverage = input.coverage ?? { from: null, to: null }
  const isHead = (cells: readonly string[]): boolean => { const { columns } = columnsOf(contract, cells); return columns.length >= 2 || (columns.length === 1 && cells.length <= 2) }
  try {
    const files: FileResult[] = []
    const notes: Note[] = []
    let checker: ReturnType<typeof rowChecker> | null = null
    let heads = ''
    let offset = 0
    for (const [index, file] of input.files.entries()) {
      const name = input.names?.[index] ?? path.basename(file)
      let progress: Progress = { step: 'survey', file: name, done: 0, total: 0, ...(checker?.sums() ?? { rows: 0, accepted: 0, rejected: 0 }) }
      const tell = (step: Progress['step'], done: number): void => { progress = { ...progress, step, done, ...checker?.sums() }; input.onProgress?.(progress) }
      for await (const opened of openDelivered(file, name, { limits, workDir: folder, isHead, onBytes: (done) => tell(progress.step, done), ...(input.encoding === undefined ? {} : { encoding: input.encoding }), ...(input.signal === undefined ? {} : { signal: input.signal }) })) {
        progress = { ...progress, step: 'check', total: opened.survey.bytes }
        const { table } = opened
        const columns = needColumns(contract, table.heads, { file: opened.name, line: table.headLine, ...(table.sheet === undefined ? {} : { sheet: table.sheet }) }, input.absent)
        // Files of one delivery may order their columns differently; each gets readers of its own, counts go on.
        if (checker === null) checker = rowChecker(contract, columns, { asOf, coverage })
        else if (heads !== JSON.stringify(table.heads)) checker.heads(columns)
        heads = JSON.stringify(table.heads)
        accepted?.ofFile(opened.name)
        notes.push(...headNotes(columns), ...(opened.encoding !== null && opened.encoding !== 'utf-8' && input.encoding === undefined ? [note('encoding-found', { encoding: opened.encoding.toUpperCase() })] : []), ...(table.sheet === undefined ? [] : [note('sheet', { sheet: table.sheet })]))
        let rows = 0
        for await (const batch of table.rows) {
          input.signal?.throwIfAborted()
          const placed = offset === 0 ? batch : batch.map((row) => ({ ...row, n: row.n + offset }))
          checker.take(placed, { keep: (row, values, raws, reported) => accepted?.keep(row, values, raws, reported), fault: (row, faults) => rejects?.faults(row, faults) })
          rows += batch.length
          await accepted?.drain()
          await rejects?.drain()
          tell('check', progress.done)
        }
        offset += rows
        files.push({ name: opened.name, format: opened.format, encoding: opened.encoding, rows, bytes: opened.survey.bytes, sha256: opened.survey.sha256, sm3: opened.survey.sm3 })
      }
    }
    const { duplicatesUnchecked, ...counts } = (checker ?? rowChecker(contract, { columns: [], unknown: [], absent: [] }, { asOf, coverage })).counts()
    if (duplicatesUnchecked) notes.push(note('duplicates-unchecked', {}))
    input.onProgress?.({ step: 'write', file: files.at(-1)?.name ?? '', done: 0, total: 0, rows: counts.rows, accepted: counts.accepted, rejected: counts.rejected })
    const parquet = path.join(folder, 'accepted.parquet')
    await accepted?.parquet(parquet, counts.accepted)
    await rejects?.end()
    input.signal?.throwIfAborted()
    if (input.rejectsOut !== undefined) await settle(path.join(folder, 'rejects.csv'), input.rejectsOut)
    if (input.acceptedOut !== undefined) await settle(parquet, input.acceptedOut)
    const main = counts.profile.find(({ field }) => field === contract.mainDate)
    const delivered = [...new Map(files.map((one) => [one.sha256, one])).values()]
    return {
      dataset: contract.id, ...counts, coverage, observed: { from: (main?.min ?? null) as Day | null, to: (main?.max ?? null) as Day | null }, asOf,
      sha256: togetherOf('sha256', delivered.map((one) => one.sha256)), sm3: togetherOf('sm3', delivered.map((one) => one.sm3)), bytes: delivered.reduce((sum, one) => sum + one.bytes, 0),
      files, notes: [...new Map(notes.map((one) => [one.text.zh, one])).values()],
    }
  } catch (error) {
    accepted?.destroy()
    rejects?.destroy()
    if (error instanceof DataProblem) throw error
    if (input.signal?.aborted === true) throw problem('cancelled')
    throw problem('unexpected', { reason: error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error) })
    // A file that is just being opened may still appear in the folder: what cannot be cleared at once must not take the place of what is said.
  } finally { rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 }) }
}

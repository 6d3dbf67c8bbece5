import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isDay, type Day, type Text } from '@hengjian/law'
import { checkDelivery, DataProblem, dataTemplate, datasets, type CheckResult } from '@hengjian/models'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'

const both = ({ zh, en }: Text): string => `${zh} (${en})`

/** A DataProblem as a problem document: where stands as members of its own, so that a program finds line and column. */
export function asProblem(error: DataProblem): CommandProblem {
  const { file, line, column, sheet, part } = error.where ?? { file: undefined }
  const place = [file, sheet, part, line === undefined ? undefined : `line ${line}`, column === undefined ? undefined : `column ${column}`].filter((text) => text !== undefined).join(', ')
  return new CommandProblem({
    type: 'about:blank', title: both(error.what), status: 422, code: error.code, detail: `${place === '' ? '' : `${place}: `}${both(error.what)} ${both(error.why)} ${both(error.whatToDo)}`,
    reason: both(error.why), whatToDo: both(error.whatToDo), ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }), ...(part === undefined ? {} : { part }), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }),
  })
}

/** Runs what may meet a DataProblem and tells it as a problem document. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try { return await work() } catch (error) { if (error instanceof DataProblem) throw asProblem(error); throw error }
}

function dayOf(text: string, option: string): Day {
  if (!isDay(text)) throw new UsageError(`${option} must be a day like 2026-03-01, not '${text}'`)
  return text
}

function periodOf(text: string): { readonly from: Day; readonly to: Day } {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) throw new UsageError(`--coverage must be like 2026-01-01..2026-03-31, not '${text}'`)
  const period = { from: dayOf(from, '--coverage'), to: dayOf(to, '--coverage') }
  if (period.from > period.to) throw new UsageError('--coverage ends before it begins')
  return period
}

/** A place that can be written to: its folder is there. */
function placeFor(file: string, option: string): string {
  if (!existsSync(path.dirname(file))) throw new UsageError(`${option}: there is no folder ${path.dirname(file)}`)
  return file
}

const printed = (result: CheckResult): string => [
  `${result.dataset}: ${result.rows} rows, ${result.accepted} accepted (${result.reported} with remarks), ${result.rejected} rejected`,
  ...result.files.map((file) => `  ${file.name}  ${file.format}${file.encoding === null ? '' : ` ${file.encoding}`}  sha256 ${file.sha256}  sm3 ${file.sm3}`),
  ...result.notes.map(({ text }) => `  ${text.zh}`),
  ...result.reasons.flatMap((group) => [
    `${group.outcome === 'rejected' ? '✗' : '!'} ${group.title.zh}  ${group.code}${group.field === null ? '' : ` ${group.field}`}  ${group.count}`,
    `    ${group.repair.zh}`,
    ...group.examples.map(({ row, line, value, expected }) => `    row ${row} (line ${line}): ${JSON.stringify(value)}${expected === '' ? '' : ` → ${expected}`}`),
  ]), '',
].join('\n')

async function check(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const [dataset, ...files] = positionals
  if (dataset === undefined || files.length === 0) throw new UsageError(dataset === undefined ? 'which dataset?' : 'which file?')
  const at = (file: string): string => path.resolve(io.cwd, file)
  const result = await told(async () => {
    const workDir = mkdtempSync(path.join(tmpdir(), 'hj-data-'))
    try {
      return await checkDelivery({
        dataset, files: files.map(at), workDir,
        ...(values.rejects === undefined ? {} : { rejectsOut: placeFor(at(values.rejects), '--rejects') }), ...(values.accepted === undefined ? {} : { acceptedOut: placeFor(at(values.accepted), '--accepted') }),
        ...(values['as-of'] === undefined ? {} : { asOf: dayOf(values['as-of'], '--as-of') }), ...(values.coverage === undefined ? {} : { coverage: periodOf(values.coverage) }), ...(values.encoding === undefined ? {} : { encoding: values.encoding }),
      })
    } finally { rmSync(workDir, { recursive: true, force: true }) }
  })
  io.out(values.json === true ? `${JSON.stringify(result, null, 2)}\n` : printed(result))
  return 0
}

async function list(args: readonly string[], io: Io): Promise<number> {
  const { values } = options(args)
  const all = datasets()
  io.out(values.json === true ? `${JSON.stringify(all.map(({ id, title, group, provider, grain, key, sensitivity, cadence, purpose, fields }) => ({ id, title, group, provider, grain, key, sensitivity, cadence, purpose, fields: fields.length })), null, 2)}\n`
    : all.map(({ id, title, provider, fields }) => `${id.padEnd(34)}${title.zh}  (${fields.length})  ${provider}\n`).join(''))
  return 0
}

async function template(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const [dataset] = positionals
  if (dataset === undefined || values.out === undefined) throw new UsageError(dataset === undefined ? 'which dataset?' : '--out is missing')
  const out = placeFor(path.resolve(io.cwd, values.out), '--out')
  const extension = path.extname(out).toLowerCase()
  if (extension !== '.csv' && extension !== '.xlsx') throw new UsageError(`--out must end in .csv or .xlsx, not '${extension || values.out}'`)
  const bytes = await told(async () => dataTemplate(dataset, extension === '.csv' ? 'csv' : 'xlsx'))
  const beside = `${out}.${process.pid}.part`
  try { writeFileSync(beside, bytes); renameSync(beside, out) } catch (error) {
    rmSync(beside, { force: true })
    throw new CommandProblem({ type: 'about:blank', title: 'Template not written', status: 422, code: 'data.out', detail: `${out}: ${error instanceof Error ? error.message : String(error)}` })
  }
  io.out(values.json === true ? `${JSON.stringify({ dataset, out, bytes: bytes.length })}\n` : `${out}\n`)
  return 0
}

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { rejects: { type: 'string' }, accepted: { type: 'string' }, 'as-of': { type: 'string' }, coverage: { type: 'string' }, encoding: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

export const commands: readonly Command[] = [
  { words: ['data', 'check'], usage: 'data check DATASET FILE… [--rejects OUT.csv] [--accepted OUT.parquet] [--as-of DAY] [--coverage FROM..TO] [--encoding NAME] [--json]', what: 'Checks delivered files against the contract: every row is kept or rejected with a reason.', run: check },
  { words: ['data', 'list'], usage: 'data list [--json]', what: 'Lists the datasets that have a contract.', run: list },
  { words: ['data', 'template'], usage: 'data template DATASET --out FILE.csv|.xlsx', what: 'Writes an empty file with the two rows of heads of a contract.', run: template },
]

import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { instant, isDay, legalDay, type Day } from '@hengjian/law'
import { criminalLimits, datasetOf, models, modelSql, requireModel, runModel, type Clue, type Coverage, type ModelDefinition, type RunResult } from '@hengjian/models'
import { parse } from 'yaml'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'
import { told } from './data.ts'

const refuse = (code: string, title: string, detail: string): CommandProblem => new CommandProblem({ type: 'about:blank', title, status: 422, code, detail })
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { data: { type: 'string' }, 'as-of': { type: 'string' }, param: { type: 'string', multiple: true }, coverage: { type: 'string', multiple: true }, engine: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

function oneModel(positionals: readonly string[]): Promise<ModelDefinition> {
  const [id, ...rest] = positionals
  if (id === undefined || rest.length > 0) throw new UsageError(id === undefined ? 'which model?' : `one model at a time, not also '${rest.join(' ')}'`)
  return told(async () => requireModel(id))
}

const dayOf = (text: string, option: string): Day => { if (!isDay(text)) throw new UsageError(`${option} must be a day like 2026-03-01, not '${text}'`); return text }
/** The day of the run: the one given, or today in Shanghai. Only this door reads a clock. */
const asOfFrom = (text: string | undefined, io: Io): Day => (text === undefined ? legalDay(instant(io.env['HENGJIAN_NOW'] ?? new Date().toISOString())) : dayOf(text, '--as-of'))

const paramsFrom = (given: readonly string[] | undefined): Readonly<Record<string, string>> => Object.fromEntries((given ?? []).map((text) => {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1) throw new UsageError(`--param must be like grace_days=30, not '${text}'`)
  return [text.slice(0, at), text.slice(at + 1)]
}))

const periodOf = (text: string, where: string): Coverage => {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) throw new UsageError(`${where} must be like admin_transfer=2026-01-01..2026-03-31, not '${text}'`)
  const period = { from: dayOf(from, where), to: dayOf(to, where) }
  if (period.from > period.to) throw new UsageError(`${where} ends before it begins`)
  return period
}

/** What the datasets cover: coverage.yaml beside the data (`admin_transfer: 2024-01-01..2026-06-30`), replaced by --coverage. */
function coverageFrom(dir: string, given: readonly string[] | undefined): Readonly<Record<string, Coverage>> {
  const file = path.join(dir, 'coverage.yaml')
  let written: unknown = {}
  try { if (existsSync(file)) written = parse(readFileSync(file, 'utf8')) ?? {} } catch (error) { throw refuse('model.coverage-file', 'Coverage file not understood', `${file}: ${error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error)}`) }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) throw refuse('model.coverage-file', 'Coverage file not understood', `${file} must hold lines like 'admin_transfer: 2024-01-01..2026-06-30'`)
  const declared = Object.entries(written as Record<string, unknown>).map(([dataset, text]) => [dataset, String(text)] as const)
  const asked = (given ?? []).map((text) => { const at = text.indexOf('='); if (at < 1) throw new UsageError(`--coverage must be like admin_transfer=2026-01-01..2026-03-31, not '${text}'`); return [text.slice(0, at), text.slice(at + 1)] as const })
  return Object.fromEntries([...declared, ...asked].map(([dataset, text]) => [dataset, periodOf(text, '--coverage')]))
}

const forms = ['.csv', '.xlsx', '.parquet']
/** The files of a folder that a model uses, one a dataset, named <dataset>.csv, .xlsx or .parquet; other files are left alone. */
function filesOf(model: ModelDefinition, dir: string): Readonly<Record<string, readonly string[]>> {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw refuse('model.data-folder', 'There is no data folder', `${dir} is not there or is no folder; --data names a folder with one file a dataset, such as ${model.inputs[0]?.dataset ?? 'admin_penalty'}.csv`)
  const names = readdirSync(dir)
  return Object.fromEntries(model.inputs.flatMap(({ dataset }) => {
    const found = names.filter((name) => forms.includes(path.extname(name).toLowerCase()) && path.parse(name).name === dataset)
    if (found.length > 1) throw refuse('model.data-twice', 'Several files for one dataset', `${dataset}: ${found.join(', ')}; keep one of them, so that no row counts twice`)
    return found.length === 0 ? [] : [[dataset, [path.join(dir, found[0] ?? '')]]]
  }))
}

/** Evidence with its fields by name: what a program reads; `matched` lists the fields that the clue rests on. */
const clueOut = (clue: Clue) => ({ ...clue, evidence: clue.evidence.map(({ fields, ...one }) => ({ ...one, fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])), matched: fields.filter(({ matched }) => matched).map(({ name }) => name) })) })

// A cell that begins like a formula would be run by the spreadsheet that opens the list.
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const inert = typeof value === 'string' && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return `"${inert.replaceAll('"', '""')}"`
}
/** The clues as a list for a spreadsheet: UTF-8 with a byte-order mark, no cell a formula. */
const asCsv = ({ clues }: RunResult): string => `\ufeff${[
  ['key', 'rule', 'status', 'reason', 'organ', 'party', 'document', 'day', 'act', 'offence', 'metric', 'value', 'minimum', 'unit', 'law', 'article', 'why', 'remarks', 'rows'],
  ...clues.map(({ key, rule, status, reason, organ, subject, document, day, act, limit, why, remarks, evidence }) => [key, rule, status, reason, organ, subject, document, day, act, limit?.offence ?? null, limit?.metric ?? null, limit?.value ?? null, limit?.minimum ?? null, limit?.unit ?? null,
    limit?.documentNo ?? limit?.law ?? null, limit?.article ?? null, why, remarks.map(({ text }) => text).join(' '), evidence.map(({ dataset, row }) => `${dataset}#${row}`).join(' ')]),
].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const printed = (result: RunResult, title: string): string => [
  `${title}  ${result.model} v${result.version}  as of ${result.asOf}  ${result.millis} ms`,
  ...result.data.map(({ dataset, deliveries, rows, rejected, coverage }) => `  ${dataset}: ${deliveries === 0 ? 'no data' : `${rows} rows${rejected === 0 ? '' : `, ${rejected} rejected by the check`}${coverage === null ? ', coverage not declared' : `, covers ${coverage.from ?? ''}..${coverage.to ?? ''}`}`}`),
  ...result.steps.map(({ title: name, rows }) => `  ${String(rows).padStart(9)}  ${name.zh}`),
  ...result.clues.flatMap(({ rule, status, why, evidence, limit, remarks }) => [
    `${status === 'clue' ? '●' : status === 'to_verify' ? '?' : '∅'} ${rule} ${why}`, ...evidence.map(({ dataset, row }) => `      ${dataset} row ${row}`), ...(limit === null || limit.quote === '' ? [] : [`      “${limit.quote}”`]), ...remarks.filter(({ level }) => level === 'warn').map(({ text }) => `      ! ${text}`),
  ]),
  `${result.counts.clue} clues, ${result.counts.to_verify} to verify, ${result.counts.undecidable} undecidable`, '',
].join('\n')

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const model = await oneModel(positionals)
  if (values.data === undefined) throw new UsageError('--data is missing: the folder of the datasets')
  const dir = path.resolve(io.cwd, values.data)
  const out = values.out === undefined ? undefined : path.resolve(io.cwd, values.out)
  if (out !== undefined && path.extname(out).toLowerCase() !== '.csv') throw new UsageError(`--out must end in .csv, not '${values.out ?? ''}'`)
  if (out !== undefined && !existsSync(path.dirname(out))) throw new UsageError(`--out: there is no folder ${path.dirname(out)}`)
  const [asOf, params] = [asOfFrom(values['as-of'], io), paramsFrom(values.param)]
  const data = filesOf(model, dir)
  const coverage = coverageFrom(dir, values.coverage)
  const workDir = mkdtempSync(path.join(tmpdir(), 'hj-model-'))
  try {
    const result = await told(() => runModel(model.id, { data, workDir, asOf, params, coverage }))
    if (out !== undefined) {
      const beside = `${out}.${process.pid}.part`
      try { writeFileSync(beside, asCsv(result)); renameSync(beside, out) } catch (error) {
        rmSync(beside, { force: true })
        throw refuse('model.out', 'Clues not written', `${out}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    io.out(values.json === true ? json({ ...result, clues: result.clues.map(clueOut), ...(out === undefined ? {} : { out }) }) : `${printed(result, model.title.zh)}${out === undefined ? '' : `${out}\n`}`)
    return 0
  } finally { rmSync(workDir, { recursive: true, force: true }) }
}

const shown = (model: ModelDefinition): string => [
  `${model.title.zh}  ${model.id} v${model.version}`, `  ${model.problem.zh}`, `supervised  ${model.supervised.join(', ')}`,
  ...model.basis.map(({ law, article, says }) => `law         ${law} ${article}  ${says}`),
  ...model.inputs.map(({ dataset }) => `data        ${dataset}  ${datasetOf(dataset)?.title.zh ?? ''}`),
  ...model.parameters.map(({ id, title, default: value, unit, range, source }) => `parameter   ${id} = ${value}${unit ?? ''}  ${title.zh}  ${range === null ? 'fixed by law' : `${range[0]}..${range[1]}`}  ${source}`),
  ...model.steps.map(({ id, kind, title, detail }, at) => `${String(at + 1).padStart(2)}. ${title.zh} [${kind} ${id}]  ${detail.zh}`),
  ...model.traps.map(({ trap, handling }) => `trap        ${trap} → ${handling}`), '',
].join('\n')

/** The limits that a model compares with; empty for a model that compares with none. */
const limitsOf = (model: ModelDefinition) => (model.steps.some(({ kind }) => kind === 'score') ? criminalLimits().limits : [])

export const commands: readonly Command[] = [
  { words: ['model', 'list'], usage: 'model list [--json]', what: 'Lists the supervision models of the catalogue.', run: async (args, io) => {
    const all = models()
    io.out(options(args).values.json === true ? json(all.map(({ id, version, title, area, articles, supervised, inputs }) => ({ id, version, title, area, articles, supervised, inputs: inputs.map(({ dataset }) => dataset) }))) : all.map(({ id, title, area }) => `${id.padEnd(38)}${area.padEnd(18)}${title.zh}\n`).join(''))
    return 0
  } },
  { words: ['model', 'show'], usage: 'model show MODEL [--json]', what: 'Shows a model: what it asks, on which law, from which data, in which steps, with which limits.', run: async (args, io) => {
    const { values, positionals } = options(args)
    const model = await oneModel(positionals)
    io.out(values.json === true ? json({ ...model, limits: limitsOf(model) }) : `${shown(model)}${limitsOf(model).map(({ id, offence, metric, minimum, inForce, source }) => `limit       ${id}  ${offence.zh}  ${metric} ≥ ${minimum}  ${inForce.from}..${inForce.to ?? ''}  ${source.documentNo ?? source.short}${source.article}\n`).join('')}`)
    return 0
  } },
  { words: ['model', 'sql'], usage: 'model sql MODEL [--engine duckdb|postgresql] [--as-of DAY] [--param NAME=VALUE …]', what: 'Prints the one SQL statement that a model becomes.', run: async (args, io) => {
    const { values, positionals } = options(args)
    const model = await oneModel(positionals)
    const [engine, asOf] = [values.engine ?? 'duckdb', asOfFrom(values['as-of'], io)]
    const sql = await told(async () => modelSql(model.id, engine, { asOf, params: paramsFrom(values.param) }))
    io.out(values.json === true ? json({ model: model.id, engine, asOf, sql }) : sql)
    return 0
  } },
  { words: ['model', 'run'], usage: 'model run MODEL --data DIR [--as-of DAY] [--param NAME=VALUE …] [--coverage DATASET=FROM..TO …] [--out CLUES.csv] [--json]', what: 'Runs a model over a folder with one file a dataset (<dataset>.csv, .xlsx or .parquet).', run },
]

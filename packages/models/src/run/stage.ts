import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '@hengjian/law'
import type { DuckDBConnection } from '@duckdb/node-api'
import { checkDelivery } from '../checking/check.ts'
import type { Coverage, DatasetContract, FieldType } from '../contract/contract.ts'
import { datasetOf } from '../contract/load.ts'
import { openDuck, type Duck } from '../duckdb.ts'
import { problem } from '../problem.ts'
import type { Limits } from './limits.ts'
import type { ModelDefinition } from './model.ts'
import { anyOf, like, literal, name } from './names.ts'
import { amountSaid } from './said.ts'

const types: Readonly<Record<FieldType, string>> = { string: 'VARCHAR', text: 'VARCHAR', int: 'BIGINT', decimal: 'DOUBLE', date: 'DATE', datetime: 'VARCHAR', month: 'VARCHAR', bool: 'BOOLEAN', enum: 'VARCHAR', geo: 'VARCHAR' }
/** Deliveries of one dataset are told apart in `_key` = delivery × this + row. */
const perDelivery = 1_000_000_000

/** What was given of one dataset: deliveries, rows, how many of them the check kept out. */
export type Given = { readonly dataset: string; readonly deliveries: number; readonly rows: number; readonly rejected: number; readonly coverage: Coverage | null }

/** The columns of a contract as an empty table: a delivery without an optional column, or a dataset that is not there, still has its names. */
const shape = (contract: DatasetContract): string =>
  `select ${contract.fields.map(({ name: field, type }) => `cast(null as ${types[type]}) as ${name(field)}`).join(', ')}, cast(null as bigint) as _row, cast(null as bigint) as _key where false`

/** Puts accepted rows under the dataset's name. The rows are read where they lie; only what a model touches is read. */
export async function stageDataset(connection: DuckDBConnection, dataset: string, files: readonly string[]): Promise<number> {
  const contract = datasetOf(dataset)
  if (contract === null) throw problem('model-data-unknown', { model: '', dataset, datasets: '' })
  const parts = files.map((file, at) => `select * exclude (file_row_number), file_row_number + ${at * perDelivery + 1} as _key from read_parquet(${literal(file)}, file_row_number = true)`)
  await connection.run(`create view ${name(dataset)} as ${[shape(contract), ...parts].join('\nunion all by name\n')}`)
  return Number((await connection.runAndReadAll(`select count(*) from ${name(dataset)}`)).getRows()[0]?.[0] ?? 0)
}

/** Whether a Parquet file holds accepted rows, as the delivery check writes them, and not just any table. */
const isAccepted = async (connection: DuckDBConnection, file: string): Promise<boolean> =>
  (await connection.runAndReadAll(`select name from parquet_schema(${literal(file)}) where name = '_row'`)).getRows().length > 0

/** Raw files pass the delivery check first, so that a model only ever sees normalised rows; accepted rows of the lake are taken as they are. */
export async function accepted(connection: DuckDBConnection, dataset: string, files: readonly string[], workDir: string, asOf: Day, signal: AbortSignal | undefined): Promise<{ readonly files: readonly string[]; readonly rejected: number }> {
  const found: string[] = []
  let rejected = 0
  for (const [at, file] of files.entries()) {
    const form = path.extname(file).toLowerCase()
    if (form === '.parquet' && await isAccepted(connection, file)) { found.push(file); continue }
    if (form !== '.csv' && form !== '.xlsx' && form !== '.parquet') throw problem('model-data-form', { file: path.basename(file) }, { file: path.basename(file) })
    const out = path.join(workDir, `${dataset}-${at}.parquet`)
    const checked = await checkDelivery({ dataset, files: [file], workDir: path.join(workDir, `${dataset}-${at}`), acceptedOut: out, asOf, absent: 'report', ...(signal === undefined ? {} : { signal }) })
    rejected += checked.rejected
    found.push(out)
  }
  return { files: found, rejected }
}

/**
 * Amounts that only the text of the facts names, for rows whose kind of conduct has a limit and that have no number of their own: one row per
 * dataset, row and metric. Read before the model runs, as identifiers are; a model never reads prose.
 */
export async function stageSaid(connection: DuckDBConnection, model: ModelDefinition, limits: Limits): Promise<number> {
  let said = 0
  await connection.run('create table said_amounts (dataset varchar, row_key bigint, metric varchar, amount double)')
  const takes = model.steps.flatMap((step) => (step.kind === 'take' ? step.sources : []))
  if (!model.steps.some(({ kind }) => kind === 'score')) return 0
  const words = [...new Set(limits.acts.flatMap(({ words: lists }) => lists[0] ?? []))]
  for (const { dataset, columns, prose: facts } of takes) {
    const [act, value, quantity] = [columns['act'], columns['value_amount'], columns['quantity']]
    if (facts === undefined || typeof act !== 'string' || typeof value !== 'string' || typeof quantity !== 'string') continue
    const read = await connection.stream(`select _key, ${name(facts)} as facts from ${name(dataset)} where ${name(facts)} is not null and (${name(value)} is null or ${name(quantity)} is null) and (${anyOf(words.map((word) => like(name(act), word)))})`)
    const appender = await connection.createAppender('said_amounts')
    for (let chunk = await read.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await read.fetchChunk()) {
      for (const [key, text] of chunk.getRows()) {
        for (const metric of limits.metrics) {
          const amount = amountSaid(String(text), metric, limits.units)
          if (amount === null) continue
          appender.appendVarchar(dataset)
          appender.appendBigInt(BigInt(String(key)))
          appender.appendVarchar(metric.id)
          appender.appendDouble(amount)
          appender.endRow()
          said++
        }
      }
    }
    appender.closeSync()
  }
  return said
}

/** A locked-down DuckDB with every dataset of the model under its name. */
export async function stage(model: ModelDefinition, limits: Limits, input: { readonly data: Readonly<Record<string, readonly string[]>>; readonly workDir: string; readonly asOf: Day; readonly coverage?: Readonly<Record<string, Coverage>>; readonly signal?: AbortSignal; readonly memory?: string }): Promise<{ readonly duck: Duck; readonly given: readonly Given[]; readonly said: number }> {
  const inputs = model.inputs.map(({ dataset }) => dataset)
  const wrong = Object.keys(input.data).find((dataset) => !inputs.includes(dataset))
  if (wrong !== undefined) throw problem('model-data-unknown', { model: model.id, dataset: wrong, datasets: inputs.join(', ') })
  const subjects = model.steps.flatMap((step) => (step.kind === 'take' ? step.sources.map(({ dataset }) => dataset) : []))
  if (!subjects.some((dataset) => (input.data[dataset]?.length ?? 0) > 0)) throw problem('model-data-missing', { model: model.id, datasets: subjects.join(', '), example: `${subjects[0] ?? ''}.csv` })
  mkdirSync(input.workDir, { recursive: true })
  const files = Object.values(input.data).flat()
  const duck = await openDuck({ workDir: input.workDir, reach: files.map((file) => path.dirname(file)), ...(input.memory === undefined ? {} : { memory: input.memory }) })
  try {
    const given: Given[] = []
    for (const dataset of inputs) {
      const ready = await accepted(duck.connection, dataset, input.data[dataset] ?? [], input.workDir, input.asOf, input.signal)
      given.push({ dataset, deliveries: ready.files.length, rows: await stageDataset(duck.connection, dataset, ready.files), rejected: ready.rejected, coverage: input.coverage?.[dataset] ?? null })
    }
    return { duck, given, said: await stageSaid(duck.connection, model, limits) }
  } catch (error) {
    duck.close()
    throw error
  }
}

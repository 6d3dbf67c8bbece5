import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Day, Text } from '@hengjian/law'
import type { Coverage } from '../contract/contract.ts'
import { datasetOf } from '../contract/load.ts'
import type { Duck } from '../duckdb.ts'
import { problem } from '../problem.ts'
import { modelOf, models } from './catalogue.ts'
import { compile, narrows, type Result } from './compile.ts'
import type { Setting } from './conditions.ts'
import { explainer, type Clue, type Found } from './explain.ts'
import { criminalLimits } from './limits.ts'
import type { ClueStatus, ModelDefinition } from './model.ts'
import { literal, name } from './names.ts'
import { parametersOf } from './parameters.ts'
import { stage, type Given } from './stage.ts'

export type RunInput = {
  /** Dataset → its deliveries: csv or xlsx (checked first), or Parquet of accepted rows. */
  readonly data: Readonly<Record<string, readonly string[]>>
  /** A folder that the run may use; what it makes there is gone when it ends. */
  readonly workDir: string
  /** The day up to which things are looked at; never the clock. */
  readonly asOf: Day
  readonly params?: Readonly<Record<string, string | number>>
  /** The days that a dataset covers. Not declared: what is not found is shown as such, and said. */
  readonly coverage?: Readonly<Record<string, Coverage>>
  /** A DuckDB size; default '1GB'. */
  readonly memory?: string
  readonly signal?: AbortSignal
}
export type StepCount = { readonly id: string; readonly name: string; readonly title: Text; readonly detail: Text; readonly rows: number }
export type RunResult = {
  readonly model: string; readonly version: string; readonly asOf: Day; readonly millis: number
  readonly parameters: Readonly<Record<string, number>>
  readonly data: readonly Given[]
  readonly steps: readonly StepCount[]
  readonly counts: Readonly<Record<ClueStatus, number>>
  readonly clues: readonly Clue[]
}

/** A model by its id; throws DataProblem when the catalogue has none. */
export const requireModel = (id: string): ModelDefinition => {
  const model = modelOf(id)
  if (model === null) throw problem('model-unknown', { model: id, models: models().map((one) => one.id).join(', ') })
  return model
}

/** Engines on which the compiled statement was tried. The text is the same for all of them. */
export const engines = ['duckdb', 'postgresql'] as const

/** The one SQL statement of a model, for a day and parameters. Throws DataProblem for an unknown model, engine or parameter. */
export function modelSql(id: string, engine: string = 'duckdb', options: { readonly asOf?: Day; readonly params?: RunInput['params']; readonly coverage?: RunInput['coverage']; /** The datasets that are there; default all. */ readonly have?: readonly string[] } = {}): string {
  const model = requireModel(id)
  if (!engines.some((one) => one === engine)) throw problem('model-engine-unknown', { engine, engines: engines.join(', ') })
  const setting: Setting = { asOf: options.asOf ?? ('2026-01-01' as Day), parameters: parametersOf(model, options.params ?? {}), have: new Set(options.have ?? model.inputs.map(({ dataset }) => dataset)), coverage: options.coverage ?? {} }
  return compile(model, criminalLimits(), setting)
}

const order: Readonly<Record<ClueStatus, number>> = { clue: 0, to_verify: 1, undecidable: 2 }
const weight = ({ limit }: Clue): number => (limit?.value === null || limit === null ? 0 : limit.value / limit.minimum)

/** A decision delivered twice is one clue that rests on both rows. */
function merged(clues: readonly Clue[]): readonly Clue[] {
  const byKey = new Map<string, Clue>()
  for (const clue of clues) {
    const first = byKey.get(clue.key)
    if (first === undefined || first.document === null) byKey.set(first === undefined ? clue.key : `${clue.key}#${byKey.size}`, clue)
    else byKey.set(clue.key, { ...first, evidence: [...first.evidence, ...clue.evidence] })
  }
  return [...byKey.values()]
}

/** The delivered rows of a role, chunk by chunk; of their many columns those in which any of these rows has something. */
async function* evidenceRows(duck: Duck, dataset: string, role: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const rows = `from found e join ${name(dataset)} d on d._key = e.row_key where e.part <> 'step' and e.step = ${literal(role)}`
  const columns = (await duck.connection.runAndReadAll(`select column_name from (describe ${name(dataset)})`)).getRows().map(([column]) => String(column))
  const [filled = []] = (await duck.connection.runAndReadAll(`select ${columns.map((column) => `count(d.${name(column)})`).join(', ')} ${rows}`)).getRows()
  const some = columns.filter((_, at) => Number(filled[at]) > 0)
  if (some.length === 0) return
  for await (const chunk of (await duck.connection.stream(`select e.subject as of_subject, ${some.map((column) => `d.${name(column)}`).join(', ')} ${rows} order by e.subject`)).yieldRowObjectJson()) yield* chunk
}

/**
 * Runs a model over files and explains every row that it finds. The same data, day and parameters give the same result in the same order.
 * Clues are proposals: nothing is decided by running a model (M1.1). Throws DataProblem.
 */
export async function runModel(id: string, input: RunInput): Promise<RunResult> {
  const started = performance.now()
  const model = requireModel(id)
  const parameters = parametersOf(model, input.params ?? {})
  const limits = criminalLimits()
  mkdirSync(input.workDir, { recursive: true })
  const workDir = mkdtempSync(path.join(path.resolve(input.workDir), 'run-'))
  try {
    const { duck, given, said } = await stage(model, limits, { ...input, workDir })
    const stop = (): void => duck.connection.interrupt()
    try {
      if (input.signal?.aborted === true) throw problem('model-stopped')
      input.signal?.addEventListener('abort', stop, { once: true })
      const have = new Set(given.filter(({ deliveries }) => deliveries > 0).map(({ dataset }) => dataset))
      await duck.connection.run(`create table found as ${compile(model, limits, { asOf: input.asOf, parameters, have, coverage: input.coverage ?? {}, unsaid: said === 0 })}`)
      const counts = await duck.connection.runAndReadAll("select step, rows_left from found where part = 'step'")
      const rowsLeft = new Map(counts.getRows().map(([step, rows]) => [String(step), Number(rows)]))
      const evidence = new Map<string, Found[]>()
      for (const { as, dataset } of model.evidence) {
        for await (const row of evidenceRows(duck, dataset, as)) {
          const subject = String(row['of_subject'])
          const before = evidence.get(subject)
          if (before === undefined) evidence.set(subject, [{ role: as, dataset, row }])
          else before.push({ role: as, dataset, row })
        }
      }
      const found = await duck.connection.runAndReadAll("select * from found where part = 'clue' order by subject")
      const explain = explainer({ model, limits, asOf: input.asOf, parameters, given })
      const clues = merged((found.getRowObjectsJson() as Result[]).map((row) => explain(row, evidence.get(String(row.subject)) ?? [])))
        .toSorted((a, b) => order[a.status] - order[b.status] || weight(b) - weight(a) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      const count = (status: ClueStatus): number => clues.filter((clue) => clue.status === status).length
      return {
        model: model.id, version: model.version, asOf: input.asOf, millis: Math.round(performance.now() - started), parameters, data: given,
        steps: model.steps.filter(narrows).map(({ id: step, title, detail }) => ({ id: step, name: step, title, detail, rows: rowsLeft.get(step) ?? 0 })),
        counts: { clue: count('clue'), to_verify: count('to_verify'), undecidable: count('undecidable') }, clues,
      }
    } catch (error) {
      if (input.signal?.aborted === true) throw problem('model-stopped')
      throw error
    } finally {
      input.signal?.removeEventListener('abort', stop)
      duck.close()
    }
  } finally {
    rmSync(workDir, { recursive: true, force: true })
  }
}

/** Titles of the datasets that a model uses, for lists. */
export const inputsOf = (model: ModelDefinition): readonly { readonly dataset: string; readonly title: Text }[] => model.inputs.map(({ dataset }) => ({ dataset, title: datasetOf(dataset)?.title ?? { zh: dataset, en: dataset } }))

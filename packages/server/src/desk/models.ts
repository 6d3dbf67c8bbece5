// Models: what they look at, their runs over the accepted deliveries, the clues that a run leaves for people to decide.
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { datasetOf, modelOf, modelSql, models as allModels, runInWorker, type ModelDefinition } from '@hengjian/models'
import { legalDay, type Day } from '@hengjian/law'
import type { Answer, Desk, Who } from './desk.ts'
import type { Room } from './room.ts'
import type { Model, Run } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { keepClues } from './clues.ts'
import { dataProblem } from './dataProblem.ts'
import { inForce, placeOf } from './lake.ts'
import { areaOf } from './law.ts'
import { sayOr } from './say.ts'

const runners: readonly string[] = ['assistant', 'prosecutor', 'department-head', 'chief', 'case-management', 'analyst']
/** A quick run is answered with its result; a longer one goes on and is asked for again. */
const patience = 9_000

async function modelView(room: Room, who: Who, definition: ModelDefinition): Promise<Model> {
  const { items: [last] } = await room.store.lake.runs(who.scope, { model: definition.id, limit: 1 })
  const inputs = await Promise.all(definition.inputs.map(async ({ dataset }) => ({ dataset, title: datasetOf(dataset)?.title ?? { zh: dataset, en: dataset }, have: (await inForce(room, who.scope, dataset)).length > 0 })))
  return {
    id: definition.id, title: definition.title, problem: definition.problem, area: areaOf(room.lawbook, definition.area, who.language), version: definition.version, supervised: definition.supervised.map((one) => sayOr(`roles.${one}`, one)[who.language]), basis: definition.basis.map((one) => ({ ...one })), inputs,
    parameters: definition.parameters.map(({ id, title, default: value, unit, fixedByLaw, source }) => ({ id, title, value: String(value), unit, fixedByLaw, source })), steps: definition.steps.map(({ id, title, detail }) => ({ id, title, detail })), sql: modelSql(definition.id), lastRun: last?.id ?? null,
  }
}

export const models = (room: Room): Desk['models'] => async (who) => good({ items: await Promise.all(allModels().map((definition) => modelView(room, who, definition))) })
export const model = (room: Room): Desk['model'] => async (who, { id }) => { const found = modelOf(id); return found === null ? absent(who) : good(await modelView(room, who, found)) }

type Runs = { readonly start: Desk['runModel']; readonly one: Desk['run']; readonly close: () => Promise<void> }

export function openRuns(room: Room): Runs {
  const { store } = room
  const live = new Map<string, { readonly abort: AbortController; readonly done: Promise<Run> }>()
  const save = async (who: Who, run: Run): Promise<Run> => { await store.lake.saveRun(who.scope, { id: run.id, model: run.model, state: run.state, at: who.now, body: run }); return run }

  async function work(who: Who, definition: ModelDefinition, run: Run, params: Readonly<Record<string, string | number>>, signal: AbortSignal): Promise<Run> {
    const workDir = path.join(room.dataDir, 'lake', 'runs', run.id)
    const began = performance.now()
    try {
      mkdirSync(workDir, { recursive: true, mode: 0o700 })
      const data = Object.fromEntries((await Promise.all(definition.inputs.map(async ({ dataset }) => [dataset, (await inForce(room, who.scope, dataset)).map(({ id }) => placeOf(room, id).accepted)] as const))).filter(([, files]) => files.length > 0))
      const result = await runInWorker(definition.id, { data, workDir, asOf: run.asOf as Day, params, signal })
      const done: Run = { ...run, state: 'done', millis: Math.round(performance.now() - began), steps: result.steps.map(({ id, title, detail, rows }) => ({ id, title, detail, rows })), counts: { clue: 0, to_verify: 0, undecidable: 0 } }
      for (const { status } of result.clues) done.counts[status]++
      await keepClues(room, who, definition, done, result)
      return await save(who, done)
    } catch (error) {
      if (!signal.aborted && !(error instanceof Error && 'whatToDo' in error)) room.say(`run ${run.id} failed: ${error instanceof Error ? error.message : String(error)}`)
      return save(who, { ...run, state: signal.aborted ? 'interrupted' : 'failed', millis: Math.round(performance.now() - began), problem: dataProblem(error, who) })
    } finally {
      live.delete(run.id)
      rmSync(workDir, { recursive: true, force: true })
    }
  }

  return {
    start: async (who, { model: id, run: { asOf, parameters = {} } }): Promise<Answer<Run>> => {
      const definition = modelOf(id)
      if (definition === null) return absent(who)
      if (who.side !== 'procuratorate' || !runners.includes(who.office)) return refuse(who, 'not-yours-to-run', 403)
      const wrong = Object.keys(parameters).find((name) => definition.parameters.find((one) => one.id === name)?.fixedByLaw !== false)
      if (wrong !== undefined) return refuse(who, 'no-such-parameter', 422, { parameter: wrong }, { errors: [{ field: `parameters.${wrong}`, message: wrong }] })
      const today = legalDay(who.now)
      if (asOf !== undefined && asOf > today) return refuse(who, 'future-run', 422, {}, { errors: [{ field: 'asOf', message: asOf }] })
      const run = await save(who, { id: randomUUID(), model: id, asOf: asOf ?? today, at: who.now, by: who.person.name, state: 'running', millis: null, steps: [], counts: { clue: 0, to_verify: 0, undecidable: 0 }, problem: null })
      const abort = new AbortController()
      const done = work(who, definition, run, parameters, abort.signal)
      live.set(run.id, { abort, done })
      const soon = Promise.withResolvers<Run>()
      const timer = setTimeout(() => soon.resolve(run), patience)
      const answer = await Promise.race([done, soon.promise])
      clearTimeout(timer)
      return good(answer)
    },
    one: async (who, { id }) => { const row = await store.lake.run(who.scope, id); return row === null ? absent(who) : good(row.body as Run) },
    close: async () => {
      const running = [...live.values()]
      for (const { abort } of running) abort.abort()
      await Promise.allSettled(running.map(({ done }) => done))
    },
  }
}

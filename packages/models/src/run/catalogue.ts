import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { criminalLimits } from './limits.ts'
import type { ModelDefinition } from './model.ts'

/**
 * What is wrong with a model, in words. A model without a supervised organ and a legal basis is refused: the product supervises how organs
 * handle matters and scores no person (DESIGN §6). Every parameter says where its value comes from.
 */
export function modelFaults(model: ModelDefinition): readonly string[] {
  const flag = model.steps.at(-1)
  const ids = model.steps.map(({ id }) => id)
  const reasons = flag?.kind === 'flag' ? flag.cases.map(({ reason }) => reason) : []
  return [
    ...(model.supervised.length === 0 ? ['no supervised organ'] : []), ...(model.basis.length === 0 ? ['no legal basis'] : []),
    ...(model.cases.some(({ found }) => found.length === 0) && model.cases.some(({ found }) => found.length > 0) ? [] : ['it has no case that is found, or none that is not']),
    ...(flag?.kind === 'flag' ? [] : ['the last step must be a flag']),
    ...ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z][a-z0-9_]*$/.test(id)).map((id) => `step '${id}' is there twice or badly named`),
    ...reasons.filter((reason) => model.says[reason] === undefined).map((reason) => `no sentence for reason '${reason}'`),
    ...model.parameters.filter(({ source }) => source.trim() === '').map(({ id }) => `parameter '${id}' has no source`),
    ...model.parameters.filter(({ fixedByLaw, range }) => fixedByLaw === (range !== null)).map(({ id }) => `parameter '${id}': a value fixed by law has no range, any other has one`),
    ...model.parameters.filter(({ limit, default: own }) => limit !== undefined && criminalLimits().limits.find(({ id }) => id === limit)?.minimum !== own).map(({ id, limit }) => `parameter '${id}' is not the figure of limit '${limit ?? ''}'`),
    ...model.steps.filter(({ title, detail }) => !title?.zh || !title.en || !detail?.zh || !detail.en).map(({ id }) => `step '${id}' has no title or detail in both languages`),
  ].map((fault) => `model '${model.id}': ${fault}`)
}

const folder = path.join(import.meta.dirname, '..', '..', 'catalogue')
let kept: readonly ModelDefinition[] | null = null
/** Every shipped model, checked when first read, in order of id. */
export function models(): readonly ModelDefinition[] {
  if (kept !== null) return kept
  const all = readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted().map((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as ModelDefinition)
  const faults = all.flatMap(modelFaults)
  if (faults.length > 0) throw new Error(faults.join('; '))
  return (kept = all)
}
export const modelOf = (id: string): ModelDefinition | null => models().find((model) => model.id === id) ?? null

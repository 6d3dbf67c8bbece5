import { problem } from '../problem.ts'
import type { ModelDefinition } from './model.ts'

/**
 * The parameters of a run: the model's own values, replaced by those given. A name that the model does not know, a value outside its range
 * and a parameter that the law fixes are refused.
 */
export function parametersOf(model: ModelDefinition, given: Readonly<Record<string, string | number>>): Readonly<Record<string, number>> {
  const names = model.parameters.map(({ id }) => id)
  for (const [id, value] of Object.entries(given)) {
    const parameter = model.parameters.find((one) => one.id === id)
    if (parameter === undefined) throw problem('model-parameter-unknown', { name: id, model: model.id, names: names.join(', ') })
    if (parameter.fixedByLaw || parameter.range === null) throw problem('model-parameter-fixed', { name: id, source: parameter.source, value: parameter.default })
    const number = typeof value === 'number' ? value : /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN
    const whole = parameter.type === 'days' || parameter.type === 'count'
    if (!Number.isFinite(number) || number < parameter.range[0] || number > parameter.range[1] || whole && !Number.isInteger(number)) {
      throw problem('model-parameter-value', { name: id, value: String(value).slice(0, 60), from: parameter.range[0], to: parameter.range[1], unit: parameter.unit ?? '' })
    }
  }
  return Object.fromEntries(model.parameters.map(({ id, default: own }) => [id, given[id] === undefined ? own : Number(given[id])]))
}

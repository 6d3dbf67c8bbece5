import { addDays, type Day } from '@hengjian/law'
import type { Coverage } from '../contract/contract.ts'
import type { Condition, Value, Way } from './model.ts'
import { allOf, anyOf, dayLiteral, like, literal, name } from './names.ts'

/** What a compilation knows beside the model: the day of the run, the parameters, which datasets are there, what they cover. */
export type Setting = { readonly asOf: Day; readonly parameters: Readonly<Record<string, number>>; readonly have: ReadonlySet<string>; readonly coverage: Readonly<Record<string, Coverage | undefined>>; /** No amount was read from prose: nothing has to be looked up. */ readonly unsaid?: boolean }

/** `7`, `grace_days`, `-look_back_days`: a number of days, by name or as it is. */
const daysOf = (plus: number | string | undefined, { parameters }: Setting): number => {
  if (plus === undefined || typeof plus === 'number') return plus ?? 0
  const minus = plus.startsWith('-')
  const days = parameters[minus ? plus.slice(1) : plus]
  if (days === undefined) throw new Error(`no parameter '${plus}'`)
  return minus ? -days : days
}

/** A value as SQL; null when it is not known (a coverage that nobody declared). `side` is the alias of our rows. */
export function valueSql(value: Value, setting: Setting, side: string): string | null {
  if ('value' in value) return typeof value.value === 'string' ? literal(value.value) : String(value.value)
  if ('parameter' in value) return String(daysOf(value.parameter, setting))
  if ('asOf' in value) return dayLiteral(addDays(setting.asOf, daysOf(value.plusDays, setting)))
  if ('column' in value) {
    const plus = daysOf(value.plusDays, setting)
    const column = `${side}.${name(value.column)}`
    return plus === 0 ? column : `cast(${column} ${plus < 0 ? '-' : '+'} interval '${Math.abs(plus)}' day as date)`
  }
  const end = setting.coverage[value.coverage]?.[value.end]
  return end === null || end === undefined ? null : dayLiteral(addDays(end, daysOf(value.plusDays, setting)))
}

const signs = { equal: '=', 'at-least': '>=', above: '>', below: '<', 'at-most': '<=' } as const

/** A condition as SQL over the alias `side`. What is missing satisfies nothing but `missing` and `not-true`. */
export function conditionSql(condition: Condition, setting: Setting, side: string): string {
  if ('any' in condition) return anyOf(condition.any.map((one) => conditionSql(one, setting, side)))
  if ('all' in condition) return allOf(condition.all.map((one) => conditionSql(one, setting, side)))
  if ('dataset' in condition) return setting.have.has(condition.dataset) ? 'false' : 'true'
  const column = `${side}.${name(condition.column)}`
  switch (condition.is) {
    case 'missing': return `${column} is null`
    case 'present': return `${column} is not null`
    case 'true': return `coalesce(${column}, false)`
    case 'not-true': return `not coalesce(${column}, false)`
    case 'among': return `${column} in (${condition.to.map(literal).join(', ')})`
    case 'containing': return allOf([anyOf(condition.to.map((word) => like(column, word))), ...(condition.butNot ?? []).map((word) => `not (${like(column, word)})`)])
    case 'equal': case 'at-least': case 'above': case 'below': case 'at-most': {
      const to = valueSql(condition.to, setting, side)
      return to === null ? 'false' : `${column} ${signs[condition.is]} ${to}`
    }
    default: return never(condition)
  }
}

/** How two rows belong together, as SQL: `ours` is the alias of the rows before, `theirs` of the dataset. */
export const waySql = (way: Way, setting: Setting, ours: string, theirs: string): string => {
  const within = way.within === undefined ? [] : (['from', 'to'] as const).flatMap((end) => {
    const value = way.within?.[end] === undefined ? null : valueSql(way.within[end], setting, ours)
    if (value === null) return []
    const field = `${theirs}.${name(way.within?.field ?? '')}`
    return [way.within?.orMissing === true ? `coalesce(${field} ${end === 'from' ? '>=' : '<='} ${value}, true)` : `${field} ${end === 'from' ? '>=' : '<='} ${value}`]
  })
  return allOf([
    ...way.same.map(([left, right]) => `${theirs}.${name(right)} = ${ours}.${name(left)}`), ...(way.different ?? []).map(([left, right]) => `${theirs}.${name(right)} <> ${ours}.${name(left)}`),
    ...(way.eitherMissing ?? []).map(([left, right]) => `${ours}.${name(left)} is null or ${theirs}.${name(right)} is null`), ...within, ...(way.missing ?? []).map((field) => `${theirs}.${name(field)} is null`),
  ])
}

const never = (value: never): never => { throw new Error(`unhandled condition ${JSON.stringify(value)}`) }

import { datasetOf } from '../contract/load.ts'
import { conditionSql, waySql, type Setting } from './conditions.ts'
import type { Limits } from './limits.ts'
import { matchSql, scoreSql } from './measure.ts'
import type { Condition, From, ModelDefinition, Step } from './model.ts'
import { allOf, anyOf, literal, name } from './names.ts'

type Cte = readonly [string, string]

const fromSql = (from: From, side: string): string => (typeof from === 'string' ? `${side}.${name(from)}` : `coalesce(${from.first.map((field) => `${side}.${name(field)}`).join(', ')})`)
/** A dropped row is one for which a condition holds; one for which it is not known stays. */
const notHolding = (conditions: readonly Condition[], setting: Setting): string => `case when ${anyOf(conditions.map((one) => conditionSql(one, setting, 'p')))} then false else true end`

/** The type of a column that a source lacks, from the contract of a source that has it. */
function typeOf(step: Extract<Step, { kind: 'take' }>, column: string): string {
  const of = step.sources.find(({ columns }) => columns[column] !== undefined)
  const from = of?.columns[column]
  const field = datasetOf(of?.dataset ?? '')?.fields.find(({ name: id }) => id === (typeof from === 'string' ? from : from?.first[0]))
  switch (field?.type) {
    case 'date': return 'date'
    case 'int': return 'bigint'
    case 'decimal': return 'double precision'
    case 'bool': return 'boolean'
    default: return 'varchar'
  }
}

/** Every source gives the same columns: those of the first; `subject` tells the rows of all sources apart, `<as>_key` leads back to the delivered row. */
function takeSql(step: Extract<Step, { kind: 'take' }>, { have }: Setting): string {
  const columns = Object.keys(step.sources[0]?.columns ?? {})
  // A dataset that nobody delivered takes no part: not as rows, not as partner.
  const there = step.sources.map((source, at) => ({ ...source, at })).filter(({ dataset }) => have.has(dataset))
  const used = there.length === 0 ? [{ ...(step.sources[0] ?? { dataset: '', as: '', columns: {} }), at: 0 }] : there
  return used.map(({ dataset, columns: own, as, unless, at }) => {
    const keys = step.sources.map((source) => `${source.as === as ? 'd._key' : 'cast(null as bigint)'} as ${name(`${source.as}_key`)}`)
    const fields = columns.map((column) => `${own[column] === undefined ? `cast(null as ${typeOf(step, column)})` : fromSql(own[column], 'd')} as ${name(column)}`)
    const known = unless === undefined || !have.has(unless.dataset) ? '' : ` where not exists (select 1 from ${name(unless.dataset)} u where ${allOf(unless.same.map(([mine, theirs]) => `u.${name(theirs)} = d.${name(mine)}`))})`
    return `select d._key * ${step.sources.length} + ${at} as subject, ${[...keys, ...fields].join(', ')} from ${name(dataset)} d${known}`
  }).join('\n  union all ')
}

function stepSql(step: Step, before: string, narrowed: string, model: ModelDefinition, limits: Limits, setting: Setting): readonly Cte[] {
  switch (step.kind) {
    case 'take': return [[step.id, takeSql(step, setting)]]
    case 'filter': return [[step.id, `select p.* from ${name(before)} p where ${allOf([...(step.keep ?? []).map((one) => conditionSql(one, setting, 'p')), ...(step.drop === undefined ? [] : [notHolding(step.drop, setting)])])}`]]
    case 'match': return matchSql(step, before, limits)
    case 'window': {
      // Counted are narrow rows, and only those of interest; the wide ones get the count by their subject.
      const by = step.by.map(name)
      const counts = step.counts.map(({ as, years }) => `count(*) over (partition by ${by.map((column) => `p.${column}`).join(', ')} order by p.${name(step.day)} range between interval '${years}' year preceding and interval '1' day preceding) as ${name(as)}`)
      const where = allOf([...by.map((column) => `p.${column} is not null`), `p.${name(step.day)} is not null`, ...(step.where ?? []).map((one) => conditionSql(one, setting, 'p'))])
      return [
        [`${step.id}_counted`, `select p.subject, ${by.map((column) => `p.${column}`).join(', ')}, ${counts.join(', ')} from ${name(before)} p where ${where}`],
        [step.id, `select p.*, ${step.counts.map(({ as }) => `coalesce(w.${name(as)}, 0) as ${name(as)}`).join(', ')} from ${name(before)} p left join ${name(`${step.id}_counted`)} w on w.subject = p.subject${step.by.includes('act_kind') ? ' and w.act_kind = p.act_kind' : ''}`],
      ]
    }
    case 'score': return scoreSql(step, before, limits, setting, model.steps.flatMap((one) => (one.kind === 'take' ? one.sources.filter(({ dataset, prose }) => prose !== undefined && setting.unsaid !== true && setting.have.has(dataset)).map(({ as, dataset }) => ({ as, dataset })) : [])))
    case 'link': {
      // A link whose role the rows already have (the feed beside the case) fills what is empty; otherwise it adds the role.
      const had = model.steps.some((one) => one.kind === 'take' && one.sources.some(({ as }) => as === step.as))
      const filled = Object.entries(step.fill ?? {}).map(([column, field]) => `coalesce(p.${name(column)}, f.${name(field)}) as ${name(column)}`)
      const replaced = [...Object.keys(step.fill ?? {}), ...(had ? [`${step.as}_key`] : [])]
      if (!setting.have.has(step.dataset)) return [[step.id, had ? `select p.* from ${name(before)} p` : `select p.*, cast(null as bigint) as ${name(`${step.as}_key`)} from ${name(before)} p`]]
      const first = `${step.id}_first`
      const fields = Object.values(step.fill ?? {}).map((field) => `d.${name(field)}`)
      const found = had ? `coalesce(p.${name(`${step.as}_key`)}, f.found_key)` : 'f.found_key'
      const kept = columnsOf(model, step).filter((column) => !replaced.includes(column)).map((column) => `p.${name(column)}`)
      const wide = `select ${[...kept, ...filled, `${found} as ${name(`${step.as}_key`)}`].join(', ')} from ${name(before)} p left join ${name(first)} f on`
      // Rows that are alike in all that the way asks for have the same first partner: it is found once, on the side of the dataset.
      if (step.way.different === undefined && step.way.eitherMissing === undefined && step.way.within === undefined) {
        const theirs = step.way.same.map(([, right]) => `d.${name(right)}`)
        const missing = (step.way.missing ?? []).map((field) => `d.${name(field)} is null`)
        return [
          [first, `select * from (select ${[...new Set([...theirs, ...fields])].join(', ')}, d._key as found_key, row_number() over (partition by ${theirs.join(', ')} order by d._key) as turn from ${name(step.dataset)} d where ${allOf([...theirs.map((column) => `${column} is not null`), ...missing])}) found where found.turn = 1`],
          [step.id, `${wide} ${allOf(step.way.same.map(([left, right]) => `f.${name(right)} = p.${name(left)}`))}`],
        ]
      }
      // Links take no row away, so partners may be looked for from the rows before the first of several links.
      return [
        [first, `select * from (select p.subject as of_subject, d._key as found_key${fields.map((field) => `, ${field}`).join('')}, row_number() over (partition by p.subject order by d._key) as turn from ${name(narrowed)} p join ${name(step.dataset)} d on ${waySql(step.way, setting, 'p', 'd')}) found where found.turn = 1`],
        [step.id, `${wide} f.of_subject = p.subject`],
      ]
    }
    case 'except': {
      // Found first by plain joins, then taken away by subject: a correlated window would compare every pair of party and day.
      if (!setting.have.has(step.dataset)) return [[step.id, `select p.* from ${name(before)} p`]]
      const found = `${step.id}_found`
      return [
        [found, step.ways.map((way) => `select p.subject from ${name(before)} p join ${name(step.dataset)} d on ${waySql(way, setting, 'p', 'd')}`).join('\n  union all ')],
        [step.id, `select p.* from ${name(before)} p left join (select distinct subject as of_subject from ${name(found)}) f on f.of_subject = p.subject where f.of_subject is null`],
      ]
    }
    case 'group': {
      const added = Object.entries(step.add).map(([as, how]) => `${'count' in how ? 'count(*)' : 'sum' in how ? `sum(p.${name(how.sum)})` : `min(p.${name(how.first)})`} as ${name(as)}`)
      const by = step.by.map((column) => `p.${name(column)}`).join(', ')
      return [[`${step.id}_groups`, `select ${by}, min(p.subject) as subject, ${added.join(', ')} from ${name(before)} p group by ${by}`], [step.id, `select p.* from ${name(`${step.id}_groups`)} p where ${allOf(step.keep.map((one) => conditionSql(one, setting, 'p')))}`]]
    }
    case 'flag': {
      const cases = step.cases.map(({ when }, at) => `when ${allOf((when ?? []).map((one) => conditionSql(one, setting, 'p')))} then ${at}`).join(' ')
      return [[step.id, `select * from (select p.*, case ${cases} end as flag_case from ${name(before)} p) flagged where flagged.flag_case is not null`]]
    }
    case 'sql': return [[step.id, step.text.replaceAll('{before}', name(before))]]
    default: return never(step)
  }
}

/** The columns that the rows have before a step: what its predecessors gave. */
function columnsOf(model: ModelDefinition, until: Step): readonly string[] {
  const columns: string[] = []
  for (const step of model.steps) {
    if (step === until) break
    if (step.kind === 'take') columns.push('subject', ...step.sources.map(({ as }) => `${as}_key`), ...Object.keys(step.sources[0]?.columns ?? {}))
    if (step.kind === 'match') columns.push('act_kind')
    if (step.kind === 'window') columns.push(...step.counts.map(({ as }) => as))
    if (step.kind === 'score') columns.push('limit_id', 'minimum', 'measured', 'measured_from', 'reach', 'borderline', 'in_every_version')
    if (step.kind === 'link') columns.push(`${step.as}_key`)
    if (step.kind === 'group') columns.splice(0, columns.length, ...step.by, 'subject', ...Object.keys(step.add))
    if (step.kind === 'sql') columns.splice(0, columns.length, ...step.columns)
  }
  return [...new Set(columns)]
}

/** Links and windows add columns; only the other steps can take rows away and belong into the funnel. */
export const narrows = ({ kind }: Step): boolean => kind !== 'link' && kind !== 'window'

/** The last relation that still has the rows of a match: links and windows after it only add columns, and the last of them is kept. */
function carriedBy(model: ModelDefinition, id: string): string {
  const at = model.steps.findIndex((step) => step.id === id)
  if (model.steps[at]?.kind !== 'match') return id
  const until = model.steps.findIndex((step, i) => i > at && narrows(step))
  return model.steps[until - 1]?.id ?? id
}

const columnsOut = ['part', 'step', 'rows_left', 'subject', 'flag', 'remarks', 'day', 'limit_id', 'measured', 'minimum', 'measured_from', 'row_key'] as const
/**
 * A row of a model's one statement. `step`: how many rows were left. `clue`: a clue with the case of the flag that holds, its remarks as bits, the first
 * delivered row that it rests on (`step` is its role). `evidence`: a further delivered row. What a sentence speaks of is read from those rows.
 */
export type Result = Readonly<Record<(typeof columnsOut)[number], unknown>>

/**
 * A model as ONE statement in a subset that DuckDB and PostgreSQL read alike (no QUALIFY, FILTER, ANTI JOIN; row_number in a subquery).
 * One named query per step; the last one lays out counts, clues and evidence as flat rows, so that no list has to be held in memory.
 */
export function compile(model: ModelDefinition, limits: Limits, setting: Setting): string {
  const ctes: Cte[] = []
  let [before, narrowed] = ['', '']
  for (const step of model.steps) {
    ctes.push(...stepSql(step, before, narrowed, model, limits, setting))
    before = step.id
    if (step.kind !== 'link' || step.fill !== undefined) narrowed = step.id
  }
  const flag = model.steps.at(-1)
  if (flag?.kind !== 'flag') throw new Error(`model '${model.id}': the last step must be a flag`)
  const columns = columnsOf(model, flag)
  const has = (column: string): boolean => columns.includes(column)
  const pick = (column: string, otherwise: string): string => (has(column) ? `p.${name(column)}` : otherwise)
  const remarks = model.remarks.map(({ when }, at) => `case when ${allOf(when.map((one) => conditionSql(one, setting, 'p')))} then ${2 ** at} else 0 end`)
  ctes.push(['clues', `select p.subject, p.flag_case as flag, ${remarks.length === 0 ? '0' : remarks.join(' + ')} as remarks, p.${name(model.speaks.day)} as day,
  ${pick('limit_id', 'cast(null as varchar)')} as limit_id, ${pick('measured', 'cast(null as double precision)')} as measured, ${pick('minimum', 'cast(null as double precision)')} as minimum, ${pick('measured_from', 'cast(null as varchar)')} as measured_from,
  ${model.evidence.map(({ as }) => `p.${name(`${as}_key`)}`).join(', ')} from ${name(flag.id)} p`])
  const nothing = (type: string): string => `cast(null as ${type})`
  const empty: Readonly<Record<string, string>> = { rows_left: nothing('bigint'), subject: nothing('bigint'), flag: nothing('integer'), remarks: nothing('integer'), day: nothing('date'), measured: nothing('double precision'), minimum: nothing('double precision'), row_key: nothing('bigint') }
  const lay = (given: Readonly<Record<string, string>>): string => columnsOut.map((column) => `${given[column] ?? empty[column] ?? nothing('varchar')} as ${column}`).join(', ')
  const clue = Object.fromEntries(['subject', 'flag', 'remarks', 'day', 'limit_id', 'measured', 'minimum', 'measured_from'].map((column) => [column, `c.${column}`]))
  // The row that a clue was taken from stands in the clue itself; further rows, of which most clues have none, follow.
  const roles = new Set(model.steps.flatMap((step) => (step.kind === 'take' ? step.sources.map(({ as }) => as) : [])))
  const first = model.evidence.filter(({ as }) => roles.has(as))
  const further = model.evidence.flatMap(({ as }) => {
    const before = first.slice(0, Math.max(0, first.findIndex((one) => one.as === as)))
    return first[0]?.as === as ? [] : [{ as, unlessFirst: roles.has(as) ? ` and ${anyOf(before.map((one) => `c.${name(`${one.as}_key`)} is not null`))}` : '' }]
  })
  const parts = [
    ...model.steps.filter(narrows).map(({ id, kind }) => `select ${lay({ part: "'step'", step: literal(id), rows_left: 'count(*)' })} from ${kind === 'flag' ? 'clues' : name(carriedBy(model, id))}`),
    `select ${lay({ ...clue, part: "'clue'", step: `case ${first.map(({ as }) => `when c.${name(`${as}_key`)} is not null then ${literal(as)}`).join(' ')} end`, row_key: `coalesce(${first.map(({ as }) => `c.${name(`${as}_key`)}`).join(', ')}, null)` })} from clues c`,
    ...further.map(({ as, unlessFirst }) => `select ${lay({ part: "'evidence'", subject: 'c.subject', row_key: `c.${name(`${as}_key`)}`, step: literal(as) })} from clues c where c.${name(`${as}_key`)} is not null${unlessFirst}`),
  ]
  // Kept once made: what several later queries read and what took work. The rest is cheaper to look at again than to keep.
  const kept = new Set(['clues', ...model.steps.flatMap(({ kind, id }, at): readonly string[] => {
    switch (kind) {
      case 'match': return [`${id}_names`, carriedBy(model, id)]
      case 'window': return [`${id}_counted`]
      case 'score': return [`${id}_reach`, id]
      case 'group': case 'sql': return [id]
      case 'except': return model.steps[at + 1]?.kind === 'link' ? [id] : []
      case 'take': case 'filter': case 'link': case 'flag': return []
      default: return never(kind)
    }
  })])
  return `with ${ctes.map(([id, text]) => `${name(id)} as ${kept.has(id) ? '' : 'not '}materialized (\n  ${text}\n)`).join(',\n')}\n${parts.join('\nunion all\n')}\n`
}

const never = (value: never): never => { throw new Error(`unhandled step ${JSON.stringify(value)}`) }

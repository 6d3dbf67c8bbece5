import type { Limit, Limits } from './limits.ts'
import type { Setting } from './conditions.ts'
import type { Step } from './model.ts'
import { allOf, anyOf, dayLiteral, like, literal, name } from './names.ts'

/**
 * Conduct by its name: the distinct names of the rows are compared with the words of each kind once, the rows then find their kind by equality.
 * A name may be of several kinds; the comparison with the limits chooses.
 */
export function matchSql(step: Extract<Step, { kind: 'match' }>, before: string, { acts, limits }: Limits): readonly (readonly [string, string])[] {
  const kinds = acts.filter(({ id }) => (step.only === undefined || step.only.includes(id)) && limits.some(({ act }) => act === id))
  const coded = kinds.some(({ codes }) => codes.length > 0)
  const code = coded ? `coalesce(${name(step.code)}, '')` : "''"
  const names = `${step.id}_names`
  const of = kinds.map(({ id, words, any, none, codes }) => {
    const byWords = allOf([...words.map((list) => anyOf(list.map((word) => like('n.act', word)))), ...(any.length === 0 ? [] : [anyOf(any.map((word) => like('n.act', word)))]), ...none.map((word) => `not (${like('n.act', word)})`)])
    return `select n.act, n.code, ${literal(id)} as act_kind from ${name(names)} n where ${codes.length === 0 ? byWords : anyOf([byWords, `n.code in (${codes.map(literal).join(', ')})`])}`
  })
  return [
    [names, `select distinct ${name(step.name)} as act, ${code} as code from ${name(before)}`],
    [`${step.id}_kinds`, of.join('\n  union all ')],
    [step.id, `select p.*, k.act_kind from ${name(before)} p join ${name(`${step.id}_kinds`)} k on k.act = p.${name(step.name)}${coded ? ` and k.code = coalesce(p.${name(step.code)}, '')` : ''}`],
  ]
}

/** The metric by which a kind of conduct is first of all measured: when it is known and below the limit, nothing else can raise it; when it is not known, the row is a gap in the data. */
function isPrimary(limit: Limit, all: readonly Limit[]): boolean {
  const kind = all.filter(({ act }) => act === limit.act)
  return limit.repeat === null && limit.metric === kind[0]?.metric && (limit.verify === null || kind.every(({ verify, metric }) => verify !== null || metric !== limit.metric))
}

/** The highest figure among all versions of a limit: a row that reaches it has reached the limit whatever its day. */
const highest = (limit: Limit, all: readonly Limit[]): number =>
  Math.max(...all.filter((other) => other.act === limit.act && other.metric === limit.metric && other.repeat?.years === limit.repeat?.years && (other.verify === null) === (limit.verify === null)).map(({ minimum }) => minimum))

/** 0 reached; 1 reached, but a circumstance outside the data decides; 2 not known. */
export const reach = { reached: 0, conditional: 1, unknown: 2 } as const

/**
 * Each row against the limits that are in force on its day: numbers converted to the limit's unit, the version of the law chosen by date,
 * the first reached limit of the catalogue's order kept. `said` are amounts read from the text of the facts, used only where the row has no number
 * of its own. Rows below every limit go out, as do rows for whose day no limit was in force; rows whose number is missing stay.
 * Compared are narrow rows (subject, limit, number); the wide ones are joined once, for what is left.
 */
export function scoreSql(step: Extract<Step, { kind: 'score' }>, before: string, all: Limits, setting: Setting, roles: readonly { readonly as: string; readonly dataset: string }[]): readonly (readonly [string, string])[] {
  const metricOf = new Map(all.metrics.map((metric) => [metric.id, metric]))
  const rows = all.limits.map((limit, at) => {
    const metric = metricOf.get(limit.metric)
    const minimum = limit.setting === null ? limit.minimum : setting.parameters[limit.setting.parameter] ?? limit.minimum
    return `(${[String(at), literal(limit.id), literal(limit.act), literal(limit.metric), literal(metric?.family ?? ''), literal(metric?.field ?? ''), `cast(${minimum} as double precision)`, dayLiteral(limit.inForce.from), limit.inForce.to === null ? "date '9999-12-31'" : dayLiteral(limit.inForce.to),
      String(limit.repeat?.years ?? 0), String(limit.repeat?.times ?? 0), limit.verify !== null || limit.unverified ? 'true' : 'false', isPrimary(limit, all.limits) ? 'true' : 'false', `cast(${Math.max(minimum, highest(limit, all.limits))} as double precision)`, literal(metricOf.get(limit.settledBy ?? '')?.family ?? '')].join(', ')})`
  })
  const units = Object.entries(all.units).flatMap(([family, spellings]) => Object.entries(spellings).map(([unit, factor]) => `(${literal(unit)}, ${literal(family)}, cast(${factor} as double precision))`))
  const own = "case l.field when 'gain' then p.illegal_gain when 'value' then coalesce(p.value_amount, case when u.family = 'money' then p.quantity * u.factor end) else case when u.family = l.family then p.quantity * u.factor end end"
  const said = roles.length === 0 ? 'cast(null as double precision)' : roles.length === 1 ? `said_${roles[0]?.as ?? ''}.amount` : `coalesce(${roles.map(({ as }) => `said_${as}.amount`).join(', ')})`
  const joins = roles.map(({ as, dataset }) => `left join said_amounts said_${as} on said_${as}.dataset = ${literal(dataset)} and said_${as}.row_key = p.${name(`${as}_key`)} and said_${as}.metric = l.metric`)
  const day = `coalesce(p.${name(step.day)}, ${dayLiteral(setting.asOf)})`
  const earlier = Object.entries(step.earlier).map(([years, column]) => `l.repeat_years = ${Number(years)} and p.${name(column)} >= l.repeat_times`)
  const [limits, unit, compared, reached, best] = ['limits', 'units', 'compared', 'reach', 'best'].map((part) => name(`${step.id}_${part}`))
  return [
    [`${step.id}_limits`, `select * from (values\n  ${rows.join(',\n  ')}) as v(place, limit_id, act, metric, family, field, minimum, from_day, to_day, repeat_years, repeat_times, conditional, is_primary, highest, settled_by)`],
    [`${step.id}_units`, `select * from (values\n  ${units.join(', ')}) as v(unit, family, factor)`],
    [`${step.id}_compared`, `select p.subject, p.act_kind, l.place, l.minimum, l.highest, l.conditional, l.is_primary, u.family = l.settled_by and p.quantity is not null as settled, ${own} as own_amount, ${said} as said_amount
  from ${name(before)} p join ${limits ?? ''} l on l.act = p.act_kind and ${day} between l.from_day and l.to_day and (${anyOf(['l.repeat_years = 0', ...earlier])})
  left join ${unit ?? ''} u on u.unit = p.quantity_unit
  ${joins.join('\n  ')}`],
    [`${step.id}_reach`, `select c.subject, c.act_kind, c.place, coalesce(c.own_amount, c.said_amount) as measured, case when c.own_amount is not null then 'row' when c.said_amount is not null then 'text' end as measured_from,
  case when coalesce(c.own_amount, c.said_amount) is null then ${reach.unknown} when c.conditional then ${reach.conditional} else ${reach.reached} end as reach,
  coalesce(c.own_amount, c.said_amount) < c.minimum * (1 + ${setting.parameters['borderline_percent'] ?? 0} / 100.0) as borderline, coalesce(c.own_amount, c.said_amount) >= c.highest as in_every_version
  from ${compared ?? ''} c where coalesce(c.own_amount, c.said_amount) >= c.minimum or c.is_primary and coalesce(c.own_amount, c.said_amount) is null and not coalesce(c.settled, false)`],
    // The first of a subject by one number (a group is cheaper than a sort of every row).
    [`${step.id}_first`, `select r.subject, min(r.reach * 1000 + r.place) as pick from ${reached ?? ''} r group by r.subject`],
    [`${step.id}_best`, `select r.* from ${reached ?? ''} r join ${name(`${step.id}_first`)} f on f.subject = r.subject and f.pick = r.reach * 1000 + r.place`],
    [step.id, `select p.*, l.limit_id, l.minimum, b.measured, b.measured_from, b.reach, b.borderline, b.in_every_version from ${best ?? ''} b join ${name(before)} p on p.subject = b.subject and p.act_kind = b.act_kind join ${limits ?? ''} l on l.place = b.place`],
  ]
}

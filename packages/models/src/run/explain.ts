import { readFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, type Day, type Text } from '@hengjian/law'
import { parse } from 'yaml'
import type { Coverage, Field } from '../contract/contract.ts'
import { unitInHead } from '../contract/heads.ts'
import { datasetOf } from '../contract/load.ts'
import { fill } from '../problem.ts'
import type { Result } from './compile.ts'
import type { Limits, Metric } from './limits.ts'
import type { ClueStatus, ModelDefinition } from './model.ts'
import type { Given } from './stage.ts'

export type EvidenceField = { readonly name: string; readonly title: string; readonly value: string; readonly matched: boolean }
export type Evidence = { readonly dataset: string; readonly title: Text; readonly provider: string; readonly row: number; readonly file: string | null; readonly delivery: string | null; readonly fields: readonly EvidenceField[] }
/** The limit that a clue was compared with: what the law says, what the row says, both in `unit`. */
export type LimitMet = { readonly id: string; readonly offence: string; readonly metric: string; readonly minimum: number; readonly unit: string; readonly value: number | null; readonly law: string; readonly documentNo: string | null; readonly article: string; readonly quote: string; readonly versionDate: string; readonly textOrigin: string; readonly unverified: boolean }
export type Searched = { readonly dataset: string; readonly title: Text; readonly what: string; readonly coverage: string }
export type Clue = {
  readonly key: string; readonly rule: string; readonly status: ClueStatus; readonly reason: string
  /** One sentence with figures, limit and article; `whyEn` the same in English. */
  readonly why: string; readonly whyEn: string
  readonly organ: string; readonly subject: string; readonly document: string | null; readonly day: Day | null; readonly act: string
  readonly limit: LimitMet | null
  readonly evidence: readonly Evidence[]
  readonly searched: readonly Searched[]
  readonly remarks: readonly { readonly level: 'ok' | 'warn'; readonly text: string }[]
}

type Words = Readonly<Record<string, Text>> & { readonly origins: Readonly<Record<string, Text>> }
const file = parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'messages', 'run.yaml'), 'utf8')) as { readonly explanation: Words; readonly 'fields-of-metrics': Readonly<Record<Metric['field'], Text>> }
const word = (id: string): Text => file.explanation[id] ?? { zh: id, en: id }
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })
const figure = (value: number): string => figures.format(value)
const string = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))
type Lang = 'zh' | 'en'

/** Which delivered fields a clue rests on, by role: what named the conduct, the day, and the number that was compared. */
function matchedFields(model: ModelDefinition, role: string, metric: Metric | undefined, from: string | null): ReadonlySet<string> {
  const take = model.steps.flatMap((step) => (step.kind === 'take' ? step.sources : [])).find(({ as }) => as === role)
  const link = model.steps.find((step) => step.kind === 'link' && step.as === role)
  if (take === undefined) return new Set(link?.kind === 'link' ? link.way.same.map(([, field]) => field) : [])
  const prose = from === 'text' && take.prose !== undefined ? [take.prose] : []
  const measure = from === 'text' ? [] : metric === undefined ? [] : metric.field === 'gain' ? ['illegal_gain'] : metric.field === 'quantity' ? ['quantity', 'quantity_unit'] : ['value_amount']
  return new Set([...prose, ...[model.speaks.act, model.speaks.day, ...measure].flatMap((column) => { const field = take.columns[column]; return field === undefined ? [] : typeof field === 'string' ? [field] : field.first })])
}

export type Found = { readonly role: string; readonly dataset: string; readonly row: Readonly<Record<string, unknown>> }
const sourcesOfModels = new WeakMap<ModelDefinition, ReturnType<typeof takenFrom>>()
const takenFrom = (model: ModelDefinition) => model.steps.flatMap((step) => (step.kind === 'take' ? step.sources : []))
function sourcesOf(model: ModelDefinition): ReturnType<typeof takenFrom> {
  const known = sourcesOfModels.get(model) ?? takenFrom(model)
  sourcesOfModels.set(model, known)
  return known
}
/** What the rows say in a column of the model: the first source that has it. */
function spoken(model: ModelDefinition, rows: readonly Found[], column: string): string | null {
  for (const { as, columns } of sourcesOf(model)) {
    const row = rows.find(({ role }) => role === as)?.row
    const from = columns[column]
    if (row === undefined || from === undefined) continue
    for (const field of typeof from === 'string' ? [from] : from.first) if (string(row[field]) !== null) return string(row[field])
  }
  return null
}

const plainNumber = /^[+-]?[\d, ]+(?:\.\d+)?$/
const rawNames = new Map<string, string>()
function rawOf(name: string): string {
  const known = rawNames.get(name) ?? `${name}__raw`
  rawNames.set(name, known)
  return known
}

/** Worked out once a field and once a run: a run may explain many thousands of rows. */
const bareTitles = new WeakMap<Field, string>()
function bareTitle(field: Field): string {
  const known = bareTitles.get(field)
  if (known !== undefined) return known
  const bare = unitInHead(field.title) === null ? field.title : field.title.replace(/\s*[(（][^()（）]*[)）]$/, '')
  bareTitles.set(field, bare)
  return bare
}

/**
 * A field as it is shown, null when the row has none. Normally what stood in the file under the provider's own heading. A number that was read
 * in a unit is shown in the unit of the accepted rows, and the heading names that unit: a file may say the unit in its own head or in the cell, so
 * delivered figures under the heading of the standard would be wrong by a factor. What the cell said in words stands behind it.
 */
export function shownOf(field: Field, row: Readonly<Record<string, unknown>>): { readonly title: string; readonly value: string } | null {
  const { name, title, normalUnit } = field
  const delivered = string(row[rawOf(name)])
  const accepted = string(row[name])
  if (normalUnit === null || accepted === null) {
    const value = delivered ?? accepted
    return value === null || value === '' ? null : { title, value }
  }
  const said = delivered === null || plainNumber.test(delivered.normalize('NFKC').trim()) ? '' : `（${delivered}）`
  return { title: `${bareTitle(field)}(${normalUnit})`, value: `${accepted}${said}` }
}

/** Delivered rows as evidence. */
function evidenceOf(row: Readonly<Record<string, unknown>>, dataset: string, matched: ReadonlySet<string>): Evidence {
  const contract = datasetOf(dataset)
  const fields: EvidenceField[] = []
  for (const field of contract?.fields ?? []) {
    const shown = shownOf(field, row)
    if (shown !== null) fields.push({ name: field.name, title: shown.title, value: shown.value, matched: matched.has(field.name) })
  }
  return { dataset, title: contract?.title ?? { zh: dataset, en: dataset }, provider: contract?.provider ?? '', row: Number(row['_row']), file: string(row['_file']), delivery: string(row['_delivery']), fields }
}

const covers = (coverage: Coverage | null | undefined, lang: Lang): string => {
  if (coverage === null || coverage === undefined || coverage.from === null && coverage.to === null) return word('undeclared')[lang]
  return fill(word('covers')[lang], { from: coverage.from ?? word('open')[lang], to: coverage.to ?? word('open')[lang] })
}

export type Explaining = { readonly model: ModelDefinition; readonly limits: Limits; readonly asOf: Day; readonly parameters: Readonly<Record<string, number>>; readonly given: readonly Given[] }

/** What the sentences and provisions of one limit are: the same for all rows that reached it. */
type Known = { readonly limit: Limits['limits'][number]; readonly metric: Metric | undefined; readonly warnings: readonly string[]; readonly source: Clue['remarks'][number] | null }

function knownOf(limit: Limits['limits'][number], limits: Limits): Known {
  const { source, unverified, verify, alsoRequired } = limit
  return {
    limit, metric: limits.metrics.find(({ id }) => id === limit.metric), warnings: [verify, alsoRequired].flatMap((text) => (text === null ? [] : [text.zh])),
    source: unverified ? null : { level: source.textOrigin === 'copied' || source.textOrigin === 'transcribed' ? 'ok' : 'warn', text: fill(word('source').zh, { origin: file.explanation.origins[source.textOrigin]?.zh ?? '', readAt: source.readAt, versionDate: source.versionDate }) },
  }
}

/** For one run: a found row with its delivered rows as a clue that a person can judge: sentence, limit with its provision, rows, what was searched in vain, what else must be known. */
export function explainer({ model, limits, asOf, parameters, given }: Explaining): (row: Result, rows: readonly Found[]) => Clue {
  const { speaks } = model
  const coverageOf = (dataset: string): Coverage | null => given.find((one) => one.dataset === dataset)?.coverage ?? null
  const there = (dataset: string): boolean => (given.find((one) => one.dataset === dataset)?.deliveries ?? 0) > 0
  const last = model.steps.at(-1)
  const cases = last?.kind === 'flag' ? last.cases : []
  const known = new Map(limits.limits.map((limit) => [limit.id, knownOf(limit, limits)]))
  const searchedIn = model.searched.map(({ dataset }) => dataset)
  const late = searchedIn.flatMap((dataset) => { const to = coverageOf(dataset)?.to; return to !== null && to !== undefined && to < addDays(asOf, -1) ? [to] : [] })[0]
  const undeclared = searchedIn.some((dataset) => there(dataset) && coverageOf(dataset) === null)
  const coverages = { zh: searchedIn.map((dataset) => covers(coverageOf(dataset), 'zh')).join('; '), en: searchedIn.map((dataset) => covers(coverageOf(dataset), 'en')).join('; ') }
  const fieldsMatched = new Map<string, ReadonlySet<string>>()
  const matchedFor = (role: string, metric: Metric | undefined, from: string | null): ReadonlySet<string> => {
    const key = `${role}|${metric?.id ?? ''}|${from ?? ''}`
    const found = fieldsMatched.get(key) ?? matchedFields(model, role, metric, from)
    fieldsMatched.set(key, found)
    return found
  }
  return (row, rows) => {
    const found = known.get(String(row.limit_id))
    const { limit, metric } = found ?? {}
    const [measured, minimum] = [row.measured === null ? null : Number(row.measured), row.minimum === null ? null : Number(row.minimum)]
    const flag = cases[Number(row.flag)]
    if (flag === undefined) throw new Error(`model '${model.id}': no case ${String(row.flag)}`)
    const said = { organ: spoken(model, rows, speaks.organ) ?? '', party: spoken(model, rows, speaks.party) ?? '', document: spoken(model, rows, speaks.document), act: spoken(model, rows, speaks.act) ?? '' }
    const [unit, day] = [metric?.unit ?? '', string(row.day)]
    const shared = {
      organ: said.organ, party: said.party, act: said.act, measured: measured === null ? '' : `${figure(measured)}${unit}`, minimum: minimum === null ? '' : `${figure(minimum)}${unit}`,
      law: limit === undefined ? '' : limit.source.documentNo ?? `《${limit.source.short}》`, article: limit?.source.article ?? '', as_of: asOf, ...parameters,
    }
    const values = (lang: Lang) => ({
      ...shared, document: said.document ?? word('missing-document')[lang], day: day ?? word('missing-day')[lang], metric: metric?.title[lang] ?? '', offence: limit?.offence[lang] ?? '',
      missing: metric === undefined ? '' : file['fields-of-metrics'][metric.field][lang], coverage: coverages[lang],
    })
    const { reason } = flag
    const [zh, en] = [values('zh'), values('en')]
    const why = model.says[reason] ?? { zh: reason, en: reason }
    const searched = model.searched.filter(({ dataset }) => there(dataset)).map(({ dataset, what }) => ({ dataset, title: datasetOf(dataset)?.title ?? { zh: dataset, en: dataset }, what: fill(what.zh, zh), coverage: covers(coverageOf(dataset), 'zh') }))
    const remarks = [
      ...(limit?.unverified === true ? [{ level: 'warn' as const, text: word('unverified').zh }] : []), ...(measured === null ? [] : (found?.warnings ?? []).map((text) => ({ level: 'warn' as const, text }))),
      ...model.remarks.flatMap(({ level, text }, at) => ((Number(row.remarks) >> at) % 2 === 1 ? [{ level, text: fill(text.zh, zh) }] : [])),
      ...(undeclared ? [{ level: 'warn' as const, text: word('undeclared-remark').zh }] : []),
      ...(late === undefined || reason === 'outside-coverage' ? [] : [{ level: 'warn' as const, text: fill(word('ends-before').zh, { to: late }) }]),
      ...(found === undefined || found.source === null ? [] : [found.source]),
    ]
    return {
      key: model.key.map((part) => part.map((column) => spoken(model, rows, column)).find((value) => value !== null) ?? '').join('|'), rule: flag.rule, status: flag.status, reason, why: fill(why.zh, zh), whyEn: fill(why.en, en),
      organ: said.organ, subject: said.party, document: said.document, day: day as Day | null, act: said.act,
      limit: limit === undefined ? null : {
        id: limit.id, offence: limit.offence.zh, metric: metric?.title.zh ?? limit.metric, minimum: minimum ?? limit.minimum, unit, value: measured, law: limit.source.law, documentNo: limit.source.documentNo,
        article: limit.source.article, quote: limit.source.quote, versionDate: limit.source.versionDate, textOrigin: limit.source.textOrigin, unverified: limit.unverified,
      },
      evidence: rows.map((one) => evidenceOf(one.row, one.dataset, matchedFor(one.role, metric, string(row.measured_from)))), searched, remarks,
    }
  }
}

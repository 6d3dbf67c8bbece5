import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDay, type Day, type Source, type Text } from '@hengjian/law'
import { parse } from 'yaml'

/** A kind of unlawful conduct by the words that agencies use for it: one word of every list of `words`, one of `any`, none of `none`. */
export type ActKind = { readonly id: string; readonly title: Text; readonly words: readonly (readonly string[])[]; readonly any: readonly string[]; readonly none: readonly string[]; readonly codes: readonly string[] }
export type UnitFamily = 'area' | 'money' | 'mass' | 'cigarettes'
/** What is measured: the unit of the limit, the number of a row that says it, the words before it in a text. */
export type Metric = { readonly id: string; readonly title: Text; readonly unit: string; readonly family: UnitFamily; readonly field: 'value' | 'gain' | 'quantity'; readonly after: readonly string[] }

/** A criminal limit: from `minimum` on (in the metric's unit) conduct of this kind may be the offence, while the row is in force. */
export type Limit = {
  readonly id: string
  readonly act: string
  readonly offence: Text
  readonly metric: string
  readonly minimum: number
  /** Division code that the row holds for; null: the whole country. */
  readonly region: string | null
  readonly inForce: { readonly from: Day; readonly to: Day | null }
  /** Holds only after earlier penalties for the same kind of conduct within so many years. */
  readonly repeat: { readonly years: number; readonly times: number } | null
  /** The law gives a range and a parameter of the model chooses within it. */
  readonly setting: { readonly parameter: string; readonly from: number; readonly to: number } | null
  /** Another metric of the same kind of conduct: when it is known and below its own limit, a missing number of this one is no gap. */
  readonly settledBy: string | null
  /** A circumstance decides which limit holds and the data do not show it: a clue is only to be verified. */
  readonly verify: Text | null
  /** What else the offence needs and no number shows. */
  readonly alsoRequired: Text | null
  /** The provision was not read: `source.quote` is empty and every result is only to be verified. */
  readonly unverified: boolean
  readonly source: Source
}

export type Limits = { readonly acts: readonly ActKind[]; readonly metrics: readonly Metric[]; readonly units: Readonly<Record<UnitFamily, Readonly<Record<string, number>>>>; readonly limits: readonly Limit[] }

const text = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const origins = new Set(['copied', 'transcribed', 'web-mirror', 'news-paraphrase', 'noted'])

/**
 * What is wrong with a set of limits, in words; empty when nothing is. A limit without its source, with a quotation missing and not marked `unverified`,
 * of an unknown kind or metric, or overlapping another version of itself is never used.
 */
export function limitFaults(all: Limits): readonly string[] {
  const acts = new Set(all.acts.map(({ id }) => id))
  const metrics = new Set(all.metrics.map(({ id }) => id))
  const single = all.limits.flatMap((limit): readonly string[] => {
    const source: Partial<Source> = (limit as { source?: Partial<Source> }).source ?? {}
    return [
      ...(['law', 'short', 'article', 'versionDate', 'readAt'] as const).filter((field) => !text(source[field])).map((field) => `source.${field} is missing`),
      ...(!text(source.quote) && !limit.unverified ? ['source.quote is missing and the limit is not marked unverified'] : []),
      ...(origins.has(source.textOrigin ?? '') ? [] : ['source.textOrigin is missing']),
      ...(acts.has(limit.act) ? [] : [`act '${limit.act}' is unknown`]), ...(metrics.has(limit.metric) ? [] : [`metric '${limit.metric}' is unknown`]),
      ...(limit.settledBy === null || metrics.has(limit.settledBy) ? [] : [`metric '${limit.settledBy}' is unknown`]),
      ...(typeof limit.minimum === 'number' && limit.minimum > 0 ? [] : ['minimum must be above 0']),
      ...(limit.setting !== null && (limit.minimum < limit.setting.from || limit.minimum > limit.setting.to) ? ['minimum lies outside the range of the setting'] : []),
      ...(isDay(limit.inForce?.from) && (limit.inForce.to === null || isDay(limit.inForce.to) && limit.inForce.to >= limit.inForce.from) ? [] : ['inForce is not a range of days']),
    ].map((fault) => `limit '${limit.id}': ${fault}`)
  })
  const same = (a: Limit, b: Limit): boolean => a.act === b.act && a.metric === b.metric && a.region === b.region && a.repeat?.years === b.repeat?.years && (a.verify === null) === (b.verify === null)
  const meet = (a: Limit, b: Limit): boolean => a.inForce.from <= (b.inForce.to ?? '9999-12-31') && b.inForce.from <= (a.inForce.to ?? '9999-12-31')
  const pairs = all.limits.flatMap((a, i) => all.limits.slice(i + 1).filter((b) => a.id === b.id || same(a, b) && meet(a, b)).map((b) => (a.id === b.id ? `limit '${a.id}' is there twice` : `limits '${a.id}' and '${b.id}' are in force together`)))
  return [...single, ...(single.length === 0 ? pairs : [])]
}

type Written = Partial<Limits>
/** Reads a folder of limits. Throws when a row may not be used: a wrong limit would accuse an organ wrongly. */
export function readLimits(folder: string): Limits {
  const parts = readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted().map((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as Written)
  const all: Limits = {
    acts: parts.flatMap(({ acts }) => acts ?? []), metrics: parts.flatMap(({ metrics }) => metrics ?? []), units: Object.assign({}, ...parts.map(({ units }) => units ?? {})) as Limits['units'],
    limits: parts.flatMap(({ limits }) => limits ?? []).map((row) => ({ ...row, region: row.region ?? null, repeat: row.repeat ?? null, setting: row.setting ?? null, settledBy: row.settledBy ?? null, verify: row.verify ?? null, alsoRequired: row.alsoRequired ?? null, unverified: row.unverified ?? false })),
  }
  const faults = limitFaults(all)
  if (faults.length > 0) throw new Error(`${folder}: ${faults.join('; ')}`)
  return all
}

let kept: Limits | null = null
/** The shipped criminal limits, checked when first read. */
export const criminalLimits = (): Limits => (kept ??= readLimits(path.join(import.meta.dirname, '..', '..', 'limits')))

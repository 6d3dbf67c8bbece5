// What does not change with the record: rules, kinds of matters, organs, versions; and the proofs of the record.
import type { Lawbook } from '@hengjian/law'
import { minutesOf } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import type { RuleSummary } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { areaOf, lengthOf, sourceOf } from './law.ts'
import { summaryOf } from './openings.ts'
import { say } from './say.ts'
import { noticeOf } from './worklist.ts'

const ruleOf = (lawbook: Lawbook, rule: Lawbook['rules'] extends ReadonlyMap<string, infer R> ? R : never, language: 'zh' | 'en'): RuleSummary => {
  const version = rule.versions[0]
  return {
    id: rule.id, title: rule.title, area: areaOf(lawbook, rule.area, language), obligation: rule.obligation, confidence: version?.confidence ?? rule.confidence,
    period: version?.period === null || version === undefined ? version?.noPeriodBecause ?? say('calc.noPeriod') : lengthOf(Math.abs(version.period.amount), version.period.unit), sources: (version?.sources ?? []).map(sourceOf),
  }
}

export const rules = ({ lawbook }: Room): Desk['rules'] => async (who) => good({ items: [...lawbook.rules.values()].map((rule) => ruleOf(lawbook, rule, who.language)) })
/** Kinds of matters, each with the ways in which this identity may begin it. */
export const procedures = ({ lawbook, names }: Room): Desk['procedures'] => async (who) => { const known = await names(); return good({ items: [...lawbook.procedures.values()].map((procedure) => summaryOf(procedure, who, lawbook, known)) }) }
export const organs = ({ names }: Room): Desk['organs'] => async () => good({ items: (await names()).all })

export const receipt = ({ store }: Room): Desk['receipt'] => async (who, { act }) => {
  const found = await store.proofs.receipt(who.scope, act)
  return found === null ? absent(who) : good({ ...found, leaf: found.leaf === null ? null : { ...found.leaf, path: [...found.leaf.path] } })
}
export const logHead = ({ store }: Room): Desk['logHead'] => async () => good({ ...await store.proofs.head() })
export const consistency = ({ store }: Room): Desk['consistency'] => async ({ first, second }) => {
  try { const found = await store.proofs.consistency(first, second); return good({ ...found, path: [...found.path] }) } catch (error) {
    if (error instanceof RangeError) return refuse({ language: 'zh' }, 'log-range', 422, { first, second })
    throw error
  }
}

/** What the frame of every page shows: which law, which calendar, how far the record is sealed. */
export const versions = ({ store, lawbook, now }: Room): Desk['versions'] => async (who) => {
  const head = await store.proofs.head().catch(() => null)
  return {
    rulebook: lawbook.version, calendar: { id: lawbook.calendar.label, lastYear: lawbook.calendar.lastYear, notice: noticeOf(lawbook) },
    checkpoint: head === null || head.size === 0 ? null : { size: head.size, root: head.root, at: head.at, witnesses: [], staleMinutes: Math.max(0, Math.round(minutesOf(who?.now ?? now()) - minutesOf(head.at))) },
  }
}

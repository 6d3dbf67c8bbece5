// Names and lengths as the library shows them, and who stands on which side.
import { chipOf, periodEn, versionAt, type Day, type Lawbook, type Period, type Rule, type RuleVersion, type Source, type Text } from '@hengjian/law'
import { lengthOf, sourceOf, termOf } from './law.ts'
import { say } from './say.ts'
import type { CheckedSource, RuleRow } from './shapes-law.ts'

export type Named = { readonly id: string; readonly title: Text }
export const roleNamed = (book: Lawbook, id: string): { id: string; title: Text } => ({ id, title: termOf(book, 'role', id) })
export const levelOf = (book: Lawbook, id: string): Text => termOf(book, 'level', id)
export const ruleNamed = (book: Lawbook, id: string): { id: string; title: Text } => ({ id, title: book.rules.get(id)?.title ?? { zh: id, en: id } })
export const procedureNamed = (book: Lawbook, id: string): { id: string; title: Text } => ({ id, title: book.procedures.get(id)?.title ?? { zh: id, en: id } })
export const instrumentNamed = (book: Lawbook, id: string): { id: string; title: Text } => ({ id, title: book.instruments.get(id)?.title ?? { zh: id, en: id } })

/** 2 个月; 事前 3 日 where it counts back; 当日 for nought days. */
export const periodText = (period: Period): Text => {
  const length = period.amount === 0 ? say('law.sameDay') : { zh: lengthOf(Math.abs(period.amount), period.unit).zh, en: periodEn({ amount: Math.abs(period.amount), unit: period.unit }) }
  return period.direction === 'before' ? say('law.before', { length }) : length
}
/** Texts that were not read in full start no clock without saying so. */
const firm: ReadonlySet<string> = new Set(['copied', 'transcribed'])
export const isWeak = (rule: Rule): boolean => { const version = rule.versions[0]; return (version?.confidence ?? rule.confidence) !== 'high' || (version?.sources ?? []).every(({ textOrigin }) => !firm.has(textOrigin)) }

/** The wording that counts on a day, else the newest. */
export const wordingAt = (rule: Rule, today: Day): RuleVersion | undefined => versionAt(rule, today) ?? rule.versions[0]

export const checked = (source: Source, check: CheckedSource['check']): CheckedSource => ({ ...sourceOf(source), chip: chipOf(source), check })

export function rowOf(book: Lawbook, rule: Rule, procedures: ReadonlyMap<string, readonly string[]>): RuleRow {
  const version = rule.versions[0]
  const [source] = version?.sources ?? []
  const area = book.areas.find(({ id }) => id === rule.area)
  return {
    id: rule.id, title: rule.title, obligation: rule.obligation, area: { id: rule.area, title: area?.title ?? { zh: rule.area, en: rule.area } }, from: rule.from.map((id) => roleNamed(book, id)), to: rule.to.map((id) => roleNamed(book, id)),
    period: version?.period == null ? null : periodText(version.period), noPeriod: version?.noPeriodBecause ?? null, confidence: version?.confidence ?? rule.confidence, weak: isWeak(rule),
    chip: source === undefined ? { zh: '', en: '' } : chipOf(source), articles: [...rule.articles], versions: rule.versions.length, procedures: [...procedures.get(rule.id) ?? []],
  }
}

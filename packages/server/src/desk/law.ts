// Pieces of the law as the wire shows them.
import { chipOf, versionAt, type Day, type Explained, type Lawbook, type Rule, type RuleVersion, type Source as LawSource, type Text } from '@hengjian/law'
import type { Explained as WireExplained, Source } from './shapes.ts'
import { say } from './say.ts'

export const sourceOf = ({ law, short, documentNo, article, quote, versionDate, readAt, textOrigin }: LawSource): Source => ({ law, short, documentNo, article, quote, versionDate, readAt, textOrigin })
export const explainedOf = ({ rule, version, due, dueAt, steps, provisional, provisionalBecause, calendar }: Explained): WireExplained =>
  ({ rule, version: { ...version }, due, dueAt, steps: steps.map((step) => ({ ...step })), provisional, calendar, ...(provisionalBecause === undefined ? {} : { provisionalBecause }) })

const empty: Text = { zh: '', en: '' }

/** 《short name》第n条 of the provision that a rule rests on first; empty where it rests on none. */
export const chipFor = (sources: readonly LawSource[]): Text => {
  const [first] = sources
  return first === undefined ? empty : chipOf(first)
}

/** The version of a rule that a duty was computed by; the newest where the day of opening falls in a gap. */
export const versionOf = (rule: Rule, on: Day): RuleVersion | undefined => versionAt(rule, on) ?? rule.versions[0]

/** A length of time in words: 2 个月, 15 日, 5 个工作日. */
export const lengthOf = (amount: number, unit: string): Text => say(`units.${unit}`, { amount })

/** One line that tells how a date came about: the length, and what moved its end. The ledger has the sentences. */
export function calcOf(explained: Explained): Text {
  const step = explained.steps.find(({ sign }) => sign === 'period' || sign === 'working')
  if (step === undefined) return explained.due === null ? say('calc.noPeriod') : empty
  const extras = [...new Set(explained.steps.map(({ sign }) => sign))].flatMap((sign) => (sign === 'roll' || sign === 'pause' || sign === 'extend' || sign === 'provisional' ? [say(`calc.${sign}`)] : []))
  const all = [{ zh: step.brief ?? step.what, en: step.briefEn ?? step.whatEn }, ...extras]
  return { zh: all.map(({ zh }) => zh).join('，'), en: all.map(({ en }) => en).join(', ') }
}

/** Name of an area of the law; its id where the rulebook names none. */
export const areaOf = (lawbook: Lawbook, id: string, language: 'zh' | 'en'): string => lawbook.areas.find((area) => area.id === id)?.title[language] ?? id

/** A name of the glossary (acts, roles, levels) or the id itself. */
export const termOf = (lawbook: Lawbook, kind: string, id: string): Text => { const term = lawbook.glossary.find((one) => one.id === id && one.kind === kind) ?? lawbook.glossary.find((one) => one.id === id); return term === undefined ? { zh: id, en: id } : { zh: term.zh, en: term.en } }

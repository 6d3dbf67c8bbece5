import type { Day } from './day.ts'

/** A word in the languages of the product; Chinese is the authentic one. */
export type Text = { readonly zh: string; readonly en: string }

/**
 * Where a sentence of law was read. `web-mirror` and `news-paraphrase` never start a statutory clock silently.
 * `noted`: an older wording whose period was read and noted with published cases, its sentence not kept (`quote` is empty).
 */
export type TextOrigin = 'copied' | 'transcribed' | 'web-mirror' | 'news-paraphrase' | 'noted'

/** One provision, quoted verbatim. `versionDate` is the wording's own label, e.g. 「2019-02-26施行」. */
export type Source = {
  readonly law: string
  /** Short name for chips, without 《》. */
  readonly short: string
  readonly documentNo: string | null
  readonly article: string
  readonly quote: string
  readonly versionDate: string
  readonly readAt: string
  readonly textOrigin: TextOrigin
}

export type Unit = 'hours' | 'days' | 'working-days' | 'months' | 'years'

/** `amount` 0 with `days` means the same day. `before` counts back from the event. */
export type Period = { readonly amount: number; readonly unit: Unit; readonly direction?: 'before' }

export type PeriodKind =
  | 'deadline' | 'at-least-before' | 'window-before' | 'trigger-after' | 'cycle' | 'limitation'
  | 'fixed-duration' | 'maximum-term' | 'minimum-retention' | 'attempt-window'

/** How a period is counted. `unspecified`: the source is silent and the engineering default applies, shown as such. */
export type Computing = 'criminal' | 'civil' | 'administrative' | 'unspecified' | (string & {})

/** Who a rule speaks of, seen from the act that opens it. */
export type Bearer = 'recipient' | 'actor' | 'procuratorate' | 'superior-procuratorate' | { readonly role: string | readonly string[] }

/** A pattern over acts: every named part must agree. `received` = the act counts once the addressee has received it. */
export type ActPattern = {
  readonly act: string | readonly string[]
  readonly instrument?: string | readonly string[]
  readonly what?: string | readonly string[]
  readonly result?: string | readonly string[]
  readonly received?: boolean
}

/** Names of tested functions of `core`, with plain arguments. A row never holds an expression. */
export type Condition = { readonly name: string; readonly args?: Readonly<Record<string, string | number | boolean>> }

/** Another period of the same rule for other circumstances. `kind` and `inclusive` where they differ from the rule's own. */
export type Variant = {
  readonly id: string
  readonly when: Text
  readonly period: Period
  readonly kind?: PeriodKind
  /** The first day counts. */
  readonly inclusive?: boolean
  /** A span of time, not the last day for an act: it does not roll. */
  readonly noRoll?: boolean
  readonly if?: readonly Condition[]
}

/** `amount` null: the source gives no length, the decision to extend must state it. `times`: how often without asking higher; null where the source is silent. */
export type Extension = { readonly amount: number | null; readonly unit: Unit | null; readonly times: number | null; readonly condition: Text; readonly approver: Text | null }

/** What binds a rule to acts. Absent: the rule is readable and computable but nothing opens it by itself yet. */
export type Binding = {
  readonly procedures?: readonly string[]
  readonly opens: readonly ActPattern[]
  readonly if?: readonly Condition[]
  readonly owedBy: Bearer
  readonly discharge: readonly ActPattern[]
  /** The discharge must come per demand (逐项). */
  readonly perDemand?: boolean
  /** Opened by the end of another rule's period, unmet. */
  readonly opensOnBreachOf?: string
}

/** One version of a rule: the words, the period, the days in force (half-open; `to` null = in force). */
export type RuleVersion = {
  readonly inForce: { readonly from: Day | null; readonly to: Day | null }
  readonly period: Period | null
  /** The transitional rule: `matters-from` leaves matters that were opened before `from` to the version before; otherwise the day of the act decides. */
  readonly applies?: 'matters-from' | 'acts-from'
  readonly variants: readonly Variant[]
  readonly extension: Extension | null
  readonly computing: Computing | null
  /** The period itself is custody: its last day never rolls (羁押类时限), whatever the matter says. */
  readonly custody?: 'always'
  /** Where this version is less certain than the rule. */
  readonly confidence?: Rule['confidence']
  readonly notes?: string
  /** The rule set that brought this version; absent: the shipped rulebook. */
  readonly set?: string
  /** Why there is no period, when there is none, in the source's words or ours. */
  readonly noPeriodBecause?: Text
  readonly sources: readonly Source[]
}

export type Rule = {
  readonly id: string
  readonly area: string
  readonly title: Text
  readonly trigger: Text
  readonly obligation: Text
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly periodKind: PeriodKind | null
  readonly consequence: Text | null
  readonly approval: { readonly text: Text; readonly level: string } | null
  readonly articles: readonly number[]
  readonly confidence: 'high' | 'medium' | 'low' | 'unverified'
  readonly notes?: string
  readonly binding?: Binding
  /** Why no act ever opens a duty of this rule: a principle, a definition, a competence, a condition of another act. */
  readonly unbound?: Text
  /** Newest first. */
  readonly versions: readonly RuleVersion[]
}

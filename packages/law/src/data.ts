import type { Bar, GovernedBy, Procedure, RuleBinding } from './procedure.ts'
import type { Calendar } from './calendar.ts'
import type { SetHead } from './layer.ts'
import type { Day, MonthRegime } from './day.ts'
import type { Period, Rule, Source, Text } from './rule.ts'

/** An official document that may be made: what it rests on, what must stand in it, who decides it. */
export type Instrument = {
  readonly id: string
  readonly title: Text
  readonly family: string | null
  /** The word in its number (文号代字); null until a verified source gives it. */
  readonly numberWord: { readonly value: string | null; readonly status: string; readonly source?: string }
  readonly basis: readonly Source[]
  /** `listed`: the source lists the elements; `paraphrased`: only a report of the source does; `not-listed`: the source lists none. */
  readonly required: { readonly status: 'listed' | 'paraphrased' | 'not-listed'; readonly elements: readonly string[]; readonly sources: readonly Source[] }
  readonly addressee: Text | null
  readonly copies: readonly { readonly what: string; readonly rule: string | null }[]
  readonly approver: { readonly text: Text; readonly level: string } | null
  readonly rules: readonly string[]
  readonly notes?: string
}

/** One row of the power list: who may decide what. */
export type Power = {
  readonly id: string
  readonly track: string
  readonly decision: Text
  readonly level: string
  readonly delegable: string | null
  readonly sources: readonly Source[]
  readonly notes?: string
}

/** How a body of law counts periods: the regime as data, the sentences that say so, by topic. */
export type ComputingRegime = {
  readonly id: string
  readonly title: Text
  readonly months: MonthRegime
  /** The source says nothing on months without the day; the regime is inferred and shown as such when it matters. */
  readonly monthsInferred: boolean
  /** A last day that is a day off moves to the next working day. */
  readonly roll: boolean
  /** Custody stops the rolling. */
  readonly custodyStopsRoll: boolean
  /** The source is silent on counting altogether: every date is shown as provisional. */
  readonly silent: boolean
  /** Hours run from the moment itself, or from the next full hour (开始的时不计算). */
  readonly hoursFrom: 'moment' | 'next-hour'
  /** Which of the provisions (by topic) each step of the ledger rests on; a step without one rests on a setting. */
  readonly uses: Readonly<Partial<Record<'start' | 'month' | 'roll' | 'custody' | 'pause' | 'working', string>>>
  readonly provisions: readonly { readonly topic: string; readonly says: string; readonly source: Source }[]
  readonly notes: readonly string[]
}

/** A word of the product. Kinds: `act` (vocabulary of acts), `role` (`also`: capacities in which such an institution takes part where a procedure speaks of these only), `level` (who decides; `above` is who looks at it next), `term`. */
export type Term = { readonly id: string; readonly kind: string; readonly zh: string; readonly en: string; readonly definedIn?: string; readonly above?: string; readonly also?: readonly string[] }

/** An interpretive choice where the source is silent, with its reason; shown wherever it decides a date. */
export type Setting = {
  readonly id: string
  readonly title: Text
  readonly value: SettingValue
  readonly reason: Text
  readonly status: 'house-rule' | 'assumption'
  readonly source?: string
  /** What the conflicting sources say: a local practice may choose among these, nothing else. */
  readonly choices?: readonly { readonly value: SettingValue; readonly source: string }[]
  /** Rules whose length follows the choice. */
  readonly rules?: readonly string[]
  /** What held before a local practice, by the first day on which it no longer did, oldest first; `value` null: the rule's own length. */
  readonly former?: readonly { readonly until: Day; readonly value: SettingValue | null; readonly reason: Text }[]
}
export type SettingValue = string | number | boolean | Period

/** One article of the founding Decision, verbatim. */
export type Article = { readonly no: number; readonly title: Text; readonly text: string }

/** Something believed but not read: shown to those who keep the law up to date, computed on by nobody. */
export type Unverified = { readonly id: string; readonly topic: string; readonly belief: string; readonly whyItMatters: string; readonly articles: readonly number[]; readonly verifyAt: string }

export type Area = { readonly id: string; readonly title: Text }

/** The whole law as the product knows it. Immutable; a change in the law is another lawbook with another version. */
export type Lawbook = {
  readonly version: string
  /** Rule sets laid over the shipped rulebook, in the order of their adoption. */
  readonly sets: readonly SetHead[]
  readonly areas: readonly Area[]
  readonly rules: ReadonlyMap<string, Rule>
  readonly bindings: readonly RuleBinding[]
  readonly bars: readonly Bar[]
  /** The law that governs kinds of matters without a procedure file. */
  readonly kinds: ReadonlyMap<string, GovernedBy>
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly powers: ReadonlyMap<string, Power>
  readonly computing: ReadonlyMap<string, ComputingRegime>
  readonly calendar: Calendar
  readonly glossary: readonly Term[]
  readonly settings: ReadonlyMap<string, Setting>
  readonly articles: readonly Article[]
  readonly unverified: readonly Unverified[]
  readonly decision: { readonly title: string; readonly passed: Day; readonly readAt: string }
}


import type { Day, Life, Office, Rung, Text } from '@hengjian/law'
import type { Act, Answer, Demand, Finding, PartyKey } from './act.ts'
import type { Refusal } from './duty.ts'

/** Who acts. `office` null: an organ from outside, whose offices we do not know (replays, machine clients). */
export type Actor = { readonly organ: PartyKey; readonly office: Office | null; readonly person?: Act['person']; readonly held?: readonly Held[]; readonly ties?: readonly Tie[] }

/** An appointment for a time: another office held in somebody's place, or single rows of the power list. `to`: the last day on which it holds; null until ended. */
export type Held = { readonly kind: 'acting' | 'delegated'; readonly office?: Office; readonly powers?: readonly string[]; readonly from: Day; readonly to: Day | null; readonly by: string; readonly basis: string }

/** What keeps a person out of a matter, declared or entered by the office. `organ`: a party that it concerns; `matter`: the case that it concerns; with neither it concerns nothing yet. */
export type Tie = { readonly kind: 'party' | 'earlier-role' | 'former-office' | 'other'; readonly organ?: PartyKey; readonly matter?: string; readonly note?: string; readonly from: Day; readonly to: Day | null }

/** What somebody wants to put on record, before it has a place and a time of ours. */
export type Attempt = Omit<Act, 'n' | 'recordedAt' | 'by' | 'person'>

export type Outcome = { readonly ok: true; readonly act: Act } | { readonly ok: false; readonly refusal: Refusal }

export type DemandState = 'unanswered' | 'answered' | 'objected' | 'in-review' | 'amended' | 'withdrawn' | 'verified-done' | 'verified-partly' | 'verified-not-done'

/** One thing asked for and what became of it. `instrument` is the `n` of the act that drafted the paper it stands in. */
export type DemandView = Demand & {
  readonly state: DemandState
  readonly instrument: number
  readonly answer: (Answer & { readonly act: number; readonly on: Day }) | null
  readonly finding: (Finding & { readonly act: number; readonly on: Day }) | null
  readonly objection: { readonly act: number; readonly on: Day; readonly text: string; readonly outcome: string | null } | null
}

/** An official document of the matter on its way. `n` is the act that drafted it (or issued it, where no draft is on record). */
export type InstrumentView = {
  readonly n: number
  readonly id: string
  readonly stage: Life
  readonly to: readonly PartyKey[]
  readonly docNo: string | null
  readonly draftedBy: number
  readonly issuedBy: number | null
  readonly servedBy: number | null
  readonly acknowledgedBy: number | null
  /** What the handler and those who decide said of it, in the order of the acts; none of them takes another's away. */
  readonly opinions: readonly Opinion[]
}

/** `differs`: who decides disagrees with the handler, in writing. */
export type Opinion = { readonly act: number; readonly by: PartyKey; readonly person: Act['person'] | null; readonly opinion: string; readonly differs: boolean }

/** Where a matter stands; derived from its acts, never stored as truth. */
export type MatterState = {
  readonly stage: string
  readonly stages: readonly { readonly id: string; readonly title: Text; readonly state: 'done' | 'now' | 'next' }[]
  readonly closed: boolean
  readonly instruments: readonly InstrumentView[]
  readonly demands: readonly DemandView[]
  readonly rung: Rung | null
}

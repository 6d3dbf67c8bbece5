import type { Day, Explained, FormField, Instant, Text } from '@hengjian/law'
import type { PartyKey } from './act.ts'
import type { Basis } from './basis.ts'

export type DutyStatus = 'open' | 'overdue' | 'discharged-in-time' | 'discharged-late' | 'suspended' | 'waived' | 'superseded' | 'not-started'

/** ◆ overdue ▲ near ● within ⏸ paused ○ not started ◇ under review ✓ done. Thresholds come from the rulebook's settings. */
export type Light = 'overdue' | 'near' | 'within' | 'paused' | 'not-started' | 'review' | 'done'

/** What a rule opened. Derived, never stored as truth. */
export type Duty = {
  /** Stable within the matter: rule + '@' + opening act + ('#' + which time when it comes again) + ('/' + party when several owe it). */
  readonly id: string
  readonly rule: string
  /** Tells apart the duties that one rule opens (service and filing, say). */
  readonly label?: string
  /** Which time of a duty that comes again, from 1. */
  readonly time?: number
  readonly owedBy: PartyKey
  readonly openedBy: number
  readonly obligation: Text
  readonly due: Day | null
  readonly dueAt: Instant | null
  readonly status: DutyStatus
  readonly light: Light
  /** Calendar days from `now` to `due`; negative when overdue; null without a date. */
  readonly daysLeft: number | null
  readonly dischargedBy?: number
  /** What the date is computed from. */
  readonly basis: Basis
  readonly explained: Explained
}

/** An act of the procedure for this actor: allowed, or refused with the provision that refuses it. */
export type Permission = {
  /** Key of the act within the procedure file (several entries may share one vocabulary act). */
  readonly key: string
  readonly act: string
  readonly title: Text
  readonly allowed: boolean
  readonly instrument?: string
  readonly form?: readonly Field[]
  /** Power-list or rule approval that decides who may do it. */
  readonly decidedBy?: { readonly level: string; readonly text: Text; readonly provision: string }
  readonly refusal?: Refusal
}

export type Refusal = {
  readonly code: 'not-permitted' | 'too-early' | 'already-done' | 'missing-act' | 'not-addressed' | 'invalid' | 'closed' | 'future' | 'before-cause'
  /** At most sixteen characters for the list. */
  readonly short: Text
  /** The whole sentence: what stands in the way and what would remove it. */
  readonly because: Text
  readonly provision?: string
  readonly rule?: string
  /** Key of the act that would unblock it, and the earliest lawful day. */
  readonly unblockedBy?: string
  readonly earliest?: Day
}

/** A field of an act's form, as the procedure files write it. Names are stable; the web renders them, the server validates by them. */
export type Field = FormField

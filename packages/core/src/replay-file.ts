import type { Day, Instant } from '@hengjian/law'
import type { Duty, Permission } from './duty.ts'

/** One act of a replay file. `on` is a day, or only a month: then it is refused as a legal moment. */
export type ReplayAct = {
  readonly act: string
  readonly on: string
  readonly at?: Instant
  readonly by: string
  readonly to?: string | readonly string[]
  readonly instrument?: string
  readonly what?: string
  readonly result?: string
  readonly of?: number
  readonly custody?: boolean
  readonly assumed?: string
  readonly [more: string]: unknown
}

/** What the law gives for this timeline, as the writer of the file worked it out. */
export type Expectation = {
  readonly rule: string
  readonly owedBy: string
  readonly openedBy: number
  readonly from?: string
  readonly variant?: string
  readonly due?: string | null
  readonly status?: string
  readonly dischargedBy?: number
  /** Which time of a duty that comes again. */
  readonly time?: number
  readonly asOf?: string
  readonly dueOnly?: boolean
  readonly dueIfExtended?: string
  readonly inclusive?: boolean
  readonly noRoll?: boolean
  readonly custody?: boolean
  readonly label?: string
  readonly periodKind?: string
  readonly expect_as_if_current?: boolean
  readonly as_then?: Readonly<Record<string, unknown>>
  readonly [more: string]: unknown
}

/** An act that must be refused once the first `after` acts are on record. */
export type RefusalExpected = ReplayAct & { readonly after: number; readonly rule?: string; readonly provision?: string; readonly because?: string; readonly as_if_current?: boolean }

/** A replay file (INTERFACES: case, procedure, organs, dated acts, expect, refuse), as parsed YAML 1.2. */
export type ReplayFile = {
  readonly case: string
  readonly title?: string
  readonly procedure: string
  readonly organs: Readonly<Record<string, { readonly name: string; readonly role: string; readonly level?: string; readonly superior?: string }>>
  readonly acts: readonly ReplayAct[]
  readonly now?: string
  readonly expect?: readonly Expectation[]
  readonly refuse?: readonly RefusalExpected[]
  readonly [more: string]: unknown
}

export type Dispute = { readonly rule: string; readonly want: string; readonly got: string; readonly because: string }

/** What a replay gives: each act taken or refused, the duties derived, what is permitted at the end, and how far the file agrees. */
export type ReplayResult = {
  readonly matter: { readonly case: string; readonly procedure: string; readonly now: Day; readonly note?: string }
  readonly acts: readonly { readonly n: number; readonly act: string; readonly on: string; readonly accepted: boolean; readonly refusedBecause?: string }[]
  readonly duties: readonly (Pick<Duty, 'rule' | 'label' | 'time' | 'owedBy' | 'openedBy' | 'due' | 'dischargedBy' | 'status'> & { readonly dueAt?: Instant; readonly explained: Duty['explained'] })[]
  readonly permitted: readonly Permission[]
  readonly agreement: { readonly expected: number; readonly agreed: number; readonly disputed: readonly Dispute[] }
}

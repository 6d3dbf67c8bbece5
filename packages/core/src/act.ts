import type { Day, Instant } from '@hengjian/law'

/** A key of the matter's `organs`: in the product the organ's id, in a replay the key of the file. */
export type PartyKey = string

/** One numbered thing asked for. Written object first; `standard` and `by` make it verifiable. */
export type Demand = {
  readonly no: number
  readonly text: string
  readonly standard?: string
  readonly by?: Day
  readonly verifiedHow?: string
}

export type AnswerState = 'done' | 'partly' | 'planned' | 'disagreed'
export type Answer = { readonly demand: number; readonly state: AnswerState; readonly text: string; readonly evidence?: readonly FileRef[]; readonly plannedBy?: Day }
export type Finding = { readonly demand: number; readonly result: 'done' | 'partly' | 'not-done' | 'unverifiable'; readonly text: string; readonly evidence?: readonly FileRef[] }
export type FileRef = { readonly sha256: string; readonly name: string; readonly size: number; readonly type: string }

/**
 * Something an office-holder did at a legal moment. Never changed, never deleted; a `correct` act points at what it mends.
 * `on` is the legal day in Asia/Shanghai; `at` the legal instant where it is known; `recordedAt` is ours.
 */
export type Act = {
  /** Place in the matter, from 1. */
  readonly n: number
  /** Id of the vocabulary of acts (INTERFACES). */
  readonly act: string
  /** Key of the act within its procedure file; a record from outside may lack it, then act, instrument, label and role tell. */
  readonly key?: string
  readonly on: Day
  readonly at?: Instant
  readonly recordedAt?: Instant
  readonly by: PartyKey
  readonly person?: { readonly id: string; readonly name: string; readonly office: string; readonly under?: Under }
  readonly to?: readonly PartyKey[]
  readonly instrument?: string
  readonly what?: string
  readonly result?: string
  /** The act (its `n`) that this one corrects, approves, serves, acknowledges, answers. */
  readonly of?: number
  readonly demands?: readonly Demand[]
  readonly answers?: readonly Answer[]
  readonly findings?: readonly Finding[]
  /** Everything else that the procedure's form asks for; plain JSON. */
  readonly form?: Readonly<Record<string, unknown>>
}

export type Organ = { readonly name: string; readonly role: string; readonly level?: string; readonly superior?: PartyKey }

/** What a person acted under who did not hold the office: an acting appointment or a delegation, by whom and on which decision. */
export type Under = { readonly kind: 'acting' | 'delegated'; readonly office?: string; readonly power?: string; readonly by: string; readonly basis: string }

/** A matter as the core sees it: who takes part, what kind it is, what was done. */
export type Matter = {
  /** As the record names it; replays have none. */
  readonly id?: string
  readonly procedure: string
  readonly organs: Readonly<Record<PartyKey, Organ>>
  readonly acts: readonly Act[]
  /** A person is detained: the last day does not roll (刑诉法105). */
  readonly custody?: boolean
}

// The shapes of what is checked while somebody writes; they are those of the wire contract.
import type { Day, Text } from '@hengjian/law'

export type Check = { readonly id: string; readonly level: 'must' | 'should' | 'passed'; readonly title: Text; readonly detail: Text; readonly field?: string; readonly demand?: number; readonly suggestion?: string; readonly provision?: string }
export type Element = { readonly title: Text; readonly present: boolean; readonly provision: string }
export type Citation = { readonly law: string; readonly article: string; readonly status: string; readonly ok: boolean }
export type Power = { readonly title: Text; readonly level: Text; readonly provision: string }

/** A sentence quoted by the lawbook, in the version that it was read in. */
export type LawSource = { readonly law: string; readonly article: string; readonly versionDate: string; readonly inForce?: { readonly from: Day | null; readonly to: Day | null } }

/** An instrument as the lawbook describes it; only what the checks look at. */
export type LawInstrument = {
  readonly id: string
  readonly title: Text
  readonly elements: readonly string[]
  /** False when no source lists what the instrument must contain. */
  readonly elementsListed: boolean
  readonly elementsProvision: string | null
  readonly approver: { readonly text: Text; readonly level: string; readonly provision: string } | null
}

/** What the checks need of the law and of the matter; `server` fills it from the lawbook and the record. */
export type CheckContext = {
  readonly instrument: LawInstrument | null
  readonly sources: readonly LawSource[]
  /** The day that the paper would be signed on, and that citations must hold on. */
  readonly signedOn: Day
  /** Names of persons that stand in the record of the matter and must not stand in full in a paper that goes out. */
  readonly persons?: readonly string[]
  /** Demands of earlier papers to the same organ or in the same field. */
  readonly earlier?: readonly { readonly docNo: string; readonly demand: number; readonly text: string; readonly outcome?: Text }[]
}

export type Checked = { readonly checks: readonly Check[]; readonly elements: readonly Element[]; readonly citations: readonly Citation[]; readonly powers: readonly Power[] }

// Rows of the record as the values that core and the desks work with.
import type { Act, FileRef, Matter } from '@hengjian/core'
import type { Day, Instant } from '@hengjian/law'
import type { LoadedMatter, MatterRow, StoredAct } from '../types.ts'
import { bodyOf } from './bytes.ts'
import { partiesOf, type Organs } from './parties.ts'

export type MatterRecord = {
  readonly id: string; readonly owner: string; readonly no: string; readonly procedure: string; readonly title: string; readonly subject: string | null; readonly organs: readonly string[]; readonly labels: readonly string[]
  readonly custody: boolean; readonly opened_on: Day; readonly sealed: boolean; readonly version: number; readonly stage: string; readonly closed: boolean; readonly light: MatterRow['light']; readonly next_due: Day | null; readonly rung: MatterRow['rung']
  readonly handler: string | null; readonly clue: string | null; readonly source: string | null
}
export type ActRecord = { readonly id: string; readonly matter_id: string; readonly n: number; readonly body: Buffer; readonly sha256: Buffer; readonly idx: number | null }

/** Columns of a matter with its inner part; `m` and `i` are the aliases. The inner part reads as null for other organs. */
export const matterColumns = `m.id, m.owner, m.no, m.procedure, m.title, m.subject, m.organs, m.labels, m.custody, m.opened_on, m.sealed, m.version, m.stage, m.closed, m.light, m.next_due, m.rung`
export const actColumns = `a.id, a.matter_id, a.n, a.body, a.sha256, l.idx`

export const rowOf = (m: MatterRecord): MatterRow => ({
  id: m.id, no: m.no, title: m.title, procedure: m.procedure, owner: m.owner, subject: m.subject, handler: m.handler ?? null, sealed: m.sealed, labels: m.labels, openedOn: m.opened_on, version: m.version,
  stage: m.stage, closed: m.closed, light: m.light, nextDue: m.next_due, rung: m.rung,
})

export function storedAct(row: ActRecord): StoredAct {
  const { act, files } = bodyOf(row.body)
  return { ...act, recordedAt: act.recordedAt as Instant, id: row.id, hash: row.sha256.toString('hex'), receiptNo: row.idx === null ? null : row.idx + 1, files }
}

/** What core sees. `acts` in order; organs in the order in which they came in. */
export function matterFor(m: Pick<MatterRecord, 'procedure' | 'owner' | 'subject' | 'organs' | 'custody'> & { readonly id?: string }, acts: readonly Act[], organs: Organs, also: readonly string[] = []): Matter {
  const named = [m.owner, ...(m.subject === null ? [] : [m.subject]), ...m.organs, ...acts.flatMap((act) => [act.by, ...(act.to ?? [])]), ...also]
  return { ...(m.id === undefined ? {} : { id: m.id }), procedure: m.procedure, organs: partiesOf(organs, m.procedure, named), acts, ...(m.custody ? { custody: true } : {}) }
}

/** `core`: the acts that core computes with; `shown`: those that may be shown. */
export const loaded = (m: MatterRecord, core: readonly Act[], shown: readonly StoredAct[], organs: Organs, knownAt: Instant | null = null): LoadedMatter =>
  ({ ...rowOf(m), clue: m.clue ?? null, source: m.source ?? null, matter: matterFor(m, core, organs), acts: shown, knownAt })

/** An act as core knows it: without what the store adds. */
export function plainAct(act: StoredAct): Act {
  const { id: _id, hash: _hash, receiptNo: _no, files: _files, ...rest } = act
  return rest
}

export type { FileRef }

// The bytes of an act: what is hashed, chained, put into the tree and carried by a receipt (verify/FORMAT.md).
import type { Act, FileRef } from '@hengjian/core'
import type { Day } from '@hengjian/law'
import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** What the opening act says of its matter, so that this too cannot be changed unseen. */
export type Opening = {
  readonly no: string; readonly owner: string; readonly procedure: string; readonly title: string; readonly subject: string | null; readonly organs: readonly string[]
  readonly labels: readonly string[]; readonly custody: boolean; readonly sealed: boolean; readonly openedOn: Day; readonly clue: string | null; readonly source: string | null
}
export type Body = {
  readonly format: 'hengjian-act/1'
  readonly id: string
  readonly matter: string
  /** Both hashes of the act before in the matter; zeros for the first. */
  readonly prior: { readonly sha256: string; readonly sm3: string }
  readonly act: Act
  readonly files: readonly FileRef[]
  readonly opening?: Opening
}
export type Hashed = { readonly bytes: Buffer; readonly sha256: Buffer; readonly sm3: Buffer }

export const noPrior = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) } as const

export const sm3 = (bytes: Uint8Array): Buffer => createHash('sm3').update(bytes).digest()
export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Canonical bytes of an act with both hashes. Throws NotCanonical. */
export function hashed(body: Body): Hashed {
  const bytes = Buffer.from(canonical(body), 'utf8')
  return { bytes, sha256: sha256(bytes), sm3: sm3(bytes) }
}

const reader = new TextDecoder('utf-8', { fatal: true })
/** What stands in stored bytes. Throws on bytes that are not UTF-8 JSON: stored ones always are, unless somebody changed them. */
export const bodyOf = (bytes: Uint8Array): Body => JSON.parse(reader.decode(bytes)) as Body

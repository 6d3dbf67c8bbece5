// Checks one receipt with nothing but the receipt. The same order and words as verify/verify.py.
import type { Instant } from '@hengjian/law'
import { sha256, sm3, bodyOf, noPrior } from '../record/bytes.ts'
import { canonical } from '../record/canonical.ts'
import type { Receipt } from '../types.ts'
import { fingerprint, readNote, signedBy } from './head.ts'
import { leafHash, rootFromPath } from './merkle.ts'

export type ReceiptCheck = { readonly what: 'form' | 'sha256' | 'sm3' | 'content' | 'prior' | 'leaf' | 'path' | 'head' | 'signature'; readonly good: boolean; readonly detail: string }
export type ReceiptReport = { readonly ok: boolean; readonly sealed: boolean; readonly checks: readonly ReceiptCheck[]; readonly act: string; readonly matter: string; readonly n: number; readonly recordedAt: Instant; readonly sealedAt: Instant | null; readonly key: string | null }

const hex = /^([0-9a-f]{2})*$/
const digest = (value: unknown): value is string => typeof value === 'string' && value.length === 64 && hex.test(value)
const base64 = (value: unknown): Buffer | null => {
  if (typeof value !== 'string') return null
  const bytes = Buffer.from(value, 'base64')
  return bytes.toString('base64') === value ? bytes : null
}
const members = ['format', 'act', 'matter', 'n', 'recordedAt', 'bytes', 'sha256', 'sm3', 'prior', 'leaf']
const leafMembers = ['index', 'hash', 'size', 'path', 'root', 'head', 'signature', 'publicKey']

/** A value as a receipt; null for anything that has not exactly its form. */
export function readReceipt(value: unknown): Receipt | null {
  if (typeof value !== 'object' || value === null) return null
  const it = value as Partial<Receipt>
  if (Object.keys(value).some((name) => !members.includes(name)) || it.format !== 'hengjian-receipt/1') return null
  if (typeof it.act !== 'string' || typeof it.matter !== 'string' || typeof it.recordedAt !== 'string' || !Number.isSafeInteger(it.n) || (it.n ?? 0) < 1) return null
  if (base64(it.bytes) === null || !digest(it.sha256) || !digest(it.sm3) || !digest(it.prior) || it.leaf === undefined) return null
  const leaf = it.leaf
  if (leaf !== null) {
    if (typeof leaf !== 'object' || Object.keys(leaf).some((name) => !leafMembers.includes(name))) return null
    if (!Number.isSafeInteger(leaf.index) || !Number.isSafeInteger(leaf.size) || leaf.index < 0 || leaf.index >= leaf.size || !digest(leaf.hash) || !digest(leaf.root) || !Array.isArray(leaf.path) || !leaf.path.every(digest)) return null
    if (typeof leaf.head !== 'string' || base64(leaf.signature)?.length !== 64 || base64(leaf.publicKey)?.length !== 32) return null
  }
  return it as Receipt
}

/** Every check in order; `ok` only when all are good. A receipt that is not yet sealed is checked as far as it goes and says so. */
export function verifyReceipt(receipt: Receipt): ReceiptReport {
  const bytes = Buffer.from(receipt.bytes, 'base64')
  const checks: ReceiptCheck[] = []
  const check = (what: ReceiptCheck['what'], good: boolean, detail: string): void => { checks.push({ what, good, detail }) }
  check('sha256', sha256(bytes).toString('hex') === receipt.sha256, 'SHA-256 of the bytes')
  check('sm3', sm3(bytes).toString('hex') === receipt.sm3, 'SM3 of the bytes')
  try {
    const body = bodyOf(bytes)
    check('content', body.format === 'hengjian-act/1' && body.id === receipt.act && body.matter === receipt.matter && body.act.n === receipt.n && body.act.recordedAt === receipt.recordedAt && canonical(body) === bytes.toString('utf8'), 'act, matter, number and time are those of the bytes')
    check('prior', body.prior.sha256 === receipt.prior && (receipt.n > 1) === (receipt.prior !== noPrior.sha256), 'continues the chain that the bytes name')
  } catch { check('content', false, 'the bytes are not UTF-8 JSON') }
  const leaf = receipt.leaf
  const note = leaf === null ? null : readNote(leaf.head)
  if (leaf !== null) {
    const mine = leafHash(bytes)
    check('leaf', mine.toString('hex') === leaf.hash, 'leaf hash of the bytes')
    check('path', rootFromPath(mine, leaf.index, leaf.size, leaf.path.map((part) => Buffer.from(part, 'hex')))?.toString('hex') === leaf.root, `entry ${leaf.index} of ${leaf.size} leads to the root`)
    check('head', note !== null && note.size === leaf.size && note.root === leaf.root, 'the signed text names this size and root')
    check('signature', signedBy(leaf.head, Buffer.from(leaf.signature, 'base64'), Buffer.from(leaf.publicKey, 'base64')), 'Ed25519 signature of the head')
  }
  return { ok: checks.every(({ good }) => good), sealed: leaf !== null, checks, act: receipt.act, matter: receipt.matter, n: receipt.n, recordedAt: receipt.recordedAt, sealedAt: note?.at ?? null, key: leaf === null ? null : fingerprint(Buffer.from(leaf.publicKey, 'base64')) }
}

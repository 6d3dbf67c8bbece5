import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Receipt } from '../api/wire.gen.ts'
import { hex, leafHash, nodeHash, rootOf, verifyReceipt } from './verify.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** RFC 9162, 2.1.1: the definition itself, to hold the path algorithm against. */
const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1)
const root = (leaves: readonly Uint8Array[]): Uint8Array => { const k = split(leaves.length); return leaves.length === 1 ? leafHash(leaves[0] as Uint8Array) : nodeHash(root(leaves.slice(0, k)), root(leaves.slice(k))) }
const path = (m: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] => {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))]
}

test('the path of every leaf of every tree up to 20 leads to the root, and to no other', () => {
  for (let size = 1; size <= 20; size++) {
    const leaves = Array.from({ length: size }, (_, i) => bytes(`act ${i}`))
    for (let m = 0; m < size; m++) {
      assert.equal(hex(rootOf(leafHash(leaves[m] as Uint8Array), m, size, path(m, leaves)) ?? new Uint8Array()), hex(root(leaves)), `leaf ${m} of ${size}`)
      if (size > 1) assert.notEqual(hex(rootOf(leafHash(bytes('forged')), m, size, path(m, leaves)) ?? new Uint8Array()), hex(root(leaves)))
    }
  }
  assert.equal(rootOf(leafHash(bytes('a')), 0, 4, []), null)
})

test('M11.1: one changed byte of a receipt is found, and it is said which check found it', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e'].map(bytes)
  const content = leaves[2] as Uint8Array
  const receipt: Receipt = {
    format: 'hengjian-receipt/1', act: 'x', matter: 'm', n: 3, recordedAt: '2026-10-13T09:00:00+08:00', bytes: Buffer.from(content).toString('base64'),
    sha256: createHash('sha256').update(content).digest('hex'), sm3: createHash('sm3').update(content).digest('hex'), prior: '',
    leaf: { index: 2, hash: hex(leafHash(content)), size: 5, path: path(2, leaves).map(hex), root: hex(root(leaves)), head: '', signature: '', publicKey: '' },
  }
  const bad = (changed: Receipt): readonly string[] => verifyReceipt(changed).filter((finding) => finding.good !== true).map((finding) => finding.what)
  assert.deepEqual(bad(receipt), [])
  assert.deepEqual(bad({ ...receipt, bytes: Buffer.from('C').toString('base64') }), ['bytes', 'sm3', 'leaf'])
  assert.deepEqual(bad({ ...receipt, sm3: `0${receipt.sm3.slice(1)}` }), ['sm3'])
  assert.deepEqual(bad({ ...receipt, leaf: { ...receipt.leaf as NonNullable<Receipt['leaf']>, index: 3 } }), ['path'])
  assert.deepEqual(verifyReceipt({ ...receipt, leaf: null }).at(-1), { what: 'leaf', good: null })
})

// Checks a receipt with nothing but the receipt: content against its fingerprints, the leaf, the path to the root. Runs in the browser.
import type { Receipt } from '../api/wire.gen.ts'
import { sha256 } from './sha256.ts'
import { sm3 } from './sm3.ts'

/** What was checked, in the order of checking; `null`: it could not be checked here. */
export type Finding = { readonly what: 'bytes' | 'sm3' | 'leaf' | 'path'; readonly good: boolean | null }

export const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) { out.set(part, place); place += part.length }
  return out
}

/** RFC 9162: a leaf and a node are hashed under different first bytes, so that neither can pass for the other. */
export const leafHash = (bytes: Uint8Array): Uint8Array => sha256(joined(new Uint8Array([0]), bytes))
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined(new Uint8Array([1]), left, right))

/** The root that `path` leads to from leaf `index` of a tree of `size` leaves; null when the path has the wrong length (RFC 9162, 2.1.3.2). */
export const rootOf = (leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | null => {
  if (index >= size) return null
  let fn = index
  let sn = size - 1
  let root = leaf
  for (const sibling of path) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root)
      if (fn % 2 === 0) while (fn % 2 === 0 && fn !== 0) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2) }
    } else root = nodeHash(root, sibling)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? root : null
}

/** Every check that the receipt itself allows. */
export const verifyReceipt = (receipt: Receipt): readonly Finding[] => {
  const bytes = fromBase64(receipt.bytes)
  const digest = sha256(bytes)
  const findings: Finding[] = [{ what: 'bytes', good: hex(digest) === receipt.sha256 }, { what: 'sm3', good: hex(sm3(bytes)) === receipt.sm3 }]
  const leaf = receipt.leaf
  if (leaf === null) return [...findings, { what: 'leaf', good: null }]
  const mine = leafHash(bytes)
  const root = rootOf(fromHex(leaf.hash), leaf.index, leaf.size, leaf.path.map(fromHex))
  return [...findings, { what: 'leaf', good: hex(mine) === leaf.hash }, { what: 'path', good: root !== null && hex(root) === leaf.root }]
}

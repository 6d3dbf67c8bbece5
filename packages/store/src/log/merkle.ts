// The tree of RFC 9162 (2.1) over SHA-256: leaves and nodes are hashed under different first bytes. Only complete subtrees are kept, as (level, index).
import { createHash } from 'node:crypto'

const under = (first: number, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256').update(Uint8Array.of(first))
  for (const part of parts) hash.update(part)
  return hash.digest()
}
export const leafHash = (bytes: Uint8Array): Buffer => under(0, bytes)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => under(1, left, right)
export const emptyRoot = (): Buffer => createHash('sha256').digest()

export type NodeId = { readonly level: number; readonly idx: number }
/** Hash of a complete subtree; it must exist. */
export type Nodes = (level: number, idx: number) => Buffer

/** The complete subtrees that leaves `from` … `to` − 1 consist of, left to right; `from` must be aligned as in every split of RFC 9162. */
export function spans(from: number, to: number): readonly NodeId[] {
  const found: NodeId[] = []
  let at = from
  while (at < to) {
    let level = 0
    while (2 ** (level + 1) <= to - at && at % 2 ** (level + 1) === 0) level++
    found.push({ level, idx: at / 2 ** level })
    at += 2 ** level
  }
  return found
}

/** Root over leaves `from` … `to` − 1. */
export function rootOver(nodes: Nodes, from: number, to: number): Buffer {
  const parts = spans(from, to).map(({ level, idx }) => nodes(level, idx))
  return parts.length === 0 ? emptyRoot() : parts.reduceRight((right, left) => nodeHash(left, right))
}

const split = (n: number): number => { let k = 1; while (k * 2 < n) k *= 2; return k }
type Range = readonly [from: number, to: number]

/** Ranges whose roots are the path of leaf `index` in a tree of `size` leaves, from the leaf upwards. */
export function pathRanges(index: number, size: number): readonly Range[] {
  const walk = (from: number, to: number): readonly Range[] => {
    if (to - from === 1) return []
    const middle = from + split(to - from)
    return index < middle ? [...walk(from, middle), [middle, to]] : [...walk(middle, to), [from, middle]]
  }
  return walk(0, size)
}

/** Ranges whose roots prove that the tree of `first` leaves is the beginning of the tree of `second` leaves (RFC 9162, 2.1.4.1). */
export function consistencyRanges(first: number, second: number): readonly Range[] {
  const walk = (m: number, from: number, to: number, whole: boolean): readonly Range[] => {
    if (m === to - from) return whole ? [] : [[from, to]]
    const k = split(to - from)
    return m <= k ? [...walk(m, from, from + k, whole), [from + k, to]] : [...walk(m - k, from + k, to, false), [from, from + k]]
  }
  return first === second || first === 0 ? [] : walk(first, 0, second, true)
}

/** Every complete subtree that ends when leaf `index` is added, upwards; each is made from the one before and its left neighbour. */
export function closedBy(index: number, hash: Buffer, nodes: Nodes): readonly (NodeId & { readonly hash: Buffer })[] {
  const made: (NodeId & { readonly hash: Buffer })[] = [{ level: 0, idx: index, hash }]
  let [level, idx, mine] = [0, index, hash]
  while (idx % 2 === 1) {
    mine = nodeHash(nodes(level, idx - 1), mine)
    level++
    idx = (idx - 1) / 2
    made.push({ level, idx, hash: mine })
  }
  return made
}

/** The root that a path leads to (RFC 9162, 2.1.3.2); null when it has the wrong length. */
export function rootFromPath(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null {
  if (index < 0 || index >= size) return null
  let [fn, sn, root] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root)
      while (fn % 2 === 0 && fn !== 0) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2) }
    } else root = nodeHash(root, sibling)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return sn === 0 ? root : null
}

/** Whether `path` proves that the tree with `firstRoot` is the beginning of the one with `secondRoot` (RFC 9162, 2.1.4.2). */
export function consistent(first: number, second: number, firstRoot: Buffer, secondRoot: Buffer, path: readonly Buffer[]): boolean {
  if (first < 1 || first > second) return false
  if (first === second) return path.length === 0 && firstRoot.equals(secondRoot)
  const parts = Number.isInteger(Math.log2(first)) ? [firstRoot, ...path] : [...path]
  let [fn, sn] = [first - 1, second - 1]
  while (fn % 2 === 1) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2) }
  const start = parts.shift()
  if (start === undefined) return false
  let [older, newer] = [start, start]
  for (const part of parts) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(part, older)
      newer = nodeHash(part, newer)
      while (fn % 2 === 0 && fn !== 0) { fn = Math.floor(fn / 2); sn = Math.floor(sn / 2) }
    } else newer = nodeHash(newer, part)
    fn = Math.floor(fn / 2)
    sn = Math.floor(sn / 2)
  }
  return older.equals(firstRoot) && newer.equals(secondRoot) && sn === 0
}

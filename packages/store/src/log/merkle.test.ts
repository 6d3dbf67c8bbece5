import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closedBy, consistencyRanges, consistent, emptyRoot, leafHash, nodeHash, pathRanges, rootFromPath, rootOver, spans } from './merkle.ts'
import { nodesFrom } from './sealer.ts'

const leaf = (i: number): Buffer => leafHash(Buffer.from(`act ${i}`))
/** RFC 9162, 2.1.1, as it is written there. */
const defined = (from: number, to: number): Buffer => kept.get(`${from}-${to}`) ?? kept.set(`${from}-${to}`, byDefinition(from, to)).get(`${from}-${to}`) as Buffer
const kept = new Map<string, Buffer>()
const byDefinition = (from: number, to: number): Buffer => {
  if (to === from) return emptyRoot()
  if (to - from === 1) return leaf(from)
  let k = 1
  while (k * 2 < to - from) k *= 2
  return nodeHash(defined(from, from + k), defined(from + k, to))
}
const nodes = nodesFrom([])
const most = 33
for (let i = 0; i < most; i++) for (const { level, idx, hash } of closedBy(i, leaf(i), nodes.get)) nodes.put(level, idx, hash)
const over = ([from, to]: readonly [number, number]): Buffer => rootOver(nodes.get, from, to)

test('roots, paths and growth are those of RFC 9162 for every tree up to thirty-three leaves', () => {
  for (let size = 1; size <= most; size++) {
    const root = defined(0, size)
    assert.deepEqual(over([0, size]), root, `root of ${size}`)
    for (let index = 0; index < size; index++) {
      const path = pathRanges(index, size).map(over)
      assert.deepEqual(rootFromPath(leaf(index), index, size, path), root, `leaf ${index} of ${size}`)
      assert.notDeepEqual(rootFromPath(leaf(index + 1), index, size, path), root)
      if (size > 1) assert.notDeepEqual(rootFromPath(leaf(index), index, size, path.slice(1)), root)
    }
    for (let first = 1; first <= size; first++) {
      const path = consistencyRanges(first, size).map(over)
      assert.ok(consistent(first, size, defined(0, first), root, path), `${first} to ${size}`)
      assert.ok(!consistent(first, size, leaf(99), root, path) && !consistent(first, size, defined(0, first), leaf(99), path))
      if (first < size) assert.ok(!consistent(first, size, defined(0, first), root, [...path, leaf(0)]))
    }
  }
})

test('a path of a million leaves is twenty hashes, each made from at most twenty stored nodes', () => {
  const ranges = pathRanges(765_432, 1_000_000)
  assert.equal(ranges.length, 20)
  assert.ok(ranges.every(([from, to]) => spans(from, to).length <= 20))
})

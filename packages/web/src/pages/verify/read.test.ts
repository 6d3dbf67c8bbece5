import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReceipt } from './read.ts'

const good = { format: 'hengjian-receipt/1', act: 'a1', matter: 'm1', n: 3, recordedAt: '2026-10-13T09:10:00+08:00', bytes: 'YWJj', sha256: 'ab', sm3: 'cd', prior: '', leaf: { index: 0, size: 1, hash: 'ab', path: [], root: 'ab', head: '', signature: '', publicKey: '' } }

test('a receipt is read, sealed or not yet', () => {
  assert.equal(readReceipt(JSON.stringify(good))?.n, 3)
  assert.equal(readReceipt(JSON.stringify({ ...good, leaf: null }))?.leaf, null)
})
test('anything else is named as no receipt and does not break the page', () => {
  for (const text of ['', 'null', '[]', '{}', '"x"', 'not json', JSON.stringify({ ...good, format: 'hengjian-receipt/9' }), JSON.stringify({ ...good, bytes: 'not base64!' }), JSON.stringify({ ...good, sha256: 7 }), JSON.stringify({ ...good, recordedAt: 'yesterday' }), JSON.stringify({ ...good, leaf: { ...good.leaf, path: ['zz'] } }), JSON.stringify({ ...good, leaf: undefined })]) assert.equal(readReceipt(text), null, text)
})

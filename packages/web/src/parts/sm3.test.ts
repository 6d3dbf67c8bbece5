import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sm3 } from './sm3.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('GB/T 32905 A.1: the digest of abc', () => {
  assert.equal(hex(sm3(new TextEncoder().encode('abc'))), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('the same digest as the platform for every length around a block, so that a receipt is judged alike here and by the server', () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = randomBytes(length)
    assert.equal(hex(sm3(bytes)), createHash('sm3').update(bytes).digest('hex'), `length ${length}`)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean, moved } from './demands.ts'

const three = [{ no: 1, text: '甲' }, { no: 2, text: '乙' }, { no: 3, text: '丙' }]

test('a moved demand takes the number of its new place; at the ends nothing moves', () => {
  assert.deepEqual(moved(three, 2, -1).map((demand) => `${demand.no}${demand.text}`), ['1甲', '2丙', '3乙'])
  assert.equal(moved(three, 0, -1), three)
  assert.equal(moved(three, 2, 1), three)
})

test('an emptied standard or date is left out, not recorded as an empty text', () => {
  assert.deepEqual(clean({ no: 1, text: '甲', standard: '', by: '2026-12-01', verifiedHow: '' }), { no: 1, text: '甲', by: '2026-12-01' })
})

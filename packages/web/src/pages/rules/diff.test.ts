import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diff, type Piece } from './diff.ts'

const side = (pieces: readonly Piece[], without: Piece['kind']): string => pieces.filter(({ kind }) => kind !== without).map(({ text }) => text).join('')

test('both texts can be read off their differences', () => {
  const [old, now] = ['行政机关应当在收到检察建议书后一个月内依法办理，并将办理情况及时书面回复人民检察院。', '行政机关应当在收到检察建议书之日起两个月内依法履行职责，并书面回复人民检察院。']
  const pieces = diff(old, now)
  assert.equal(side(pieces, 'added'), old)
  assert.equal(side(pieces, 'gone'), now)
  assert.ok(pieces.some(({ kind, text }) => kind === 'same' && text.includes('行政机关应当在收到检察建议书')))
  assert.ok(pieces.some(({ kind, text }) => kind === 'added' && text.includes('两')))
})
test('equal texts have no difference, empty ones no piece', () => {
  assert.deepEqual(diff('同', '同'), [{ text: '同', kind: 'same' }])
  assert.deepEqual(diff('', ''), [])
  assert.deepEqual(diff('', '新'), [{ text: '新', kind: 'added' }])
})
test('an island of two characters belongs to the change around it', () => assert.deepEqual(diff('甲甲甲一月乙乙', '丙丙一月丁丁丁').map(({ kind }) => kind), ['gone', 'added']))

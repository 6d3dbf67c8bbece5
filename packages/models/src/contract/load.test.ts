import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datasets } from './load.ts'

test('every contract says in Chinese and in English what a row is and how often it comes', () => {
  const wrong = datasets().filter(({ grain, cadence }) => [grain, cadence].some(({ zh, en }) => !/^\p{Script=Han}/u.test(zh) || /[a-z]{2}/.test(zh) || !/^[a-z]/.test(en)) || grain.en.startsWith('one row')).map(({ id }) => id)
  assert.deepEqual(wrong, [])
  assert.equal(datasets().length, 89)
})

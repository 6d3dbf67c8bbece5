import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filtered } from './filtering.ts'

test('every word counts, in any order and any writing of an article', () => {
  const rows = ['检察建议规定第二十四条 督促', '刑诉规则第五百六十四条 催办']
  assert.deepEqual(filtered(rows, '督促 24', (row) => row), [rows[0]])
  assert.deepEqual(filtered(rows, '第564条', (row) => row), [rows[1]])
  assert.deepEqual(filtered(rows, ' ', (row) => row), rows)
  assert.deepEqual(filtered(rows, '督促 催办', (row) => row), [])
})

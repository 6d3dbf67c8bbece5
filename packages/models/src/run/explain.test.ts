import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datasetOf } from '../contract/load.ts'
import { shownOf } from './explain.ts'

const shown = (dataset: string, name: string, row: Readonly<Record<string, unknown>>) => {
  const field = datasetOf(dataset)?.fields.find((one) => one.name === name)
  assert.ok(field)
  return shownOf(field, row)
}

test('M5.9 the heading of an amount names the unit of the figure below it, whatever unit was delivered', () => {
  const fine = (row: Readonly<Record<string, unknown>>) => shown('admin_penalty', 'CF_NR_FK', row)
  assert.deepEqual(fine({ CF_NR_FK: 20000, CF_NR_FK__raw: '20000' }), { title: '罚款金额(元)', value: '20000' }, 'the file said 元 in its head')
  assert.deepEqual(fine({ CF_NR_FK: 20000, CF_NR_FK__raw: '2' }), { title: '罚款金额(元)', value: '20000' }, '万元 as the standard has it')
  assert.deepEqual(fine({ CF_NR_FK: 20000, CF_NR_FK__raw: '约2万元' }), { title: '罚款金额(元)', value: '20000（约2万元）' }, 'words are not sharpened in silence')
  assert.deepEqual(fine({ CF_NR_FK: null, CF_NR_FK__raw: '两三万' }), { title: '罚款金额(万元)', value: '两三万' }, 'unreadable: as delivered')
  assert.deepEqual(shown('admin_penalty', 'value_amount', { value_amount: 300.5 })?.value, '300.5')
  assert.equal(fine({ CF_NR_FK: null, CF_NR_FK__raw: null }), null)
})

test('M5.9 other fields stand as they were delivered, under the provider’s own heading', () => {
  assert.deepEqual(shown('admin_penalty', 'CF_JDRQ', { CF_JDRQ: '2023-02-13', CF_JDRQ__raw: '二0二三年二月十三日' })?.value, '二0二三年二月十三日')
  assert.deepEqual(shown('admin_penalty', 'quantity', { quantity: 334.98, quantity__raw: '334.98' }), { title: '涉案数量', value: '334.98' }, 'its unit stands in the field beside it')
})

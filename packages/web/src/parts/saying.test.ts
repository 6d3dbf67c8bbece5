import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day as dayEn } from '../words/en/day.ts'
import { light as lightEn } from '../words/en/light.ts'
import { day } from '../words/zh/day.ts'
import { light } from '../words/zh/light.ts'
import { saying, type Dated } from './saying.ts'

const zh = { light, day }
const of = (change: Partial<Dated>): Dated => ({ light: 'within', status: 'open', due: '2026-10-26', daysLeft: 13, ...change })

test('a light reads as a sentence: 逾期五天，2026年10月8日届满', () => {
  assert.deepEqual(saying(of({ light: 'overdue', status: 'overdue', due: '2026-10-08', daysLeft: -5 }), zh), { short: '逾期 5 天', whole: '逾期五天，2026年10月8日届满' })
  assert.deepEqual(saying(of({ light: 'overdue', status: 'overdue', due: '2026-09-01', daysLeft: -42 }), zh).whole, '逾期四十二天，2026年9月1日届满')
})
test('the last day says today, not 0 days', () => assert.equal(saying(of({ light: 'near', daysLeft: 0 }), zh).short, '今日到期'))
test('days that remain', () => assert.deepEqual(saying(of({}), zh), { short: '剩 13 天', whole: '还剩十三天，2026年10月26日届满' }))
test('late fulfilment is told apart from fulfilment in time', () => {
  assert.equal(saying(of({ light: 'done', status: 'discharged-late' }), zh).short, '逾期履行')
  assert.equal(saying(of({ light: 'done', status: 'discharged-in-time' }), zh).short, '已履行')
})
test('a duty without a date still says its state', () => assert.deepEqual(saying(of({ light: 'paused', status: 'suspended', due: null, daysLeft: null }), zh), { short: '暂停计算', whole: '暂停计算' }))
test('the same in English', () => assert.equal(saying(of({ light: 'overdue', status: 'overdue', due: '2026-10-08', daysLeft: -5 }), { light: lightEn, day: dayEn }).whole, 'overdue by 5 days, was due 8 Oct 2026'))

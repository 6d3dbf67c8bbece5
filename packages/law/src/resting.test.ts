// A line of the ledger points at one sentence, or at none (M: explanation, each line with its provision).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restsOn } from './resting.ts'

const article21 = '人民检察院应当向行政机关提出检察建议，督促其依法履行职责。行政机关应当在收到检察建议书之日起两个月内依法履行职责，并书面回复人民检察院。出现紧急情形的，行政机关应当在十五日内书面回复。'
const [two, fifteen] = [{ amount: 2, unit: 'months' }, { amount: 15, unit: 'days' }] as const

test('the sentence that states the period, and no other', () => {
  assert.equal(restsOn(article21, 'period', '期间两个月，至2026-10-07', [two, fifteen]), '行政机关应当在收到检察建议书之日起两个月内依法履行职责，并书面回复人民检察院。')
  assert.equal(restsOn(article21, 'period', '期间十五日', [two, fifteen]), '出现紧急情形的，行政机关应当在十五日内书面回复。')
})
test('first day and last day by their own sentences', () => {
  const article85 = '期间以时、日、月、年计算。期间开始的时和日，不计算在期间内。期间届满的最后一日是法定休假日的，以法定休假日后的第一日为期间届满的日期。'
  assert.equal(restsOn(article85, 'count', '次日起算', []), '期间开始的时和日，不计算在期间内。')
  assert.equal(restsOn(article85, 'roll', '顺延', []), '期间届满的最后一日是法定休假日的，以法定休假日后的第一日为期间届满的日期。')
})
test('a provision that says it twice, or in one sentence, is not cut', () => {
  assert.equal(restsOn('七日内通知。七日内送达。', 'period', '期间七日', [{ amount: 7, unit: 'days' }]), null)
  assert.equal(restsOn('应当在七日内书面说明。', 'period', '期间七日', [{ amount: 7, unit: 'days' }]), null)
  assert.equal(restsOn(article21, 'start', '收到之日', [two]), null)
})

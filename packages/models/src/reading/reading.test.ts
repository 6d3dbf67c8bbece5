import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agrees, amountsAfter } from '../checking/amounts.ts'
import { meantDay, readDay } from './days.ts'
import { chineseMoney, readNumber, times, unitOf } from './numbers.ts'

const value = (text: string): unknown => { const found = readNumber(text); return typeof found === 'string' ? found : [found.value, found.unit, found.approximate] }

test('M9.1 amounts in capital words are read, and only whole ones', () => {
  for (const [text, wanted] of [['叁万捌仟', 38000], ['壹佰捌拾肆万伍仟元整', 1845000], ['人民币伍仟元叁角贰分', 5000.32], ['一亿二千万元', 120000000], ['壹万零伍拾圆', 10050], ['拾万元', 100000], ['伍佰肆拾伍元整', 545], ['三万八', 30008], ['元整', 0], ['甲万', null], ['一二三', null]] as const) assert.equal(chineseMoney(text), wanted, text)
})

test('numbers as people write them', () => {
  for (const [text, wanted] of [['1,234,567.50', [1234567.5, null, false]], ['￥5,000.00', [5000, null, false]], ['１２３', [123, null, false]], ['3.5万元', [3.5, '万元', false]], ['约200', [200, null, true]], ['3吨以上', [3, '吨', true]], ['1845000元（壹佰捌拾肆万伍仟元整）', [1845000, '元', false]], ['壹万元（20000元）', 'amount-contradiction'], ['1,23', 'not-a-number'], ['1e999', 'not-finite'], ['五', [5, null, false]], ['=1+1', 'not-a-number']] as const) assert.deepEqual(value(text), wanted, text)
  assert.deepEqual([times(1.63, 10000), times(0.57, 10000), times(1e-7, 10000), times(2.1, 15)], [16300, 5700, 0.001, 31.5])
  assert.deepEqual([unitOf('㎡'), unitOf('公顷')?.factor, unitOf('光年')], [{ unit: '亩', factor: 0.0015 }, 15, null])
})

test('M9.1 days: only those of the calendar; figures run together are never divided by us', () => {
  for (const text of ['2024-09-30', '2024/9/30', '2024.9.30', '20240930', '2024年9月30日', '２０２４－０９－３０', '二〇二四年九月三十日', '二0二四年九月三十日', '2024-09-30 00:00:00', '2024-09-30T08:00+08:00']) assert.equal((readDay(text) as { day: string }).day, '2024-09-30', text)
  for (const [text, wanted] of [['2023-02-30', 'no-such-day'], ['2023-02-29', 'no-such-day'], ['20230230', 'no-such-day'], ['2024-13-01', 'no-such-day'], ['2024930日', 'date-run-together'], ['20229月', 'date-run-together'], ['2024-09', 'date-incomplete'], ['45565', 'date-serial'], ['明天', 'not-a-date'], ['2024-09-30T08:00Z', 'not-a-date']] as const) assert.equal(readDay(text), wanted, text)
  assert.deepEqual([meantDay('2024930日'), meantDay('2024111日'), meantDay('2024')], ['2024-09-30', null, null])
})

test('an amount that the text tells otherwise is found', () => {
  assert.deepEqual(amountsAfter('没收违法所得23.80元，罚款5000元；并处罚款人民币叁万捌仟元整；罚款10万元', ['罚款']), [5000, 38000, 100000])
  assert.deepEqual([agrees(5000, [5000]), agrees(14879.1, [13791.6, 1087.5]), agrees(50_000_000, [5000])], [true, true, false])
})

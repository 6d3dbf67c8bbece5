import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarDay, Explained, Step } from '../api/wire.gen.ts'
import { daysBetween, monday, shift } from './days.ts'
import { fullOn, weekAround, wordsOf } from './strip.ts'

const step = (sign: Step['sign'], date: string | null): Step => ({ sign, what: '', whatEn: '', date, provision: '' })
const explained = (due: string, steps: readonly Step[]): Explained => ({ rule: 'r', version: { from: null, to: null }, due, dueAt: null, steps: [...steps], provisional: false, calendar: '2026' })
const days = (from: string, n: number): CalendarDay[] => Array.from({ length: n }, (_, i) => ({ day: shift(from, i), weekday: 1, kind: 'working', name: null, duties: 0, worst: null }))

test('a period that rolled shows the day on which it was full', () => {
  assert.equal(fullOn(explained('2026-10-08', [step('start', '2026-08-07'), step('count', '2026-08-08'), step('period', '2026-10-07'), step('roll', '2026-10-08'), step('end', '2026-10-08')])), '2026-10-07')
})
test('an extension moves that day', () => {
  assert.equal(fullOn(explained('2026-11-09', [step('period', '2026-10-07'), step('extend', '2026-11-07'), step('roll', '2026-11-09'), step('end', '2026-11-09')])), '2026-11-07')
})
test('a period that did not roll shows its end only', () => assert.equal(fullOn(explained('2026-10-26', [step('period', '2026-10-26'), step('end', '2026-10-26')])), null))
test('the week around an end has seven days and contains it, at the edges of the calendar too', () => {
  for (const due of ['2026-10-01', '2026-10-03', '2026-10-20', '2026-10-31']) {
    const week = weekAround(days('2026-10-01', 31), due)
    assert.equal(week.length, 7)
    assert.ok(week.some((one) => one.day === due), due)
  }
  assert.deepEqual(weekAround(days('2026-10-01', 31), '2027-01-01'), [])
  assert.deepEqual(weekAround(days('2026-10-01', 31), null), [])
})
test('weeks start on Monday and days cross months and leap years', () => {
  assert.equal(monday('2026-10-13'), '2026-10-12')
  assert.equal(monday('2026-10-18'), '2026-10-12')
  assert.equal(monday('2026-10-12'), '2026-10-12')
  assert.equal(shift('2028-02-28', 1), '2028-02-29')
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1)
})

test('a line of the ledger: a few words, the whole sentence beside them, the provision as a chip', () => {
  const names = { start: 'start', count: '', period: '', working: '', skip: '', roll: '', pause: '', extend: '', end: '期限届满', provisional: '' }
  const full: Step = { sign: 'period', what: '期间两个月，至2026-10-24（周六）', whatEn: 'A period of 2 months, to 2026-10-24 (Sat)', brief: '加两个月', briefEn: 'plus 2 months', date: '2026-10-24', provision: '《解释》第二十一条', chip: '《解释》第21条', chipEn: '《解释》 art. 21' }
  assert.deepEqual(wordsOf(full, true, names), { few: '加两个月', whole: full.what, provision: '《解释》第21条' })
  assert.deepEqual(wordsOf(full, false, names), { few: 'plus 2 months', whole: full.whatEn, provision: '《解释》 art. 21' })
  const bare = { ...step('end', '2026-10-08'), what: '2026-10-08', provision: '规则' }
  assert.deepEqual(wordsOf(bare, true, names), { few: '期限届满', whole: '期限届满', provision: '规则' }, 'a server that knows no short words; a day that the act states')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addMonths, civilOf, day, dayFault, fromNumber, instant, instantAt, instantFault, legalClock, legalDay, minutesOf, numberOf, toNumber, weekdayOf } from './day.ts'

test('a day is a day of some calendar, or the fault is named: month only, no such day, another form', () => {
  assert.equal(dayFault('2024-02-29'), null)
  for (const [text, fault] of [['2023-02', 'month-only'], ['2023-02-29', 'no-such-day'], ['2023-13-01', 'no-such-day'], ['2023-00-10', 'no-such-day'], ['2023-04-31', 'no-such-day'], ['1850-01-01', 'no-such-day'], ['2023-2-1', 'form'], ['20230201', 'form'], ['', 'form'], ['2023-02-01T00:00+08:00', 'form']] as const) assert.equal(dayFault(text), fault, text)
  assert.throws(() => day('2023-02-30'), RangeError)
})

test('day numbers agree with the machine’s calendar over eleven centuries, both ways', () => {
  for (let n = numberOf(1900, 1, 1); n <= numberOf(2999, 12, 31); n += 13) {
    const date = new Date(n * 86_400_000)
    assert.deepEqual(civilOf(n), { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
    assert.equal(toNumber(fromNumber(n)), n)
    assert.equal(weekdayOf(n), date.getUTCDay() || 7)
  }
})

test('months: 刑诉法解释第二百零二条 from a month’s end to a month’s end; elsewhere the same day, or the last', () => {
  for (const [from, months, criminal, other] of [
    ['2026-01-31', 1, '2026-02-28', '2026-02-28'], ['2026-02-28', 1, '2026-03-31', '2026-03-28'], ['2024-02-29', 1, '2024-03-31', '2024-03-29'], ['2024-02-28', 1, '2024-03-28', '2024-03-28'],
    ['2026-04-30', 2, '2026-06-30', '2026-06-30'], ['2026-04-30', 1, '2026-05-31', '2026-05-30'], ['2026-12-15', 2, '2027-02-15', '2027-02-15'], ['2024-02-29', 12, '2025-02-28', '2025-02-28'], ['2026-03-31', -1, '2026-02-28', '2026-02-28'],
  ] as const) {
    assert.equal(addMonths(day(from), months, 'end-to-end'), criminal, `${from} + ${months} criminal`)
    assert.equal(addMonths(day(from), months, 'clamp'), other, `${from} + ${months}`)
  }
})

test('an instant has an offset; its legal day is Shanghai’s whatever the machine’s zone', () => {
  assert.equal(instantFault('2026-02-10T10:00'), 'no-offset')
  assert.equal(instantFault('2026-02-30T10:00+08:00'), 'no-such-day')
  assert.equal(instantFault('2026-02-10 10:00+08:00'), 'form')
  assert.equal(legalDay(instant('2026-02-09T23:59:59Z')), '2026-02-10')
  assert.equal(legalDay(instant('2026-02-09T15:59:59Z')), '2026-02-09')
  assert.equal(legalClock(instant('2026-02-09T16:30Z')), '00:30')
  const zone = process.env['TZ']
  for (const TZ of ['America/New_York', 'Pacific/Kiritimati', 'UTC']) { process.env['TZ'] = TZ; assert.equal(legalDay(instant('2026-02-10T00:30+08:00')), '2026-02-10') }
  if (zone === undefined) delete process.env['TZ']; else process.env['TZ'] = zone
})

test('an instant survives the way over minutes', () => {
  fc.assert(fc.property(fc.integer({ min: numberOf(1990, 1, 1) * 1440, max: numberOf(2090, 1, 1) * 1440 }), (minutes) => minutesOf(instantAt(minutes)) === minutes))
})

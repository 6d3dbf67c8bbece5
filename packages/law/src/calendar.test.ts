import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { buildCalendar, withYears } from './calendar.ts'
import { day, fromNumber, numberOf, toNumber } from './day.ts'
import { lawbook } from './lawbook.ts'

const { calendar } = lawbook()
const on = (text: string): number => toNumber(day(text))

test('days off, make-up days and ordinary days are those of the notices', () => {
  for (const [text, kind, name] of [
    ['2026-02-16', 'off', '春节'], ['2026-02-14', 'worked', '春节'], ['2026-02-28', 'worked', '春节'], ['2026-10-10', 'worked', '国庆节'], ['2026-09-25', 'off', '中秋节'], ['2026-03-07', 'weekend', null], ['2026-03-09', 'working', null],
    ['2015-09-03', 'off', '抗日战争'], ['2020-01-31', 'off', '春节'], ['2019-10-12', 'worked', '国庆节'], ['2021-10-09', 'worked', '国庆节'], ['2016-02-14', 'worked', '春节'],
  ] as const) {
    const found = calendar.kindOf(on(text))
    assert.equal(found.kind, kind, text)
    if (name !== null) assert.ok(found.name?.includes(name.slice(0, 3)), `${text}: ${found.name}`)
  }
})

test('every year from 2015 to 2026 names its notices', () => {
  assert.deepEqual(calendar.years.map(({ year }) => year), Array.from({ length: 12 }, (_, i) => 2015 + i))
  for (const { notices } of calendar.years) assert.ok(notices.length > 0 && notices.every(({ readAt }) => readAt.startsWith('http')))
})

test('working days by prefix sums are those counted one by one', () => {
  fc.assert(fc.property(fc.integer({ min: numberOf(2015, 1, 1), max: numberOf(2030, 12, 31) }), fc.integer({ min: -60, max: 60 }), (from, count) => {
    let [n, left] = [from, Math.abs(count)]
    while (left > 0) if (calendar.isWorking(n += Math.sign(count))) left--
    return calendar.addWorking(from, count) === n
  }))
})

test('rolling lands on the first working day and never goes back', () => {
  fc.assert(fc.property(fc.integer({ min: numberOf(2014, 1, 1), max: numberOf(2110, 12, 31) }), (n) => {
    const to = calendar.rollForward(n)
    if (to < n || !calendar.isWorking(to)) return false
    for (let between = n; between < to; between++) if (calendar.isWorking(between)) return false
    return true
  }))
})

test('beyond the last notice weekends and fixed holidays hold, and the day is not published', () => {
  assert.equal(calendar.published(on('2027-01-01')), false)
  assert.equal(calendar.isWorking(on('2027-01-01')), false)
  assert.equal(calendar.isWorking(on('2027-10-04')), true)
  assert.equal(calendar.isWorking(on('2027-10-03')), false)
})

test('a year can be put in its place: the same calendar with another notice', () => {
  const holidays = [{ name: '春节', off: [day('2027-02-08')], worked: [day('2027-02-07')] }]
  const next = withYears(calendar, [{ year: 2027, notices: [], holidays }], 'with 2027')
  assert.equal(next.isWorking(on('2027-02-08')), false)
  assert.equal(next.isWorking(on('2027-02-07')), true)
  assert.equal(next.published(on('2027-02-08')), true)
  assert.equal(calendar.isWorking(on('2027-02-08')), true)
  assert.equal(fromNumber(next.last), '2027-12-31')
  assert.equal(buildCalendar([], [], 'none').isWorking(on('2026-02-16')), true)
})

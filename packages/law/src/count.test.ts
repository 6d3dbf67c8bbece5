import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCalendar } from './calendar.ts'
import { dueNumber, endOf } from './count.ts'
import { day, fromNumber, toNumber, type MonthRegime } from './day.ts'
import { lawbook } from './lawbook.ts'
import type { Unit } from './rule.ts'

const { calendar } = lawbook()
const on = (text: string): number => toNumber(day(text))

test('the last day of a period, before any rolling: the first day does not count unless it is said to', () => {
  for (const [from, amount, unit, months, inclusive, end] of [
    ['2026-03-02', 10, 'days', 'clamp', false, '2026-03-12'], ['2026-03-02', 10, 'days', 'clamp', true, '2026-03-11'], ['2026-03-02', 0, 'days', 'clamp', true, '2026-03-02'], ['2026-03-02', -3, 'days', 'clamp', true, '2026-02-27'],
    ['2026-01-31', 1, 'months', 'clamp', false, '2026-02-28'], ['2026-02-28', 1, 'months', 'end-to-end', false, '2026-03-31'], ['2026-02-28', 1, 'months', 'end-to-end', true, '2026-03-30'], ['2026-03-31', -1, 'months', 'clamp', true, '2026-02-28'], ['2026-03-31', 0, 'months', 'clamp', true, '2026-03-31'],
    ['2024-02-29', 1, 'years', 'clamp', false, '2025-02-28'], ['2024-03-01', 2, 'years', 'clamp', true, '2026-02-28'], ['2024-03-01', -1, 'years', 'clamp', true, '2023-03-01'], ['2024-03-01', 0, 'years', 'clamp', true, '2024-03-01'],
    ['2026-03-02', 5, 'working-days', 'clamp', false, '2026-03-09'], ['2026-03-02', 5, 'working-days', 'clamp', true, '2026-03-06'], ['2026-03-07', 5, 'working-days', 'clamp', true, '2026-03-13'], ['2026-03-02', 0, 'working-days', 'clamp', true, '2026-03-02'], ['2026-03-09', -1, 'working-days', 'clamp', true, '2026-03-06'],
    ['2026-03-02', 24, 'hours', 'clamp', false, '2026-03-03'], ['2026-03-02', 25, 'hours', 'clamp', false, '2026-03-04'], ['2026-03-02', 48, 'hours', 'clamp', false, '2026-03-04'],
  ] as readonly (readonly [string, number, Unit, MonthRegime, boolean, string])[]) {
    assert.equal(fromNumber(endOf(on(from), amount, unit, months, inclusive, calendar)), end, `${from} ${amount} ${unit} ${inclusive ? 'inclusive' : ''}`)
  }
  assert.throws(() => endOf(on('2026-03-02'), 1, 'weeks' as Unit, 'clamp', false, calendar), RangeError)
})

test('rolled only where the regime rolls', () => {
  assert.equal(fromNumber(dueNumber(on('2026-03-06'), 1, 'days', 'clamp', false, true, calendar)), '2026-03-09')
  assert.equal(fromNumber(dueNumber(on('2026-03-06'), 1, 'days', 'clamp', false, false, calendar)), '2026-03-07')
  assert.equal(fromNumber(dueNumber(on('2026-03-06'), 2, 'days', 'clamp', true, true, calendar)), '2026-03-09', 'the first day counts: the second is a Saturday')
})

test('far outside the tables days are walked one by one: the same answers', () => {
  const bare = buildCalendar([], [], 'none')
  for (const from of ['1950-06-01', '1989-12-28', '2100-12-28', '2150-03-05']) for (const amount of [-7, -1, 1, 2, 6, 40]) {
    let [n, left] = [on(from), Math.abs(amount)]
    while (left > 0) { n += Math.sign(amount); if (new Date(n * 86_400_000).getUTCDay() % 6 !== 0) left-- }
    assert.equal(fromNumber(bare.addWorking(on(from), amount)), fromNumber(n), `${from} ${amount}`)
  }
  for (const [from, to] of [['1950-06-03', '1950-06-05'], ['2100-12-31', '2100-12-31'], ['2150-03-07', '2150-03-09'], ['2150-03-06', '2150-03-06']] as const) assert.equal(fromNumber(bare.rollForward(on(from))), to)
  assert.deepEqual([bare.isWorking(on('1950-06-02')), bare.isWorking(on('1950-06-03')), bare.isWorking(on('2150-03-08'))], [true, false, false])
})

test('what a calendar says of its edges', () => {
  const holiday = { name: '试', off: [day('2026-03-03')], worked: [day('2026-03-07')] }
  const one = buildCalendar([{ year: 2026, notices: [], holidays: [holiday] }], [{ month: 5, day: 1, name: '劳动节' }], 'one')
  assert.deepEqual([one.firstYear, one.lastYear, fromNumber(one.first), fromNumber(one.last), one.label], [2026, 2026, '2026-01-01', '2026-12-31', 'one'])
  for (const [text, published] of [['2025-12-31', false], ['2026-01-01', true], ['2026-12-31', true], ['2027-01-01', false]] as const) assert.equal(one.published(on(text)), published, text)
  assert.deepEqual(one.kindOf(on('2026-03-03')), { kind: 'off', name: '试', published: true })
  assert.deepEqual(one.kindOf(on('2026-03-07')), { kind: 'worked', name: '试', published: true })
  assert.deepEqual(one.kindOf(on('2026-03-08')), { kind: 'weekend', name: null, published: true })
  assert.deepEqual(one.kindOf(on('2026-03-09')), { kind: 'working', name: null, published: true })
  assert.deepEqual(one.kindOf(on('2027-05-01')), { kind: 'off', name: '劳动节', published: false })
  assert.deepEqual(one.kindOf(on('2046-05-01')), { kind: 'off', name: '劳动节', published: false }, 'twenty years on')
  assert.equal(one.kindOf(on('2047-05-01')).kind, 'working')
  assert.equal(one.kindOf(on('2026-05-01')).kind, 'working', 'a published year says itself what is off')
})

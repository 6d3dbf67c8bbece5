// A duty that comes again: one duty each time, counted on from the same start, discharged by what was done within it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, lawbook, type Day, type RuleBinding } from '@hengjian/law'
import * as fc from 'fast-check'
import { duties, type Act, type Matter } from './index.ts'

const shipped = lawbook()
const monthly: RuleBinding = { rule: 'interference-monthly', opens: [{ act: 'accept' }], owedBy: 'procuratorate', recurs: { until: [{ act: 'transfer' }] }, discharge: [{ act: 'report-up', what: 'monthly-report' }] }
const law = (change: Partial<RuleBinding> = {}) => ({ ...shipped, bindings: [{ ...monthly, ...change }], bars: [] })
type Done = readonly [act: string, on: string, more?: Partial<Act>]
const matter = (...acts: readonly Done[]): Matter => ({
  procedure: 'made-up', organs: { office: { name: '甲市人民检察院', role: 'procuratorate' }, other: { name: '甲市某局', role: 'administrative-organ' } },
  acts: acts.map(([act, on, more], i): Act => ({ n: i + 1, act, on: day(on), by: 'office', ...(act === 'report-up' ? { what: 'monthly-report' } : {}), ...more })),
})
const told = (from: Matter, now: string, change: Partial<RuleBinding> = {}) => duties(from, law(change), day(now)).map(({ id, due, status, dischargedBy }) => [id, due, status, ...(dischargedBy === undefined ? [] : [dischargedBy])])

test('M10.2: each month its own duty, from a month’s end on without drifting; only those begun, the running one among them', () => {
  assert.deepEqual(told(matter(['accept', '2026-01-31']), '2026-04-10'), [
    ['interference-monthly@1#1', '2026-02-28', 'overdue'], ['interference-monthly@1#2', '2026-03-31', 'overdue'], ['interference-monthly@1#3', '2026-04-30', 'open'],
  ])
  assert.deepEqual(told(matter(['accept', '2026-01-31']), '2026-01-30'), [])
  assert.deepEqual(told(matter(['accept', '2026-01-31']), '2026-02-28').length, 1)
})

test('M10.2: an act counts for the time in which it was done; a second one makes good the earliest that was missed', () => {
  const reports: readonly Done[] = [['accept', '2026-01-10'], ['report-up', '2026-03-05'], ['report-up', '2026-03-06']]
  assert.deepEqual(told(matter(...reports), '2026-04-20'), [
    ['interference-monthly@1#1', '2026-02-10', 'discharged-late', 3], ['interference-monthly@1#2', '2026-03-10', 'discharged-in-time', 2],
    ['interference-monthly@1#3', '2026-04-10', 'overdue'], ['interference-monthly@1#4', '2026-05-11', 'open'],
  ])
  // Seen from a day before the reports, they are not known yet.
  assert.deepEqual(told(matter(...reports), '2026-03-05').map(([, , status]) => status), ['overdue', 'discharged-in-time'])
})

test('M10.2: it ends with what the binding names, with the close, with nothing begun afterwards; what was late stays late', () => {
  const over = (last: Done) => told(matter(['accept', '2026-01-10'], last), '2026-12-01')
  for (const last of [['transfer', '2026-03-20'], ['close', '2026-03-20']] as const) {
    assert.deepEqual(over(last).map(([, , status]) => status), ['overdue', 'overdue', 'superseded'], last[0])
  }
  assert.equal(told(matter(['accept', '2026-01-10'], ['close', '2026-03-20'], ['reopen', '2026-04-01']), '2026-06-01').length, 5)
})

test('M10.2: the ledger says which time it is and how often it comes; a source of less than high confidence stays provisional', () => {
  const [, second] = duties(matter(['accept', '2026-01-31']), law(), day('2026-03-10'))
  assert.equal(second?.time, 2)
  assert.ok(second?.explained.steps.some(({ what, brief }) => /每一个月一次，这是第2次/.test(what) && brief === '第2次'), JSON.stringify(second?.explained.steps))
  assert.ok(second?.explained.steps.some(({ what }) => /期间两个月/.test(what)))
  assert.equal(second?.explained.provisional, true)
})

test('M10.2: the cadence of a binding, of a setting of the house, of the opening act; an extension moves the time in which it falls', () => {
  const due = (change: Partial<RuleBinding>, ...acts: readonly Done[]) => told(matter(...acts), '2026-03-20', change).map(([, on]) => on)
  assert.deepEqual(due({ recurs: { every: { amount: 15, unit: 'days' } } }, ['accept', '2026-02-24']), ['2026-03-11', '2026-03-26'])
  assert.deepEqual(due({ recurs: { every: { setting: 'ladder.urge-wait' } } }, ['accept', '2026-03-01']), ['2026-03-16', '2026-03-31'])
  assert.deepEqual(due({ recurs: { every: { field: 'every', unit: 'months' } } }, ['accept', '2026-01-10', { form: { every: 2 } }]), ['2026-03-10', '2026-05-11'])
  assert.deepEqual(due({}, ['accept', '2026-01-10'], ['extend', '2026-02-20', { form: { rule: 'interference-monthly', amount: 5, unit: 'days' } }]), ['2026-02-10', '2026-03-16', '2026-04-10'])
})

const plans = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('report-up', 'report-up', 'report-up', 'extend', 'inquire', 'close', 'reopen')), { maxLength: 14 })
/** A matter from a plan: each act some days after the one before. */
const planned = (plan: readonly (readonly [number, string])[]): Matter => {
  let on: Day = day('2026-01-31')
  return matter(['accept', on], ...plan.map(([wait, act]): Done => { on = addDays(on, wait + 1); return [act, on, act === 'extend' ? { form: { rule: 'interference-monthly', amount: 3, unit: 'days' } } : {}] }))
}

test('M10.2: a shorter timeline never discharges more, one act never discharges twice, nothing begins after now', () => {
  fc.assert(fc.property(plans, fc.integer({ min: 0, max: 400 }), (plan, wait) => {
    const whole = planned(plan)
    const now = addDays(day('2026-01-31'), wait)
    const all = duties(whole, law(), now)
    const done = all.flatMap(({ dischargedBy }) => dischargedBy ?? [])
    assert.equal(new Set(done).size, done.length)
    const byId = new Map(all.map((duty) => [duty.id, duty]))
    for (let i = 1; i < whole.acts.length; i++) {
      const shorter = duties({ ...whole, acts: whole.acts.slice(0, i) }, law(), now)
      for (const { id, dischargedBy } of shorter) if (dischargedBy !== undefined && byId.has(id)) assert.equal(byId.get(id)?.dischargedBy, dischargedBy, id)
    }
    // Never more than the months that have begun.
    assert.ok(all.length <= Math.ceil(wait / 28) + 1, `${all.length} by ${now}`)
  }), { numRuns: 150, seed: 5 })
})

test('M10.2: an extension never brings a time nearer, and moves no other time', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30 }), (wait, amount) => {
    const on = addDays(day('2026-01-31'), wait)
    const now = '2026-12-01'
    const before = new Map(duties(matter(['accept', '2026-01-31']), law(), day(now)).map(({ id, due }) => [id, due]))
    const after = duties(matter(['accept', '2026-01-31'], ['extend', on, { form: { rule: 'interference-monthly', amount, unit: 'days' } }]), law(), day(now))
    const moved = after.filter(({ id, due }) => before.get(id) !== due)
    assert.ok(moved.length <= 1)
    for (const { id, due } of moved) assert.ok((due ?? '') >= (before.get(id) ?? ''))
  }), { numRuns: 100, seed: 9 })
})

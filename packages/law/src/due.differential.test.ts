// A second, slow program that counts day by day on the machine's own dates; it shares no code with the calculus, only the rulebook's files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Day } from './day.ts'
import type { DueOptions } from './due.ts'
import { dueOf } from './explain.ts'
import { lawbook, shippedParts } from './lawbook.ts'

const book = lawbook()
const parts = shippedParts()

// ── The reference ──────────────────────────────────────────────────────────────────────────────────────────────────
const text = (date: Date): string => date.toISOString().slice(0, 10)
const next = (iso: string, days = 1): string => { const date = new Date(`${iso}T00:00:00Z`); date.setUTCDate(date.getUTCDate() + days); return text(date) }
const marks = new Map<string, boolean>()
for (const { holidays } of parts.calendars) for (const { off, worked } of holidays) {
  for (const [list, isOff] of [[off, true], [worked, false]] as const) for (const run of list) {
    const [from = '', to = from] = run.split('..')
    for (let d = from; d <= to; d = next(d)) marks.set(d, isOff)
  }
}
const isOff = (iso: string): boolean => {
  const marked = marks.get(iso)
  if (marked !== undefined) return marked
  if (iso >= '2027' && ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(iso.slice(5))) return true
  return [0, 6].includes(new Date(`${iso}T00:00:00Z`).getUTCDay())
}
const monthsAfter = (iso: string, months: number, criminal: boolean): string => {
  let [year = 0, month = 0] = iso.split('-').map(Number)
  const day = Number(iso.slice(8))
  for (let i = 0; i < months; i++) { month++; if (month > 12) { month = 1; year++ } }
  const last = Number(text(new Date(Date.UTC(year, month, 0))).slice(8))
  const fromLast = next(iso).endsWith('-01')
  const to = criminal && fromLast ? last : Math.min(day, last)
  return `${year}-${String(month).padStart(2, '0')}-${String(to).padStart(2, '0')}`
}
type Length = { readonly amount: number; readonly unit: string; readonly direction?: string }
function add(iso: string, { amount, unit, direction }: Length, criminal: boolean): string {
  let d = iso
  switch (unit) {
    case 'days': for (let i = 0; i < amount; i++) d = next(d, direction === 'before' ? -1 : 1); return d
    case 'working-days': for (let left = amount; left > 0;) { d = next(d, direction === 'before' ? -1 : 1); if (!isOff(d)) left-- } return d
    case 'months': return monthsAfter(d, amount, criminal)
    case 'years': return monthsAfter(d, amount * 12, criminal)
    default: throw new RangeError(unit)
  }
}
type Case = { readonly rule: string; readonly version: number; readonly variant: string | undefined; readonly from: string; readonly custody: boolean; readonly extended: string | null; readonly pause: readonly [string, string] | null }

function reference({ rule: id, version: index, variant: variantId, from, custody, extended, pause }: Case): string | null {
  const rule = parts.rules.flatMap(({ rules }) => rules).find((one) => one.id === id)
  const version = rule?.versions[index]
  if (!rule || !version) throw new RangeError(id)
  const variant = version.variants?.find((one) => one.id === variantId)
  const period = variant?.period ?? version.period
  if (!period) return null
  const criminal = version.computing === 'criminal'
  let end = add(from, period, criminal)
  if (variant?.inclusive && period.amount > 0) end = next(end, -1)
  const peremptory = (variant?.kind ?? rule.periodKind) === 'limitation'
  const back = period.direction === 'before'
  const events = [...(extended === null ? [] : [{ on: extended, kind: 'extend' }]), ...(pause === null ? [] : [{ on: pause[0], kind: 'pause' }])].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { kind } of peremptory || back ? [] : events) {
    if (kind === 'extend' && version.extension && version.extension.amount !== null && version.extension.unit !== null) end = add(end, { amount: version.extension.amount, unit: version.extension.unit }, criminal)
    if (kind === 'pause' && pause !== null) {
      // Walk the days of the period and leave out those of the suspension.
      const counts = (d: string): boolean => period.unit !== 'working-days' || !isOff(d)
      const paused = (d: string): boolean => d >= pause[0] && d < pause[1] && d > from
      let [left, d] = [0, pause[0] > from ? pause[0] : next(from)]
      if (d > end || pause[1] <= d) continue
      for (let at = d; at <= end; at = next(at)) if (counts(at)) left++
      if (left === 0) continue
      for (d = next(d, -1); left > 0;) { d = next(d); if (counts(d) && !paused(d)) left-- }
      end = d
    }
  }
  const regimes: Readonly<Record<string, { rolls: boolean; custody: boolean }>> = {
    criminal: { rolls: true, custody: true }, civil: { rolls: true, custody: false }, administrative: { rolls: true, custody: false }, supervision: { rolls: true, custody: true },
    'administrative-penalty': { rolls: true, custody: false }, 'working-days': { rolls: false, custody: false }, unspecified: { rolls: true, custody: true },
  }
  const regime = regimes[version.computing ?? 'unspecified']
  if (!regime) throw new RangeError(String(version.computing))
  const kind = variant?.kind ?? rule.periodKind
  const stays = version.custody === 'always' || (custody && regime.custody) || kind === 'maximum-term' || kind === 'minimum-retention' || variant?.noRoll === true
  if (regime.rolls && !stays && !back && period.unit !== 'working-days' && period.amount > 0) while (isOff(end)) end = next(end)
  return end
}

// ── The cases ──────────────────────────────────────────────────────────────────────────────────────────────────────
const hourly = (unit: string | undefined): boolean => unit === 'hours'
const places = parts.rules.flatMap(({ rules }) => rules).flatMap((rule) => rule.versions.flatMap((version, index) =>
  [undefined, ...(version.variants ?? []).map(({ id }) => id)].filter((id) => !hourly((id === undefined ? version.period : version.variants?.find((one) => one.id === id)?.period)?.unit)).map((variant) => ({ rule: rule.id, version: index, variant }))))
const dayBetween = (from: string, to: string): fc.Arbitrary<string> => {
  const [a, b] = [Date.parse(from), Date.parse(to)].map((ms) => Math.round(ms / 86_400_000))
  return fc.integer({ min: a ?? 0, max: b ?? 0 }).map((n) => text(new Date(n * 86_400_000)))
}
const cases: fc.Arbitrary<Case> = fc.record({
  place: fc.constantFrom(...places), from: fc.oneof(dayBetween('2015-01-01', '2026-12-31'), dayBetween('2026-12-01', '2031-12-31')), custody: fc.boolean(),
  extension: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }), pause: fc.option(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 45 })), { nil: null }),
}).map(({ place, from, custody, extension, pause }) => ({
  ...place, from, custody, extended: extension === null ? null : next(from, extension), pause: pause === null ? null : [next(from, pause[0]), next(from, pause[0] + pause[1])] as const,
}))
const ours = ({ rule: id, version: index, variant, from, custody, extended, pause }: Case): string | null => {
  const rule = book.rules.get(id)
  const version = rule?.versions[index]
  if (!rule || !version) throw new RangeError(id)
  const options: DueOptions = { custody, ...(variant === undefined ? {} : { variant }), ...(extended === null ? {} : { extensions: [{ on: extended as Day }] }), ...(pause === null ? {} : { pauses: [{ from: pause[0] as Day, to: pause[1] as Day }] }) }
  return dueOf(rule, version, from as Day, options, book).due
}

test('four thousand dates, every rule, wording and variant among them, are those of a second program (M1.1)', () => {
  for (const [i, place] of places.entries()) {
    const one: Case = { ...place, from: next('2025-12-20', i), custody: i % 2 === 0, extended: null, pause: null }
    assert.equal(ours(one), reference(one), JSON.stringify(one))
  }
  fc.assert(fc.property(cases, (one) => { assert.equal(ours(one), reference(one)) }), { numRuns: 4000 })
})

test('an extension never brings a date nearer, nor does a suspension; a rolled date is a working day', () => {
  fc.assert(fc.property(cases, (one) => {
    const plain = ours({ ...one, extended: null, pause: null })
    if (plain === null) return
    const moved = ours(one)
    assert.ok(moved !== null && moved >= plain, `${plain} became ${moved}`)
    const rule = book.rules.get(one.rule)
    const version = rule?.versions[one.version]
    if (!rule || !version) return
    const { steps, due } = dueOf(rule, version, one.from as Day, one.variant === undefined ? {} : { variant: one.variant }, book)
    if (due !== null && steps.some(({ sign, what }) => sign === 'roll' && what.includes('顺延至'))) assert.ok(!isOff(due), `${due} is a day off`)
  }), { numRuns: 1000 })
})

test('a later event never gives an earlier date', () => {
  fc.assert(fc.property(cases, fc.integer({ min: 1, max: 30 }), (one, later) => {
    const [first, second] = [ours({ ...one, extended: null, pause: null }), ours({ ...one, from: next(one.from, later), extended: null, pause: null })]
    assert.ok(first === null || second === null || second >= first, `${first} then ${second}`)
  }), { numRuns: 1000 })
})

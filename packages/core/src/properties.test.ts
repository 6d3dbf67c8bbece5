// What must hold of every timeline, whatever was done in which order; walks go through what `permitted` allows.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { addDays, day, lawbook, legalDay, type Day, type ProcedureAct } from '@hengjian/law'
import * as fc from 'fast-check'
import { parse } from 'yaml'
import { decide, duties, fold, permitted, type Act, type Matter, type ReplayFile } from './index.ts'
import { matterOf } from './replay-matter.ts'
import { attemptOf } from './sample.ts'
import { emptyMatter, late, organs, seats } from './walking.ts'

const law = lawbook()
const procedures = ['forward-linkage', 'administrative-public-interest', 'social-governance-suggestion'] as const
const allSeats = Object.values(seats)
type Seat = (typeof allSeats)[number]

/** The matter with one more act of this entry, tried with every act that it may point at, newest first; null when none is accepted. */
function done(matter: Matter, entry: ProcedureAct, seat: Seat, on: Day): Matter | null {
  const targets = entry.of === undefined ? [undefined] : matter.acts.filter((act) => act.key !== undefined && entry.of?.includes(act.key)).map(({ n }) => n).toReversed()
  const to = entry.to === undefined ? ['forestry'] : Object.entries(organs).filter(([, { role }]) => entry.to?.includes(role)).map(([key]) => key).slice(0, 1)
  for (const of of [...targets, undefined]) {
    const sample = attemptOf(entry, on, of === undefined ? {} : { of })
    const outcome = decide(matter, law, seat, sample.to === undefined ? sample : { ...sample, to }, late)
    if (outcome.ok) return { ...matter, acts: [...matter.acts, outcome.act] }
  }
  return null
}

const entryOf = (matter: Matter, key: string): ProcedureAct => law.procedures.get(matter.procedure)?.acts.find((one) => one.key === key) ?? assert.fail(key)
const lastDay = (matter: Matter): Day => matter.acts.map(({ on }) => on).toSorted().at(-1) ?? day('2026-02-02')
const choices = fc.array(fc.tuple(fc.nat(1000), fc.nat(12)), { minLength: 4, maxLength: 40 })
/** Every second walk meets silence: nobody answers. */
const silent = (picks: readonly (readonly [number, number])[]): boolean => (picks[0]?.[0] ?? 0) % 2 === 1

/** Acts that end a walk or change nothing in it. */
const aside = new Set(['decline', 'close', 'withdraw', 'correct', 'seal', 'unseal', 'recuse', 'assign', 'interview', 'appraise', 'consult'])
type Visit = (matter: Matter, on: Day) => void
/** Follows the choices through what is permitted, telling each state it comes through. */
function wander(procedure: string, picks: readonly (readonly [number, number])[], visit: Visit): Matter {
  let matter = emptyMatter(procedure)
  for (const [pick, wait] of picks) {
    const on = addDays(lastDay(matter), wait)
    if (on > legalDay(late)) return matter
    visit(matter, on)
    const open = allSeats.flatMap((seat) => permitted(matter, law, seat, on).filter(({ allowed, key }) => allowed && !(silent(picks) && (key === 'reply' || key === 'object'))).map(({ key }) => ({ key, seat })))
    // What was done least comes first, so that walks get far.
    const times = (key: string): number => matter.acts.filter((act) => act.key === key).length + (aside.has(key) ? 3 : 0)
    const least = Math.min(...open.map(({ key }) => times(key)))
    const fresh = open.filter(({ key }) => times(key) === least)
    const one = fresh[pick % fresh.length]
    if (one === undefined) return matter
    const next = done(matter, entryOf(matter, one.key), one.seat, on)
    assert.ok(next !== null, `${procedure}: '${one.key}' was permitted on ${on} and not accepted after ${matter.acts.map(({ key, of }) => `${key}${of === undefined ? '' : `(${of})`}`).join(' ')}`)
    matter = next
  }
  return matter
}

test('what is permitted is accepted with a minimal form; what is not cites a provision, a rule or a setting of the house', () => {
  fc.assert(fc.property(fc.constantFrom(...procedures), choices, (procedure, picks) => {
    wander(procedure, picks, (matter, on) => {
      for (const seat of allSeats) for (const { key, refusal } of permitted(matter, law, seat, on)) {
        if (refusal === undefined) continue
        assert.ok(refusal.provision !== undefined || refusal.rule !== undefined, key)
        assert.ok([...refusal.short.zh].length <= 16 && refusal.because.zh.length > 0 && refusal.because.en.length > 0, key)
        assert.doesNotMatch(refusal.because.zh + refusal.because.en + refusal.short.zh, /\{|\}|\[|\]/, key)
        if (refusal.unblockedBy !== undefined) entryOf(matter, refusal.unblockedBy)
      }
    })
  }), { numRuns: 10, seed: 7 })
})

/** Goes after what each refusal names until the act itself is accepted, or nothing moves any more. */
function unblock(matter: Matter, key: string, on: Day, deep = 0): Matter | null {
  const entry = entryOf(matter, key)
  for (const seat of allSeats) { const next = done(matter, entry, seat, on); if (next !== null) return next }
  if (deep > 8) return null
  for (const seat of allSeats) {
    const next = permitted(matter, law, seat, on).find((one) => one.key === key)?.refusal?.unblockedBy
    const moved = next === undefined || next === key ? null : unblock(matter, next, on, deep + 1)
    if (moved !== null) return moved
  }
  return null
}

test('no dead end: from wherever a matter gets, following what the refusals name leads to its close', () => {
  fc.assert(fc.property(fc.constantFrom(...procedures), choices, (procedure, picks) => {
    let matter = wander(procedure, picks, () => {})
    const on = day('2026-12-30')
    for (let i = 0; i < 20 && !fold(matter, law).closed; i++) {
      const next = unblock(matter, 'close', on)
      assert.ok(next !== null, `${procedure}: nothing leads to a close after ${matter.acts.map(({ key }) => key).join(' ')}`)
      matter = next
    }
    assert.ok(fold(matter, law).closed, matter.acts.map(({ key }) => key).join(' '))
  }), { numRuns: 15, seed: 11 })
})

test('no orphan: an open matter has a duty with an owner, or an act that somebody may do', () => {
  fc.assert(fc.property(fc.constantFrom(...procedures), choices, (procedure, picks) => {
    wander(procedure, picks, (matter, on) => {
      if (fold(matter, law).closed) return
      const owned = duties(matter, law, on).some(({ status }) => status === 'open' || status === 'overdue' || status === 'not-started')
      const idle = new Set(['correct', 'seal', 'unseal', 'recuse'])
      assert.ok(owned || allSeats.some((seat) => permitted(matter, law, seat, on).some(({ key, allowed }) => allowed && !idle.has(key))))
    })
  }), { numRuns: 15, seed: 13 })
})

const replays = path.join(import.meta.dirname, '..', 'replays')
const published = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'replays')
const timelines: readonly Matter[] = [replays, ...(existsSync(published) ? [published] : [])].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => matterOf(parse(readFileSync(path.join(folder, name), 'utf8')) as ReplayFile)))
const now = day('2027-06-30')

test('a shorter timeline never discharges more', () => {
  for (const matter of timelines) {
    const whole = new Map(duties(matter, law, now, 'in-force-else-current').map((duty) => [duty.id, duty]))
    const days = [...new Set(matter.acts.map(({ on }) => on))].toSorted()
    for (const last of days) {
      const shorter = { ...matter, acts: matter.acts.filter(({ on }) => on <= last) }
      for (const duty of duties(shorter, law, now, 'in-force-else-current')) if (duty.dischargedBy !== undefined) assert.equal(whole.get(duty.id)?.dischargedBy, duty.dischargedBy, `${duty.id} ${last}`)
    }
  }
})

/** The same facts, put on record in another order: numbers change, days and what points at what do not. */
function reordered(matter: Matter, order: readonly number[]): { readonly matter: Matter; readonly number: ReadonlyMap<number, number> } {
  const acts = matter.acts.toSorted((a, b) => (order[matter.acts.indexOf(a)] ?? 0) - (order[matter.acts.indexOf(b)] ?? 0))
  const number = new Map(acts.map((act, i) => [act.n, i + 1]))
  return { number, matter: { ...matter, acts: acts.map((act, i): Act => ({ ...act, n: i + 1, ...(act.of === undefined ? {} : { of: number.get(act.of) ?? act.of }) })) } }
}

test('the order of recording changes no duty', () => {
  const apart = timelines.filter(({ acts }) => new Set(acts.map(({ on }) => on)).size === acts.length)
  assert.ok(apart.length > 5)
  fc.assert(fc.property(fc.constantFrom(...apart), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (matter, order) => {
    const other = reordered(matter, order)
    const told = (from: Matter, number: (n: number) => number) => duties(from, law, now, 'in-force-else-current')
      .map(({ rule, label, owedBy, openedBy, due, status, dischargedBy }) => JSON.stringify([rule, label, owedBy, number(openedBy), due, status, dischargedBy === undefined ? null : number(dischargedBy)])).toSorted()
    assert.deepEqual(told(other.matter, (n) => n), told(matter, (n) => other.number.get(n) ?? n))
  }), { numRuns: 200, seed: 17 })
})

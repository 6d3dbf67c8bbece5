import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { day, lawbook, type Condition, type Guard } from '@hengjian/law'
import { parse } from 'yaml'
import type { Act, Matter } from './act.ts'
import { ask, conditionNames } from './conditions.ts'
import { factsFor } from './guards.ts'
import { organs, seats } from './walking.ts'

const law = lawbook()
const act = (n: number, on: string, rest: Partial<Act> & Pick<Act, 'act' | 'by'>): Act => ({ n, on: day(on), ...rest })
const matter = (...acts: readonly Act[]): Matter => ({ procedure: 'social-governance-suggestion', organs, acts })
const holds = (condition: Condition, of: Matter, on: string, attempt: Partial<Act> | null = null, wording: 'in-force' | 'current' = 'in-force') => ask(condition, factsFor(of, law, seats.prosecutor, attempt, day(on), wording))

const served = act(1, '2026-03-02', { act: 'serve', instrument: 'social-governance-suggestion', by: 'office', to: ['market'], form: { receivedOn: '2026-03-02' }, demands: [{ no: 1, text: '整改' }] })
const replied = act(2, '2026-04-01', { act: 'reply', by: 'market', of: 1, answers: [{ demand: 1, state: 'done', text: '已整改' }] })
const urged = act(3, '2026-05-08', { act: 'urge', by: 'office', to: ['market'], of: 1 })
const rules = { rules: 'suggestion-reply' }

test('every condition that the rulebook names is known, and every known one is asked by some row or test', () => {
  const guards = [...law.procedures.values()].flatMap(({ acts }) => acts.flatMap((one) => one.guards))
  const bars = law.bars.flatMap((bar) => [...bar.guards, ...(bar.if ?? [])])
  const named = new Set([...guards, ...bars, ...law.bindings.flatMap((binding) => binding.if ?? [])].map(({ name }) => name))
  assert.deepEqual([...named].filter((name) => !conditionNames.includes(name)), [])
  const tests = readFileSync(import.meta.filename, 'utf8')
  assert.deepEqual(conditionNames.filter((name) => !named.has(name) && !tests.includes(`'${name}'`)), [])
})

test('a condition that nobody knows is a fault of the rulebook', () => { assert.throws(() => holds({ name: 'no-such' }, matter(), '2026-01-01'), RangeError) })

test('on-record, not-on-record, fewer-than: by act, instrument, role, up to the day asked for', () => {
  assert.equal(holds({ name: 'on-record', args: { act: 'serve,issue', by: 'procuratorate' } }, matter(served), '2026-03-02').holds, true)
  assert.equal(holds({ name: 'on-record', args: { act: 'serve', instrument: 'pil-suggestion' } }, matter(served), '2026-03-02').holds, false)
  assert.equal(holds({ name: 'not-on-record', args: { act: 'serve' } }, matter(served), '2026-03-01').holds, true)
  assert.equal(holds({ name: 'fewer-than', args: { act: 'serve', count: 1 } }, matter(served), '2026-03-02').holds, false)
})

test('custody, no-custody: the matter or the opening act says so', () => {
  const facts = factsFor(matter(served), law, null, null, day('2026-03-02'))
  const opening = (form: Readonly<Record<string, unknown>>) => ({ ...facts, opening: { ...served, form } })
  assert.equal(ask({ name: 'custody' }, opening({ custody: true })).holds, true)
  assert.equal(ask({ name: 'no-custody' }, opening({})).holds, true)
  assert.equal(ask({ name: 'form-says', args: { field: 'kind', value: 'urgent' } }, opening({ kind: 'urgent' })).holds, true)
})

test('paper-at, no-paper, objection-open, closable, answered', () => {
  assert.equal(holds({ name: 'paper-at', args: { at: 'served', instrument: 'social-governance-suggestion' } }, matter(served), '2026-03-03').holds, true)
  assert.equal(holds({ name: 'paper-at', args: { at: 'served', mine: true } }, matter(served), '2026-03-03').holds, false)
  assert.equal(holds({ name: 'no-paper', args: { instrument: 'social-governance-suggestion' } }, matter(served), '2026-03-03').holds, false)
  assert.equal(holds({ name: 'answered' }, matter(served, replied), '2026-04-01').holds, true)
  const objected = matter(served, act(2, '2026-03-09', { act: 'object', by: 'market', of: 1 }))
  assert.equal(holds({ name: 'objection-open' }, objected, '2026-03-09').holds, true)
  assert.deepEqual(holds({ name: 'closable' }, objected, '2026-03-09'), { holds: false, fill: { demands: '1' } })
})

test('received, unsigned, addressed-by: seen from who asks', () => {
  const service = { ...served, to: ['market', 'forestry'], form: {} }
  const signed = act(2, '2026-03-03', { act: 'acknowledge', by: 'market', of: 1 })
  const asks = (name: string, organ: 'market' | 'forestry', args: Condition['args'] = {}) => ask({ name, args }, factsFor(matter(service, signed), law, seats[organ], null, day('2026-03-04'))).holds
  assert.deepEqual([asks('received', 'market'), asks('received', 'forestry'), asks('unsigned', 'market'), asks('unsigned', 'forestry')], [true, false, false, true])
  assert.equal(asks('addressed-by', 'forestry', { act: 'serve' }), true)
  assert.equal(ask({ name: 'addressed-by', args: { act: 'serve' } }, factsFor(matter(service), law, seats.police, null, day('2026-03-04'))).holds, false)
  assert.equal(ask({ name: 'received' }, factsFor(matter(served), law, seats.market, null, day('2026-03-04'))).holds, true)
})

test('over, unanswered, breached, none-running: the last day itself is not over', () => {
  const at = (name: string, of: Matter, on: string) => holds({ name, args: rules }, of, on)
  assert.deepEqual(at('over', matter(served), '2026-05-06'), { holds: false, fill: { due: '2026-05-06' }, earliest: '2026-05-07' })
  assert.equal(at('over', matter(served), '2026-05-07').holds, true)
  assert.equal(at('over', matter(served, replied), '2026-04-02').holds, true)
  assert.equal(at('over', matter(), '2026-05-07').holds, false)
  assert.equal(at('unanswered', matter(served, replied), '2026-05-07').holds, false)
  assert.equal(at('breached', matter(served, { ...replied, on: day('2026-05-20') }), '2026-05-21').holds, true)
  assert.equal(at('none-running', matter(served), '2026-05-06').holds, false)
  assert.equal(at('none-running', matter(), '2026-05-06').holds, true)
})

test('within: on the last day it is still in time, the day after it is not', () => {
  const decided: Matter = { procedure: 'criminal-trial-supervision', organs, acts: [act(1, '2026-03-02', { act: 'decide', what: 'first-instance-judgment', by: 'court', to: ['office'] })] }
  const args = { rules: 'protest-first-instance-judgment' }
  assert.deepEqual(['2026-03-12', '2026-03-13'].map((on) => holds({ name: 'within', args }, decided, on).holds), [true, false])
})

test('shortfall, breached-or-short: found by a follow-up, refused, or all disagreed with; counted from the last urging where asked', () => {
  const found = act(4, '2026-05-20', { act: 'verify', by: 'office', of: 1, findings: [{ demand: 1, result: 'partly', text: '一部分' }] })
  assert.equal(holds({ name: 'shortfall' }, matter(served, replied, found), '2026-05-21').holds, true)
  assert.equal(holds({ name: 'shortfall', args: { since: 'urge' } }, matter(served, replied, { ...found, n: 3, on: day('2026-04-10') }, { ...urged, n: 4 }), '2026-05-21').holds, false)
  assert.equal(holds({ name: 'breached-or-short', args: rules }, matter(served, { ...replied, answers: [{ demand: 1, state: 'disagreed', text: '不同意' }] }), '2026-04-02').holds, true)
  assert.equal(holds({ name: 'breached-or-short', args: rules }, matter(served, replied), '2026-05-07').holds, false)
})

test('done, verifiable, hearing-ahead, days-since, matter-closed, own-act, never', () => {
  assert.equal(holds({ name: 'done', args: rules }, matter(served), '2026-04-02').holds, false)
  assert.equal(holds({ name: 'done', args: rules }, matter(served, replied), '2026-04-02').holds, true)
  assert.equal(holds({ name: 'verifiable', args: rules }, matter(served), '2026-04-02').holds, false)
  assert.equal(holds({ name: 'hearing-ahead' }, matter(act(1, '2026-06-10', { act: 'hear', by: 'office' })), '2026-06-01').holds, true)
  const noticed = matter(act(1, '2026-03-02', { act: 'serve', instrument: 'notice-to-file', by: 'office', to: ['police'] }))
  const args = { act: 'serve', instrument: 'notice-to-file', rule: 'filing-notice-to-file' }
  assert.deepEqual(['2026-03-17', '2026-03-18'].map((on) => holds({ name: 'days-since', args }, noticed, on).holds), [false, true])
  assert.equal(holds({ name: 'matter-closed' }, matter(act(1, '2026-03-02', { act: 'close', by: 'office' })), '2026-03-03').holds, true)
  assert.equal(holds({ name: 'own-act' }, matter(served, replied), '2026-04-02', { of: 2 }).holds, false)
  assert.equal(holds({ name: 'never' }, matter(), '2026-04-02').holds, false)
})

const said = (guard: Guard): readonly string[] => [guard.otherwise.short.zh, guard.otherwise.because.zh, guard.otherwise.because.en]
test('what is said when a guard does not hold: short for a list, a provision under a name that the lawbook knows', () => {
  const shorts = new Set((parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'law', 'rulebook', 'laws.yaml'), 'utf8')) as readonly { short: string }[]).map(({ short }) => short))
  const guards = [...[...law.procedures.values()].flatMap(({ acts }) => acts.flatMap((one) => one.guards)), ...law.bars.flatMap((bar) => bar.guards)]
  for (const guard of guards) {
    assert.ok([...guard.otherwise.short.zh].length <= 16, guard.otherwise.short.zh)
    assert.ok(said(guard).every((text) => text.length > 0))
    assert.ok(guard.otherwise.provision !== undefined || guard.otherwise.rule !== undefined, guard.otherwise.short.zh)
    if (guard.otherwise.rule !== undefined) assert.ok(law.rules.has(guard.otherwise.rule), guard.otherwise.rule)
    for (const [, name] of (guard.otherwise.provision ?? '').matchAll(/《([^》]+)》/g)) assert.ok(shorts.has(name ?? ''), `《${name}》 is not a short name of the lawbook`)
  }
})

const templates = path.join(import.meta.dirname, '..', '..', 'papers', 'templates')
type Template = { readonly for?: Readonly<Record<string, string>>; readonly fields: readonly { readonly name: string; readonly required?: boolean }[] }

test('the form of an act that makes a paper has the fields of its template', () => {
  const files = readdirSync(templates).filter((name) => name.endsWith('.yaml')).map((name) => parse(readFileSync(path.join(templates, name), 'utf8')) as Template)
  const shared = files.find((file) => file.for === undefined)?.fields.map(({ name }) => name) ?? []
  const filledIn = new Set(['organ', 'date', 'answers'])
  for (const procedure of law.procedures.values()) for (const entry of procedure.acts) {
    if (!['draft', 'urge', 'notify-superior', 'report-congress'].includes(entry.act) || typeof entry.instrument !== 'string') continue
    const template = files.find((file) => file.for !== undefined && Object.hasOwn(file.for, entry.instrument as string))
    assert.ok(template !== undefined, `${entry.instrument} has no template`)
    const known = new Set([...shared, ...template.fields.map(({ name }) => name)])
    assert.deepEqual(entry.form.map(({ name }) => name).filter((name) => !known.has(name) && name !== 'replyBy'), [], `${procedure.id}.${entry.key}`)
    const has = new Set(entry.form.map(({ name }) => name))
    assert.deepEqual(template.fields.filter(({ required, name }) => required === true && !has.has(name) && !filledIn.has(name)), [], `${procedure.id}.${entry.key}`)
  }
})

test('M4.3 given-before: notice three days ahead of the hearing, counted back from the day asked for', () => {
  const told = matter(act(1, '2026-03-10', { act: 'serve', what: 'hearing-notice', by: 'office', to: ['market'] }))
  const args = { rule: 'hearing-notice', act: 'serve', what: 'hearing-notice' }
  assert.deepEqual(['2026-03-12', '2026-03-13'].map((on) => holds({ name: 'given-before', args }, told, on).holds), [false, true])
  assert.deepEqual(holds({ name: 'given-before', args }, told, '2026-03-12').fill, { due: '2026-03-09' })
  assert.equal(holds({ name: 'given-before', args }, matter(served), '2026-03-13').holds, false)
  assert.equal(holds({ name: 'given-before', args: { rule: 'no-such' } }, told, '2026-03-13').holds, false)
})

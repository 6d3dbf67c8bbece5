// Who may act in somebody's place, and whom ties keep out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, lawbook, type Lawbook } from '@hengjian/law'
import { decide, heldFault, type Actor, type Held } from './index.ts'
import { attemptOf } from './sample.ts'
import { emptyMatter, late, seats, toReceipt, walk } from './walking.ts'

const law = lawbook()
const reviewed = walk(emptyMatter('forward-linkage'), law, toReceipt().slice(0, 5))
const entry = (key: string) => law.procedures.get('forward-linkage')?.acts.find((one) => one.key === key) ?? assert.fail(key)
const power = entry('approve').power ?? assert.fail('no power')
const tried = (actor: Actor, key: string, on: string, book: Lawbook = law) => decide(reviewed, book, actor, attemptOf(entry(key), on, entry(key).of === undefined ? {} : { of: 3 }), late)
const code = (...given: Parameters<typeof tried>) => { const outcome = tried(...given); return outcome.ok ? 'ok' : outcome.refusal }
const dated = { from: day('2026-09-13'), to: day('2026-09-20'), by: '检察长 张某', basis: '甲检任〔2026〕1号' } as const
const acting: Held = { kind: 'acting', office: 'chief', ...dated }
const delegated: Held = { kind: 'delegated', powers: [power], ...dated }
const may = (says: string | null): Lawbook => ({ ...law, powers: new Map([...law.powers].map(([id, row]) => [id, id === power ? { ...row, delegable: says } : row])) })

test('M10.1: an acting chief decides from the first to the last day of the appointment, which stands on the act', () => {
  const actor = { ...seats.head, held: [acting] }
  const done = tried(actor, 'approve', '2026-09-20')
  assert.deepEqual(done.ok && done.act.person?.under, { kind: 'acting', office: 'chief', by: dated.by, basis: dated.basis })
  assert.notEqual(code(actor, 'approve', '2026-09-21'), 'ok')
  assert.notEqual(code(seats.head, 'approve', '2026-09-20'), 'ok')
  const own = tried({ ...seats.chief, held: [acting] }, 'approve', '2026-09-20')
  assert.ok(own.ok && own.act.person !== undefined && !('under' in own.act.person))
})

test('M10.1: a delegation gives what the power list lets be delegated, nothing else', () => {
  const actor = { ...seats.prosecutor, held: [delegated] }
  const done = tried(actor, 'approve', '2026-09-15', may('可以委托'))
  assert.deepEqual(done.ok && done.act.person?.under, { kind: 'delegated', power, by: dated.by, basis: dated.basis })
  for (const says of ['否', null]) {
    assert.notEqual(code(actor, 'approve', '2026-09-15', may(says)), 'ok')
    assert.match(heldFault(delegated, may(says))?.zh ?? '', /没有可以委托/)
  }
  assert.equal(heldFault(delegated, may('可以委托')), null)
  assert.ok(heldFault({ ...acting, to: day('2026-09-01') }, law) !== null && heldFault({ ...delegated, powers: ['none'] }, law) !== null)
})

test('M10.2: a standing tie keeps the person out of all but recusal; a decision that nobody need stay out lifts it, a recusal keeps out', () => {
  const from = { from: day('2026-09-01'), to: null }
  const actor: Actor = { ...seats.chief, person: { id: 'p9', name: '李某', office: 'chief' }, ties: [{ kind: 'other', organ: 'forestry', ...from }] }
  const refusal = code(actor, 'approve', '2026-09-15')
  assert.ok(refusal !== 'ok' && refusal.rule === 'recusal-grounds')
  assert.match(refusal.because.zh, /甲市林业和草原局/)
  assert.equal(code({ ...actor, ties: [{ kind: 'other', organ: 'elsewhere', ...from }] }, 'approve', '2026-09-15'), 'ok')
  const recused = (result?: string) => ({ ...reviewed, acts: [...reviewed.acts, { n: 90, act: 'recuse', on: day('2026-09-14'), by: 'office', form: { person: '李某' }, ...(result === undefined ? {} : { result }) }] })
  const after = (result?: string, ties = actor.ties ?? []) => decide(recused(result), law, { ...actor, ties }, attemptOf(entry('approve'), '2026-09-15', { of: 3 }), late)
  assert.equal(after('refused').ok, true)
  const out = after(undefined, [])
  assert.ok(!out.ok && out.refusal.rule === 'recusal-authority')
})

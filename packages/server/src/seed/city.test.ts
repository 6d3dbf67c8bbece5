// The demonstration city against a real database: it has life on every screen, every answer is of the wire's shape, nobody sees what is
// not theirs, and the whole way can be walked in it, from a delivery to a verified answer and to the congress.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { lawbook, type Day, type Instant } from '@hengjian/law'
import { release } from '@hengjian/papers'
import { openStore, type Store } from '@hengjian/store'
import { z } from 'zod'
import type { Answer, Desk, Who } from '../desk/desk.ts'
import { openDesk } from '../desk/open.ts'
import type { ActDone, Clue, Matter, NewAct } from '../desk/shapes.ts'
import * as wire from '../http/wire.ts'
import { openIdentity } from '../identity/identity.ts'
import { seedCity } from './city.ts'
import { whoOfPost } from './lake.ts'

const now = '2026-11-25T10:30:00+08:00' as Instant
const dataDir = mkdtempSync(path.join(tmpdir(), 'hjseed-'))
let [store, desk]: [Store | undefined, Desk | undefined] = [undefined, undefined]
const open = (): { readonly store: Store; readonly desk: Desk } => { assert.ok(store !== undefined && desk !== undefined); return { store, desk } }
const as = (post: string, at: Instant = now): Promise<Who> => whoOfPost(open().store, post, at)
const value = <T>(answer: Answer<T>): T => { assert.ok(answer.ok, answer.ok ? '' : `${answer.problem.code}: ${answer.problem.detail}`); return answer.value }
const shaped = <S extends z.ZodType>(schema: S, answer: Answer<unknown>): z.output<S> => { const checked = schema.safeParse(value(answer)); assert.ok(checked.success, checked.success ? '' : JSON.stringify(checked.error.issues.slice(0, 3))); return checked.data }
const refusal = <T>(answer: Answer<T>): string => { assert.ok(!answer.ok); return answer.problem.code }

before(async () => {
  const law = lawbook()
  store = await openStore({ dataDir, mode: 'test', lawbook: law })
  desk = openDesk({ store, lawbook: law, dataDir, now: () => now })
  const identity = openIdentity({ directory: store.directory, secret: 'a secret for tests only, long enough', generous: true })
  const trouble = await seedCity(store, { lawbook: law, dataDir, now, createAccount: identity.createAccount, say: () => undefined, attach: false })
  assert.deepEqual(trouble, [], 'the law refuses nothing of the city')
})
after(async () => { await desk?.close(); release(); await store?.close(); rmSync(dataDir, { recursive: true, force: true }) })

test('a city is filled once', async () => {
  assert.deepEqual(await seedCity(open().store, { lawbook: lawbook(), dataDir, now, createAccount: () => Promise.reject(new Error('not again')), say: () => undefined }), [])
})

test('M1.1 the worklist has every light and group, each row with its article; overdue answers lead to the next step', async () => {
  const who = await as('p-li-1')
  const page = shaped(wire.DutyPage, await open().desk.duties(who, { limit: 200 }))
  for (const light of ['overdue', 'near', 'within', 'paused', 'not-started', 'review'] as const) assert.ok(page.items.some(({ duty }) => duty.light === light), light)
  assert.ok(page.counts.ours > 0 && page.counts.theirs > 0 && page.counts.today > 0 && page.counts.threeDays > 0 && page.counts.sevenDays > 0)
  assert.equal(page.counts.total, page.items.length)
  assert.ok(page.items.every(({ duty }) => duty.chip.zh !== '' && duty.calc.zh !== ''))
  assert.equal(page.items.find(({ matter }) => matter.title.includes('网络餐饮'))?.next?.key, 'urge')
  const theirs = shaped(wire.DutyPage, await open().desk.duties(who, { who: 'theirs', limit: 200 }))
  assert.ok(theirs.items.every(({ duty }) => !duty.ours))
  const late = shaped(wire.DutyPage, await open().desk.duties(who, { group: 'overdue', limit: 200 }))
  assert.ok(late.items.every(({ duty }) => duty.light === 'overdue'))
})

test('matters stand at every place, in all three procedures; each opens, each of its dates is explained', async () => {
  const who = await as('p-li-1')
  const { items } = shaped(wire.MatterPage, await open().desk.matters(who, { limit: 100 }))
  assert.deepEqual([...new Set(items.map(({ procedure }) => procedure.id))].toSorted(), ['administrative-public-interest', 'forward-linkage', 'social-governance-suggestion'])
  const whole: Matter[] = []
  for (const { id } of items) whole.push(shaped(wire.Matter, await open().desk.matter(who, { id })))
  const stages = new Set(whole.flatMap(({ instruments }) => instruments.map(({ stage }) => stage)))
  for (const stage of ['drafted', 'submitted', 'returned', 'approved', 'served', 'acknowledged', 'answered', 'withdrawn'] as const) assert.ok(stages.has(stage), stage)
  const demands = new Set(whole.flatMap((matter) => matter.demands.map(({ state }) => state)))
  for (const state of ['unanswered', 'answered', 'objected', 'amended', 'withdrawn', 'verified-done', 'verified-partly', 'verified-not-done'] as const) assert.ok(demands.has(state), state)
  assert.ok(whole.some(({ sealed }) => sealed) && whole.some(({ state }) => state === 'closed') && whole.some(({ clue }) => clue !== null))
  let [explained, asked] = [0, 0]
  for (const matter of whole) {
    assert.ok(matter.permitted.every(({ allowed, refusal: why }) => allowed || (why !== undefined && why.because.zh !== '')), 'no blocked act without its reason')
    const dated = matter.duties.find(({ due }) => due !== null)
    if (dated === undefined) continue
    explained++
    const why = shaped(wire.Why, await open().desk.why(who, { matter: matter.id, duty: dated.id }))
    assert.ok(why.duty.explained.steps.length >= 3 && why.days.some(({ day }) => day === dated.due) && why.sentence.zh.includes(dated.due ?? ''))
    asked += why.whatIf.length
  }
  const objected = whole.find(({ title }) => title.includes('大黑河'))
  assert.equal(objected?.permitted[0]?.key, 'recheck', 'the most useful act stands first')
  assert.equal(whole.find(({ title }) => title.includes('网络餐饮'))?.permitted[0]?.key, 'urge')
  assert.ok(explained > 20 && asked >= explained, `${asked} other outcomes of ${explained} dates`)
})

test('M17.1 every rung of the ladder has its matters; the congress sees what was reported to it, and may answer', async () => {
  const board = shaped(wire.Ladder, await open().desk.ladder(await as('p-li-1'), {}))
  assert.deepEqual(board.rungs.map(({ id }) => id), ['within', 'urge', 'superior', 'congress', 'sue'])
  for (const { id, count, items } of board.rungs) assert.ok(count > 0 && (id === 'within' || items.length === count), id)
  const seen = shaped(wire.Ladder, await open().desk.ladder(await as('p-zhou-1'), {}))
  assert.ok((seen.rungs[3]?.count ?? 0) >= 3)
  assert.ok(seen.rungs[3]?.items.some(({ act }) => act?.allowed === true))
  const earlier = shaped(wire.Ladder, await open().desk.ladder(await as('p-li-1'), { knownAt: '2026-09-01T23:59:59+08:00' as Instant }))
  assert.equal(earlier.asOf.slice(0, 10), '2026-09-01')
})

test('M16.3 scorecards count demands of organs, no replies and no persons', async () => {
  const card = shaped(wire.Scorecard, await open().desk.scorecard(await as('p-li-1'), {}))
  assert.ok(card.rows.length > 10 && card.rows.some(({ objectionsUpheld }) => objectionsUpheld > 0) && card.rows.some(({ notDone }) => notDone > 0))
  assert.ok(card.rows.every(({ demands, done, partly, notDone }) => done + partly + notDone <= demands))
})

test('M9.1 the workbench’s other panes: acts of others, calendar with make-up days, clues in their states, deliveries, models, rules', async () => {
  const [who, { desk: one }] = [await as('p-li-1'), open()]
  assert.ok(shaped(wire.ActPage, await one.acts(who, { side: 'other', limit: 6 })).items.every(({ act }) => act.side === 'other'))
  const range = shaped(wire.CalendarRange, await one.calendar(who, { from: '2026-09-28' as Day, to: '2026-12-31' as Day }))
  assert.ok(range.days.some(({ kind }) => kind === 'make-up') && range.days.some(({ kind }) => kind === 'holiday') && range.days.some(({ duties }) => duties > 0))
  assert.equal(refusal(await one.calendar(who, { from: '2026-12-31' as Day, to: '2026-01-01' as Day })), 'calendar-range')
  const clues = shaped(wire.CluePage, await one.clues(who, { limit: 100 })).items
  for (const state of ['waiting', 'adopted', 'excluded', 'needs-data']) assert.ok(clues.some((clue) => clue.state === state), state)
  assert.ok(clues.every(({ evidence, why }) => evidence.length > 0 && why !== ''))
  const deliveries = shaped(wire.DeliveryPage, await one.deliveries(who, {})).items
  assert.ok(deliveries.some(({ state }) => state === 'accepted') && deliveries.some(({ state }) => state === 'waiting'))
  assert.ok(shaped(z.object({ items: z.array(wire.Dataset) }), await one.datasets(who)).items.some(({ last }) => last !== null))
  assert.ok(shaped(z.object({ items: z.array(wire.Model) }), await one.models(who)).items.some(({ lastRun, inputs }) => lastRun !== null && inputs.every(({ have }) => have)))
  shaped(z.object({ items: z.array(wire.RuleSummary) }), await one.rules(who))
  shaped(z.object({ items: z.array(wire.ProcedureSummary) }), await one.procedures(who))
  shaped(z.object({ items: z.array(wire.Organ) }), await one.organs(who))
  shaped(wire.LogHead, await one.logHead())
})

test('M10.1 nobody sees what is not theirs: a liaison only its own, a sealed matter is absent, administrators have no case content', async () => {
  const { desk: one } = open()
  const liaison = await as('p-su-1')
  const own = shaped(wire.MatterPage, await one.matters(liaison, { limit: 100 })).items
  assert.ok(own.length > 0)
  for (const { id } of own) for (const act of value(await one.matter(liaison, { id })).acts) if (['submit', 'approve', 'return', 'inquire'].includes(act.act)) assert.deepEqual(act.form, {}, 'what was said inside the office stays there')
  const all = shaped(wire.MatterPage, await one.matters(await as('p-li-1'), { limit: 100 })).items
  const foreign = all.find(({ id }) => !own.some((mine) => mine.id === id))
  const sealed = all.find((matter) => matter.sealed)
  assert.ok(foreign !== undefined && sealed !== undefined)
  assert.equal(refusal(await one.matter(liaison, { id: foreign.id })), 'absent')
  const assistant = await as('p-zhang-1')
  assert.equal(refusal(await one.matter(assistant, { id: sealed.id })), 'absent')
  assert.equal(value(await one.matters(assistant, { q: sealed.title })).total, 0)
  assert.equal(refusal(await one.readings(liaison, { matter: own[0]?.id ?? '' })), 'readings-closed')
  for (const post of ['p-sys-1', 'p-sec-1', 'p-aud-1']) assert.equal(value(await one.matters(await as(post), {})).total, 0)
})

/** Puts acts on record one after another, each by the post that may. */
async function walk(id: string, steps: readonly (readonly [post: string, act: NewAct])[]): Promise<readonly ActDone[]> {
  const done: ActDone[] = []
  for (const [post, act] of steps) {
    const who = await as(post)
    const { version } = value(await open().desk.matter(who, { id }))
    done.push(shaped(wire.ActDone, await open().desk.putAct(who, { matter: id, act, command: { key: `walk-${id}-${done.length}-${act.key}`, version } })))
  }
  return done
}

test('M5.9 M9.2 M16.1 from a clue to a verified answer: adopted, examined, drafted, decided, numbered, served, signed for, answered, verified, closed', async () => {
  const { desk: one } = open()
  const li = await as('p-li-1')
  const clue = value(await one.clues(li, { state: 'waiting', status: 'clue', limit: 50 })).items.find(({ organ }) => organ === '呼和浩特市市场监督管理局')
  assert.ok(clue !== undefined)
  const decision = { decision: 'adopt', procedure: 'forward-linkage' } as const
  assert.equal(refusal(await one.decideClue(await as('p-su-1'), { id: clue.id, decision, command: { key: 'not-mine-1' } })), 'absent')
  const adopted: Clue = shaped(wire.Clue, await one.decideClue(li, { id: clue.id, decision, command: { key: 'adopt-1' } }))
  assert.equal(refusal(await one.decideClue(li, { id: clue.id, decision, command: { key: 'adopt-2' } })), 'clue-decided')
  const id = adopted.matter?.id ?? ''
  const opened = shaped(wire.Matter, await one.matter(li, { id }))
  assert.equal(opened.subject?.id, 'hh-market')
  assert.equal(opened.clue?.id, clue.id)
  const demands = [{ no: 1, text: '将该案移送公安机关并抄送本院', standard: '移送书和接收回执', by: '2026-12-31' }, { no: 2, text: '自查两年内同类案件', standard: '自查表', by: '2027-01-31' }]
  const form = { source: '数据比对', facts: '处罚决定载明违法经营额，没有移送记录。', finding: '应当依法移送', basis: '《人民检察院检察建议工作规定》第十一条', replyPeriod: '自收到本检察建议书之日起两个月', objectionPeriod: '自收到本检察建议书之日起十五日' }
  await walk(id, [['p-zhang-1', { act: 'inquire', key: 'inquire', form: { method: 'records', findings: '已核对卷宗。' } }]])
  const proof = shaped(wire.PaperPreview, await one.preview(await as('p-zhang-1'), { instrument: 'other-suggestion', matter: id, fields: { ...form, demands, to: ['hh-market'], on: '2026-11-25' }, serveOn: '2026-11-26' }))
  assert.ok(proof.pages.length > 0 && proof.checks.length > 0)
  assert.ok(proof.willCreate.some(({ owedBy, due }) => owedBy.zh === '市市场监管局' && due !== null), 'sending it would start a period')
  const made = await walk(id, [
    ['p-zhang-1', { act: 'draft', key: 'draft', to: ['hh-market'], demands, form }], ['p-zhang-1', { act: 'submit', key: 'submit' }], ['p-wang-1', { act: 'approve', key: 'endorse' }], ['p-liu-1', { act: 'approve', key: 'approve' }],
    ['p-zhao-1', { act: 'issue', key: 'issue', form: { docNo: '呼检意〔2026〕98号' } }], ['p-zhao-1', { act: 'serve', key: 'serve', to: ['hh-market'], form: { channel: 'electronic' } }], ['p-gao-1', { act: 'acknowledge', key: 'acknowledge' }],
  ])
  assert.ok(made[4]?.act.files.some(({ type }) => type === 'application/pdf'), 'the numbered paper stands on record')
  const owed = made.at(-1)?.opened.find(({ owedBy }) => owedBy.id === 'hh-market')
  assert.ok(owed !== undefined && owed.due !== null && owed.explained.steps.length >= 4, 'signing starts the clock, its date explained')
  const gao = await as('p-gao-1')
  const theirs = value(await one.matter(gao, { id }))
  assert.deepEqual(theirs.demands.map(({ no }) => no), [1, 2])
  const paper = theirs.instruments.at(-1)
  assert.ok(value(await one.instrumentPages(gao, { matter: id, n: paper?.n ?? 0 })).pages.length > 0)
  const bytes = value(await one.getFile(gao, { sha256: paper?.file?.sha256 ?? '', matter: id }))
  assert.equal(bytes.type, 'application/pdf')
  const receipt = value(await one.putFile(gao, { name: '移送书回执.txt', body: (async function* () { yield Buffer.from('回执') })() }))
  await walk(id, [
    ['p-gao-1', { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '已移送。', evidence: [receipt] }] }], ['p-gao-1', { act: 'object', key: 'object', answers: [{ demand: 2, state: 'disagreed', text: '无同类案件' }], form: { ground: '已自查。' } }],
    ['p-li-1', { act: 'inquire', key: 'recheck', form: { findings: '属实' } }], ['p-liu-1', { act: 'review', key: 'review-uphold', form: { reason: '自查结果须书面报送。' } }], ['p-gao-1', { act: 'reply', key: 'reply', answers: [{ demand: 2, state: 'done', text: '自查表附后。' }] }],
    ['p-li-1', { act: 'verify', key: 'verify', findings: [{ demand: 1, result: 'done', text: '属实' }, { demand: 2, result: 'done', text: '属实' }] }],
  ])
  assert.equal(refusal(await one.putAct(li, { matter: id, act: { act: 'close', key: 'close', form: { reason: 'performed' } }, command: { key: 'close-by-wrong-office' } })), 'not-permitted')
  await walk(id, [['p-wang-1', { act: 'close', key: 'close', form: { reason: 'performed' } }]])
  const closed = value(await one.matter(li, { id }))
  assert.deepEqual([closed.state, ...closed.demands.map(({ state }) => state)], ['closed', 'verified-done', 'verified-done'])
  assert.equal(value(await one.matter(li, { id, knownAt: now })).knownAt, now)
  assert.ok(value(await one.readings(li, { matter: id })).items.some(({ person }) => person === '高娃'))
  assert.equal(shaped(wire.Receipt, await one.receipt(gao, { act: made.at(-1)?.act.id ?? '' })).act, made.at(-1)?.act.id)
})

test('M16.2 M8.1 the other branch: silence is urged, the next rung is refused with its day and provision; who was not addressed may not answer; a stale act shows what happened', async () => {
  const { desk: one } = open()
  const li = await as('p-li-1')
  const found = value(await one.matters(li, { q: '网络餐饮' })).items[0]
  assert.ok(found !== undefined)
  const form = { about: '网络餐饮整治', earlier: '已送达', state: '未回复' }
  const stale = await one.putAct(li, { matter: found.id, act: { act: 'urge', key: 'urge', to: ['hh-market'], form }, command: { key: 'stale-urge-1', version: 3 } })
  assert.ok(!stale.ok && stale.problem.status === 409 && (stale.problem.changed?.length ?? 0) > 0 && stale.problem.version === found.version)
  const [urged] = await walk(found.id, [['p-li-1', { act: 'urge', key: 'urge', to: ['hh-market'], form }]])
  assert.ok(urged?.opened.some(({ due }) => due !== null))
  const early = await one.putAct(await as('p-liu-1'), { matter: found.id, act: { act: 'notify-superior', key: 'notify-superior', to: ['hh-government'], form: { ...form, subject: '市市场监管局', basis: '《人民检察院检察建议工作规定》第二十五条' } }, command: { key: 'early-notice-1' } })
  assert.ok(!early.ok && early.problem.code === 'too-early' && early.problem.earliest !== undefined && early.problem.provision !== undefined)
  assert.equal(refusal(await one.putAct(await as('p-su-1'), { matter: found.id, act: { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '代为回复' }] }, command: { key: 'not-addressed-1' } })), 'absent')
  assert.equal(refusal(await one.putAct(li, { matter: found.id, act: { act: 'consult', key: 'consult', on: '2027-01-01', form: { views: '磋商' } }, command: { key: 'in-the-future-1' } })), 'future')
})

test('M11.1 a delivery that cannot be read is one plain problem; nothing of it is used', async () => {
  const { desk: one } = open()
  const gao = await as('p-gao-1')
  const bytes = readFileSync(path.join(import.meta.dirname, '../../../../samples/admin_penalty/market.csv'))
  const sent = value(await one.deliver(gao, { dataset: 'admin_penalty', upload: { name: 'broken.csv', body: (async function* () { yield bytes.subarray(0, 40); yield Buffer.from([0xba, 0xf4, 0xff, 0x0a]) })() } }))
  const state = await new Promise<string>((resolve, reject) => { one.watchDelivery(gao, { id: sent.id }, (delivery, done) => { if (done) resolve(delivery.state) }).catch(reject) })
  assert.equal(state, 'failed')
  const failed = shaped(wire.Delivery, await one.delivery(gao, { id: sent.id }))
  assert.ok(failed.problem !== null && failed.problem.detail !== '' && !/Error|undefined|\bat \//.test(failed.problem.detail))
  assert.equal(refusal(await one.decideDelivery(await as('p-chen-1'), { id: sent.id, decision: 'accept' })), 'delivery-settled')
  assert.equal(refusal(await one.delivery(await as('p-su-1'), { id: sent.id })), 'absent')
})

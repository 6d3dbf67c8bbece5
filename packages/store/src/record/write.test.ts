import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { actorOf, at, city, meta, on, open, scopeOf, walk, way } from '../../test/city.ts'

const { store, close } = await city()
after(close)
const prosecutor = scopeOf('xincheng')

test('M9.1 M9.2: a suggestion goes from acceptance to the congress, each act on record with its duties', async () => {
  const { matter } = await open(store)
  const last = await walk(store, matter.id, 'report-congress')
  assert.equal(last.version, way.length + 1)
  assert.deepEqual(last.matter.acts.map(({ n }) => n), Array.from({ length: way.length + 1 }, (_, i) => i + 1))
  assert.equal(last.matter.rung, 'congress')
  const page = await store.read(prosecutor, (q) => q.dutyRows({ today: on('2026-11-16'), matter: matter.id, over: true }))
  assert.ok(page.items.some(({ duty }) => duty.owedBy === 'forestry' && duty.status === 'overdue'), JSON.stringify(page.items.map(({ duty }) => [duty.id, duty.status])))
  assert.deepEqual((await store.rebuild({ check: true, now: at('2026-11-16', '10:00') })).differences, [])
})

test('M11.1: the same key with the same command is done once and answered alike; with another command it is refused; keys belong to the person', async () => {
  const { matter } = await open(store)
  const step = way[0]
  assert.ok(step)
  const attempt = { ...step.attempt, on: on(step.day) }
  const key = { idempotencyKey: randomUUID(), now: at(step.day) }
  const actor = actorOf('xincheng', 'prosecutor')
  const first = await store.putOnRecord(prosecutor, actor, matter.id, attempt, [], key)
  const second = await store.putOnRecord(prosecutor, actor, matter.id, attempt, [], key)
  assert.ok(first.kind === 'recorded' && second.kind === 'recorded')
  assert.deepEqual([first.again, second.again, second.act.id, second.version, second.opened, second.discharged], [false, true, first.act.id, first.version, [...first.opened], [...first.discharged]])
  assert.equal((await store.putOnRecord(prosecutor, actor, matter.id, { ...attempt, form: { ...attempt.form, findings: '另一份' } }, [], key)).kind, 'key-reused')
  const other = await store.putOnRecord({ ...prosecutor, person: 'another' }, actor, matter.id, attempt, [], key)
  assert.equal(other.kind, 'recorded')
  const opening = { idempotencyKey: randomUUID(), now: at('2026-03-02') }
  const input = { procedure: 'forward-linkage', title: '同一件', first: { act: 'accept', key: 'accept', on: on('2026-03-02') } }
  const both = await Promise.all([store.openMatter(prosecutor, actor, input, opening), store.openMatter(prosecutor, actor, input, opening)])
  assert.ok(both[0].kind === 'recorded' && both[1].kind === 'recorded')
  assert.equal(both[0].matter.id, both[1].matter.id)
  assert.deepEqual([both[0].again, both[1].again].toSorted(), [false, true])
})

test('M11.1: of two acts on the same version one is put on record; the other is told what came before it', async () => {
  const { matter } = await open(store)
  const step = way[0]
  assert.ok(step)
  const attempt = { ...step.attempt, on: on(step.day) }
  const both = await Promise.all([1, 2].map(() => store.putOnRecord(prosecutor, actorOf('xincheng', 'prosecutor'), matter.id, attempt, [], meta(at(step.day), 1))))
  assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['recorded', 'stale'])
  const stale = both.find((one) => one.kind === 'stale')
  assert.ok(stale?.kind === 'stale')
  assert.deepEqual([stale.version, stale.changed.map(({ n, act }) => [n, act])], [2, [[2, 'inquire']]])
})

test('M9.2: what the other side does inside its office neither makes a reply stale nor is told to the organ that replies', async () => {
  const { matter } = await open(store)
  await walk(store, matter.id, 'serve')
  const seen = await store.read(scopeOf('forestry'), (q) => q.matter(matter.id))
  assert.ok(seen)
  const inner = await store.putOnRecord(prosecutor, actorOf('xincheng', 'prosecutor'), matter.id, { act: 'inquire', key: 'inquire', on: on('2026-03-12'), form: { method: 'site', findings: '回访' } }, [], meta(at('2026-03-12', '08:00')))
  assert.equal(inner.kind, 'recorded')
  const acknowledged = await store.putOnRecord(scopeOf('forestry'), actorOf('forestry', 'liaison'), matter.id, { act: 'acknowledge', key: 'acknowledge', instrument: 'other-suggestion', of: 3, on: on('2026-03-12') }, [], meta(at('2026-03-12'), seen.version))
  assert.ok(acknowledged.kind === 'recorded', JSON.stringify(acknowledged))
  assert.deepEqual(acknowledged.matter.acts.map(({ act }) => act), ['draft', 'issue', 'serve', 'acknowledge'])
})

test('a refusal of the law is a value, and nothing of it stays', async () => {
  const { matter } = await open(store)
  const refused = await store.putOnRecord(scopeOf('xincheng', 'ordinary', 'prosecutor'), actorOf('xincheng', 'prosecutor'), matter.id, { act: 'issue', key: 'issue', of: 1, on: on('2026-03-03'), form: { docNo: '1' } }, [], meta(at('2026-03-03')))
  assert.equal(refused.kind, 'refused')
  assert.equal((await store.read(prosecutor, (q) => q.matter(matter.id)))?.version, 1)
  const unknown = await store.openMatter(prosecutor, actorOf('xincheng', 'prosecutor'), { procedure: 'nothing', title: '无', first: { act: 'accept', on: on('2026-03-02') } }, meta(at('2026-03-02')))
  assert.ok(unknown.kind === 'refused' && unknown.refusal.code === 'invalid')
})

test('text that no database keeps byte for byte is refused by its field, not changed quietly', async () => {
  const { matter } = await open(store)
  for (const bad of ['半个\ud800', '空\u0000字符']) {
    const refused = await store.putOnRecord(prosecutor, actorOf('xincheng', 'prosecutor'), matter.id, { act: 'inquire', key: 'inquire', on: on('2026-03-03'), form: { method: 'site', findings: bad } }, [], meta(at('2026-03-03')))
    assert.ok(refused.kind === 'refused' && refused.refusal.because.en.includes('attempt.form.findings'), JSON.stringify(refused))
  }
})

test('numbers of an organ and year have no gap and no double, also at the same time; sealed ones have their own series', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => open(store, { owner: 'huimin', day: '2025-05-06' })))
  const refused = await store.openMatter(scopeOf('huimin'), actorOf('huimin', 'liaison'), { procedure: 'forward-linkage', title: '无权', first: { act: 'accept', key: 'accept', on: on('2025-05-06') } }, meta(at('2025-05-06')))
  assert.equal(refused.kind, 'refused')
  const sealed = await open(store, { owner: 'huimin', day: '2025-05-06', sealed: true })
  const next = await open(store, { owner: 'huimin', day: '2025-05-06' })
  assert.deepEqual(made.map(({ matter }) => matter.no).toSorted(), Array.from({ length: 8 }, (_, i) => `2025-000${i + 1}`))
  assert.deepEqual([sealed.matter.no, next.matter.no], ['2025-S0001', '2025-0009'])
})

test('as it was known: the matter as of a moment has the acts recorded until then and the stage that they gave', async () => {
  const { matter } = await open(store)
  await walk(store, matter.id, 'serve')
  const then = await store.read(prosecutor, (q) => q.matter(matter.id, { knownAt: at('2026-03-05', '23:59') }))
  assert.deepEqual([then?.version, then?.acts.at(-1)?.act], [4, 'submit'])
  assert.notEqual(then?.stage, (await store.read(prosecutor, (q) => q.matter(matter.id)))?.stage)
  assert.equal(await store.read(prosecutor, (q) => q.matter(matter.id, { knownAt: at('2026-03-01') })), null)
  const known = await store.read(prosecutor, (q) => q.demandRows({ knownAt: at('2026-03-11', '23:00') }))
  assert.deepEqual(known.filter((row) => row.matter === matter.id).map(({ organ, demand, servedOn }) => [organ, demand.no, servedOn]), [['forestry', 1, '2026-03-11'], ['forestry', 2, '2026-03-11']])
  assert.deepEqual((await store.read(prosecutor, (q) => q.demandRows({ knownAt: at('2026-03-10', '23:00') }))).filter((row) => row.matter === matter.id), [])
})

test('a file must have been uploaded by the organ whose act carries it, and is then had by whoever sees the act', async () => {
  const { matter } = await open(store)
  const ref = await store.files.put(prosecutor, '..\\照片 1.jpg', Buffer.from('photo'), 'image/jpeg')
  assert.equal(ref.name, '照片 1.jpg')
  const attempt = { act: 'inquire', key: 'inquire', on: on('2026-03-03'), form: { method: 'site', findings: '见附件' } }
  const foreign = await store.putOnRecord(prosecutor, actorOf('xincheng', 'prosecutor'), matter.id, attempt, [{ ...ref, sha256: 'f'.repeat(64) }], meta(at('2026-03-03')))
  assert.equal(foreign.kind, 'refused')
  const done = await store.putOnRecord(prosecutor, actorOf('xincheng', 'prosecutor'), matter.id, attempt, [ref], meta(at('2026-03-03')))
  assert.ok(done.kind === 'recorded')
  assert.deepEqual(done.act.files, [ref])
  const got = await store.files.get(prosecutor, ref.sha256, matter.id)
  assert.equal(got && (await got.stream.toArray()).join(''), 'photo')
  assert.equal(await store.files.get(scopeOf('huimin'), ref.sha256, matter.id), null)
  assert.equal(await store.files.own(scopeOf('huimin'), ref.sha256), null)
})

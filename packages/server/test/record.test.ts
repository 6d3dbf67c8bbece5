// The record over real HTTP: from opening to a reply, and every way of doing it wrong.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import type * as wire from '../src/http/wire.ts'
import { newKey, openOffice, type ActDone, type Client, type Matter, type Office, type Problem } from './office.ts'
import { bodyOf, matterOf, open, step, tryStep } from './steps.ts'

let office: Office
let [lin, head, chief, eco, mkt, west, npc, admin]: Client[] = []
before(async () => {
  office = await openOffice()
  ;[lin, head, chief, eco, mkt, west, npc, admin] = await Promise.all((['lin', 'head', 'chief', 'eco', 'mkt', 'west', 'npc', 'admin'] as const).map((name) => office.signIn(name)))
})
after(async () => { await office?.close() })

const as = (client: Client | undefined): Client => client ?? assert.fail('not signed in')
const problem = (reply: { readonly body: never }): Problem => reply.body as Problem

/** Filed, examined, drafted, submitted; with `issued` also approved and numbered. */
async function prepare(id: string, issued?: string): Promise<void> {
  await step(as(chief), id, 'file', { docNo: '东检行公立〔2026〕1号' })
  for (const key of ['inquire', 'draft', 'submit']) await step(as(lin), id, key)
  if (issued === undefined) return
  await step(as(head), id, 'endorse')
  await step(as(chief), id, 'approve')
  await step(as(lin), id, 'issue', { docNo: issued })
}

test('M8.1 M16.2: opened, examined, drafted, approved, issued, served, acknowledged, answered, verified, closed', async () => {
  const { id } = await open(as(lin))
  await prepare(id)
  await step(as(head), id, 'endorse')
  await step(as(chief), id, 'approve')
  const issued = await step(as(lin), id, 'issue', { docNo: '东检行公建〔2026〕1号' })
  assert.ok(issued.act.files.length >= 1, 'the paper stands on record with the act that issues it')
  const drafted = (await matterOf(as(lin), id)).instruments.at(-1)?.n ?? 0
  const paper = await as(lin).call('GET', `/api/matters/${id}/instruments/${drafted}/file`)
  assert.deepEqual([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 4)], [200, 'application/pdf', '%PDF'])
  assert.equal((await as(eco).call('GET', `/api/matters/${id}`)).status, 404, 'nothing is seen before it is served')
  await step(as(lin), id, 'serve')
  const acknowledged = await step(as(eco), id, 'acknowledge')
  assert.ok(acknowledged.opened.length > 0, 'the clock starts')
  const seen = await matterOf(as(eco), id)
  const own = new Set(seen.duties.map((one) => one.id))
  assert.deepEqual([...acknowledged.opened.map((one) => one.id), ...acknowledged.discharged].filter((one) => !own.has(one)), [], 'an inner duty of the other side is told')
  // The filing upwards is an inner step: the other side is not shown it, and is shown what it changed.
  await step(as(lin), id, 'file-superior', { to: ['proc-city'] })
  const whole = new Map((await matterOf(as(lin), id)).duties.map(({ id: one, status }) => [one, status]))
  for (const { id: one, status } of (await matterOf(as(eco), id)).duties) assert.equal(status, whole.get(one), one)
  const duty = seen.duties.find(({ due }) => due !== null) ?? assert.fail('no date')
  const why = await as(eco).get<z.infer<typeof wire.Why>>(`/api/matters/${id}/duties/${encodeURIComponent(duty.id)}/why`)
  assert.ok(why.duty.explained.steps.length >= 2)
  const replied = await step(as(eco), id, 'reply')
  assert.ok(replied.discharged.length > 0 || replied.act.answers?.length === 2)
  await step(as(lin), id, 'verify')
  const receipt = await as(lin).get<z.infer<typeof wire.Receipt>>(`/api/acts/${replied.act.id}/receipt`)
  assert.equal(receipt.sha256, replied.act.hash)
  await step(as(chief), id, 'close').catch(async () => step(as(head), id, 'close'))
  assert.equal((await matterOf(as(lin), id)).state, 'closed')
})

test('the version that was seen: missing is 428, stale is 409 with what was recorded since', async () => {
  const { id, version, permitted } = await open(as(lin))
  const inquire = permitted.find(({ key }) => key === 'inquire') ?? assert.fail()
  const body = bodyOf(inquire, await matterOf(as(lin), id))
  const without = await as(lin).call('POST', `/api/matters/${id}/acts`, body)
  assert.deepEqual([without.status, problem(without).code], [428, 'version-required'])
  assert.equal((await as(lin).call('POST', `/api/matters/${id}/acts`, body, { 'if-match': '*' })).status, 428)
  assert.equal((await as(lin).call('POST', `/api/matters/${id}/acts`, body, { 'if-match': `"${version}"` })).status, 201)
  const stale = await as(lin).call('POST', `/api/matters/${id}/acts`, body, { 'if-match': `"${version}"` })
  assert.deepEqual([stale.status, problem(stale).code, problem(stale).changed?.length], [409, 'stale', 1])
  assert.equal((await matterOf(as(lin), id)).acts.length, 2, 'nothing half done')
})

test('the same key twice is one act and one answer; for something else it is refused', async () => {
  const { id, version } = await open(as(lin))
  const matter = await matterOf(as(lin), id)
  const body = bodyOf(matter.permitted.find(({ key }) => key === 'inquire') ?? assert.fail(), matter)
  const headers = { 'if-match': `"${version}"`, 'idempotency-key': newKey() }
  const [one, two] = await Promise.all([as(lin).call('POST', `/api/matters/${id}/acts`, body, headers), as(lin).call('POST', `/api/matters/${id}/acts`, body, headers)])
  assert.deepEqual([one.status, two.status], [201, 201], one.text + two.text)
  assert.equal((one.body as ActDone).act.id, (two.body as ActDone).act.id)
  assert.equal((await matterOf(as(lin), id)).acts.length, 2)
  const other = await as(lin).call('POST', `/api/matters/${id}/acts`, { ...body, what: 'other' }, headers)
  assert.deepEqual([other.status, problem(other).code], [409, 'key-reused'])
  const [key, again] = [newKey(), { procedure: 'administrative-public-interest', title: '同一案件', subject: 'ecology' }]
  const ids = await Promise.all([1, 2].map(async () => ((await as(lin).call('POST', '/api/matters', again, { 'idempotency-key': key })).body as Matter).id))
  assert.equal(ids[0], ids[1])
})

test('a write without a key is refused', async () => {
  for (const key of ['', 'short', 'with space 12', 'x'.repeat(200)]) {
    const got = await as(lin).call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '无编号' }, { 'idempotency-key': key })
    assert.deepEqual([got.status, problem(got).code], [400, 'key-required'])
  }
})

test('M10.1: an act by the wrong office or organ is refused with the provision; nothing is written', async () => {
  const { id } = await open(as(lin))
  await prepare(id)
  const before = (await matterOf(as(lin), id)).version
  const wrong = await tryStep(as(lin), id, 'endorse')
  assert.deepEqual([wrong.status, problem(wrong).code], [403, 'not-permitted'])
  assert.ok((problem(wrong).provision ?? '').length > 3, wrong.text)
  const early = await tryStep(as(head), id, 'issue', { docNo: 'x' })
  assert.ok([403, 422].includes(early.status), early.text)
  assert.equal((await matterOf(as(lin), id)).version, before)
  const body = { act: 'submit', key: 'submit', of: 3 }
  assert.equal((await as(west).call('POST', `/api/matters/${id}/acts`, body, { 'if-match': `"${before}"` })).status, 404, 'another procuratorate does not know of it')
  assert.equal((await as(npc).call('POST', `/api/matters/${id}/acts`, body, { 'if-match': `"${before}"` })).status, 404)
})

test('an administrator of the system puts nothing on record', async () => {
  const got = await as(admin).call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '越权' })
  assert.ok([403, 404].includes(got.status), got.text)
})

test('M16.2: an organ that was not addressed cannot reply, and cannot tell whether the matter exists', async () => {
  const { id } = await open(as(lin))
  await prepare(id, '东检行公建〔2026〕2号')
  await step(as(lin), id, 'serve')
  const { version } = await matterOf(as(lin), id)
  const reply = { act: 'reply', key: 'reply', of: 3, answers: [{ demand: 1, state: 'done', text: '已办' }] }
  const there = await as(mkt).call('POST', `/api/matters/${id}/acts`, reply, { 'if-match': `"${version}"` })
  const absent = await as(mkt).call('POST', '/api/matters/0190c0de-0000-7000-8000-000000000000/acts', reply, { 'if-match': `"${version}"` })
  assert.equal(there.status, 404)
  assert.equal(there.text.replaceAll(id, '*'), absent.text.replaceAll('0190c0de-0000-7000-8000-000000000000', '*'))
})

test('a date in the future, a service before the issue, a day that is none: each a 422 that says so', async () => {
  const { id } = await open(as(lin))
  const future = await tryStep(as(lin), id, 'inquire', { on: '2026-12-01' })
  assert.deepEqual([future.status, problem(future).code], [422, 'future'], future.text)
  const none = await tryStep(as(lin), id, 'inquire', { on: '2023-02-30' })
  assert.deepEqual([none.status, problem(none).code, problem(none).errors?.[0]?.field], [422, 'invalid', 'on'])
  await prepare(id, '东检行公建〔2026〕3号')
  const early = await tryStep(as(lin), id, 'serve', { on: '2026-02-20' })
  assert.deepEqual([early.status, problem(early).code], [422, 'before-cause'], early.text)
})

test('a sealed matter asked for by an outsider is answered as one that does not exist', async () => {
  const { id } = await open(as(lin), { sealed: true, title: '封存的案件', labels: ['sealed-canary'] })
  const absent = '0190c0de-0000-7000-8000-000000000000'
  for (const path of ['', '/readings', '/instruments/2/pages', '/instruments/2/file', '/duties/x@1/why']) {
    for (const client of [eco, west, npc]) {
      const [there, not] = [await as(client).call('GET', `/api/matters/${id}${path}`), await as(client).call('GET', `/api/matters/${absent}${path}`)]
      assert.equal(there.status, 404, path)
      assert.equal(there.text.replaceAll(id, '*'), not.text.replaceAll(absent, '*'), path)
    }
  }
  for (const client of [eco, west, npc]) for (const path of ['/api/matters?q=封存', '/api/duties', '/api/acts?side=procuratorate', '/api/ladder']) assert.doesNotMatch((await as(client).call('GET', path)).text, /封存的案件|sealed-canary/)
})

test('an unknown act, procedure, organ or field is told by name', async () => {
  const { id, version } = await open(as(lin))
  const act = await as(lin).call('POST', `/api/matters/${id}/acts`, { act: 'abolish' }, { 'if-match': `"${version}"` })
  assert.ok(act.status === 422 || act.status === 403, act.text)
  const procedure = await as(lin).call('POST', '/api/matters', { procedure: 'no-such', title: '未知程序' })
  assert.equal(procedure.status, 422)
  const organ = await as(lin).call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '未知机关', subject: 'nobody' })
  assert.equal(organ.status, 422)
  const field = await as(lin).call('POST', '/api/matters', { procedure: 'administrative-public-interest', title: '多余字段', by: 'chief' })
  assert.deepEqual([field.status, problem(field).errors?.[0]?.field], [422, 'by'])
})

test('a file is stored by its content, seen with its act only, kept from running in a browser', async () => {
  const bytes = new TextEncoder().encode('<script>alert(1)</script>')
  const stored = await as(lin).call('POST', `/api/files?name=${encodeURIComponent('现场照片.html')}`, bytes, { 'content-type': 'text/html' })
  assert.equal(stored.status, 201, stored.text)
  const file = stored.body as z.infer<typeof wire.FileRef>
  assert.equal(file.size, bytes.length)
  const { id } = await open(as(lin))
  await step(as(lin), id, 'inquire', { evidence: [file] })
  const got = await as(lin).call('GET', `/api/files/${file.sha256}?matter=${id}`)
  assert.deepEqual([got.status, got.headers.get('content-type'), got.text], [200, 'application/octet-stream', '<script>alert(1)</script>'])
  assert.match(got.headers.get('content-disposition') ?? '', /^attachment; .*filename\*=UTF-8''/)
  assert.equal((await as(eco).call('GET', `/api/files/${file.sha256}?matter=${id}`)).status, 404)
  assert.equal((await as(lin).call('POST', '/api/files?name=../../etc/passwd', bytes)).status, 400)
  assert.equal((await as(lin).call('POST', '/api/files?name=a.txt', bytes, { 'content-type': 'multipart/form-data; boundary=x' })).status, 415)
})

test('the calendar feed shows the duties of its post to whoever holds the address, until a fresh one is made', async () => {
  const made = await as(lin).call('POST', '/api/calendar/feed')
  assert.equal(made.status, 201, made.text)
  const { path } = made.body as { path: string }
  const got = await office.call('GET', path)
  assert.deepEqual([got.status, got.headers.get('content-type')], [200, 'text/calendar; charset=utf-8'])
  assert.match(got.text, /^BEGIN:VCALENDAR\r\n/)
  await as(lin).call('POST', '/api/calendar/feed')
  assert.equal((await office.call('GET', path)).status, 404)
})

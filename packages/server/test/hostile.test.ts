// Input that was made to break something: cursors nobody gave out, files that are not what the act says, names of JavaScript's own, feeds of who is gone.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inTurn } from '../src/desk/inTurn.ts'
import { sayOr } from '../src/desk/say.ts'
import { calendarFile } from '../src/http/calendarFile.ts'
import { openIdentity } from '../src/identity/identity.ts'
import { openOffice, password, type Client, type Office, type Problem } from './office.ts'
import { bodyOf, matterOf, open, step } from './steps.ts'

let office: Office
let [lin, head, chief, npc, admin]: Client[] = []
before(async () => {
  office = await openOffice()
  ;[lin, head, chief, npc, admin] = await Promise.all((['lin', 'head', 'chief', 'npc', 'admin'] as const).map((name) => office.signIn(name)))
})
after(async () => { await office?.close() })
const as = (client: Client | undefined): Client => client ?? assert.fail('not signed in')

test('a cursor that was not made here starts from the beginning and is never a fault of ours', async () => {
  const id = '11111111-1111-4111-8111-111111111111'
  const made = [['x', id], ['2026-02-30', id], [5, id], ['\0', id], [null, id], [null, 'x', 'x'], ['2026-01-01', id, '\0'], ['x', id, 'x'], ['2026-02-30T00:00:00+08:00', id], ['2026-01-01T00:00:00+08:00', '\0'], ['x', 'y'], [1e308, 1], [id], {}, null]
  const cursors = ['abc', '%ff', ...made.map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'))]
  for (const list of ['matters', 'duties', 'acts', 'deliveries', 'clues']) {
    const replies = await Promise.all(cursors.map((cursor) => as(lin).call('GET', `/api/${list}?limit=1&cursor=${cursor}`)))
    assert.ok(replies.every(({ status }) => status === 200 || status === 400), `${list}: ${replies.map(({ status }) => status).join()}`)
  }
})

test('M16.2: an act cannot say that a file has another size than its bytes; a post without matters uploads none', async () => {
  const bytes = new TextEncoder().encode('evidence of some length')
  const put = await as(lin).call('POST', '/api/files?name=a.txt', bytes)
  assert.equal(put.status, 201, put.text)
  const file = { sha256: createHash('sha256').update(bytes).digest('hex'), name: 'a.txt', size: bytes.length, type: 'text/plain' }
  const { id } = await open(as(lin))
  await step(as(chief), id, 'file', { docNo: '东检行公立〔2026〕11号' })
  const matter = await matterOf(as(lin), id)
  const permission = matter.permitted.find(({ key }) => key === 'inquire') ?? assert.fail('no inquiry')
  const attempt = (files: readonly unknown[]) => as(lin).call('POST', `/api/matters/${id}/acts`, { ...bodyOf(permission, matter), files }, { 'if-match': `"${matter.version}"` })
  const wrong: readonly (readonly [unknown, number])[] = [[{ ...file, size: 5 }, 422], [{ ...file, size: -1 }, 422], [{ ...file, sha256: '../../etc/passwd' }, 422], [{ ...file, name: 'x'.repeat(5000) }, 422]]
  for (const [one, status] of wrong) assert.equal((await attempt([one])).status, status, JSON.stringify(one).slice(0, 80))
  const done = await attempt([{ ...file, type: 'text/html\r\nx-mine: 1' }])
  assert.equal(done.status, 201, done.text)
  const got = await as(lin).call('GET', `/api/files/${file.sha256}?matter=${id}`)
  assert.deepEqual([got.status, got.headers.get('content-type'), got.headers.get('x-mine'), got.text], [200, 'application/octet-stream', null, 'evidence of some length'])
  assert.match(got.headers.get('content-disposition') ?? '', /^attachment/)
  const refused = await as(admin).call('POST', '/api/files?name=a.txt', bytes)
  assert.deepEqual([refused.status, (refused.body as Problem).code], [403, 'not-your-file'])
})

test('M8.1: an act whose letter cannot be made is refused with the fields that stand in the way', async () => {
  const { id } = await open(as(lin))
  await step(as(chief), id, 'file', { docNo: '东检行公立〔2026〕12号' })
  for (const key of ['inquire', 'draft', 'submit']) await step(as(lin), id, key)
  await step(as(head), id, 'endorse')
  await step(as(chief), id, 'approve')
  const matter = await matterOf(as(lin), id)
  const permission = matter.permitted.find(({ key }) => key === 'issue') ?? assert.fail('no issue')
  const statuses: number[] = []
  for (const docNo of [{ constructor: 1 }, ['x'], 0, '\u202e\u0007\n', 'x'.repeat(3000)]) {
    const reply = await as(lin).call('POST', `/api/matters/${id}/acts`, { ...bodyOf(permission, matter), form: { docNo } }, { 'if-match': `"${matter.version}"` })
    statuses.push(reply.status)
  }
  assert.ok(statuses.includes(422) && statuses.every((status) => status < 500), statuses.join())
})

test('names of JavaScript’s own are no messages', () => {
  for (const name of ['exclusions.constructor', 'exclusions.__proto__.constructor', 'exclusions.constructor.name', 'exclusions', 'toString']) assert.deepEqual(sayOr(name, 'given'), { zh: 'given', en: 'given' })
})

test('M16.3: the feed of somebody whose account is closed ends', async () => {
  const feed = await as(npc).call('POST', '/api/calendar/feed')
  const { path } = feed.body as { readonly path: string }
  assert.equal((await office.call('GET', path)).status, 200)
  const row = await office.store.directory.accountByName('npc') ?? assert.fail('no account')
  await office.store.directory.saveAccount({ ...row, disabled: true })
  assert.equal((await office.call('GET', path)).status, 404)
})

test('M16.3: in production nobody signs in with an account of the demonstration', async () => {
  const { directory } = office.store
  const make = (generous: boolean) => openIdentity({ directory, secret: 'x'.repeat(32), generous })
  await make(true).createAccount({ name: 'shown', person: 'eco', password, secondFactor: false, demo: { password } })
  const enter = (generous: boolean) => make(generous).signIn({ account: 'shown', password, address: '127.0.0.9' })
  assert.equal((await enter(true)).ok, true)
  assert.deepEqual(await enter(false), { ok: false, failure: { code: 'wrong-credentials' } })
})

test('a title cannot begin a line of its own in a calendar file', () => {
  const text = { zh: 'a\rBEGIN:VEVENT\r\nb\nc', en: '' }
  assert.deepEqual(calendarFile({ items: [], asOf: '2026-03-02T09:00:00+08:00' } as never, text, 'zh').split(/\r\n|\r|\n/).filter((line) => /^(BEGIN:VEVENT|b|c)/.test(line)), [])
})

test('M8.1: a paper of a thousand demands is refused before it is set, and is counted as heavy work', async () => {
  for (const demands of [Array.from({ length: 4000 }, (_, i) => ({ no: i + 1, text: '要求'.repeat(20) })), Array.from({ length: 20_000 }, (_, i) => ({ no: i + 1, text: '' }))]) {
    const reply = await as(lin).call('POST', '/api/papers/preview', { instrument: 'pil-suggestion', fields: { demands } })
    assert.deepEqual([reply.status, (reply.body as Problem).code], [422, 'paper.fields'], reply.text.slice(0, 200))
  }
})

test('a key that came with one upload is not answered for another', async () => {
  const headers = { 'idempotency-key': 'one-key-two-files' }
  const put = (text: string) => as(lin).call('POST', '/api/files?name=a.txt', text, headers)
  const first = await put('one')
  assert.deepEqual([first.status, (await put('one')).text], [201, first.text])
  const other = await put('another')
  assert.deepEqual([other.status, (other.body as Problem).code], [409, 'key-reused'])
})

test('M17.1: two people who decide on one thing at the same moment decide one after the other', async () => {
  const turn = inTurn()
  const seen: string[] = []
  const work = (name: string, fails = false) => turn('one', async () => { seen.push(`${name}+`); await sleep(5); seen.push(`${name}-`); if (fails) throw new Error(name); return name })
  const done = await Promise.allSettled([work('a', true), work('b'), turn('two', async () => { seen.push('other'); return 'c' }), work('d')])
  assert.deepEqual(done.map(({ status }) => status), ['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  assert.deepEqual(seen.filter((one) => one !== 'other'), ['a+', 'a-', 'b+', 'b-', 'd+', 'd-'])
})

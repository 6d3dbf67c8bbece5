// M9.1: deliveries over HTTP with the real checks: good rows kept, faults told, files that cannot be read told as a whole.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type * as wire from '../src/http/wire.ts'
import { newKey, openOffice, type Client, type Office, type Problem, type Reply } from './office.ts'

type Delivery = z.infer<typeof wire.Delivery>
let office: Office
let [lin, eco, npc]: Client[] = []
before(async () => {
  office = await openOffice()
  ;[lin, eco, npc] = await Promise.all((['lin', 'eco', 'npc'] as const).map((name) => office.signIn(name)))
})
after(async () => { await office?.close() })

const as = (client: Client | undefined): Client => client ?? assert.fail('not signed in')
const header = 'CF_XDR_MC,CF_XDR_LB,CF_WSH,CF_WFXW,CF_SY,CF_NR_FK,CF_JDRQ,CF_CFJG'
const row = (no: number, day = '2025-11-03', amount = '1.5'): string => `某公司${no},法人,东环罚〔2025〕${no}号,超标排放,排放水污染物超标,${amount},${day},东区生态环境分局`
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const upload = (client: Client | undefined, name: string, bytes: Uint8Array, dataset = 'admin_penalty', headers: Record<string, string> = {}): Promise<Reply> =>
  as(client).call('POST', `/api/datasets/${dataset}/deliveries?name=${encodeURIComponent(name)}`, bytes, headers)

/** The delivery once its check has ended. */
async function settled(client: Client | undefined, reply: Reply): Promise<Delivery> {
  assert.equal(reply.status, 201, reply.text)
  let delivery = reply.body as Delivery
  for (let i = 0; i < 300 && (delivery.state === 'checking' || delivery.state === 'receiving'); i++) {
    await sleep(100)
    delivery = await as(client).get<Delivery>(`/api/deliveries/${delivery.id}`)
  }
  return delivery
}

test('M9.1: a file is checked row by row, waits for a person, is accepted once', async () => {
  const delivery = await settled(eco, await upload(eco, '处罚2025.csv', utf8([header, row(1), row(2, ''), row(3, '2023-02-30')].join('\n'))))
  assert.equal(delivery.state, 'waiting', JSON.stringify(delivery.problem))
  assert.equal(delivery.rows, 3)
  assert.equal(delivery.accepted + delivery.rejected, 3)
  assert.ok(delivery.reasons.some(({ field }) => field === 'CF_JDRQ'))
  assert.equal(delivery.provider?.id, 'ecology')
  assert.equal((await as(eco).call('POST', `/api/deliveries/${delivery.id}/decision`, { decision: 'accept' })).status, 403, 'who delivers does not accept')
  const accepted = await as(lin).call('POST', `/api/deliveries/${delivery.id}/decision`, { decision: 'accept' })
  assert.deepEqual([accepted.status, (accepted.body as Delivery).state], [200, 'accepted'], accepted.text)
  assert.equal((await as(lin).call('POST', `/api/deliveries/${delivery.id}/decision`, { decision: 'refuse' })).status, 409)
  assert.equal((await as(npc).call('GET', `/api/deliveries/${delivery.id}`)).status, 404)
})

test('the same upload sent twice under one key is one delivery', async () => {
  const key = { 'idempotency-key': newKey() }
  const bytes = utf8([header, row(7)].join('\n'))
  const [one, two] = await Promise.all([upload(eco, 'twice.csv', bytes, 'admin_penalty', key), upload(eco, 'twice.csv', bytes, 'admin_penalty', key)])
  assert.equal((one.body as Delivery).id, (two.body as Delivery).id)
  assert.equal((await upload(eco, 'other.csv', bytes, 'admin_penalty', key)).status, 409)
  await settled(eco, one)
})

test('files that cannot be read: each a problem with what, where, why and what to do; nothing is kept', async () => {
  const gb18030 = new Uint8Array([...utf8(`${header}\n`), 0xc4, 0xb3, 0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0x31, 0x0a])
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['empty.csv', new Uint8Array()], ['mixed.csv', gb18030], ['no-header.csv', utf8(row(1))], ['truncated.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], ['nul.csv', utf8(`${header}\n\u0000\u0000`)], ['quote.csv', utf8(`${header}\n"never closed,${row(1)}`)], ['program.csv', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3])], ['picture.parquet', utf8('not parquet')],
  ]
  for (const [name, bytes] of files) {
    const reply = await upload(eco, name, bytes)
    if (reply.status !== 201) { assert.ok(reply.status >= 400 && reply.status < 500, `${name} ${reply.status}`); continue }
    const delivery = await settled(eco, reply)
    assert.ok(delivery.state === 'failed' || (delivery.state === 'waiting' && delivery.accepted === 0), `${name}: ${delivery.state} ${delivery.accepted}`)
    if (delivery.state === 'failed') assert.match(delivery.problem?.detail ?? '', /\p{Script=Han}{4}/u, name)
    assert.equal((await as(lin).call('POST', `/api/deliveries/${delivery.id}/decision`, { decision: 'accept' })).status, delivery.state === 'failed' ? 409 : 200, name)
  }
})

test('an unknown dataset, a name that is a path, a form: refused before anything is kept', async () => {
  assert.equal((await upload(eco, 'x.csv', utf8(header), 'no_such_dataset')).status, 404)
  for (const name of ['../../x.csv', 'a/b.csv', '..', 'a\u0000b', ' '.repeat(300)]) assert.equal((await upload(eco, name, utf8(header))).status, 400, name)
  assert.equal((await upload(eco, 'x.csv', utf8(header), 'admin_penalty', { 'content-type': 'multipart/form-data; boundary=y' })).status, 415)
  assert.equal((await upload(npc, 'x.csv', utf8(header))).status, 403)
})

test('who watches a check sees its end as an event', async () => {
  const reply = await upload(eco, 'watched.csv', utf8([header, ...Array.from({ length: 50 }, (_, i) => row(i + 100))].join('\n')))
  const { id } = reply.body as Delivery
  const events = await fetch(`${office.url}/api/deliveries/${id}/events`, { headers: { cookie: as(eco).cookie } })
  assert.equal(events.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  const text = await events.text()
  const last = JSON.parse(text.trim().split('\n\n').filter((one) => one.startsWith('data: ')).at(-1)?.slice(6) ?? '{}') as Delivery
  assert.equal(last.state, 'waiting', text.slice(-500))
  const hidden = await as(npc).call('GET', `/api/deliveries/${id}/events`)
  assert.deepEqual([hidden.status, (hidden.body as Problem).status], [404, 404])
})

test('an upload that breaks off leaves nothing behind, and the server goes on', async () => {
  const { request } = await import('node:http')
  const client = as(eco)
  await new Promise<void>((resolve) => {
    const sending = request(`${office.url}/api/datasets/admin_penalty/deliveries?name=broken-off.csv`, { method: 'POST', headers: { 'cookie': client.cookie, 'x-csrf-token': client.session.csrf, 'idempotency-key': newKey(), 'content-type': 'application/octet-stream', 'content-length': 1_000_000 } })
    sending.on('error', () => resolve()).on('close', () => resolve())
    sending.write(header)
    setTimeout(() => sending.destroy(), 300)
  })
  await sleep(300)
  assert.equal((await office.call('GET', '/api/health')).status, 200)
  assert.doesNotMatch((await client.call('GET', '/api/deliveries')).text, /broken-off/)
})

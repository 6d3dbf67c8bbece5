// What people and programs get wrong, by HTTP: each is refused in clear words with a code that stays, and nothing is half done.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ActDone, Delivery, Matter, MatterPage, NewAct, Problem } from '../packages/web/src/api/wire.gen.ts'
import { zipped } from '../packages/models/src/reading/workbook.ts'
import { newKey, signIn, type Client, type Reply } from './client.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
let analyst: Client
let prosecutor: Client
before(async () => {
  product = await startProduct()
  ;[analyst, prosecutor] = await Promise.all([signIn(product.url, 'analyst'), signIn(product.url, 'prosecutor')])
})
after(async () => { await product?.close() })

/** A problem that people can act on: words in Chinese, no trace of the machinery, a code. */
function clear(problem: Problem | null | undefined, status: number, what: string): Problem {
  assert.ok(problem !== null && problem !== undefined, `${what}: no problem`)
  assert.equal(problem.status, status, `${what}: ${JSON.stringify(problem)}`)
  assert.match(problem.title + problem.detail, /\p{Script=Han}/u, what)
  assert.doesNotMatch(JSON.stringify(problem), /node_modules|\.ts:\d|undefined|\[object|Exception/, what)
  assert.ok(problem.code !== '' && problem.detail.length > 5, what)
  return problem
}

async function deliver(name: string, bytes: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Promise<Delivery> {
  const sent = await analyst.call<Delivery>('POST', `/api/datasets/admin_penalty/deliveries?name=${encodeURIComponent(name)}`, bytes, headers)
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  for (const end = Date.now() + 60_000; ;) {
    const now = await analyst.get<Delivery>(`/api/deliveries/${sent.body.id}`)
    if (now.state !== 'checking' || Date.now() > end) return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const heads = '行政相对人名称,统一社会信用代码,行政处罚决定书文号,违法行为类型,违法事实,处罚决定日期,处罚机关,罚款金额（元）,涉案数量,涉案数量单位'
const row = (over: Readonly<Record<string, string>> = {}): string => Object.values({ name: '示例公司', code: '', no: '呼示罚〔2025〕1号', act: '非法占用草原', fact: '占用草原', day: '2025-03-01', organ: '呼和浩特市林业和草原局', fine: '1000', quantity: '3', unit: '亩', ...over }).join(',')
const csv = (...rows: readonly string[]): string => `${[heads, ...rows].join('\n')}\n`
/** "行政" and so on as GB18030 bytes: every second byte of a Chinese character is invalid UTF-8 somewhere. */
const gb18030 = Buffer.concat([Buffer.from('d0d0d5fecfe0b6d4c8cbc3fbb3c6', 'hex'), Buffer.from(',CF_WSH\n'), Buffer.from('cabec0fdb9abcbbe', 'hex'), Buffer.from(',1\n')])

test('M9.1: files that cannot be read as a whole: one problem that names the place, nothing taken in', async () => {
  const part = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
  const files: readonly (readonly [what: string, name: string, bytes: Uint8Array | string, headers: Readonly<Record<string, string>>, code: RegExp])[] = [
    ['a GB18030 file declared UTF-8', 'a.csv', gb18030, { 'content-type': 'text/csv; charset=utf-8' }, /encoding/],
    ['a workbook with a macro', 'a.xlsx', zipped([part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<workbook/>'), part('xl/vbaProject.bin', 'x')]), {}, /macro/],
    ['a zip bomb', 'a.zip', zipped([{ name: 'a.csv', bytes: Buffer.alloc(64 * 1024 * 1024, 0x2c) }]), {}, /bomb/],
    ['a header missing', 'a.csv', `行政处罚决定书文号,违法行为类型\n呼示罚〔2025〕1号,非法占用草原\n`, {}, /head|column|field/],
    ['a file of nothing', 'a.csv', '', {}, /empty/],
  ]
  for (const [what, name, bytes, headers, code] of files) {
    const delivery = await deliver(name, bytes, headers)
    assert.equal(delivery.state, 'failed', `${what}: ${delivery.state}`)
    assert.match(clear(delivery.problem, delivery.problem?.status ?? 0, what).code, code, what)
    assert.deepEqual([delivery.accepted, delivery.rows === 0 || delivery.accepted === 0], [0, true], what)
    const taken = await analyst.call<Problem>('POST', `/api/deliveries/${delivery.id}/decision`, { decision: 'accept' })
    clear(taken.body, 409, `${what}, accepted all the same`)
  }
})

test('M9.1: rows that cannot be: 30 February, an 18-digit code that became a number; the rest of the file stands', async () => {
  const delivery = await deliver('rows.csv', csv(row(), row({ no: '呼示罚〔2025〕2号', day: '2023-02-30' }), row({ no: '呼示罚〔2025〕3号', code: '9.11501E+17' })))
  assert.equal(delivery.state, 'waiting', JSON.stringify(delivery.problem))
  assert.equal(delivery.rows, 3)
  const day = delivery.reasons.find(({ field }) => field === 'CF_JDRQ')
  assert.ok(day !== undefined && day.examples.some(({ value }) => value === '2023-02-30'), JSON.stringify(delivery.reasons))
  const code = delivery.reasons.find(({ field }) => field === 'CF_XDR_SHXYM')
  assert.ok(delivery.reasons.some(({ field, examples }) => field === 'CF_XDR_SHXYM' && examples.some(({ value }) => value.includes('E+17'))), JSON.stringify(code))
  assert.ok(delivery.accepted >= 1 && delivery.accepted + delivery.rejected === 3)
})

/** A refused act leaves the matter at the version where it was. */
async function untouched(id: string, work: (version: number) => Promise<Reply<Problem>>, status: number, what: string): Promise<Problem> {
  const before = await prosecutor.matter(id)
  const reply = await work(before.version)
  const problem = clear(reply.body, status, what)
  const now = await prosecutor.matter(id)
  assert.deepEqual([now.version, now.acts.length], [before.version, before.acts.length], `${what}: something was recorded`)
  return problem
}
const put = (client: Client, id: string, act: NewAct | object, version: number, key = newKey()): Promise<Reply<Problem>> => client.call<Problem>('POST', `/api/matters/${id}/acts`, act, { 'if-match': `"${version}"`, 'idempotency-key': key })

async function matterOf(title: string, client: Client = prosecutor): Promise<Matter> {
  const { items } = await client.get<MatterPage>(`/api/matters?q=${encodeURIComponent(title)}`)
  const found = items.find((one) => one.title === title)
  assert.ok(found !== undefined, `${title} is not in the city`)
  return client.matter(found.id)
}
const inquiry: NewAct = { act: 'inquire', key: 'inquire', form: { method: 'records', findings: '查询登记。' } }
const openOne = (): Promise<Matter> => prosecutor.post<Matter>('/api/matters', { procedure: 'forward-linkage', title: '坏输入检验用事项', subject: 'hh-ecology' })

test('a stale act: the acts of the others come first; nothing is recorded', async () => {
  const matter = await openOne()
  await prosecutor.act(matter.id, inquiry)
  const problem = await untouched(matter.id, () => put(prosecutor, matter.id, inquiry, matter.version), 409, 'a stale act')
  assert.ok((problem.changed?.length ?? 0) === 1 && problem.version !== undefined, JSON.stringify(problem))
})

test('a double submit: one act, the first answer again; the key is not for other words', async () => {
  const matter = await openOne()
  const key = newKey()
  const [first, second] = await Promise.all([put(prosecutor, matter.id, inquiry, matter.version, key), put(prosecutor, matter.id, inquiry, matter.version, key)]) as unknown as readonly [Reply<ActDone>, Reply<ActDone>]
  assert.deepEqual([first.status, second.status], [201, 201], JSON.stringify([first.body, second.body]).slice(0, 600))
  assert.equal(first.body.act.id, second.body.act.id)
  assert.equal((await prosecutor.matter(matter.id)).acts.length, 2)
  await untouched(matter.id, () => put(prosecutor, matter.id, { ...inquiry, form: { method: 'site', findings: '另一件事。' } }, matter.version + 1, key), 409, 'the key for other words')
})

test('an act by the wrong role, and an answer by an organ that the paper was not addressed to', async () => {
  const [liaison, market] = [await signIn(product.url, 'liaison'), await signIn(product.url, 'liaison-market')]
  const matter = await matterOf('督促履行大黑河入河排污口监管职责')
  const wrong = await untouched(matter.id, (version) => put(liaison, matter.id, { act: 'urge', key: 'urge', to: ['hh-ecology'], form: { about: '督促', earlier: '已送达', state: '未回复' } }, version), 403, 'urging by the organ itself')
  assert.ok(wrong.code !== '')
  const chief = await untouched(matter.id, (version) => put(prosecutor, matter.id, { act: 'notify-superior', key: 'notify-superior', to: ['hh-government'], form: {} }, version), 403, 'a decision of the chief by a prosecutor')
  assert.ok((chief.provision ?? '') !== '', JSON.stringify(chief))
  const reply: NewAct = { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '已办。' }] }
  await untouched(matter.id, (version) => put(market, matter.id, reply, version), 404, 'an answer by a stranger')
  await prosecutor.act(matter.id, { act: 'request-files', key: 'request-files', to: ['hh-market'], form: { files: '登记档案' } })
  await untouched(matter.id, (version) => put(market, matter.id, reply, version), 403, 'an answer by an organ of the matter that was not addressed')
})

test('days that cannot be: in the future, no day at all, service before the issue', async () => {
  const matter = await openOne()
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
  await untouched(matter.id, (version) => put(prosecutor, matter.id, { ...inquiry, on: tomorrow }, version), 422, 'a day in the future')
  await untouched(matter.id, (version) => put(prosecutor, matter.id, { ...inquiry, on: '2023-02-30' }, version), 422, '30 February')
  const ready = await matterOf('督促移送非法采矿涉嫌犯罪案件')
  const { act: issued } = await (await signIn(product.url, 'case-management')).act(ready.id, { act: 'issue', key: 'issue', form: { docNo: '呼检意〔2026〕990号' } })
  const earlier = new Date(Date.parse(`${issued.on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const problem = await untouched(ready.id, (version) => put(prosecutor, ready.id, { act: 'serve', key: 'serve', to: [ready.subject?.id], on: earlier, form: { channel: 'electronic' } }, version), 422, 'service before the issue')
  assert.match(problem.detail, new RegExp(issued.on), problem.detail)
})

test('M4.1: a sealed matter asked for by an outsider is answered as one that is not there', async () => {
  const sealed = await matterOf('完善侵害未成年人强制报告工作')
  assert.equal(sealed.sealed, true)
  const absent = '00000000-0000-4000-8000-000000000000'
  for (const account of ['liaison', 'assistant', 'congress', 'analyst']) {
    const outsider = await signIn(product.url, account)
    for (const path of [(id: string) => `/api/matters/${id}`, (id: string) => `/api/matters/${id}/readings`, (id: string) => `/api/matters/${id}/instruments/9/file`]) {
      const [one, other] = await Promise.all([outsider.call<Problem>('GET', path(sealed.id)), outsider.call<Problem>('GET', path(absent))])
      const bare = (reply: Reply<Problem>, id: string): string => new TextDecoder().decode(reply.bytes).replaceAll(id, '')
      assert.equal(one.status, 404, `${account} ${path('')}`)
      assert.equal(bare(one, sealed.id), bare(other, absent), account)
    }
    const listed = await outsider.get<MatterPage>(`/api/matters?q=${encodeURIComponent('强制报告')}`)
    assert.deepEqual([listed.items.length, listed.total], [0, 0], `${account} finds it`)
  }
})

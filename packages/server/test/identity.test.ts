import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openOffice, password, type Office, type Problem, type Session } from './office.ts'

let office: Office
before(async () => { office = await openOffice() })
after(async () => { await office?.close() })

const enter = (account: string, word: string, code?: string, headers?: Record<string, string>) => office.call('POST', '/api/session', { account, password: word, ...(code === undefined ? {} : { code }) }, headers)

test('signing in gives a session of the post, a cookie that no script reads, a CSRF token', async () => {
  const got = await enter('eco', password, office.code('eco'))
  assert.equal(got.status, 200, got.text)
  const session = got.body as Session
  assert.deepEqual([session.person.name, session.post.organ.id, session.post.office, session.side, session.today], ['艾试', 'ecology', 'liaison', 'other', '2026-03-02'])
  const cookie = got.headers.getSetCookie().find((one) => one.startsWith('hj_session=')) ?? ''
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Strict/)
  assert.match(cookie, /Path=\//)
  assert.doesNotMatch(cookie, /Expires|Max-Age/)
  assert.ok(session.csrf.length >= 32 && !cookie.includes(session.csrf))
  assert.equal(got.headers.get('cache-control'), 'no-store')
})

test('an unknown account, a wrong password, a missing and a wrong code are one answer', async () => {
  const all = [await enter('nobody', password, '123456'), await enter('mkt', 'wrong', office.code('mkt')), await enter('mkt', password), await enter('mkt', password, '000000')]
  for (const { status, text } of all) {
    assert.equal(status, 401)
    assert.equal(text, all[0]?.text)
  }
})

test('unknown and known accounts take about as long', async () => {
  const time = async (account: string): Promise<number> => { const start = performance.now(); await enter(account, 'wrong', '123456'); return performance.now() - start }
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < 3; i++) { known.push(await time('npc')); unknown.push(await time('nope')) }
  const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[1] ?? 0
  assert.ok(Math.abs(median(known) - median(unknown)) < 0.6 * Math.max(median(known), median(unknown)), `${known.join()} and ${unknown.join()}`)
})

test('a code works once', async () => {
  const code = office.code('west')
  assert.equal((await enter('west', password, code)).status, 200)
  assert.equal((await enter('west', password, code)).status, 401)
})

test('guesses are slowed down with the seconds to wait; a device that has signed in before is not held up', async () => {
  const first = await enter('chief', password, office.code('chief'))
  assert.equal(first.status, 200, first.text)
  const device = first.headers.getSetCookie().find((one) => one.startsWith('hj_device='))?.split(';')[0] ?? ''
  let last = await enter('cases', 'guess')
  for (let i = 0; i < 8 && last.status === 401; i++) last = await enter('cases', 'guess')
  assert.equal(last.status, 429)
  assert.ok(Number(last.headers.get('retry-after')) >= 1)
  assert.equal((last.body as Problem).code, 'sign-in-delayed')
  assert.equal((await enter('cases', password, office.code('cases'))).status, 429, 'the right password does not tell either')
  assert.equal((await enter('chief', password, office.code('chief', 1), { cookie: device })).status, 200)
})

test('a write without the token of its session, or from another site, is refused', async () => {
  const client = await office.signIn('lin')
  const without = await client.call('PUT', '/api/session', { post: 'lin-second' }, { 'x-csrf-token': '' })
  assert.deepEqual([without.status, (without.body as Problem).code], [403, 'csrf'])
  const foreign = await client.call('PUT', '/api/session', { post: 'lin-second' }, { origin: 'https://elsewhere.example' })
  assert.deepEqual([foreign.status, (foreign.body as Problem).code], [403, 'foreign-origin'])
  const framed = await client.call('PUT', '/api/session', { post: 'lin-second' }, { 'sec-fetch-site': 'cross-site' })
  assert.equal(framed.status, 403)
})

test('the post changes under a fresh token; nobody takes a post of others; signing out ends it', async () => {
  const client = await office.signIn('lin')
  assert.equal(client.session.posts.length, 2)
  assert.equal((await client.call('PUT', '/api/session', { post: 'eco-post' })).status, 403)
  const other = client.session.posts.find(({ id }) => id !== client.session.post.id)?.id
  const changed = await client.call('PUT', '/api/session', { post: other })
  assert.equal(changed.status, 200, changed.text)
  assert.equal((changed.body as Session).post.id, other)
  assert.equal((await client.call('GET', '/api/session')).status, 401, 'the former token is over')
  const again = await office.signIn('lin')
  const elsewhere = await office.signIn('lin')
  assert.equal((await again.call('DELETE', '/api/session')).status, 204)
  assert.equal((await again.call('GET', '/api/session')).status, 401)
  assert.equal((await elsewhere.call('GET', '/api/session')).status, 200)
  assert.equal((await elsewhere.call('DELETE', '/api/session?everywhere=true')).status, 204)
  assert.equal((await elsewhere.call('GET', '/api/session')).status, 401)
})

test('what ends an account ends its sessions within seconds', async () => {
  const client = await office.signIn('head')
  const account = await office.store.directory.accountByName('head') ?? assert.fail()
  await office.store.directory.saveAccount({ ...account, disabled: true })
  let status = 200
  for (let i = 0; i < 60 && status === 200; i++) { await sleep(100); status = (await client.call('GET', '/api/session')).status }
  assert.equal(status, 401)
  assert.equal((await enter('head', password, office.code('head', 3))).status, 401)
})

test('an ended, invented or foreign token is signed out', async () => {
  for (const cookie of ['hj_session=', 'hj_session=x', `hj_session=${'a'.repeat(43)}`, 'hj_session=%00']) assert.equal((await office.call('GET', '/api/session', undefined, { cookie })).status, 401)
})

test('another host name is refused', async () => {
  const { request } = await import('node:http')
  const status = await new Promise<number>((resolve, reject) => { request(`${office.url}/api/health`, { headers: { host: 'rebound.example' } }, (got) => { got.resume(); resolve(got.statusCode ?? 0) }).on('error', reject).end() })
  assert.equal(status, 421)
})

// Every operation of the published contract, called wrongly in many ways: always an answer of the contract, never a 5xx.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import * as wire from '../src/http/wire.ts'
import { newKey, openOffice, type Client, type Office, type Problem } from './office.ts'
import { open, step } from './steps.ts'

type Operation = { readonly method: string; readonly path: string; readonly open: boolean; readonly json: boolean; readonly bytes: boolean; readonly query: readonly string[]; readonly streams: boolean; readonly summary: string }

let office: Office
let client: Client
let matter: string
let operations: readonly Operation[]
before(async () => {
  office = await openOffice()
  client = await office.signIn('lin')
  matter = (await open(client)).id
  await step(client, matter, 'inquire')
  const { paths } = (await office.call('GET', '/api/openapi.json')).body as { paths: Record<string, Record<string, { summary: string; security?: unknown[]; requestBody?: { content: object }; parameters: { in: string; name: string }[]; responses: Record<string, { content?: object }> }>> }
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(), path, open: operation.security?.length === 0, json: JSON.stringify(operation.requestBody?.content ?? '').includes('application/json'), bytes: JSON.stringify(operation.requestBody?.content ?? '').includes('octet-stream'),
    query: operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name), streams: JSON.stringify(operation.responses).includes('event-stream'), summary: operation.summary,
  })))
})
after(async () => { await office?.close() })

const problemOf = (reply: { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: never }, what: string): Problem => {
  assert.equal(reply.headers.get('content-type'), 'application/problem+json; charset=utf-8', `${what}: ${reply.text.slice(0, 300)}`)
  const problem = wire.Problem.parse(reply.body)
  assert.equal(problem.status, reply.status, what)
  return problem
}

test('the document is OpenAPI 3.1, whole, and lists what INTERFACES promises', async () => {
  const got = await office.call('GET', '/api/openapi.json')
  const document = got.body as { openapi: string; paths: object; components: { schemas: object } }
  assert.equal(document.openapi, '3.1.0')
  const known = new Set(Object.keys(document.components.schemas))
  for (const [, id] of got.text.matchAll(/#\/components\/schemas\/([\w.-]+)/g)) assert.ok(known.has(String(id)), String(id))
  for (const path of ['/api/health', '/api/duties', '/api/matters', '/api/matters/{id}', '/api/matters/{id}/acts', '/api/acts/{id}/receipt', '/api/log/head', '/api/log/consistency', '/api/datasets/{id}/deliveries', '/api/deliveries/{id}', '/api/deliveries/{id}/rejects', '/api/models/{id}/runs', '/api/runs/{id}', '/api/clues', '/api/clues/{id}/decision', '/api/calendar.ics', '/api/session']) assert.ok(path in document.paths, path)
  const names = operations.map(({ method, path }) => `${method} ${path}`)
  assert.equal(new Set(names).size, names.length)
})

test('every address that the interface calls is an operation', async () => {
  const { readFileSync, globSync } = await import('node:fs')
  const { default: nodePath } = await import('node:path')
  const root = nodePath.join(import.meta.dirname, '../../..')
  const called = globSync('packages/web/src/api/*.ts', { cwd: root }).filter((file) => !file.endsWith('gen.ts'))
    // An inserted part is a segment of the path only after a slash; anywhere else it is a query.
    .flatMap((file) => [...readFileSync(nodePath.join(root, file), 'utf8').matchAll(/['`](\/api\/(?:[\w/.-]|(?<=\/)\$\{[^}]*\})+)/g)].map((match) => (match[1] ?? '').replaceAll(/\$\{[^}]*\}/g, '{}')))
  assert.ok(called.length > 20)
  const known = new Set(operations.map(({ path }) => path.replaceAll(/\{\w+\}/g, '{}')))
  assert.deepEqual(called.filter((path) => !known.has(path)), [])
})

test('nobody signed in: every operation but the open ones is 401, whatever else is wrong', async () => {
  for (const { method, path, open: anyone } of operations) {
    if (anyone) continue
    const got = await office.call(method, path.replaceAll(/\{\w+\}/g, 'x'))
    assert.equal(got.status, 401, `${method} ${path}`)
    problemOf(got, path)
  }
})

test('every write without the CSRF token is refused before anything is read', async () => {
  for (const { method, path, open: anyone } of operations) {
    if (anyone || method === 'GET') continue
    const got = await client.call(method, path.replaceAll(/\{\w+\}/g, 'x'), undefined, { 'x-csrf-token': 'x' })
    assert.deepEqual([got.status, problemOf(got, path).code], [403, 'csrf'], `${method} ${path}`)
  }
})

test('every read of what is there answers as the contract says', async () => {
  for (const path of ['/api/session', '/api/health', '/api/organs', '/api/procedures', '/api/rules', '/api/duties', '/api/duties?who=ours&group=overdue&limit=5', '/api/matters', '/api/matters?q=大黑河&state=open', `/api/matters/${matter}`, `/api/matters/${matter}?knownAt=2026-03-01T23:59:59%2B08:00`, `/api/matters/${matter}/readings`, '/api/acts?side=other&limit=6', '/api/calendar?from=2026-02-10&to=2026-03-20', '/api/ladder', '/api/scorecard', '/api/log/head', '/api/datasets', '/api/deliveries?dataset=administrative-penalty', '/api/models', '/api/clues?state=waiting&status=clue&limit=200']) {
    const got = await client.call('GET', path)
    assert.ok(got.status === 200 || got.status === 404, `${path}: ${got.status} ${got.text.slice(0, 500)}`)
    if (got.status === 404) assert.ok(path.includes('knownAt'), path)
  }
})

const nasty = ['', ' ', '.', '..', '%2e%2e', '%00', '%0d%0a', '%ff', '%ed%a0%80', "'", '"', '%27%20OR%201=1--', '-1', '0', '1e309', '9'.repeat(40), 'a'.repeat(190), '2023-02-30', '2026-13-01', '__proto__', 'constructor', '%F0%9F%90%89', '%E2%80%AE', '{id}', '../../x', '0190c0de-0000-7000-8000-000000000000', 'null', 'undefined', 'NaN', '[]', '%5B%5D']
const value = fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())))
const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.record({
  act: fc.constantFrom('draft', 'serve', 'x', '', 3), key: fc.constantFrom('draft', 'reply', 'nope', null), on: fc.constantFrom('2026-03-01', '2023-02-30', '9999-12-31', '0000-00-00', 5), at: fc.constantFrom('2026-03-01T09:00', 'x', '2026-03-01T09:00+08:00'), to: fc.constantFrom(['ecology'], ['nobody'], 'x', [null]), of: fc.constantFrom(1, 999, -1, 1.5, '1'),
  demands: fc.constantFrom([], [{ no: 1, text: 'x' }], [{ no: 1, text: 'x' }, { no: 1, text: 'x' }], [{}]), answers: fc.constantFrom([{ demand: 99, state: 'done', text: 'x' }], [null]), form: fc.constantFrom({}, { to: ['x'] }, { findings: { a: [1] } }, [], { source: 'x'.repeat(5000) }), files: fc.constantFrom([{ sha256: 'x', name: 'x', size: 1, type: 'x' }], []),
  procedure: fc.constantFrom('administrative-public-interest', 'x'), title: fc.constantFrom('标题标题', ''), subject: fc.constantFrom('ecology', '', 'x'), decision: fc.constantFrom('accept', 'adopt', 'x'), asOf: fc.constantFrom('2026-03-01', '1800-01-01', 'x'), parameters: fc.constantFrom({}, { x: 1 }, { __x: 'y' }), instrument: fc.constantFrom('pil-suggestion', 'x'), fields: fc.constantFrom({}, { facts: 3 }, { demands: 'x' }), account: fc.string({ maxLength: 5 }), password: fc.string({ maxLength: 5 }), post: fc.constantFrom('x', 'lin-post'),
}, { requiredKeys: [] }))
const body = fc.oneof({ weight: 4, arbitrary: json.map((one) => JSON.stringify(one) ?? '') }, { weight: 1, arbitrary: fc.constantFrom('', '{', '[1,]', '{"a":1,"a":2}', '"\\ud800"', '{"a":"\\u0000"}', '['.repeat(200), '\ufeff{}', 'null', '1e400', '{"__proto__":{"x":1}}') })

test('seven hundred wrong calls: 0 × 5xx, every refusal a problem of the contract', async () => {
  let [called, failed] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.nat(), fc.array(value, { minLength: 3, maxLength: 3 }), fc.array(value, { minLength: 4, maxLength: 4 }), body, fc.constantFrom('application/json', 'text/plain', 'application/json; charset=gbk', ''), fc.constantFrom('"1"', '"2"', '1', 'x', ''), fc.boolean(), async (pick, segments, values, text, type, version, real) => {
    const operation = operations[pick % operations.length] ?? assert.fail()
    // Leaving and trying passwords would end the test's own session; the pace of guessing has a test of its own.
    if (operation.streams || (operation.path === '/api/session' && operation.method !== 'GET')) return
    let i = 0
    const path = operation.path.replaceAll(/\{\w+\}/g, () => (real && i === 0 && operation.path.startsWith('/api/matters') ? (i++, matter) : segments[i++ % segments.length] ?? 'x'))
    const query = operation.query.map((name, at) => `${name}=${values[at % values.length] ?? ''}`).join('&')
    const got = await office.call(operation.method, `${path}${query === '' ? '' : `?${query}`}`, operation.method === 'GET' ? undefined : text, {
      'cookie': client.cookie, 'x-csrf-token': client.session.csrf, 'idempotency-key': newKey(), 'if-match': version, ...(operation.method === 'GET' ? {} : { 'content-type': operation.json ? (type === 'text/plain' || type === '' ? 'application/json' : type) : type === '' ? 'application/octet-stream' : type }),
    })
    called++
    assert.ok(got.status < 500, `${operation.method} ${path}?${query} ${text.slice(0, 300)} → ${got.status} ${got.text}`)
    if (got.status >= 400) { failed++; problemOf(got, `${operation.method} ${path}`) }
  }), { numRuns: 700, interruptAfterTimeLimit: 60_000 })
  assert.ok(called > 200 && failed > called / 2, `${called} ${failed}`)
})

test('a method that an address does not take is 405 with those that it takes', async () => {
  const got = await office.call('PATCH', '/api/matters/x')
  assert.deepEqual([got.status, got.headers.get('allow')], [405, 'GET, HEAD'])
  assert.equal((await office.call('GET', '/api/no/such')).status, 404)
  assert.equal((await office.call('POST', '/api', 'x')).status, 404)
})

test('a body too large, of another kind or encoding, or not JSON is told with its place', async () => {
  const large = await client.call('POST', '/api/matters', { title: 'x'.repeat(1_100_000) })
  assert.equal(large.status, 413)
  assert.equal((await client.call('POST', '/api/matters', '<a/>', { 'content-type': 'application/xml' })).status, 415)
  assert.equal((await client.call('POST', '/api/matters', '{}', { 'content-type': 'application/json; charset=gb18030' })).status, 415)
  const gbk = await client.call('POST', '/api/matters', new Uint8Array([0x7b, 0x22, 0xba, 0xf4, 0x22, 0x3a, 0x31, 0x7d]), { 'content-type': 'application/json' })
  assert.deepEqual([gbk.status, problemOf(gbk, 'gbk').code], [400, 'malformed-json'])
  const broken = await client.call('POST', '/api/matters', '{\n "title": \n}', { 'content-type': 'application/json' })
  assert.deepEqual(problemOf(broken, 'broken').errors?.map(({ line, column }) => `${line}:${column}`), ['3:1'])
})

test('broken HTTP is answered with a problem too, and the server goes on', async () => {
  const port = Number(new URL(office.url).port)
  const said = (text: string): Promise<string> => new Promise((resolve) => { const socket = connect(port, '127.0.0.1', () => socket.end(text)); let got = ''; socket.on('data', (chunk) => { got += chunk.toString() }).on('close', () => resolve(got)).on('error', () => resolve(got)) })
  assert.match(await said('NONSENSE\r\n\r\n'), /400[\s\S]*application\/problem\+json/)
  assert.match(await said(`GET /api/health HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`), /431[\s\S]*problem\+json/)
  assert.match(await said('GET /api/%zz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'), /400[\s\S]*problem\+json/)
  assert.equal((await office.call('GET', '/api/health')).status, 200)
})

test('headers: no inline script, no framing, nothing kept by caches, nothing sniffed', async () => {
  const { headers } = await office.call('GET', '/api/health')
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'self'(;|$)/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.deepEqual([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('referrer-policy')], ['no-store', 'nosniff', 'no-referrer'])
})

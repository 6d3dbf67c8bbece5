// The log proves itself: every changed byte of a receipt and of a whole log is found, by us and by the verifier that knows only FORMAT.md.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { city, open, scopeOf, walk } from '../../test/city.ts'
import { withClient } from '../database/connect.ts'
import { asOwner, reach } from '../database/reach.ts'
import { readReceipt, verifyReceipt } from './verify-receipt.ts'
import { consistent } from './merkle.ts'

const digest = (name: string, bytes: Buffer): Buffer => createHash(name).update(bytes).digest()
const { store, dataDir, close } = await city()
const reached = await reach({ dataDir, mode: 'test', say: () => undefined })
const folder = mkdtempSync(path.join(tmpdir(), 'hjlog-'))
after(async () => { await reached.close(); await close(); rmSync(folder, { recursive: true }) })
const prosecutor = scopeOf('xincheng')
const python = path.resolve(import.meta.dirname, '../../verify/verify.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
const independent = (...files: readonly string[]) => {
  const done = spawnSync('python3', [python, '--json', ...files], { encoding: 'utf8' })
  assert.equal(done.stderr, '')
  return JSON.parse(done.stdout) as { ok: boolean; wrong: readonly string[] }
}
const file = (name: string, text: string): string => { const place = path.join(folder, name); writeFileSync(place, text); return place }

const { matter } = await open(store)
const unsealed = await store.proofs.receipt(prosecutor, matter.acts[0]?.id ?? '')
await store.proofs.seal()
const walked = await walk(store, matter.id, 'acknowledge')
await open(store, { title: '第二件' })
await store.proofs.seal()
const whole = await store.read(prosecutor, (q) => q.matter(matter.id))
const receipt = await store.proofs.receipt(prosecutor, whole?.acts[4]?.id ?? '')
assert.ok(receipt !== null && unsealed !== null)

test('M11.1: a receipt holds offline, before and after it was sealed; the independent verifier agrees', { skip: hasPython ? false : 'python3 is not installed' }, () => {
  assert.deepEqual(verifyReceipt(receipt).checks.filter(({ good }) => !good), [])
  assert.deepEqual([verifyReceipt(receipt).sealed, verifyReceipt(unsealed).sealed, verifyReceipt(unsealed).ok], [true, false, true])
  assert.deepEqual([independent(file('r.json', JSON.stringify(receipt))).ok, independent(file('u.json', JSON.stringify(unsealed))).ok], [true, true])
})

/** Same value, other spelling (an escape, a space at the end): nothing that the receipt says has changed. */
const same = (text: string, value: unknown): boolean => { try { return JSON.stringify(JSON.parse(text)) === JSON.stringify(value) } catch { return false } }

test('M11.1: every changed byte of a receipt is found', () => {
  const text = Buffer.from(JSON.stringify(receipt))
  const missed: string[] = []
  for (let i = 0; i < text.length; i++) for (const flip of [i % 2 === 0 ? 1 : 32]) {
    const bad = Buffer.from(text)
    bad[i] = (bad[i] ?? 0) ^ flip
    let found = true
    try {
      const changed = new TextDecoder('utf-8', { fatal: true }).decode(bad)
      const read = readReceipt(JSON.parse(changed))
      found = read === null || !verifyReceipt(read).ok || same(changed, receipt)
    } catch { found = true }
    if (!found) missed.push(`byte ${i} (${flip}): …${bad.subarray(Math.max(0, i - 10), i + 10).toString('latin1')}…`)
  }
  assert.deepEqual(missed, [])
})

test('M11.1: a changed byte anywhere in a log is found by the independent verifier, which names the place', { skip: hasPython ? false : 'python3 is not installed' }, async () => {
  const log = path.join(folder, 'log.ndjson')
  await store.proofs.exportTo(log)
  assert.deepEqual(independent(log, file('r.json', JSON.stringify(receipt))).wrong, [])
  // One process for three hundred places all over the file: starting Python for each would test the machine.
  const script = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1]); v = importlib.util.module_from_spec(spec); spec.loader.exec_module(v)
data = open(sys.argv[2], 'rb').read(); missed = []
slow = v.signed; seen = {}
def cached(*key):
    if key not in seen: seen[key] = slow(*key)
    return seen[key]
v.signed = cached
fast = v.sm3; known = {}
def sm3(data):
    if data not in known: known[data] = fast(data)
    return known[data]
v.sm3 = sm3
step = max(1, len(data) // 300)
for i in list(range(0, len(data), step)):
    bad = bytearray(data); bad[i] ^= 1
    try:
        text = bad.decode('utf-8'); lines = text.split('\\n')[:-1] if text.endswith('\\n') else text.split('\\n')
        found = list(v.check_log(lines, []))
    except (v.Wrong, UnicodeDecodeError): found = ['form']
    if not found: missed.append(i)
print(json.dumps(missed))`
  assert.deepEqual(JSON.parse(execFileSync('python3', ['-c', script, python, log], { encoding: 'utf8' })), [])
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
  const told = (change: (all: string[]) => void): string => { const all = [...lines]; change(all); return independent(file('bad.ndjson', `${all.join('\n')}\n`)).wrong.join('; ') }
  const renumber = (all: string[]): void => { for (let i = 1; i < all.length; i++) if (all[i]?.startsWith('{"index"')) all[i] = (all[i] as string).replace(/"index":\d+/, `"index":${i - 1}`) }
  assert.match(told((all) => { [all[3], all[4]] = [all[4] as string, all[3] as string]; renumber(all) }), /entry 2: chain/)
  assert.match(told((all) => { all.splice(5, 1); all[0] = (all[0] as string).replace(/\d+}$/, `${lines.length - 2 - 2}}`); renumber(all) }), /entry 4: chain/)
  assert.match(told((all) => { all.pop() }), /under no head/)
})

test('M11.1: every changed byte of every act is found', async () => {
  const { rows } = await withClient(reached.pool, async (client) => { await client.query('begin'); await client.query('set local role hengjian_engine'); return client.query<{ body: Buffer; sha256: Buffer; sm3: Buffer }>('select a.body, a.sha256, a.sm3 from act a') })
  let flips = 0
  for (const { body, sha256, sm3 } of rows) for (let i = 0; i < body.length; i++, flips++) {
    body[i] = (body[i] ?? 0) ^ 1
    assert.ok(!digest('sha256', body).equals(sha256) && !digest('sm3', body).equals(sm3))
    body[i] = (body[i] ?? 0) ^ 1
  }
  assert.ok(flips > 5_000)
})

test('M11.1: whoever kept an old head sees that the log was only extended', async () => {
  const head = await store.proofs.head()
  const proof = await store.proofs.consistency(1, head.size)
  assert.ok(consistent(1, head.size, Buffer.from(proof.firstRoot, 'hex'), Buffer.from(proof.secondRoot, 'hex'), proof.path.map((part) => Buffer.from(part, 'hex'))))
  assert.equal(proof.secondRoot, head.root)
  await assert.rejects(store.proofs.consistency(1, head.size + 1), RangeError)
})

test('M11.1: a receipt of what one may not see is not to be had', async () => {
  assert.equal(await store.proofs.receipt(scopeOf('huimin'), receipt.act), null)
  assert.equal(await store.proofs.receipt(scopeOf('forestry'), receipt.act), null, 'the endorsement is a step inside the office')
  assert.ok(await store.proofs.receipt(scopeOf('forestry'), walked.act.id))
})

test('M11.1: whatever a superuser changes in the tables, verification names the entry', async () => {
  assert.deepEqual((await store.proofs.verifyAll()).wrong, [])
  const [act] = (await withClient(reached.pool, async (client) => { await client.query('begin'); await client.query('set local role hengjian_engine'); return client.query<{ id: string }>(`select a.id from act a where a.matter_id = $1 and a.n = 4`, [matter.id]) })).rows
  const inBytes = (from: string, to: string) => `body = convert_to(replace(convert_from(body, 'UTF8'), '${from}', '${to}'), 'UTF8')`
  const changes: readonly (readonly [string, RegExp])[] = [
    [`update act set ${inBytes('2026-03-05', '2026-03-04')} where id = '${act?.id}'`, /SHA-256 is not/],
    [`update act set ${inBytes('2026-03-05', '2026-03-04')}, sha256 = sha256(${inBytes('2026-03-05', '2026-03-04').slice(7)}) where id = '${act?.id}'`, /SM3 is not/],
    [`update act set on_day = '2026-03-01' where id = '${act?.id}'`, /columns differ/],
    [`update act set recorded_at = recorded_at - interval '1 day' where id = '${act?.id}'`, /columns differ/],
    [`delete from leaf where act_id = '${act?.id}'; delete from act where id = '${act?.id}'`, /an act is missing before it: 4/],
    [`update leaf set idx = -1 where idx = 3; update leaf set idx = 3 where idx = 2; update leaf set idx = 2 where idx = -1`, /entry differs from what was sealed/],
    [`update node set hash = sha256(hash) where level = 1 and idx = 0`, /the tree differs at node 1\/0/],
    [`update head set note = replace(note, '2026', '2025') where size = 1`, /head 1: the signed text|head 1: the signature/],
    [`delete from node where level = 0 and idx = 5`, /entry differs from what was sealed/],
    [`update head set root = sha256(root) where size = (select max(size) from head)`, /the root is not that of the entries/],
    [`update matter set version = version + 1 where id = '${matter.id}'`, /other than/],
  ]
  await asOwner(reached.owner, async (client) => {
    await client.query('set search_path = hengjian')
    for (const [sql, told] of changes) {
      // The change and the check see one transaction; afterwards it never was.
      await client.query('begin')
      await client.query('alter table act disable trigger all; alter table leaf disable trigger all; alter table node disable trigger all; alter table head disable trigger all')
      await client.query(sql)
      const report = await verifyWithin(client)
      await client.query('rollback')
      assert.ok(report.some(({ what }) => told.test(what)), `${sql}\n${JSON.stringify(report)}`)
    }
  })
  assert.deepEqual((await store.proofs.verifyAll()).wrong, [])
})

/** The same verification over an open transaction: its own opening and closing statements fall away. */
async function verifyWithin(client: Parameters<Parameters<typeof asOwner>[1]>[0]) {
  const { verifyAll } = await import('./verify-all.ts')
  const query = (text: unknown, ...rest: readonly unknown[]) => (typeof text === 'string' && /^(begin|commit|rollback|set local)/.test(text) ? Promise.resolve({ rows: [] }) : (client.query as (...all: readonly unknown[]) => unknown).call(client, text, ...rest))
  const pool = { connect: () => Promise.resolve({ query, release: () => undefined }) }
  return (await verifyAll(pool as never)).wrong
}

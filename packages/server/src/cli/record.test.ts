// hj record, backup, restore, rebuild, migrate on a real data folder, with the database running elsewhere and not running at all.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { lawbook, type Day, type Instant } from '@hengjian/law'
import { openStore, type Store } from '@hengjian/store'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hjcli-'))
const dataDir = path.join(folder, 'data')
after(() => rmSync(folder, { recursive: true, force: true }))

async function hj(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const status = await main(args, { out: (text) => { out += text }, err: (text) => { err += text }, env: { HENGJIAN_DATA: dataDir, ...env }, cwd: folder })
  return { status, out, err }
}
const open = (): Promise<Store> => openStore({ dataDir, mode: 'demo', lawbook: lawbook(), sealEvery: 0 })
const scope = { organ: 'p', side: 'procuratorate', office: 'prosecutor', person: 'p1', clearance: 'ordinary' } as const
async function accept(store: Store): Promise<string> {
  const done = await store.openMatter(scope, { organ: 'p', office: 'prosecutor', person: { id: 'p1', name: '某甲', office: 'prosecutor' } }, { procedure: 'forward-linkage', title: '林地', first: { act: 'accept', key: 'accept', on: '2026-03-02' as Day } }, { idempotencyKey: String(Math.random()), now: '2026-03-02T09:00+08:00' as Instant })
  assert.ok(done.kind === 'recorded', JSON.stringify(done))
  return done.act.id
}

let receipt: Record<string, unknown>
before(async () => {
  const store = await open()
  const name = { zh: '院', en: 'office' }
  await store.directory.saveOrgan({ id: 'p', name, short: name, role: 'procuratorate', level: 'county', superior: null, division: null })
  const act = await accept(store)
  await accept(store)
  await store.proofs.seal()
  receipt = await store.proofs.receipt(scope, act) as unknown as Record<string, unknown>
  await store.close()
})

test('M11.1: hj record verify --receipt needs nothing but the file; one changed byte is found and named', async () => {
  const good = path.join(folder, 'good.json')
  writeFileSync(good, `${JSON.stringify(receipt, null, 2)}\n`)
  const nowhere = { HENGJIAN_DATA: path.join(folder, 'nowhere') }
  const told = await hj(nowhere, 'record', 'verify', '--receipt', good, '--json')
  assert.deepEqual([told.status, told.err, (JSON.parse(told.out) as { ok: boolean }).ok], [0, '', true])
  assert.match((await hj(nowhere, 'record', 'verify', '--receipt', good)).out, /✓ signature/)
  const bytes = Buffer.from(String(receipt['bytes']), 'base64')
  bytes[100] = (bytes[100] ?? 0) ^ 1
  for (const [name, text, code] of [
    ['bytes.json', JSON.stringify({ ...receipt, bytes: bytes.toString('base64') }), 'record.receipt-wrong'], ['n.json', JSON.stringify({ ...receipt, n: 2 }), 'record.receipt-wrong'],
    ['form.json', '{"format":"hengjian-receipt/1"}', 'record.receipt-form'], ['cut.json', JSON.stringify(receipt).slice(0, 500), 'record.receipt-file'],
  ] as const) {
    writeFileSync(path.join(folder, name), text)
    const bad = await hj(nowhere, 'record', 'verify', '--receipt', name)
    assert.equal(bad.status, 1, name)
    assert.equal((JSON.parse(bad.err) as { code: string }).code, code, name)
  }
  assert.equal((JSON.parse((await hj(nowhere, 'record', 'verify', '--receipt', 'absent.json')).err) as { title: string }).title, 'No such file')
})

test('M11.1: the whole record is verified without a running product; an empty folder is told, not made into a record', async () => {
  const { status, out } = await hj({}, 'record', 'verify', '--json')
  const report = JSON.parse(out) as { ok: boolean; acts: number; size: number }
  assert.deepEqual([status, report.ok, report.acts, report.size], [0, true, 2, 2])
  const none = await hj({ HENGJIAN_DATA: path.join(folder, 'nowhere') }, 'record', 'verify')
  assert.deepEqual([none.status, (JSON.parse(none.err) as { code: string }).code], [1, 'record.none'])
})

test('M11.1: backup while the product has the record open, restore into another folder, check, verify', async () => {
  const store = await open()
  try {
    await accept(store)
    assert.equal((await hj({}, 'rebuild', '--check')).status, 0)
    const made = await hj({}, 'backup', 'safe', '--json')
    assert.equal(made.status, 0, made.err)
    assert.equal((JSON.parse(made.out) as { head: { size: number } }).head.size, 3)
    assert.ok(await store.healthy(), 'the command left the database to those who use it')
    assert.match((await hj({}, 'migrate')).out, /up to date/)
  } finally { await store.close() }
  const other = { HENGJIAN_DATA: path.join(folder, 'restored') }
  assert.equal((await hj(other, 'restore', 'safe')).status, 0)
  assert.equal((await hj(other, 'rebuild', '--check')).status, 0)
  assert.match((await hj(other, 'record', 'verify')).out, /^3 acts in 3 matters, 3 sealed/)
  const again = await hj(other, 'restore', 'safe')
  assert.deepEqual([again.status, (JSON.parse(again.err) as { code: string }).code], [1, 'backup.not-empty'])
  const exported = await hj(other, 'record', 'export', '--out', 'log.ndjson', '--json')
  assert.equal((JSON.parse(exported.out) as { entries: number }).entries, 3)
  assert.equal(readFileSync(path.join(folder, 'log.ndjson'), 'utf8').split('\n').filter((line) => line.startsWith('{"index"')).length, 3)
})

test('wrong usage ends with 2 and the usage', async () => {
  for (const args of [['backup'], ['restore'], ['backup', 'a', 'b'], ['rebuild', 'all'], ['record', 'verify', 'x'], ['record', 'export'], ['record'], ['serve', 'now'], ['migrate', '--now']]) {
    const { status, err } = await hj({}, ...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(err, /usage/)
  }
})

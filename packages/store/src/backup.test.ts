import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { actorOf, at, city, meta, on, open, scopeOf, walk } from '../test/city.ts'
import { asOwner, reach } from './database/reach.ts'
import { backup, openStore, restore, StoreProblem } from './index.ts'

const { store, dataDir, close } = await city()
const folder = mkdtempSync(path.join(tmpdir(), 'hjbackup-'))
after(async () => { await close(); rmSync(folder, { recursive: true, force: true }) })
const { matter } = await open(store)
await walk(store, matter.id, 'acknowledge')
const file = await store.files.put(scopeOf('xincheng'), '照片.jpg', Buffer.from('photo'), 'image/jpeg')
await store.putOnRecord(scopeOf('xincheng'), actorOf('xincheng', 'prosecutor'), matter.id, { act: 'inquire', key: 'inquire', on: on('2026-03-13'), form: { method: 'site', findings: '回访' } }, [file], meta(at('2026-03-13')))
await store.noteReading(scopeOf('xincheng'), matter.id, '查看', at('2026-03-14'))
await store.proofs.seal()
await open(store, { title: '尚未入链' })
const head = await store.proofs.head()
const place = { dataDir, mode: 'test' } as const

test('M11.1: a backup taken while the store is open is restored whole into an empty folder: acts, files, receipts, the log goes on', async () => {
  const to = path.join(folder, 'first')
  const made = await backup(place, to)
  assert.deepEqual([made.files, made.head?.root], [1, head.root])
  const back = path.join(folder, 'back')
  const report = await restore({ dataDir: back, mode: 'test', lawbook: lawbook() }, to)
  assert.equal(report.acts, 11)
  const other = await openStore({ dataDir: back, mode: 'test', lawbook: lawbook(), sealEvery: 0 })
  try {
    const [before, afterwards] = await Promise.all([store, other].map((one) => one.read(scopeOf('xincheng'), (q) => q.matter(matter.id))))
    // Restored today, the lights are those of today.
    assert.deepEqual(afterwards, before && { ...before, light: afterwards?.light })
    const got = await other.files.get(scopeOf('xincheng'), file.sha256, matter.id)
    assert.equal((await got?.stream.toArray())?.join(''), 'photo')
    await open(other, { title: '恢复之后' })
    await other.proofs.seal()
    const grown = await other.proofs.head()
    assert.equal(grown.publicKey, head.publicKey)
    assert.equal((await other.proofs.consistency(head.size, grown.size)).firstRoot, head.root)
    assert.deepEqual((await other.proofs.verifyAll()).wrong, [])
    assert.deepEqual((await other.read(scopeOf('xincheng'), (q) => q.readings(matter.id))).length, 1)
  } finally { await other.close() }
})

test('a damaged or unfinished backup is refused before anything is restored, and a folder in use is left alone', async () => {
  const to = path.join(folder, 'second')
  await backup(place, to)
  const code = (wanted: string) => (error: unknown): boolean => error instanceof StoreProblem && error.code === wanted
  const into = () => ({ dataDir: path.join(folder, 'never'), mode: 'test', lawbook: lawbook() }) as const
  await assert.rejects(restore({ ...into(), dataDir }, to), code('backup.not-empty'))
  await assert.rejects(backup(place, to), code('backup.not-empty'))
  for (const name of ['tables/act.ndjson', `files/${file.sha256.slice(0, 2)}/${file.sha256}`, 'manifest.json']) {
    const bad = path.join(folder, 'bad')
    rmSync(bad, { recursive: true, force: true })
    cpSync(to, bad, { recursive: true })
    if (name === 'manifest.json') rmSync(path.join(bad, name))
    else { const bytes = readFileSync(path.join(bad, name)); bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1; writeFileSync(path.join(bad, name), bytes) }
    await assert.rejects(restore(into(), bad), code(name === 'manifest.json' ? 'backup.no-manifest' : 'backup.changed'), name)
    assert.ok(!existsSync(path.join(folder, 'never')))
  }
  assert.ok(readdirSync(to).includes('manifest.json'))
})

test('M11.1: rebuild --check finds a planted difference of each kind, names it, and rebuild mends it', async () => {
  const now = at('2026-03-13')
  assert.deepEqual((await store.rebuild({ check: true, now })).differences, [])
  const reached = await reach({ dataDir, mode: 'test', say: () => undefined })
  try {
    await asOwner(reached.owner, async (client) => {
      await client.query('set search_path = hengjian')
      await client.query(`update duty set due = due + 30 where matter_id = $1 and owed_by = 'forestry' and due is not null`, [matter.id])
      await client.query(`update demand set state = 'verified-done' where matter_id = $1 and no = 1`, [matter.id])
      await client.query(`update matter set stage = 'closed', closed = true where id = $1`, [matter.id])
      await client.query(`insert into matter_organ (matter_id, organ, sealed, since_n) values ($1, 'market', false, 1)`, [matter.id])
      await client.query(`update instrument set audience = 'inner' where matter_id = $1`, [matter.id])
      await client.query(`delete from act_shown where matter_id = $1 and n = 3`, [matter.id])
    })
  } finally { await reached.close() }
  const found = await store.rebuild({ check: true, now })
  assert.equal((await store.rebuild({ check: true })).differences.length, found.differences.length, 'as of the moment of derivation')
  assert.deepEqual([...new Set(found.differences.map(({ table }) => table))].toSorted(), ['act_shown', 'demand', 'duty', 'instrument', 'matter', 'matter_organ'])
  assert.ok(found.differences.every((one) => one.matter === matter.id))
  assert.equal((await store.rebuild({ check: false, now })).written, true)
  assert.deepEqual((await store.rebuild({ check: true, now })).differences, [])
})

test('lights move with the day without an act, and only those that must', async () => {
  assert.equal(await store.refreshDuties(at('2026-03-13')), 0)
  assert.ok(await store.refreshDuties(at('2026-06-01')) > 0)
  const page = await store.read(scopeOf('xincheng'), (q) => q.dutyRows({ today: on('2026-06-01'), lights: ['overdue'] }))
  assert.ok(page.items.some(({ duty }) => duty.owedBy === 'forestry'))
  assert.equal(page.counts.overdue, page.items.length)
})

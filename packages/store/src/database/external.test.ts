// A PostgreSQL of the office instead of the embedded one: DATABASE_URL with a login that is no superuser.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { open, people, scopeOf } from '../../test/city.ts'
import { openStore, StoreProblem } from '../index.ts'
import { launch } from './launch.ts'
import { asOwner } from './reach.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'hjexternal-'))
chmodSync(folder, 0o755)
const cluster = await launch({ dataDir: path.join(folder, 'office'), durable: false })
after(async () => { await cluster.leave(); rmSync(folder, { recursive: true, force: true }) })
const { host, port, superuser, password } = cluster
const url = (user: string, database: string, word = 'word'): string => `postgresql://${user}:${word}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
const store = (databaseUrl: string) => openStore({ dataDir: path.join(folder, 'ours'), databaseUrl, mode: 'demo', lawbook: lawbook(), sealEvery: 0 })
await asOwner({ host, port, user: superuser, password, database: 'postgres' }, async (client) => {
  await client.query(`create role weak login password 'word'`)
  await client.query(`create role office login createrole password 'word'`)
  await client.query('create database weak owner weak')
  await client.query('create database office owner office')
})

test('a login that may not create roles is told which are missing and how to get them', async () => {
  await assert.rejects(store(url('weak', 'weak')), (error) => error instanceof StoreProblem && error.code === 'database.roles' && /hengjian_app/.test(error.where) && /createrole/.test(error.whatToDo))
})

test('a login that owns the database and may create roles migrates it; acts are put on record, proved, opened again', async () => {
  const first = await store(url('office', 'office'))
  try {
    await people(first)
    await open(first)
    await first.proofs.seal()
  } finally { await first.close() }
  const again = await store(url('office', 'office'))
  try {
    assert.equal((await again.read(scopeOf('xincheng'), (q) => q.matters({}))).total, 1)
    assert.deepEqual((await again.proofs.verifyAll()).wrong, [])
    assert.deepEqual((await again.rebuild({ check: true })).differences, [])
  } finally { await again.close() }
})

test('an address that leads nowhere, a wrong word and a text that is no address are told without the password', async () => {
  for (const [bad, code] of [[url('office', 'office', 'secret-word'), 'database.unreachable'], ['postgresql://a:secret-word@127.0.0.1:1/x', 'database.unreachable'], ['nothing', 'database.url']] as const)
    await assert.rejects(store(bad), (error) => error instanceof StoreProblem && error.code === code && !error.message.includes('secret-word'), bad)
})

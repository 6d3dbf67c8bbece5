// What survives when processes are killed without a word, on a real folder with fsync on.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { open, scopeOf } from '../../test/city.ts'
import { openStore } from '../index.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'hjcrash-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))
const postmaster = (): number => Number(readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
const alive = (pid: number): boolean => { try { return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) } catch { return false } }
const gone = async (pid: number): Promise<boolean> => { for (let i = 0; i < 600 && alive(pid); i++) await sleep(50); return !alive(pid) }

/** Starts the process, lets it put `count` acts on record, kills it in the middle of its work; returns the acknowledged ones. */
async function killedAfter(count: number, kill: (process: number) => void): Promise<readonly string[]> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../test/serve-acts.ts'), dataDir], { stdio: ['ignore', 'pipe', 'ignore'] })
  const told: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'ready') told.push(line)
    if (told.length === count) kill(child.pid ?? 0)
  }
  return told
}
const openIt = () => openStore({ dataDir, mode: 'demo', lawbook: lawbook(), sealEvery: 0 })

test('M11.1: after kill -9 of the process, and of the database, every acknowledged act is there and the next start recovers by itself', { timeout: 240_000 }, async () => {
  const acknowledged: string[] = []
  acknowledged.push(...await killedAfter(5, (pid) => process.kill(pid, 'SIGKILL')))
  const left = postmaster()
  // Without waiting: the server left behind may still be going down, or be found and used again.
  acknowledged.push(...await killedAfter(5, (pid) => process.kill(pid, 'SIGKILL')))
  assert.ok(await gone(left), 'the server of the killed process went on for ever')
  acknowledged.push(...await killedAfter(5, (pid) => { process.kill(postmaster(), 'SIGKILL'); process.kill(pid, 'SIGKILL') }))
  const store = await openIt()
  try {
    for (const id of acknowledged) assert.ok(await store.read(scopeOf('xincheng'), (q) => q.act(id)), `act ${id} was acknowledged and is gone`)
    await store.proofs.seal()
    const report = await store.proofs.verifyAll()
    assert.deepEqual(report.wrong, [])
    assert.ok(report.acts >= acknowledged.length && report.unsealed === 0)
  } finally { await store.close() }
})

test('a stale postmaster.pid, also one whose number another program has by now, does not stop the start; nothing is left running after the end', { timeout: 120_000 }, async () => {
  writeFileSync(path.join(dataDir, 'pg/postmaster.pid'), `${process.pid}\n${path.join(dataDir, 'pg')}\n1\n5432\n${path.join(dataDir, 'pg')}\n\n`)
  const store = await openIt()
  const pid = postmaster()
  assert.ok(await store.healthy())
  const second = await openIt()
  assert.equal(postmaster(), pid, 'a second process uses the same server')
  await second.close()
  assert.ok(alive(pid) && await store.healthy(), 'the server belongs to who is still there')
  await store.close()
  assert.ok(!alive(pid) && !existsSync(path.join(dataDir, 'pg/postmaster.pid')))
})

test('a database that ends under a running product is started again, and the product goes on', { timeout: 120_000 }, async () => {
  const store = await openIt()
  try {
    const { act } = await open(store)
    process.kill(postmaster(), 'SIGKILL')
    let up = false
    for (let i = 0; i < 600 && !up; i++) { await sleep(50); up = await store.healthy() }
    assert.ok(up)
    assert.ok(await store.read(scopeOf('xincheng'), (q) => q.act(act.id)))
    await open(store)
  } finally { await store.close() }
  assert.ok(!existsSync(path.join(dataDir, 'pg/postmaster.pid')))
})

test('secrets are the user’s alone; the database is reached by a socket in its own folder and makes no port', async () => {
  for (const name of ['superuser', 'application', 'log-key']) assert.equal(statSync(path.join(dataDir, 'secrets', name)).mode & 0o777, 0o600, name)
  const store = await openIt()
  try {
    assert.equal(readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[5], '')
    await open(store)
  } finally { await store.close() }
})

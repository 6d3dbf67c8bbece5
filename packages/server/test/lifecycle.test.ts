// Coming up, going down, being killed, coming up again: nothing is left running and nothing that was acknowledged is lost.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '../src/wiring.ts'

let dataDir = ''
before(() => { dataDir = mkdtempSync(path.join(os.tmpdir(), 'hj-life-')) })
after(() => rmSync(dataDir, { recursive: true, force: true }))

const options = (port = 0) => ({ port, host: '127.0.0.1', mode: 'production', secret: 's'.repeat(40), dataDir, say: () => undefined } as const)
const alive = (pid: number): boolean => { try { process.kill(pid, 0); return true } catch { return false } }
const postmaster = (): number | null => { const file = path.join(dataDir, 'pg/postmaster.pid'); return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null }

async function start(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const script = `import { serve } from ${JSON.stringify(path.join(import.meta.dirname, '../src/wiring.ts'))}; const up = await serve({ port: 0, host: '127.0.0.1', mode: 'production', secret: '${'s'.repeat(40)}', dataDir: ${JSON.stringify(dataDir)}, say: () => {} }); console.log(up.url); process.on('SIGTERM', () => up.close().then(() => process.exit(0)))`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout ?? assert.fail(), 'data') as [Buffer]
  return { child, url: line.toString().trim() }
}
const healthy = async (url: string): Promise<unknown> => ((await (await fetch(`${url}/api/health`)).json()) as { status: unknown }).status

test('killed without a word, the next start takes over by itself; a clean stop leaves nothing running', async () => {
  const first = await start()
  assert.equal(await healthy(first.url), 'ok')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start()
  assert.equal(await healthy(second.url), 'ok')
  const database = postmaster() ?? assert.fail('no database')
  second.child.kill('SIGTERM')
  const [code] = await once(second.child, 'exit') as [number]
  assert.equal(code, 0)
  for (let i = 0; i < 50 && alive(database); i++) await sleep(100)
  assert.ok(!alive(database), 'the database still runs')
})

test('a port in use is said in a sentence, before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await assert.rejects(serve(options(port)), (error) => error instanceof Error && new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is in use.*PORT=`).test(error.message))
  other.close()
})

test('production has no accounts to show, and closes twice without harm', async () => {
  const up = await serve(options())
  assert.deepEqual(up.accounts, [])
  assert.equal((await fetch(`${up.url}/api/health`)).status, 200)
  await up.close()
  await up.close()
  await assert.rejects(fetch(`${up.url}/api/health`))
})

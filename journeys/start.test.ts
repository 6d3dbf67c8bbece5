// The first command: it starts from nothing, stops without a trace, recovers from being killed, and is quick the second time.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Health, MatterPage } from '../packages/web/src/api/wire.gen.ts'
import { signIn } from './client.ts'

const root = path.dirname(import.meta.dirname)
let dataDir: string
let port: number
const running = new Set<ChildProcess>()
before(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'hengjian-start-'))
  port = await new Promise((resolve) => { const probe = createServer().listen(0, '127.0.0.1', () => { const found = (probe.address() as AddressInfo).port; probe.close(() => resolve(found)) }) })
})
after(async () => {
  for (const child of running) child.kill('SIGKILL')
  await until(() => ours().length === 0)
  rmSync(dataDir, { recursive: true, force: true })
})

const until = async (ready: () => boolean): Promise<void> => {
  for (const end = Date.now() + 60_000; !ready();) {
    if (Date.now() > end) throw new Error(`still ${ours().join(' | ')}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const read = (file: string): string => { try { return readFileSync(file, 'utf8') } catch { return '' } }
/** Processes of the machine that belong to this data folder, by their command lines and environments. */
const ours = (): readonly string[] => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid).flatMap((pid) => {
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
  return command !== '' && (command.includes(dataDir) || read(`/proc/${pid}/environ`).includes(`HENGJIAN_DATA=${dataDir}`)) ? [`${pid} ${command}`] : []
})

type Started = { readonly child: ChildProcess; readonly said: string; readonly millis: number; readonly ended: Promise<number | null> }

/** Starts as a person does and waits for the line that says how to stop. */
function start(): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], { cwd: root, env: { ...process.env, HENGJIAN_DATA: dataDir, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => { running.delete(child); resolve(code) }))
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (said.includes('Ctrl-C')) resolve({ child, said, millis: performance.now() - began, ended })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then((code) => reject(new Error(`ended with ${code}:\n${said}`)))
  })
}

const url = (): string => `http://127.0.0.1:${port}`
const healthy = async (): Promise<void> => { assert.equal(((await (await fetch(`${url()}/api/health`)).json()) as Health).status, 'ok') }
const matters = async (): Promise<number> => (await (await signIn(url(), 'prosecutor')).get<MatterPage>('/api/matters?limit=1')).total

let first: number
let count: number

test('from nothing: it names its address and its accounts, serves the page and the city; Ctrl-C leaves nothing behind', async () => {
  const started = await start()
  first = started.millis
  assert.ok(started.said.includes(url()), started.said)
  for (const account of ['prosecutor', 'chief', 'liaison', 'congress']) assert.ok(started.said.includes(account), account)
  await healthy()
  const page = await fetch(`${url()}/`)
  assert.match(page.headers.get('content-type') ?? '', /text\/html/)
  assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self'/)
  count = await matters()
  assert.ok(count > 20, `${count} matters`)
  started.child.kill('SIGINT')
  assert.equal(await started.ended, 0)
  assert.deepEqual(ours(), [])
})

test('the second time is quick; killed without a word, the database goes too and the next start recovers by itself', async () => {
  const started = await start()
  assert.ok(started.millis < Math.max(5_000, first / 2), `${Math.round(started.millis)} ms after a first start of ${Math.round(first)} ms`)
  await healthy()
  assert.equal(await matters(), count)
  for (const one of ours().filter((line) => line.includes('start.ts'))) process.kill(Number(one.split(' ')[0]), 'SIGKILL')
  await started.ended
  await until(() => !ours().some((line) => line.includes('start.ts')))
  const again = await start()
  await healthy()
  assert.equal(await matters(), count)
  again.child.kill('SIGTERM')
  await again.ended
  assert.deepEqual(ours(), [])
})

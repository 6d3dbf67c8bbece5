// Brings everything up in order and takes it down in the reverse one. Nothing else in the server knows how its parts are made.
import { lawbook } from '@hengjian/law'
import { release } from '@hengjian/papers'
import { openStore, type Store } from '@hengjian/store'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { everyDay } from './clock/daily.ts'
import { momentFrom } from './clock/moment.ts'
import type { Desk } from './desk/desk.ts'
import { standingOf } from './desk/held.ts'
import { openDesk } from './desk/open.ts'
import { makeApp } from './http/app.ts'
import { dataDoors } from './http/doors/data.ts'
import { lawDoors } from './http/doors/law.ts'
import { lawSetDoors } from './http/doors/law-sets.ts'
import { matterDoors } from './http/doors/matters.ts'
import { recordDoors } from './http/doors/record.ts'
import { demoAccounts, sessionDoors, type DemoAccount } from './http/doors/session.ts'
import type { Surroundings } from './http/gate.ts'
import { demoRates, keepPace, productionRates } from './http/pace.ts'
import { keepReplays } from './http/replays.ts'
import { openIdentity, type Identity } from './identity/identity.ts'
import { secretOf } from './identity/secret.ts'
import { checkSettings, SettingsProblem, type ServeOptions } from './settings.ts'

export type Serving = { readonly url: string; readonly accounts: readonly DemoAccount[]; close(): Promise<void> }

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }
const builtWeb = path.join(import.meta.dirname, '../../web/dist')

/** Refuses early, before a database is started, when somebody else listens already. */
const portFree = (port: number, host: string): Promise<void> => new Promise((resolve, reject) => {
  const probe = createServer()
  probe.once('error', (error: NodeJS.ErrnoException) => reject(new SettingsProblem(
    error.code === 'EADDRINUSE' ? `Port ${port} of ${host} is in use. Stop the other program, or start with another port, such as PORT=${port === 65535 ? 8081 : port + 1}.`
      : error.code === 'EACCES' ? `Port ${port} may not be used by this user. Start with PORT=8080 or another port above 1023.` : `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`)))
  probe.listen(port, host, () => probe.close(() => resolve()))
})

/** What is up, part by part; tests furnish their own directory through it. */
export type BroughtUp = { readonly url: string; readonly store: Store; readonly identity: Identity; readonly desk: Desk; close(): Promise<void> }

/**
 * Starts the product: database, law, city (demonstration), doors, clock. The returned `close` stops all of it; nothing is left running.
 * Throws an error whose message is for the administrator (SettingsProblem, StoreProblem).
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { url, identity, close } = await bringUp(options)
  return { url, close, accounts: options.mode === 'demo' ? await demoAccounts(identity) : [] }
}

export async function bringUp(options: ServeOptions): Promise<BroughtUp> {
  checkSettings(options)
  const { say } = options
  const log = (line: string): void => void process.stderr.write(`${new Date().toISOString()} ${line}\n`)
  const now = momentFrom(options.now)
  if (options.port !== 0) await portFree(options.port, options.host)
  const closing: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    const failed: unknown[] = []
    for (const stop of closing.splice(0).toReversed()) await stop().catch((error: unknown) => failed.push(error))
    if (failed.length > 0) throw failed[0]
  }
  try {
    const law = lawbook()
    const store = await openStore({ dataDir: options.dataDir, mode: options.mode, lawbook: law, say, ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }) })
    closing.push(() => store.close())
    const identity = openIdentity({ directory: store.directory, secret: await secretOf(store.directory, options.secret), generous: options.mode !== 'production' })
    await store.lake.interruptRunning(now())
    const desk = openDesk({ store, lawbook: law, dataDir: options.dataDir, say, now })
    closing.push(() => desk.close(), async () => release())
    if (options.mode === 'demo') {
      const { seedCity } = await import('./seed/city.ts')
      await seedCity(store, { lawbook: law, dataDir: options.dataDir, now: now(), say, createAccount: identity.createAccount })
    }
    closing.push(everyDay(now, (at) => store.refreshDuties(at), log))
    const surroundings: Surroundings = {
      publicUrl: options.publicUrl ?? null,
      hosts: options.publicUrl !== undefined ? [new URL(options.publicUrl).host.toLowerCase()] : options.host === '127.0.0.1' || options.host === 'localhost' || options.host === '::1' ? ['localhost'] : [],
    }
    const doors = [
      ...sessionDoors({ identity, desk, mode: options.mode, now, surroundings }), ...matterDoors(desk), ...dataDoors(desk), ...lawDoors(desk), ...lawSetDoors(desk),
      ...recordDoors({ desk, identity, now, healthy: () => store.healthy(), version }),
    ]
    const app = await makeApp({
      doors, identity, now, surroundings, log, version, web: builtWeb, proxies: options.proxies ?? [], replays: keepReplays(), standing: standingOf(store), pace: keepPace(options.mode === 'production' ? productionRates : demoRates),
      checkAnswers: options.mode === 'test' || process.env['HENGJIAN_CHECK_ANSWERS'] === '1',
    })
    closing.push(() => app.close())
    await app.listen({ port: options.port, host: options.host })
    const { port } = app.server.address() as AddressInfo
    const shown = options.host.includes(':') ? `[${options.host}]` : options.host === '0.0.0.0' ? '127.0.0.1' : options.host
    return { url: options.publicUrl ?? `http://${shown}:${port}`, store, identity, desk, close }
  } catch (error) {
    await close().catch(() => undefined)
    throw error
  }
}

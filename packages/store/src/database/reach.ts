// From the options of a store to a migrated database and a pool of the application's login.
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client, type ClientConfig, type Pool } from 'pg'
import { StoreProblem } from '../problem.ts'
import type { Mode } from '../types.ts'
import { endPool, poolOf, types, type Address } from './connect.ts'
import { launch, type Cluster } from './launch.ts'
import { appLogin, migrate } from './migrate.ts'
import { secret } from './secrets.ts'

export type Reached = { readonly pool: Pool; readonly owner: Address; readonly applied: readonly string[]; close(): Promise<void> }
export type ReachOptions = { readonly dataDir: string; readonly databaseUrl?: string; readonly mode: Mode; readonly say: (line: string) => void }

const name = 'hengjian'

export async function asOwner<T>(address: Address, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ application_name: `hengjian:${process.pid}`, ...address, types: types as ClientConfig['types'], ssl: address.ssl as ClientConfig['ssl'], connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally { await client.end().catch(() => undefined) }
}

/** `DATABASE_URL` as an address. Throws StoreProblem that never repeats the password. */
function external(url: string): Address {
  try {
    // The driver takes any text for a database's name, and the machine's user for its user.
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('it does not begin with postgresql://')
    const parts = new Client({ connectionString: url }) as unknown as { host: string; port: number; database?: string; user?: string; password?: string; ssl?: boolean | object }
    if (!parts.user || !parts.database) throw new Error('user and database are needed')
    return { host: parts.host, port: parts.port, database: parts.database, user: parts.user, password: parts.password ?? '', ...(parts.ssl ? { ssl: parts.ssl } : {}) }
  } catch (error) {
    throw new StoreProblem({ code: 'database.url', what: 'DATABASE_URL cannot be read', where: 'DATABASE_URL', why: error instanceof Error ? error.message.replaceAll(url, '…') : 'not a URL', whatToDo: 'Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE' })
  }
}

async function ensureDatabase(cluster: Cluster, database: string, template?: string): Promise<void> {
  await asOwner({ host: cluster.host, port: cluster.port, database: 'postgres', user: cluster.superuser, password: cluster.password, application_name: cluster.name }, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [database])
    if (known.rows.length > 0) return
    // Two processes may come here at once; the second finds it made.
    await client.query(`create database ${client.escapeIdentifier(database)}${template === undefined ? ` encoding 'UTF8' template template0` : ` template ${client.escapeIdentifier(template)}`}`).catch((error: { code?: string }) => { if (error.code !== '42P04' && error.code !== '23505') throw error })
  })
}

const unreachable = (address: Address, error: unknown): StoreProblem => new StoreProblem({
  code: 'database.unreachable', what: 'The database cannot be reached', where: `${address.host}:${address.port}/${address.database}`, why: error instanceof Error && error.message !== '' ? error.message : String((error as { code?: string }).code ?? error), whatToDo: 'Check DATABASE_URL and that the server runs and lets this machine in',
})

async function ready(owner: Address, dataDir: string): Promise<{ readonly pool: Pool; readonly applied: readonly string[] }> {
  const password = secret(dataDir, 'application')
  const applied = await asOwner(owner, (client) => migrate(client, password)).catch((error: unknown) => {
    if (error instanceof StoreProblem) throw error
    const code = (error as { code?: string }).code ?? ''
    if (code === '' || /^(E[A-Z]+|08|28|3D|57P)/.test(code)) throw unreachable(owner, error)
    throw error
  })
  return { pool: poolOf({ ...owner, user: appLogin, password }, 10), applied }
}

type TestCluster = { readonly cluster: Promise<Cluster>; readonly folder: string; readonly template: Promise<void> }
let testCluster: TestCluster | null = null

/** Tests: one cluster a process, without fsync, gone with the process; every data folder gets a database of its own from a migrated template. */
function forTests(): TestCluster {
  if (testCluster !== null) return testCluster
  const folder = mkdtempSync(path.join(tmpdir(), 'hjtest-'))
  chmodSync(folder, 0o755)
  const cluster = launch({ dataDir: folder, durable: false, discard: true })
  const template = cluster.then(async (up) => {
    await ensureDatabase(up, 'template_hengjian')
    await asOwner({ host: up.host, port: up.port, database: 'template_hengjian', user: up.superuser, password: up.password }, (client) => migrate(client, ''))
  })
  template.catch(() => undefined)
  testCluster = { cluster, folder, template }
  return testCluster
}

export async function reach(options: ReachOptions): Promise<Reached> {
  const { dataDir, databaseUrl, mode, say } = options
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const owner = external(databaseUrl)
    const { pool, applied } = await ready(owner, dataDir)
    await pool.query('select 1').catch((error: unknown) => { throw unreachable({ ...owner, user: appLogin }, error) })
    return { pool, owner, applied, close: () => pool.end() }
  }
  if (mode === 'test') {
    const { cluster, template, folder } = forTests()
    const up = await cluster
    await template
    const database = `t_${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
    await ensureDatabase(up, database, 'template_hengjian')
    const owner: Address = { host: up.host, port: up.port, database, user: up.superuser, password: up.password }
    const { pool, applied } = await ready(owner, folder)
    return { pool, owner, applied, close: () => pool.end() }
  }
  const cluster = await launch({ dataDir, durable: true, say })
  try {
    await ensureDatabase(cluster, name)
    const owner: Address = { host: cluster.host, port: cluster.port, database: name, user: cluster.superuser, password: cluster.password, application_name: cluster.name }
    const { pool, applied } = await ready(owner, dataDir)
    // One connection stays for as long as we do: that is how another process sees that the server is still in use.
    await pool.query('select 1')
    return { pool, owner, applied, close: async () => { await endPool(pool); await cluster.leave() } }
  } catch (error) {
    await cluster.leave()
    throw error
  }
}

export type Migrated = { readonly applied: readonly string[]; readonly database: string }
/** Brings the schema up to date and does nothing else. */
export async function migrateOnly(options: ReachOptions): Promise<Migrated> {
  const reached = await reach(options)
  await reached.close()
  return { applied: reached.applied, database: `${reached.owner.host}/${reached.owner.database}` }
}

import type pg from 'pg'
import { Pool, types as pgTypes } from 'pg'

/** What we need to know to connect. */
export type Address = { readonly host: string; readonly port: number; readonly database: string; readonly user: string; readonly password: string; readonly ssl?: boolean | object; readonly application_name?: string }

// Days stay text, instants come as text with the zone of the session (Asia/Shanghai), counts as numbers: no Date in between cuts microseconds or moves a day.
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === 1082 || oid === 1114) return (value) => value
    if (oid === 1184) return (value) => instantText(value)
    if (oid === 20) return Number
    return pgTypes.getTypeParser(oid, format) as (value: string) => unknown
  },
}

/** `2026-10-13 09:00:00.5+08` of PostgreSQL as ISO text. */
const instantText = (value: string): string => value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')

/** Every pool has an error listener: a stop of the server must not end our process. Statements of one turn go out together (pipeline). */
export function poolOf(address: Address, max: number): pg.Pool {
  const config = {
    application_name: `hengjian:${process.pid}`, ...address, max, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000, keepAlive: true, types, pipeline: true,
    options: '-c search_path=hengjian -c timezone=Asia/Shanghai -c datestyle=ISO -c statement_timeout=60s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s',
  } as unknown as pg.PoolConfig
  const pool = new Pool(config)
  pool.on('error', () => undefined)
  // A pool that keeps its connections must not keep the process alive after everything else has ended.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    const gone = new Promise<void>((resolve) => { client.once('end', () => resolve()) })
    const left = leaving.get(pool) ?? new Set<Promise<void>>()
    leaving.set(pool, left.add(gone))
    void gone.then(() => left.delete(gone))
    packed(client)
  })
  return pool
}

const leaving = new WeakMap<pg.Pool, Set<Promise<void>>>()
/** Ends a pool and waits until the server has let go of every connection: the pool's own end does not, and whoever counts connections next would find them. */
export async function endPool(pool: pg.Pool): Promise<void> {
  await pool.end()
  await Promise.all(leaving.get(pool) ?? [])
}

type Wire = { write(...given: readonly unknown[]): boolean }

/** All statements of one turn leave in one packet: the server is woken once, not once a statement, and the kernel copies one piece. */
function packed(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Wire } }).connection
  const write = stream.write.bind(stream)
  let held: Uint8Array[] | null = null
  const flush = (): void => {
    const all = held
    held = null
    if (all !== null && all.length > 0) write(all.length === 1 ? all[0] : Buffer.concat(all))
  }
  stream.write = (...given) => {
    const [piece] = given
    if (given.length > 1 || !(piece instanceof Uint8Array)) { flush(); return write(...given) }
    if (held === null) { held = []; process.nextTick(flush) }
    held.push(piece)
    return true
  }
}

/** Rows of statements that were sent together, in order; the first error, after all have been answered. */
export async function together(queries: readonly Promise<pg.QueryResult>[]): Promise<readonly pg.QueryResult[]> {
  const all = await Promise.allSettled(queries)
  const failed = all.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return all.map((one) => (one as PromiseFulfilledResult<pg.QueryResult>).value)
}

/** One connection, given back afterwards; destroyed when the work failed in a way that leaves it unusable. */
export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try { return await work(client) } catch (error) {
    broken = await client.query('rollback').then(() => false, () => true)
    throw error
  } finally { client.release(broken) }
}

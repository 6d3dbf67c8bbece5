// The embedded PostgreSQL: one cluster in `dataDir/pg`, reached by a unix socket in that folder (or 127.0.0.1 where the path is too long
// for a socket). Several of our processes may use it at once: the first starts it, the last one out stops it.
import { randomUUID } from 'node:crypto'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { StoreProblem } from '../problem.ts'
import { binaries } from './binaries.ts'
import { identityFor, type Identity } from './identity.ts'
import { secret } from './secrets.ts'

export type Cluster = {
  readonly host: string
  readonly port: number
  readonly superuser: string
  readonly password: string
  /** By which the server knows our connections from another process's, or another store's in this process. */
  readonly name: string
  /** Stops the server unless somebody else is connected to it. */
  leave(): Promise<void>
}

const superuser = 'postgres'
/** sun_path holds 108 bytes with its end. */
const longestSocket = 107 - '/.s.PGSQL.5432'.length
const patience = 60_000

type Running = { readonly pid: number; readonly host: string; readonly port: number }

/** What `postmaster.pid` says, when its process is alive and is a PostgreSQL; a left-over file of a dead one is removed. */
function running(data: string): Running | 'starting' | null {
  const file = path.join(data, 'postmaster.pid')
  const text = textOf(file)
  if (text === null) return null
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const command = textOf(`/proc/${pid}/cmdline`) ?? ''
  if (pid > 0 ? !command.includes('postgres') || !command.includes(data) : ageOf(file) > 10_000) {
    // Not when a new server has written its own in between.
    if (textOf(file) === text) rmSync(file, { force: true })
    return null
  }
  const [port, socket, address] = [Number(lines[3]), lines[4] ?? '', lines[5] ?? '']
  // The file exists before its first line does.
  if (!port || (socket === '' && address === '')) return 'starting'
  return { pid, port, host: socket === '' ? address : socket }
}
const textOf = (file: string): string | null => { try { return readFileSync(file, 'utf8') } catch { return null } }
const ageOf = (file: string): number => { try { return Date.now() - statSync(file).mtimeMs } catch { return 0 } }

async function answers(at: Running, password: string): Promise<boolean> {
  const client = new Client({ host: at.host, port: at.port, user: superuser, password, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new StoreProblem({ code: 'database.password', what: 'The embedded database does not know our password', where: at.host, why: 'the secrets in the data folder are not those it was made with', whatToDo: 'Restore the folder `secrets` that belongs to this data folder' })
    return false
  } finally { await client.end().catch(() => undefined) }
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
  })
})

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: '/', LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' })

const isAlive = (pid: number): boolean => { try { process.kill(pid, 0); return true } catch (error) { return (error as { code?: string }).code === 'EPERM' } }
/** Where this process makes a cluster before it has its name; what processes that were killed meanwhile left of theirs is removed. */
function makingOf(data: string): string {
  const prefix = `${path.basename(data)}.making-`
  for (const name of readdirSync(path.dirname(data))) if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) rmSync(path.join(path.dirname(data), name), { recursive: true, force: true })
  return path.join(path.dirname(data), `${prefix}${process.pid}`)
}

/** A folder is a cluster only once it is whole: made beside its place, then renamed. Of two processes that make one at once, the first to finish gives the name. */
function create(data: string, made: string, bin: string, who: Identity, password: string, durable: boolean): void {
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { mode: 0o700 })
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-'))
  const word = path.join(folder, 'word')
  writeFileSync(word, password, { mode: 0o600 })
  if (who.uid !== undefined && who.gid !== undefined) for (const one of [folder, word, made]) chownSync(one, who.uid, who.gid)
  const [command, args] = who.wrap(path.join(bin, 'initdb'), ['-D', made, '-U', superuser, '-A', 'scram-sha-256', `--pwfile=${word}`, '-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync'])])
  const done = spawnSync(command, args, { cwd: '/', uid: who.uid, gid: who.gid, env: environment(), encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  if (done.status !== 0) throw new StoreProblem({ code: 'database.initdb', what: 'The database could not be set up', where: data, why: (done.stderr || done.error?.message || 'initdb failed').trim().split('\n').slice(-3).join(' '), whatToDo: 'Check free space and rights of the data folder, then start again' })
  try { renameSync(made, data) } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error
  }
}

/** Ends the server when our process ends without having said so (kill -9): a shell waits on a pipe that only we hold open. */
function watch(pid: number, data: string, discard: boolean): ChildProcess {
  const script = `read -r _; if [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ]; then kill -INT "$1"; fi; if [ "$3" = yes ]; then while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$(dirname "$2")"; fi`
  const watchdog = spawn('/bin/sh', ['-c', script, 'hengjian-watch', String(pid), data, discard ? 'yes' : 'no'], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watchdog.on('error', () => undefined)
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  return watchdog
}

/**
 * Finds or starts the server of a data folder. A server left behind by a killed process is used again; one that is going down is waited
 * for; a stale `postmaster.pid` is removed. `durable: false` (tests) turns fsync off. Throws StoreProblem with the end of the log.
 */
export async function launch(options: { readonly dataDir: string; readonly durable: boolean; readonly discard?: boolean; readonly say?: (line: string) => void }): Promise<Cluster> {
  const bin = binaries()
  const root = path.resolve(options.dataDir)
  mkdirSync(root, { recursive: true })
  const data = path.join(root, 'pg')
  const password = secret(root, 'superuser')
  const log = path.join(root, 'postgres.log')
  // The folder above must be reachable for nobody to be tried at all; identityFor looks at the folder itself.
  const fresh = !existsSync(path.join(data, 'PG_VERSION'))
  const place = fresh ? makingOf(data) : data
  const who = fresh || running(data) === null ? identityFor(place, bin) : null
  if (fresh && who !== null) {
    options.say?.('Setting up the database …')
    create(data, place, bin, who, password, options.durable)
  }
  let child: ChildProcess | null = null
  let dead: string | null = null
  let watchdog: ChildProcess | null = null
  let leaving = false
  const socket = Buffer.byteLength(data) <= longestSocket
  let port = 5432
  const start = async (): Promise<void> => {
    const identity = who ?? identityFor(data, bin)
    if (!socket && port === 5432) port = await freePort()
    const settings = {
      listen_addresses: socket ? '' : '127.0.0.1', unix_socket_directories: socket ? data : '', unix_socket_permissions: '0700', port: String(port),
      max_connections: '60', shared_buffers: '128MB', timezone: 'Asia/Shanghai', log_timezone: 'Asia/Shanghai', jit: 'off', log_min_messages: 'warning', wal_level: 'replica',
      fsync: options.durable ? 'on' : 'off', synchronous_commit: options.durable ? 'on' : 'off', full_page_writes: options.durable ? 'on' : 'off', idle_in_transaction_session_timeout: '60s',
    }
    const [command, args] = identity.wrap(path.join(bin, 'postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
    const out = openSync(log, 'a', 0o600)
    dead = null
    // Detached: Ctrl-C in a terminal is ours to handle first, the server is stopped after the last answer.
    child = spawn(command, args, { cwd: '/', uid: identity.uid, gid: identity.gid, env: environment(), detached: true, stdio: ['ignore', out, out] })
    closeSync(out)
    child.once('error', (error) => { dead = error.message })
    child.once('exit', (code, signal) => { dead = `ended with ${code ?? signal}`; revive() })
    child.unref()
    watchdog?.kill('SIGKILL')
    watchdog = watch(child.pid ?? 0, data, options.discard === true)
  }
  const bringUp = async (): Promise<Running> => {
    const until = Date.now() + patience
    for (let tries = 0; Date.now() < until;) {
      const found = running(data)
      if (found !== null && found !== 'starting' && await answers(found, password)) return found
      if (found === null && (child === null || dead !== null)) {
        // Processes of a killed server may hold its memory for a moment: the next try succeeds.
        if (tries++ >= 20) break
        if (tries > 1) await sleep(500)
        await start()
      } else await sleep(child === null ? 100 : 15)
    }
    const end = textOf(log)?.trim().split('\n').slice(-3).join(' | ') ?? ''
    throw new StoreProblem({ code: 'database.start', what: 'The database does not start', where: data, why: `${dead ?? 'no answer'}${end === '' ? '' : `; ${end}`}`, whatToDo: `Read ${log}; check free space and that no other program uses the folder` })
  }
  let at: Running | null = null
  /** A server that ends while we are here is started again, at the same place: the pools find it by themselves. */
  const revive = (): void => {
    if (leaving || at === null || options.discard === true) return
    at = null
    options.say?.(`The database ended (${dead ?? ''}); it is started again.`)
    bringUp().then((up) => { at = up }, (error: unknown) => options.say?.(error instanceof Error ? error.message : String(error)))
  }
  at = await bringUp()
  const { host } = at
  const name = `hengjian:${process.pid}:${randomUUID().slice(0, 8)}`
  const unwatch = (): void => { watchdog?.kill('SIGKILL') }
  return {
    host, port: at.port, superuser, password, name,
    async leave() {
      leaving = true
      const pid = at?.pid
      const client = new Client({ host, port: at?.port ?? port, user: superuser, password, database: 'postgres' })
      client.on('error', () => undefined)
      let others = 0
      try {
        await client.connect()
        // A connection that somebody has just closed is listed for a moment longer: only one that stays is somebody's.
        for (let turn = 0; turn === 0 || (others > 0 && turn < 10); turn++) {
          if (turn > 0) await sleep(30)
          others = (await client.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`, [name])).rows[0]?.n ?? 0
        }
      } catch { others = 0 } finally { await client.end().catch(() => undefined) }
      unwatch()
      if (others > 0) return
      const ours = running(data)
      if (ours === null || ours === 'starting' || (pid !== undefined && ours.pid !== pid)) return
      process.kill(ours.pid, 'SIGINT')
      const end = Date.now() + 30_000
      // The server takes its file away first and goes a moment later.
      while ((running(data) !== null || isAlive(ours.pid)) && Date.now() < end) await sleep(20)
    },
  }
}

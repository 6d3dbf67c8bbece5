// A whole backup that any later version and any PostgreSQL can read: one NDJSON file a table in one snapshot, the attachments, the log's
// key, and a manifest with the SHA-256 of everything. Taken while the product runs. It holds all case content: keep it as safe as the data folder.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import type pg from 'pg'
import type { Lawbook } from '@hengjian/law'
import { migrations } from './database/migrate.ts'
import { asOwner, reach, type Reached } from './database/reach.ts'
import { filePlace } from './files.ts'
import { openStore } from './open.ts'
import { StoreProblem } from './problem.ts'
import { legalInstant } from './record/moment.ts'
import type { LogHead, Mode } from './types.ts'

export type Manifest = {
  readonly format: 'hengjian-backup/1'
  readonly at: string
  readonly schema: readonly { readonly id: string; readonly sha256: string }[]
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sha256: string }[]
  readonly files: readonly { readonly sha256: string; readonly size: number }[]
  readonly head: LogHead | null
}
export type BackupReport = { readonly folder: string; readonly tables: number; readonly rows: number; readonly files: number; readonly head: LogHead | null; readonly millis: number }
export type Place = { readonly dataDir: string; readonly databaseUrl?: string; readonly mode: Mode; readonly say?: (line: string) => void }

const problem = (code: string, what: string, where: string, why: string, whatToDo: string): StoreProblem => new StoreProblem({ code: `backup.${code}`, what, where, why, whatToDo })
const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0
const tableFile = (folder: string, table: string): string => path.join(folder, 'tables', `${table}.ndjson`)

async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Tables in the order in which they were made: one refers only to earlier ones. */
const tablesOf = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'hengjian'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by c.oid`)).rows.map(({ name }) => name)

async function dump(client: pg.ClientBase, table: string, file: string): Promise<{ readonly name: string; readonly rows: number; readonly sha256: string }> {
  const out = createWriteStream(file, { mode: 0o600, flush: true })
  const hash = createHash('sha256')
  let rows = 0
  // Acts in the order of their place: the chain is checked again when they come back.
  await client.query(`declare reading no scroll cursor for select to_jsonb(t)::text as line from ${table} t${table === 'act' || table === 'unsealed' ? ' order by t.seq' : ''}`)
  for (;;) {
    const { rows: lines } = await client.query<{ line: string }>('fetch 2000 from reading')
    if (lines.length === 0) break
    const text = lines.map(({ line }) => `${line}\n`).join('')
    hash.update(text)
    rows += lines.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await client.query('close reading')
  out.end()
  await once(out, 'close')
  return { name: table, rows, sha256: hash.digest('hex') }
}

/** Backs up into a folder that is absent or empty. Throws StoreProblem; then the folder holds no manifest and restore refuses it. */
export async function backup(place: Place, folder: string): Promise<BackupReport> {
  const from = performance.now()
  const to = path.resolve(folder)
  if (!isEmpty(to)) throw problem('not-empty', 'The backup was not made', to, 'the folder is not empty', 'Name a new folder')
  const reached = await reach({ ...place, say: place.say ?? (() => undefined) })
  try {
    mkdirSync(path.join(to, 'tables'), { recursive: true, mode: 0o700 })
    const manifest = await asOwner(reached.owner, async (client): Promise<Manifest> => {
      await client.query('begin isolation level repeatable read, read only')
      await client.query('set local search_path = hengjian')
      await client.query(`set local timezone = 'Asia/Shanghai'`)
      await client.query('set local role hengjian_keeper')
      const tables = []
      for (const table of await tablesOf(client)) tables.push(await dump(client, table, tableFile(to, table)))
      const head = (await client.query<LogHead>(`select h.size::int as size, encode(h.root, 'hex') as root, h.at, encode(h.signature, 'base64') as signature, encode(h.public_key, 'base64') as "publicKey", h.note from head h order by h.size desc limit 1`)).rows[0] ?? null
      const kept = (await client.query<{ sha256: string }>('select f.sha256 from file f union select f.sha256 from act_file f order by 1')).rows
      await client.query('commit')
      const files = []
      for (const { sha256 } of kept) {
        const source = filePlace(place.dataDir, sha256)
        const target = filePlace(to, sha256)
        mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
        await copyFile(source, target).catch(() => { throw problem('file-missing', 'The backup was not made', source, 'an attachment on record is missing', 'Restore the file from an older backup, then back up again') })
        if (await fileHash(target) !== sha256) throw problem('file-changed', 'The backup was not made', source, 'an attachment is not what its name says', 'Restore the file from an older backup, then back up again')
        files.push({ sha256, size: (await stat(target)).size })
      }
      return { format: 'hengjian-backup/1', at: legalInstant(Date.now()), schema: migrations().map(({ id, sha256 }) => ({ id, sha256 })), tables, files, head: head === null ? null : { ...head, signature: head.signature.replaceAll('\n', ''), publicKey: head.publicKey.replaceAll('\n', '') } }
    })
    mkdirSync(path.join(to, 'secrets'), { mode: 0o700 })
    const key = path.join(place.dataDir, 'secrets', 'log-key')
    if (existsSync(key)) writeFileSync(path.join(to, 'secrets', 'log-key'), readFileSync(key), { mode: 0o600, flush: true })
    // Written last: a backup without a manifest is none.
    writeFileSync(path.join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
    return { folder: to, tables: manifest.tables.length, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.length, head: manifest.head, millis: Math.round(performance.now() - from) }
  } finally { await reached.close() }
}

/** A backup's manifest after every byte that it names has been checked. Throws StoreProblem naming the first file that differs. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) throw problem('no-manifest', 'This is not a whole backup', folder, 'it has no manifest.json', 'Choose a folder that hj backup has finished')
  let manifest: Manifest
  try { manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest } catch { throw problem('manifest', 'The backup cannot be read', file, 'manifest.json is not JSON', 'Choose another backup') }
  if (manifest.format !== 'hengjian-backup/1') throw problem('format', 'The backup cannot be read', file, `its format is ${String(manifest.format)}`, 'Use the version that made it')
  const differs = (where: string): StoreProblem => problem('changed', 'The backup is damaged', where, 'a file is missing or not the one that was backed up', 'Choose another backup')
  for (const { name, sha256 } of manifest.tables) if (!existsSync(tableFile(folder, name)) || await fileHash(tableFile(folder, name)) !== sha256) throw differs(tableFile(folder, name))
  for (const { sha256 } of manifest.files) if (!existsSync(filePlace(folder, sha256)) || await fileHash(filePlace(folder, sha256)) !== sha256) throw differs(filePlace(folder, sha256))
  return manifest
}

async function load(client: pg.ClientBase, folder: string, table: string): Promise<void> {
  const columns = (await client.query<{ name: string }>(`select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`, [table])).rows.map(({ name }) => client.escapeIdentifier(name)).join(', ')
  // Transactions are numbered anew in the new database; what waits for the log may be taken at once, in its order.
  const source = table === 'unsealed' ? `jsonb_set(x.row, '{xid}', '"3"')` : 'x.row'
  const flush = (rows: readonly string[]) => client.query(`insert into ${table} (${columns}) overriding system value select ${columns.split(', ').map((name) => `r.${name}`).join(', ')} from unnest($1::jsonb[]) with ordinality as x(row, place), jsonb_populate_record(null::${table}, ${source}) as r order by x.place`, [rows])
  let waiting: string[] = []
  for await (const line of createInterface({ input: createReadStream(tableFile(folder, table), 'utf8'), crlfDelay: Infinity })) {
    waiting.push(line)
    if (waiting.length === 1_000) { await flush(waiting); waiting = [] }
  }
  if (waiting.length > 0) await flush(waiting)
}

async function fill(reached: Reached, folder: string, manifest: Manifest): Promise<void> {
  await asOwner(reached.owner, async (client) => {
    await client.query('begin')
    await client.query('set local search_path = hengjian')
    await client.query('set local role hengjian_keeper')
    const known = await tablesOf(client)
    if ((await client.query('select 1 from matter limit 1')).rows.length + (await client.query('select 1 from organ limit 1')).rows.length > 0) throw problem('not-empty', 'Nothing was restored', reached.owner.database, 'the database holds a record already', 'Restore into an empty database or data folder')
    const ids = new Set(migrations().map(({ id }) => id))
    const missing = manifest.schema.filter(({ id }) => !ids.has(id))
    if (missing.length > 0) throw problem('newer', 'Nothing was restored', folder, 'the backup was made by a later version', 'Use that version')
    for (const table of known) if (manifest.tables.some(({ name }) => name === table)) await load(client, folder, table)
    const serial = (await client.query<{ table: string; column: string }>(`select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'hengjian'::regnamespace and a.attidentity <> ''`)).rows
    const last = []
    for (const { table, column } of serial) last.push({ table, column, value: (await client.query<{ value: string }>(`select coalesce(max(${client.escapeIdentifier(column)}), 0) + 1 as value from ${table}`)).rows[0]?.value ?? '1' })
    await client.query('set local role hengjian_owner')
    for (const { table, column, value } of last) await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, false)', [table, column, value])
    await client.query('commit')
  })
}

export type RestoreReport = { readonly dataDir: string; readonly rows: number; readonly files: number; readonly acts: number; readonly head: LogHead | null; readonly differences: number; readonly millis: number }

/**
 * Restores into an empty data folder (and an empty database, when `databaseUrl` is given): the backup is checked before, the record after.
 * Throws StoreProblem; then the data folder is as empty as before.
 */
export async function restore(place: Place & { readonly lawbook: Lawbook }, folder: string): Promise<RestoreReport> {
  const from = performance.now()
  const source = path.resolve(folder)
  const dataDir = path.resolve(place.dataDir)
  if (!isEmpty(dataDir)) throw problem('not-empty', 'Nothing was restored', dataDir, 'the data folder is not empty', 'Set HENGJIAN_DATA to a new folder, or move the old one away')
  const manifest = await checkBackup(source)
  const key = path.join(source, 'secrets', 'log-key')
  try {
    mkdirSync(path.join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
    if (existsSync(key)) writeFileSync(path.join(dataDir, 'secrets', 'log-key'), readFileSync(key), { mode: 0o600, flush: true })
    for (const { sha256 } of manifest.files) {
      mkdirSync(path.dirname(filePlace(dataDir, sha256)), { recursive: true, mode: 0o700 })
      await copyFile(filePlace(source, sha256), filePlace(dataDir, sha256))
    }
    const reached = await reach({ ...place, dataDir, say: place.say ?? (() => undefined) })
    try { await fill(reached, source, manifest) } finally { await reached.close() }
    const store = await openStore({ ...place, dataDir, sealEvery: 0 })
    try {
      const report = await store.proofs.verifyAll()
      if (!report.ok || report.size !== (manifest.head?.size ?? 0) || (manifest.head !== null && report.root !== manifest.head.root)) throw problem('proof', 'Nothing was restored', source, `the restored record does not prove itself: ${report.wrong[0]?.what ?? 'its head is another one'}`, 'Choose another backup')
      const { differences } = await store.rebuild({ check: false })
      return { dataDir, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.length, acts: report.acts, head: manifest.head, differences: differences.length, millis: Math.round(performance.now() - from) }
    } finally { await store.close() }
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true })
    throw error
  }
}

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { StoreProblem } from '../problem.ts'

const folder = path.resolve(import.meta.dirname, '../../migrations')

/** Roles without a login; the application may take the first group inside a transaction, never the owner or the keeper. */
export const scopeRoles = ['hengjian_unit', 'hengjian_set', 'hengjian_city', 'hengjian_party', 'hengjian_none', 'hengjian_engine', 'hengjian_directory'] as const
const ownRoles = ['hengjian_owner', 'hengjian_keeper'] as const
export const appLogin = 'hengjian_app'
/** Any number that is ours alone: two processes migrate one after the other. */
const lock = 4_201_109_052

export type Migration = { readonly id: string; readonly sql: string; readonly sha256: string }
export const migrations = (): readonly Migration[] => readdirSync(folder).filter((name) => name.endsWith('.sql')).toSorted().map((name) => {
  const sql = readFileSync(path.join(folder, name), 'utf8')
  return { id: name.replace(/\.sql$/, ''), sql, sha256: createHash('sha256').update(sql).digest('hex') }
})

async function roles(client: pg.ClientBase, password: string): Promise<void> {
  const known = new Set((await client.query<{ rolname: string }>('select rolname from pg_roles')).rows.map(({ rolname }) => rolname))
  const me = (await client.query<{ me: string; may: boolean; super: boolean }>('select current_user as me, rolcreaterole as may, rolsuper as super from pg_roles where rolname = current_user')).rows[0]
  const missing = [...scopeRoles, ...ownRoles, appLogin].filter((name) => !known.has(name))
  if (missing.length > 0 && me !== undefined && !me.may && !me.super) throw new StoreProblem({
    code: 'database.roles', what: 'Roles are missing in the database', where: missing.join(', '), why: `the login ${me.me} of DATABASE_URL may not create roles`,
    whatToDo: `Let an administrator run: alter role ${me.me} createrole; or create these roles (${appLogin} with LOGIN NOINHERIT, the others NOLOGIN) and grant them to ${me.me} with admin option`,
  })
  for (const name of missing) await client.query(name === appLogin ? `create role ${name} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole` : `create role ${name} nologin noinherit`)
  if (me?.super !== true) for (const name of ownRoles) await client.query(`grant ${name} to current_user`)
  for (const name of scopeRoles) await client.query(`grant ${name} to ${appLogin}`)
  if (password !== '') await client.query(`alter role ${appLogin} password ${client.escapeLiteral(password)}`)
}

/**
 * Brings the schema up to date, each migration once and whole, as the role that owns it. `client` is the login of the owner; the application's
 * login gets `password` ('' leaves it as it is). Returns the ids that were applied now. Refuses a schema that is newer than this program or whose applied files were changed.
 */
export async function migrate(client: pg.ClientBase, password: string): Promise<readonly string[]> {
  const version = Number((await client.query<{ v: string }>(`select current_setting('server_version_num') as v`)).rows[0]?.v)
  if (version < 160_000) throw new StoreProblem({ code: 'database.version', what: 'PostgreSQL is too old', where: String(version), why: 'version 16 or newer is needed', whatToDo: 'Use a newer server in DATABASE_URL, or leave it out for the embedded one' })
  const encoding = (await client.query<{ e: string }>('select pg_encoding_to_char(encoding) as e from pg_database where datname = current_database()')).rows[0]?.e
  if (encoding !== 'UTF8') throw new StoreProblem({ code: 'database.encoding', what: 'The database is not UTF-8', where: encoding ?? '', why: 'names and texts are Chinese', whatToDo: `Create the database with encoding 'UTF8'` })
  await client.query('select pg_advisory_lock($1)', [lock])
  try {
    await roles(client, password)
    const database = (await client.query<{ d: string }>('select current_database() as d')).rows[0]?.d ?? ''
    await client.query(`grant create on database ${client.escapeIdentifier(database)} to hengjian_owner`)
    await client.query('begin')
    await client.query('set local role hengjian_owner')
    await client.query('create schema if not exists hengjian')
    await client.query('set local search_path = hengjian')
    await client.query(`create table if not exists migration (id text primary key, sha256 text not null, at timestamptz not null default now())`)
    await client.query(`grant usage on schema hengjian to ${[...scopeRoles, 'hengjian_keeper'].join(', ')}`)
    const done = new Map((await client.query<{ id: string; sha256: string }>('select id, sha256 from migration')).rows.map(({ id, sha256 }) => [id, sha256]))
    await client.query('commit')
    const all = migrations()
    const ids = new Set(all.map(({ id }) => id))
    const newer = [...done.keys()].filter((id) => !ids.has(id))
    if (newer.length > 0) throw new StoreProblem({ code: 'database.newer', what: 'The database is newer than this program', where: newer.join(', '), why: 'a later version has migrated it', whatToDo: 'Start the later version, or restore a backup from before' })
    const changed = all.filter(({ id, sha256 }) => done.has(id) && done.get(id) !== sha256)
    if (changed.length > 0) throw new StoreProblem({ code: 'database.migration-changed', what: 'A migration was changed after it had been applied', where: changed.map(({ id }) => id).join(', '), why: 'its file is not the one that made this schema', whatToDo: 'Put the file back and write a new migration instead' })
    const applied: string[] = []
    for (const { id, sql, sha256 } of all) {
      if (done.has(id)) continue
      await client.query('begin')
      await client.query('set local role hengjian_owner')
      await client.query('set local search_path = hengjian')
      try {
        await client.query(sql)
        await client.query('insert into migration (id, sha256) values ($1, $2)', [id, sha256])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      applied.push(id)
    }
    return applied
  } finally { await client.query('rollback').then(() => client.query('select pg_advisory_unlock($1)', [lock])).catch(() => undefined) }
}

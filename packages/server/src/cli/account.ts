// The first organs and accounts of an installation, before anybody can sign in. Passwords and second-factor secrets are shown once.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Store } from '@hengjian/store'
import { parse } from 'yaml'
import { z } from 'zod'
import { Office, Organ } from '../http/wire.ts'
import { openIdentity } from '../identity/identity.ts'
import { secretOf } from '../identity/secret.ts'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'
import { withRecord } from './place.ts'

const problem = (code: string, title: string, detail: string): CommandProblem => new CommandProblem({ type: 'about:blank', title, status: 422, code, detail })

function options(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'person': { type: 'string' }, 'organ': { type: 'string' }, 'office': { type: 'string' }, 'title': { type: 'string' }, 'sealed': { type: 'boolean' }, 'no-second-factor': { type: 'boolean' }, 'json': { type: 'boolean' } } })
    const [name, ...rest] = positionals
    if (rest.length > 0) throw new Error(`what is '${rest.join(' ')}'?`)
    return { values, name }
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}
const needed = (value: string | undefined, what: string): string => { if (value === undefined || value === '') throw new UsageError(`${what} is missing`); return value }
const say = (io: Io, json: boolean | undefined, value: unknown, sentence: string): number => { io.out(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${sentence}\n`); return 0 }

async function accountOf(store: Store, name: string) {
  const account = await store.directory.accountByName(name)
  if (account === null) throw problem('account.unknown', 'No such account', `There is no account '${name}'; 'hj account list' names them all.`)
  return account
}

async function organs(args: readonly string[], io: Io): Promise<number> {
  const { values, name } = options(args)
  const file = path.resolve(io.cwd, needed(name, 'the file of organs'))
  let list: z.infer<typeof Organ>[]
  try { list = z.array(Organ).parse(parse(readFileSync(file, 'utf8'))) } catch (error) {
    throw problem('account.organs-file', 'Organs cannot be read', error instanceof z.ZodError ? error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') : error instanceof Error ? error.message : String(error))
  }
  return withRecord(io, async (store) => {
    const known = new Set([...(await store.directory.organs()), ...list].map(({ id }) => id))
    const lost = list.find(({ superior }) => superior !== null && !known.has(superior))
    if (lost !== undefined) throw problem('account.organs-file', 'Organs do not fit together', `'${lost.id}' names '${lost.superior}' as its superior, which is nowhere.`)
    for (const organ of list) await store.directory.saveOrgan(organ)
    return say(io, values.json, { organs: list.length }, `${list.length} organs are in the directory.`)
  })
}

async function add(args: readonly string[], io: Io): Promise<number> {
  const { values, name } = options(args)
  const account = needed(name, 'the name of the account')
  const [person, organ, office] = [needed(values.person, '--person'), needed(values.organ, '--organ'), needed(values.office, '--office')]
  if (!Office.safeParse(office).success) throw new UsageError(`there is no office '${office}'; there are ${Office.options.join(', ')}`)
  return withRecord(io, async (store) => {
    const { directory } = store
    if (!(await directory.organs()).some(({ id }) => id === organ)) throw problem('account.organ', 'No such organ', `The directory knows no organ '${organ}'; 'hj account organs FILE' puts organs into it.`)
    const id = (await directory.accountByName(account))?.person ?? randomUUID()
    const identity = openIdentity({ directory, secret: await secretOf(directory, io.env['HENGJIAN_SECRET'] || undefined), generous: false })
    await directory.savePerson({ id, name: person })
    const title = values.title ?? office
    await directory.savePost({ id: `${id}-${organ}-${office}`, person: id, organ, office, title: { zh: title, en: title }, department: null, clearance: values.sealed === true ? 'sealed' : 'ordinary' })
    const password = randomBytes(15).toString('base64url')
    const { secret } = await identity.createAccount({ name: account, person: id, password, secondFactor: values['no-second-factor'] !== true })
    const uri = secret === null ? null : `otpauth://totp/Hengjian:${encodeURIComponent(account)}?secret=${secret}&issuer=Hengjian`
    return say(io, values.json, { account, person: id, organ, office, password, otpauth: uri }, `account   ${account}\npassword  ${password}\n${uri === null ? '' : `factor    ${uri}\n`}Shown once: hand it over in person.`)
  })
}

async function disable(args: readonly string[], io: Io): Promise<number> {
  const { values, name } = options(args)
  return withRecord(io, async (store) => {
    const account = await accountOf(store, needed(name, 'the name of the account'))
    await store.directory.saveAccount({ ...account, disabled: true })
    await store.directory.endSessionsOf(account.id)
    return say(io, values.json, { account: account.name, disabled: true }, `${account.name} can no longer sign in; its sessions are ended.`)
  })
}

async function list(args: readonly string[], io: Io): Promise<number> {
  const { values } = options(args)
  return withRecord(io, async (store) => {
    const rows = await Promise.all((await store.directory.accounts()).map(async (account) => ({ account: account.name, person: (await store.directory.person(account.person))?.name ?? null, secondFactor: account.totpSecret !== null, disabled: account.disabled, posts: (await store.directory.postsOf(account.person)).map(({ organ, office }) => ({ organ, office })) })))
    return say(io, values.json, rows, rows.map((row) => `${row.account.padEnd(20)} ${row.person ?? ''}  ${row.posts.map(({ organ, office }) => `${organ}/${office}`).join(', ')}${row.disabled ? '  disabled' : ''}`).join('\n'))
  })
}

export const commands: readonly Command[] = [
  { words: ['account', 'organs'], usage: 'account organs FILE.yaml [--json]', what: 'Puts the organs of a file (id, name, short, role, level, superior, division) into the directory.', run: organs },
  { words: ['account', 'add'], usage: 'account add NAME --person NAME --organ ID --office OFFICE [--title T] [--sealed] [--no-second-factor] [--json]', what: 'Makes an account (or gives an existing one another post and a fresh password); shows password and second factor once.', run: add },
  { words: ['account', 'disable'], usage: 'account disable NAME [--json]', what: 'Ends an account and its sessions.', run: disable },
  { words: ['account', 'list'], usage: 'account list [--json]', what: 'Lists accounts with their posts; no secret is shown.', run: list },
]

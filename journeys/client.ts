// A person at the HTTP API, as another organ's system would call it: signs in, reads, puts acts on record.
import type { ActDone, DemoAccount, FileRef, Matter, NewAct, Problem, Session } from '../packages/web/src/api/wire.gen.ts'

export type Reply<T> = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array; readonly body: T }
export type Client = {
  readonly session: Session
  readonly call: <T>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply<T>>
  /** The value, or an error that tells the problem. */
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  readonly matter: (id: string) => Promise<Matter>
  /** Puts an act on record at the version that the matter has now. */
  readonly act: (matter: string, act: NewAct) => Promise<ActDone>
  /** The problem with which an act was refused; an error when it was not. */
  readonly refused: (matter: string, act: NewAct) => Promise<Problem>
  readonly upload: <T>(path: string, bytes: Uint8Array | string) => Promise<T>
  readonly file: (name: string, bytes: Uint8Array | string) => Promise<FileRef>
}

let keys = 0
export const newKey = (): string => `journey-${process.pid}-${++keys}`

async function ask<T>(url: string, method: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Reply<T>> {
  const raw = typeof body === 'string' || body instanceof Uint8Array
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }
  // A connection kept from before a pause may be closed just as it is used again.
  const got = await fetch(url, { method, headers: { ...type, connection: 'close', ...headers }, ...(body === undefined ? {} : { body: raw ? body as string : JSON.stringify(body) }) })
  const bytes = new Uint8Array(await got.arrayBuffer())
  let parsed: unknown
  try { parsed = JSON.parse(new TextDecoder().decode(bytes)) } catch { parsed = undefined }
  return { status: got.status, headers: got.headers, bytes, body: parsed as T }
}

function valueOf<T>(what: string, reply: Reply<T>): T {
  if (reply.status < 300) return reply.body
  throw new Error(`${what} was answered with ${reply.status}: ${JSON.stringify(reply.body)}`)
}

/** Signs in with a demonstration account; `post` chooses another post of the same person. */
export async function signIn(url: string, account: string, post?: string): Promise<Client> {
  const accounts = valueOf('GET /api/demo/accounts', await ask<{ readonly items: readonly DemoAccount[] }>(`${url}/api/demo/accounts`, 'GET', undefined, {})).items
  const found = accounts.find((one) => one.account === account)
  if (found === undefined) throw new Error(`there is no demonstration account ${account}`)
  const entered = await ask<Session>(`${url}/api/session`, 'POST', { account, password: found.password, ...(found.code === null ? {} : { code: found.code }) }, {})
  const cookies = (reply: Reply<unknown>): string => reply.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  let [cookie, session] = [cookies(entered), valueOf(`signing in as ${account}`, entered)]
  if (post !== undefined) {
    const switched = await ask<Session>(`${url}/api/session`, 'PUT', { post }, { cookie, 'x-csrf-token': session.csrf })
    session = valueOf(`choosing ${post}`, switched)
    cookie = cookies(switched)
  }
  const call: Client['call'] = (method, path, body, headers = {}) =>
    ask(url + path, method, body, { cookie, 'accept-language': 'zh-CN', ...(method === 'GET' ? {} : { 'x-csrf-token': session.csrf, 'idempotency-key': newKey() }), ...headers })
  const get: Client['get'] = async (path) => valueOf(`GET ${path}`, await call('GET', path))
  const matter = (id: string): Promise<Matter> => get(`/api/matters/${id}`)
  const tryAct = async (id: string, act: NewAct): Promise<Reply<ActDone>> => call('POST', `/api/matters/${id}/acts`, act, { 'if-match': `"${(await matter(id)).version}"` })
  return {
    session, call, get, matter,
    post: async (path, body) => valueOf(`POST ${path}`, await call('POST', path, body)),
    act: async (id, act) => valueOf(`${act.key ?? act.act} as ${account}`, await tryAct(id, act)),
    refused: async (id, act) => {
      const reply = await tryAct(id, act)
      if (reply.status < 400 || reply.status >= 500) throw new Error(`${act.key ?? act.act} as ${account} was answered with ${reply.status}`)
      return reply.body as unknown as Problem
    },
    upload: async (path, bytes) => valueOf(`POST ${path}`, await call('POST', path, bytes)),
    file: async (name, bytes) => valueOf(`upload of ${name}`, await call('POST', `/api/files?name=${encodeURIComponent(name)}`, bytes)),
  }
}

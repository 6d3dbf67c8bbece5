// A small city for tests over real HTTP with a real database: two procuratorates, two departments, a standing committee, fictional persons.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { z } from 'zod'
import type * as wire from '../src/http/wire.ts'
import { codeOf, stepOf } from '../src/identity/totp.ts'
import { bringUp, type BroughtUp } from '../src/wiring.ts'

export type Problem = z.infer<typeof wire.Problem>
export type Matter = z.infer<typeof wire.Matter>
export type Session = z.infer<typeof wire.Session>
export type ActDone = z.infer<typeof wire.ActDone>

const both = (text: string) => ({ zh: text, en: text })
const organs = [
  ['proc-city', '新城市人民检察院', 'procuratorate', 'city', null], ['proc-east', '东区人民检察院', 'procuratorate', 'district', 'proc-city'], ['proc-west', '西区人民检察院', 'procuratorate', 'district', 'proc-city'],
  ['ecology', '东区生态环境分局', 'administrative-organ', 'district', 'government'], ['market', '东区市场监督管理局', 'administrative-organ', 'district', 'government'], ['government', '东区人民政府', 'government', 'district', null],
  ['congress', '东区人民代表大会常务委员会', 'npc-standing-committee', 'district', null],
  ['court-city', '新城市中级人民法院', 'court', 'city', null], ['court', '东区人民法院', 'court', 'district', 'court-city'], ['police', '东区公安分局', 'police', 'district', null], ['prison', '新城监狱', 'prison', 'city', null],
] as const
/** account = person = post: name, organ, office. */
const people = [
  ['lin', '林试', 'proc-east', 'prosecutor'], ['head', '何试', 'proc-east', 'department-head'], ['chief', '常试', 'proc-east', 'chief'], ['cases', '案试', 'proc-east', 'case-management'],
  ['west', '西试', 'proc-west', 'prosecutor'], ['eco', '艾试', 'ecology', 'liaison'], ['mkt', '马试', 'market', 'liaison'], ['npc', '任试', 'congress', 'congress'], ['admin', '管试', 'proc-east', 'system-admin'], ['law', '卢试', 'proc-east', 'law-admin'], ['west-chief', '西长', 'proc-west', 'chief'],
] as const
export type Name = (typeof people)[number][0]
export const password = 'Correct-Horse-衡鉴-42'

export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: never }
export type Client = {
  readonly session: Session
  readonly cookie: string
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>
  get<T>(path: string): Promise<T>
}
export type Office = BroughtUp & {
  signIn(name: Name): Promise<Client>
  code(name: Name, ahead?: number): string
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>
}

let keys = 0
export const newKey = (): string => `test-key-${process.pid}-${++keys}`

/** Brings the office up; `now` is the moment it lives at. */
export async function openOffice(now = '2026-03-02T09:00+08:00'): Promise<Office> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hj-office-'))
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  const up = await bringUp({ port: 0, host: '127.0.0.1', mode: 'test', dataDir, now, say: () => undefined }).catch((error: unknown) => { remove(); throw error })
  const { directory } = up.store
  for (const [id, name, role, level, superior] of organs) await directory.saveOrgan({ id, name: both(name), short: both(name), role, level, superior, division: null })
  const secrets = new Map<string, string>()
  for (const [id, name, organ, office] of people) {
    await directory.savePerson({ id, name })
    await directory.savePost({ id: `${id}-post`, person: id, organ, office, title: both(office), department: null, clearance: 'ordinary' })
    const { secret } = await up.identity.createAccount({ name: id, person: id, password, secondFactor: true })
    secrets.set(id, secret ?? '')
  }
  await directory.savePost({ id: 'lin-second', person: 'lin', organ: 'proc-city', office: 'prosecutor', title: both('prosecutor'), department: null, clearance: 'ordinary' })
  const used = new Map<string, number>()
  const call: Office['call'] = async (method, address, body, headers = {}) => {
    const raw = body instanceof Uint8Array || typeof body === 'string'
    const got = await fetch(up.url + address, { method, headers: { ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }), ...headers }, ...(body === undefined ? {} : { body: raw ? body as string : JSON.stringify(body) }) })
    const text = await got.text()
    let parsed: unknown
    try { parsed = JSON.parse(text) } catch { parsed = undefined }
    return { status: got.status, headers: got.headers, text, body: parsed as never }
  }
  const code = (name: Name, ahead = 0): string => codeOf(secrets.get(name) ?? '', stepOf(Date.now()) + ahead)
  return {
    ...up, call, code,
    close: async () => { await up.close(); remove() },
    signIn: async (name) => {
      const ahead = used.get(name) ?? 0
      used.set(name, ahead + 1)
      const got = await call('POST', '/api/session', { account: name, password, code: code(name, ahead) })
      if (got.status !== 200) throw new Error(`signing in as ${name}: ${got.status} ${got.text}`)
      const session = got.body as Session
      const cookie = got.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
      const own: Client['call'] = (method, address, body, headers = {}) => call(method, address, body, { cookie, ...(method === 'GET' ? {} : { 'x-csrf-token': session.csrf, 'idempotency-key': newKey() }), ...headers })
      return { session, cookie, call: own, get: async <T>(address: string) => { const reply = await own('GET', address); if (reply.status !== 200) throw new Error(`GET ${address}: ${reply.status} ${reply.text}`); return reply.body as T } }
    },
  }
}

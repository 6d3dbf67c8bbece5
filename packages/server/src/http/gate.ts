// What every request passes before its body is read: host, origin, pace, session, CSRF token, keys. In this order, so that a stranger
// costs little and learns nothing.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sideOf } from '@hengjian/core'
import type { Instant } from '@hengjian/law'
import type { Who } from '../desk/desk.ts'
import type { Caller, Identity } from '../identity/identity.ts'
import type { Door } from './door.ts'
import type { Pace } from './pace.ts'
import { languageOf, Refused, type Language } from './problem.ts'

export const sessionCookie = 'hj_session'
export const deviceCookie = 'hj_device'

/** Who the desk sees. An office that core does not know (an administrator's) stays what it is, so that no procedure admits it. */
export const whoOf = ({ person, post, organ }: Pick<Caller, 'person' | 'post' | 'organ'>, now: Instant, language: Language): Who => {
  const side = sideOf(organ.role)
  const office = post.office as Who['office']
  return {
    scope: { organ: organ.id, side, office, person: person.id, name: person.name, clearance: post.clearance },
    actor: { organ: organ.id, office: office as Who['actor']['office'], person: { id: person.id, name: person.name, office } },
    post: post.id, person: { id: person.id, name: person.name }, side, office, now, language,
  }
}

/** `hosts` empty: any host name is taken. Addresses are those that the browser shows, e.g. `https://hengjian.example`. */
export type Surroundings = { readonly hosts: readonly string[]; readonly publicUrl: string | null }

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Refuses a request that was not addressed to this product, or that another site's page made. */
export function checkOrigin(request: FastifyRequest, { hosts, publicUrl }: Surroundings): void {
  const host = request.headers.host ?? ''
  if (hosts.length > 0 && !loopback.test(host) && !hosts.includes(host.toLowerCase())) throw new Refused('unknown-host')
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  const own = publicUrl === null ? [`http://${host}`, `https://${host}`] : [new URL(publicUrl).origin, ...(loopback.test(host) ? [`http://${host}`] : [])]
  if (origin !== undefined && !own.includes(origin.toLowerCase())) throw new Refused('foreign-origin')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refused('foreign-origin')
}

const same = (one: string, other: string): boolean => { const [a, b] = [Buffer.from(one), Buffer.from(other)]; return a.length === b.length && timingSafeEqual(a, b) }
const one = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])

export type Passed = { readonly caller: Caller | null; readonly token: string; readonly command: { readonly key: string; readonly version?: number } }

/** Lets a request through to its door, or throws Refused. */
export async function pass(door: Door, request: FastifyRequest, identity: Identity, pace: Pace): Promise<Passed> {
  pace.count(request.ip, 'address')
  const token = request.cookies[sessionCookie] ?? ''
  const caller = door.open || token === '' ? null : await identity.callerOf(token)
  if (!door.open && caller === null) throw new Refused('signed-out')
  if (caller !== null) pace.count(caller.session.tokenHash, 'session')
  if (door.pace !== null) pace.count(caller?.session.tokenHash ?? request.ip, door.pace)
  if (caller !== null && door.write !== null && !same(one(request.headers['x-csrf-token']) ?? '', caller.session.csrf)) throw new Refused('csrf')
  const key = one(request.headers['idempotency-key']) ?? ''
  if (door.write !== null && door.write !== 'free' && !/^[\w.-]{8,128}$/.test(key)) throw new Refused('key-required')
  if (door.write !== 'act') return { caller, token, command: { key } }
  const version = /^(?:W\/)?"(\d{1,9})"$|^(\d{1,9})$/.exec((one(request.headers['if-match']) ?? '').trim())
  if (version === null) throw new Refused('version-required')
  return { caller, token, command: { key, version: Number(version[1] ?? version[2]) } }
}

export const readerOf = (request: FastifyRequest): Language => languageOf(one(request.headers['accept-language']))

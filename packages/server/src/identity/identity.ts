// Who is calling: accounts, second factors, sessions, devices. A session is a random token of which only the hash is kept; organ, office and
// clearance come from the post of the session, never from a request.
import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@hengjian/law'
import type { AccountRow, Directory, OrganRow, PersonRow, PostRow, SessionRow } from '@hengjian/store'
import { hashPassword, nobodysHash, passwordMatches } from './passwords.ts'
import { remembered, secondsToWait } from './throttle.ts'
import { codeOf, keyFor, newSecret, openSecret, sealSecret, stepOf, stepOfCode } from './totp.ts'

const idle = 30 * 60_000
const absolute = 12 * 3_600_000
/** How stale a held session may be: what another process revokes takes effect within this time, what this one revokes at once. */
const held = 4_000
const touchEvery = 30_000

/** A session with everything that a request needs of it. */
export type Caller = { readonly session: SessionRow; readonly account: string; readonly person: PersonRow; readonly post: PostRow; readonly organ: OrganRow }
export type SignedIn = { readonly token: string; readonly device: string; readonly caller: Caller }
export type SignInFailure = { readonly code: 'wrong-credentials' } | { readonly code: 'sign-in-delayed'; readonly seconds: number }
export type NewAccount = { readonly name: string; readonly person: string; readonly password: string; readonly secondFactor: boolean; readonly demo?: Readonly<Record<string, unknown>> }

export type Identity = {
  signIn(given: { readonly account: string; readonly password: string; readonly code?: string | undefined; readonly address: string; readonly device?: string | undefined; readonly purpose?: string }): Promise<{ readonly ok: true; readonly value: SignedIn } | { readonly ok: false; readonly failure: SignInFailure }>
  /** Null: no such session, ended, idle for thirty minutes, twelve hours old, or its account or post is gone. */
  callerOf(token: string): Promise<Caller | null>
  postsOf(person: string): Promise<readonly { readonly post: PostRow; readonly organ: OrganRow }[]>
  /** Another post of the same person under a fresh token; null when the person does not hold it. */
  switchPost(token: string, post: string): Promise<SignedIn | null>
  signOut(token: string): Promise<void>
  /** Ends every session of the account of this one. */
  signOutEverywhere(token: string): Promise<void>
  /** Makes an account; the second-factor secret is returned once and kept only under the installation's key. */
  createAccount(account: NewAccount): Promise<{ readonly secret: string | null }>
  /** Demonstration accounts with a code that will be taken now. */
  demoAccounts(): Promise<readonly { readonly row: AccountRow; readonly code: string | null }[]>
  /** An address part under which a calendar program reads the duties of a post without signing in; making one revokes the former. */
  newFeed(post: string): Promise<string>
  feedOf(token: string): Promise<{ readonly post: PostRow; readonly person: PersonRow; readonly organ: OrganRow } | null>
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
const random = (): string => randomBytes(32).toString('base64url')
const iso = (millis: number): Instant => new Date(millis).toISOString() as Instant
const same = (one: string, other: string): boolean => { const [a, b] = [Buffer.from(one), Buffer.from(other)]; return a.length === b.length && timingSafeEqual(a, b) }

/**
 * `secret` is the installation's secret. `generous` (demonstration, tests): codes of the last half hour and the next two hours are taken, each
 * still once, so that a list of accounts once read stays good for a while and several people can try the same account. `clock` gives milliseconds since 1970: real time, whatever moment the product lives at.
 */
export function openIdentity({ directory, secret, generous, clock = Date.now }: { readonly directory: Directory; readonly secret: string; readonly generous: boolean; readonly clock?: () => number }): Identity {
  const factorKey = keyFor('second factor', secret)
  const deviceKey = keyFor('device', secret)
  const [behind, ahead] = generous ? [60, 240] : [1, 1]
  const recent = new Map<string, { readonly caller: Caller; readonly at: number }>()
  const usedUpTo = new Map<string, number>()

  const forget = (test: (caller: Caller) => boolean): void => { for (const [key, { caller }] of recent) if (test(caller)) recent.delete(key) }
  const deviceMark = (account: string, nonce: string): string => createHmac('sha256', deviceKey).update(`${account}\0${nonce}`).digest('base64url')
  const newDevice = (account: string): string => { const nonce = randomBytes(12).toString('base64url'); return `${nonce}.${deviceMark(account, nonce)}` }
  const knows = (account: string, device: string | undefined): boolean => { const [nonce = '', mark = ''] = (device ?? '').split('.'); return nonce !== '' && same(mark, deviceMark(account, nonce)) }

  /** The demonstration's passwords are printed for everybody: where codes are not taken generously, its accounts are as good as none. */
  const usable = ({ disabled, demo }: AccountRow): boolean => !disabled && (generous || demo === null)

  const organOf = async (id: string): Promise<OrganRow | null> => (await directory.organs()).find((organ) => organ.id === id) ?? null

  const start = async (account: string, person: PersonRow, post: PostRow, organ: OrganRow, createdAt: number): Promise<SignedIn> => {
    const now = clock()
    const token = random()
    const session: SessionRow = { tokenHash: hashOf(token), account, person: person.id, post: post.id, csrf: random(), createdAt: iso(createdAt), seenAt: iso(now), expiresAt: iso(Math.min(now + idle, createdAt + absolute)) }
    await directory.createSession(session)
    return { token, device: newDevice(account), caller: { session, account, person, post, organ } }
  }

  const load = async (tokenHash: string): Promise<Caller | null> => {
    const session = await directory.session(tokenHash, iso(clock()))
    if (session === null) return null
    const [person, post] = await Promise.all([directory.person(session.person), directory.post(session.post)])
    if (person === null || post === null || post.person !== person.id) return null
    const organ = await organOf(post.organ)
    return organ === null ? null : { session, account: session.account, person, post, organ }
  }

  /** The step of a right and fresh second factor; null when wrong or used before. */
  const secondFactor = async (account: AccountRow, code: string | undefined): Promise<boolean> => {
    if (account.totpSecret === null) return true
    const factor = openSecret(factorKey, account.id, account.totpSecret)
    const now = stepOf(clock())
    const step = factor === null || code === undefined ? null : stepOfCode(factor, code, now - behind, now + ahead)
    if (step === null) return false
    usedUpTo.set(account.id, Math.max(step, usedUpTo.get(account.id) ?? 0))
    return directory.useTotpStep(account.id, step)
  }

  const caller: Identity['callerOf'] = async (token) => {
    const key = hashOf(token)
    const now = clock()
    const known = recent.get(key)
    let found = known !== undefined && now - known.at < held ? known.caller : await load(key)
    if (found === null || now >= Date.parse(found.session.expiresAt)) { recent.delete(key); return null }
    if (now - Date.parse(found.session.seenAt) >= touchEvery) {
      const [seenAt, expiresAt] = [iso(now), iso(Math.min(now + idle, Date.parse(found.session.createdAt) + absolute))]
      await directory.touchSession(key, { seenAt, expiresAt })
      found = { ...found, session: { ...found.session, seenAt, expiresAt } }
    }
    if (recent.size > 5_000) recent.clear()
    recent.set(key, { caller: found, at: known !== undefined && now - known.at < held ? known.at : now })
    return found
  }

  return {
    signIn: async ({ account: name, password, code, address, device }) => {
      const now = clock()
      const since = iso(now - remembered)
      const [row, ofAccount, ofAddress] = await Promise.all([directory.accountByName(name), directory.attempts({ account: name, since }), directory.attempts({ address, since })])
      const seconds = secondsToWait({ account: ofAccount, address: ofAddress }, name, address, knows(row?.id ?? name, device), now)
      if (seconds > 0) return { ok: false, failure: { code: 'sign-in-delayed', seconds } }
      // An unknown account costs what a known one costs, and is answered with the same words.
      const right = await passwordMatches(password, row?.passwordHash ?? nobodysHash)
      const posts = row === null ? [] : await directory.postsOf(row.person)
      const [person, post] = [row === null ? null : await directory.person(row.person), posts[0]]
      const organ = post === undefined ? null : await organOf(post.organ)
      const good = right && row !== null && usable(row) && person !== null && post !== undefined && organ !== null && await secondFactor(row, code)
      await directory.noteAttempt({ account: name, address, at: iso(now), ok: good })
      return good ? { ok: true, value: await start(row.id, person, post, organ, now) } : { ok: false, failure: { code: 'wrong-credentials' } }
    },
    callerOf: caller,
    postsOf: async (person) => {
      const organs = await directory.organs()
      return (await directory.postsOf(person)).flatMap((post) => { const organ = organs.find(({ id }) => id === post.organ); return organ === undefined ? [] : [{ post, organ }] })
    },
    switchPost: async (token, postId) => {
      const found = await caller(token)
      const post = found === null ? undefined : (await directory.postsOf(found.person.id)).find(({ id }) => id === postId)
      const organ = post === undefined ? null : await organOf(post.organ)
      if (found === null || post === undefined || organ === null) return null
      // A new token for a new scope; the age of the session stays what it was.
      const fresh = await start(found.account, found.person, post, organ, Date.parse(found.session.createdAt))
      await directory.endSession(hashOf(token))
      recent.delete(hashOf(token))
      return fresh
    },
    signOut: async (token) => {
      recent.delete(hashOf(token))
      await directory.endSession(hashOf(token))
    },
    signOutEverywhere: async (token) => {
      const found = await caller(token)
      if (found === null) return
      forget(({ account }) => account === found.account)
      await directory.endSessionsOf(found.account)
    },
    createAccount: async ({ name, person, password, secondFactor: wanted, demo }) => {
      const id = (await directory.accountByName(name))?.id ?? randomUUID()
      const factor = wanted ? newSecret() : null
      await directory.saveAccount({ id, person, name, passwordHash: await hashPassword(password), totpSecret: factor === null ? null : sealSecret(factorKey, id, factor), disabled: false, demo: demo ?? null })
      return { secret: factor }
    },
    // The next code that was not used: also after a start anew, and when several people try the same account in one half minute.
    demoAccounts: async () => Promise.all((await directory.accounts()).filter(({ demo, disabled }) => demo !== null && !disabled).map(async (row) => {
      const factor = row.totpSecret === null ? null : openSecret(factorKey, row.id, row.totpSecret)
      const used = factor === null ? 0 : usedUpTo.get(row.id) ?? await directory.lastTotpStep(row.id)
      return { row, code: factor === null ? null : codeOf(factor, Math.max(stepOf(clock()), used + 1)) }
    })),
    newFeed: async (post) => {
      const part = random()
      await directory.saveSetting(`feed:${post}`, hashOf(part))
      return `${post}.${part}`
    },
    feedOf: async (token) => {
      const dot = token.lastIndexOf('.')
      const kept = dot < 1 ? null : await directory.setting(`feed:${token.slice(0, dot)}`)
      if (kept === null || !same(kept, hashOf(token.slice(dot + 1)))) return null
      const post = await directory.post(token.slice(0, dot))
      const [person, organ, accounts] = post === null ? [null, null, []] : await Promise.all([directory.person(post.person), organOf(post.organ), directory.accounts()])
      // Who can no longer sign in no longer reads by a feed either.
      return post === null || person === null || organ === null || !accounts.some((account) => account.person === person.id && usable(account)) ? null : { post, person, organ }
    },
  }
}

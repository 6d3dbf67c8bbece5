// Signing in and out, the post that somebody works in, the demonstration accounts.
import type { FastifyReply } from 'fastify'
import type { Instant } from '@hengjian/law'
import { legalDay } from '@hengjian/law'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import type { Caller, Identity, SignedIn } from '../../identity/identity.ts'
import { door, good, type Door } from '../door.ts'
import { deviceCookie, sessionCookie, whoOf, type Surroundings } from '../gate.ts'
import { phraseOf, Refused, type Language } from '../problem.ts'
import * as wire from '../wire.ts'

type Session = z.infer<typeof wire.Session>
export type SessionDoors = { readonly identity: Identity; readonly desk: Desk; readonly mode: 'demo' | 'production' | 'test'; readonly now: () => Instant; readonly surroundings: Surroundings }

export function sessionDoors({ identity, desk, mode, now, surroundings }: SessionDoors): readonly Door[] {
  const secure = surroundings.publicUrl?.startsWith('https:') === true
  const cookie = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const
  const keep = (reply: FastifyReply, { token, device }: Pick<SignedIn, 'token' | 'device'>): void => {
    void reply.setCookie(sessionCookie, token, cookie).setCookie(deviceCookie, device, { ...cookie, path: '/api/session', maxAge: 180 * 86_400 })
  }
  const view = async (caller: Caller, language: Language): Promise<Session> => {
    const at = now()
    const posts = await Promise.all((await identity.postsOf(caller.person.id)).map(async ({ post, organ }) => {
      const counts = await desk.counts(whoOf({ person: caller.person, post, organ }, at, language))
      return { id: post.id, organ, office: post.office as Session['post']['office'], title: post.title, department: post.department, ...(counts.ok ? { counts: counts.value } : {}) }
    }))
    const who = whoOf(caller, at, language)
    const post = posts.find(({ id }) => id === caller.post.id)
    if (post === undefined) throw new Refused('signed-out')
    return {
      csrf: caller.session.csrf, person: { id: caller.person.id, name: caller.person.name }, post, posts, side: who.side, mode: mode === 'production' ? 'production' : 'demo',
      now: at, today: legalDay(at), versions: await desk.versions(who), zone: phraseOf('zone', mode === 'production' ? 'production' : 'demo'),
    }
  }
  const doors: readonly Door[] = [
    door('session', 'POST /api/session', 'Signs in; the answer carries the CSRF token of the session.', {
      body: wire.SignIn, answer: wire.Session, open: true, write: 'free', pace: 'sign-in',
      handle: async ({ body, language, request, reply }) => {
        const done = await identity.signIn({ ...body, address: request.ip, device: request.cookies[deviceCookie] })
        if (!done.ok) {
          if (done.failure.code === 'wrong-credentials') throw new Refused('wrong-credentials')
          throw new Refused('sign-in-delayed', { seconds: done.failure.seconds }, {}, { 'retry-after': String(done.failure.seconds) })
        }
        keep(reply, done.value)
        return good(await view(done.value.caller, language))
      },
    }),
    door('session', 'GET /api/session', 'Who is signed in, in which post.', { answer: wire.Session, handle: async ({ caller, language }) => good(await view(caller, language)) }),
    door('session', 'PUT /api/session', 'Another post of the same person.', {
      body: wire.SwitchPost, answer: wire.Session, write: 'free',
      handle: async ({ body, token, language, reply }) => {
        const fresh = await identity.switchPost(token, body.post)
        if (fresh === null) throw new Refused('not-permitted')
        keep(reply, fresh)
        return good(await view(fresh.caller, language))
      },
    }),
    door('session', 'DELETE /api/session', 'Signs out; with `everywhere=true` ends every session of the account.', {
      query: z.object({ everywhere: z.enum(['true', 'false']).optional() }), write: 'free',
      handle: async ({ token, query, reply }) => {
        await (query.everywhere === 'true' ? identity.signOutEverywhere(token) : identity.signOut(token))
        void reply.clearCookie(sessionCookie, cookie)
        return good(undefined)
      },
    }),
  ]
  return mode === 'production' ? doors : [...doors, demoDoor(identity)]
}

const Demo = z.object({ items: z.array(wire.DemoAccount) })
export type DemoAccount = z.infer<typeof wire.DemoAccount>

/** The demonstration accounts as the sign-in page shows them, with a code that will be taken now. */
export async function demoAccounts(identity: Identity): Promise<readonly DemoAccount[]> {
  const place = ({ row }: { readonly row: { readonly demo: Readonly<Record<string, unknown>> | null } }): number => Number(row.demo?.['order'] ?? Infinity)
  return (await identity.demoAccounts()).toSorted((a, b) => place(a) - place(b)).flatMap(({ row, code }) => {
    const shown = wire.DemoAccount.safeParse({ ...row.demo, account: row.name, code })
    return shown.success ? [shown.data] : []
  })
}

const demoDoor = (identity: Identity): Door =>
  door('session', 'GET /api/demo/accounts', 'Accounts to try, in demonstration mode only.', { answer: Demo, open: true, handle: async () => good({ items: [...await demoAccounts(identity)] }) })

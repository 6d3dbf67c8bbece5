// Who is working, in which post. The session is asked for once and held; everything else on the page presumes it.
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { ApiProblem, get, holdCsrf, send, type Answer } from './client.ts'
import type { DemoAccount, Health, Session, SignIn } from './wire.gen.ts'

let last: Session | null = null
const held = (session: Session): Session => { last = session; holdCsrf(session.csrf); return session }

/** The session, or null when nobody is signed in. */
export const sessionQuery = () => queryOptions({
  queryKey: ['session'], staleTime: 5 * 60_000, gcTime: Infinity, retry: false,
  queryFn: async (): Promise<Session | null> => get<Session>('/api/session').then(held, (cause: unknown) => { if (cause instanceof ApiProblem && cause.problem.status === 401) return null; throw cause }),
})

/** Inside the signed-in pages only. While somebody signs out, the page that is being left still sees the last session. */
export const useSession = (): Session => {
  const session = useQuery(sessionQuery()).data ?? last
  if (session === null) throw new Error('A page that needs a session was shown without one.')
  return session
}

const start = (queries: QueryClient, answer: Answer<Session>): Answer<Session> => {
  if (answer.ok) {
    queries.clear()
    queries.setQueryData(['session'], held(answer.value))
  }
  return answer
}

export const signIn = async (queries: QueryClient, given: SignIn): Promise<Answer<Session>> => start(queries, await send<Session>('POST', '/api/session', given))
/** Another post of the same person; everything that was seen under the former one is forgotten. */
export const switchPost = async (queries: QueryClient, post: string): Promise<Answer<Session>> => start(queries, await send<Session>('PUT', '/api/session', { post }))
export const signOut = async (queries: QueryClient): Promise<void> => {
  await send('DELETE', '/api/session')
  queries.clear()
  queries.setQueryData(['session'], null)
}

/** Demonstration mode only; elsewhere the server knows no such address. */
export const demoAccountsQuery = () => queryOptions({
  queryKey: ['demo'], retry: false, staleTime: 20_000,
  queryFn: async (): Promise<readonly DemoAccount[]> => get<{ readonly items: readonly DemoAccount[] } | readonly DemoAccount[]>('/api/demo/accounts').then((got) => ('items' in got ? got.items : got), () => []),
})
export const healthQuery = () => queryOptions({ queryKey: ['health'], queryFn: () => get<Health>('/api/health'), retry: false })

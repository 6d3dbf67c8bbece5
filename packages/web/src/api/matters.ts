import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, send, type Answer } from './client.ts'
import type { Day, Matter, MatterPage, NewMatter, Organ, Reading, Why } from './wire.gen.ts'

/** A matter; with `knownAt` as it was known at the end of that day. */
export const matterQuery = (id: string, knownAt?: Day) => queryOptions({
  queryKey: ['matter', id, knownAt ?? 'now'], queryFn: () => get<Matter>(`/api/matters/${encodeURIComponent(id)}${knownAt === undefined ? '' : `?knownAt=${encodeURIComponent(`${knownAt}T23:59:59+08:00`)}`}`), placeholderData: keepPreviousData,
})

export const mattersQuery = (filter: Readonly<Record<string, string>>) => queryOptions({ queryKey: ['matters', filter], queryFn: () => get<MatterPage>(`/api/matters?${new URLSearchParams({ limit: '100', ...filter })}`) })

/** Who read the matter: open to its handlers, case management and audit. */
export const readingsQuery = (id: string) => queryOptions({ queryKey: ['matter', id, 'readings'], queryFn: async () => (await get<{ readonly items: readonly Reading[] }>(`/api/matters/${encodeURIComponent(id)}/readings`)).items, retry: false })

/** The whole explanation of one duty, with the days around its end. */
export const whyQuery = (id: string, duty: string) => queryOptions({ queryKey: ['matter', id, 'why', duty], queryFn: () => get<Why>(`/api/matters/${encodeURIComponent(id)}/duties/${encodeURIComponent(duty)}/why`), retry: false })

/** The same with another start, case, custody, extension or suspension; computed by the server, written nowhere. */
export const whyIfQuery = (id: string, duty: string, supposed: Readonly<Record<string, string>>) => queryOptions({ queryKey: ['matter', id, 'why', duty, supposed], queryFn: () => get<Why>(`/api/matters/${encodeURIComponent(id)}/duties/${encodeURIComponent(duty)}/why?${new URLSearchParams(supposed)}`), retry: false, placeholderData: keepPreviousData })

/** The list of matters page by page. */
export const mattersPages = (filter: Readonly<Record<string, string>>) => infiniteQueryOptions({
  queryKey: ['matters', 'pages', filter], initialPageParam: '', placeholderData: keepPreviousData, getNextPageParam: (page: MatterPage) => page.next ?? undefined,
  queryFn: ({ pageParam }) => get<MatterPage>(`/api/matters?${new URLSearchParams({ limit: '60', ...filter, ...(pageParam === '' ? {} : { cursor: pageParam }) })}`),
})

/** Opens a matter; the answer is the matter as it stands after its first act. */
export const openMatter = (matter: NewMatter, key: string): Promise<Answer<Matter>> => send<Matter>('POST', '/api/matters', matter, { 'idempotency-key': key })

/** The organs of the city, as the directory names them. */
export const organsQuery = () => queryOptions({ queryKey: ['organs'], queryFn: async () => (await get<{ readonly items: readonly Organ[] }>('/api/organs')).items, staleTime: Infinity, retry: false })

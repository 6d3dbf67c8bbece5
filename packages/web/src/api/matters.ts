import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { Day, Matter, MatterPage, Reading, Why } from './wire.gen.ts'

/** A matter; with `knownAt` as it was known at the end of that day. */
export const matterQuery = (id: string, knownAt?: Day) => queryOptions({
  queryKey: ['matter', id, knownAt ?? 'now'], queryFn: () => get<Matter>(`/api/matters/${encodeURIComponent(id)}${knownAt === undefined ? '' : `?knownAt=${encodeURIComponent(`${knownAt}T23:59:59+08:00`)}`}`), placeholderData: keepPreviousData,
})

export const mattersQuery = (filter: Readonly<Record<string, string>>) => queryOptions({ queryKey: ['matters', filter], queryFn: () => get<MatterPage>(`/api/matters?${new URLSearchParams({ limit: '100', ...filter })}`) })

/** Who read the matter: open to its handlers, case management and audit. */
export const readingsQuery = (id: string) => queryOptions({ queryKey: ['matter', id, 'readings'], queryFn: async () => (await get<{ readonly items: readonly Reading[] }>(`/api/matters/${encodeURIComponent(id)}/readings`)).items, retry: false })

/** The whole explanation of one duty, with the days around its end. */
export const whyQuery = (id: string, duty: string) => queryOptions({ queryKey: ['matter', id, 'why', duty], queryFn: () => get<Why>(`/api/matters/${encodeURIComponent(id)}/duties/${encodeURIComponent(duty)}/why`), retry: false })

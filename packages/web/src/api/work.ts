// What the workbench reads besides duties: acts of others, demands by organ.
import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { ActPage, Scorecard } from './wire.gen.ts'

/** Newest acts of the other organs in the matters that this identity may see. */
export const othersActsQuery = () => queryOptions({ queryKey: ['acts', 'other'], queryFn: () => get<ActPage>('/api/acts?side=other&limit=6'), retry: false })
/** Demands counted one by one for each organ; `knownAt` is the end of a day as it was known then. */
export const scorecardQuery = (knownAt?: string) => queryOptions({ queryKey: ['scorecard', knownAt ?? 'now'], queryFn: () => get<Scorecard>(`/api/scorecard${knownAt === undefined ? '' : `?${new URLSearchParams({ knownAt: `${knownAt}T23:59:59+08:00` })}`}`), retry: false })

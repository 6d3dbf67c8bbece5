import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { Ladder } from './wire.gen.ts'

/** The ladder now, or as it was known at the end of a day. */
export const ladderQuery = (knownAt?: string) => queryOptions({ queryKey: ['ladder', knownAt ?? 'now'], queryFn: () => get<Ladder>(`/api/ladder${knownAt === undefined ? '' : `?${new URLSearchParams({ knownAt: `${knownAt}T23:59:59+08:00` })}`}`), retry: false })

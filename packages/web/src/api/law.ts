import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { LogHead, RuleSummary } from './wire.gen.ts'

/** The rules in force, as the rulebook of the server has them. */
export const rulesQuery = () => queryOptions({ queryKey: ['rules'], queryFn: async () => (await get<{ readonly items: readonly RuleSummary[] }>('/api/rules')).items, staleTime: Infinity, retry: false })
/** The signed head of the log of all acts. */
export const headQuery = () => queryOptions({ queryKey: ['log', 'head'], queryFn: () => get<LogHead>('/api/log/head'), retry: false })

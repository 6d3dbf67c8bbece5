import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { Ladder } from './wire.gen.ts'

export const ladderQuery = () => queryOptions({ queryKey: ['ladder'], queryFn: () => get<Ladder>('/api/ladder'), retry: false })

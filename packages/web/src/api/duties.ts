import { queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { DutyPage } from './wire.gen.ts'

export const dutiesQuery = (filter: Readonly<Record<string, string>>) => queryOptions({ queryKey: ['duties', filter], queryFn: () => get<DutyPage>(`/api/duties?${new URLSearchParams(filter)}`) })

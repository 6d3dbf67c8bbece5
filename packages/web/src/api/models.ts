import { queryOptions } from '@tanstack/react-query'
import { get, send, type Answer } from './client.ts'
import type { Clue, ClueDecision, CluePage, Model, NewRun, ProcedureSummary, Run } from './wire.gen.ts'

export const modelsQuery = () => queryOptions({ queryKey: ['models'], queryFn: async () => (await get<{ readonly items: readonly Model[] }>('/api/models')).items })
export const modelQuery = (id: string) => queryOptions({ queryKey: ['models', id], queryFn: () => get<Model>(`/api/models/${encodeURIComponent(id)}`) })
export const runQuery = (id: string) => queryOptions({ queryKey: ['run', id], queryFn: () => get<Run>(`/api/runs/${encodeURIComponent(id)}`) })
export const runModel = (model: string, run: NewRun): Promise<Answer<Run>> => send<Run>('POST', `/api/models/${encodeURIComponent(model)}/runs`, run)

/** The tabs of the review: by state of review, with data gaps and rows to verify apart. */
export type ClueTab = 'waiting' | 'toVerify' | 'adopted' | 'merged' | 'excluded' | 'needsData' | 'undecidable'
const filterOf: Readonly<Record<ClueTab, Readonly<Record<string, string>>>> = {
  waiting: { state: 'waiting', status: 'clue' }, toVerify: { state: 'waiting', status: 'to_verify' }, adopted: { state: 'adopted' }, merged: { state: 'merged' }, excluded: { state: 'excluded' }, needsData: { state: 'needs-data' },
  undecidable: { state: 'waiting', status: 'undecidable' },
}

export const cluesQuery = (tab: ClueTab, model?: string) => queryOptions({
  queryKey: ['clues', tab, model ?? ''], queryFn: () => get<CluePage>(`/api/clues?${new URLSearchParams({ ...filterOf[tab], ...(model === undefined ? {} : { model }), limit: '200' })}`),
})
export const decideClue = (id: string, decision: ClueDecision): Promise<Answer<Clue>> => send<Clue>('POST', `/api/clues/${encodeURIComponent(id)}/decision`, decision)
export const proceduresQuery = () => queryOptions({ queryKey: ['procedures'], queryFn: async () => (await get<{ readonly items: readonly ProcedureSummary[] }>('/api/procedures')).items, staleTime: Infinity })

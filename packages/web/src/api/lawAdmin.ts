import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, newKey, send, type Answer } from './client.ts'
import type { LawSets, MovedPage, NewPractice, PracticeDone, Practices, SetCheck, SetDone, SetPreview } from './wire.gen.ts'

/** A rule set as texts by their path in its folder. */
export type SetFiles = Readonly<Record<string, string>>

/** Adopted rule sets, newest first, and whether the reader may adopt one. */
export const setsQuery = () => queryOptions({ queryKey: ['law-sets'], queryFn: () => get<LawSets>('/api/law/sets'), retry: false })
export const checkSet = (files: SetFiles): Promise<Answer<SetCheck>> => send<SetCheck>('POST', '/api/law/sets/check', { files })
/** What adopting would move; nothing is written. */
export const previewSet = (files: SetFiles): Promise<Answer<SetPreview>> => send<SetPreview>('POST', '/api/law/sets/preview', { files })
export const previewWithdrawal = (adoption: string): Promise<Answer<SetPreview>> => send<SetPreview>('POST', `/api/law/sets/${encodeURIComponent(adoption)}/preview`)
export const adoptSet = (files: SetFiles, reason: string, key = newKey()): Promise<Answer<SetDone>> => send<SetDone>('POST', '/api/law/sets', { files, reason }, { 'idempotency-key': key })
export const withdrawSet = (adoption: string, reason: string, key = newKey()): Promise<Answer<SetDone>> => send<SetDone>('POST', `/api/law/sets/${encodeURIComponent(adoption)}/withdraw`, { reason }, { 'idempotency-key': key })

/** What the reader's own organ has chosen where the sources leave a choice. */
export const practiceQuery = () => queryOptions({ queryKey: ['practice'], queryFn: () => get<Practices>('/api/law/practice'), retry: false })
export const setPractice = (practice: NewPractice, key = newKey()): Promise<Answer<PracticeDone>> => send<PracticeDone>('POST', '/api/law/practice', practice, { 'idempotency-key': key })

/** Dates that moved, newest first; being shown here counts as told. */
export const movedPages = () => infiniteQueryOptions({
  queryKey: ['recalculations'], initialPageParam: '', getNextPageParam: (page: MovedPage) => page.next ?? undefined, retry: false,
  queryFn: ({ pageParam }) => get<MovedPage>(`/api/recalculations?${new URLSearchParams({ limit: '60', ...(pageParam === '' ? {} : { cursor: pageParam }) })}`),
})

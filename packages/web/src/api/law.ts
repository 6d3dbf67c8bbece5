import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'
import type { InstrumentRow, LawMatters, LawOverview, LawSearch, LawTextPage, LawTexts, LogHead, PowerRow, ProcedureCard, ProcedureGraph, RuleDetail, RuleRow, SettingRow, TermRow, UnverifiedRow } from './wire.gen.ts'

type List<T> = { readonly items: readonly T[] }
/** What changes only with the rulebook: fetched once for a page's life. */
const still = { staleTime: Infinity, retry: false } as const

/** The Decision, areas and bearers with the number of their rules. */
export const lawQuery = () => queryOptions({ queryKey: ['law'], queryFn: () => get<LawOverview>('/api/law'), ...still })
/** Every rule in one line. */
export const rulesQuery = () => queryOptions({ queryKey: ['law', 'rules'], queryFn: async () => (await get<List<RuleRow>>('/api/law/rules')).items, ...still })
export const ruleQuery = (id: string) => queryOptions({ queryKey: ['law', 'rules', id], queryFn: () => get<RuleDetail>(`/api/law/rules/${encodeURIComponent(id)}`), ...still, placeholderData: keepPreviousData })
/** Open matters under a rule; as far as the reader may see them. */
export const ruleMattersQuery = (id: string) => queryOptions({ queryKey: ['law', 'rules', id, 'matters'], queryFn: () => get<LawMatters>(`/api/law/rules/${encodeURIComponent(id)}/matters`), retry: false })
export const lawSearchQuery = (q: string) => queryOptions({ queryKey: ['law', 'search', q], queryFn: ({ signal }) => get<LawSearch>(`/api/law/search?${new URLSearchParams({ q })}`, signal), ...still, placeholderData: keepPreviousData })
export const proceduresQuery = () => queryOptions({ queryKey: ['law', 'procedures'], queryFn: async () => (await get<List<ProcedureCard>>('/api/law/procedures')).items, ...still })
export const procedureQuery = (id: string) => queryOptions({ queryKey: ['law', 'procedures', id], queryFn: () => get<ProcedureGraph>(`/api/law/procedures/${encodeURIComponent(id)}`), ...still })
export const procedureMattersQuery = (id: string) => queryOptions({ queryKey: ['law', 'procedures', id, 'matters'], queryFn: () => get<LawMatters>(`/api/law/procedures/${encodeURIComponent(id)}/matters`), retry: false })
export const instrumentsQuery = () => queryOptions({ queryKey: ['law', 'instruments'], queryFn: async () => (await get<List<InstrumentRow>>('/api/law/instruments')).items, ...still })
export const powersQuery = () => queryOptions({ queryKey: ['law', 'powers'], queryFn: async () => (await get<List<PowerRow>>('/api/law/powers')).items, ...still })
export const glossaryQuery = () => queryOptions({ queryKey: ['law', 'glossary'], queryFn: async () => (await get<List<TermRow>>('/api/law/glossary')).items, ...still })
export const settingsQuery = () => queryOptions({ queryKey: ['law', 'settings'], queryFn: async () => (await get<List<SettingRow>>('/api/law/settings')).items, ...still })
export const unverifiedQuery = () => queryOptions({ queryKey: ['law', 'unverified'], queryFn: async () => (await get<List<UnverifiedRow>>('/api/law/unverified')).items, ...still })
export const lawTextsQuery = () => queryOptions({ queryKey: ['law', 'texts'], queryFn: () => get<LawTexts>('/api/law/texts'), retry: false })
export const lawTextQuery = (law: string) => queryOptions({ queryKey: ['law', 'texts', law], queryFn: () => get<LawTextPage>(`/api/law/texts/${encodeURIComponent(law)}`), ...still })
/** The signed head of the log of all acts. */
export const headQuery = () => queryOptions({ queryKey: ['log', 'head'], queryFn: () => get<LogHead>('/api/log/head'), retry: false })

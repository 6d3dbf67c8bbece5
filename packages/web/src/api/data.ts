import { queryOptions } from '@tanstack/react-query'
import { get, send, type Answer } from './client.ts'
import type { Dataset, Delivery, DeliveryPage, Problem } from './wire.gen.ts'

export const datasetsQuery = () => queryOptions({ queryKey: ['datasets'], queryFn: async () => (await get<{ readonly items: readonly Dataset[] }>('/api/datasets')).items })
export const deliveriesQuery = (dataset: string) => queryOptions({ queryKey: ['deliveries', dataset], queryFn: () => get<DeliveryPage>(`/api/deliveries?${new URLSearchParams({ dataset })}`) })
export const deliveryQuery = (id: string) => queryOptions({ queryKey: ['delivery', id], queryFn: () => get<Delivery>(`/api/deliveries/${encodeURIComponent(id)}`) })
export const rejectsUrl = (id: string): string => `/api/deliveries/${encodeURIComponent(id)}/rejects`

/** Uploads a file into a dataset. Stopped by the person, the result has no problem to show. */
export const deliver = (dataset: string, file: File, onProgress: (sent: number) => void): { readonly stop: () => void; readonly result: Promise<{ readonly ok: true; readonly value: Delivery } | { readonly ok: false; readonly problem: Problem | null }> } => {
  const stopping = new AbortController()
  const result = send<Delivery>('POST', `/api/datasets/${encodeURIComponent(dataset)}/deliveries?${new URLSearchParams({ name: file.name })}`, file, {}, onProgress, stopping.signal)
    .then((answer) => (answer.ok || !stopping.signal.aborted ? answer : { ok: false as const, problem: null }))
  return { stop: () => stopping.abort(), result }
}

export const decideDelivery = (id: string, decision: 'accept' | 'refuse', reason: string): Promise<Answer<Delivery>> =>
  send<Delivery>('POST', `/api/deliveries/${encodeURIComponent(id)}/decision`, { decision, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })

/** Live progress of a check by server-sent events; the returned function stops listening. */
export const watchDelivery = (id: string, onChange: (delivery: Delivery) => void): (() => void) => {
  const events = new EventSource(`/api/deliveries/${encodeURIComponent(id)}/events`)
  events.addEventListener('message', (event: MessageEvent<string>) => onChange(JSON.parse(event.data) as Delivery))
  return () => events.close()
}

import { queryOptions } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { get, send } from './client.ts'
import type { Instrument, Matter, PaperDraft, PaperPreview } from './wire.gen.ts'

/**
 * The paper and its checks for what is being written, 300 ms after the last stroke. The last good answer stays visible while a
 * newer one is computed (`stale`); an answer that was overtaken is dropped.
 */
export const usePaperPreview = (draft: PaperDraft): { readonly preview: PaperPreview | undefined; readonly stale: boolean; readonly failed: boolean } => {
  const body = JSON.stringify(draft)
  const [state, setState] = useState<{ readonly of: string; readonly preview: PaperPreview | undefined; readonly failed: boolean }>({ of: '', preview: undefined, failed: false })
  const wanted = useRef(body)
  useEffect(() => {
    wanted.current = body
    const timer = setTimeout(() => {
      void send<PaperPreview>('POST', '/api/papers/preview', JSON.parse(body)).then((answer) => {
        if (wanted.current !== body) return
        setState((before) => (answer.ok ? { of: body, preview: answer.value, failed: false } : { of: body, preview: before.preview, failed: true }))
      })
    }, 300)
    return () => clearTimeout(timer)
  }, [body])
  return { preview: state.preview, stale: state.of !== body, failed: state.failed }
}

/** The pages of a recorded instrument, as SVG documents. */
export const paperPagesQuery = (matter: Matter, instrument: Instrument | undefined) => queryOptions({
  queryKey: ['paper', matter.id, instrument?.n ?? 0, matter.version], enabled: instrument !== undefined,
  queryFn: async () => (await get<{ readonly pages: readonly string[] }>(`/api/matters/${encodeURIComponent(matter.id)}/instruments/${instrument?.n ?? 0}/pages`)).pages, retry: false,
})

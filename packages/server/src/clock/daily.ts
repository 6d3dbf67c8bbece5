// What happens by itself: lights and statuses of the projections move when the legal day does. (The sealer of the log ticks inside the store.)
import { legalDay, type Day, type Instant } from '@hengjian/law'

/**
 * Refreshes at the start and whenever the legal day has changed since; looks every half minute. A refresh that failed is tried again at the
 * next look, because nothing may be late for having been asleep. Returns what stops it, after a refresh under way has ended.
 */
export function everyDay(now: () => Instant, refresh: (now: Instant) => Promise<unknown>, log: (line: string) => void, every = 30_000): () => Promise<void> {
  let done: Day | null = null
  let running: Promise<void> | null = null
  const look = (): void => {
    const at = now()
    const today = legalDay(at)
    if (running !== null || today === done) return
    running = refresh(at).then(() => { done = today }, (error: unknown) => log(`the day's refresh failed and will be tried again: ${error instanceof Error ? error.message : String(error)}`)).finally(() => { running = null })
  }
  const timer = setInterval(look, every)
  look()
  return async () => {
    clearInterval(timer)
    await running
  }
}

// The moment that the product takes as now. Real time, or, in a demonstration, another moment that goes on from where it was set.
import { instant, instantFault, minutesOf, type Instant } from '@hengjian/law'

const legal = (millis: number): Instant => instant(`${new Date(millis + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`)

/** `from`: an instant with offset at which the product starts; it passes as real time does. Throws RangeError with a sentence for people. */
export function momentFrom(from?: string, clock: () => number = Date.now): () => Instant {
  if (from === undefined) return () => legal(clock())
  const fault = instantFault(from)
  if (fault !== null) throw new RangeError(`HENGJIAN_NOW is '${from}'. It must be a moment with its offset, such as 2026-03-02T09:00+08:00${fault === 'no-offset' ? ' (the offset is missing)' : ''}.`)
  const [start, began] = [minutesOf(from as Instant) * 60_000, clock()]
  return () => legal(start + clock() - began)
}

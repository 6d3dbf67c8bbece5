// How fast somebody may ask: a bucket for each address and each session that refills evenly. Over it: 429 with the seconds to wait.
import { Refused } from './problem.ts'

export type Kind = 'address' | 'session' | 'sign-in' | 'heavy'
type Rate = { readonly burst: number; readonly perSecond: number }
export type Rates = Readonly<Record<Kind, Rate>>

/** An office behind one address has many people; a person has one session. `heavy`: uploads, runs, papers. */
export const productionRates: Rates = { 'address': { burst: 2_000, perSecond: 200 }, 'session': { burst: 300, perSecond: 30 }, 'sign-in': { burst: 20, perSecond: 0.5 }, 'heavy': { burst: 30, perSecond: 3 } }
/** A demonstration is tried by scripts and by many people behind one address. */
export const demoRates: Rates = { 'address': { burst: 20_000, perSecond: 2_000 }, 'session': { burst: 5_000, perSecond: 500 }, 'sign-in': { burst: 300, perSecond: 10 }, 'heavy': { burst: 300, perSecond: 30 } }

export type Pace = { count(key: string, kind: Kind): void }

/** `clock` gives milliseconds. Full buckets are forgotten; at most `most` are held. */
export function keepPace(rates: Rates, clock: () => number = () => performance.now(), most = 20_000): Pace {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    count: (key, kind) => {
      const { burst, perSecond } = rates[kind]
      const now = clock()
      const name = `${kind} ${key}`
      const bucket = buckets.get(name) ?? { left: burst, at: now }
      bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      if (bucket.left < 1) {
        const seconds = Math.max(1, Math.ceil((1 - bucket.left) / perSecond))
        throw new Refused('too-many', { seconds }, {}, { 'retry-after': String(seconds) })
      }
      bucket.left -= 1
      buckets.delete(name)
      buckets.set(name, bucket)
      for (const oldest of buckets.keys()) { if (buckets.size <= most) break; buckets.delete(oldest) }
    },
  }
}

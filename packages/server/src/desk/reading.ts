// Who read what of a matter, and for what purpose. The record of readings is kept by the store; here it is decided what one reading is.
import type { Who } from './desk.ts'
import type { Room } from './room.ts'

const sameReading = 10 * 60_000

/** Notes a reading, once for a person, a matter and a thing within ten minutes: a page that refreshes itself is not read again. */
export function notes({ store }: Room): (who: Who, matter: string, what: string) => Promise<void> {
  const before = new Map<string, number>()
  return async (who, matter, what) => {
    const key = `${who.person.id}\0${who.post}\0${matter}\0${what}`
    const at = Date.now()
    if (at - (before.get(key) ?? 0) < sameReading) return
    if (before.size > 20_000) before.clear()
    before.set(key, at)
    await store.noteReading(who.scope, matter, what, who.now)
  }
}

// Putting an act on record: the version that the author saw, and a key that makes a repeated submission one act.
import type { ActDone, NewAct } from './wire.gen.ts'
import { send, type Answer } from './client.ts'

export { newKey } from './client.ts'

/** A stale version is answered with status 409 and the acts that were recorded since. */
export const putOnRecord = (matter: string, act: NewAct, version: number, key: string): Promise<Answer<ActDone>> =>
  send<ActDone>('POST', `/api/matters/${encodeURIComponent(matter)}/acts`, act, { 'if-match': `"${version}"`, 'idempotency-key': key })

// Putting an act on record: the version that the author saw, and a key that makes a repeated submission one act.
import type { ActDone, NewAct } from './wire.gen.ts'
import { send, type Answer } from './client.ts'

/** A fresh idempotency key; one for each thing that a person means to do, kept over retries. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A stale version is answered with status 409 and the acts that were recorded since. */
export const putOnRecord = (matter: string, act: NewAct, version: number, key: string): Promise<Answer<ActDone>> =>
  send<ActDone>('POST', `/api/matters/${encodeURIComponent(matter)}/acts`, act, { 'if-match': `"${version}"`, 'idempotency-key': key })

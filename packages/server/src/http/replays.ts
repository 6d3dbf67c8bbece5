// Writes that the record itself does not remember by their key (uploads, runs, decisions on deliveries): the first answer to a key is
// kept here and given again, so that a person's second click or a client's retry does not do it twice.
import { createHash } from 'node:crypto'
import type { Answer } from '../desk/desk.ts'

type Kept = { readonly body: string; readonly answer: Promise<Answer<unknown> | undefined> }

export type Replays = {
  /** Runs `work` once for a key of a caller; 'reused' when the key came with another operation or body before. */
  once(caller: string, key: string, what: { readonly operation: string; readonly body: unknown }, work: () => Promise<Answer<unknown> | undefined>): Promise<Answer<unknown> | undefined | 'reused'>
}

/** Keeps the last `size` answers; a refusal is not kept, so that it can be tried again. */
export function keepReplays(size = 2_000): Replays {
  const kept = new Map<string, Kept>()
  return {
    once: async (caller, key, what, work) => {
      const name = `${caller}\0${key}`
      const body = createHash('sha256').update(`${what.operation}\0${JSON.stringify(what.body) ?? ''}`).digest('base64url')
      const before = kept.get(name)
      if (before !== undefined) return before.body === body ? before.answer : 'reused'
      const answer = work()
      kept.set(name, { body, answer })
      for (const oldest of kept.keys()) { if (kept.size <= size) break; kept.delete(oldest) }
      await answer.then((done) => { if (done?.ok !== true) kept.delete(name) }, () => kept.delete(name))
      return answer
    },
  }
}

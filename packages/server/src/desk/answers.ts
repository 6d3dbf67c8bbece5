// Answers of the desk: a value, or a problem with its sentence in the reader's language.
import { chipOfCited } from '@hengjian/law'
import type { Refusal } from '@hengjian/core'
import type { NotRecorded } from '@hengjian/store'
import type { Answer, Who } from './desk.ts'
import type { Problem } from './shapes.ts'
import { say, type Values } from './say.ts'

export const good = <T>(value: T): Answer<T> => ({ ok: true, value })

type Reader = Pick<Who, 'language'>

/** A problem of messages/desk.yaml under `problems.<code>`. */
export function refuse<T>(who: Reader, code: string, status: number, values: Values = {}, more: Partial<Problem> = {}): Answer<T> {
  const text = (part: string): string => say(`problems.${code}.${part}`, values)[who.language]
  return { ok: false, problem: { type: `urn:hengjian:problem:${code}`, title: text('title'), status, code, detail: text('detail'), ...more } }
}

/** Absent and not to be seen are answered with the same words. */
export const absent = <T>(who: Reader): Answer<T> => refuse(who, 'absent', 404)

/** A refusal of the core: what stands in the way, under which provision, what removes it and from when. */
export const refused = <T>(who: Reader, refusal: Refusal): Answer<T> => ({ ok: false, problem: {
  type: `urn:hengjian:problem:${refusal.code}`, title: refusal.short[who.language], status: refusal.code === 'not-permitted' || refusal.code === 'not-addressed' ? 403 : 422, code: refusal.code, detail: refusal.because[who.language],
  ...(refusal.provision === undefined ? {} : { provision: chipOfCited(refusal.provision)[who.language] }), ...(refusal.rule === undefined ? {} : { rule: refusal.rule }),
  ...(refusal.unblockedBy === undefined ? {} : { unblockedBy: refusal.unblockedBy }), ...(refusal.earliest === undefined ? {} : { earliest: refusal.earliest }),
} })

/** What the store did not put on record, as a problem. */
export function notRecorded<T>(who: Reader, outcome: NotRecorded, changed: Problem['changed']): Answer<T> {
  switch (outcome.kind) {
    case 'absent': return absent(who)
    case 'refused': return refused(who, outcome.refusal)
    case 'key-reused': return refuse(who, 'key-reused', 409)
    case 'stale': return refuse(who, 'stale', 409, { version: outcome.version }, { version: outcome.version, changed })
  }
}

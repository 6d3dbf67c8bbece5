// One operation of the HTTP API as data: address, shapes, who may call, and the use case behind it. `mount.ts` turns these into routes,
// the OpenAPI document and the answer to a wrong method are read from the same list.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Answer, Who } from '../desk/desk.ts'
import type { Caller } from '../identity/identity.ts'
import type { Language } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What every handler gets. `who` is the desk's view of the caller; an open door has no caller. */
export type Asked<P, Q, B> = {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly who: Who
  readonly caller: Caller
  readonly token: string
  readonly language: Language
  /** From Idempotency-Key and If-Match, checked. */
  readonly command: { readonly key: string; readonly version?: number }
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * What a write must bring besides the session's CSRF token.
 * `act`: an idempotency key and the version that was seen. `keyed`: a key that the record itself remembers. `once`: a key that this door
 * remembers (uploads, runs, decisions on deliveries). `free`: nothing, because repeating it changes nothing.
 */
export type Write = 'act' | 'keyed' | 'once' | 'free'

export type Door = {
  readonly method: Method
  readonly path: `/api/${string}`
  readonly what: string
  readonly tag: string
  readonly params: z.ZodType
  readonly query: z.ZodType
  /** null: no body; 'bytes': a file as it is, streamed. */
  readonly body: z.ZodType | 'bytes' | null
  /** null: the handler answers by itself with something that is not JSON (its type is `answerType`). */
  readonly answer: z.ZodType | null
  readonly answerType?: string
  readonly status: number
  readonly open: boolean
  readonly write: Write | null
  /** Largest body in bytes. */
  readonly limit: number
  /** Counted apart from ordinary requests (pace.ts). */
  readonly pace: 'sign-in' | 'heavy' | null
  readonly handle: (asked: Asked<never, never, never>) => Promise<Answer<unknown> | undefined>
}

type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType | 'bytes', A extends z.ZodType> = {
  readonly params?: P; readonly query?: Q; readonly body?: B; readonly answer?: A; readonly answerType?: string; readonly status?: number; readonly open?: true; readonly write?: Write; readonly limit?: number; readonly pace?: 'sign-in' | 'heavy'
  readonly handle: (asked: Asked<z.output<P>, z.output<Q>, B extends z.ZodType ? z.output<B> : undefined>) => Promise<Answer<z.input<A>> | undefined>
}

const none = z.object({})
const json = 1024 * 1024

/** Declares an operation; `tag` groups it in the OpenAPI document. */
export const door = <P extends z.ZodType = typeof none, Q extends z.ZodType = typeof none, B extends z.ZodType | 'bytes' = z.ZodUndefined, A extends z.ZodType = z.ZodUnknown>(
  tag: string, operation: `${Method} /api/${string}`, what: string, spec: Spec<P, Q, B, A>,
): Door => {
  const [method = 'GET', path = '/api/'] = operation.split(' ') as [Method, `/api/${string}`]
  return {
    method, path, what, tag, params: spec.params ?? none, query: spec.query ?? none, body: spec.body ?? null, answer: spec.answer ?? null, status: spec.status ?? 200, open: spec.open === true,
    write: method === 'GET' ? null : spec.write ?? 'keyed', limit: spec.limit ?? json, pace: spec.pace ?? null, handle: spec.handle as Door['handle'], ...(spec.answerType === undefined ? {} : { answerType: spec.answerType }),
  }
}

export const good = <T>(value: T): Answer<T> => ({ ok: true, value })

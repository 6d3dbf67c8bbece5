// Turns doors into routes: gate → form of the input → use case → answer or problem.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Actor } from '@hengjian/core'
import type { Instant } from '@hengjian/law'
import type { z } from 'zod'
import type { Answer } from '../desk/desk.ts'
import type { Identity } from '../identity/identity.ts'
import type { Asked, Door } from './door.ts'
import { InvalidInput } from './faults.ts'
import { pass, readerOf, whoOf, type Passed } from './gate.ts'
import { parseStrict, readJson } from './json.ts'
import type { Pace } from './pace.ts'
import { Refused, type Problem } from './problem.ts'
import type { Replays } from './replays.ts'

export type Mounting = {
  readonly identity: Identity
  readonly pace: Pace
  readonly replays: Replays
  readonly now: () => Instant
  /** Who acts, with what the office has on record about the person: appointments, delegations, ties. */
  readonly standing: (actor: Actor) => Promise<Actor>
  /** Tests hold every answer against the contract; elsewhere the types did. */
  readonly checkAnswers: boolean
}

export const sendProblem = (reply: FastifyReply, problem: Problem, headers: Readonly<Record<string, string>> = {}): FastifyReply =>
  reply.code(problem.status).headers(headers).type('application/problem+json; charset=utf-8').send(JSON.stringify({ ...problem, instance: reply.request.url.split('?')[0] }))

const zip = promisify(gzip)

/** A worklist is some hundred kilobytes that shrink to a tenth; small answers (a session with its token among them) go as they are. */
async function sendJson(request: FastifyRequest, reply: FastifyReply, body: string): Promise<FastifyReply> {
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  if (body.length < 16_384 || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body)
  return reply.header('content-encoding', 'gzip').send(await zip(body, { level: 4 }))
}

/** A character that no identifier, name or search has: it would only confuse a log, a database or a screen. */
// oxlint-disable-next-line no-control-regex
const unusable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

function checked<T extends z.ZodType>(part: string, schema: T, value: unknown): z.output<T> {
  if (part !== 'body') for (const [name, text] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if ([text].flat().some((one) => typeof one === 'string' && (unusable.test(one) || !one.isWellFormed()))) throw new Refused('unreadable-text', { field: name.slice(0, 40).replaceAll(/[^\w.-]/g, '?') })
  }
  const result = schema.safeParse(value, { reportInput: true })
  if (!result.success) throw new InvalidInput(part, result.error.issues)
  return result.data
}

/** What a streamed body may be: a file as it is. A form would be stored with its boundaries. */
function takesBytes(request: FastifyRequest, door: Door): void {
  const given = request.headers['content-type'] ?? ''
  if (/^multipart\//i.test(given)) throw new Refused('unsupported-media', { given: 'multipart', wanted: 'application/octet-stream' })
  if (Number(request.headers['content-length'] ?? 0) > door.limit) throw Object.assign(new Error('too large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE' })
}

async function answerOf(door: Door, request: FastifyRequest, reply: FastifyReply, { replays, now, standing }: Mounting): Promise<Answer<unknown> | undefined> {
  const language = readerOf(request)
  const passed = request.passed as Passed
  const who = passed.caller === null ? null : whoOf(passed.caller, now(), language)
  const asked = {
    ...passed, language, request, reply, params: checked('params', door.params, request.params), query: checked('query', door.query, request.query),
    body: door.body === null || door.body === 'bytes' ? undefined : checked('body', door.body, request.body),
    ...(who === null ? {} : { who: { ...who, actor: await standing(who.actor) } }),
  } as Asked<never, never, never>
  if (door.write !== 'once') return door.handle(asked)
  const done = await replays.once(passed.caller?.account ?? '', passed.command.key, { operation: `${door.method} ${request.url}`, body: door.body === 'bytes' ? [request.headers['content-length'], request.headers['content-type']] : asked.body }, () => door.handle(asked))
  if (done === 'reused') throw new Refused('key-reused')
  return done
}

/** Registers the doors; those that stream get a context of their own, where no parser touches the body. */
export async function mount(app: FastifyInstance, doors: readonly Door[], mounting: Mounting): Promise<void> {
  const add = (scope: FastifyInstance, door: Door): void => {
    scope.route({
      method: door.method, url: door.path, bodyLimit: door.limit, config: { door },
      onRequest: async (request) => {
        request.passed = await pass(door, request, mounting.identity, mounting.pace)
        if (door.body === 'bytes') takesBytes(request, door)
      },
      handler: async (request, reply) => {
        const answer = await answerOf(door, request, reply, mounting)
        if (answer === undefined) return reply
        if (!answer.ok) return sendProblem(reply, answer.problem)
        if (mounting.checkAnswers && door.answer !== null) {
          const result = door.answer.safeParse(answer.value)
          if (!result.success) throw new Error(`${door.method} ${door.path} answers something that its contract does not say: ${JSON.stringify(result.error.issues.slice(0, 5))}`)
        }
        if (answer.value === undefined) return reply.code(204).send()
        return sendJson(request, reply.code(door.status), JSON.stringify(answer.value))
      },
    })
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
      if (/charset=(?!"?utf-8)/i.test(request.headers['content-type'] ?? '')) throw Object.assign(new Error('charset'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' })
      return body.length === 0 ? parseStrict('') : readJson(body)
    })
    for (const door of doors) if (door.body !== 'bytes') add(scope, door)
  })
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => { done(null, payload) })
    for (const door of doors) if (door.body === 'bytes') add(scope, door)
  })
}

/** The bytes of a streamed body, refused when they are more than the door takes. */
export async function* bodyOf(request: FastifyRequest, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw Object.assign(new Error('too large'), { name: 'TooLarge', code: 'FST_ERR_CTP_BODY_TOO_LARGE' })
    yield chunk
  }
}

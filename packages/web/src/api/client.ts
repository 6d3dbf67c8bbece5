// The one way to the server. Reads throw an `ApiProblem`; writes answer with a value or a problem, because a refusal is something to show.
// Every write carries the CSRF token of the session and an idempotency key; an act also carries `if-match` (api/acts.ts).
import { wordsNow } from '../words/words.ts'
import type { Problem } from './wire.gen.ts'

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
export type Method = 'POST' | 'PUT' | 'DELETE'

export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail === '' ? problem.title : problem.detail)
    this.problem = problem
  }
}

let csrf = ''
/** The token comes with the session and is asked for by every write. */
export const holdCsrf = (token: string): void => { csrf = token }

let onSignedOut = (): void => undefined
/** Called when the server no longer knows the session (401 on anything but signing in). */
export const whenSignedOut = (then: () => void): void => { onSignedOut = then }

/** A fresh idempotency key; one for each thing that a person means to do, kept over retries. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const local = (code: string, status: number, title: string, detail: string): Problem => ({ type: 'about:blank', title, status, code, detail })
const unreachable = (): Problem => local('unreachable', 0, wordsNow().states.offline, wordsNow().states.offlineWhat)
const unreadable = (status: number): Problem => local('unreadable', status, wordsNow().states.unreadable, wordsNow().states.safe)

const parse = (status: number, body: string): Answer<unknown> => {
  if (status >= 200 && status < 300 && body === '') return { ok: true, value: undefined }
  let value: unknown
  try { value = JSON.parse(body) } catch { return { ok: false, problem: status === 502 || status === 503 || status === 504 ? unreachable() : unreadable(status) } }
  if (status >= 200 && status < 300) return { ok: true, value }
  const problem = value as Problem
  return { ok: false, problem: typeof problem?.title === 'string' && typeof problem.code === 'string' ? problem : unreadable(status) }
}

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> => {
  const got = await fetch(path, { headers: { accept: 'application/json' }, ...(signal === undefined ? {} : { signal }) }).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause
    throw new ApiProblem(unreachable())
  })
  const answer = parse(got.status, await got.text())
  if (answer.ok) return answer.value as T
  if (got.status === 401) onSignedOut()
  throw new ApiProblem(answer.problem)
}

/** Sends JSON, or a file as it is. Progress in bytes needs XMLHttpRequest: fetch cannot tell how much of a body has left. */
export const send = async <T>(method: Method, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}, onProgress?: (sent: number) => void, signal?: AbortSignal): Promise<Answer<T>> => {
  const raw = body instanceof Blob
  const all = { 'accept': 'application/json', 'x-csrf-token': csrf, 'idempotency-key': newKey(), ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }), ...headers }
  const got = await new Promise<{ readonly status: number; readonly text: string }>((resolve) => {
    const request = new XMLHttpRequest()
    const failed = (): void => resolve({ status: 0, text: '' })
    request.open(method, path)
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    if (onProgress !== undefined) request.upload.addEventListener('progress', (event) => onProgress(event.loaded))
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }))
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, failed)
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    if (signal?.aborted === true) failed()
    else request.send(raw ? body : body === undefined ? null : JSON.stringify(body))
  })
  if (got.status === 0) return { ok: false, problem: unreachable() }
  if (got.status === 401 && path !== '/api/session') onSignedOut()
  return parse(got.status, got.text) as Answer<T>
}

// Everything that can go wrong in a request, as a problem. Whatever is not known here is ours: 500 with a reference, the rest on stderr.
import { randomBytes } from 'node:crypto'
import { InvalidInput, problemOfFaults } from './faults.ts'
import { JsonProblem } from './json.ts'
import { phrase, problemOf, Refused, type Language, type Problem } from './problem.ts'

export type Failed = { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> }

const megabytes = (bytes: number): string => (bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.max(1, Math.round(bytes / 1024 ** 2))} MB`)
/** What a database driver says when the database is gone or refuses more work. */
const gone = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|57P0[123]|08\d{3}|53300)$/

export type Where = { readonly method: string; readonly path: string; readonly given: string; readonly wanted: string; readonly limit: number }

/** `log` receives what a person at the server needs for a fault of ours; never anything of the request's body. */
export function problemOfError(error: unknown, language: Language, where: Where, log: (line: string) => void): Failed {
  const failed = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Failed => ({ problem, headers })
  if (error instanceof Refused) return failed(problemOf(error.code, language, error.values, error.more), error.headers)
  if (error instanceof InvalidInput) return failed(problemOfFaults(error, language))
  if (error instanceof JsonProblem) {
    const fault = phrase('json', error.fault, language, { what: error.what.replaceAll(/\p{C}/gu, ' ') })
    return failed(problemOf('malformed-json', language, { line: error.line, column: error.column, fault }, { errors: [{ field: '', message: fault, line: error.line, column: String(error.column) }] }))
  }
  const { code, statusCode } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown; readonly statusCode?: unknown }
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': return failed(problemOf('unsupported-media', language, { given: where.given, wanted: where.wanted }))
    case 'FST_ERR_CTP_BODY_TOO_LARGE': return failed(problemOf('too-large', language, { limit: megabytes(where.limit) }), { connection: 'close' })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH': return failed(problemOf('bad-request', language), { connection: 'close' })
    case 'FST_ERR_MAX_URL_LENGTH': case 'FST_ERR_MAX_PARAM_LENGTH': return failed(problemOf('address-too-long', language))
    case 'FST_ERR_BAD_URL': return failed(problemOf('bad-request', language))
    default:
  }
  if (typeof code === 'string' && gone.test(code)) {
    log(`database out of reach: ${code}`)
    return failed(problemOf('unavailable', language), { 'retry-after': '5' })
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return failed({ ...problemOf('bad-request', language), status: statusCode })
  const reference = randomBytes(6).toString('hex')
  log(`unexpected ${reference} ${where.method} ${where.path}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
  return failed(problemOf('unexpected', language, { reference }))
}

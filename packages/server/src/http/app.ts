// The HTTP server as a whole: doors, static web, headers, and the promise that every error is a problem document.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'
import type { Door } from './door.ts'
import { problemOfError } from './errors.ts'
import { checkOrigin, readerOf, type Passed, type Surroundings } from './gate.ts'
import { mount, sendProblem, type Mounting } from './mount.ts'
import { openApi } from './openapi.ts'
import { problemOf } from './problem.ts'
import { serveWeb } from './statics.ts'

declare module 'fastify' {
  interface FastifyRequest { passed?: Passed }
  interface FastifyContextConfig { door?: Door }
}

export type AppOptions = Mounting & {
  readonly doors: readonly Door[]
  readonly surroundings: Surroundings
  /** Folder of the built web; null: the API alone. */
  readonly web: string | null
  /** Addresses of proxies in front whose word on the client's address counts. */
  readonly proxies: readonly string[]
  readonly log: (line: string) => void
  readonly version: string
}

/** No inline script anywhere; style attributes come from positioned menus; papers are shown as data: images. */
const policy = {
  'default-src': ["'self'"], 'script-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:', 'blob:'], 'font-src': ["'self'"], 'connect-src': ["'self'"],
  'object-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"],
}

/** What cannot even become a request (broken HTTP, headers too large, too slow) still gets a problem document. */
function answerSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) { socket.destroy(); return }
  const problem = problemOf(error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-late' : 'bad-request', 'zh')
  const body = JSON.stringify(problem)
  socket.end(`HTTP/1.1 ${problem.status} -\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`)
}

/** The path of a door as an expression that a concrete path matches. */
const pattern = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`)

/** The server, not yet listening. */
export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const { doors, surroundings, log } = options
  const app = fastify({
    logger: false, trustProxy: options.proxies.length === 0 ? false : [...options.proxies], bodyLimit: 1024 * 1024, forceCloseConnections: true,
    requestTimeout: 30 * 60_000, connectionTimeout: 120_000, keepAliveTimeout: 20_000, clientErrorHandler: answerSocket,
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => { const { problem } = problemOfError(error, readerOf(request), { method: request.method, path: '', given: '', wanted: '', limit: 0 }, log); void sendProblem(reply, problem) },
  })
  // An address that is no operation gets its 404 or 405 whatever its body is; the doors bring parsers of their own (mount.ts).
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => { payload.resume(); done(null) })
  app.decorateRequest('passed')
  const https = surroundings.publicUrl?.startsWith('https:') === true
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy }, crossOriginEmbedderPolicy: false, frameguard: { action: 'deny' }, referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
    void reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    checkOrigin(request, surroundings)
  })
  app.setErrorHandler((error, request, reply) => {
    // Nobody is there any more to be told.
    if (request.raw.destroyed && !request.raw.complete) return reply.code(400).send()
    const door = request.routeOptions.config.door
    const { problem, headers } = problemOfError(error, readerOf(request), {
      method: request.method, path: request.routeOptions.url ?? '', given: (request.headers['content-type'] ?? '').slice(0, 80) || '–', wanted: door?.body === 'bytes' ? 'application/octet-stream' : 'application/json; charset=utf-8', limit: door?.limit ?? 1024 * 1024,
    }, log)
    // Part of a large body may still be on its way; nobody will read it.
    return sendProblem(reply, problem, door?.body === 'bytes' ? { ...headers, connection: 'close' } : headers)
  })
  const patterns = doors.map((door) => ({ door, matches: pattern(door.path) }))
  const web = options.web === null ? null : await serveWeb(app, options.web)
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const language = readerOf(request)
    if (path === '/api' || path.startsWith('/api/')) {
      const allowed = patterns.filter(({ matches }) => matches.test(path)).flatMap(({ door }) => (door.method === 'GET' ? ['GET', 'HEAD'] : [door.method]))
      if (allowed.length > 0) return sendProblem(reply, problemOf('wrong-method', language, { path: path.slice(0, 200), allowed: allowed.join(', ') }), { allow: allowed.join(', ') })
      return sendProblem(reply, problemOf('no-such-path', language, { method: request.method, path: path.slice(0, 200) }))
    }
    if (web !== null && (request.method === 'GET' || request.method === 'HEAD')) return web(request, reply, path)
    return sendProblem(reply, problemOf('no-such-path', language, { method: request.method, path: path.slice(0, 200) }))
  })
  const document = JSON.stringify(openApi(doors, options.version))
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document))
  await mount(app, doors, options)
  return app
}

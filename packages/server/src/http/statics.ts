// The built web: files as they were built, gzip copies beside them, every other address answered with the page that routes itself.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { readerOf } from './gate.ts'
import { sendProblem } from './mount.ts'
import { problemOf } from './problem.ts'

/** A file whose name carries the hash of its content never changes. */
const hashed = /-[\w-]{8,}\.\w+$/

/** Registers the files of `folder`; returns what answers an address that is no file. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<((request: FastifyRequest, reply: FastifyReply, address: string) => Promise<FastifyReply>) | null> {
  if (!existsSync(path.join(folder, 'index.html'))) return null
  await app.register(fastifyStatic, {
    root: folder, wildcard: true, index: false,
    // An address of a folder is no file, and `/` is the address of a page.
    allowedPath: (file) => !file.includes('/.') && !file.endsWith('/'), preCompressed: true, cacheControl: false, etag: true, lastModified: false,
    setHeaders: (reply, file) => { void reply.header('vary', 'accept-encoding').header('cache-control', hashed.test(file.replace(/\.gz$/, '')) ? 'public, max-age=31536000, immutable' : 'no-cache') },
  })
  // An address with a file ending that is no file is a mistake, not a page.
  return async (request, reply, address) => (/\.\w{1,6}$/.test(address) ? sendProblem(reply, problemOf('not-found', readerOf(request))) : reply.sendFile('index.html'))
}

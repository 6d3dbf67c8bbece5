import assert from 'node:assert/strict'
import fastify from 'fastify'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { serveWeb } from './statics.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-web-'))
after(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(path.join(folder, 'assets'))
writeFileSync(path.join(folder, 'index.html'), '<title>page</title>')
writeFileSync(path.join(folder, 'assets/index-abcdefgh.js'), 'script')
writeFileSync(path.join(folder, '.built-from'), 'stamp')

test('the bare address, a folder and every page answer with the page; a missing file and a hidden one do not', async () => {
  const app = fastify()
  const page = await serveWeb(app, folder)
  app.setNotFoundHandler(async (request, reply) => page?.(request, reply, request.url))
  try {
    for (const [address, status, body] of [['/', 200, 'page'], ['/work', 200, 'page'], ['/assets/', 200, 'page'], ['/assets', 200, 'page'], ['/assets/index-abcdefgh.js', 200, 'script'], ['/assets/gone.js', 404, 'not-found']] as const) {
      const got = await app.inject(address)
      assert.equal(got.statusCode, status, address)
      assert.match(got.body, new RegExp(body), address)
    }
    assert.doesNotMatch((await app.inject('/.built-from')).body, /stamp/)
    assert.match(String((await app.inject('/assets/index-abcdefgh.js')).headers['cache-control']), /immutable/)
  } finally { await app.close() }
})

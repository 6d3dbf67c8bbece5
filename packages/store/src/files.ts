// Attachments: content-addressed under dataDir/files, never executed, never changed. Rows say who may have them.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { FileRef } from '@hengjian/core'
import type pg from 'pg'
import { together, withClient } from './database/connect.ts'
import { StoreProblem } from './problem.ts'
import { enter, roleOf } from './read/scope.ts'
import { uuid } from './read/sql.ts'
import type { Organs } from './record/parties.ts'
import type { Files, Scope } from './types.ts'

export const filePlace = (dataDir: string, sha256: string): string => path.join(dataDir, 'files', sha256.slice(0, 2), sha256)

/** Writes through to the disk under a name of its own, then gives it its content's name. A failed flush is never tried again: the file is discarded. */
async function keep(dataDir: string, content: Readable): Promise<{ readonly sha256: string; readonly size: number }> {
  const folder = path.join(dataDir, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const making = path.join(folder, `.${randomUUID()}`)
  const handle = await open(making, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      size += chunk.length
      await handle.write(chunk)
    }
    await handle.sync()
    await handle.close()
    const sha256 = hash.digest('hex')
    const place = filePlace(dataDir, sha256)
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
    if (existsSync(place)) await rm(making)
    else await rename(making, place)
    return { sha256, size }
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(making, { force: true })
    throw error
  }
}

const plainName = (name: string): string => (path.basename(name.replaceAll('\\', '/')).toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '').trim().slice(0, 200) || 'file')

export function filesFrom(pool: pg.Pool, organs: () => Promise<Organs>, dataDir: string): Files {
  const first = async <T extends pg.QueryResultRow>(scope: Scope, mode: 'read only' | 'read write', text: string, values: readonly unknown[]): Promise<T | null> => {
    const known = await organs()
    return withClient(pool, async (client) => {
      const all = await together([...enter(client, scope, known, mode), client.query<T>(text, [...values]), client.query('commit')])
      return ((all[2] as pg.QueryResult<T>).rows[0]) ?? null
    })
  }
  return {
    async put(scope, name, content, type = 'application/octet-stream') {
      if (roleOf(scope, await organs()).role === 'hengjian_none') throw new StoreProblem({ code: 'file.no-organ', what: 'The file was not kept', where: name, why: 'this post does not handle matters', whatToDo: 'Switch to a post that does' })
      const { sha256, size } = await keep(dataDir, content instanceof Uint8Array ? Readable.from([content]) : content)
      const ref: FileRef = { sha256, name: plainName(name), size, type }
      await first(scope, 'read write', 'insert into file (organ, sha256, name, size, type, person, at) values ($1, $2, $3, $4, $5, $6, now()) on conflict (organ, sha256) do nothing', [scope.organ, ref.sha256, ref.name, ref.size, ref.type, scope.person])
      return ref
    },
    async get(scope, sha256, matter) {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !uuid.test(matter)) return null
      const ref = await first<FileRef>(scope, 'read only', 'select f.sha256, f.name, f.size, f.type from act_file f where f.matter_id = $1 and f.sha256 = $2 limit 1', [matter, sha256])
      const place = filePlace(dataDir, sha256)
      if (ref === null || !(await stat(place).then((at) => at.isFile(), () => false))) return null
      return { ref, stream: createReadStream(place) }
    },
    async own(scope, sha256) {
      return /^[0-9a-f]{64}$/.test(sha256) ? first<FileRef>(scope, 'read only', 'select f.sha256, f.name, f.size, f.type from file f where f.organ = $1 and f.sha256 = $2', [scope.organ, sha256]) : null
    },
  }
}

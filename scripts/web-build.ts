// Builds the web once per state of its sources: a hash of what goes in is kept beside what came out.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const web = path.join(root, 'packages/web')
const built = path.join(web, 'dist')
const stamp = path.join(built, '.built-from')

function sources(): string {
  const hash = createHash('sha256')
  const files = globSync(['packages/web/src/**/*', 'packages/web/index.html', 'packages/web/vite.config.ts', 'packages/web/public/**/*', 'packages/law/src/**/*', 'package-lock.json'], { cwd: root, withFileTypes: true })
  for (const file of files.filter((f) => f.isFile()).map((f) => path.join(f.parentPath, f.name)).toSorted()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds `packages/web/dist` unless it is already built from these very sources. Throws with vite's own words when it fails. */
export function ensureWeb(say: (line: string) => void): void {
  const want = sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return
  say('Building the web …')
  // Beside the final place, then renamed: a product that serves the former build, or a second build at the same time, never sees half of one.
  const [fresh, former] = [`${built}-${process.pid}`, `${built}-${process.pid}-former`]
  try {
    const done = spawnSync(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', fresh], { cwd: web, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`The web could not be built:\n${done.stdout}${done.stderr}`)
    writeFileSync(path.join(fresh, '.built-from'), want)
    if (existsSync(built)) renameSync(built, former)
    renameSync(fresh, built)
  } finally {
    for (const one of [fresh, former]) rmSync(one, { recursive: true, force: true })
  }
}

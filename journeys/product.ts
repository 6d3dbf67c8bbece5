// The whole product for a journey: a database of its own in a temporary folder, the demonstration city, a free port. Real everywhere.
// The city is built once for each state of the sources and each day, and copied for every journey that wants to change it.
import { serve } from '@hengjian/server'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Product = {
  /** Changes when the product is started again. */
  readonly url: string
  readonly dataDir: string
  /** Stops it and starts it again on the same data, living from another moment on (an instant with offset). */
  readonly moveTo: (now: string) => Promise<void>
  readonly close: () => Promise<void>
}

const root = path.dirname(import.meta.dirname)
const cities = path.join(root, '.tmp/cities')

/** With owners and rights, which the database is particular about. */
function copy(from: string, to: string): void {
  const done = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
}

/** What the city is made of: the law, the code that records it, its own files, and the day that it is counted from. */
function cityKey(): string {
  const hash = createHash('sha256').update(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  const files = globSync(['packages/{law,core,store,models,papers,server}/{src,seed,rulebook,messages,templates,datasets,catalogue}/**/*', 'samples/**/*', 'package-lock.json'], { cwd: root, withFileTypes: true })
  for (const file of files.filter((one) => one.isFile() && !one.name.endsWith('.test.ts')).map((one) => path.join(one.parentPath, one.name)).toSorted()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

const start = (dataDir: string, now?: string): ReturnType<typeof serve> => serve({ port: 0, host: '127.0.0.1', mode: 'demo', dataDir, ...(now === undefined ? {} : { now }), say: () => undefined })

const temporary = (): string => mkdtempSync(path.join(tmpdir(), 'hengjian-journey-'))

/** The folder of a city that stands and that nobody has touched; HENGJIAN_JOURNEY_CITY names a ready one. */
async function builtCity(): Promise<string> {
  const ready = process.env['HENGJIAN_JOURNEY_CITY']
  if (ready !== undefined && ready !== '') return ready
  const kept = path.join(cities, cityKey())
  if (existsSync(kept)) return kept
  const dataDir = temporary()
  try {
    await (await start(dataDir)).close()
    rmSync(cities, { recursive: true, force: true })
    mkdirSync(cities, { recursive: true })
    copy(dataDir, `${kept}-${process.pid}`)
    renameSync(`${kept}-${process.pid}`, kept)
    return kept
  } finally { rmSync(dataDir, { recursive: true, force: true }) }
}

/** A product with a city of its own; without `now` it lives today. */
export async function startProduct(now?: string): Promise<Product> {
  const [dataDir, city] = [temporary(), await builtCity()]
  rmSync(dataDir, { recursive: true })
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  try {
    copy(city, dataDir)
    let serving = await start(dataDir, now)
    return {
      get url() { return serving.url.replace(/\/$/, '') }, dataDir,
      moveTo: async (moment) => { await serving.close(); serving = await start(dataDir, moment) },
      close: async () => { await serving.close(); remove() },
    }
  } catch (error) {
    remove()
    throw error
  }
}

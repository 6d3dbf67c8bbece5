import path from 'node:path'
import { parseArgs } from 'node:util'
import { lawbook } from '@hengjian/law'
import { backup, migrateOnly, restore } from '@hengjian/store'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'
import { placeOf, told, withRecord } from './place.ts'

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { check: { type: 'boolean' }, json: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}
const answer = (io: Io, json: boolean, value: unknown, sentence: string): number => {
  io.out(json ? `${JSON.stringify(value, null, 2)}\n` : `${sentence}\n`)
  return 0
}
function folderOf(args: readonly string[], io: Io): { readonly folder: string; readonly json: boolean } {
  const { values, positionals } = options(args)
  const [folder, ...rest] = positionals
  if (folder === undefined || rest.length > 0) throw new UsageError(folder === undefined ? 'which folder?' : `one folder, not also '${rest.join(' ')}'`)
  return { folder: path.resolve(io.cwd, folder), json: values.json === true }
}
function nothingElse(args: readonly string[]) {
  const { values, positionals } = options(args)
  if (positionals.length > 0) throw new UsageError(`what is '${positionals.join(' ')}'?`)
  return values
}

async function rebuild(args: readonly string[], io: Io): Promise<number> {
  const { check = false, json = false } = nothingElse(args)
  return withRecord(io, async (store) => {
    // Written anew, the lights are those of the moment that the product takes as now.
    const now = check ? undefined : io.env['HENGJIAN_NOW']
    const report = await store.rebuild({ check, ...(now === undefined ? {} : { now: now as never }) })
    const lines = report.differences.slice(0, 20).map((one) => `\n  ${one.table} ${one.key} of matter ${one.matter}: ${one.stored === null ? 'not stored' : one.derived === null ? 'stored, but not derived' : 'stored otherwise than derived'}`).join('')
    answer(io, json, report, `${report.matters} matters, ${report.differences.length} differences${report.written ? ', written anew' : ''}; ${report.millis} ms${lines}`)
    if (check && report.differences.length > 0) throw new CommandProblem({ type: 'about:blank', title: 'Stored and derived differ', status: 409, code: 'rebuild.differences', detail: `${report.differences.length} rows differ from what the acts say; 'hj rebuild' writes them anew`, differences: report.differences.slice(0, 100).map(({ table, key, matter }) => ({ table, key, matter })) })
    return 0
  })
}

async function serveUntilStopped(args: readonly string[], io: Io): Promise<number> {
  const values = nothingElse(args)
  const { serve, settingsFrom, SettingsProblem } = await import('@hengjian/server')
  const product = await told(async () => {
    try {
      const { dataDir } = placeOf(io)
      return await serve({ ...settingsFrom({ ...io.env, HENGJIAN_MODE: io.env['HENGJIAN_MODE'] ?? 'production', ...(values.port === undefined ? {} : { PORT: values.port }), ...(values.host === undefined ? {} : { HOST: values.host }) }, (line) => io.err(`${line}\n`)), dataDir })
    } catch (error) {
      if (!(error instanceof SettingsProblem)) throw error
      throw new CommandProblem({ type: 'about:blank', title: 'Settings that do not work', status: 422, code: 'settings', detail: error.message })
    }
  })
  io.out(`${product.url}\n`)
  await new Promise<void>((resolve) => { for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve()) })
  await product.close()
  return 0
}

export const commands: readonly Command[] = [
  {
    words: ['backup'], usage: 'backup DIR [--json]', what: 'Backs up record, attachments and log key into a new folder, also while the product runs.',
    run: async (args, io) => {
      const { folder, json } = folderOf(args, io)
      return withRecord(io, async (store) => {
        await store.proofs.seal()
        const report = await backup(placeOf(io), folder)
        return answer(io, json, report, `${report.folder}: ${report.rows} rows of ${report.tables} tables, ${report.files} files; ${report.millis} ms\nhead ${report.head?.size ?? 0} ${report.head?.root ?? ''}`)
      })
    },
  },
  {
    words: ['restore'], usage: 'restore DIR [--json]', what: 'Restores a backup into an empty data folder (HENGJIAN_DATA) or database (DATABASE_URL), checked before and after.',
    run: (args, io) => told(async () => {
      const { folder, json } = folderOf(args, io)
      const report = await restore({ ...placeOf(io), lawbook: lawbook() }, folder)
      return answer(io, json, report, `${report.dataDir}: ${report.rows} rows, ${report.files} files, ${report.acts} acts prove themselves; ${report.millis} ms`)
    }),
  },
  { words: ['rebuild'], usage: 'rebuild [--check] [--json]', what: 'Derives duties, demands and stages anew from the acts; --check only names what differs.', run: rebuild },
  {
    words: ['migrate'], usage: 'migrate [--json]', what: 'Brings the database up to date (serve does it by itself).',
    run: (args, io) => told(async () => {
      const { json = false } = nothingElse(args)
      const { applied } = await migrateOnly(placeOf(io))
      return answer(io, json, { applied }, applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
    }),
  },
  { words: ['serve'], usage: 'serve [--port N] [--host H]', what: 'Serves the product until it is stopped (HENGJIAN_MODE, HENGJIAN_DATA, DATABASE_URL, HENGJIAN_SECRET, HENGJIAN_URL).', run: serveUntilStopped },
]

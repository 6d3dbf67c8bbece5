import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export type Duck = { readonly connection: DuckDBConnection; readonly close: () => void }

/**
 * Opens an in-memory DuckDB that can read and write only below `workDir` and the folders of `reach`, loads no extension, reaches no network
 * and cannot be unlocked again. `memory` is a DuckDB size ('512MB'); spilled data lies in `workDir`. Threads are all cores but one, so that
 * the record stays quick beside a model (PERFORMANCE: 2.3× against 19×).
 */
export async function openDuck(options: { readonly workDir: string; readonly reach?: readonly string[]; readonly memory?: string; readonly threads?: number }): Promise<Duck> {
  const workDir = path.resolve(options.workDir)
  const spill = path.join(workDir, 'spill')
  mkdirSync(spill, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? Math.max(1, availableParallelism() - 1)), memory_limit: options.memory ?? '1GB', temp_directory: spill, max_temp_directory_size: '4GB',
    autoinstall_known_extensions: 'false', autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const folders = [workDir, ...(options.reach ?? []).map((folder) => path.resolve(folder))].map((folder) => `${quoted(folder.endsWith(path.sep) ? folder : folder + path.sep)}`)
  await connection.run(`SET allowed_directories = [${folders.join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  await connection.run('SET lock_configuration = true')
  return { connection, close: () => { connection.closeSync(); instance.closeSync() } }
}

/** A SQL string literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** A SQL identifier. */
export const named = (text: string): string => `"${text.replaceAll('"', '""')}"`

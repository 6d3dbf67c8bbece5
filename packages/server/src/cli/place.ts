// Where the record is for a command, and the record itself: the running database is used when there is one, otherwise it is started for the command.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { lawbook } from '@hengjian/law'
import { openStore, StoreProblem, type Store } from '@hengjian/store'
import { CommandProblem, type Io } from './command.ts'

export type Place = { readonly dataDir: string; readonly databaseUrl?: string; readonly mode: 'production'; readonly say: (line: string) => void }

/** From HENGJIAN_DATA and DATABASE_URL. */
export const placeOf = (io: Io): Place => ({
  dataDir: path.resolve(io.cwd, io.env['HENGJIAN_DATA'] ?? 'data'), mode: 'production', say: (line) => io.err(`${line}\n`), ...(io.env['DATABASE_URL'] ? { databaseUrl: io.env['DATABASE_URL'] } : {}),
})

/** A problem of the store as a problem document; everything else passes. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try { return await work() } catch (error) {
    if (!(error instanceof StoreProblem)) throw error
    throw new CommandProblem({ type: 'about:blank', title: error.what, status: 422, code: error.code, detail: error.message, where: error.where, why: error.why, whatToDo: error.whatToDo })
  }
}

/** Work on an existing record. An empty folder is not made into one by looking at it. */
export function withRecord<T>(io: Io, work: (store: Store) => Promise<T>): Promise<T> {
  return told(async () => {
    const place = placeOf(io)
    if (place.databaseUrl === undefined && !existsSync(path.join(place.dataDir, 'pg'))) throw new StoreProblem({ code: 'record.none', what: 'There is no record here', where: place.dataDir, why: 'the data folder holds no database', whatToDo: 'Set HENGJIAN_DATA to the data folder, or DATABASE_URL to the database' })
    const store = await openStore({ ...place, lawbook: lawbook(), sealEvery: 0 })
    try { return await work(store) } finally { await store.close() }
  })
}

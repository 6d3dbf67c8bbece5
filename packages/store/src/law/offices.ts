// Facts about who may act for whom: appointments for a time, delegations, ties, former offices, the office's own power list. Added and ended, never changed.
import type { Day, Instant } from '@hengjian/law'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { enter } from '../read/scope.ts'
import { uuid } from '../read/sql.ts'
import type { Organs } from '../record/parties.ts'
import type { NewOfficeFact, OfficeFactRow, Offices, Scope } from '../types.ts'

const columns = `f.id, f.organ, f.kind, f.person, f.body, f.basis, f.from_day as "from", f.to_day as "to", f.by_person as "byPerson", f.by_name as "byName", f.at,
  e.on_day as "endedOn", e.reason as "endedBecause", e.by_name as "endedBy", e.at as "endedAt"`
const from = 'from office_fact f left join office_fact_end e on e.fact = f.id'
const often = 2_000

export function officesFrom(pool: pg.Pool, organs: () => Promise<Organs>): Offices {
  const kept = new Map<string, { readonly facts: readonly OfficeFactRow[]; readonly until: number }>()
  const under = async <T>(scope: Scope, mode: 'read only' | 'read write', text: string, values: readonly unknown[]): Promise<readonly T[]> => {
    const known = await organs()
    return withClient(pool, async (client) => {
      const entered = enter(client, scope, known, mode)
      const turn = await together([...entered, client.query(text, [...values]), client.query('commit')])
      return (turn[entered.length]?.rows ?? []) as readonly T[]
    })
  }
  return {
    list: (scope) => under<OfficeFactRow>(scope, 'read only', `select ${columns} ${from} where f.organ = $1 order by f.at desc, f.id`, [scope.organ]),
    add: async (scope, { kind, person, body, basis, from: first, to }: NewOfficeFact, at: Instant) => {
      const id = randomUUID()
      await under(scope, 'read write', 'insert into office_fact (id, organ, kind, person, body, basis, from_day, to_day, by_person, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        [id, scope.organ, kind, person, JSON.stringify(body), basis, first, to, scope.person, scope.name ?? scope.person, at])
      kept.delete(scope.organ)
      const [row] = await under<OfficeFactRow>(scope, 'read only', `select ${columns} ${from} where f.id = $1`, [id])
      if (row === undefined) throw new RangeError('an office fact that was just added cannot be seen')
      return row
    },
    end: async (scope, id: string, on: Day, reason: string, at: Instant) => {
      if (!uuid.test(id)) return null
      const [ended] = await under<{ fact: string }>(scope, 'read write', 'insert into office_fact_end (fact, on_day, reason, by_person, by_name, at) select f.id, $2, $3, $4, $5, $6 from office_fact f where f.id = $1 and f.organ = $7 and not exists (select 1 from office_fact_end e where e.fact = f.id) returning fact',
        [id, on, reason, scope.person, scope.name ?? scope.person, at, scope.organ])
      kept.delete(scope.organ)
      return ended === undefined ? null : (await under<OfficeFactRow>(scope, 'read only', `select ${columns} ${from} where f.id = $1`, [id]))[0] ?? null
    },
    of: async (organ) => {
      const found = kept.get(organ)
      if (found !== undefined && performance.now() < found.until) return found.facts
      const facts = await withClient(pool, async (client) => ((await together([client.query('begin read only'), client.query('set local role hengjian_engine'), client.query<OfficeFactRow>(`select ${columns} ${from} where f.organ = $1 order by f.at, f.id`, [organ]), client.query('commit')]))[2]?.rows ?? []) as readonly OfficeFactRow[])
      kept.set(organ, { facts, until: performance.now() + often })
      return facts
    },
  }
}

import { sideOf } from '@hengjian/core'
import type pg from 'pg'
import type { Organs } from '../record/parties.ts'
import type { Scope } from '../types.ts'

export type ScopeRole = 'hengjian_unit' | 'hengjian_set' | 'hengjian_city' | 'hengjian_party' | 'hengjian_none'

/** Those who keep the system, the accounts, the audit and the law have no case content. */
const administrators: ReadonlySet<string> = new Set(['system-admin', 'security-admin', 'audit-admin', 'law-admin'])

/** The one database role of a scope, and the organs that it covers. The side is that of the organ in the directory, not the caller's word. */
export function roleOf(scope: Scope, organs: Organs): { readonly role: ScopeRole; readonly covers: readonly string[] } {
  const row = organs.get(scope.organ)
  if (row === undefined || administrators.has(scope.office)) return { role: 'hengjian_none', covers: [] }
  if (sideOf(row.role) !== 'procuratorate' || scope.side !== 'procuratorate') return { role: 'hengjian_party', covers: [scope.organ] }
  const below = organs.below(scope.organ)
  if (below.length === 0) return { role: 'hengjian_unit', covers: [scope.organ] }
  const covers = [scope.organ, ...below]
  return { role: organs.procuratorates.every((id) => covers.includes(id)) ? 'hengjian_city' : 'hengjian_set', covers }
}

/** The two opening statements of a transaction under a scope; sent together with what follows. Settings and role end with the transaction. */
export function enter(client: pg.ClientBase, scope: Scope, organs: Organs, mode: 'read only' | 'read write'): readonly Promise<pg.QueryResult>[] {
  const { role, covers } = roleOf(scope, organs)
  return [
    client.query(`begin isolation level ${mode === 'read only' ? 'repeatable read, read only' : 'read committed'}`),
    client.query({ name: 'scope', text: `select set_config('app.organ', $1, true), set_config('app.organs', $2, true), set_config('app.person', $3, true), set_config('app.clearance', $4, true), set_config('role', $5, true)`, values: [scope.organ, covers.join(','), scope.person, scope.clearance, role] }),
  ]
}

import { sideOf, type Organ } from '@hengjian/core'
import type { OrganRow } from '../types.ts'

/** The directory of organs in memory; small, and it hardly ever changes. */
export type Organs = {
  get(id: string): OrganRow | undefined
  /** Procuratorates below this one, at any depth. */
  below(id: string): readonly string[]
  readonly procuratorates: readonly string[]
  /** The role in which an organ of this role takes part in a kind of matter. */
  readonly roleIn: (procedure: string, role: string) => string
}

export function organsFrom(rows: readonly OrganRow[], roleIn: Organs['roleIn'] = (_, role) => role): Organs {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const procuratorates = rows.filter(({ role }) => sideOf(role) === 'procuratorate').map(({ id }) => id)
  return { get: (id) => byId.get(id), below: (id) => procuratorates.filter((one) => one !== id && above(byId, one).includes(id)), procuratorates, roleIn }
}

function above(byId: ReadonlyMap<string, OrganRow>, id: string): readonly string[] {
  const found: string[] = []
  let next = byId.get(id)?.superior ?? null
  while (next !== null && !found.includes(next)) {
    found.push(next)
    next = byId.get(next)?.superior ?? null
  }
  return found
}

/**
 * The parties of a matter for core, keyed by organ id: owner, subject, those named at the opening or by an act, then the superiors of these.
 * The role of a procuratorate above the owner, or of a court above a court that takes part, is that of a superior in this matter.
 */
export function partiesOf(organs: Organs, procedure: string, named: readonly string[]): Readonly<Record<string, Organ>> {
  const ids = [...new Set(named)]
  const owner = ids[0]
  const all = [...new Set([...ids, ...ids.flatMap((id) => organs.get(id)?.superior ?? [])])]
  const higher = new Set<string>()
  let next = owner === undefined ? null : organs.get(owner)?.superior ?? null
  while (next !== null && !higher.has(next)) {
    higher.add(next)
    next = organs.get(next)?.superior ?? null
  }
  return Object.fromEntries(all.map((id): readonly [string, Organ] => {
    const row = organs.get(id)
    if (row === undefined) return [id, { name: id, role: 'unit' }]
    const superior = higher.has(id) || (!ids.includes(id) && row.role === 'court')
    const role = superior && (row.role === 'procuratorate' || row.role === 'court') ? `${row.role}-superior` : row.role
    return [id, { name: row.name.zh, role: organs.roleIn(procedure, role), level: row.level, ...(row.superior === null ? {} : { superior: row.superior }) }]
  }))
}

/**
 * The procuratorate that keeps a matter: the one that opens it; where another organ opens it (a transfer, a report, an application), the one it addresses,
 * else the one of its own place. Null where there is none.
 */
export function ownerFor(organs: Organs, opener: string, named: readonly string[]): string | null {
  const own = organs.procuratorates.includes(opener) ? opener : named.find((id) => organs.procuratorates.includes(id))
  return own ?? organs.procuratorates.find((id) => organs.get(id)?.division === organs.get(opener)?.division) ?? null
}

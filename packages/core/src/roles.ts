import type { Lawbook, Procedure, Side } from '@hengjian/law'
import type { Matter, PartyKey } from './act.ts'

/** The role of a party in this matter; null for an organ that takes no part in it. */
export const roleOf = (matter: Matter, party: PartyKey): string | null => matter.organs[party]?.role ?? null

/** Which side a role stands on: the procuratorates, the congress, everybody else. */
export const sideOf = (role: string): Side =>
  role.startsWith('procuratorate') ? 'procuratorate' : role === 'npc-standing-committee' ? 'congress' : 'other'

/** The parties that hold one of the roles, in the order of the matter. */
export const partiesOf = (matter: Matter, roles: readonly string[]): readonly PartyKey[] =>
  Object.entries(matter.organs).filter(([, organ]) => roles.includes(organ.role)).map(([key]) => key)

/** The procuratorate that handles the matter: the one that acted first, else the first one among the parties. */
export function handlingOffice(matter: Matter): PartyKey | null {
  const acted = matter.acts.find((act) => matter.organs[act.by]?.role === 'procuratorate')
  return acted?.by ?? partiesOf(matter, ['procuratorate'])[0] ?? partiesOf(matter, ['procuratorate-superior'])[0] ?? null
}

/** The law that governs the matter: of its procedure file, else of the kinds without one; null for a kind that nobody has described. */
export const governedBy = (matter: Matter, lawbook: Lawbook) => lawbook.procedures.get(matter.procedure)?.governedBy ?? lawbook.kinds.get(matter.procedure) ?? null

const spokenOf = new WeakMap<Procedure, ReadonlySet<string>>()
/** The roles that a procedure speaks of: who acts, who is addressed, who may be its subject. */
function rolesOf(procedure: Procedure): ReadonlySet<string> {
  const found = spokenOf.get(procedure) ?? new Set([...procedure.subjectRoles, ...procedure.acts.flatMap(({ by, to }) => [...(by.roles ?? []), ...(to ?? [])])])
  spokenOf.set(procedure, found)
  return found
}

/**
 * The role in which an institution takes part in a kind of matter: its own where the procedure speaks of it, else the first of the capacities that the
 * glossary gives such an institution (a justice bureau is the community-correction agency, any organ may be the supervised one).
 */
export function roleIn(lawbook: Lawbook, procedureId: string, role: string): string {
  const procedure = lawbook.procedures.get(procedureId)
  if (procedure === undefined || rolesOf(procedure).has(role)) return role
  return lawbook.glossary.find(({ id, kind }) => id === role && kind === 'role')?.also?.find((one) => rolesOf(procedure).has(one)) ?? role
}

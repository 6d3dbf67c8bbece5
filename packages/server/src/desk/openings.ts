// How a matter of a kind may begin for an identity: the acts that may be the first one on record, with their forms.
import { permitted, roleIn, type Matter } from '@hengjian/core'
import type { Lawbook, Procedure } from '@hengjian/law'
import type { Who } from './desk.ts'
import type { Names } from './room.ts'
import type { Organ, Permission, ProcedureSummary } from './shapes.ts'
import { areaOf } from './law.ts'
import { permissionView } from './views.ts'

/** A matter of which nothing is on record yet, with this identity's organ as the only party. */
const blank = (procedure: string, who: Who, lawbook: Lawbook, names: Names): Matter => {
  const { name, role } = names.organ(who.actor.organ)
  return { procedure, organs: { [who.actor.organ]: { name: name.zh, role: roleIn(lawbook, procedure, role) } }, acts: [] }
}

/** The roles in which an organ may be addressed: its own, the one that the procedure knows it by, that of a superior where it stands above another of its kind. */
const rolesOf = ({ id, role }: Organ, procedure: string, lawbook: Lawbook, names: Names): readonly string[] =>
  [role, roleIn(lawbook, procedure, role), ...(names.all.some((other) => other.superior === id && other.role === role) ? [`${role}-superior`] : [])]

/** Acts that this identity may put first; fields of organs hold every organ that the act may be addressed to. */
export function openingsOf({ id, acts }: Procedure, who: Who, lawbook: Lawbook, names: Names): readonly Permission[] {
  const open = permitted(blank(id, who, lawbook, names), lawbook, who.actor, who.now).filter(({ allowed, key }) => allowed && acts.find((one) => one.key === key)?.of === undefined)
  return open.map((permission) => {
    const to = acts.find(({ key }) => key === permission.key)?.to
    const fitting = names.all.filter((organ) => organ.id !== who.actor.organ && (to === undefined || rolesOf(organ, id, lawbook, names).some((role) => to.includes(role))))
    const shown = permissionView(permission, who)
    return shown.form === undefined ? shown : { ...shown, form: shown.form.map((field) => ((field.kind === 'organ' || field.kind === 'organs') && field.choices === undefined ? { ...field, choices: fitting.map((organ) => ({ id: organ.id, label: organ.short })) } : field)) }
  })
}

/** A kind of matter with the ways in which this identity may begin it, and the roles of the directory whose organs may be its subject. */
export const summaryOf = (procedure: Procedure, who: Who, lawbook: Lawbook, names: Names): ProcedureSummary => ({
  id: procedure.id, title: procedure.title, area: areaOf(lawbook, procedure.area, who.language), stages: procedure.stages.map(({ id, title }) => ({ id, title })),
  subjectRoles: [...new Set(names.all.map(({ role }) => role))].filter((role) => procedure.subjectRoles.includes(role) || procedure.subjectRoles.includes(roleIn(lawbook, procedure.id, role))),
  openings: [...openingsOf(procedure, who, lawbook, names)],
})

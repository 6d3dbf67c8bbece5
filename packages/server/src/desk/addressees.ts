// To whom an act may be sent, as the choices of its form: whom the paper already names, else those whose role the procedure names, the nearest first.
import type { MatterState } from '@hengjian/core'
import type { Lawbook } from '@hengjian/law'
import type { LoadedMatter } from '@hengjian/store'
import type { Names } from './room.ts'
import type { Organ, Permission } from './shapes.ts'
import { entryOf } from './views.ts'

type Around = { readonly loaded: LoadedMatter; readonly state: MatterState; readonly lawbook: Lawbook; readonly names: Names }

const outside = ({ role }: Organ): boolean => !role.startsWith('procuratorate') && role !== 'npc-standing-committee'

/** Organs of the matter, then of the owner's own place, then the others, each in the order of the directory. */
const nearestFirst = (organs: readonly Organ[], { loaded, names }: Around): readonly Organ[] => {
  const owner = names.organ(loaded.owner)
  const distance = (organ: Organ): number => (organ.id in loaded.matter.organs ? 0 : organ.division === owner.division ? 1 : 2)
  return organs.toSorted((a, b) => distance(a) - distance(b))
}

function candidates(key: string, around: Around): readonly Organ[] {
  const { loaded, state, lawbook, names } = around
  const entry = entryOf(lawbook.procedures.get(loaded.procedure), { act: '', key })
  const named = [...new Set(state.instruments.flatMap(({ to }) => to))].map(names.organ)
  const owner = names.organ(loaded.owner)
  if (entry?.rung === 'superior') {
    const from = named[0] ?? (loaded.subject === null ? undefined : names.organ(loaded.subject))
    const above = from?.superior === undefined || from.superior === null ? [] : [names.organ(from.superior)]
    if (above.length > 0) return above
  }
  const roles = entry?.to
  // A copy or a notice to a court goes to others than those on whom a paper was served.
  const fit = roles === undefined || entry?.instrument !== undefined ? named : named.filter(({ role }) => roles.includes(role))
  if (fit.length > 0 && (entry?.act === 'serve' || entry?.rung === 'urge')) return fit
  if (roles === undefined) return nearestFirst(names.all.filter(outside), around)
  const fitting = names.all.filter(({ role }) => roles.includes(role))
  const same = fitting.filter(({ role, division, level }) => role === 'npc-standing-committee' && division === owner.division && level === owner.level)
  return same.length > 0 ? same : nearestFirst(fitting, around)
}

/** The permission with the organs that its field of addressees may hold; a field that has choices of its own keeps them. */
export function withAddressees(permission: Permission, around: Around): Permission {
  if (permission.form === undefined) return permission
  return { ...permission, form: permission.form.map((field) => (field.name !== 'to' || (field.kind !== 'organ' && field.kind !== 'organs') || field.choices !== undefined ? field
    : { ...field, choices: candidates(permission.key, around).map(({ id, short }) => ({ id, label: short })) })) }
}

import type { Day, Lawbook, Office, ProcedureAct, Text } from '@hengjian/law'
import type { Matter } from './act.ts'
import type { Refusal } from './duty.ts'
import { roleMay } from './entry.ts'
import { heldFor } from './held.ts'
import { houseRefusal } from './refusals.ts'
import { roleOf } from './roles.ts'
import type { Actor, InstrumentView, MatterState } from './state.ts'

const glossaries = new WeakMap<Lawbook, ReadonlyMap<string, Text>>()
/** Words of the glossary for an office, a role or a level; the id itself where the glossary has none. */
function wordFor(lawbook: Lawbook, id: string): Text {
  const words = glossaries.get(lawbook) ?? new Map(lawbook.glossary.toReversed().map(({ id: name, zh, en }) => [name, { zh, en }]))
  glossaries.set(lawbook, words)
  return words.get(id) ?? { zh: id, en: id }
}

const joined = (lawbook: Lawbook, ids: readonly string[]): Text => {
  const words = ids.map((id) => wordFor(lawbook, id))
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}

/** Offices that may do the entry: those of the power list when it names who decides, else those of the procedure. Null: any office of the organ. */
export const officesOf = ({ by, decidedBy }: ProcedureAct): readonly Office[] | null =>
  decidedBy !== undefined && decidedBy.offices.length > 0 ? decidedBy.offices : by.offices ?? null

/** A paper that was served and whose addressees the entry speaks of. */
export const addressedBy = ({ by: { addressed } }: ProcedureAct, { id, servedBy }: InstrumentView): boolean =>
  servedBy !== null && (addressed === true || (typeof addressed === 'string' ? addressed === id : addressed?.includes(id) ?? false))

/** Offices that handle matters. Whoever keeps the system, the accounts, the law or the data runs none of them, even where an act is open to every office of its organ. */
const handling: ReadonlySet<string> = new Set<Office>(['assistant', 'prosecutor', 'department-head', 'chief', 'committee', 'case-management', 'liaison', 'congress'])

/** Why this actor may not do the entry, whatever the matter's state; null when it may. */
export function notEntitled(entry: ProcedureAct, actor: Actor, matter: Matter, state: MatterState, lawbook: Lawbook, on: Day): Refusal | null {
  const role = roleOf(matter, actor.organ) ?? (actor.office === 'congress' ? 'npc-standing-committee' : null)
  const act = entry.title
  if (role === null) return houseRefusal('not-addressed', 'notParty', { organ: actor.organ, act }, lawbook)
  if (!roleMay(entry, role)) return houseRefusal('not-permitted', 'wrongSide', { act, who: joined(lawbook, entry.by.roles ?? (entry.by.side === undefined ? [] : [entry.by.side])) }, lawbook)
  if (entry.by.addressed !== undefined && !state.instruments.some((paper) => addressedBy(entry, paper) && paper.to.includes(actor.organ))) return houseRefusal('not-addressed', 'notAddressed', { act }, lawbook)
  if (actor.office !== null && !handling.has(actor.office)) return houseRefusal('not-permitted', 'wrongOffice', { act, who: joined(lawbook, entry.by.offices ?? ['prosecutor']), office: wordFor(lawbook, actor.office) }, lawbook)
  const offices = officesOf(entry)
  if (offices === null || actor.office === null || offices.includes(actor.office) || heldFor(entry, offices, actor, on, lawbook) !== null) return null
  const who = entry.decidedBy === undefined ? joined(lawbook, offices) : wordFor(lawbook, entry.decidedBy.level)
  const said = houseRefusal('not-permitted', entry.decidedBy === undefined ? 'wrongOffice' : 'notApprover', { act, who, office: wordFor(lawbook, actor.office) }, lawbook)
  return entry.decidedBy === undefined ? said : { ...said, provision: entry.decidedBy.provision }
}

import type { Day, Lawbook, Office, ProcedureAct, Text } from '@hengjian/law'
import messages from '../messages/standing.json' with { type: 'json' }
import type { Under } from './act.ts'
import { fillText } from './refusals.ts'
import type { Actor, Held } from './state.ts'

/** May the row of the power list be handed on, as the row itself says? */
function delegable(power: string, lawbook: Lawbook): boolean {
  const says = lawbook.powers.get(power)?.delegable ?? null
  return says !== null && !messages.notDelegable.includes(says)
}

/** The appointment by which the actor may do an entry that these offices do, as it is kept on the act; null without one that holds on the legal day (both ends included). */
export function heldFor({ power }: ProcedureAct, offices: readonly Office[], { held = [] }: Actor, on: Day, lawbook: Lawbook): Under | null {
  for (const { kind, office, powers, from, to, by, basis } of held) {
    if (on < from || (to !== null && to < on)) continue
    if (kind === 'acting' && office !== undefined && offices.includes(office)) return { kind, office, by, basis }
    if (kind === 'delegated' && power !== undefined && powers?.includes(power) === true && delegable(power, lawbook)) return { kind, power, by, basis }
  }
  return null
}

/** Why an appointment may not be made; null when it may. */
export function heldFault({ kind, office, powers, from, to }: Held, lawbook: Lawbook): Text | null {
  const { faults } = messages
  if (to !== null && to < from) return faults.days
  if (kind === 'acting') return office === undefined ? faults.office : null
  if (powers === undefined || powers.length === 0) return faults.powers
  const wrong = powers.find((power) => !delegable(power, lawbook))
  return wrong === undefined ? null : fillText(lawbook.powers.has(wrong) ? faults.delegable : faults.unknown, { power: lawbook.powers.get(wrong)?.decision ?? wrong })
}

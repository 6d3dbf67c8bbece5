import { legalDay, type Day, type Guard, type Instant, type Lawbook, type ProcedureAct } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { bearingOf } from './bindings.ts'
import { allHold, ask } from './conditions.ts'
import { duties } from './duties.ts'
import type { Refusal } from './duty.ts'
import type { Facts } from './facts.ts'
import { fold } from './fold.ts'
import { matchesOpening } from './match.ts'
import { guardRefusal } from './refusals.ts'
import type { Actor, Attempt } from './state.ts'
import { timelineOf } from './timeline.ts'
import type { Wording } from './version.ts'

/** The facts for a question of `actor` on a day. Duties and state are worked out once, when a condition first asks. */
export function factsFor(matter: Matter, lawbook: Lawbook, actor: Actor | null, attempt: Partial<Attempt> | null, on: Day | Instant, wording: Wording = 'in-force'): Facts {
  let known: ReturnType<typeof duties> | undefined
  return { matter, lawbook, timeline: timelineOf(matter), on: legalDay(on), actor, attempt, opening: null, state: () => fold(matter, lawbook), duties: () => (known ??= duties(matter, lawbook, on, wording)) }
}

/** What a guard that does not hold is called: too early when time alone would mend it, already done, missing, else not permitted. */
function codeOf(guard: Guard, earliest: Day | undefined): Refusal['code'] {
  if (earliest !== undefined) return 'too-early'
  if (guard.name === 'not-on-record' || guard.name === 'first-time' || guard.name === 'no-paper' || guard.name === 'fewer-than') return 'already-done'
  return guard.otherwise.unblockedBy === undefined ? 'not-permitted' : 'missing-act'
}

function firstRefusal(guards: readonly Guard[], facts: Facts): Refusal | null {
  for (const guard of guards) {
    const { holds, earliest, fill = {} } = ask(guard, facts)
    if (!holds) return guardRefusal(codeOf(guard, earliest), guard.otherwise, { ...fill, ...(earliest === undefined ? {} : { earliest }) }, earliest)
  }
  return null
}

/** What the bars of the law say of this act, in whatever kind of matter. */
export function barred(act: Omit<Act, 'n'>, facts: Facts): Refusal | null {
  const { matter, lawbook } = facts
  for (const bar of bearingOf(matter, lawbook).bars) {
    if (!matchesOpening(bar.on, act, matter) || !allHold(bar.if, facts)) continue
    const refusal = firstRefusal(bar.guards, facts)
    if (refusal !== null) return refusal
  }
  return null
}

/** What the procedure's own guards say of this entry. `outside`: steps inside an office are not asked for. */
export const guarded = (entry: ProcedureAct, facts: Facts, outside = false): Refusal | null =>
  firstRefusal(outside ? entry.guards.filter((guard) => guard.inner !== true) : entry.guards, facts)

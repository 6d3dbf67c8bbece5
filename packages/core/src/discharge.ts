import type { Day, RuleBinding } from '@hengjian/law'
import type { Act, Matter, PartyKey } from './act.ts'
import { matchesPattern } from './match.ts'
import { roleOf } from './roles.ts'
import { isAfter, type Timeline } from './timeline.ts'

export type Owed = { readonly binding: RuleBinding; readonly opening: Act; readonly owedBy: PartyKey; readonly start: Day }

/** Does the act speak of the same paper as the opening act? An act that points at nothing speaks of all that is open. */
function samePaper(timeline: Timeline, act: Act, opening: Act): boolean {
  if (act.of === undefined || act.n === opening.n) return true
  const [root, paper] = [timeline.rootOf(act.n), timeline.rootOf(opening.n)]
  // A decision that is about no paper (to investigate, say) is carried out by whatever paper follows.
  return root === paper || root === opening.n || (opening.of === undefined && opening.instrument === undefined && timeline.at(root)?.instrument !== undefined)
}

/** Acts that count towards the discharge, in legal order. */
export function towards({ binding, opening, owedBy, start }: Owed, matter: Matter, timeline: Timeline): readonly Act[] {
  return timeline.acts.filter((act) => isAfter(act, { on: start, n: start === opening.on ? opening.n : 0 }) && binding.discharge.some((pattern) =>
    matchesPattern(pattern, act)
    && (pattern.byAnyone === true || act.by === owedBy || (pattern.by?.includes(roleOf(matter, act.by) ?? '') ?? false))
    && (pattern.by === undefined || pattern.by.includes(roleOf(matter, act.by) ?? ''))
    && samePaper(timeline, act, opening)))
}

/**
 * Numbers of the demands that the paper of the opening act still wants answered when it goes out: all that it makes. After a review amended some of
 * them, those and what was not answered before; an answer to the others stands.
 */
function demandsOf({ opening, owedBy }: Owed, timeline: Timeline): ReadonlySet<number> {
  const root = timeline.rootOf(opening.n)
  const before = timeline.acts.filter((act) => timeline.rootOf(act.n) === root && (act.on < opening.on || (act.on === opening.on && act.n <= opening.n)))
  const made = before.findLast((act) => act.act !== 'review' && (act.demands?.length ?? 0) > 0)
  const amending = before.filter((act) => act.act === 'review' && act.result === 'amend' && (made === undefined || isAfter(act, made)))
  const amended = new Set(amending.flatMap(({ demands }) => demands?.map(({ no }) => no) ?? []))
  const answered = new Set(amending.length === 0 ? [] : before.filter((act) => act.act === 'reply' && act.by === owedBy).flatMap(({ answers }) => answers?.map(({ demand }) => demand) ?? []))
  return new Set((made?.demands ?? []).map(({ no }) => no).filter((no) => amended.has(no) || !answered.has(no)))
}

/** The act with which the duty is done, or null. Demand by demand, it is done with the act that answers the last one. */
export function dischargeOf(owed: Owed, matter: Matter, timeline: Timeline): Act | null {
  if (owed.binding.dischargedByOpening === true) return owed.opening
  const acts = towards(owed, matter, timeline)
  if (owed.binding.perDemand !== true) return acts[0] ?? null
  const left = new Set(demandsOf(owed, timeline))
  if (left.size === 0) return acts[0] ?? null
  for (const act of acts) {
    for (const answer of act.answers ?? []) left.delete(answer.demand)
    if (left.size === 0) return act
  }
  return null
}

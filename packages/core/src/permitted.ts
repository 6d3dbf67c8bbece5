import type { Day, Instant, Lawbook, Procedure, ProcedureAct } from '@hengjian/law'
import type { Matter } from './act.ts'
import type { Permission, Refusal } from './duty.ts'
import { notEntitled } from './entitled.ts'
import { procedureOf } from './entry.ts'
import type { Facts } from './facts.ts'
import { fold } from './fold.ts'
import { barred, factsFor, guarded } from './guards.ts'
import { houseRefusal } from './refusals.ts'
import type { Actor, Attempt } from './state.ts'

const one = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.length === 1 ? value[0] : undefined)

/** What the entry fixes of an act by itself. */
export function fixedBy(entry: ProcedureAct): Partial<Attempt> {
  const [instrument, what, result] = [one(entry.instrument), one(entry.what), one(entry.result)]
  return { act: entry.act, key: entry.key, ...(instrument === undefined ? {} : { instrument }), ...(what === undefined ? {} : { what }), ...(result === undefined ? {} : { result }) }
}

/** Acts that may be the first on record: those that bring the matter to its first stage and point at nothing; where no act does, the first of the file. */
function beginnings(procedure: Procedure | null): readonly ProcedureAct[] {
  const found = procedure?.acts.filter(({ stage, of }) => stage !== undefined && stage === procedure.stages[0]?.id && of === undefined) ?? []
  return found.length > 0 ? found : procedure?.acts.slice(0, 1) ?? []
}

/** The refusal of an entry for this actor by the state of the matter and the law, or null. */
export function refusalOf(entry: ProcedureAct, actor: Actor, facts: Facts): Refusal | null {
  const { matter, lawbook } = facts
  const state = fold(matter, lawbook)
  const entitled = notEntitled(entry, actor, matter, state, lawbook, facts.on)
  if (entitled !== null) return entitled
  const begins = matter.acts.length === 0 ? beginnings(procedureOf(matter, lawbook)) : []
  const [first] = begins
  if (first !== undefined && !begins.includes(entry)) return houseRefusal('missing-act', 'unopened', { first: first.title }, lawbook, { unblockedBy: first.key })
  if (state.closed && entry.reopens !== true && entry.afterClose !== true) {
    const reopen = procedureOf(matter, lawbook)?.acts.find(({ reopens }) => reopens)?.key
    return houseRefusal('closed', 'closed', { act: entry.title }, lawbook, reopen === undefined ? {} : { unblockedBy: reopen })
  }
  return guarded(entry, facts) ?? barred({ ...fixedBy(entry), ...facts.attempt, act: entry.act, by: actor.organ, on: facts.on }, facts)
}

/**
 * Every act that the procedure knows, for this actor at this moment: allowed with its form and who decides it, or refused with the provision,
 * what would unblock it and from when. A kind of matter without a procedure file permits nothing here: its record comes from outside.
 */
export function permitted(matter: Matter, lawbook: Lawbook, actor: Actor, now: Instant | Day): readonly Permission[] {
  const facts = factsFor(matter, lawbook, actor, null, now)
  return (procedureOf(matter, lawbook)?.acts ?? []).map((entry): Permission => {
    const { key, act, title, decidedBy, form } = entry
    const refusal = refusalOf(entry, actor, facts)
    const instrument = one(entry.instrument)
    return {
      key, act, title, allowed: refusal === null, ...(instrument === undefined ? {} : { instrument }),
      ...(decidedBy === undefined ? {} : { decidedBy: { level: decidedBy.level, text: decidedBy.text, provision: decidedBy.provision } }),
      ...(refusal === null ? { form } : { refusal }),
    }
  })
}

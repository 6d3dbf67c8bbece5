import { dayFault, legalDay, type Instant, type Lawbook, type ProcedureAct, type Text } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import type { Refusal } from './duty.ts'
import { notEntitled, officesOf } from './entitled.ts'
import { entriesOf, procedureOf } from './entry.ts'
import { fold } from './fold.ts'
import { formFaults } from './form.ts'
import { factsFor } from './guards.ts'
import { heldFor } from './held.ts'
import { fixedBy, refusalOf } from './permitted.ts'
import { houseRefusal } from './refusals.ts'
import { roleOf } from './roles.ts'
import type { Actor, Attempt, Outcome } from './state.ts'
import { timelineOf } from './timeline.ts'

/** Why the day of an attempt is no legal moment that can be put on record now; null when it is one. */
export function dayRefusal(on: string, at: Instant | undefined, now: Instant, lawbook: Lawbook): Refusal | null {
  const fault = dayFault(on)
  if (fault !== null) return houseRefusal('invalid', fault === 'month-only' ? 'monthOnly' : 'notADay', { on }, lawbook)
  const today = legalDay(now)
  if (on > today) return houseRefusal('future', 'future', { on, today }, lawbook)
  if (at !== undefined && legalDay(at) !== on) return houseRefusal('invalid', 'wrongInstant', { at, on }, lawbook)
  return null
}

const titleOf = (matter: Matter, lawbook: Lawbook, act: Act): Text => entriesOf(procedureOf(matter, lawbook), act, matter)[0]?.title ?? { zh: act.act, en: act.act }

/** The entry that an attempt means: by key; else the one that the actor's organ and office may do; several left must be told apart. */
function entryFor(attempt: Attempt, actor: Actor, matter: Matter, lawbook: Lawbook): ProcedureAct | Refusal {
  const procedure = procedureOf(matter, lawbook)
  const words = { procedure: procedure?.title ?? matter.procedure, act: attempt.key ?? attempt.act }
  const found = entriesOf(procedure, { ...attempt, by: actor.organ }, matter).filter((entry) => entry.act === attempt.act)
  const [first] = found
  if (first === undefined) return houseRefusal('invalid', 'unknownAct', words, lawbook)
  if (found.length === 1) return first
  const state = fold(matter, lawbook)
  const entitled = found.filter((entry) => notEntitled(entry, actor, matter, state, lawbook, attempt.on) === null)
  if (entitled.length === 0) return first
  const facts = factsFor(matter, lawbook, actor, attempt, attempt.on)
  const open = entitled.filter((entry) => refusalOf(entry, actor, facts) === null)
  if (open.length > 1) return houseRefusal('invalid', 'severalActs', { act: attempt.act, keys: open.map(({ key }) => key).join('、') }, lawbook)
  return open[0] ?? entitled[0] ?? first
}

const isRefusal = (found: ProcedureAct | Refusal): found is Refusal => 'code' in found

/** The act pointed at must be on record, be of a kind that this one may point at, and not be later; a paper moves on in the order of days. */
function causeRefusal(entry: ProcedureAct, attempt: Attempt, matter: Matter, lawbook: Lawbook): Refusal | null {
  const first = matter.acts[0]
  const late = (cause: Act): Refusal => houseRefusal('before-cause', 'beforeCause', { act: entry.title, on: attempt.on, cause: titleOf(matter, lawbook, cause), causeOn: cause.on }, lawbook)
  if (attempt.of === undefined && entry.of !== undefined) return houseRefusal('missing-act', 'nothingToPointAt', { act: entry.title }, lawbook)
  if (attempt.of === undefined) return first !== undefined && attempt.on < first.on && entry.act !== 'correct' ? late(first) : null
  const timeline = timelineOf(matter)
  const cause = timeline.at(attempt.of)
  if (cause === undefined) return houseRefusal('invalid', 'noSuchCause', { n: String(attempt.of) }, lawbook)
  if (entry.of !== undefined && cause.key !== undefined && !entry.of.includes(cause.key)) return houseRefusal('invalid', 'wrongCause', { act: entry.title, n: String(attempt.of), cause: titleOf(matter, lawbook, cause) }, lawbook)
  if (entry.act === 'correct') return null
  if (attempt.on < cause.on) return late(cause)
  if (entry.life === undefined) return null
  const root = timeline.rootOf(attempt.of)
  const before = timeline.acts.findLast((act) => timeline.rootOf(act.n) === root && entriesOf(procedureOf(matter, lawbook), act, matter)[0]?.life !== undefined)
  return before !== undefined && attempt.on < before.on ? late(before) : null
}

/** Answers and findings must speak of demands that the paper makes; addressees must be such as the act may be sent to. */
function contentRefusal(entry: ProcedureAct, attempt: Attempt, matter: Matter, lawbook: Lawbook): Refusal | null {
  const faults = formFaults(entry, attempt)
  if (faults.length > 0) return houseRefusal('invalid', 'missingFields', { fields: { zh: faults.map(({ label }) => label.zh).join('、'), en: faults.map(({ label }) => label.en).join(', ') } }, lawbook)
  const made = new Set(fold(matter, lawbook).demands.map(({ no }) => no))
  const spoken = [...(attempt.answers ?? []), ...(attempt.findings ?? [])].map(({ demand }) => demand).filter((no) => !made.has(no))
  if (spoken.length > 0) return houseRefusal('invalid', 'unknownDemand', { demands: spoken.join('、') }, lawbook)
  const wrong = (attempt.to ?? []).find((party) => { const role = roleOf(matter, party); return entry.to !== undefined && role !== null && !entry.to.includes(role) })
  return wrong === undefined ? null : houseRefusal('invalid', 'wrongAddressee', { act: entry.title, organ: matter.organs[wrong]?.name ?? wrong }, lawbook)
}

/** Only an organ that a paper was served on may answer or sign for that paper. */
function addresseeRefusal(entry: ProcedureAct, actor: Actor, attempt: Attempt, matter: Matter, lawbook: Lawbook): Refusal | null {
  if (entry.by.addressed === undefined || attempt.of === undefined) return null
  const root = timelineOf(matter).rootOf(attempt.of)
  const paper = fold(matter, lawbook).instruments.find(({ n }) => n === root || n === attempt.of)
  return paper === undefined || paper.to.includes(actor.organ) ? null : houseRefusal('not-addressed', 'notAddressed', { act: entry.title }, lawbook)
}

/** The act that an attempt points at when it does not say: the newest of those that its entry may point at and whose state lets it through, else the newest. */
function causeFor(entry: ProcedureAct, attempt: Attempt, actor: Actor, matter: Matter, lawbook: Lawbook): number | undefined {
  if (attempt.of !== undefined || entry.of === undefined) return attempt.of
  const may = matter.acts.filter(({ key }) => key !== undefined && entry.of?.includes(key)).map(({ n }) => n).toReversed()
  return may.find((of) => {
    const tried: Attempt = { ...attempt, of }
    return addresseeRefusal(entry, actor, tried, matter, lawbook) === null && refusalOf(entry, actor, factsFor(matter, lawbook, actor, tried, attempt.on)) === null
  }) ?? may[0]
}

/** An entry for several kinds of paper takes the kind of the one that the attempt points at. */
function paperNamed(entry: ProcedureAct, attempt: Attempt, matter: Matter): Partial<Attempt> {
  if (attempt.of === undefined || !Array.isArray(entry.instrument)) return {}
  const timeline = timelineOf(matter)
  const instrument = timeline.at(timeline.rootOf(attempt.of))?.instrument
  return instrument === undefined ? {} : { instrument }
}

/**
 * May this be put on record? The act with its place in the matter, or the refusal: a sentence, the provision or the house's own rule, what would unblock it.
 * The attempt's day is a legal day of Asia/Shanghai; `now` is the moment of recording. The law is asked for the attempt's own day.
 */
export function decide(matter: Matter, lawbook: Lawbook, actor: Actor, attempt: Attempt, now: Instant): Outcome {
  const no = (refusal: Refusal): Outcome => ({ ok: false, refusal })
  const wrongDay = dayRefusal(attempt.on, attempt.at, now, lawbook)
  if (wrongDay !== null) return no(wrongDay)
  const entry = entryFor(attempt, actor, matter, lawbook)
  if (isRefusal(entry)) return no(entry)
  const of = causeFor(entry, attempt, actor, matter, lawbook)
  const aimed: Attempt = of === undefined ? attempt : { ...attempt, of }
  const full: Attempt = { ...aimed, ...paperNamed(entry, aimed, matter), ...fixedBy(entry), act: entry.act }
  const facts = factsFor(matter, lawbook, actor, full, attempt.on)
  const refusal = addresseeRefusal(entry, actor, full, matter, lawbook) ?? refusalOf(entry, actor, facts)
    ?? causeRefusal(entry, full, matter, lawbook) ?? contentRefusal(entry, full, matter, lawbook)
  if (refusal !== null) return no(refusal)
  const n = Math.max(0, ...matter.acts.map((act) => act.n)) + 1
  const offices = officesOf(entry)
  const under = offices === null || actor.office === null || offices.includes(actor.office) ? null : heldFor(entry, offices, actor, attempt.on, lawbook)
  return { ok: true, act: { ...full, n, by: actor.organ, recordedAt: now, ...(actor.person === undefined ? {} : { person: under === null ? actor.person : { ...actor.person, under } }) } }
}

// What an office has on record about a person, as core asks for it: appointments for a time, delegations, ties.
import type { Actor, Held, Tie } from '@hengjian/core'
import { addDays, type Day, type Office } from '@hengjian/law'
import type { OfficeFactRow, Store } from '@hengjian/store'
import { namesFrom } from './room.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** The last day on which a fact stands: its own, or the day before it was ended. */
function lastDay({ to, endedOn }: OfficeFactRow): Day | null {
  const ended = endedOn === null ? null : addDays(endedOn, -1)
  return to === null ? ended : ended === null || to < ended ? to : ended
}

/** The actor with what stands about the person. A tie that names neither an organ of the directory nor a matter concerns nothing yet. */
export function withFacts(actor: Actor, facts: readonly OfficeFactRow[], organOf: (named: string) => string | undefined): Actor {
  const own = facts.filter(({ person }) => person !== null && person === actor.person?.id)
  if (own.length === 0) return actor
  const held = own.flatMap((fact): readonly Held[] => {
    const { kind, body, basis, from, byName: by } = fact
    const office = text(body['office'])
    if (kind === 'acting') return office === undefined ? [] : [{ kind: 'acting', office: office as Office, from, to: lastDay(fact), by, basis }]
    return kind === 'delegation' ? [{ kind: 'delegated', powers: texts(body['powers']), from, to: lastDay(fact), by, basis }] : []
  })
  const ties = own.flatMap((fact): readonly Tie[] => {
    if (fact.kind !== 'tie') return []
    const [party, matter, note] = [text(fact.body['party']), text(fact.body['matter']), text(fact.body['note'])]
    const organ = party === undefined ? undefined : organOf(party)
    return [{ kind: 'other', ...(organ === undefined ? {} : { organ }), ...(matter === undefined ? {} : { matter }), ...(note === undefined ? {} : { note }), from: fact.from, to: lastDay(fact) }]
  })
  return { ...actor, held, ties }
}

/** Who acts, with what stands about the person in the procuratorate; others have no such facts. */
export function standingOf(store: Store): (actor: Actor) => Promise<Actor> {
  const names = namesFrom(store)
  return async (actor) => {
    const facts = await store.offices.of(actor.organ)
    if (facts.length === 0) return actor
    const { all, byName } = await names()
    return withFacts(actor, facts, (named) => all.find(({ id }) => id === named)?.id ?? byName(named)?.id)
  }
}

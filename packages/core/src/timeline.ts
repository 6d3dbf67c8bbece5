import { isDay, type Day } from '@hengjian/law'
import type { Act, Matter, PartyKey } from './act.ts'

/** The acts of a matter as they stand today: corrected, in legal order, with the paper that each one is about. */
export type Timeline = {
  /** By legal day, then by place in the record; voided acts and corrections left out. */
  readonly acts: readonly Act[]
  readonly at: (n: number) => Act | undefined
  /** The act that began the paper (draft, or first act of a record from outside) which act `n` is about. */
  readonly rootOf: (n: number) => number
}

/** An act with what its correction says: another legal day (`day`), other particulars. */
const mend = (act: Act, by: Act): Act => {
  const on = by.form?.['day']
  const { day: _day, reason: _reason, ...rest } = by.form ?? {}
  return { ...act, ...(isDay(on) ? { on } : {}), form: { ...act.form, ...rest } }
}

/** The legal day on which the matter began: that of its first act; null before there is one. */
export const openedOn = ({ acts }: Timeline): Day | null => acts[0]?.on ?? null

type Placed = Pick<Act, 'on' | 'n'>
/** Later in legal time; on the same day, later on record. */
export const isAfter = (a: Placed, b: Placed): boolean => a.on > b.on || (a.on === b.on && a.n > b.n)

function build(matter: Matter): Timeline {
  const byN = new Map<number, Act>()
  for (const act of matter.acts) byN.set(act.n, act)
  const voided = new Set<number>()
  for (const act of matter.acts) {
    if (act.act !== 'correct' || act.of === undefined) continue
    voided.add(act.n)
    const target = byN.get(act.of)
    if (target === undefined) continue
    if (act.result === 'void') voided.add(target.n)
    else byN.set(target.n, mend(target, act))
  }
  const acts = [...byN.values()].filter((act) => !voided.has(act.n)).toSorted((a, b) => (isAfter(b, a) ? -1 : 1))
  const roots = new Map<number, number>()
  const rootOf = (n: number): number => {
    const known = roots.get(n)
    if (known !== undefined) return known
    const of = byN.get(n)?.of
    roots.set(n, n) // an act that points at itself or around in a ring is its own root
    const root = of === undefined || !byN.has(of) ? n : rootOf(of)
    roots.set(n, root)
    return root
  }
  return { acts, at: (n) => byN.get(n), rootOf }
}

const known = new WeakMap<Matter, Timeline>()
/** The timeline of a matter; worked out once a matter object (matters are never changed in place). */
export function timelineOf(matter: Matter): Timeline {
  const found = known.get(matter)
  if (found !== undefined) return found
  const built = build(matter)
  known.set(matter, built)
  return built
}

/** Acts of one day follow each other in the order in which they were put on record. */
const later = (one: Act, other: Act): boolean => one.on > other.on || (one.on === other.on && one.n > other.n)

/**
 * The day on which a party received what was served, or null while nobody has signed for it.
 * A signature decides; where the return of a service is on record (`receivedOn`: by post, left at the door, announced) that day does.
 * Acts other than `serve` are received on their own day, or on the day that they state (`receivedOn`; `eventOn`: the coming event from which a period counts back).
 * @source 民事诉讼法第八十七条第二款: the day of signature on the return of service is the day of service
 */
export function receiptOf(timeline: Timeline, act: Act, party: PartyKey): { readonly on: Day; readonly by: Act } | null {
  const returned = act.form?.['receivedOn'] ?? act.form?.['eventOn']
  if (act.act !== 'serve') return { on: isDay(returned) ? returned : act.on, by: act }
  const root = timeline.rootOf(act.n)
  const again = timeline.acts.find((other) => other.act === 'serve' && timeline.rootOf(other.n) === root && later(other, act) && (other.to ?? []).includes(party))
  const signed = timeline.acts.find((other) => other.act === 'acknowledge' && other.by === party && other.on >= act.on
    && (other.of === act.n || (other.of === root && later(other, act) && (again === undefined || later(again, other)))))
  if (signed !== undefined) return { on: signed.on, by: signed }
  return isDay(returned) ? { on: returned, by: act } : null
}

// What an act is about, when the one who acts does not say: people act on "the draft that waits", not on act number seven.
import { fold, type Attempt } from '@hengjian/core'
import type { Lawbook, ProcedureAct } from '@hengjian/law'
import type { LoadedMatter } from '@hengjian/store'
import { entryOf } from './views.ts'

const among = (listed: string | readonly string[] | undefined, one: string): boolean => listed === undefined || (typeof listed === 'string' ? listed === one : listed.includes(one))

/** The places in its life at which the procedure lets a paper be acted on by this entry; empty when it asks for none. */
const placesFor = ({ guards }: ProcedureAct): readonly string[] => guards.flatMap(({ name, args }) => (name === 'paper-at' && typeof args?.['at'] === 'string' ? args['at'].split(',') : []))

/** Answers and findings speak of the demands of a paper. */
const aboutDemands = ({ form }: ProcedureAct): boolean => form.some(({ kind }) => kind === 'answers' || kind === 'findings')

/** The attempt with the act that it points at: the newest paper at the right place, else the newest act of the kinds that the procedure names. */
export function withCause(attempt: Attempt, loaded: LoadedMatter, lawbook: Lawbook): Attempt {
  const entry = entryOf(lawbook.procedures.get(loaded.procedure), attempt)
  if (attempt.of !== undefined || entry === undefined) return attempt
  const places = placesFor(entry)
  if (aboutDemands(entry)) {
    const { instruments, demands } = fold(loaded.matter, lawbook)
    const served = instruments.filter(({ servedBy, n }) => servedBy !== null && demands.some(({ instrument }) => instrument === n))
    const paper = served.findLast(({ stage }) => places.includes(stage)) ?? served.at(-1)
    if (paper !== undefined) return { ...attempt, of: paper.n }
  }
  if (entry.of === undefined) return attempt
  const acts = loaded.matter.acts
  const named = (n: number): boolean => { const key = acts.find((act) => act.n === n)?.key; return key !== undefined && (entry.of?.includes(key) ?? false) }
  const paper = places.length === 0 ? undefined : fold(loaded.matter, lawbook).instruments.findLast((one) => places.includes(one.stage) && among(entry.instrument, one.id) && named(one.n))
  const cause = paper?.n ?? acts.findLast(({ n }) => named(n))?.n
  return cause === undefined ? attempt : { ...attempt, of: cause, ...(attempt.instrument === undefined && paper !== undefined ? { instrument: paper.id } : {}) }
}

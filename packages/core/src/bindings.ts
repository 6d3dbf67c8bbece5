import type { Bar, GovernedBy, Lawbook, Rule, RuleBinding } from '@hengjian/law'
import type { Matter } from './act.ts'
import { governedBy } from './roles.ts'

export type Bound = { readonly binding: RuleBinding; readonly rule: Rule }
/** What of the lawbook bears on a kind of matter. */
type Bearing = { readonly bound: readonly Bound[]; readonly bars: readonly Bar[] }

const known = new WeakMap<Lawbook, Map<string, Bearing>>()

const bears = (row: { readonly governedBy?: readonly GovernedBy[]; readonly procedures?: readonly string[] }, procedure: string, law: GovernedBy | null): boolean =>
  (row.procedures === undefined || row.procedures.includes(procedure)) && (row.governedBy === undefined || law === null || row.governedBy.includes(law))

/** The bindings and bars of this kind of matter, picked out once a lawbook and kind. A kind that nobody has described meets all of them. */
export function bearingOf(matter: Matter, lawbook: Lawbook): Bearing {
  const kinds = known.get(lawbook) ?? new Map<string, Bearing>()
  known.set(lawbook, kinds)
  const found = kinds.get(matter.procedure)
  if (found !== undefined) return found
  const law = governedBy(matter, lawbook)
  const bearing: Bearing = {
    bound: lawbook.bindings.flatMap((binding): Bound[] => {
      const rule = lawbook.rules.get(binding.rule)
      return rule !== undefined && bears(binding, matter.procedure, law) ? [{ binding, rule }] : []
    }),
    bars: lawbook.bars.filter((bar) => bears(bar, matter.procedure, law)),
  }
  kinds.set(matter.procedure, bearing)
  return bearing
}

import { statesPeriod } from './messages/numerals.ts'
import type { Period, RuleVersion, Source } from './rule.ts'

// A period object belongs to one version of one rule; what states it never changes.
const known = new WeakMap<Period, readonly Source[]>()

/** The sources of a version that state a period in so many words; all of them when none does. */
export function statingSources({ sources }: Pick<RuleVersion, 'sources'>, period: Period): readonly Source[] {
  const before = known.get(period)
  if (before !== undefined) return before
  const stating = sources.filter(({ quote }) => statesPeriod(quote, period))
  const all = stating.length > 0 ? stating : sources
  known.set(period, all)
  return all
}

import { statesPeriod } from './messages/numerals.ts'
import type { Period, RuleVersion, Source } from './rule.ts'

/** The sources of a version that state a period in so many words; all of them when none does. */
export function statingSources({ sources }: Pick<RuleVersion, 'sources'>, period: Period): readonly Source[] {
  const stating = sources.filter(({ quote }) => statesPeriod(quote, period))
  return stating.length > 0 ? stating : sources
}

import { currentVersion, versionFor, type Day, type Rule, type RuleVersion } from '@hengjian/law'

/** By which wording duties are worked out: the one in force on the day that opens them, or today's (`current`: what the law of today would give for an old case). */
export type Wording = 'in-force' | 'current' | 'in-force-else-current'

/** The version of a rule for an event of that day in a matter opened on another; null when the rule was not yet, or no longer, in force. */
export function wordingOf(rule: Rule, on: Day, opened: Day, wording: Wording): RuleVersion | null {
  switch (wording) {
    case 'current': return currentVersion(rule)
    case 'in-force': return versionFor(rule, on, opened)?.version ?? null
    case 'in-force-else-current': return versionFor(rule, on, opened)?.version ?? currentVersion(rule)
    default: { const never: never = wording; throw new RangeError(String(never)) }
  }
}

import type { ActPattern, OpeningPattern } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { roleOf } from './roles.ts'

type OneOrMany = string | readonly string[]

const names = (want: OneOrMany, got: string): boolean => (typeof want === 'string' ? want === got : want.includes(got))
/** A part that the pattern does not name agrees with anything; one that it names must be there and agree. */
const part = (want: OneOrMany | undefined, got: string | undefined): boolean => want === undefined || (got !== undefined && names(want, got))

/** Does the act show this pattern? Roles are not looked at. */
export const matchesPattern = (pattern: ActPattern, act: Pick<Act, 'act' | 'instrument' | 'what' | 'result'>): boolean =>
  names(pattern.act, act.act) && part(pattern.instrument, act.instrument) && part(pattern.what, act.what) && part(pattern.result, act.result)

/** As `matchesPattern`, with the roles of who acts and who is addressed, and `bare` acts that name neither paper nor subject. */
export function matchesOpening(pattern: OpeningPattern, act: Omit<Act, 'n'>, matter: Matter): boolean {
  if (!matchesPattern(pattern, act)) return false
  if (pattern.bare === true && (act.instrument !== undefined || act.what !== undefined)) return false
  if (pattern.by !== undefined && !pattern.by.includes(roleOf(matter, act.by) ?? '')) return false
  return pattern.to === undefined || (act.to ?? []).some((party) => pattern.to?.includes(roleOf(matter, party) ?? ''))
}

import type { Condition } from '@hengjian/law'
import { dutyConditions } from './conditions-duties.ts'
import { recordConditions } from './conditions-record.ts'
import type { Asked, Facts, Verdict } from './facts.ts'

const all: Readonly<Record<string, Asked>> = { ...recordConditions, ...dutyConditions }

/** The names that rows of the rulebook may use. */
export const conditionNames: readonly string[] = Object.keys(all)

/** Asks one named condition. @throws RangeError for a name that core does not know: the rulebook and the code disagree. */
export function ask({ name, args = {} }: Condition, facts: Facts): Verdict {
  const asked = Object.hasOwn(all, name) ? all[name] : undefined
  if (asked === undefined) throw new RangeError(`the rulebook asks the condition '${name}', which is not known`)
  return asked(facts, args)
}

/** All of them hold. */
export const allHold = (conditions: readonly Condition[] | undefined, facts: Facts): boolean => (conditions ?? []).every((condition) => ask(condition, facts).holds)

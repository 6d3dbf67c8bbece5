import type { Condition, Day, Lawbook } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import type { Duty } from './duty.ts'
import type { Actor, Attempt, MatterState } from './state.ts'
import type { Timeline } from './timeline.ts'

/** What a condition may look at. Duties and state are worked out only when asked for. */
export type Facts = {
  readonly matter: Matter
  readonly lawbook: Lawbook
  readonly timeline: Timeline
  /** The legal day for which the question is asked. */
  readonly on: Day
  readonly duties: () => readonly Duty[]
  readonly state: () => MatterState
  /** Who wants to act; null when a binding asks. */
  readonly actor: Actor | null
  /** What is wanted, as far as it is known: a list of permitted acts knows only act and instrument. */
  readonly attempt: Partial<Attempt> | null
  /** The act that would open the duty, when a binding asks. */
  readonly opening: Act | null
}

/** `earliest`: the first day on which it will hold if nothing else happens; `fill`: values for `{name}` in what is said. */
export type Verdict = { readonly holds: boolean; readonly earliest?: Day; readonly fill?: Readonly<Record<string, string>> }

export type Arguments = NonNullable<Condition['args']>
/** A named condition: the only form in which the data of the rulebook may ask something that needs thought. */
export type Asked = (facts: Facts, args: Arguments) => Verdict

/** A list argument, written with commas. */
export const listOf = (args: Arguments, name: string): readonly string[] => {
  const value = args[name]
  return value === undefined || value === '' ? [] : String(value).split(',').map((one) => one.trim())
}

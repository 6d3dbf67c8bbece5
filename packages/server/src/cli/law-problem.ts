import type { Rule } from '@hengjian/law'
import { dayFault, instantFault, isDay, isInstant, type Day, type DayFault, type Instant, type InstantFault, type Lawbook } from '@hengjian/law'
import { CommandProblem } from './command.ts'
import { nearNames } from './near.ts'

export const problem = (code: string, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): CommandProblem => new CommandProblem({ type: 'about:blank', title, status: 422, code, detail, ...more })

/** A name among known ones, or a problem that tells the nearest. */
export function known<T>(all: ReadonlyMap<string, T>, id: string, kind: string, list: string): T {
  const found = all.get(id)
  if (found !== undefined) return found
  const near = nearNames(id, all.keys())
  throw problem(`law.unknown-${kind}`, `No such ${kind}`, `The rulebook has no ${kind} '${id}'.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''} '${list}' lists them all.`, near.length > 0 ? { near } : {})
}

export const ruleOf = (lawbook: Lawbook, id: string): Rule => known(lawbook.rules, id, 'rule', 'hj law list')

const dayReasons: Readonly<Record<DayFault, string>> = {
  'month-only': 'names only a month; a legal moment is a day, and it is never guessed',
  'no-such-day': 'is a day that no calendar has',
  form: 'is not a day like 2026-02-10',
}
const instantReasons: Readonly<Record<InstantFault, string>> = {
  'no-offset': 'has no offset; write 2026-02-10T10:00+08:00, a machine’s zone is never guessed into a legal moment',
  'no-such-day': 'is a day that no calendar has',
  form: 'is neither a day like 2026-02-10 nor an instant like 2026-02-10T10:00+08:00',
}

/** A day as typed. */
export function dayOf(text: string, where: string): Day {
  if (isDay(text)) return text
  const fault = dayFault(text) ?? 'form'
  throw problem(`law.${fault}`, 'Not a day', `${where}: '${text}' ${dayReasons[fault]}.`, { where })
}

/** A day or an instant with its offset, as typed. */
export function momentOf(text: string, where: string): Day | Instant {
  if (isDay(text) || isInstant(text)) return text
  if (!text.includes('T')) return dayOf(text, where)
  const fault = instantFault(text) ?? 'form'
  throw problem(`law.${fault}`, 'Not a moment', `${where}: '${text}' ${instantReasons[fault]}.`, { where })
}

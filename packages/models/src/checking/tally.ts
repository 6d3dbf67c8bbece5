import type { Text } from '@hengjian/law'
import { messages, say } from '../problem.ts'

export type Outcome = 'rejected' | 'reported'
export type Example = { readonly row: number; readonly line: number; readonly field: string; readonly value: string; readonly expected: string }
/** Everything of one kind that is wrong in one field. `whoFixes`: the provider, nobody (read all the same), or us. */
export type ReasonGroup = {
  readonly code: string; readonly field: string | null; readonly title: Text; readonly repair: Text; readonly whoFixes: 'provider' | 'automatic' | 'us'
  readonly outcome: Outcome; readonly count: number; readonly examples: readonly Example[]
}
type Sentences = { readonly outcome: Outcome; readonly whoFixes: ReasonGroup['whoFixes']; readonly title: Text; readonly repair: Text }

export const reason = (code: string): Sentences => {
  const found = messages('reasons')[code] as Sentences | undefined
  if (found === undefined) throw new Error(`no sentences for reason '${code}'`)
  return found
}

const shown = (text: string): string => { const short = text.length > 120 ? `${text.slice(0, 119)}…` : text; return short.isWellFormed() ? short : short.toWellFormed() }

/** Counts reasons by code, field and outcome, and keeps the first three examples of each. */
export function tally() {
  const groups = new Map<string, { readonly code: string; readonly field: string | null; readonly title: string; readonly outcome: Outcome; count: number; readonly examples: Example[] }>()
  return {
    add(code: string, field: { readonly name: string; readonly title: string } | null, outcome: Outcome, row: number, line: number, value: string, expected: string): void {
      const key = `${code}|${field?.name ?? ''}|${outcome}`
      let group = groups.get(key)
      if (group === undefined) groups.set(key, group = { code, field: field?.name ?? null, title: field?.title ?? '', outcome, count: 0, examples: [] })
      group.count++
      if (group.examples.length < 3) group.examples.push({ row, line, field: field?.name ?? '', value: shown(value), expected: shown(expected) })
    },
    groups: (): readonly ReasonGroup[] => [...groups.values()].map(({ title, ...group }) => {
      const { title: what, repair, whoFixes } = reason(group.code)
      return { ...group, title: say(what, { field: title }), repair: say(repair, { field: title }), whoFixes }
    }).toSorted((a, b) => (a.outcome === b.outcome ? b.count - a.count : a.outcome === 'rejected' ? -1 : 1)),
  }
}

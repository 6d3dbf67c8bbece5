// Who uses a rule: worked out once for each lawbook from procedures, guards, approvals, bindings, bars.
import { bindingsOf, graphOf, type Graph, type Lawbook, type Text } from '@hengjian/law'
import type { RuleUse } from './shapes-law.ts'
import { procedureNamed } from './library-names.ts'

export type Uses = {
  readonly graphs: ReadonlyMap<string, Graph>
  /** Procedures by rule: bound to a duty there, named by a guard, or saying who decides. */
  readonly procedures: ReadonlyMap<string, readonly string[]>
  readonly rules: ReadonlyMap<string, readonly RuleUse[]>
}
const kept = new WeakMap<Lawbook, Uses>()

export function usesOf(book: Lawbook): Uses {
  const before = kept.get(book)
  if (before !== undefined) return before
  const graphs = new Map([...book.procedures.values()].map((procedure) => [procedure.id, graphOf(procedure, book)]))
  const rules = new Map<string, RuleUse[]>()
  for (const procedure of book.procedures.values()) {
    const graph = graphs.get(procedure.id)
    const titles = new Map(procedure.acts.map(({ key, title }) => [key, title]))
    const named = (keys: readonly string[]): Text[] => keys.flatMap((key) => titles.get(key) ?? [])
    const bars = book.bars.filter((bar) => (bar.procedures === undefined || bar.procedures.includes(procedure.id)) && (bar.governedBy === undefined || bar.governedBy.includes(procedure.governedBy)))
    const acts = procedure.acts.flatMap((act) => [
      ...act.guards.flatMap(({ otherwise }) => (otherwise.rule === undefined ? [] : [{ rule: otherwise.rule, key: act.key, title: act.title, because: otherwise.short }])),
      ...(act.approvalOf === undefined ? [] : [{ rule: act.approvalOf, key: act.key, title: act.title, because: act.decidedBy?.text ?? null }]),
      ...bars.filter(({ on }) => (typeof on.act === 'string' ? on.act === act.act : on.act.includes(act.act))).flatMap((bar) => bar.guards.flatMap(({ otherwise }) => (otherwise.rule === undefined ? [] : [{ rule: otherwise.rule, key: act.key, title: act.title, because: otherwise.short }]))),
    ])
    const duties = graph?.duties ?? []
    for (const rule of new Set([...duties.map((duty) => duty.rule), ...acts.map((act) => act.rule), ...bindingsOf(procedure, book).map((binding) => binding.rule)])) {
      const use: RuleUse = {
        procedure: procedureNamed(book, procedure.id),
        acts: [...new Map(acts.filter((act) => act.rule === rule).map(({ rule: _rule, ...act }) => [`${act.key} ${act.because?.zh ?? ''}`, act])).values()],
        duties: duties.filter((duty) => duty.rule === rule).map((duty) => ({ obligation: duty.obligation, lane: duty.owedBy, openedBy: named(duty.openedBy), dischargedBy: named(duty.dischargedBy), right: duty.right, waiting: duty.waiting, recurs: duty.recurs })),
      }
      rules.set(rule, [...rules.get(rule) ?? [], use])
    }
  }
  const made: Uses = { graphs, rules, procedures: new Map([...rules].map(([rule, uses]) => [rule, uses.map(({ procedure }) => procedure.id)])) }
  kept.set(book, made)
  return made
}

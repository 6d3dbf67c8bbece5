import type { Act, Demand } from './act.ts'
import type { DemandState, DemandView } from './state.ts'
import type { Timeline } from './timeline.ts'

const fresh = (demand: Demand, instrument: number): DemandView => ({ ...demand, instrument, state: 'unanswered', answer: null, finding: null, objection: null })
const verified: Readonly<Record<string, DemandState>> = { done: 'verified-done', partly: 'verified-partly', 'not-done': 'verified-not-done' }
const settled = (state: DemandState): boolean => state === 'withdrawn'

/** The demands that an objection speaks of: those it answers with disagreement, else all of the paper. */
const speaksOf = (act: Act, { no }: DemandView): boolean => act.answers === undefined || act.answers.length === 0 || act.answers.some(({ demand }) => demand === no)

function step(view: DemandView, act: Act, objection: Act | undefined): DemandView {
  if (settled(view.state)) return view
  switch (act.act) {
    case 'reply': {
      const answer = act.answers?.find(({ demand }) => demand === view.no)
      // An answer given while the objection is under review is kept; the review still decides.
      const open = view.state === 'objected' || view.state === 'in-review'
      return answer === undefined ? view : { ...view, state: open ? view.state : 'answered', answer: { ...answer, act: act.n, on: act.on } }
    }
    case 'object':
      return speaksOf(act, view) ? { ...view, state: 'objected', objection: { act: act.n, on: act.on, text: String(act.form?.['ground'] ?? ''), outcome: null } } : view
    case 'inquire': return act.what === 'objection' && view.state === 'objected' ? { ...view, state: 'in-review' } : view
    case 'review': {
      if (view.objection === null || view.objection.outcome !== null || (objection !== undefined && view.objection.act !== objection.n)) return view
      const decided: DemandView = { ...view, objection: { ...view.objection, outcome: act.result ?? null } }
      switch (act.result) {
        case 'withdraw': return { ...decided, state: 'withdrawn' }
        case 'amend': { const amended = act.demands?.find(({ no }) => no === view.no); return { ...decided, ...amended, state: 'amended', answer: null } }
        default: return { ...decided, state: view.answer === null ? 'unanswered' : 'answered' }
      }
    }
    case 'verify': {
      const finding = act.findings?.find(({ demand }) => demand === view.no)
      return finding === undefined ? view : { ...view, state: verified[finding.result] ?? view.state, finding: { ...finding, act: act.n, on: act.on } }
    }
    case 'withdraw': return { ...view, state: 'withdrawn' }
    default: return view
  }
}

/** Each demand of each paper and what became of it, in the order of the papers. */
export function foldDemands(timeline: Timeline): readonly DemandView[] {
  const papers = new Map<number, DemandView[]>()
  for (const act of timeline.acts) {
    const root = timeline.rootOf(act.n)
    if (act.demands !== undefined && (act.act === 'draft' || !papers.has(root)) && act.act !== 'review') {
      papers.set(root, act.demands.map((demand) => fresh(demand, root)))
      continue
    }
    const views = papers.get(root)
    if (views === undefined) continue
    const objection = act.act === 'review' && act.of !== undefined ? timeline.at(act.of) : undefined
    papers.set(root, views.map((view) => step(view, act, objection?.act === 'object' ? objection : undefined)))
  }
  return [...papers.values()].flat()
}

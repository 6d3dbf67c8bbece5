import type { Lawbook, ProcedureAct, Rung } from '@hengjian/law'
import type { Act, Matter } from './act.ts'
import { foldDemands } from './demands.ts'
import { entriesOf, lifeOf, procedureOf, rungOf } from './entry.ts'
import type { InstrumentView, MatterState, Opinion } from './state.ts'
import { timelineOf, type Timeline } from './timeline.ts'

type Papers = Map<number, InstrumentView>

/** The paper that an act moves on: what it points at, or itself when it begins one; for an act from outside that points at nothing, the newest one served to who acts. */
function paperOf(act: Act, papers: Papers, timeline: Timeline, begins: boolean): number | null {
  if (act.of !== undefined) {
    const root = timeline.rootOf(act.n)
    if (papers.has(root) && (act.instrument === undefined || papers.get(root)?.id === act.instrument)) return root
  }
  if (act.instrument !== undefined && begins) return act.n
  if (act.of === undefined && (act.act === 'reply' || act.act === 'acknowledge')) return [...papers.values()].findLast((paper) => paper.to.includes(act.by))?.n ?? null
  return null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const weighing = new Set(['submit', 'approve', 'return'])
/** The opinion that an act puts on record: a handler's note, the words of who endorses, approves or returns. */
function opinionOf({ n, act, by, person, form = {} }: Act): readonly Opinion[] {
  const opinion = text(form['opinion']) ?? text(form['note']) ?? text(form['reason'])
  return opinion === null || !weighing.has(act) ? [] : [{ act: n, by, person: person ?? null, opinion, differs: form['differs'] === true }]
}

function moved(paper: InstrumentView | undefined, act: Act, stage: InstrumentView['stage']): InstrumentView {
  const before: InstrumentView = paper ?? { n: act.n, id: act.instrument ?? '', stage, to: [], docNo: null, draftedBy: act.n, issuedBy: null, servedBy: null, acknowledgedBy: null, opinions: [] }
  return {
    ...before, stage, docNo: text(act.form?.['docNo']) ?? before.docNo, to: act.to !== undefined && act.to.length > 0 && stage !== 'answered' && stage !== 'acknowledged' ? act.to : before.to,
    ...(stage === 'issued' ? { issuedBy: act.n } : {}), ...(stage === 'served' ? { servedBy: act.n, acknowledgedBy: null } : {}), ...(stage === 'acknowledged' ? { acknowledgedBy: act.n } : {}), opinions: [...before.opinions, ...opinionOf(act)],
  }
}

function work(matter: Matter, lawbook: Lawbook): MatterState {
  const timeline = timelineOf(matter)
  const procedure = procedureOf(matter, lawbook)
  const papers: Papers = new Map()
  let [stage, closed]: [string | undefined, boolean] = [procedure?.stages[0]?.id, false]
  let rung: Rung | null = null
  for (const act of timeline.acts) {
    const [entry]: readonly (ProcedureAct | undefined)[] = entriesOf(procedure, act, matter)
    const life = lifeOf(entry, act)
    if (life !== undefined) {
      const n = paperOf(act, papers, timeline, life === 'drafted' || life === 'issued' || life === 'served')
      // A second addressee may sign when the first has answered already.
      const at = n === null ? undefined : papers.get(n)
      if (n !== null) papers.set(n, moved(at, act, life === 'acknowledged' && at?.stage === 'answered' ? 'answered' : life))
    }
    rung = rungOf(entry, act) ?? rung
    if (entry?.stage !== undefined) stage = entry.stage
    if (entry?.closes ?? (entry === undefined && act.act === 'close')) closed = true
    if (entry?.reopens ?? (entry === undefined && act.act === 'reopen')) closed = false
  }
  const reached = procedure?.stages.findIndex(({ id }) => id === stage) ?? -1
  return {
    stage: stage ?? '', closed, rung, instruments: [...papers.values()], demands: foldDemands(timeline),
    stages: (procedure?.stages ?? []).map((one, i) => ({ ...one, state: closed || i < reached ? 'done' : i === reached ? 'now' : 'next' })),
  }
}

const known = new WeakMap<Matter, { readonly lawbook: Lawbook; readonly state: MatterState }>()

/** Where a matter stands: papers on their way, demands one by one, stage, rung of the ladder. Worked out once a matter object. */
export function fold(matter: Matter, lawbook: Lawbook): MatterState {
  const found = known.get(matter)
  if (found?.lawbook === lawbook) return found.state
  const state = work(matter, lawbook)
  known.set(matter, { lawbook, state })
  return state
}

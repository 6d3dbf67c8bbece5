// Everything that the database keeps about a matter beside its acts, as a function of the acts, the law and the moment.
import { duties, fold, type DemandView, type Duty, type DutyStatus, type InstrumentView, type Light, type Matter } from '@hengjian/core'
import type { Day, Instant, Lawbook, Rung } from '@hengjian/law'
import { audienceOf, joinedBy, shownBy, type Audience, type Shown } from './audience.ts'

export type DerivedDemand = { readonly instrument: number; readonly organ: string; readonly no: number; readonly state: string; readonly servedOn: Day | null; readonly answeredOn: Day | null; readonly inTime: boolean | null; readonly body: DemandView }
export type Derived = {
  readonly stage: string; readonly closed: boolean; readonly light: Light; readonly nextDue: Day | null; readonly rung: Rung | null; readonly sealed: boolean; readonly handler: string | null
  readonly participants: readonly { readonly organ: string; readonly since: number }[]
  readonly shown: readonly Shown[]
  readonly duties: readonly { readonly duty: Duty; readonly audience: Audience; readonly over: boolean }[]
  readonly demands: readonly DerivedDemand[]
  readonly instruments: readonly { readonly view: InstrumentView; readonly audience: Audience }[]
}

const overStatus: ReadonlySet<DutyStatus> = new Set<DutyStatus>(['discharged-in-time', 'discharged-late', 'waived', 'superseded'])
const worstFirst: readonly Light[] = ['overdue', 'near', 'within', 'review', 'paused', 'not-started', 'done']
export const isOver = (status: DutyStatus): boolean => overStatus.has(status)
export const worstOf = (lights: readonly Light[]): Light => worstFirst.find((light) => lights.includes(light)) ?? 'not-started'

/** The last word on sealing: the opening, then the acts `seal` and `unseal`. */
const sealedBy = (matter: Matter, atOpening: boolean): boolean => matter.acts.reduce((sealed, { act }) => (act === 'seal' ? true : act === 'unseal' ? false : sealed), atOpening)

/** Who handles it: the last assignment that names somebody, else who opened it. */
function handlerOf(matter: Matter): string | null {
  const named = matter.acts.findLast(({ act, form }) => act === 'assign' && typeof form?.['handler'] === 'string' && form['handler'] !== '')?.form?.['handler']
  return typeof named === 'string' ? named : matter.acts[0]?.person?.name ?? null
}

function demandsOf(views: readonly DemandView[], instruments: readonly InstrumentView[], matter: Matter, all: readonly Duty[]): readonly DerivedDemand[] {
  return views.flatMap((body) => {
    const paper = instruments.find(({ n }) => n === body.instrument)
    const service = matter.acts.find(({ n }) => n === paper?.servedBy)
    return (paper?.to ?? []).map((organ): DerivedDemand => {
      const owed = all.filter((duty) => duty.owedBy === organ && (duty.openedBy === paper?.servedBy || duty.openedBy === paper?.acknowledgedBy))
      const duty = owed.find(({ dischargedBy }) => dischargedBy !== undefined && dischargedBy === body.answer?.act) ?? owed.find(({ due }) => due !== null)
      const answeredOn = body.answer?.on ?? null
      return { instrument: body.instrument, organ, no: body.no, state: body.state, servedOn: service?.on ?? null, answeredOn, inTime: answeredOn === null || duty === undefined || duty.due === null ? null : answeredOn <= duty.due, body }
    })
  })
}

/** `atOpening`: the matter was sealed when it was opened. */
export function derive(matter: Matter, atOpening: boolean, lawbook: Lawbook, now: Instant): Derived {
  const state = fold(matter, lawbook)
  const all = duties(matter, lawbook, now)
  const shown = shownBy(matter)
  const visible = new Set([...matter.acts.filter((act) => audienceOf(matter, act) === 'both').map(({ n }) => n), ...shown.filter(({ whole }) => whole).map(({ n }) => n)])
  const audience = (n: number | null): Audience => (n !== null && visible.has(n) ? 'both' : 'inner')
  const open = all.filter(({ status }) => !isOver(status))
  const contested = state.demands.some((demand) => demand.state === 'objected' || demand.state === 'in-review')
  const since = new Map<string, number>()
  for (const act of matter.acts) for (const organ of joinedBy(matter, act)) if (!since.has(organ)) since.set(organ, act.n)
  return {
    stage: state.stage, closed: state.closed, rung: state.rung, sealed: sealedBy(matter, atOpening), handler: handlerOf(matter),
    light: state.closed ? 'done' : worstOf([...open.map(({ light }) => light), ...(contested ? ['review' as const] : [])]),
    nextDue: open.map(({ due }) => due).filter((due) => due !== null).toSorted()[0] ?? null,
    participants: [...since].map(([organ, n]) => ({ organ, since: n })), shown,
    duties: all.map((duty) => ({ duty, audience: audience(duty.openedBy), over: isOver(duty.status) })),
    demands: demandsOf(state.demands, state.instruments, matter, all),
    instruments: state.instruments.map((view) => ({ view, audience: view.servedBy === null ? 'inner' : 'both' })),
  }
}

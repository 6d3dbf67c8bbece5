// The ladder of non-performance as a board, and what became of every demand by organ. Organs only: no person is counted or scored.
import { duties as dutiesOf, fold, permitted as permittedOf, type Duty as CoreDuty } from '@hengjian/core'
import { chipOfCited, daysBetween, legalDay, type Day, type Lawbook, type Rung } from '@hengjian/law'
import type { DemandRow, LoadedMatter } from '@hengjian/store'
import type { Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { Ladder, Scorecard } from './shapes.ts'
import { good } from './answers.ts'
import { chipFor } from './law.ts'
import { say } from './say.ts'
import { entryOf, permissionView, summaryView } from './views.ts'

const order = ['within', 'urge', 'superior', 'congress', 'sue'] as const
type RungId = (typeof order)[number]
const most = 2_000

type Placed = { readonly rung: RungId; readonly loaded: LoadedMatter; readonly theirs: readonly CoreDuty[]; readonly since: Day | null; readonly reviewing: boolean; readonly urged: boolean }

const open = (duty: CoreDuty): boolean => duty.status === 'open' || duty.status === 'overdue' || duty.status === 'suspended'

/** Where a matter stands: the highest rung that was taken; silence past the period is the second step even before anybody has urged. */
function place(loaded: LoadedMatter, lawbook: Lawbook, who: Who): Placed | null {
  const state = fold(loaded.matter, lawbook)
  if (state.closed || state.instruments.every(({ servedBy }) => servedBy === null)) return null
  const theirs = dutiesOf(loaded.matter, lawbook, who.now).filter((duty) => open(duty) && duty.owedBy !== loaded.owner)
  const late = theirs.filter(({ light }) => light === 'overdue')
  const rung: RungId = state.rung ?? (late.length > 0 ? 'urge' : 'within')
  const procedure = lawbook.procedures.get(loaded.procedure)
  const step = loaded.matter.acts.findLast((act) => entryOf(procedure, act)?.rung === rung)
  return { rung, loaded, theirs, since: step?.on ?? late.map(({ due }) => due).toSorted()[0] ?? null, reviewing: state.demands.some((demand) => demand.state === 'objected' || demand.state === 'in-review'), urged: state.rung !== null }
}

/** The next step from here: the lowest one that may be taken now, else the lowest one with the reason why not; at the congress's desk whatever it may do. A suit comes after the other steps. */
function onward({ loaded, rung }: Placed, lawbook: Lawbook, who: Who): Ladder['rungs'][number]['items'][number]['act'] {
  const procedure = lawbook.procedures.get(loaded.procedure)
  const all = permittedOf(loaded.matter, lawbook, who.actor, who.now)
  const height = (key: string): number => { const found: Rung | undefined = entryOf(procedure, { act: '', key })?.rung; return found === undefined ? -1 : order.indexOf(found) }
  const steps = all.filter(({ key }) => height(key) > order.indexOf(rung)).toSorted((a, b) => height(a.key) - height(b.key))
  // Mending one's own record is no step of the ladder.
  const own = all.filter(({ allowed, act }) => allowed && act !== 'correct')
  const once = (key: string): boolean => !loaded.matter.acts.some((act) => act.key === key)
  const found = who.side !== 'procuratorate' ? own.find(({ key }) => once(key)) ?? own[0] : steps.find(({ allowed, key }) => allowed && (height(key) < order.indexOf('sue') || rung === 'congress')) ?? steps[0]
  return found === undefined ? null : permissionView(found, who)
}

const lineOf = ({ rung, since, urged }: Placed, today: Day): { readonly zh: string; readonly en: string } =>
  say(rung === 'urge' && !urged ? 'ladder.lines.late' : `ladder.lines.${rung}`, { days: since === null ? 0 : Math.max(0, daysBetween(since, today)) })

const grave: Readonly<Record<RungId, Ladder['rungs'][number]['items'][number]['light']>> = { within: 'within', urge: 'overdue', superior: 'overdue', congress: 'overdue', sue: 'review' }

/** The provision that each step rests on, as the procedures name it. */
const provisionOf = (lawbook: Lawbook, rung: RungId, language: Who['language']): string => {
  if (rung === 'within') return say('ladder.within')[language]
  for (const { acts } of lawbook.procedures.values()) for (const act of acts) {
    if (act.rung !== rung) continue
    const basis = typeof act.instrument === 'string' ? lawbook.instruments.get(act.instrument)?.basis[0] : undefined
    const said = act.guards.find(({ otherwise }) => otherwise.provision !== undefined)?.otherwise.provision ?? (basis === undefined ? act.decidedBy?.provision : chipFor([basis]).zh)
    if (said !== undefined && said !== '') return chipOfCited(said)[language]
  }
  return ''
}

export const ladder = ({ store, lawbook, names }: Room): Desk['ladder'] => async (who, { knownAt }) => {
  const known = await names()
  const at: Who = knownAt === undefined ? who : { ...who, now: knownAt }
  const loaded = await store.read(who.scope, (q) => q.loadMatters({ limit: most }, knownAt === undefined ? {} : { knownAt }))
  const placed = loaded.flatMap((matter) => { const found = place(matter, lawbook, at); return found === null ? [] : [found] })
  const closed = loaded.filter((matter) => matter.closed).length
  const today = legalDay(at.now)
  const rungs = order.map((id): Ladder['rungs'][number] => {
    const here = placed.filter(({ rung }) => rung === id)
    return {
      id, title: say(`ladder.titles.${id}`), provision: provisionOf(lawbook, id, who.language), count: here.length,
      figures: id !== 'within' ? [] : [
        { title: say('ladder.figures.seven'), count: here.filter(({ theirs }) => theirs.some(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= 7)).length },
        { title: say('ladder.figures.review'), count: here.filter(({ reviewing }) => reviewing).length },
        { title: say('ladder.figures.paused'), count: here.filter(({ theirs }) => theirs.some(({ light }) => light === 'paused')).length }, { title: say('ladder.figures.closed'), count: closed },
      ],
      items: id === 'within' ? [] : here.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? '')).map((one) => itemOf(one, lawbook, known, at, today)),
    }
  })
  return good({ asOf: at.now, rungs })
}

const itemOf = (one: Placed, lawbook: Lawbook, known: Names, who: Who, today: Day): Ladder['rungs'][number]['items'][number] => ({
  matter: summaryView(one.loaded, lawbook, known, who), organ: known.organ(one.loaded.subject ?? one.theirs[0]?.owedBy ?? one.loaded.owner), line: lineOf(one, today), light: grave[one.rung], waitingDays: one.since === null ? null : Math.max(0, daysBetween(one.since, today)), act: onward(one, lawbook, who),
})

const count = (rows: readonly DemandRow[], test: (row: DemandRow) => boolean): number => rows.filter(test).length

/** Objection upheld: the demand was changed or taken back after it. The answer's speed is a mean of days, not a merit. */
export const scorecard = ({ store, names }: Room): Desk['scorecard'] => async (who, { knownAt }) => {
  const known = await names()
  const all = await store.read(who.scope, (q) => q.demandRows(knownAt === undefined ? {} : { knownAt }))
  const served = all.filter(({ servedOn }) => servedOn !== null)
  const organs = [...new Set(served.map(({ organ }) => organ))]
  const rows = organs.map((id): Scorecard['rows'][number] => {
    const rows_ = served.filter(({ organ }) => organ === id)
    const spans = rows_.flatMap(({ servedOn, answeredOn }) => (servedOn === null || answeredOn === null ? [] : [daysBetween(servedOn, answeredOn)]))
    return {
      organ: known.organ(id), demands: rows_.length, done: count(rows_, ({ demand }) => demand.state === 'verified-done'), partly: count(rows_, ({ demand }) => demand.state === 'verified-partly'),
      objectionsUpheld: count(rows_, ({ demand }) => demand.objection !== null && (demand.state === 'amended' || demand.state === 'withdrawn')), notDone: count(rows_, ({ demand }) => demand.state === 'verified-not-done'),
      inTime: count(rows_, ({ inTime }) => inTime === true), objections: count(rows_, ({ demand }) => demand.objection !== null), meanDays: spans.length === 0 ? null : spans.reduce((sum, days) => sum + days, 0) / spans.length,
    }
  })
  return good({ asOf: knownAt ?? who.now, rows: rows.toSorted((a, b) => b.demands - a.demands || a.organ.id.localeCompare(b.organ.id)) })
}

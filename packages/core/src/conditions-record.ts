import type { Act } from './act.ts'
import { entriesOf, procedureOf } from './entry.ts'
import { listOf, type Arguments, type Asked, type Facts } from './facts.ts'
import { roleOf } from './roles.ts'
import type { InstrumentView } from './state.ts'
import { receiptOf } from './timeline.ts'

/** Is the act one of the procedure's acts of these keys? An act from outside carries none: what it is, is told by what it shows. */
const isOne = (act: Act, keys: readonly string[], { matter, lawbook }: Facts): boolean =>
  act.key !== undefined ? keys.includes(act.key) : entriesOf(procedureOf(matter, lawbook), act, matter).some(({ key }) => keys.includes(key))

/** Acts on record by the day asked for that show what the arguments name: `act`, `instrument`, `what`, `result`, `by` (roles), `key`; lists with commas. `mine`: of the organ that asks. */
export function actsNamed(facts: Facts, args: Arguments): readonly Act[] {
  const { matter, timeline, on, actor } = facts
  const [act, instrument, what, result, by, key] = ['act', 'instrument', 'what', 'result', 'by', 'key'].map((name) => listOf(args, name))
  const agrees = (want: readonly string[] | undefined, got: string | null | undefined): boolean => want === undefined || want.length === 0 || (got != null && want.includes(got))
  return timeline.acts.filter((one) => one.on <= on && agrees(act, one.act) && agrees(instrument, one.instrument) && agrees(what, one.what)
    && agrees(result, one.result) && agrees(by, roleOf(matter, one.by)) && (args['mine'] !== true || actor === null || one.by === actor.organ) && (key === undefined || key.length === 0 || isOne(one, key, facts)))
}

/** The paper that the attempt is about: what it points at, else the newest one of the matter (of one of the named kinds). */
export function paperAtHand({ timeline, attempt, state }: Facts, kinds: readonly string[]) {
  const papers = state().instruments.filter((paper) => kinds.length === 0 || kinds.includes(paper.id))
  const root = attempt?.of === undefined ? null : timeline.rootOf(attempt.of)
  return (root === null ? undefined : papers.find((paper) => paper.n === root)) ?? papers.at(-1)
}

/** The named act is on record. */
const onRecord: Asked = (facts, args) => ({ holds: actsNamed(facts, args).length > 0 })
const notOnRecord: Asked = (facts, args) => ({ holds: actsNamed(facts, args).length === 0 })

/** The named act is on record fewer than `count` times. */
const fewerThan: Asked = (facts, args) => ({ holds: actsNamed(facts, args).length < Number(args['count']) })

/** The act of `key` is not on record yet, or its paper was withdrawn; `each`: for the act that is pointed at, or for one that might be. */
const firstTime: Asked = (facts, args) => {
  const { timeline, attempt, matter, lawbook } = facts
  const withdrawn = new Set(facts.state().instruments.filter(({ stage }) => stage === 'withdrawn').map(({ n }) => n))
  const done = actsNamed(facts, args).filter(({ n }) => !withdrawn.has(timeline.rootOf(n)))
  if (args['each'] !== true || done.length === 0) return { holds: done.length === 0 }
  const about = new Set(done.map(({ of }) => of))
  if (attempt?.of !== undefined) return { holds: !about.has(attempt.of) }
  const may = procedureOf(matter, lawbook)?.acts.find(({ key }) => key === args['key'])?.of ?? []
  return { holds: timeline.acts.some((act) => act.on <= facts.on && !about.has(act.n) && isOne(act, may, facts)) }
}

/** A person is detained: the matter says so, or the act that opens. */
const custody: Asked = ({ matter, opening }) => ({ holds: opening?.form?.['custody'] === true || matter.custody === true })
const noCustody: Asked = (facts, args) => ({ holds: !custody(facts, args).holds })

/** Some paper (of `instrument`, if named) stands at one of the stages `at`; the one that the attempt points at, if it points. `mine`: it was served on who asks. */
const paperAt: Asked = (facts, args) => {
  const kinds = listOf(args, 'instrument')
  const at = listOf(args, 'at')
  const fits = (paper: InstrumentView | undefined): boolean => paper !== undefined && at.includes(paper.stage) && (kinds.length === 0 || kinds.includes(paper.id))
    && (args['mine'] !== true || facts.actor === null || paper.to.includes(facts.actor.organ))
  return { holds: facts.attempt?.of !== undefined ? fits(paperAtHand(facts, kinds)) : facts.state().instruments.some(fits) }
}

/** Papers that the attempt may be about: the one it points at, else all of the named kinds. */
function papersMeant(facts: Facts, args: Arguments): readonly InstrumentView[] {
  const kinds = listOf(args, 'instrument')
  if (facts.attempt?.of === undefined) return facts.state().instruments.filter(({ id }) => kinds.length === 0 || kinds.includes(id))
  const paper = paperAtHand(facts, kinds)
  return paper === undefined ? [] : [paper]
}

/** Who asks has received some such paper: signed for it, or the return of the service says when. */
const received: Asked = (facts, args) => ({ holds: papersMeant(facts, args).some(({ servedBy, to, stage }) => {
  const service = servedBy === null || stage === 'withdrawn' || stage === 'issued' ? undefined : facts.timeline.at(servedBy)
  const organ = facts.actor?.organ
  return service !== undefined && (organ === undefined || (to.includes(organ) && receiptOf(facts.timeline, service, organ) !== null))
}) })

/** Some such paper was served on who asks and is not signed for by it. */
const unsigned: Asked = (facts, args) => ({ holds: papersMeant(facts, args).some(({ servedBy, to, stage }) => {
  const service = servedBy === null || stage === 'withdrawn' || stage === 'issued' ? undefined : facts.timeline.at(servedBy)
  const organ = facts.actor?.organ
  return service !== undefined && organ !== undefined && to.includes(organ) && (receiptOf(facts.timeline, service, organ)?.by.act ?? 'serve') === 'serve'
}) })

/** Who asks was addressed by the named act. */
const addressedBy: Asked = (facts, args) => ({ holds: facts.actor === null || actsNamed(facts, args).some(({ to }) => to?.includes(facts.actor?.organ ?? '') ?? false) })

/** No paper of `instrument` is under way or in force: another one may be begun. */
const noPaper: Asked = (facts, args) => {
  const kinds = listOf(args, 'instrument')
  return { holds: !facts.state().instruments.some((paper) => kinds.includes(paper.id) && paper.stage !== 'withdrawn') }
}

/** The act that opens is of a form field's value: `field` is `value`. */
const formSays: Asked = ({ opening }, args) => ({ holds: String(opening?.form?.[String(args['field'])] ?? '') === String(args['value']) })

/** The handler's demands: some objection waits for its review. */
const objectionOpen: Asked = ({ state }) => ({ holds: state().demands.some((demand) => demand.state === 'objected' || demand.state === 'in-review') })
const noObjectionOpen: Asked = (facts, args) => ({ holds: !objectionOpen(facts, args).holds })

/** Something was answered, or is still to be verified after an answer. */
const answered: Asked = (facts, args) => ({ holds: actsNamed(facts, { ...args, act: 'reply' }).length > 0 })

/** Nothing that went out is left open: every demand of a served paper settled, or the matter went on to the court or the congress. */
const closable: Asked = (facts) => {
  const { demands, instruments } = facts.state()
  const out = new Set(instruments.filter(({ servedBy, stage }) => servedBy !== null && stage !== 'withdrawn').map(({ n }) => n))
  const left = demands.filter(({ state: at, instrument }) => out.has(instrument) && at !== 'verified-done' && at !== 'withdrawn')
  return { holds: left.length === 0 || actsNamed(facts, { act: 'sue,report-congress' }).length > 0, fill: { demands: [...new Set(left.map(({ no }) => String(no)))].join('、') } }
}

const matterClosed: Asked = ({ state }) => ({ holds: state().closed })

/** What is corrected was put on record by the same organ. */
const ownAct: Asked = ({ attempt, timeline, actor }) => ({ holds: attempt?.of === undefined || actor === null || timeline.at(attempt.of)?.by === actor.organ })

/** The newest decision on the recusal of the person who asks: in force, refused, or none on record. */
function recusal({ timeline, on, actor }: Facts): 'ordered' | 'refused' | null {
  const person = actor?.person
  if (person === undefined) return null
  const last = timeline.acts.findLast(({ act, form, on: day }) => act === 'recuse' && day <= on && (form?.['person'] === person.name || form?.['person'] === person.id))
  return last === undefined ? null : last.result === 'refused' ? 'refused' : 'ordered'
}

/** Who asks was not told to stay out of this matter. */
const notRecused: Asked = (facts) => ({ holds: recusal(facts) !== 'ordered', fill: { person: facts.actor?.person?.name ?? '' } })

/** No standing tie of who asks concerns a party of this matter or the matter itself; one on which it was decided that nobody need stay out is none. */
const noTie: Asked = (facts) => {
  const { actor, matter, on } = facts
  const tie = actor?.ties?.find(({ organ, matter: id, from, to }) => from <= on && (to === null || on <= to) && ((organ !== undefined && organ in matter.organs) || (id !== undefined && id === matter.id)))
  return { holds: tie === undefined || recusal(facts) === 'refused', fill: { tie: tie?.note ?? (tie?.organ === undefined ? '' : matter.organs[tie.organ]?.name ?? tie.organ) } }
}

/** Who disagrees (`differs`) says why: one of the form's `fields` has words. */
const reasoned: Asked = ({ attempt }, args) => ({ holds: attempt?.form?.['differs'] !== true || listOf(args, 'fields').some((name) => String(attempt.form?.[name] ?? '').trim() !== '') })

/** The law never lets this act through here. */
const never: Asked = () => ({ holds: false })

export const recordConditions = {
  'on-record': onRecord, 'not-on-record': notOnRecord, 'fewer-than': fewerThan, 'first-time': firstTime, custody, 'no-custody': noCustody, 'paper-at': paperAt, 'no-paper': noPaper, received, unsigned, 'addressed-by': addressedBy,
  'form-says': formSays, 'objection-open': objectionOpen, 'no-objection-open': noObjectionOpen, answered, closable, 'matter-closed': matterClosed, 'own-act': ownAct, 'not-recused': notRecused, 'no-tie': noTie, reasoned, never,
} as const satisfies Readonly<Record<string, Asked>>

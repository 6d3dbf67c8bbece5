import { addDays, currentVersion, dueOf, type Day, type DueOptions, type Period } from '@hengjian/law'
import { actsNamed } from './conditions-record.ts'
import type { Duty } from './duty.ts'
import { listOf, type Arguments, type Asked, type Facts } from './facts.ts'
import { isAfter, openedOn } from './timeline.ts'
import { wordingOf } from './version.ts'

const performed = (duty: Duty): boolean => duty.status === 'discharged-in-time' || duty.status === 'discharged-late'
const gone = (duty: Duty): boolean => duty.status === 'superseded'
/** The last day is over and nothing was done by the day asked for. */
const ranOut = (duty: Duty, on: Day): boolean => !performed(duty) && duty.due !== null && duty.due < on

/** Duties of the named `rules` (and `label`) that have begun to run. */
function running({ duties }: Facts, args: Arguments): readonly Duty[] {
  const rules = listOf(args, 'rules')
  const label = args['label']
  return duties().filter((duty) => rules.includes(duty.rule) && (label === undefined || duty.label === label) && duty.status !== 'not-started' && !gone(duty))
}

const firstDay = (days: readonly (Day | null)[]): Day | undefined => days.filter((day) => day !== null).toSorted()[0]
const said = (duty: Duty | undefined): Readonly<Record<string, string>> => (duty?.due == null ? {} : { due: duty.due })
/** Not before the day after the last one of the duty that ends first. */
function whenOver(found: readonly Duty[], holds: boolean) {
  const due = firstDay(found.map((duty) => duty.due))
  return { holds, fill: said(found.find((duty) => duty.due === due)), ...(due === undefined ? {} : { earliest: addDays(due, 1) }) }
}

/** The period of one of the rules is over, or was answered within it. A period whose start is not known is not over. */
const over: Asked = (facts, args) => {
  const found = running(facts, args)
  return whenOver(found, found.some((duty) => performed(duty) || ranOut(duty, facts.on)))
}

/** The last day of one of the rules' periods is past, answered or not: time that the addressee has is time that it has. */
const elapsed: Asked = (facts, args) => {
  const found = running(facts, args)
  return whenOver(found, found.some(({ due }) => due !== null && due < facts.on))
}

/** The period of one of the rules ran out and the duty was not done, or only after its last day. */
const breached: Asked = (facts, args) => {
  const found = running(facts, args)
  return whenOver(found, found.some((duty) => ranOut(duty, facts.on) || duty.status === 'discharged-late'))
}

/** No duty of the rules still has time to run. */
const noneRunning: Asked = (facts, args) => {
  const found = running(facts, args).filter((duty) => !performed(duty) && !ranOut(duty, facts.on))
  return whenOver(found, found.length === 0)
}

/** The last day of the newest period of the rules is not over. Without such a period nothing is late. */
const within: Asked = (facts, args) => {
  const newest = running(facts, args).filter((duty) => duty.due !== null).at(-1)
  return { holds: newest === undefined || newest.due === null || facts.on <= newest.due, fill: said(newest) }
}

/** Every duty of the rules was done. */
const done: Asked = (facts, args) => ({ holds: running(facts, args).every(performed) })

/**
 * What came back falls short: a follow-up found a demand not or only partly done, a court or organ refused, or everything was disagreed with and no objection lodged.
 * @source 人民检察院检察建议工作规定第二十五条: 无正当理由不予整改或者整改不到位
 */
const shortfall: Asked = ({ state, timeline, on }, args) => {
  const since = args['since'] === undefined ? undefined : timeline.acts.findLast((act) => act.act === args['since'] && act.on <= on)
  if (args['since'] !== undefined && since === undefined) return { holds: false }
  const { demands } = state()
  const found = demands.some(({ state: at, finding }) => (at === 'verified-not-done' || at === 'verified-partly') && (since === undefined || finding === null || isAfter({ on: finding.on, n: finding.act }, since)))
  const refused = since === undefined && (timeline.acts.some((act) => act.act === 'reply' && act.result === 'refused' && act.on <= on)
    || (demands.length > 0 && demands.every(({ state: at, answer }) => at === 'answered' && answer?.state === 'disagreed')))
  const verified = timeline.acts.some((act) => act.act === 'verify' && (act.result === 'not-done' || act.result === 'partly') && act.on <= on && (since === undefined || isAfter(act, since)))
  return { holds: found || refused || verified }
}

/** The period of `rules` ran out, or what came back falls short (`since`: counted from the last such act). */
const breachedOrShort: Asked = (facts, args) => {
  const late = breachedNow(facts, args)
  return late.holds ? late : { ...late, holds: shortfall(facts, args).holds }
}
/** As `breached`, but an answer that came late is an answer. */
const breachedNow: Asked = (facts, args) => {
  const found = running(facts, args)
  return whenOver(found.filter((duty) => !performed(duty)), found.some((duty) => ranOut(duty, facts.on)))
}

/** There is something to verify: an answer, a period of `rules` that is over, or a duty for which nobody has set a period. */
const verifiable: Asked = (facts, args) => {
  const ended = over(facts, args)
  return { ...ended, holds: ended.holds || running(facts, args).some(({ due }) => due === null) || facts.timeline.acts.some((act) => act.act === 'reply' && act.on <= facts.on) }
}

/** A hearing is on record for the day asked for or later. */
const hearingAhead: Asked = ({ timeline, on }) => ({ holds: timeline.acts.some((act) => act.act === 'hear' && act.on >= on) })

/** The period of `rule`, counted from the newest act named, is over by the day asked for. */
const daysSince: Asked = (facts, args) => {
  const rule = facts.lawbook.rules.get(String(args['rule']))
  const since = actsNamed(facts, args).at(-1)
  if (rule === undefined || since === undefined) return { holds: false }
  const version = wordingOf(rule, since.on, openedOn(facts.timeline) ?? since.on, 'in-force-else-current') ?? currentVersion(rule)
  const { due } = dueOf(rule, version, since.on, {}, facts.lawbook)
  // What nobody has read bars nothing.
  if (due === null && (version.confidence ?? rule.confidence) === 'unverified') return { holds: true }
  return due === null ? { holds: false } : { holds: facts.on > due, earliest: addDays(due, 1), fill: { due } }
}

/**
 * The named act is on record by the last lawful day that `rule` (counted back, of `variant`) gives for an event on the day asked for: notice was given in time.
 * `due` is that last day.
 */
const givenBefore: Asked = (facts, args) => {
  const { lawbook, on, timeline } = facts
  const rule = lawbook.rules.get(String(args['rule']))
  if (rule === undefined) return { holds: false }
  const version = wordingOf(rule, on, openedOn(timeline) ?? on, 'in-force-else-current') ?? currentVersion(rule)
  const { due } = dueOf(rule, version, on, typeof args['variant'] === 'string' ? { variant: args['variant'] } : {}, lawbook)
  return due === null ? { holds: false } : { holds: actsNamed(facts, args).some((act) => act.on <= due), fill: { due } }
}

/** The period that a form field states (`field`, in `unit`) does not end after the rule's own, both counted from the day asked for. Nothing stated, nothing longer. */
const noLongerThan: Asked = ({ attempt, lawbook, on, timeline }, args) => {
  const rule = lawbook.rules.get(String(args['rule']))
  const amount = attempt?.form?.[String(args['field'])]
  if (rule === undefined || typeof amount !== 'number') return { holds: true }
  const version = wordingOf(rule, on, openedOn(timeline) ?? on, 'in-force-else-current') ?? currentVersion(rule)
  const ends = (options: DueOptions) => dueOf(rule, version, on, options, lawbook).due
  const [due, stated] = [ends({}), ends({ period: { amount, unit: String(args['unit']) as Period['unit'] } })]
  return due === null || stated === null ? { holds: true } : { holds: stated <= due, fill: { due } }
}

export const dutyConditions = { over, elapsed, breached, 'none-running': noneRunning, within, done, shortfall, 'breached-or-short': breachedOrShort, unanswered: breachedNow, verifiable, 'hearing-ahead': hearingAhead, 'days-since': daysSince, 'given-before': givenBefore, 'no-longer-than': noLongerThan } as const satisfies Readonly<Record<string, Asked>>

import { day, isDay, isInstant, legalDay, type Day, type Instant, type Lawbook } from '@hengjian/law'
import messages from '../messages/replay.json' with { type: 'json' }
import { agreementOf } from './agreement.ts'
import { dayRefusal } from './decide.ts'
import { duties } from './duties.ts'
import { permitted } from './permitted.ts'
import { fillText } from './refusals.ts'
import type { ReplayFile, ReplayResult } from './replay-file.ts'
import { endOfTime, matterOf } from './replay-matter.ts'
import { handlingOffice } from './roles.ts'

const words = (zh: string, values: Readonly<Record<string, string>>): string => fillText({ zh, en: zh }, values).zh

/**
 * Replays one timeline: which acts are legal moments, the duties that follow, what would be permitted now, and how far the file's own expectations agree.
 * Acts of a file are facts: they are refused only when they are no legal moment, never because the law forbade them (`refuse` asks that).
 * @param now  default: the file's `now`, else its last exact act
 */
export function replay(file: ReplayFile, lawbook: Lawbook, now?: Day | Instant): ReplayResult {
  const exact = file.acts.map(({ on }) => on).filter((on) => isDay(on)).toSorted()
  const stated = isDay(file.now) || isInstant(file.now) ? (file.now as Day | Instant) : undefined
  const moment: Day | Instant = now ?? stated ?? exact.at(-1) ?? day('1949-10-01')
  const matter = matterOf(file)
  const known = lawbook.procedures.has(file.procedure)
  const acts = file.acts.map(({ act, on }, i) => {
    const refusal = dayRefusal(on, undefined, endOfTime, lawbook)
    return { n: i + 1, act, on, accepted: refusal === null, ...(refusal === null ? {} : { refusedBecause: refusal.because.zh }) }
  })
  const office = handlingOffice(matter)
  const { agreement, asToday } = agreementOf(file, lawbook)
  const today = new Map(duties(matter, lawbook, moment, 'current').map((duty) => [duty.id, duty]))
  return {
    matter: { case: file.case, procedure: file.procedure, now: legalDay(moment), ...(known ? {} : { note: words(messages.unknownProcedure, { procedure: file.procedure }) }) },
    acts,
    duties: duties(matter, lawbook, moment, 'in-force-else-current').map((duty) => (asToday.has(duty.id) ? today.get(duty.id) ?? duty : duty)).map(({ rule, label, time, owedBy, openedBy, due, dueAt, dischargedBy, status, explained }) =>
      ({ rule, ...(label === undefined ? {} : { label }), ...(time === undefined ? {} : { time }), owedBy, openedBy, due, ...(dueAt === null ? {} : { dueAt }), ...(dischargedBy === undefined ? {} : { dischargedBy }), status, explained })),
    permitted: office === null ? [] : permitted(matter, lawbook, { organ: office, office: null }, moment),
    agreement,
  }
}

import { daysBetween, legalDay, minutesOf, type Day, type Explained, type Instant, type Lawbook } from '@hengjian/law'
import type { Act } from './act.ts'
import type { Duty, DutyStatus, Light } from './duty.ts'

type Shown = Pick<Duty, 'status' | 'light' | 'daysLeft'>
export type Standing = {
  readonly explained: Pick<Explained, 'due' | 'dueAt'>
  readonly discharge: Act | null
  /** The paper was withdrawn or amended, or the matter closed, on this day. */
  readonly ended: Day | null
  readonly paused: boolean
  readonly started: boolean
  /** A time to wait out: never late. */
  readonly waiting: boolean
  /** Something that may be done: it lapses with its last day. */
  readonly right: boolean
  readonly underReview: boolean
}

const nearDays = (lawbook: Lawbook): number => { const setting = lawbook.settings.get('light.near-days'); return typeof setting?.value === 'number' ? setting.value : 0 }

/** Was the act done within the period? A period in hours is compared by the instant, where the act's instant is known. */
const inTime = ({ due, dueAt }: Standing['explained'], act: Act): boolean =>
  due === null || (dueAt !== null && act.at !== undefined ? minutesOf(act.at) <= minutesOf(dueAt) : act.on <= due)

/** Status and light of a duty at a moment. `daysLeft` counts calendar days of legal time, negative when over. */
export function standingAt(standing: Standing, now: Instant | Day, lawbook: Lawbook): Shown {
  const { explained, discharge, ended, paused, started, waiting, right, underReview } = standing
  const today = legalDay(now)
  const { due, dueAt } = explained
  const daysLeft = due === null ? null : daysBetween(today, due)
  const shown = (status: DutyStatus, light: Light): Shown => ({ status, light, daysLeft: light === 'done' ? null : daysLeft })
  if (discharge !== null) return shown(waiting || inTime(explained, discharge) ? 'discharged-in-time' : 'discharged-late', 'done')
  if (ended !== null && (due === null || ended <= due || waiting)) return shown('superseded', 'done')
  if (!started) return { status: 'not-started', light: 'not-started', daysLeft: null }
  const over = dueAt !== null && now.length > 10 ? minutesOf(now as Instant) > minutesOf(dueAt) : due !== null && today > due
  if (waiting) return over ? shown('discharged-in-time', 'done') : shown('open', 'within')
  if (paused) return shown('suspended', 'paused')
  if (over && right) return shown('waived', 'done')
  if (over) return shown('overdue', underReview ? 'review' : 'overdue')
  if (underReview) return shown('open', 'review')
  return shown('open', daysLeft !== null && daysLeft <= nearDays(lawbook) ? 'near' : 'within')
}

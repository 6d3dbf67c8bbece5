import type { Calendar } from './calendar.ts'
import { endOf } from './count.ts'
import type { ComputingRegime } from './data.ts'
import { toNumber, type DayNumber } from './day.ts'
import type { DueOptions, ExtensionGiven, Pause } from './due.ts'
import { flag, type TrailStep } from './ledger.ts'
import type { RuleVersion, Unit } from './rule.ts'

type Base = { readonly from: DayNumber; readonly nominal: DayNumber; readonly unit: Unit; readonly peremptory: boolean; readonly back: boolean }
type Moved = { readonly nominal: DayNumber; readonly trail: readonly TrailStep[]; readonly flags: number; readonly stopped: boolean }

type Event = { readonly on: DayNumber; readonly extension?: ExtensionGiven; readonly pause?: Pause }

/**
 * Where extensions and suspensions bring the last day, taken in the order of their days. An extension is added to the last day before rolling; the days
 * from a suspension to its resumption do not count (the day of resumption does). Neither ever brings the last day nearer.
 * A peremptory period (不变期间) knows neither; a period before an event is not moved.
 */
export function moved({ from, nominal, unit, peremptory, back }: Base, version: RuleVersion, options: DueOptions, regime: ComputingRegime, calendar: Calendar): Moved {
  const events = [
    ...(options.extensions ?? []).map((extension): Event => ({ on: toNumber(extension.on), extension })),
    ...(options.pauses ?? []).map((pause): Event => ({ on: toNumber(pause.from), pause })),
  ].toSorted((a, b) => a.on - b.on)
  const trail: TrailStep[] = []
  let [at, flags, stopped, granted] = [nominal, 0, false, 0]
  for (const { on, extension, pause } of events) {
    if (peremptory || back) { trail.push({ kind: extension ? 'not-extendable' : 'not-pausable', on }); continue }
    if (stopped) continue
    if (extension) {
      const allowed = version.extension
      const { amount, unit: of } = extension.period ?? allowed ?? { amount: null, unit: null }
      if (allowed === null && extension.period === undefined) { trail.push({ kind: 'not-extendable', on }); continue }
      if (amount === null || of === null) { trail.push({ kind: 'extended-unstated', on }); flags |= flag.unstated; continue }
      if (on > calendar.rollForward(at)) { trail.push({ kind: 'extended-late', on }); flags |= flag.late }
      at = endOf(at, amount, of, regime.months, false, calendar)
      trail.push({ kind: 'extended', on, to: at, period: { amount, unit: of } })
      granted += 1
      if (allowed !== null && allowed.times !== null && granted > allowed.times) { trail.push({ kind: 'extended-again', on, times: allowed.times }); flags |= flag.again }
    } else if (pause) {
      const first = Math.max(on, from + 1)
      const until = pause.to === null ? null : Math.max(toNumber(pause.to), first)
      if (first > at || until === first) { trail.push({ kind: 'no-effect', on }); continue }
      const left = unit === 'working-days' ? workingIn(first, at, calendar) : at - first + 1
      if (until === null) { trail.push({ kind: 'paused-open', on: first, left, because: pause.because }); flags |= flag.paused; stopped = true; continue }
      at = unit === 'working-days' ? Math.max(at, left === 0 ? at : calendar.addWorking(until - 1, left)) : until - 1 + left
      trail.push({ kind: 'paused', on: first, until, to: at, because: pause.because })
    }
  }
  return { nominal: at, trail, flags, stopped }
}

/** Working days of a run, both ends included. */
function workingIn(first: DayNumber, last: DayNumber, calendar: Calendar): number {
  let count = 0
  for (let n = first; n <= last; n++) if (calendar.isWorking(n)) count++
  return count
}

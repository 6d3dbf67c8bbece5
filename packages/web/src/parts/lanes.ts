// What the two-lane timeline shows, in order from the future downwards. Plain data, so that it can be tested without a screen.
import type { Act, Day, Duty } from '../api/wire.gen.ts'

export type LaneRow =
  | { readonly kind: 'ahead'; readonly key: string; readonly day: Day; readonly duty: Duty; readonly banded: boolean }
  | { readonly kind: 'today'; readonly key: 'today'; readonly banded: boolean }
  | { readonly kind: 'acts'; readonly key: string; readonly day: Day; readonly showDay: boolean; readonly ours: Act | null; readonly theirs: Act | null; readonly banded: boolean }

const open = (duty: Duty): boolean => duty.status === 'open' || duty.status === 'overdue' || duty.status === 'suspended'

/** The running period that the band shows: the selected duty, else the other organ's earliest open one, else our own. */
export const bandOf = (duties: readonly Duty[], selected?: string): Duty | undefined => {
  const running = duties.filter((duty) => open(duty) && duty.due !== null).sort((a, b) => Number(a.ours) - Number(b.ours) || (a.due ?? '').localeCompare(b.due ?? ''))
  return running.find((duty) => duty.id === selected) ?? (selected === undefined ? running[0] : undefined) ?? running[0]
}

/**
 * Future ends of open periods first, then "today", then the acts, newest first. An act of ours and one of theirs that follow each
 * other on the same day share a row (service and acknowledgement). Days are legal days of Asia/Shanghai, compared as text.
 */
export const laneRows = (acts: readonly Act[], duties: readonly Duty[], today: Day, band?: Duty): readonly LaneRow[] => {
  const start = band === undefined ? undefined : acts.find((act) => act.n === band.openedBy)?.on
  const end = band?.due ?? undefined
  const within = (day: Day): boolean => start !== undefined && end !== undefined && day >= start && day <= (end > today ? end : today)
  const ahead = duties.filter((duty) => open(duty) && duty.due !== null && duty.due >= today)
    .sort((a, b) => (b.due ?? '').localeCompare(a.due ?? ''))
    .map((duty): LaneRow => ({ kind: 'ahead', key: duty.id, day: duty.due ?? today, duty, banded: within(duty.due ?? today) }))
  const past: LaneRow[] = []
  for (const act of [...acts].sort((a, b) => b.on.localeCompare(a.on) || b.n - a.n)) {
    const last = past.at(-1)
    const ours = act.side === 'procuratorate'
    if (last?.kind === 'acts' && last.day === act.on && (ours ? last.ours : last.theirs) === null) {
      past[past.length - 1] = { ...last, ...(ours ? { ours: act } : { theirs: act }) }
      continue
    }
    past.push({ kind: 'acts', key: act.id, day: act.on, showDay: !(last?.kind === 'acts' && last.day === act.on), ours: ours ? act : null, theirs: ours ? null : act, banded: within(act.on) })
  }
  return [...ahead, { kind: 'today', key: 'today', banded: within(today) }, ...past]
}

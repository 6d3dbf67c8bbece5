// What of a calendar is shown beside an explained date.
import type { CalendarDay, Day, Explained, Step } from '../api/wire.gen.ts'

/** Seven days of the calendar with the end near their end; none when the end is not among them. */
export const weekAround = (days: readonly CalendarDay[], due: Day | null): readonly CalendarDay[] => {
  const at = days.findIndex((one) => one.day === due)
  if (at < 0) return []
  const from = Math.max(0, Math.min(at - 5, days.length - 7))
  return days.slice(from, from + 7)
}

/** The day on which the bare period was full, before it rolled forward. */
export const fullOn = (explained: Explained): Day | null => {
  const period = explained.steps.findLast((step) => (step.sign === 'period' || step.sign === 'extend') && step.date !== null)?.date ?? null
  return period !== explained.due ? period : null
}

/** The words of a line of the ledger: a few for the panel, the whole sentence for title and paper; a line that says only its date is named by its sign. */
export const wordsOf = (step: Step, chinese: boolean, signNames: Readonly<Record<Step['sign'], string>>): { readonly few: string; readonly whole: string; readonly provision: string } => {
  const said = chinese ? step.what : step.whatEn
  const whole = said === step.date ? signNames[step.sign] : said
  return { few: (chinese ? step.brief : step.briefEn) ?? whole, whole, provision: (chinese ? step.chip : step.chipEn) ?? step.provision }
}

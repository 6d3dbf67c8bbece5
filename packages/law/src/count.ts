// Counting on day numbers only: no text, no objects made. What a person reads is made in explain.ts.
import type { Calendar } from './calendar.ts'
import { addMonthsTo, type DayNumber, type MonthRegime } from './day.ts'
import type { Unit } from './rule.ts'

/**
 * The last day of a period before any rolling. The first day does not count unless `inclusive`.
 *
 * @param start  the day of the event
 * @param amount in `unit`s; 0 is the day itself; negative counts back (at least so long before)
 * @source 刑事诉讼法第一百零五条; 民事诉讼法第八十五条; 最高人民法院刑诉法解释第二百零二条
 */
export function endOf(start: DayNumber, amount: number, unit: Unit, months: MonthRegime, inclusive: boolean, calendar: Calendar): DayNumber {
  switch (unit) {
    case 'days': return start + amount - (inclusive && amount > 0 ? 1 : 0)
    case 'months': return addMonthsTo(start, amount, months) - (inclusive && amount > 0 ? 1 : 0)
    case 'years': return addMonthsTo(start, amount * 12, months) - (inclusive && amount > 0 ? 1 : 0)
    case 'working-days': return calendar.addWorking(inclusive && amount > 0 && calendar.isWorking(start) ? start - 1 : start, amount)
    case 'hours': return start + Math.ceil(amount / 24)
    default: { const never: never = unit; throw new RangeError(String(never)) }
  }
}

/** The last day, moved to the next working day where the regime says so (期间的最后一日为节假日的，以节假日后的第一日为期满日期). */
export function dueNumber(start: DayNumber, amount: number, unit: Unit, months: MonthRegime, inclusive: boolean, roll: boolean, calendar: Calendar): DayNumber {
  const end = endOf(start, amount, unit, months, inclusive, calendar)
  return roll ? calendar.rollForward(end) : end
}

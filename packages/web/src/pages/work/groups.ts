import type { DutyRow } from '../../api/wire.gen.ts'

export const groupIds = ['overdue', 'today', 'three', 'seven', 'later'] as const
export type GroupId = (typeof groupIds)[number]

/** Under which heading a duty stands. The light comes from the law's thresholds; the headings only sort by days that remain. */
export const groupOf = ({ duty }: DutyRow): GroupId => {
  const left = duty.daysLeft
  if (duty.light === 'overdue' || duty.status === 'overdue') return 'overdue'
  if (left === null || left < 0) return 'later'
  return left === 0 ? 'today' : left <= 3 ? 'three' : left <= 7 ? 'seven' : 'later'
}

export const grouped = (rows: readonly DutyRow[]): readonly { readonly id: GroupId; readonly rows: readonly DutyRow[] }[] =>
  groupIds.map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) })).filter((group) => group.rows.length > 0)

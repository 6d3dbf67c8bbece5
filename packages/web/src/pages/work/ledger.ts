// The list of duties as a table for a spreadsheet: what is shown is what is exported.
import type { DutyRow, Text } from '../../api/wire.gen.ts'
import { saying } from '../../parts/saying.ts'
import type { Words } from '../../words/words.ts'

/** A cell that a spreadsheet would take for a formula is made text; quotes are doubled. */
export const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** CSV in UTF-8 with a byte order mark, so that the usual spreadsheets read Chinese at once. */
export const ledgerOf = (rows: readonly DutyRow[], words: Pick<Words, 'work' | 'light' | 'day'>, text: (of: Text) => string): string => {
  const lines = rows.map(({ duty, matter, creates }) => [
    saying(duty, words).short, duty.due ?? '', text(duty.owedBy.name), text(duty.obligation), matter.title, matter.no, text(duty.chip), text(duty.calc), creates === null ? '' : `${text(creates.obligation)} ${creates.due ?? ''}`.trim(),
  ])
  return `\uFEFF${[words.work.ledger.head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

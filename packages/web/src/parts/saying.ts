// What a light says, apart from how it looks.
import type { Duty, Light } from '../api/wire.gen.ts'
import type { Words } from '../words/words.ts'

/** Colour class of each light; the shape below tells the same without colour, the text without either. */
export const toneOf = { 'overdue': 'red', 'near': 'amber', 'within': 'green', 'paused': 'grey', 'not-started': 'grey', 'review': 'violet', 'done': 'done' } as const satisfies Record<Light, string>

export type Dated = Pick<Duty, 'light' | 'status' | 'due' | 'daysLeft'>

/** What the light of a duty says: short for the eye, a full sentence for the ear. */
export const saying = (duty: Dated, { light: words, day }: Pick<Words, 'light' | 'day'>): { readonly short: string; readonly whole: string } => {
  const due = duty.due === null ? '' : day.full(duty.due)
  const plain = (short: string): { short: string; whole: string } => ({ short, whole: due === '' ? short : `${short} ${words.ends(due)}` })
  const left = duty.daysLeft
  if (duty.status === 'waived') return plain(words.waived)
  if (duty.status === 'superseded') return plain(words.superseded)
  switch (duty.light) {
    case 'overdue': return left === null || left >= 0 ? plain(words.late) : { short: words.overdue(-left), whole: words.sayOverdue(-left, due) }
    case 'near': case 'within':
      if (left === null) return plain(duty.light === 'near' ? words.near : words.within)
      return left === 0 ? { short: words.today, whole: words.sayToday(due) } : left < 0 ? { short: words.overdue(-left), whole: words.sayOverdue(-left, due) } : { short: words.left(left), whole: words.sayLeft(left, due) }
    case 'paused': return plain(words.paused)
    case 'not-started': return plain(words.notStarted)
    case 'review': return plain(words.review)
    case 'done': return plain(duty.status === 'discharged-late' ? words.doneLate : words.done)
  }
}

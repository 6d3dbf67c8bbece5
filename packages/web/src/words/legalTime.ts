// Days and instants as people read them. Days are text already; instants are shown in legal time, whatever the machine's zone.
import type { Day, Instant } from '../api/wire.gen.ts'

const clockOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The legal day and time of an instant: { day: '2026-10-13', time: '09:10' }. */
export const legal = (instant: Instant | number): { readonly day: Day; readonly time: string } => {
  const part = Object.fromEntries(clockOf.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
export const parts = (day: Day): { readonly y: number; readonly m: number; readonly d: number } => ({ y: Number(day.slice(0, 4)), m: Number(day.slice(5, 7)), d: Number(day.slice(8, 10)) })
/** Numbers in groups of three with a thin space: 1 027. */
export const number = (n: number): string => n.toLocaleString('en-US').replaceAll(',', '\u2009')

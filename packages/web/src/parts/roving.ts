import type { KeyboardEvent } from 'react'
import { singleKeys } from '../shell/look.ts'

/** What the single keys of a list do to the row that has the focus; a row is marked by `data-row`. */
export type RowKeys = Readonly<Record<string, (row: HTMLElement) => void>>

const typing = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input,textarea,select,[contenteditable=true],[role=dialog]') !== null

/**
 * Keyboard of a list: J K and arrows move the focus between rows, Home and End jump, Enter on the row itself opens it, and `keys` add
 * letters. Letters work only while a row has the focus and can be switched off by the person.
 */
export const rowKeys = (keys: RowKeys, open: (row: HTMLElement) => void) => (event: KeyboardEvent<HTMLElement>): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
  const at = row === null ? -1 : rows.indexOf(row)
  const letter = event.key.toLowerCase()
  const to = (i: number): void => { rows[Math.max(0, Math.min(rows.length - 1, i))]?.focus(); event.preventDefault() }
  if (event.key === 'ArrowDown' || (singleKeys() && letter === 'j')) return to(at + 1)
  if (event.key === 'ArrowUp' || (singleKeys() && letter === 'k')) return to(at - 1)
  if (event.key === 'Home') return to(0)
  if (event.key === 'End') return to(rows.length - 1)
  if (row === null) return
  if (event.key === 'Enter' && event.target === row) { event.preventDefault(); open(row); return }
  const then = singleKeys() && letter.length === 1 ? keys[letter] : undefined
  if (then !== undefined) { event.preventDefault(); then(row) }
}

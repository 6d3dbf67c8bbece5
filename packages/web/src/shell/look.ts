// How a person wants to see the product: kept on this machine for each person, so that signing in on a shared computer gives everyone
// their own type size again. Must agree with public/look.js, which applies it before the first paint.
import { useSyncExternalStore } from 'react'
import { speak, type Language } from '../words/words.ts'

export type Look = {
  readonly theme: 'light' | 'dark'
  readonly size: 'normal' | 'large'
  readonly density: 'standard' | 'compact'
  readonly language: Language
  /** Single-key shortcuts in lists (WCAG 2.1.4: can be switched off). */
  readonly keys: boolean
  readonly side: 'open' | 'mini'
}

const usual: Look = { theme: 'light', size: 'normal', density: 'standard', language: 'zh', keys: true, side: 'open' }
const place = (person: string | null): string => (person === null ? 'hengjian.look' : `hengjian.look.${person}`)

const read = (person: string | null): Look | null => {
  try {
    const kept = localStorage.getItem(place(person))
    return kept === null ? null : { ...usual, ...(JSON.parse(kept) as Partial<Look>) }
  } catch { return null }
}

let look: Look = read(null) ?? usual
let who: string | null = null
const listeners = new Set<() => void>()

const apply = async (next: Look): Promise<void> => {
  look = next
  const html = document.documentElement
  for (const [name, value, plain] of [['theme', next.theme, 'light'], ['size', next.size, 'normal'], ['density', next.density, 'standard']] as const) {
    if (value === plain) delete html.dataset[name]
    else html.dataset[name] = value
  }
  await speak(next.language)
  for (const listener of listeners) listener()
}

/** Before the first rendering: what the last person on this machine used. */
export const startLook = (): Promise<void> => apply(look)

/** From now on the look of this person; the first time it starts as what is shown now. */
export const lookOf = async (person: string): Promise<void> => {
  if (who === person) return
  who = person
  await apply(read(person) ?? look)
}

export const setLook = (change: Partial<Look>): void => {
  const next = { ...look, ...change }
  try {
    localStorage.setItem(place(null), JSON.stringify(next))
    if (who !== null) localStorage.setItem(place(who), JSON.stringify(next))
  } catch { /* a browser without storage forgets it, nothing else */ }
  void apply(next)
}

export const useLook = (): Look => useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener) }, () => look)
export const singleKeys = (): boolean => look.keys

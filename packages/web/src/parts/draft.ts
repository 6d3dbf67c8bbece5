// Drafts that never leave this machine until they are put on record. A draft is kept per person, matter and act.
import type { Values } from './newAct.ts'

export type Draft = { readonly values: Values; readonly savedAt: number; readonly typed: readonly string[] }

const key = (person: string, matter: string, act: string): string => `hengjian.draft/${person}/${matter}/${act}`

/** Null when there is none, or when the browser keeps nothing. */
export const readDraft = (person: string, matter: string, act: string): Draft | null => {
  try {
    const text = localStorage.getItem(key(person, matter, act))
    return text === null ? null : (JSON.parse(text) as Draft)
  } catch {
    return null
  }
}

/** False when the browser keeps nothing (private window, full storage): the page says so instead of promising. */
export const keepDraft = (person: string, matter: string, act: string, draft: Draft): boolean => {
  try {
    localStorage.setItem(key(person, matter, act), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (person: string, matter: string, act: string): void => {
  try {
    localStorage.removeItem(key(person, matter, act))
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}

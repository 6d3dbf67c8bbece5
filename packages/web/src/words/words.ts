// The words of the interface. Chinese is always there; English is fetched when it is asked for. Components get words by hooks; the few
// places outside of React (the HTTP client) by `wordsNow`.
import { useSyncExternalStore } from 'react'
import type { Text } from '../api/wire.gen.ts'
import { zh } from './zh.ts'

export type Words = typeof zh
export type Language = 'zh' | 'en'

let current: { readonly language: Language; readonly words: Words } = { language: 'zh', words: zh }
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Switches the whole interface; resolves once the words are there. */
export const speak = async (language: Language): Promise<void> => {
  if (language === current.language) return
  const words = language === 'zh' ? zh : (await import('./en.ts')).en
  current = { language, words }
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

export const wordsNow = (): Words => current.words
export const useWords = (): Words => useSyncExternalStore(subscribe, () => current.words)
export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => current.language)

const inChinese = (text: Text): string => text.zh
const inEnglish = (text: Text): string => (text.en === '' ? text.zh : text.en)
/** Picks the language of the reader out of data that carries both. */
export const useText = (): ((text: Text) => string) => (useLanguage() === 'zh' ? inChinese : inEnglish)

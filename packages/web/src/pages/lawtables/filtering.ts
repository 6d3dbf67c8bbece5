// Filtering of a table by the words in the library's box: every word must stand somewhere in the row.
import { folded, wordsOf } from '@hengjian/law'

/** Rows in which every word of `q` stands; all rows for an empty one. Articles are found in any writing. */
export function filtered<T>(rows: readonly T[], q: string | undefined, words: (row: T) => string): readonly T[] {
  const asked = wordsOf(q ?? '')
  if (asked.length === 0) return rows
  return rows.filter((row) => { const text = folded(words(row)); return asked.every((word) => text.includes(word)) })
}

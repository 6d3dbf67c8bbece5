import { isDay, isInstant } from '@hengjian/law'

/** Collects conditions and their values; `$?` stands for the value's number. Values never go into the text. */
export type Where = { add(condition: string, ...values: readonly unknown[]): void; value(value: unknown): string; text(): string; readonly values: readonly unknown[] }

export function where(): Where {
  const values: unknown[] = []
  const conditions: string[] = []
  const value = (one: unknown): string => `$${values.push(one)}`
  return { values, value, add: (condition, ...given) => { let i = 0; conditions.push(condition.replace(/\$\?/g, () => value(given[i++]))) }, text: () => (conditions.length === 0 ? 'true' : conditions.join(' and ')) }
}

/** A text as a pattern for `ilike` that means only itself. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A cursor is the sort key of the last row shown. */
export const cursorOf = (parts: readonly (string | null)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

type CursorPart = 'day' | 'day or none' | 'instant' | 'uuid' | 'text'
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}[+-]\d{2}:\d{2}$/
const isPart = (kind: CursorPart, part: unknown): boolean => {
  if (part === null) return kind === 'day or none'
  if (typeof part !== 'string') return false
  switch (kind) {
    case 'day': case 'day or none': return isDay(part)
    case 'instant': return instant.test(part) && isInstant(part.replace(/\.\d+/, ''))
    case 'uuid': return uuid.test(part)
    // What the database cannot take as text was never a key of ours.
    case 'text': return !part.includes('\0') && part.isWellFormed()
  }
}

/** The parts of a cursor, each of its kind; one that was not made here starts from the beginning and never reaches the database. */
export function fromCursor(cursor: string | undefined, kinds: readonly CursorPart[]): readonly (string | null)[] | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    return Array.isArray(parts) && parts.length === kinds.length && kinds.every((kind, i) => isPart(kind, parts[i])) ? parts : null
  } catch { return null }
}

export const limited = (limit: number | undefined, usual: number, most: number): number => Math.min(Math.max(1, Math.trunc(limit ?? usual)), most)

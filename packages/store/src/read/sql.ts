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

/** A cursor is the sort key of the last row shown; one that was not made here starts from the beginning. */
export const cursorOf = (parts: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
export function fromCursor(cursor: string | undefined, length: number): readonly (string | number | null)[] | null {
  if (cursor === undefined || cursor === '') return null
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    return Array.isArray(parts) && parts.length === length && parts.every((part) => part === null || typeof part === 'string' || typeof part === 'number') ? parts : null
  } catch { return null }
}

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const limited = (limit: number | undefined, usual: number, most: number): number => Math.min(Math.max(1, Math.trunc(limit ?? usual)), most)

import type { Directory } from '@hengjian/store'
import { randomBytes } from 'node:crypto'

/** The installation's secret: production brings its own; a demonstration makes one and keeps it with its data. */
export async function secretOf(directory: Directory, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const kept = await directory.setting('secret')
  if (kept !== null) return kept
  const fresh = randomBytes(32).toString('base64url')
  await directory.saveSetting('secret', fresh)
  return fresh
}

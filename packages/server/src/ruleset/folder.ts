// A rule set in a folder: its YAML files (and what explains it) by their path within it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SetTexts } from './read.ts'

const largest = 8 * 1024 * 1024

/** Two levels, no links followed, nothing hidden. Throws RangeError where the folder is none, holds no file or too much. */
export function textsOfFolder(folder: string): SetTexts {
  const found: Record<string, string> = {}
  let size = 0
  const take = (dir: string, prefix: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = path.join(dir, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && prefix === '') take(place, `${entry.name}/`)
      if (!entry.isFile() || !/\.(yaml|md|txt)$/.test(entry.name)) continue
      size += statSync(place).size
      if (size > largest) throw new RangeError(`${folder} holds more than ${largest / 1024 / 1024} MB`)
      found[prefix + entry.name] = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(place))
    }
  }
  take(folder, '')
  if (Object.keys(found).length === 0) throw new RangeError(`${folder} holds no rule set: no book.yaml and no other YAML file`)
  return found
}

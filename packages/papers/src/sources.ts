import type { LawSource } from './checking.ts'

type Found = Map<string, LawSource>

/** Gathers everything that quotes a provision, wherever it stands in the lawbook; days in force come from the version around it. */
function gather(value: unknown, inForce: LawSource['inForce'], found: Found): void {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Map) { for (const one of value.values()) gather(one, inForce, found); return }
  if (Array.isArray(value)) { for (const one of value) gather(one, inForce, found); return }
  const row = value as Readonly<Record<string, unknown>>
  if (typeof row['law'] === 'string' && typeof row['article'] === 'string' && typeof row['quote'] === 'string' && typeof row['versionDate'] === 'string') {
    const source: LawSource = { law: row['law'], article: row['article'], versionDate: row['versionDate'], ...(inForce === undefined ? {} : { inForce }) }
    found.set(`${source.law}\n${source.article}\n${source.versionDate}\n${inForce?.from ?? ''}\n${inForce?.to ?? ''}`, source)
    return
  }
  const own = row['inForce'] as LawSource['inForce'] | undefined
  for (const one of Object.values(row)) gather(one, typeof own === 'object' && own !== null ? own : inForce, found)
}

const known = new WeakMap<object, readonly LawSource[]>()

/** All provisions that a lawbook quotes, each once, with the days in force of the rule version that quotes it. Gathered once for a lawbook. */
export function lawSources(lawbook: object): readonly LawSource[] {
  const before = known.get(lawbook)
  if (before !== undefined) return before
  const found: Found = new Map()
  gather(lawbook, undefined, found)
  const all = [...found.values()]
  known.set(lawbook, all)
  return all
}

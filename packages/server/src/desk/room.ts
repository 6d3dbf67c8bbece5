// What every use case works with, and the names that views show.
import type { Instant, Lawbook } from '@hengjian/law'
import type { Store } from '@hengjian/store'
import type { Organ } from './shapes.ts'

export type Room = {
  readonly store: Store
  readonly lawbook: Lawbook
  /** Folder of this installation; deliveries are kept under it. */
  readonly dataDir: string
  readonly say: (line: string) => void
  readonly names: () => Promise<Names>
  /** The moment that the product takes as now, for what nobody asks under a session. */
  readonly now: () => Instant
}

export type Names = {
  /** An organ by id. An id that the directory does not know is shown as it stands, never hidden. */
  readonly organ: (id: string) => Organ
  readonly all: readonly Organ[]
  readonly byName: (name: string) => Organ | undefined
}

const namesOf = (organs: readonly Organ[]): Names => {
  const byId = new Map(organs.map((organ) => [organ.id, organ]))
  const byName = new Map(organs.flatMap((organ) => [[organ.name.zh, organ], [organ.short.zh, organ]] as const))
  return {
    all: organs, byName: (name) => byName.get(name.trim()),
    organ: (id) => byId.get(id) ?? { id, name: { zh: id, en: id }, short: { zh: id, en: id }, role: 'unit', level: '', superior: null, division: null },
  }
}

/** The directory, read again at most every half minute: organs hardly ever change. */
export function namesFrom(store: Store): () => Promise<Names> {
  let kept: { readonly names: Names; readonly until: number } | undefined
  return async () => {
    if (kept === undefined || performance.now() > kept.until) {
      const organs = await store.directory.organs()
      kept = { names: namesOf(organs.map((organ) => ({ ...organ }))), until: performance.now() + (organs.length === 0 ? 0 : 30_000) }
    }
    return kept.names
  }
}

// The demonstration city: Hohhot as it would look on a working day, with matters in every state, all invented.
import type { Instant, Lawbook } from '@hengjian/law'
import type { Store } from '@hengjian/store'
import { openDesk } from '../desk/open.ts'
import { decideSome, fillLake } from './lake.ts'
import { cityOrgans } from './organs.ts'
import { holders, saveAccounts, savePeople, type CreateAccount } from './people.ts'
import { recordAll, type Trouble } from './record.ts'

export type SeedOptions = {
  readonly lawbook: Lawbook
  readonly dataDir: string
  readonly now: Instant
  readonly createAccount: CreateAccount
  readonly say: (line: string) => void
  /** The papers that went out are made as PDF; without them the city stands sooner. */
  readonly attach?: boolean
}

const mark = 'seed'

/** Fills a store that was not filled before. Returns the acts that the law refused: none, unless the law has changed under the city. */
export async function seedCity(store: Store, { lawbook, dataDir, now, createAccount, say, attach = true }: SeedOptions): Promise<readonly Trouble[]> {
  if (await store.directory.setting(mark) !== null) return []
  say('Building the demonstration city …')
  for (const organ of cityOrgans()) await store.directory.saveOrgan(organ)
  await savePeople(store)
  const { holder, used } = holders()
  const desk = openDesk({ store, lawbook, dataDir, say, now: () => now })
  // Data is checked by processes of their own, passwords by threads: both while the acts go on record one after the other.
  const [trouble] = await Promise.all([recordAll({ store, lawbook, now, holder, attach }), saveAccounts(store, createAccount), fillLake(desk, store, now)])
    .catch(async (error: unknown) => { await desk.close(); throw error })
  for (const { person, organ, office } of used()) {
    await store.directory.savePerson(person)
    await store.directory.savePost({ id: `${person.id}-1`, person: person.id, organ, office, title: { zh: office, en: office }, department: null, clearance: 'ordinary' })
  }
  await store.refreshDuties(now)
  await decideSome(desk, store, now).finally(() => desk.close())
  await store.proofs.seal()
  await store.directory.saveSetting(mark, now)
  for (const { matter, key, why } of trouble) say(`The city goes without act '${key}' of '${matter}': ${why}`)
  return trouble
}

import type { Text } from '@hengjian/law'
import type { PersonRow, Store } from '@hengjian/store'
import { peopleData, type PostSpec } from './data.ts'

export type CreateAccount = (account: { readonly name: string; readonly person: string; readonly password: string; readonly secondFactor: boolean; readonly demo?: Readonly<Record<string, unknown>> }) => Promise<unknown>

/** One password for all demonstration accounts; it is printed at the start and shown on the sign-in page. */
export const demoPassword = 'Hengjian-2026'

const titleOf = (titles: Readonly<Record<string, Text>>, post: PostSpec): Text => post.title ?? titles[post.office] ?? { zh: post.office, en: post.office }

/** Persons and their posts. */
export async function savePeople(store: Store): Promise<void> {
  const { titles, departments, persons } = peopleData()
  for (const { id, name, posts } of persons) {
    await store.directory.savePerson({ id, name })
    for (const [i, post] of posts.entries())
      await store.directory.savePost({ id: `${id}-${i + 1}`, person: id, organ: post.organ, office: post.office, title: titleOf(titles, post), department: post.department === undefined ? null : departments[post.department] ?? null, clearance: post.clearance ?? 'ordinary' })
  }
}

/** Their accounts, in the order in which the sign-in page offers them. Staff has a second factor. */
export async function saveAccounts(store: Store, createAccount: CreateAccount): Promise<void> {
  const { titles, persons } = peopleData()
  const organs = new Map((await store.directory.organs()).map((organ) => [organ.id, organ]))
  for (const [order, { id, name, account, what, posts: [first] }] of persons.entries()) {
    if (first === undefined) continue
    const organ = organs.get(first.organ)
    await createAccount({ name: account, person: id, password: demoPassword, secondFactor: first.office !== 'liaison', demo: { order, password: demoPassword, person: name, organ: organ?.short ?? { zh: first.organ, en: first.organ }, office: first.office, title: titleOf(titles, first), what } })
  }
}

export type Holders = (organ: string, office: string) => PersonRow

/** Who holds an office of an organ: a person with an account where there is one, else somebody of the list, always the same. */
export function holders(): { readonly holder: Holders; readonly used: () => readonly { readonly person: PersonRow; readonly organ: string; readonly office: string }[] } {
  const { persons, names } = peopleData()
  const given = new Map<string, { readonly person: PersonRow; readonly organ: string; readonly office: string }>()
  const holder: Holders = (organ, office) => {
    const known = persons.find(({ posts }) => posts.some((post) => post.organ === organ && post.office === office))
    if (known !== undefined) return { id: known.id, name: known.name }
    const key = `${organ}/${office}`
    const before = given.get(key)
    if (before !== undefined) return before.person
    const person = { id: `p-${organ}-${office}`, name: names[given.size % names.length] ?? organ }
    given.set(key, { person, organ, office })
    return person
  }
  return { holder, used: () => [...given.values()] }
}

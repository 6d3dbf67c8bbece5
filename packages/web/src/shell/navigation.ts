// What each role finds at the left, in the order of its work. Only pages that exist are listed.
import type { Session } from '../api/wire.gen.ts'
import type { IconName } from '../parts/Icon.tsx'
import { paths, type Path } from '../paths.ts'
import type { Words } from '../words/words.ts'

export type Entry = { readonly to: Path; readonly icon: IconName; readonly title: (words: Words) => string; readonly key?: string }
export type Group = { readonly title?: (words: Words) => string; readonly entries: readonly Entry[] }

const work: Entry = { to: paths.work, icon: 'home', title: ({ shell }) => shell.nav.work, key: 'w' }
const matters: Entry = { to: paths.matters, icon: 'list', title: ({ shell }) => shell.nav.matters, key: 's' }
const clues: Entry = { to: paths.clues, icon: 'inbox', title: ({ shell }) => shell.nav.clues, key: 'i' }
const data: Entry = { to: paths.deliveries, icon: 'db', title: ({ shell }) => shell.nav.deliveries, key: 'd' }
const models: Entry = { to: paths.models, icon: 'flow', title: ({ shell }) => shell.nav.models, key: 'm' }
const ladder: Entry = { to: paths.ladder, icon: 'ladder', title: ({ shell }) => shell.nav.ladder, key: 'l' }
const rules: Entry = { to: paths.rules, icon: 'book', title: ({ library }) => library.title, key: 'r' }
const verify: Entry = { to: paths.verify, icon: 'shield', title: ({ verify: words }) => words.title, key: 'v' }
const states: Entry = { to: paths.states, icon: 'eye', title: ({ shell }) => shell.nav.states }

export const groupsFor = (session: Session): readonly Group[] => {
  const manage: Group = { title: ({ shell }) => shell.nav.manage, entries: [rules, verify, states] }
  switch (session.post.office) {
    case 'liaison': return [
      { entries: [{ to: paths.liaison, icon: 'home', title: ({ shell }) => shell.nav.liaison, key: 'w' }, { ...matters, title: ({ shell }) => shell.nav.allMatters }] },
      { title: ({ shell }) => shell.nav.cooperation, entries: [{ ...data, title: ({ shell }) => shell.nav.supply }] }, { title: ({ shell }) => shell.nav.materials, entries: [verify, rules] }]
    case 'congress': return [{ entries: [{ ...ladder, title: ({ shell }) => shell.nav.board }, { ...work, key: 'w' }] }, { title: ({ shell }) => shell.nav.materials, entries: [{ ...matters, title: ({ shell }) => shell.nav.allMatters }, rules, verify] }]
    case 'analyst': return [{ entries: [models, clues, data] }, { title: ({ shell }) => shell.nav.materials, entries: [matters, rules, verify] }]
    case 'system-admin': case 'security-admin': case 'audit-admin': return [{ entries: [verify, rules, states] }]
    case 'law-admin': return [{ entries: [rules, verify] }]
    case 'supervisor': return [{ entries: [work, matters] }, manage]
    case 'assistant': case 'prosecutor': case 'department-head': case 'chief': case 'committee': case 'case-management':
      return [{ entries: [work, matters, clues, ladder] }, { title: ({ shell }) => shell.nav.ability, entries: [models, data] }, manage]
  }
}

/** Where a role begins its day. */
export const homeOf = (session: Session): Path => groupsFor(session)[0]?.entries[0]?.to ?? paths.states

// Browsing and searching: the Decision and its rules, areas, who owes; everything by words; the open matters in which a rule runs.
import { entriesOf, find, legalDay, wordsOf, type Entry } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import { good } from './answers.ts'
import { procedureNamed, roleNamed, rowOf } from './library-names.ts'
import { textsIn, type Texts } from './library-texts.ts'
import { usesOf } from './library-uses.ts'
import { summaryView } from './views.ts'

export const lawOverview = ({ lawbook: book, dataDir }: Room): Desk['lawOverview'] => async () => {
  const rules = [...book.rules.values()]
  const roles = new Map<string, number>()
  for (const { from } of rules) for (const role of from) roles.set(role, (roles.get(role) ?? 0) + 1)
  return good({
    version: book.version,
    decision: { ...book.decision, articles: book.articles.map(({ no, title, text }) => ({ no, title, text, rules: rules.filter(({ articles }) => articles.includes(no)).length, procedures: [...book.procedures.values()].filter(({ articles }) => articles.includes(no)).map(({ id }) => procedureNamed(book, id)) })) },
    areas: book.areas.map(({ id, title }) => ({ id, title, rules: rules.filter(({ area }) => area === id).length })).filter((area) => area.rules > 0),
    organs: [...roles].toSorted((a, b) => b[1] - a[1]).map(([id, count]) => ({ ...roleNamed(book, id), rules: count })),
    counts: { rules: rules.length, procedures: book.procedures.size, instruments: book.instruments.size, powers: book.powers.size, terms: book.glossary.length, settings: book.settings.size, unverified: book.unverified.length, texts: textsIn(dataDir).files.reduce((sum, { laws }) => sum + laws.length, 0) },
  })
}

export const lawRules = ({ lawbook: book }: Room): Desk['lawRules'] => async () => { const { procedures } = usesOf(book); return good({ items: [...book.rules.values()].map((rule) => rowOf(book, rule, procedures)) }) }

const kept = new WeakMap<Texts, readonly Entry[]>()
/** Articles of the imported texts, to be found after what the rulebook itself says. */
function articlesOf(texts: Texts): readonly Entry[] {
  const before = kept.get(texts)
  if (before !== undefined) return before
  const made = texts.files.flatMap(({ laws }) => laws.flatMap((text) => text.articles.map(({ label, text: words }): Entry => ({ kind: 'text', id: `${text.law}#${label}`, title: { zh: text.law, en: text.law }, note: { zh: label, en: label }, fields: [[`${text.law}${label}`, 4], [words, 1.5]] }))))
  kept.set(texts, made)
  return made
}

export const lawSearch = ({ lawbook, dataDir }: Room): Desk['lawSearch'] => async (_who, { q, limit }) => {
  const hits = find(entriesOf(lawbook), q, limit ?? 400)
  return good({ words: [...wordsOf(q)], items: [...hits, ...find(articlesOf(textsIn(dataDir)), q, 30)].map((hit) => ({ ...hit })) })
}

/** Row-level security of the asker decides what is listed and what is counted. */
export const lawMatters = ({ store, lawbook, names }: Room): Desk['lawMatters'] => async (who, { rule, procedure }) => {
  const known = await names()
  return store.read(who.scope, async (q) => {
    if (procedure !== undefined) {
      const page = await q.matters({ state: 'open', procedures: [procedure], order: 'due', limit: 30 })
      return good({ total: page.total, items: page.items.map((row) => ({ matter: summaryView(row, lawbook, known, who), duties: 0, due: row.nextDue })) })
    }
    const { items } = await q.dutyRows({ rule: rule ?? '', today: legalDay(who.now), limit: 500, counts: false })
    const matters = [...Map.groupBy(items, ({ matter }) => matter.id).values()]
    return good({ total: matters.length, items: matters.slice(0, 30).flatMap((rows) => (rows[0] === undefined ? [] : [{ matter: summaryView(rows[0].matter, lawbook, known, who), duties: rows.length, due: rows.map(({ duty }) => duty.due).filter((day) => day !== null).toSorted()[0] ?? null }])) })
  })
}

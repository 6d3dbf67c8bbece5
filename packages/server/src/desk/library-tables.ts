// The plain tables of the law: instruments, powers, words, settings, what nobody has read.
import type { Lawbook, SettingValue, Text } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import { good } from './answers.ts'
import { sourceOf } from './law.ts'
import { levelOf, periodText, procedureNamed, ruleNamed } from './library-names.ts'

const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T])

export const lawInstruments = ({ lawbook: book }: Room): Desk['lawInstruments'] => async () => good({ items: [...book.instruments.values()].map((one) => ({
  id: one.id, title: one.title, family: one.family, status: one.required.status, elements: [...one.required.elements], basis: one.basis.map(sourceOf), elementSources: one.required.sources.map(sourceOf), addressee: one.addressee, approver: one.approver?.text ?? null,
  level: one.approver === null ? null : levelOf(book, one.approver.level), copies: one.copies.map((copy) => ({ ...copy })), rules: one.rules.map((id) => ruleNamed(book, id)), notes: one.notes ?? null,
  procedures: [...book.procedures.values()].filter(({ acts }) => acts.some(({ instrument }) => list(instrument).includes(one.id))).map(({ id }) => procedureNamed(book, id)),
})) })

export const lawPowers = ({ lawbook: book }: Room): Desk['lawPowers'] => async () => good({ items: [...book.powers.values()].map((one) => ({
  id: one.id, track: one.track, decision: one.decision, level: { id: one.level, title: levelOf(book, one.level) }, delegable: one.delegable, sources: one.sources.map(sourceOf), notes: one.notes ?? null,
  acts: [...book.procedures.values()].flatMap(({ id, acts }) => acts.filter(({ power }) => power === one.id).map(({ key, title }) => ({ procedure: procedureNamed(book, id), key, title }))),
})) })

/** How often a word is used: acts by procedures, roles by rules. */
function used(book: Lawbook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const note = (id: string): void => { counts.set(id, (counts.get(id) ?? 0) + 1) }
  for (const { acts } of book.procedures.values()) for (const { act } of acts) note(`act:${act}`)
  for (const { from, to } of book.rules.values()) for (const role of [...from, ...to]) note(`role:${role}`)
  for (const { level } of book.powers.values()) note(`level:${level}`)
  return counts
}
export const lawGlossary = ({ lawbook: book }: Room): Desk['lawGlossary'] => async () => { const counts = used(book); return good({ items: book.glossary.map(({ id, kind, zh, en, definedIn, above }) => ({ id, kind, zh, en, definedIn: definedIn ?? null, above: above ?? null, uses: counts.get(`${kind}:${id}`) ?? 0 })) }) }

const valueText = (value: SettingValue): Text => (typeof value === 'object' ? periodText(value) : { zh: String(value), en: String(value) })
export const lawSettings = ({ lawbook: book }: Room): Desk['lawSettings'] => async () => good({ items: [...book.settings.values()].map((one) => ({
  id: one.id, title: one.title, value: typeof one.value === 'string' && book.rules.has(one.value) ? ruleNamed(book, one.value).title : valueText(one.value), reason: one.reason, status: one.status, source: one.source ?? null, conflict: one.id.startsWith('conflict.'),
  choices: (one.choices ?? []).map(({ value, source }) => ({ value: valueText(value), source })), rules: (one.rules ?? []).map((id) => ruleNamed(book, id)),
})) })

export const lawUnverified = ({ lawbook: book }: Room): Desk['lawUnverified'] => async () => good({ items: book.unverified.map((one) => ({ ...one, articles: [...one.articles] })) })

// Finding the law as people look for it: by a word of the obligation, the name of a law, an article in any writing, an instrument. Pure, so the same
// search runs on the server, on the command line and in a browser.
import type { Lawbook } from './data.ts'
import { chipOf } from './messages/chip.ts'
import { fromNumeral } from './messages/numerals.ts'
import type { Source, Text } from './rule.ts'

export type HitKind = 'rule' | 'article' | 'procedure' | 'instrument' | 'power' | 'term' | 'setting' | 'unverified' | 'text'
/** Something that can be found: `fields` are its words, each with what a match in it is worth. */
export type Entry = { readonly kind: HitKind; readonly id: string; readonly title: Text; readonly note: Text; readonly fields: readonly (readonly [words: string, worth: number])[] }
/** `score` orders; `excerpt` is the piece of a longer field in which a word was found. */
export type Hit = { readonly kind: HitKind; readonly id: string; readonly title: Text; readonly note: Text; readonly score: number; readonly excerpt: string | null }

/** One writing for all: full width, case, 二十一条 and 21条 alike as 第21条, no spaces, no marks of titles. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
  .replace(/第?([零〇一二三四五六七八九十百千]+)(?=[条款项])/g, (whole, numeral: string) => { const n = fromNumeral(numeral.replaceAll('〇', '零')); return n === null ? whole : `第${n}` })
  .replace(/(^|[^第\d])(\d+)(?=[条款项])/g, '$1第$2')
  .replace(/[\s《》〈〉「」“”"'，。、；：（）()[\]〔〕]/g, '')

/** The words of a question. An article stands for itself, also behind the name of its law; a bare number is an article. */
export const wordsOf = (query: string): readonly string[] => query.normalize('NFKC').replaceAll(/[《》“”"'，,。；;、]/g, ' ')
  .replaceAll(/第?([零〇一二三四五六七八九十百千]+|\d+)条(之[一二三四五六七八九十])?/g, ' $& ')
  .split(/\s+/).filter((word) => word !== '').map((word) => (/^\d{1,4}$/.test(word) ? `第${word}条` : folded(word))).filter((word) => word !== '')

const pairs = (word: string): readonly string[] => Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))

/** What a word is worth in a field: whole, at the start, inside; for longer Chinese words also most of their pairs of characters. */
function worth(field: string, word: string): number {
  const at = field.indexOf(word)
  if (at >= 0) return (field.length === word.length ? 2 : at === 0 ? 1.3 : 1) * Math.min(1.5, 0.7 + word.length / 10)
  if (word.length < 4 || !/^\p{Script=Han}+$/u.test(word)) return 0
  const all = pairs(word)
  const found = all.filter((pair) => field.includes(pair)).length / all.length
  return found < 0.5 ? 0 : 0.35 * found
}

type Prepared = { readonly entry: Entry; readonly fields: readonly (readonly [words: string, worth: number, raw: string])[] }
const prepared = new WeakMap<readonly Entry[], readonly Prepared[]>()
const prepare = (entries: readonly Entry[]): readonly Prepared[] => {
  const before = prepared.get(entries)
  if (before !== undefined) return before
  const made = entries.map((entry) => ({ entry, fields: entry.fields.map(([words, value]) => [folded(words), value, words] as const) }))
  prepared.set(entries, made)
  return made
}

/** About forty characters around the first word that stands in the text as it is written. */
function excerptOf(raw: string, words: readonly string[]): string | null {
  if (raw.length < 36) return null
  const plain = raw.replaceAll('\n', ' ')
  const at = words.map((word) => plain.toLowerCase().indexOf(word)).find((one) => one >= 0)
  if (at === undefined) return null
  const from = Math.max(0, at - 16)
  return `${from > 0 ? '…' : ''}${plain.slice(from, at + 44)}${at + 44 < plain.length ? '…' : ''}`
}

/** Entries in which every word of the question is found, best first; equal ones in the order of the law. Where none has them all, those with most. */
export function find(entries: readonly Entry[], query: string, limit = 50): readonly Hit[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  for (let least = words.length; least > 0; least--) {
    const hits = among(entries, words, least)
    if (hits.length > 0) return hits.slice(0, limit)
  }
  return []
}

/** Those in which at least so many of the words are found. */
function among(entries: readonly Entry[], words: readonly string[], least: number): readonly Hit[] {
  const hits = prepare(entries).flatMap(({ entry, fields }, order): readonly (Hit & { readonly order: number })[] => {
    let score = 0
    let missing = 0
    let long = ''
    for (const word of words) {
      let best = 0
      for (const [text, value, raw] of fields) {
        const got = worth(text, word) * value
        if (got > best) best = got
        if (got > 0 && raw.length >= 36 && (long === '' || text.includes(word))) long = raw
      }
      if (best === 0 && ++missing > words.length - least) return []
      score += best
    }
    if (words.length > 1 && fields.some(([text]) => words.every((word) => text.includes(word)))) score *= 1.4
    return [{ kind: entry.kind, id: entry.id, title: entry.title, note: entry.note, score: Math.round(score * 1000) / 1000, excerpt: long === '' ? null : excerptOf(long, words), order }]
  })
  return hits.toSorted((a, b) => b.score - a.score || a.order - b.order).map(({ order: _order, ...hit }) => hit)
}

const same = (zh: string, en = zh): Text => ({ zh, en })
const quoted = (sources: readonly Source[]): Entry['fields'] => sources.flatMap((source) => [[`${source.law}${source.short}${source.article}${source.documentNo ?? ''}`, 6], [source.quote, 2]] as const)
const kept = new WeakMap<Lawbook, readonly Entry[]>()

/** Everything in a lawbook that can be looked for, in the order of the rulebook. Made once for each lawbook. */
export function entriesOf(book: Lawbook): readonly Entry[] {
  const before = kept.get(book)
  if (before !== undefined) return before
  const areas = new Map(book.areas.map(({ id, title }) => [id, title]))
  const roles = new Map(book.glossary.filter(({ kind }) => kind === 'role').map(({ id, zh, en }) => [id, `${zh} ${en}`]))
  const documents = new Map<string, string>()
  for (const { title, rules } of book.instruments.values()) for (const rule of rules) documents.set(rule, `${documents.get(rule) ?? ''} ${title.zh} ${title.en}`)
  const note = (sources: readonly Source[]): Text => (sources[0] === undefined ? same('') : chipOf(sources[0]))
  const entries: readonly Entry[] = [
    ...book.articles.map(({ no, title, text }): Entry => ({ kind: 'article', id: String(no), title, note: same(`第${no}条`, `art. ${no}`), fields: [[`${title.zh} ${title.en}`, 8], [`决定第${no}条`, 5], [text, 2]] })),
    ...[...book.rules.values()].map((rule): Entry => ({
      kind: 'rule', id: rule.id, title: rule.title, note: note(rule.versions[0]?.sources ?? []),
      fields: [[rule.title.zh, 10], [rule.title.en, 10], [rule.id, 8], [rule.obligation.zh, 7], [rule.obligation.en, 7], [rule.trigger.zh, 5], [rule.trigger.en, 5], [documents.get(rule.id) ?? '', 4],
        [rule.from.map((role) => roles.get(role) ?? role).join(' '), 2], [areas.get(rule.area)?.zh ?? '', 2], ...quoted(rule.versions.flatMap(({ sources }) => sources))],
    })),
    ...[...book.procedures.values()].map(({ id, title, area, acts, stages }): Entry => ({ kind: 'procedure', id, title, note: areas.get(area) ?? same(area), fields: [[title.zh, 12], [title.en, 12], [id, 8], [acts.map((act) => `${act.title.zh} ${act.title.en}`).join(' '), 3], [stages.map((stage) => stage.title.zh).join(' '), 2]] })),
    ...[...book.instruments.values()].map((one): Entry => ({ kind: 'instrument', id: one.id, title: one.title, note: note(one.basis), fields: [[one.title.zh, 11], [one.title.en, 11], [one.id, 7], [one.family ?? '', 4], [one.required.elements.join(' '), 2], ...quoted(one.basis)] })),
    ...[...book.powers.values()].map((one): Entry => ({ kind: 'power', id: one.id, title: one.decision, note: note(one.sources), fields: [[one.decision.zh, 8], [one.decision.en, 8], [one.id, 6], ...quoted(one.sources)] })),
    ...book.glossary.map(({ id, kind, zh, en }): Entry => ({ kind: 'term', id: `${kind}:${id}`, title: { zh, en }, note: same(id), fields: [[zh, 6], [en, 6], [id, 5]] })),
    ...[...book.settings.values()].map(({ id, title, reason, source }): Entry => ({ kind: 'setting', id, title, note: same(id), fields: [[title.zh, 7], [title.en, 7], [id, 5], [`${reason.zh} ${reason.en}`, 2], [source ?? '', 3]] })),
    ...book.unverified.map(({ id, topic, belief, whyItMatters }): Entry => ({ kind: 'unverified', id, title: same(topic), note: same(whyItMatters), fields: [[topic, 7], [belief, 3], [whyItMatters, 2], [id, 4]] })),
  ]
  kept.set(book, entries)
  return entries
}

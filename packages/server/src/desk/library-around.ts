// A provision among its neighbours: in the imported text of its law, else among what the rulebook quotes of the same law, in the order of the articles.
import { folded, labelsOf, type Lawbook, type Source } from '@hengjian/law'
import type { Neighbour, RuleDetail } from './shapes-law.ts'
import { ruleNamed } from './library-names.ts'
import { textOf, type Texts } from './library-texts.ts'

type Quoted = { readonly article: string; readonly at: number; readonly quote: string; readonly rule: string }
/** 第21条之一 stands between 第21条 and 第22条. */
const placeOf = (article: string): number => { const [, no = '', of = ''] = /第(\d+)[条项](?:之([一二三四五六七八九]))?/.exec(labelsOf(article)[0] ?? '') ?? []; return no === '' ? NaN : Number(no) + (of === '' ? 0 : '一二三四五六七八九'.indexOf(of) / 20 + 0.05) }

const kept = new WeakMap<Lawbook, ReadonlyMap<string, readonly Quoted[]>>()
function quotesOf(book: Lawbook): ReadonlyMap<string, readonly Quoted[]> {
  const before = kept.get(book)
  if (before !== undefined) return before
  const all = [...book.rules.values()].flatMap((rule) => rule.versions.flatMap(({ sources }) => sources.map((source) => ({ law: `${source.law} ${source.versionDate}`, article: source.article, at: placeOf(source.article), quote: source.quote, rule: rule.id })))).filter(({ at, quote }) => !Number.isNaN(at) && quote !== '')
  const made = new Map([...Map.groupBy(all, ({ law }) => law)].map(([law, quotes]) => [law, quotes.toSorted((a, b) => a.at - b.at)]))
  kept.set(book, made)
  return made
}

/** The neighbours of one provision. */
export function aroundOf(book: Lawbook, texts: Texts, source: Source): RuleDetail['around'][number] {
  const text = textOf(texts, source)
  const label = labelsOf(source.article)[0] ?? ''
  const i = text?.articles.findIndex((one) => folded(one.label) === label) ?? -1
  const here = text?.articles[i]
  const quotes = quotesOf(book).get(`${source.law} ${source.versionDate}`) ?? []
  const resting = (of: string): Neighbour['rule'] => { const found = quotes.find(({ article }) => labelsOf(article).includes(folded(of))); return found === undefined ? null : ruleNamed(book, found.rule) }
  const neighbour = (n: number): Neighbour | null => { const one = text?.articles[n]; return one === undefined ? null : { article: one.label, text: one.text, rule: resting(one.label) } }
  const head = { law: source.law, short: source.short }
  if (text !== undefined && here !== undefined) return { ...head, from: 'text', excerpt: text.excerpt, under: [...here.under], before: neighbour(i - 1), at: { article: here.label, text: here.text }, after: neighbour(i + 1) }
  const at = placeOf(source.article)
  const quoted = (one: Quoted | undefined): Neighbour | null => (one === undefined ? null : { article: one.article, text: one.quote, rule: ruleNamed(book, one.rule) })
  return { ...head, from: 'quotes', excerpt: true, under: [], before: quoted(quotes.findLast((one) => one.at < at)), at: { article: source.article, text: source.quote }, after: quoted(quotes.find((one) => one.at > at)) }
}

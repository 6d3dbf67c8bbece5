// Full texts of laws, as an administrator brings them: Markdown or plain text, one law or several in a file, articles at the start of a line.
import { folded } from './search.ts'

export type LawArticle = { readonly label: string; readonly text: string; /** Headings that it stands under, outermost first. */ readonly under: readonly string[] }
/** `excerpt`: the file holds only some of the articles, so neighbours need not be neighbours in the law. */
export type LawText = { readonly law: string; /** Other names under which it is cited. */ readonly also: readonly string[]; readonly version: string; readonly excerpt: boolean; readonly articles: readonly LawArticle[] }
export type ReadText = { readonly ok: true; readonly laws: readonly LawText[] } | { readonly ok: false; readonly line: number | null; readonly reason: 'no-name' | 'no-article' | 'twice' | 'empty' | 'too-long'; readonly what: string }

const article = /^(?:#{1,6}\s*)?(第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)(?:[\s　]+(.*))?$/
/** A space that slipped in before 条 still makes a label. */
const slipped = /^(第[零〇一二三四五六七八九十百千]+)[\s　]+条/
/** Provisions that are numbered without the word 条, as opinions are: 32．… or 三、…. */
const item = /^(?:(\d{1,3})[．.、]|([一二三四五六七八九十]{1,3})、)\s*(.*)$/
const structural = /^(第[零〇一二三四五六七八九十百千\d]+\s*[编章节]|附\s*则|附\s*录|总\s*则|引\s*言|序\s*言|目\s*录|[一二三四五六七八九十]+、)/
/** What a heading adds behind the name: the edition, the day, where it was published. */
const edition = /（[^（）]*(?:\d{4}|节录|施行|修[正订改]|公布|印发|通过|文件名|非条文|高检发|法发)[^（）]*）$/
/** Without articles, only a text with the name of one is taken for a law. */
const named = /(?:法|法典|条例|规定|规则|解释|意见|办法|决定|细则|指引|通知|批复|答复)$/
const longest = 5_000_000

/** The name without brackets of the edition, spaces, 中华人民共和国: what two sources of one law share. */
export const lawKey = (name: string): string => folded(name.replace(edition, '')).replace(/^中华人民共和国/, '')

type Draft = { law: string; also: string[]; version: string; excerpt: boolean; articles: { label: string; lines: string[]; under: readonly string[] }[]; items: { label: string; lines: string[]; under: readonly string[] }[] }

/** Reads one file. Nothing is guessed: without a name or without an article it is refused, and so is an article that stands twice. */
export function readLawText(source: string): ReadText {
  if (source.length > longest) return { ok: false, line: null, reason: 'too-long', what: String(source.length) }
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines.every((line) => line.trim() === '')) return { ok: false, line: null, reason: 'empty', what: '' }
  const drafts: Draft[] = []
  let headings: string[] = []
  let open: { lines: string[] } | null = null
  const start = (law: string, version: string): Draft => { const draft: Draft = { law: law.replace(edition, ''), also: [], version, excerpt: /节录|excerpt/.test(`${law}${version}`), articles: [], items: [] }; drafts.push(draft); headings = []; open = null; return draft }
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim().replace(slipped, '$1条 ')
    const found = article.exec(line)
    const heading = /^(#{1,6})\s*(.+)$/.exec(line)
    if (found === null && heading !== null) {
      const [level, words] = [heading[1]?.length ?? 1, (heading[2] ?? '').trim()]
      open = null
      if (structural.test(words)) { headings = [...headings.slice(0, Math.max(0, level - 2)), words.replaceAll(/[\s　]+/g, ' ')]; continue }
      const before = drafts.at(-1)
      const inner = start(words.replace(/（节录）$/, ''), /（([^（）]*\d{4}[^（）]*)）$/.exec(words)?.[1] ?? '')
      if (before !== undefined && before.excerpt) inner.excerpt = true
      if (/节录/.test(words)) inner.excerpt = true
      continue
    }
    if (line.startsWith('>')) {
      const draft = drafts.at(-1)
      const said = line.slice(1).trim()
      const name = /法律名称：([^｜|（]+)/.exec(said)?.[1]?.trim()
      if (draft !== undefined && draft.articles.length === 0 && draft.items.length === 0) { if (name !== undefined && name !== draft.law) { draft.also.push(draft.law); draft.law = name } draft.version ||= said.split(/[｜|]/).filter((part) => /\d{4}/.test(part) && !/读自|法律名称/.test(part)).join('；').trim(); if (/节录/.test(said)) draft.excerpt = true }
      open = null
      continue
    }
    const draft = drafts.at(-1)
    if (found !== null) {
      if (draft === undefined) return { ok: false, line: i + 1, reason: 'no-name', what: found[1] ?? '' }
      const label = found[1] ?? ''
      if (draft.articles.some((one) => folded(one.label) === folded(label))) return { ok: false, line: i + 1, reason: 'twice', what: `${draft.law} ${label}` }
      const made = { label, lines: found[2] === undefined || found[2] === '' ? [] : [found[2].trim()], under: [...headings] }
      draft.articles.push(made)
      open = made
      continue
    }
    const numbered = item.exec(line)
    if (numbered !== null && draft !== undefined && draft.articles.length === 0) {
      const made = { label: numbered[1] === undefined ? numbered[2] ?? '' : `第${numbered[1]}项`, lines: [line], under: [...headings] }
      draft.items.push(made)
      open = made
      continue
    }
    if (line === '') continue
    if (open === null && draft === undefined && line.length < 80) { start(line, ''); continue }
    open?.lines.push(line)
  }
  const laws = drafts.flatMap(({ law, also, version, excerpt, articles, items }): LawText[] => {
    const all = articles.length > 0 ? articles : named.test(law) ? items : []
    return all.length === 0 ? [] : [{ law, also, version, excerpt, articles: all.map(({ label, lines: text, under }) => ({ label, text: text.join('\n'), under })) }]
  })
  return laws.length === 0 ? { ok: false, line: null, reason: drafts.length === 0 ? 'no-name' : 'no-article', what: drafts[0]?.law ?? '' } : { ok: true, laws }
}

/**
 * `found`: verbatim in the article that is named. `elsewhere`: verbatim, in another article. `spacing`: the same but for spaces, line ends and the width of
 * marks. `other-edition`: not in the text, which is of other days than the wording that was quoted. `missing`: not in the text. `no-text`: the law was not
 * imported, or the rulebook holds no sentence of it.
 */
export type QuoteCheck = 'found' | 'elsewhere' | 'spacing' | 'other-edition' | 'missing' | 'no-text'

const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s　〔〕[\]]/g, '').replaceAll(/[“”„"]/g, '"').replaceAll(/[‘’']/g, "'")
/** Labels that a citation names: 第十二条、第十三条 are two; 第二十一条第二款 is one. */
export const labelsOf = (cited: string): readonly string[] => { const all = [...cited.matchAll(/第[零〇一二三四五六七八九十百千\d]+[条项](?:之[一二三四五六七八九十]+)?/g)].map(([label]) => folded(label)); return all.length > 0 ? all.slice(0, /[、和]/.test(cited) ? undefined : 1) : [folded(cited)] }

const days = (label: string): readonly string[] => label.match(/\d{4}-\d{2}-\d{2}/g) ?? []

/** Whether a quotation stands in the imported text of its law. */
export function checkQuote({ article: cited, quote, versionDate }: { readonly article: string; readonly quote: string; readonly versionDate: string }, text: LawText | undefined): QuoteCheck {
  if (text === undefined || quote === '') return 'no-text'
  const labels = labelsOf(cited)
  const here = text.articles.filter(({ label }) => labels.includes(folded(label)))
  if (here.some((one) => one.text.includes(quote))) return 'found'
  if (text.articles.some((one) => one.text.includes(quote))) return 'elsewhere'
  const words = bare(quote)
  if (text.articles.some((one) => bare(one.text).includes(words)) || bare(here.map((one) => one.text).join('')).includes(words)) return 'spacing'
  return days(versionDate).length > 0 && days(text.version).length > 0 && !days(versionDate).some((one) => days(text.version).includes(one)) ? 'other-edition' : 'missing'
}

/** Imported laws by every name they are cited under. */
export const byLaw = (texts: readonly LawText[]): ReadonlyMap<string, LawText> => new Map(texts.flatMap((text) => [...text.also, text.law].map((name) => [lawKey(name), text] as const)))

import type { Check, CheckContext, Citation, LawSource } from './checking.ts'
import { say } from './messages.ts'
import { articleNumber } from './numbering.ts'
import type { PaperFields } from './paper.ts'
import { runningText } from './running.ts'
import type { Template } from './template.ts'
import { words } from './words.ts'

const one = '第[0-9０-９零〇一二三四五六七八九十百千]+(?:条|项)(?:之[一二三四五六七八九十])?(?:第[0-9一二三四五六七八九十]+款)?(?:第[（(]?[0-9一二三四五六七八九十]+[）)]?项)?'
const cited = new RegExp(`《([^《》]{2,60})》(?:（[^（）]{2,40}）)?((?:${one}[、，和及与]*)+)?`, 'gu')
const single = new RegExp(one, 'gu')

/** 中华人民共和国行政处罚法 and 行政处罚法 are the same law; a name may also be cited without the organs in front of it. */
const shortName = (law: string): string => law.replace(/^《|》$/g, '').replace(/^中华人民共和国/, '').replace(/^最高人民(?:法院|检察院)(?:、最高人民(?:法院|检察院))*/, '')
const sameLaw = (a: string, b: string): boolean => { const [left, right] = [shortName(a), shortName(b)]; return left === right || (left.length >= 6 && right.endsWith(left)) }
const suffix = (article: string): string => /(?:条|项)(之[一二三四五六七八九十])/.exec(article)?.[1] ?? ''
const sameArticle = (a: string, b: string): boolean => articleNumber(a) === articleNumber(b) && suffix(a) === suffix(b)

/** The day on which the wording that was read took effect, when its label says so. */
const effective = (label: string): string | null => /(\d{4}-\d{2}-\d{2})施行/.exec(label)?.[1] ?? null

/** A title in 《》 with the shape of a norm; other titles in 《》 (papers, contracts) are not citations of law. */
const looksLikeLaw = (name: string): boolean => /(?:法|法典|条例|规定|规则|办法|解释|决定|细则|意见|指引|宪法)(?:（[^）]*）)?$/u.test(name)

function judge(law: string, article: string, { sources, signedOn }: CheckContext): Citation {
  const known = sources.filter((source) => sameLaw(law, source.law))
  if (known.length === 0) return { law, article, status: say('citationStatus.noLaw').zh, ok: false }
  const here = known.filter((source) => sameArticle(article, source.article))
  if (here.length === 0) return { law, article, status: say('citationStatus.noArticle').zh, ok: false }
  const inForce = (source: LawSource): boolean => { const from = source.inForce?.from ?? effective(source.versionDate); const to = source.inForce?.to ?? null; return (from === null || from <= signedOn) && (to === null || signedOn < to) }
  const valid = here.find(inForce)
  return valid === undefined
    ? { law, article, status: say('citationStatus.notInForce', { version: here[0]?.versionDate ?? '' }).zh, ok: false }
    : { law, article, status: say('citationStatus.ok', { version: valid.versionDate }).zh, ok: true }
}

/** Every 《law》第n条 of the text, once each, checked against the lawbook's sources for the day of signing. */
export function citations(template: Template, fields: PaperFields, context: CheckContext): readonly Citation[] {
  const found = new Map<string, Citation>()
  for (const { text } of runningText(template, fields)) {
    for (const match of text.matchAll(cited)) {
      const law = match[1] ?? ''
      for (const article of (match[2] ?? '').match(single) ?? []) {
        if (!looksLikeLaw(law)) continue
        const key = `${shortName(law)}${articleNumber(article)}${suffix(article)}`
        if (!found.has(key)) found.set(key, judge(law, article, context))
      }
    }
  }
  return [...found.values()]
}

/** What the citations come to: those that do not hold, phrases that name no law at all. */
export function citationChecks(template: Template, fields: PaperFields, found: readonly Citation[]): readonly Check[] {
  const wrong = found.filter(({ ok }) => !ok).map(({ law, article, status }): Check => ({ id: 'citation', level: 'should', title: say('citationWrong.title', { law: `《${law}》`, article, status }), detail: say('citationWrong.detail') }))
  const vague = runningText(template, fields).flatMap(({ field, text }) => words.vagueCitations.filter((phrase) => text.includes(phrase)).slice(0, 1).map((phrase): Check => ({ id: 'citation-vague', level: 'should', title: say('citationVague.title', { words: phrase }), detail: say('citationVague.detail'), field })))
  const done: readonly Check[] = found.length > 0 && wrong.length === 0 ? [{ id: 'citations', level: 'passed', title: say('citationsDone.title'), detail: say('citationsDone.detail', { count: found.length }) }] : []
  return [...wrong, ...vague, ...done]
}

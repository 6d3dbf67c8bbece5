import { fromNumeral } from './numerals.ts'
import type { Source, Text } from '../rule.ts'

const digits = (text: string): string => { const n = fromNumeral(text); return n === null ? text : String(n) }
/** 第二十一条第二款 → 第21条第2款, 第二十一条之一 → 第21条之一; anything that is not such a number stays. */
const arabic = (text: string): string => text.replace(/第([零一二三四五六七八九十百千]+)(?=[条款项章节])/g, (_, n: string) => `第${digits(n)}`)

const parts: Readonly<Record<string, string>> = { 条: 'art.', 款: 'para.', 项: 'item', 章: 'ch.', 节: 'sec.' }
/** 》第21条第2款 → 》 art. 21 para. 2; 第21条之一 → art. 21-1. Names of laws stay as they are: their English names are not authentic. */
const english = (text: string): string => arabic(text)
  .replace(/第(\d+)([条款项章节])(?:之([一二三四五六七八九十]+))?/g, (_, n: string, part: string, of: string | undefined) => ` ${parts[part]} ${n}${of === undefined ? '' : `-${digits(of)}`}`)
  .replace(/、 ?/g, ', ').trim()

/** A provision that is cited by its short name already, as a chip: 《检察建议规定》第二十四条、第二十五条 → 《检察建议规定》第24条、第25条. */
export const chipOfCited = (provision: string): Text => ({ zh: arabic(provision), en: english(provision) })

const known = new WeakMap<Pick<Source, 'short' | 'article'>, Text>()

/** The chip of a provision: 《检察建议规定》第19条. Papers write the article in full, chips in digits. */
export function chipOf(source: Pick<Source, 'short' | 'article'>): Text {
  const before = known.get(source)
  if (before !== undefined) return before
  const chip = chipOfCited(`《${source.short}》${source.article}`)
  known.set(source, chip)
  return chip
}

/** Law and article as a paper cites them; brackets inside the name of a law become 〈〉. */
export const provisionOf = ({ law, article }: Pick<Source, 'law' | 'article'>): string => `${/^[《“]/.test(law) ? law : `《${law.replaceAll('《', '〈').replaceAll('》', '〉')}》`}${article}`

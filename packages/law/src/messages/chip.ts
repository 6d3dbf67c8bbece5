import { fromNumeral } from './numerals.ts'
import type { Source, Text } from '../rule.ts'

/** 第二十一条第二款 → 第21条第2款; anything that is not such a number stays. */
const arabic = (article: string): string => article.replace(/第([零一二三四五六七八九十百千]+)(?=[条款项章节])/g, (whole, text: string) => { const n = fromNumeral(text); return n === null ? whole : `第${n}` })

/** The chip of a provision: 《检察建议规定》第19条. Papers write the article in full, chips in digits. */
export const chipOf = ({ short, article }: Pick<Source, 'short' | 'article'>): Text => {
  const zh = `《${short}》${arabic(article)}`
  return { zh, en: zh }
}

/** Law and article as a paper cites them; brackets inside the name of a law become 〈〉. */
export const provisionOf = ({ law, article }: Pick<Source, 'law' | 'article'>): string => `${/^[《“]/.test(law) ? law : `《${law.replaceAll('《', '〈').replaceAll('》', '〉')}》`}${article}`

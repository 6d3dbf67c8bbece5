// What is said when an act comes before another one, a second time, or after one that rules it out. Made from the titles of the acts.
import type { Text } from '../rule.ts'

type Saying = { readonly short: Text; readonly because: Text }

const zhNames = (titles: readonly Text[]): string => titles.map(({ zh }) => `“${zh}”`).join('或者')
const enNames = (titles: readonly Text[]): string => titles.map(({ en }) => `'${en}'`).join(' or ')
/** The list has room for sixteen characters. */
const fitting = (long: string, brief: string): string => ([...long].length <= 16 ? long : brief)

export const missing = (first: readonly Text[], act: Text, mine: boolean): Saying => ({
  short: { zh: fitting(`尚无“${first[0]?.zh ?? ''}”`, '前一步尚无记录'), en: `not on record: ${first[0]?.en ?? ''}` },
  because: { zh: `须先有${mine ? '本机关的' : ''}${zhNames(first)}的记录，才能作出“${act.zh}”；案中尚无。`, en: `'${act.en}' comes after ${enNames(first)}${mine ? ' of the same organ' : ''}, which is not on record.` },
})

export const already = (act: Text, each: boolean, mine: boolean): Saying => ({
  short: { zh: fitting(`已有“${act.zh}”`, '已有记录，不重复'), en: `on record already: ${act.en}` },
  because: { zh: `“${act.zh}”${each ? '对同一事项' : ''}${mine ? '每个机关' : ''}只作一次，案中已有记录。`, en: `'${act.en}' is done once${each ? ' for each act it is about' : ''}${mine ? ' by each organ' : ''}; it is on record already.` },
})

export const ruledOut = (other: readonly Text[], act: Text): Saying => ({
  short: { zh: fitting(`已有“${other[0]?.zh ?? ''}”`, '已有相反的记录'), en: `on record: ${other[0]?.en ?? ''}` },
  because: { zh: `案中已有${zhNames(other)}的记录，不能再作出“${act.zh}”。`, en: `'${act.en}' is ruled out once ${enNames(other)} is on record.` },
})

/** Where no law orders the steps, the house does. */
export const houseOrder = '院内规则：按程序的先后办理'
export const houseOnce = '院内规则：同一事项不重复记录'

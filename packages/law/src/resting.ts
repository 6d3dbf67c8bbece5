// The one sentence of a provision that a line of the ledger rests on, where the provision has one; otherwise the line rests on all of it.
import type { StepSign } from './explanation.ts'
import { periodZh, speaksOfExtension, speaksOfTimeOut, statesPeriod } from './messages/numerals.ts'
import type { Period } from './rule.ts'

/** Sentences and numbered items, each with its own end. */
const sentences = (quote: string): readonly string[] => quote.match(/[^。；;\n]+[。；;]?/g)?.map((one) => one.trim()).filter((one) => one !== '') ?? []

const speaks: Readonly<Partial<Record<StepSign, (sentence: string) => boolean>>> = {
  count: (one) => /不计算在|不计入|次日|第二日|开始的时|开始之日/.test(one), roll: (one) => /节假日|休假日|休息日|假日/.test(one), extend: speaksOfExtension, pause: speaksOfTimeOut,
}

/**
 * The sentence of `quote` on which a line with this sign rests; `said`: the words of the line, which name the period; `periods`: those the rule knows.
 * Null where no sentence, or more than one, speaks of it: then nothing narrower than the provision can be pointed at.
 */
export function restsOn(quote: string, sign: StepSign, said: string, periods: readonly Period[]): string | null {
  const all = sentences(quote)
  if (all.length < 2) return null
  // The longest length first: 十日 stands in 二十日 too.
  const period = periods.filter((one) => one.amount > 0 && said.includes(periodZh(one))).toSorted((a, b) => periodZh(b).length - periodZh(a).length)[0]
  const test = sign === 'period' || sign === 'working' ? period === undefined ? undefined : (one: string): boolean => statesPeriod(one, period) : speaks[sign]
  if (test === undefined) return null
  const found = all.filter(test)
  return found.length === 1 ? found[0] ?? null : null
}

import type { Check, CheckContext } from './checking.ts'
import { isDay, isEmpty, type DemandValue } from './fields.ts'
import { say } from './messages.ts'
import { likenessOf, pairs } from './near.ts'
import { inWords } from './numbering.ts'
import type { PaperFields } from './paper.ts'
import type { Template } from './template.ts'
import { words } from './words.ts'

const punctuation = /[\s，。、；：！？“”（）《》]/gu
const demandsOf = (fields: PaperFields): readonly DemandValue[] => (Array.isArray(fields['demands']) ? (fields['demands'] as readonly DemandValue[]).filter((one) => typeof one === 'object' && one !== null && typeof one.text === 'string' && one.text.trim() !== '') : [])

/** What a demand is about, once every word is taken away that fits any demand. */
function object(text: string): string {
  let left = text.replace(punctuation, '')
  for (const word of words.vague) left = left.replaceAll(word, '')
  return left
}

type Part = 'object' | 'standard' | 'by'

/** What could be put in for the first part that is lacking: a standard that demands of this sort have, the latest day of the other demands. Never a day of our own. */
function proposal(demand: DemandValue, lacking: readonly Part[], all: readonly DemandValue[], signedOn: string): { readonly field?: string; readonly suggestion?: string } {
  if (lacking.includes('object')) return {}
  const standard = words.standards.find(({ of }) => of.some((word) => demand.text.includes(word)))?.standard
  if (lacking.includes('standard')) return standard === undefined ? {} : { field: 'standard', suggestion: standard }
  const latest = all.flatMap(({ by }) => (isDay(by) && by > signedOn ? [by] : [])).toSorted().at(-1)
  return latest === undefined ? {} : { field: 'by', suggestion: latest }
}

/** A demand can be verified when it says on what, to which standard, by which day. */
export function demandChecks(template: Template, fields: PaperFields, { signedOn }: CheckContext): readonly Check[] {
  if (!template.fields.some((field) => field.name === 'demands')) return []
  const demands = demandsOf(fields)
  const checks = demands.flatMap((demand): readonly Check[] => {
    const no = demand.no
    const lacking = (['object', 'standard', 'by'] as const).filter((part) => (part === 'object' ? object(demand.text).length < 2 : isEmpty(demand[part])))
    const past: readonly Check[] = isDay(demand.by) && demand.by <= signedOn ? [{ id: 'demand-past', level: 'must', title: say('demandPast.title', { no }), detail: say('demandPast.detail', { by: inWords(demand.by), on: inWords(signedOn) }), field: 'by', demand: no }] : []
    if (lacking.length === 0) return past
    const said = lacking.map((part) => say(`lacking.${part}`))
    const join = say('lacking.join')
    return [...past, {
      id: 'demand-unverifiable', level: 'must', title: say('demandUnverifiable.title', { no }), demand: no,
      detail: say('demandUnverifiable.detail', { lacking: { zh: said.map((one) => one.zh).join(join.zh), en: said.map((one) => one.en).join(join.en) } }),
      ...proposal(demand, lacking, demands, signedOn),
    }]
  })
  return demands.length > 0 && checks.length === 0 ? [{ id: 'demands', level: 'passed', title: say('demandsDone.title', { count: demands.length }), detail: say('demandsDone.detail') }] : checks
}

/** Two demands ask for the same when four fifths of their character pairs agree; below that people word the same matter too differently to tell. */
const alike = 0.8

/** The most similar earlier demand for each demand, when it is similar enough to be worth a look. */
export function similarityChecks(fields: PaperFields, { earlier = [] }: CheckContext): readonly Check[] {
  const known = earlier.map((one) => ({ one, pairs: pairs(one.text) }))
  return demandsOf(fields).flatMap((demand): readonly Check[] => {
    const mine = pairs(demand.text)
    const best = known.map(({ one, pairs: theirs }) => ({ one, score: likenessOf(mine, theirs, alike) })).toSorted((a, b) => b.score - a.score)[0]
    if (best === undefined || best.score < alike) return []
    const { one, score } = best
    return [{ id: 'similar', level: 'should', demand: demand.no, title: say('similar.title', { no: demand.no, docNo: one.docNo, demand: one.demand, percent: Math.round(score * 100) }), detail: say('similar.detail', { outcome: one.outcome ?? say('noOutcome') }) }]
  })
}

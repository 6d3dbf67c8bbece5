import type { Check, CheckContext, Checked } from './checking.ts'
import { citationChecks, citations } from './citations.ts'
import { demandChecks, similarityChecks } from './demands.ts'
import { elementChecks, elements } from './elements.ts'
import { addresseeChecks, personalChecks } from './personal.ts'
import { powerChecks, powers } from './powers.ts'
import type { PaperFields } from './paper.ts'
import { templateOf } from './template.ts'

const weight: Readonly<Record<Check['level'], number>> = { must: 0, should: 1, passed: 2 }

/**
 * What a careful colleague would say while a paper is being written. Nothing is refused here: `must` should be mended before the paper is
 * submitted, `should` be looked at, `passed` was looked at and is in order. Works on half-filled fields; knows no clock.
 * @throws PaperProblem when the instrument has no template.
 */
export function checksWhileWriting(instrument: string, fields: PaperFields, context: CheckContext): Checked {
  const template = templateOf(instrument)
  const found = citations(template, fields, context)
  const checks = [...elementChecks(template, fields, context), ...demandChecks(template, fields, context), ...citationChecks(template, fields, found), ...personalChecks(template, fields, context), ...addresseeChecks(fields), ...similarityChecks(fields, context), ...powerChecks(context)]
  return { checks: checks.toSorted((a, b) => weight[a.level] - weight[b.level]), elements: elements(template, fields, context), citations: found, powers: powers(context) }
}

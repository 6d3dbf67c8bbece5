import type { Check, CheckContext, Element } from './checking.ts'
import { faultsOf, isEmpty } from './fields.ts'
import { say } from './messages.ts'
import type { PaperFields } from './paper.ts'
import type { Template } from './template.ts'

/** The fields that together fulfil an element of the law: all its required ones, or any of them when none is required. */
function present(template: Template, fields: PaperFields, element: string): boolean {
  const carrying = template.fields.filter((field) => field.elements?.includes(element))
  const required = carrying.filter((field) => field.required === true)
  if (carrying.some((field) => field.leftToTheCase === true)) return true
  return required.length > 0 ? required.every((field) => !isEmpty(fields[field.name])) : carrying.some((field) => !isEmpty(fields[field.name]))
}

/** The required elements as the law lists them, in its words and order, and whether the paper has them. */
export function elements(template: Template, fields: PaperFields, { instrument }: CheckContext): readonly Element[] {
  if (instrument === null || !instrument.elementsListed) return []
  return instrument.elements.map((element) => ({ title: { zh: element, en: template.fields.find((field) => field.elements?.includes(element))?.label.en ?? element }, present: present(template, fields, element), provision: instrument.elementsProvision ?? '' }))
}

/** What the law or the form asks for and is not there, and what is written in a wrong form. */
export function elementChecks(template: Template, fields: PaperFields, context: CheckContext): readonly Check[] {
  const { instrument } = context
  const listed = elements(template, fields, context)
  const provision = instrument?.elementsProvision ?? ''
  const faults = faultsOf(template, fields).filter(({ code }) => code !== 'unknown').map(({ field, code, message }): Check => {
    const known = template.fields.find((one) => one.name === field)
    const label = known?.label ?? { zh: field, en: field }
    if (code !== 'missing') return { id: 'malformed', level: 'must', title: say('malformed.title', { label }), detail: say('malformed.detail', { said: message }), field }
    const named = listed.find((one) => known?.elements?.includes(one.title.zh))
    return named === undefined
      ? { id: 'field', level: 'must', title: say('field.title', { label }), detail: message, field }
      : { id: 'element', level: 'must', title: say('element.title', { element: named.title }), detail: say('element.detail', { provision, label }), field, provision }
  })
  // Elements that the template meets by a field it does not always ask for, or by none: told here, because no field is at fault.
  const silent = listed.filter((one) => !one.present && !template.fields.some((field) => field.required === true && field.elements?.includes(one.title.zh))).map((one): Check => {
    const field = template.fields.find((candidate) => candidate.elements?.includes(one.title.zh))
    return field === undefined
      ? { id: 'element-by-hand', level: 'should', title: say('elementByHand.title', { element: one.title }), detail: say('elementByHand.detail', { provision }), provision }
      : { id: 'element', level: 'must', title: say('element.title', { element: one.title }), detail: say('element.detail', { provision, label: field.label }), field: field.name, provision }
  })
  const have = listed.filter((one) => one.present).length
  const summary: readonly Check[] = listed.length === 0
    ? instrument === null || instrument.elementsListed ? [] : [{ id: 'elements-unlisted', level: 'passed', title: say('elementsUnlisted.title'), detail: say('elementsUnlisted.detail') }]
    : have < listed.length ? [] : [{ id: 'elements', level: 'passed', title: say('elementsDone.title', { present: have, all: listed.length }), detail: say('elementsDone.detail', { provision }), provision }]
  return [...faults, ...silent, ...summary]
}

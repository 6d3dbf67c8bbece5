import type { Check, CheckContext, Element } from './checking.ts'
import { faultsOf, isEmpty } from './fields.ts'
import { say } from './messages.ts'
import type { PaperFields } from './paper.ts'
import type { Template } from './template.ts'

/** The fields that together fulfil an element of the law: all its required ones, or any of them when none is required. */
function present(template: Template, fields: PaperFields, element: string): boolean {
  const carrying = template.fields.filter((field) => field.element === element)
  const required = carrying.filter((field) => field.required === true)
  return required.length > 0 ? required.every((field) => !isEmpty(fields[field.name])) : carrying.some((field) => !isEmpty(fields[field.name]))
}

/** An element with no required field of its own is one the law leaves to the case (其他需要说明的事项): it is never missing. */
const leftToTheCase = (template: Template, element: string): boolean => { const carrying = template.fields.filter((field) => field.element === element); return carrying.length > 0 && carrying.every((field) => field.required !== true) }

/** The required elements as the law lists them, in its words and order, and whether the paper has them. */
export function elements(template: Template, fields: PaperFields, { instrument }: CheckContext): readonly Element[] {
  if (instrument === null || !instrument.elementsListed) return []
  return instrument.elements.map((element) => ({ title: { zh: element, en: template.fields.find((field) => field.element === element)?.label.en ?? element }, present: present(template, fields, element) || leftToTheCase(template, element), provision: instrument.elementsProvision ?? '' }))
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
    const element = known?.element
    const named = listed.find((one) => one.title.zh === element)
    return named === undefined
      ? { id: 'field', level: 'must', title: say('field.title', { label }), detail: message, field }
      : { id: 'element', level: 'must', title: say('element.title', { element: named.title }), detail: say('element.detail', { provision, label }), field, provision }
  })
  const have = listed.filter((one) => one.present).length
  const summary: readonly Check[] = listed.length === 0
    ? instrument === null || instrument.elementsListed ? [] : [{ id: 'elements-unlisted', level: 'passed', title: say('elementsUnlisted.title'), detail: say('elementsUnlisted.detail') }]
    : have < listed.length ? [] : [{ id: 'elements', level: 'passed', title: say('elementsDone.title', { present: have, all: listed.length }), detail: say('elementsDone.detail', { provision }), provision }]
  return [...faults, ...summary]
}

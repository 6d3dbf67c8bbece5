import type { Check, CheckContext } from './checking.ts'
import { say } from './messages.ts'
import type { PaperFields } from './paper.ts'
import { findPersonal } from './redaction.ts'
import { runningText } from './running.ts'
import type { Template } from './template.ts'
import { words } from './words.ts'

/** Fields that name office-holders or a contact on purpose. */
const official = new Set(['contact', 'signer', 'receiver', 'deputy', 'servers', 'organ', 'to', 'docNo'])
const named = new RegExp(`(?:${words.roles.join('|')})([${words.surnames}][\\p{Script=Han}]{1,2}?)(?=[，、。；：（）()\\s]|等|的|在|于|与|和|及|因|系|涉嫌|驾驶|$)`, 'gu')

/** Names that a text gives away by the word before them: 被告人李四. 张某, 张某某 are hidden already. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(named)].map((match) => match[1] ?? '').filter((name) => !words.notNames.some((part) => [...name].slice(1).includes(part)))
}

/** A paper speaks to an organ by its full name. */
export function addresseeChecks(fields: PaperFields): readonly Check[] {
  const to = fields['to']
  if (typeof to !== 'string' || to.trim() === '') return []
  const short = words.shortNames.some((word) => to.startsWith(word)) || [...to].length < 5
  return [short ? { id: 'addressee', level: 'should', title: say('addressee.title'), detail: say('addressee.detail', { to }), field: 'to' } : { id: 'addressee', level: 'passed', title: say('addresseeDone.title'), detail: say('addresseeDone.detail', { to }) }]
}

/** Full names, id numbers, telephone numbers in a paper that leaves the office. */
export function personalChecks(template: Template, fields: PaperFields, { persons = [] }: CheckContext): readonly Check[] {
  if (template.style === 'form') return []
  const checks = runningText(template, fields).filter(({ field }) => !official.has(field)).flatMap(({ field, label, text }): readonly Check[] => {
    const seen = new Set<string>()
    return findPersonal(text, [...persons, ...namesIn(text)]).filter(({ was }) => !seen.has(was) && seen.add(was)).map(({ kind, was, becomes }): Check => ({
      id: 'personal', level: 'must', title: say('personal.title', { was }), detail: say('personal.detail', { label, kind: say(`personalKinds.${kind}`) }), field,
      ...(typeof fields[field] === 'string' ? { suggestion: text.replaceAll(was, becomes) } : {}),
    }))
  })
  return checks.length > 0 ? checks : [{ id: 'personal', level: 'passed', title: say('personalDone.title'), detail: say('personalDone.detail') }]
}

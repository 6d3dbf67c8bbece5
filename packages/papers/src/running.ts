import type { PaperFields } from './paper.ts'
import type { Template } from './template.ts'

/** The running text of a paper, field by field, as the checks read it. */
export function runningText(template: Template, fields: PaperFields): readonly { readonly field: string; readonly label: { readonly zh: string; readonly en: string }; readonly text: string }[] {
  return template.fields.flatMap(({ name, label, kind }) => {
    const value = fields[name]
    if (typeof value === 'string' && (kind === 'text' || kind === 'long-text')) return [{ field: name, label, text: value }]
    if (Array.isArray(value)) return [{ field: name, label, text: value.map((one: unknown) => (typeof one === 'string' ? one : typeof one === 'object' && one !== null ? Object.values(one).filter((part) => typeof part === 'string').join('\n') : '')).join('\n') }]
    return []
  })
}

import type { Text } from '@hengjian/law'
import { unshowable } from './glyphs.ts'
import { say } from './messages.ts'
import { near } from './near.ts'
import type { FieldFault, PaperField, PaperFields } from './paper.ts'
import type { Template } from './template.ts'

export type DemandValue = { readonly no: number; readonly text: string; readonly standard?: string; readonly by?: string; readonly verifiedHow?: string }
export type AnswerValue = { readonly demand: number; readonly state: string; readonly text: string; readonly plannedBy?: string }

const longestText = 20_000
/** Of a whole paper, some sixty pages: setting one takes the processor for about two seconds, and everybody else waits as long. */
const longestPaper = 40_000
/** An item of a list takes a line of its own, however little stands in it. */
const lineOfItem = 20

/** Whether nothing was entered: absent, null, blanks only, an empty list. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** A day of the Gregorian calendar in the form 'YYYY-MM-DD'. */
export function isDay(value: unknown): value is string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}

const text = (value: unknown): value is string => typeof value === 'string'
const optionalText = (value: unknown): boolean => value === undefined || value === null || text(value)
const optionalDay = (value: unknown): boolean => value === undefined || value === null || value === '' || isDay(value)
const record = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isDemand = (value: unknown): boolean => record(value) && Number.isInteger(value['no']) && text(value['text']) && optionalText(value['standard']) && optionalDay(value['by'])
const isAnswer = (value: unknown): boolean => record(value) && Number.isInteger(value['demand']) && text(value['state']) && text(value['text']) && optionalDay(value['plannedBy'])

function rightKind(field: PaperField, value: unknown): boolean {
  switch (field.kind) {
    case 'text': case 'long-text': return text(value)
    case 'day': return isDay(value)
    case 'texts': return Array.isArray(value) && value.every(text)
    case 'demands': return Array.isArray(value) && value.every(isDemand)
    case 'answers': return Array.isArray(value) && value.every(isAnswer)
    case 'rows': return Array.isArray(value) && value.every((row) => Array.isArray(row) && row.length === 3 && row.every(text))
    case 'yes-no': return typeof value === 'boolean'
  }
}

const missing = (field: PaperField): Text =>
  field.why !== undefined ? say('missingWhy', { label: field.label, why: field.why }) : field.elements !== undefined ? say('missingElement', { label: field.label, element: field.elements[0] ?? '' }) : say('missing', { label: field.label })

const lengthOf = (value: unknown): number => (text(value) ? [...value].length : Array.isArray(value) ? Math.max(0, ...value.map((one) => (text(one) ? [...one].length : JSON.stringify(one).length))) : 0)

const weightOf = (value: unknown): number => (text(value) ? value.length : typeof value === 'object' && value !== null ? Object.values(value).reduce<number>((sum, one) => sum + weightOf(one), Array.isArray(value) ? value.length * lineOfItem : 0) : 0)

const strings = (value: unknown): readonly string[] => (text(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [])

/** What stands in the way of making the paper, field by field; names the template does not know are told with the nearest known one. */
export function faultsOf(template: Template, fields: PaperFields): readonly FieldFault[] {
  const known = template.fields.flatMap((field): readonly FieldFault[] => {
    const value = fields[field.name]
    if (isEmpty(value)) return field.required === true ? [{ field: field.name, code: 'missing', message: missing(field) }] : []
    if (field.kind === 'day' && text(value) && !isDay(value)) return [{ field: field.name, code: 'not-a-day', message: say('notADay', { label: field.label, value }) }]
    if (!rightKind(field, value)) return [{ field: field.name, code: 'wrong-kind', message: say('wrongKind', { label: field.label, kind: say(`kinds.${field.kind}`) }) }]
    const longest = field.longest ?? longestText
    const length = lengthOf(value)
    if (length > longest) return [{ field: field.name, code: 'too-long', message: say('tooLong', { label: field.label, longest, length }) }]
    const strange = unshowable(strings(value).join('\n'))
    return strange.length > 0 ? [{ field: field.name, code: 'no-glyph', message: say('noGlyph', { label: field.label, chars: strange.slice(0, 10).map((char) => `${char} (U+${[...char].map((one) => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')).join(' ')})`).join('、') }) }] : []
  })
  const names = template.fields.map((field) => field.name)
  const weights = names.map((name): readonly [string, number] => [name, weightOf(fields[name])]).toSorted((a, b) => b[1] - a[1])
  const weight = weights.reduce((sum, [, one]) => sum + one, 0)
  const whole: readonly FieldFault[] = weight <= longestPaper ? [] : [{ field: weights[0]?.[0] ?? '', code: 'too-long', message: say('tooLong', { label: template.title, longest: longestPaper, length: weight }) }]
  const unknown = Object.keys(fields).filter((name) => !names.includes(name)).map((name): FieldFault => {
    const [first] = near(name, names)
    return { field: name, code: 'unknown', message: say('unknown', { field: name, near: first === undefined ? '' : say('nearField', { name: first }) }) }
  })
  return [...known, ...whole, ...unknown]
}

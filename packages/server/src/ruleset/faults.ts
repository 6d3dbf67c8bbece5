// What is wrong with the form of a piece, in words for its editor.
import type { z } from 'zod'

const kinds: Readonly<Record<string, string>> = { object: 'a map of fields', record: 'a map', array: 'a list', string: 'a text (in quotes where it looks like a number)', number: 'a number', boolean: 'true or false', int: 'a whole number' }
const shown = (value: unknown): string => { const text = JSON.stringify(value); return text.length > 60 ? `${text.slice(0, 57)}…` : text }
const given = (input: unknown): string => (input === undefined ? 'is missing' : input === null ? 'is empty' : Array.isArray(input) ? 'is a list' : typeof input === 'object' ? 'is a map' : `is ${shown(input)}`)

/** The issue of the branch that came nearest: the one whose fault lies deepest. */
const nearest = (branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined => branches.flat().toSorted((a, b) => b.path.length - a.path.length)[0]

export function faultWords(issue: z.core.$ZodIssue): string {
  const is = given(issue.input)
  switch (issue.code) {
    case 'invalid_type': return `must be ${kinds[issue.expected] ?? issue.expected}, ${is}`
    case 'unrecognized_keys': return `nothing of this form has ${issue.keys.map((key) => `'${key.slice(0, 60)}'`).join(', ')} (a comma in a text needs quotes)`
    case 'invalid_value': return `must be ${issue.values.map(String).join(' | ')}, ${is}`
    case 'invalid_format': return issue.format === 'regex' && 'pattern' in issue && String(issue.pattern).includes('\\d{4}-') ? `must be a day like 2027-01-31, ${is}` : `has not the form that is asked for (${'pattern' in issue ? String(issue.pattern) : issue.format}), ${is}`
    case 'too_small': return `must not be smaller or shorter than ${issue.minimum}, ${is}`
    case 'too_big': return `must not be larger or longer than ${issue.maximum}, ${is}`
    case 'invalid_union': { const one = nearest(issue.errors); return one === undefined || one.path.length === 0 ? `fits none of the forms that may stand here, ${is}` : `${one.path.map(String).join('.')} ${faultWords(one)}` }
    case 'invalid_key': case 'invalid_element': case 'not_multiple_of': case 'custom': return `does not fit, ${is}`
  }
}

// What zod finds, as faults of fields that a person can mend, in the reader's language.
import type { z } from 'zod'
import { phrase, problemOf, type Language, type Problem } from './problem.ts'

/** Thrown by the validator of a route; `part` tells where the value came from. */
export class InvalidInput extends Error {
  readonly part: string
  readonly issues: readonly z.core.$ZodIssue[]
  constructor(part: string, issues: readonly z.core.$ZodIssue[]) {
    super('invalid')
    this.part = part
    this.issues = issues
  }
}

const said = (issue: z.core.$ZodIssue, language: Language): string => {
  const kind = (name: string): string => phrase('types', name, language)
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined && !issue.message.includes('received null') ? phrase('field', 'missing', language) : phrase('field', 'type', language, { expected: kind(issue.expected) })
    case 'unrecognized_keys': return phrase('field', 'unknown', language)
    case 'too_small': return issue.minimum === 1 && issue.origin === 'string' ? phrase('field', 'missing', language) : phrase('field', 'short', language, { minimum: String(issue.minimum) })
    case 'too_big': return phrase('field', 'long', language, { maximum: String(issue.maximum) })
    case 'invalid_value': return phrase('field', 'choice', language, { values: issue.values.map(String).join(' / ') })
    case 'custom': return phrase('field', typeof issue.params?.['form'] === 'string' ? issue.params['form'] : 'other', language)
    case 'invalid_format': return phrase('field', 'form', language)
    default: return phrase('field', 'other', language)
  }
}

/** Every fault with its place, as a problem: 422 for a body, 400 for an address or header. */
export function problemOfFaults(fault: InvalidInput, language: Language): Problem {
  const found = fault.issues.flatMap((issue) => {
    const place = (key?: string): string => [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.').slice(0, 200)
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ field: place(key), message: said(issue, language) })) : [{ field: place(), message: said(issue, language) }]
  })
  // The last word on a field is the most telling one: its form first, then what it means.
  const errors = [...new Map(found.map((one) => [one.field, one])).values()].slice(0, 50)
  const fields = errors.slice(0, 5).map(({ field, message }) => `${field === '' ? phrase('field', 'body', language) : field} ${message}`).join(phrase('field', 'and', language))
  return problemOf(fault.part === 'body' ? 'invalid' : 'invalid-query', language, { count: errors.length, fields }, { errors })
}

import { isDay, type FormField, type ProcedureAct } from '@hengjian/law'
import type { Attempt } from './state.ts'

const empty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Where the value of a field stands in an attempt: demands, answers, findings and addressees have their own place, the rest is in the form. */
function valueOf({ kind, name }: FormField, attempt: Attempt): unknown {
  switch (kind) {
    case 'demands': return attempt.demands ?? attempt.form?.[name]
    case 'answers': return attempt.answers ?? attempt.form?.[name]
    case 'findings': return attempt.findings ?? attempt.form?.[name]
    case 'organ': case 'organs': return name === 'to' ? attempt.to : attempt.form?.[name]
    default: return attempt.form?.[name]
  }
}

const fine = ({ kind, choices }: FormField, value: unknown): boolean => {
  switch (kind) {
    case 'day': return isDay(value)
    case 'choice': return typeof value === 'string' && (choices === undefined || choices.some(({ id }) => id === value))
    case 'amount': case 'number': return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    case 'yes-no': return typeof value === 'boolean'
    case 'text': case 'long-text': return typeof value === 'string' && value.trim() !== ''
    case 'organ': return typeof value === 'string' || Array.isArray(value)
    case 'organs': case 'demands': case 'answers': case 'findings': case 'files': return Array.isArray(value)
    default: { const never: never = kind; throw new RangeError(String(never)) }
  }
}

/** Fields of the act's form that are missing or malformed. Demands need numbers that differ and words; answers and findings a demand and words. */
export function formFaults(entry: ProcedureAct, attempt: Attempt): readonly FormField[] {
  const numbers = (attempt.demands ?? []).map(({ no }) => no)
  return entry.form.filter((field) => {
    const value = valueOf(field, attempt)
    if (empty(value)) return field.required === true
    if (!fine(field, value)) return true
    if (field.kind === 'demands') return new Set(numbers).size !== numbers.length || (attempt.demands ?? []).some(({ no, text }) => !Number.isInteger(no) || no < 1 || text.trim() === '')
    if (field.kind === 'answers') return (attempt.answers ?? []).some(({ text }) => text.trim() === '')
    return false
  })
}

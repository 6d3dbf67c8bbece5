import { day, type FormField, type ProcedureAct } from '@hengjian/law'
import type { Attempt } from './state.ts'

/** A value that a field accepts. */
export function sampleOf({ kind, choices }: FormField): unknown {
  switch (kind) {
    case 'day': return '2026-11-30'
    case 'choice': return choices?.[0]?.id ?? ''
    case 'amount': case 'number': return 3
    case 'yes-no': return true
    case 'organs': case 'organ': return ['forestry']
    case 'files': return [{ sha256: '0'.repeat(64), name: '材料.pdf', size: 10, type: 'application/pdf' }]
    case 'demands': return [{ no: 1, text: '移送涉嫌犯罪案件' }, { no: 2, text: '排查同类案件' }]
    case 'answers': return [{ demand: 1, state: 'done', text: '已移送' }, { demand: 2, state: 'done', text: '已排查' }]
    case 'findings': return [{ demand: 1, result: 'done', text: '属实' }, { demand: 2, result: 'done', text: '属实' }]
    default: return '如实填写'
  }
}

const apart = new Set(['demands', 'answers', 'findings'])
/** A minimal valid attempt of an entry: required fields only. */
export function attemptOf(entry: ProcedureAct, on: string, more: Partial<Attempt> = {}): Attempt {
  const needed = entry.form.filter(({ required }) => required === true)
  const inForm = needed.filter(({ kind, name }) => !apart.has(kind) && name !== 'to')
  const own = Object.fromEntries(needed.filter(({ kind, name }) => apart.has(kind) || name === 'to').map((field) => [field.name, sampleOf(field)]))
  return { act: entry.act, key: entry.key, on: day(on), form: { ...Object.fromEntries(inForm.map((field) => [field.name, sampleOf(field)])), ...more.form }, ...own, ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'form')) }
}

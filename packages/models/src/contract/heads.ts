import { unitOf } from '../reading/numbers.ts'
import { problem, type Where } from '../problem.ts'
import type { DatasetContract, Field } from './contract.ts'

/** A column of the file that a field is read from; `unit` is what the head itself says (fine in yuan instead of ten thousand yuan). */
export type Column = { readonly at: number; readonly head: string; readonly field: Field; readonly unit: string | null }
export type Columns = { readonly columns: readonly Column[]; readonly unknown: readonly string[]; readonly absent: readonly Field[] }

const plain = (head: string): string => head.normalize('NFKC').replace(/[\s*\ufeff]+/g, '').toLowerCase()
const trailing = /\(([^()]*)\)$/

/** The unit in brackets behind a head, when it is one. */
export function unitInHead(head: string): string | null {
  const found = trailing.exec(plain(head))?.[1]
  return found !== undefined && unitOf(found.replace(/^(?:\p{Script=Han}{2}:)/u, '')) !== null ? found : null
}
/** A head as it is compared: no spaces, half-width, lower case, without a unit in brackets. */
export const withoutUnit = (head: string): string => {
  const bare = plain(head)
  return unitInHead(head) === null ? bare : bare.replace(trailing, '')
}

/** Which column of the file is which field. A field is known by its name, by its Chinese title or by an alias. */
export function columnsOf(contract: DatasetContract, heads: readonly string[]): Columns & { readonly doubled: readonly Column[] } {
  const byName = new Map(contract.fields.map((field) => [field.name.toLowerCase(), field]))
  const byAlias = new Map(contract.fields.toReversed().flatMap((field) => field.aliases.toReversed().map(({ head }) => [head, field] as const)))
  const columns: Column[] = []
  const doubled: Column[] = []
  const unknown: string[] = []
  for (const [at, head] of heads.entries()) {
    const bare = withoutUnit(head)
    const field = byName.get(bare) ?? byAlias.get(bare)
    if (field === undefined) { if (bare !== '') unknown.push(head) } else {
      const column = { at, head, field, unit: unitInHead(head) }
      if (columns.some((other) => other.field === field)) doubled.push(column)
      else columns.push(column)
    }
  }
  return { columns, unknown, doubled, absent: contract.fields.filter((field) => !columns.some((column) => column.field === field)) }
}

/** Steps of editing between two short texts, at most `limit`. */
function apart(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return Math.min(row[b.length] ?? limit, limit)
}
const nearest = (field: Field, unknown: readonly string[]): string | null => {
  const scored = unknown.map((head) => ({ head, far: Math.min(...[field.name.toLowerCase(), ...field.aliases.map(({ head: alias }) => alias)].map((known) => apart(withoutUnit(head).slice(0, 60), known, 99) / known.length)) })).toSorted((a, b) => a.far - b.far)[0]
  return scored !== undefined && scored.far <= 0.5 ? scored.head : null
}

/**
 * The columns, or the problem that names every missing one with its nearest head. Throws DataProblem `header-missing` when no row of heads is
 * there at all, `columns-missing` when needed columns are not (unless absent ones are only to be reported), `column-doubled` when two columns say the same field.
 */
export function needColumns(contract: DatasetContract, heads: readonly string[], where: Where, absent: 'refuse' | 'report' = 'refuse'): Columns {
  const found = columnsOf(contract, heads)
  const missing = found.absent.filter((field) => field.column)
  const shown = heads.filter((head) => head !== '').slice(0, 12).map((head) => (head.length > 24 ? `${head.slice(0, 24)}…` : head)).join(' | ')
  if (found.columns.length === 0 || (found.columns.length === 1 && missing.length > 1 && heads.length > 2)) throw problem('header-missing', { dataset: contract.id, found: shown === '' ? '–' : shown, needed: missing.map(({ title }) => title).join(', ') }, where)
  if (missing.length > 0 && absent === 'refuse') {
    const names = missing.map((field) => { const near = nearest(field, found.unknown); return `${field.title} (${field.name}${near === null ? '' : ` ~ ${near}?`})` })
    throw problem('columns-missing', { dataset: contract.id, columns: names.join(', '), found: shown, count: missing.length }, where)
  }
  const twice = found.doubled[0]
  if (twice !== undefined) throw problem('column-doubled', { head: twice.head, field: twice.field.title, first: found.columns.find(({ field }) => field === twice.field)?.head ?? '' }, { ...where, column: twice.at + 1 })
  return found
}

import type { Field } from '../contract/contract.ts'
import { digest } from './digest.ts'

/** What a column of the kept rows holds. `distinct` is exact up to 10,000 values; beyond, `distinctAtLeast` says that it is a floor. */
export type ProfileRow = { readonly field: string; readonly filled: number; readonly distinct: number; readonly distinctAtLeast?: true; readonly min: string | null; readonly max: string | null }

const most = 10_000

/** Counts one column while rows pass. Smallest and largest are of days, months and numbers only: of names they would say nothing and show somebody. */
export function columnProfile(field: Field) {
  const ordered = field.type === 'date' || field.type === 'datetime' || field.type === 'month'
  const numbers = field.type === 'int' || field.type === 'decimal'
  // Digests, not texts: a kept piece of a file would keep its whole block in memory.
  const values = new Set<number>()
  let filled = 0
  let last = ''
  let min: string | null = null
  let max: string | null = null
  return {
    take(value: string): void {
      filled++
      if (value === last) return
      last = value
      if (values.size < most) values.add(digest(value))
      if (ordered) {
        if (min === null || value < min) min = value
        if (max === null || value > max) max = value
      } else if (numbers) {
        if (min === null || Number(value) < Number(min)) min = value
        if (max === null || Number(value) > Number(max)) max = value
      }
    },
    row: (): ProfileRow => ({ field: field.name, filled, distinct: values.size, ...(values.size >= most ? { distinctAtLeast: true as const } : {}), min, max }),
  }
}

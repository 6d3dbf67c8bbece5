/** One record of a delivered file. `n` counts data rows from 1; `line` is where it starts: a line of the text, a row of the sheet. */
export type Row = {
  readonly n: number
  readonly line: number
  readonly cells: readonly string[]
  /** Cells that were spoilt before they reached us: a number that lost digits in a spreadsheet's floating point, a formula's error. */
  readonly spoilt: readonly Spoilt[] | null
  /** The record as a whole cannot be read: `cells` are shown, not used. */
  readonly fault: { readonly code: string; readonly expected: string } | null
}

export type Spoilt = { readonly at: number; readonly code: 'number-precision' | 'formula-error' }

/** A file as records: heads, where they stand, and the rows in batches. Reading further may throw DataProblem. */
export type Table = {
  readonly heads: readonly string[]
  readonly headLine: number
  readonly sheet?: string
  readonly rows: AsyncIterable<readonly Row[]>
}

/** What a delivery may cost. Exceeding one is a problem of the whole file, and nothing of it is kept. */
export type Limits = {
  readonly bytes: number; readonly inflated: number; readonly ratio: number; readonly entries: number
  readonly rows: number; readonly columns: number; readonly cell: number; readonly depth: number
}
export const limits: Limits = { bytes: 2 ** 31, inflated: 2 ** 31, ratio: 200, entries: 2000, rows: 20_000_000, columns: 512, cell: 1_000_000, depth: 8 }

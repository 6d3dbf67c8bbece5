import type { Day, Text } from '@hengjian/law'

/** A fixed value, a parameter of the run, the day of the run, or an end of a dataset's coverage; days may be added. */
export type Value = { readonly value: string | number | boolean } | { readonly parameter: string } | { readonly asOf: true; readonly plusDays?: number | string } | { readonly column: string; readonly plusDays?: number | string }
  | { readonly coverage: string; readonly end: 'from' | 'to'; readonly plusDays?: number | string }

/** A condition by names: a column of the step before, what it must be, with what. A closed list; there is no language of expressions. */
export type Condition =
  | { readonly column: string; readonly is: 'missing' | 'present' | 'true' | 'not-true' }
  | { readonly column: string; readonly is: 'equal' | 'at-least' | 'above' | 'below' | 'at-most'; readonly to: Value }
  | { readonly column: string; readonly is: 'among'; readonly to: readonly string[] }
  | { readonly column: string; readonly is: 'containing'; readonly to: readonly string[]; readonly butNot?: readonly string[] }
  | { readonly dataset: string; readonly is: 'absent' }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }

/** A column of a `take`: one field, or the first of several that is filled. */
export type From = string | { readonly first: readonly string[] }
/** How two rows belong together: equal columns (left of ours, right of the dataset's), unequal ones, either side missing, the other's day in a window. */
export type Way = {
  readonly same: readonly (readonly [string, string])[]
  readonly different?: readonly (readonly [string, string])[]
  readonly eitherMissing?: readonly (readonly [string, string])[]
  /** The other's day lies in a window. `orMissing`: a day missing on either side does not part them. */
  readonly within?: { readonly field: string; readonly from?: Value; readonly to?: Value; readonly orMissing?: boolean }
  /** Fields of the dataset that are empty. */
  readonly missing?: readonly string[]
}

type Shown = { readonly id: string; readonly title: Text; readonly detail: Text }
export type Step = Shown & (
  /** Rows of one or more datasets under common column names; `unless`: a row that an earlier source already has; `prose`: the field whose text may name amounts. */
  | { readonly kind: 'take'; readonly sources: readonly { readonly dataset: string; readonly as: string; readonly columns: Readonly<Record<string, From>>; readonly prose?: string; readonly unless?: { readonly dataset: string; readonly same: readonly (readonly [string, string])[] } }[] }
  | { readonly kind: 'filter'; readonly keep?: readonly Condition[]; readonly drop?: readonly Condition[] }
  /** Keeps rows whose conduct is of a kind that has a criminal limit; adds `act_kind`. */
  | { readonly kind: 'match'; readonly list: 'acts'; readonly name: string; readonly code: string; readonly only?: readonly string[] }
  /** Counts earlier rows of the same group within so many years before a row's day; adds the column `as`, 0 for rows that `where` leaves out. */
  | { readonly kind: 'window'; readonly where?: readonly Condition[]; readonly by: readonly string[]; readonly day: string; readonly counts: readonly { readonly as: string; readonly years: number }[] }
  /** Compares each row with the limits in force on its day; rows below them go out. Adds limit_id, measured, minimum, measured_from, reach, borderline, in_every_version. */
  | { readonly kind: 'score'; readonly with: 'criminal-limits'; readonly day: string; readonly earlier: Readonly<Record<string, string>> }
  /** Adds the first row of a dataset that belongs to ours; fills empty columns from it. Rows without one stay. */
  | { readonly kind: 'link'; readonly dataset: string; readonly as: string; readonly way: Way; readonly fill?: Readonly<Record<string, string>> }
  /** Keeps rows for which no way finds a row in the dataset. */
  | { readonly kind: 'except'; readonly dataset: string; readonly ways: readonly Way[] }
  | { readonly kind: 'group'; readonly by: readonly string[]; readonly add: Readonly<Record<string, { readonly count: 'rows' } | { readonly sum: string } | { readonly first: string }>>; readonly keep: readonly Condition[] }
  /** Rule, status and reason of each row by the first case that holds; a row for which none holds is no clue. */
  | { readonly kind: 'flag'; readonly cases: readonly Flag[] }
  | { readonly kind: 'sql'; readonly text: string; readonly columns: readonly string[] }
)
export type Flag = { readonly when?: readonly Condition[]; readonly rule: string; readonly status: ClueStatus; readonly reason: string }
export type ClueStatus = 'clue' | 'to_verify' | 'undecidable'

export type Parameter = {
  readonly id: string; readonly title: Text; readonly type: 'days' | 'percent' | 'amount' | 'count'; readonly default: number; readonly unit: string | null
  /** The range that may be chosen; a parameter fixed by law has none and may not be set. */
  readonly range: readonly [number, number] | null
  readonly fixedByLaw: boolean
  /** The criminal limit whose figure this shows; the two must agree. */
  readonly limit?: string
  readonly source: string
}

/** A supervision model as data. Its clues are about how an organ handled something; it proposes and decides nothing (M1.1). */
export type ModelDefinition = {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly problem: Text
  readonly area: string
  readonly articles: readonly string[]
  readonly supervised: readonly string[]
  readonly basis: readonly { readonly law: string; readonly article: string; readonly says: string }[]
  readonly inputs: readonly { readonly dataset: string; readonly required: boolean }[]
  readonly parameters: readonly Parameter[]
  readonly traps: readonly { readonly trap: string; readonly handling: string }[]
  readonly reviewer: string
  readonly instrument: readonly string[]
  readonly steps: readonly Step[]
  /** The parts of a clue's key; each part is the first filled column. */
  readonly key: readonly (readonly string[])[]
  /** The columns that a sentence about a clue speaks of. */
  readonly speaks: { readonly organ: string; readonly party: string; readonly document: string; readonly day: string; readonly act: string }
  /** Evidence: which role columns hold rows of which dataset. */
  readonly evidence: readonly { readonly as: string; readonly dataset: string }[]
  readonly searched: readonly { readonly dataset: string; readonly what: Text }[]
  /** One sentence per reason. */
  readonly says: Readonly<Record<string, Text>>
  /** Rows as accepted, and what must come out of them; at least one case finds nothing. */
  readonly cases: readonly { readonly name: string; readonly asOf: Day; readonly given: Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>>; readonly found: readonly string[] }[]
  readonly remarks: readonly { readonly when: readonly Condition[]; readonly level: 'ok' | 'warn'; readonly text: Text }[]
}

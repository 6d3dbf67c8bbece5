/** What is wrong with a piece of the rulebook: where, which field, why, in words for its editor. */
export type LawProblem = { readonly file: string; readonly line: number | null; readonly field: string; readonly reason: string }

/** Something about the store's surroundings (database, data folder, backup) that a person has to mend. `where` is a path, an address or a table. */
export class StoreProblem extends Error {
  readonly code: string
  readonly what: string
  readonly where: string
  readonly why: string
  readonly whatToDo: string
  constructor(parts: { readonly code: string; readonly what: string; readonly where: string; readonly why: string; readonly whatToDo: string }) {
    super(`${parts.what} (${parts.where}): ${parts.why}. ${parts.whatToDo}`)
    this.code = parts.code
    this.what = parts.what
    this.where = parts.where
    this.why = parts.why
    this.whatToDo = parts.whatToDo
  }
}

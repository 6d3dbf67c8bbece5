// The shapes at this package's door.
import type { Text } from '@hengjian/law'

/** What a template is filled with, by field name (`paperFields(instrument)` lists them). Text is text: nothing in it is read as markup. Days are 'YYYY-MM-DD'. */
export type PaperFields = Readonly<Record<string, unknown>>

export type PaperFormat = 'pdf' | 'svg' | 'docx' | 'ofd'

export type RenderOptions = {
  readonly format: PaperFormat
  /** A proof sheet: frame of the type area, data words tinted, what is missing shown in its place. */
  readonly proof?: boolean
  /** `refuse` (the default without proof): a missing required field is a PaperProblem. `blank`: it is shown as a blank to be filled. */
  readonly missing?: 'refuse' | 'blank'
}

/** The type area of GB/T 9704 in millimetres, and how many lines and characters it holds. */
export type Geometry = { readonly lines: number; readonly columns: number; readonly topMm: number; readonly leftMm: number; readonly widthMm: number; readonly heightMm: number }

export type Rendered =
  | { readonly format: 'svg'; /** One SVG document a page, glyphs as outlines, no script, no link. */ readonly pages: readonly string[]; readonly geometry: Geometry }
  | { readonly format: 'pdf' | 'docx' | 'ofd'; readonly bytes: Uint8Array; readonly type: string; /** Unknown for DOCX: the word processor breaks the pages. */ readonly pages: number | null; readonly geometry: Geometry }

export type FieldKind = 'text' | 'long-text' | 'day' | 'texts' | 'demands' | 'answers' | 'rows' | 'yes-no'

/** A field of a template. `elements`: the required elements of the law (in its own words) that the field fulfils. */
export type PaperField = {
  readonly name: string
  readonly kind: FieldKind
  readonly label: Text
  readonly required?: boolean
  readonly elements?: readonly string[]
  /** The law lists the element but leaves it to the case whether there is anything to say. */
  readonly leftToTheCase?: boolean
  /** Why it must be there, with the provision when there is one. */
  readonly why?: Text
  /** The longest text that is still taken, in characters. */
  readonly longest?: number
}

export type FieldFault = { readonly field: string; readonly code: 'missing' | 'wrong-kind' | 'too-long' | 'not-a-day' | 'no-glyph' | 'unknown'; readonly message: Text }

/** A paper that cannot be made: which instrument or fields, why, and what would do. Never half a document. */
export class PaperProblem extends Error {
  readonly code: 'paper.unknown-instrument' | 'paper.fields' | 'paper.template'
  readonly text: Text
  readonly near: readonly string[]
  readonly faults: readonly FieldFault[]
  constructor(code: PaperProblem['code'], text: Text, more: { readonly near?: readonly string[]; readonly faults?: readonly FieldFault[] } = {}) {
    super(text.en)
    this.code = code
    this.text = text
    this.near = more.near ?? []
    this.faults = more.faults ?? []
  }
}

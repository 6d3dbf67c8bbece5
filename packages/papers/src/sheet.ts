// A paper as spans of text before any typesetter sees it: what PDF, SVG, DOCX and OFD are made from alike.

/** What a phrase is as data; tinted on a proof sheet. `bad`: a demand that nobody could verify yet. `blank`: still to be filled in. */
export type Mark = 'party' | 'time' | 'demand' | 'bad' | 'blank'
export type Span = { readonly t: string; readonly m?: Mark; readonly f?: 'hei' | 'kai' }
export type Paragraph = { readonly spans: readonly Span[] }
export type Block = { readonly kind: 'paragraph'; readonly spans: readonly Span[] } | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A cell of a form: label and what is written beside it. */
export type Cell = { readonly label: string; readonly spans: readonly Span[] }

export type Sheet = {
  readonly style: 'instrument' | 'letter' | 'form'
  readonly organ: string
  /** What the paper is called: 检察建议书, or 关于……的函. */
  readonly title: string
  readonly docNo: Span
  readonly signer: string | null
  readonly to: readonly Span[]
  readonly blocks: readonly Block[]
  readonly form: readonly (readonly Cell[])[]
  readonly attachments: { readonly lead: string; readonly items: readonly string[] }
  readonly signature: { readonly organ: string; readonly date: string; readonly seal: boolean }
  readonly contact: string | null
  readonly copies: string | null
  readonly day: { readonly year: number; readonly month: number; readonly day: number }
}

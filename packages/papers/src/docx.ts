import { AlignmentType, BorderStyle, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type IRunOptions } from 'docx'
import { geometry, paper } from './geometry.ts'
import type { Sheet, Span } from './sheet.ts'
import type { SharedWords } from './template.ts'

// Names that word processors in offices know; who has none of them sees the nearest Song or Hei.
const face = { fang: '仿宋', hei: '黑体', kai: '楷体', song: '宋体', title: '方正小标宋简体' }
const twip = (mm: number): number => Math.round((mm * 1440) / 25.4)
/** The pitch of the line grid in twentieths of a point: 225 mm in 22 lines. */
const linePitch = Math.round(twip(geometry.heightMm) / geometry.lines)
const body = 16
const indent = 2 * Math.round(twip(geometry.widthMm) / geometry.columns)

const run = (text: string, size: number = body, font: string = face.fang, more: IRunOptions = {}): TextRun => new TextRun({ text, size: size * 2, font: { ascii: font, eastAsia: font, hAnsi: font, hint: 'eastAsia' }, ...more })
const spans = (all: readonly Span[]): TextRun[] => all.map((span) => run(span.t, body, span.f === undefined ? face.fang : face[span.f]))
const line = { spacing: { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } }
const para = (children: TextRun[], more: IParagraphOptions = {}): Paragraph => new Paragraph({ ...line, children, ...more })
const centred = (children: TextRun[]): Paragraph => para(children, { alignment: AlignmentType.CENTER })
const empty = (): Paragraph => para([])

function head(sheet: Sheet): Paragraph[] {
  if (sheet.style !== 'letter') return [centred([run(sheet.organ, 22, face.title)]), centred([run(sheet.title, 22, face.title, { characterSpacing: 120 })]), para(spans([sheet.docNo]), { alignment: AlignmentType.RIGHT })]
  const number = sheet.signer === null ? centred(spans([sheet.docNo])) : para([...spans([sheet.docNo]), run('\t'), run(sheet.signer, body, face.kai)], { tabStops: [{ type: 'right', position: twip(geometry.widthMm) }] })
  const organ = Math.min(40, Math.floor(420 / [...sheet.organ].length))
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: linePitch, after: linePitch }, children: [run(sheet.organ, organ, face.title, { color: 'C8161D' })] }), number,
    para([], { border: { top: { style: BorderStyle.SINGLE, size: 12, color: 'C8161D', space: 1 } } }), empty(), centred([run(sheet.title, 22, face.title)]), empty()]
}

const grid = (rows: readonly (readonly TextRun[][])[], widths: readonly number[]): Table => new Table({
  width: { size: twip(geometry.widthMm), type: WidthType.DXA }, columnWidths: [...widths],
  rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children, i) => new TableCell({
    ...(cells.length === 2 && widths.length === 4 && i === 1 ? { columnSpan: 3 } : {}), margins: { top: 100, bottom: 100, left: 100, right: 100 }, children: [new Paragraph({ children })] })) })),
})

function content(sheet: Sheet): (Paragraph | Table)[] {
  const width = twip(geometry.widthMm)
  if (sheet.style === 'form') return [grid(sheet.form.map((row) => row.flatMap((cell) => [[run(cell.label, 14)], spans(cell.spans)])), [0.24, 0.3, 0.16, 0.3].map((part) => Math.round(part * width))), para([run(sheet.signature.date)], { alignment: AlignmentType.RIGHT })]
  const blocks = sheet.blocks.map((block) => (block.kind === 'paragraph' ? para(spans(block.spans), { indent: { firstLine: indent } }) : grid([block.head.map((text) => [run(text, 14, face.hei)]), ...block.rows.map((row) => row.map((text) => [run(text, 14)]))], [0.1, 0.38, 0.52].map((part) => Math.round(part * width)))))
  const items = sheet.attachments.items.map((item, i) => para([run(`${i === 0 ? sheet.attachments.lead : ''}${sheet.attachments.items.length > 1 ? `${i + 1}. ` : ''}${item}`)], { indent: { left: i === 0 ? indent : indent * 2.5 } }))
  // Signature lines stay with the text before them (keepNext), so the signature is never alone on a page.
  const signature = [sheet.signature.organ, sheet.signature.date].map((text) => para([run(text)], { alignment: AlignmentType.RIGHT, indent: { right: indent * 2 }, keepLines: true }))
  const kept = [empty(), empty()].map(() => para([], { keepNext: true }))
  return [para(spans(sheet.to)), ...blocks, ...(items.length > 0 ? [empty(), ...items] : []), ...kept, ...signature, ...(sheet.contact === null ? [] : [para([run(sheet.contact)], { indent: { firstLine: indent } })]),
    ...(sheet.copies === null ? [] : [empty(), para([run(sheet.copies, 14)], { border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 2 }, bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 2 } } })])]
}

const footer = (words: SharedWords, alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer => {
  const [before = '', after = ''] = words.page.split('{page}')
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [new TextRun({ size: 28, font: face.song, children: [before, PageNumber.CURRENT, after] })] })] })
}

/** A DOCX on the same page: margins, line grid and faces of GB/T 9704; the word processor breaks lines and pages. */
export async function toDocx(sheet: Sheet, words: SharedWords): Promise<Uint8Array> {
  const { topMm, leftMm, widthMm, heightMm } = geometry
  const bottom = paper.heightMm - topMm - heightMm
  const document = new Document({
    title: sheet.title, creator: sheet.organ, evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: {
        page: { size: { width: twip(paper.widthMm), height: twip(paper.heightMm) }, margin: { top: twip(topMm), left: twip(leftMm), right: twip(paper.widthMm - leftMm - widthMm), bottom: twip(bottom), footer: twip(bottom - 7 - 5) } },
        grid: { type: 'linesAndChars', linePitch, charSpace: Math.round((geometry.widthMm / 25.4 * 72 / geometry.columns - body) * 4096) },
      },
      footers: { default: footer(words, AlignmentType.RIGHT), even: footer(words, AlignmentType.LEFT) },
      children: [...head(sheet), ...content(sheet)],
    }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

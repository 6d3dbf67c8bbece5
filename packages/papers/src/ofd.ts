// Experimental: a small OFD (GB/T 33190) writer. No open reader was at hand to prove it; the record copy is the PDF.
import { strToU8, zipSync } from 'fflate'
import { geometry, paper } from './geometry.ts'
import type { Sheet, Span } from './sheet.ts'
import type { SharedWords } from './template.ts'

type Glyphs = { readonly text: string; readonly font: number; readonly color: string }
type Line = { readonly x: number; readonly y: number; readonly size: number; readonly runs: readonly Glyphs[]; readonly advance: number }

const pt = 25.4 / 72
const pitch = geometry.heightMm / geometry.lines
const cell = geometry.widthMm / geometry.columns
const fonts = ['仿宋', '黑体', '楷体', '宋体'] as const
const black = '0 0 0'
const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
const half = (char: string): boolean => /[\u0020-\u007e]/.test(char)
const width = (char: string, advance: number): number => (half(char) ? advance / 2 : advance)
/** Punctuation that may not begin a line. */
const closing = /[，。、；：！？）》」』”’〕】]/u

type Glyph = { readonly char: string; readonly font: number }
const glyphs = (spans: readonly Span[]): readonly Glyph[] => spans.flatMap((span) => [...span.t].map((char) => ({ char, font: span.f === 'hei' ? 2 : span.f === 'kai' ? 3 : 1 })))

/** Breaks a paragraph into lines of 28 cells; closing punctuation hangs on. */
function broken(all: readonly Glyph[], indent: number): readonly (readonly Glyph[])[] {
  const out: Glyph[][] = [[]]
  let used = indent
  for (const glyph of all) {
    const wide = width(glyph.char, cell)
    if (used + wide > geometry.widthMm + 0.01 && !closing.test(glyph.char)) { out.push([]); used = 0 }
    out.at(-1)?.push(glyph)
    used += wide
  }
  return out
}

class Pages {
  readonly pages: Line[][] = [[]]
  #row = 0
  room(rows: number): void { if (this.#row + rows > geometry.lines) { this.pages.push([]); this.#row = 0 } }
  skip(rows: number): void { this.#row += rows }
  line(all: readonly Glyph[], x: number, size: number = 16, color: string = black): void {
    this.room(1)
    const runs: Glyphs[] = []
    for (const { char, font } of all) {
      const last = runs.at(-1)
      if (last?.font === font) runs[runs.length - 1] = { ...last, text: last.text + char }
      else runs.push({ text: char, font, color })
    }
    this.pages.at(-1)?.push({ x: geometry.leftMm + x, y: geometry.topMm + this.#row * pitch, size: size * pt, runs, advance: size === 16 ? cell : size * pt })
    this.#row++
  }
  paragraph(spans: readonly Span[], indent: number): void { broken(glyphs(spans), indent).forEach((line, i) => this.line(line, i === 0 ? indent : 0)) }
  centred(text: string, size: number, font: number, color: string = black): void {
    const advance = size * pt
    this.line([...text].map((char) => ({ char, font })), (geometry.widthMm - [...text].reduce((sum, char) => sum + width(char, advance), 0)) / 2, size, color)
  }
}

function laidOut(sheet: Sheet): readonly (readonly Line[])[] {
  const pages = new Pages()
  const [form, plain] = [sheet.style === 'form', (text: string): readonly Span[] => [{ t: text }]]
  pages.centred(sheet.organ, 22, 4, sheet.style === 'letter' ? '200 22 29' : black)
  pages.centred(sheet.title, 22, 4)
  const number = glyphs([sheet.docNo])
  pages.line(number, geometry.widthMm - number.reduce((sum, { char }) => sum + width(char, cell), 0))
  if (form) for (const row of sheet.form) for (const { label, spans } of row) pages.paragraph([{ t: `${label}　`, f: 'hei' }, ...spans], 0)
  else {
    pages.paragraph(sheet.to, 0)
    for (const block of sheet.blocks) if (block.kind === 'paragraph') pages.paragraph(block.spans, 2 * cell); else for (const row of [block.head, ...block.rows]) pages.paragraph(plain(row.join('　')), 2 * cell)
    sheet.attachments.items.forEach((item, i) => pages.paragraph(plain(`${i === 0 ? sheet.attachments.lead : '　　　'}${i + 1}. ${item}`), 2 * cell))
    pages.skip(2)
    pages.room(2)
    for (const text of [sheet.signature.organ, sheet.signature.date]) { const all = glyphs(plain(text)); pages.line(all, geometry.widthMm - 4 * cell - all.reduce((sum, { char }) => sum + width(char, cell), 0)) }
    if (sheet.copies !== null) { pages.skip(1); pages.paragraph(plain(sheet.copies), 0) }
  }
  return pages.pages
}

/** Writes the same fields as an OFD of text objects on the GB/T 9704 grid. Deterministic. */
export function toOfd(sheet: Sheet, words: SharedWords): { readonly bytes: Uint8Array; readonly pages: number } {
  let id = 10
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"'
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
  const object = (x: number, y: number, size: number, advance: number, { text, font, color }: Glyphs): string => {
    const steps = [...text].slice(0, -1).map((char) => width(char, advance).toFixed(3))
    const wide = [...text].reduce((sum, char) => sum + width(char, advance), 0)
    return `<ofd:TextObject ID="${id++}" Boundary="${x.toFixed(3)} ${y.toFixed(3)} ${(wide + 1).toFixed(3)} ${(size * 1.3).toFixed(3)}" Font="${font}" Size="${size.toFixed(3)}"><ofd:FillColor Value="${color}"/><ofd:TextCode X="0" Y="${(size * 0.88).toFixed(3)}"${steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : ''}>${escape(text)}</ofd:TextCode></ofd:TextObject>`
  }
  const written = (line: Line): string => {
    let x = line.x
    return line.runs.map((one) => { const out = object(x, line.y, line.size, line.advance, one); x += [...one.text].reduce((sum, char) => sum + width(char, line.advance), 0); return out }).join('')
  }
  const pages = laidOut(sheet)
  const area = `<ofd:PhysicalBox>0 0 ${paper.widthMm} ${paper.heightMm}</ofd:PhysicalBox>`
  const numberOf = (n: number): string => { const text = words.page.replace('{page}', String(n)); return written({ x: n % 2 === 1 ? geometry.leftMm + geometry.widthMm - 22 : geometry.leftMm + 5, y: geometry.topMm + geometry.heightMm + 5, size: 14 * pt, advance: 14 * pt, runs: [{ text, font: 4, color: black }] }) }
  const files: Record<string, Uint8Array> = {
    'OFD.xml': xml(`<ofd:OFD ${ns} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>${escape(sheet.title)}</ofd:Title><ofd:Author>${escape(sheet.organ)}</ofd:Author><ofd:CreationDate>${isoDay(sheet)}</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`),
    'Doc_0/PublicRes.xml': xml(`<ofd:Res ${ns} BaseLoc="Res"><ofd:Fonts>${fonts.map((name, i) => `<ofd:Font ID="${i + 1}" FontName="${name}" FamilyName="${name}"/>`).join('')}</ofd:Fonts></ofd:Res>`),
  }
  const list = pages.map((lines, i) => {
    const page = id++
    files[`Doc_0/Pages/Page_${i}/Content.xml`] = xml(`<ofd:Page ${ns}><ofd:Area>${area}</ofd:Area><ofd:Content><ofd:Layer ID="${id++}" Type="Body">${lines.map(written).join('')}${numberOf(i + 1)}</ofd:Layer></ofd:Content></ofd:Page>`)
    return `<ofd:Page ID="${page}" BaseLoc="Pages/Page_${i}/Content.xml"/>`
  })
  files['Doc_0/Document.xml'] = xml(`<ofd:Document ${ns}><ofd:CommonData><ofd:MaxUnitID>${id}</ofd:MaxUnitID><ofd:PageArea>${area}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`)
  // The archive's own times are fixed, so that the same fields give the same bytes.
  return { bytes: zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 }), pages: pages.length }
}

const isoDay = ({ day }: Sheet): string => `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`

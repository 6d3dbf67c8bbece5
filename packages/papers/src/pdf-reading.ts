// Reads where each character of a PDF stands, from the file alone: objects, content streams, text matrices, glyph widths, ToUnicode.
// Enough for what this package writes: a second opinion on the typesetter, for the tests.
import { inflateSync } from 'node:zlib'

export type Placed = { readonly char: string; /** Millimetres from the left edge of the sheet. */ readonly x: number; /** Baseline, millimetres from the upper edge. */ readonly y: number; readonly sizePt: number; readonly font: string; readonly advanceMm: number }
export type PdfPage = { readonly widthMm: number; readonly heightMm: number; readonly chars: readonly Placed[] }

type Matrix = readonly [number, number, number, number, number, number]
type Font = { readonly name: string; readonly unicode: ReadonlyMap<number, string>; readonly width: (code: number) => number }

const mm = 25.4 / 72
const times = (a: Matrix, b: Matrix): Matrix => [a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]]

class File {
  readonly #text: string
  readonly #at = new Map<number, { readonly from: number; readonly to: number }>()
  constructor(bytes: Uint8Array) {
    this.#text = Buffer.from(bytes).toString('latin1')
    for (const match of this.#text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) this.#at.set(Number(match[1]), { from: match.index + match[0].length, to: this.#text.indexOf('endobj', match.index) })
  }
  object(id: number): string { const at = this.#at.get(id); return at === undefined ? '' : this.#text.slice(at.from, at.to) }
  stream(id: number): string {
    const at = this.#at.get(id)
    if (at === undefined) return ''
    const from = this.#text.indexOf('stream\n', at.from) + 7
    const length = Number(/\/Length (\d+)/.exec(this.#text.slice(at.from, from))?.[1])
    const raw = Buffer.from(this.#text.slice(from, from + length), 'latin1')
    return this.object(id).includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1')
  }
  get ids(): readonly number[] { return [...this.#at.keys()] }
}

const reference = (text: string, name: string): number => Number(new RegExp(`/${name} ?\\[?\\s*(\\d+) 0 R`).exec(text)?.[1] ?? -1)

function toUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) for (const [, code = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) map.set(Number.parseInt(code, 16), text(to))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) for (const [, from = '', to = '', start = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) map.set(code, String.fromCodePoint(Number.parseInt(start, 16) + code - Number.parseInt(from, 16)))
  return map
}

function widths(descendant: string): (code: number) => number {
  const standard = Number(/\/DW (\d+)/.exec(descendant)?.[1] ?? 1000)
  const known = new Map<number, number>()
  const table = /\/W \[([\s\S]*?)\](?=\s*(?:\/|>>))/.exec(descendant)?.[1] ?? ''
  for (const match of table.matchAll(/(\d+)\s*\[([^\]]*)\]|(\d+) (\d+) ([\d.]+)/g)) {
    if (match[1] !== undefined) (match[2] ?? '').trim().split(/\s+/).forEach((width, i) => known.set(Number(match[1]) + i, Number(width)))
    else for (let code = Number(match[3]); code <= Number(match[4]); code++) known.set(code, Number(match[5]))
  }
  return (code) => known.get(code) ?? standard
}

function font(file: File, id: number): Font {
  const type0 = file.object(id)
  return { name: (/\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/]+)/.exec(type0)?.[1] ?? ''), unicode: toUnicode(file.stream(reference(type0, 'ToUnicode'))), width: widths(file.object(reference(type0, 'DescendantFonts'))) }
}

/** The bytes of a PDF string, literal or hexadecimal. */
function stringBytes(token: string): readonly number[] {
  if (token.startsWith('<')) return [...Buffer.from(token.slice(1, -1), 'hex')]
  const out: number[] = []
  const body = token.slice(1, -1)
  const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
  for (let i = 0; i < body.length; i++) {
    if (body[i] !== '\\') { out.push(body.charCodeAt(i)); continue }
    const octal = /^[0-7]{1,3}/.exec(body.slice(i + 1, i + 4))?.[0]
    if (octal !== undefined) { out.push(Number.parseInt(octal, 8)); i += octal.length } else { const char = body[++i] ?? ''; out.push(escapes[char] ?? char.charCodeAt(0)) }
  }
  return out
}

const tokens = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/[\]<>()]+|[+-]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"*]+[0-9]?|<<|>>/g

function chars(content: string, fonts: ReadonlyMap<string, Font>, heightPt: number): readonly Placed[] {
  const out: Placed[] = []
  const stack: { ctm: Matrix; font: Font | undefined; size: number }[] = []
  let state: { ctm: Matrix; font: Font | undefined; size: number } = { ctm: [1, 0, 0, 1, 0, 0], font: undefined, size: 0 }
  let tm: Matrix = [1, 0, 0, 1, 0, 0]
  let operands: string[] = []
  const number = (i: number): number => Number(operands.at(i))
  const matrix = (): Matrix => [number(-6), number(-5), number(-4), number(-3), number(-2), number(-1)]
  const show = (parts: readonly string[]): void => {
    for (const part of parts) {
      if (!/^[(<]/.test(part)) { tm = times([1, 0, 0, 1, -Number(part) / 1000 * state.size, 0], tm); continue }
      const bytes = stringBytes(part)
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        const code = (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)
        const at = times(tm, state.ctm)
        const wide = (state.font?.width(code) ?? 1000) / 1000 * state.size
        out.push({ char: code === 0 ? '\u0000' : state.font?.unicode.get(code) ?? '\ufffd', x: at[4] * mm, y: (heightPt - at[5]) * mm, sizePt: state.size, font: state.font?.name ?? '', advanceMm: wide * mm })
        tm = times([1, 0, 0, 1, wide, 0], tm)
      }
    }
  }
  for (const [token] of content.matchAll(tokens)) {
    switch (token) {
      case 'q': stack.push({ ...state }); break
      case 'Q': state = stack.pop() ?? state; break
      case 'cm': state = { ...state, ctm: times(matrix(), state.ctm) }; break
      case 'BT': tm = [1, 0, 0, 1, 0, 0]; break
      case 'Tm': tm = matrix(); break
      case 'Td': tm = times([1, 0, 0, 1, number(-2), number(-1)], tm); break
      case 'Tf': state = { ...state, font: fonts.get(operands.at(-2)?.slice(1) ?? ''), size: number(-1) }; break
      case 'Tj': show(operands.slice(-1)); break
      case 'TJ': show(operands.slice(operands.lastIndexOf('[') + 1, operands.lastIndexOf(']'))); break
      default: operands.push(token); continue
    }
    operands = []
  }
  return out
}

/** Every character of every page with its place. Glyphs without Unicode come as U+FFFD, the missing-glyph box as U+0000. */
export function readPdf(bytes: Uint8Array): readonly PdfPage[] {
  const file = new File(bytes)
  const pages = file.ids.map((id) => file.object(id)).find((object) => /\/Type \/Pages\b/.test(object)) ?? ''
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(pages)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))
  return kids.map((id) => {
    const page = file.object(id)
    const [, , width = 0, height = 0] = (/\/MediaBox \[([^\]]*)\]/.exec(page)?.[1] ?? '').split(/\s+/).map(Number)
    const resources = file.object(reference(page, 'Resources'))
    const direct = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1]
    const fonts = new Map([...(direct ?? file.object(reference(resources, 'Font'))).matchAll(/\/(\w+) (\d+) 0 R/g)].map((match) => [match[1] ?? '', font(file, Number(match[2]))]))
    return { widthMm: width * mm, heightMm: height * mm, chars: chars(file.stream(reference(page, 'Contents')), fonts, height) }
  })
}

export type PdfLine = { readonly y: number; readonly left: number; readonly right: number; readonly text: string; readonly chars: readonly Placed[] }

/** Characters gathered into lines by their baseline, from above. */
export function linesOf(page: PdfPage): readonly PdfLine[] {
  const groups: Placed[][] = []
  for (const char of page.chars.toSorted((a, b) => a.y - b.y)) { const last = groups.at(-1); if (last !== undefined && Math.abs((last[0]?.y ?? 0) - char.y) < 0.05) last.push(char); else groups.push([char]) }
  return groups.map((group) => {
    const all = group.toSorted((a, b) => a.x - b.x)
    const [first, last] = [all[0] as Placed, all.at(-1) as Placed]
    return { y: first.y, left: first.x, right: last.x + last.advanceMm, text: all.map((one) => one.char).join(''), chars: all }
  })
}

import path from 'node:path'
import { fromNumber, numberOf } from '@hengjian/law'
import { problem } from '../problem.ts'
import type { Part, Zip } from './archive.ts'
import { visitXml, wholeXml } from './parts.ts'
import type { Limits, Row, Spoilt, Table } from './rows.ts'

type Options = { readonly limits: Limits; readonly isHead: (cells: readonly string[]) => boolean; readonly signal?: AbortSignal }
type SheetRow = { readonly line: number; readonly cells: string[]; readonly spoilt: readonly Spoilt[] | null }

const macro = /(?:^|\/)vba[^/]*\.bin$|\/macrosheets?\/|\/dialogsheets\/|vbaproject/i
const external = /^xl\/externallinks\//i
const active = /^xl\/(?:embeddings|activex|ctrlprops|querytables|webextensions|model|customdata)\/|^xl\/connections\.xml$|^customui\//i

/** Refuses what is a program, comes from elsewhere or is no workbook. Links that only a person follows stay allowed. */
async function refuse(zip: Zip, shown: string): Promise<void> {
  for (const { name } of zip.parts) {
    if (macro.test(name)) throw problem('excel-macro', { part: name }, { file: shown, part: name })
    if (external.test(name)) throw problem('excel-external', { part: name }, { file: shown, part: name })
    if (active.test(name)) throw problem('excel-active', { part: name }, { file: shown, part: name })
  }
  const types = zip.parts.find(({ name }) => name.toLowerCase() === '[content_types].xml')
  if (types !== undefined) await wholeXml(await zip.stream(types), types.name, shown, { open: (_, { ContentType = '' }) => { if (/macroEnabled|vbaProject/i.test(ContentType)) throw problem('excel-macro', { part: types.name }, { file: shown, part: types.name }) } })
  for (const part of zip.parts.filter(({ name }) => /\.rels$/i.test(name))) {
    await wholeXml(await zip.stream(part), part.name, shown, { open: (name, { TargetMode, Type = '', Target = '' }) => {
      if (name === 'Relationship' && TargetMode?.toLowerCase() === 'external' && !Type.endsWith('/hyperlink')) throw problem('excel-external', { part: `${part.name} → ${Target.slice(0, 80)}` }, { file: shown, part: part.name })
    } })
  }
}

const builtinDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const showsDate = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '').replace(/general|red|black|white|blue|green/gi, ''))

/** Per cell format: whether it shows a date. */
async function dateStyles(zip: Zip, part: Part | undefined, shown: string): Promise<readonly boolean[]> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inside = false
  if (part !== undefined) await wholeXml(await zip.stream(part), part.name, shown, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inside = true
      if (name === 'xf' && inside) { const id = Number(attributes['numFmtId'] ?? 0); const own = formats.get(id); styles.push(own === undefined ? builtinDates.has(id) : showsDate(own)) }
    },
    close(name) { if (name === 'cellXfs') inside = false },
  })
  return styles
}

async function sharedStrings(zip: Zip, part: Part | undefined, shown: string, limits: Limits): Promise<readonly string[]> {
  const strings: string[] = []
  let [text, reading, phonetic] = ['', false, false]
  if (part !== undefined) await wholeXml(await zip.stream(part), part.name, shown, {
    open(name) { if (name === 'si') text = ''; else if (name === 'rPh') phonetic = true; else if (name === 't') reading = !phonetic },
    text(piece) { if (reading) { text += piece; if (text.length > limits.cell) throw problem('cell-too-long', { limit: limits.cell }, { file: shown, part: part.name }) } },
    close(name) { if (name === 'si') strings.push(unescaped(text)); else if (name === 'rPh') phonetic = false; else if (name === 't') reading = false },
  })
  return strings
}

/** Spreadsheets write control signs as _x000D_. */
const unescaped = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text)

/** A serial number of a spreadsheet as a day, with the time when it has one. Serial 60 of the 1900 system is a day that never was: it stays a number. */
export function serialDay(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial)
  if (whole < 1 || whole > 2_958_465 || (!from1904 && whole === 60)) return null
  const base = from1904 ? numberOf(1904, 1, 1) : numberOf(1899, 12, 30) + (whole < 60 ? 1 : 0)
  const seconds = Math.round((serial - whole) * 86400)
  const day = fromNumber(base + whole + (seconds === 86400 ? 1 : 0))
  if (seconds === 0 || seconds === 86400) return day
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${day} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const columnOf = (reference: string): number => {
  let index = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf
    if (code < 65 || code > 90) break
    index = index * 26 + code - 64
  }
  return index - 1
}

/** A number of a cell as text; `lost` when it has more digits than a spreadsheet keeps. */
function numeral(text: string): { readonly text: string; readonly lost: boolean } {
  const value = Number(text)
  if (!Number.isFinite(value)) return { text, lost: false }
  if (Math.abs(value) >= 1e15) return { text: Number.isInteger(value) && Math.abs(value) < 1e30 ? BigInt(value).toString() : text, lost: true }
  return { text: Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15))), lost: false }
}

/** The rows of one sheet, piece by piece. A formula gives its kept value. */
async function* sheetRows(zip: Zip, part: Part, shown: string, styles: readonly boolean[], strings: readonly string[], from1904: boolean, limits: Limits): AsyncGenerator<readonly SheetRow[]> {
  let batch: SheetRow[] = []
  let [line, cells, spoilt]: [number, string[], Spoilt[] | null] = [0, [], null]
  let [at, type, style, text, reading, phonetic] = [-1, '', 0, '', false, false]
  const finish = (): void => {
    if (at >= limits.columns) throw problem('too-many-columns', { limit: limits.columns, columns: at + 1 }, { file: shown, part: part.name, line })
    let value = ''
    switch (type) {
      case 's': {
        const found = text === '' ? '' : strings[Number(text)]
        if (found === undefined) throw problem('excel-broken', { part: part.name, reason: `shared string ${text}` }, { file: shown, part: part.name, line })
        value = found
        break
      }
      case 'b': value = text === '1' ? 'true' : text === '0' ? 'false' : text; break
      case 'e': value = text; (spoilt ??= []).push({ at, code: 'formula-error' }); break
      case 'inlineStr': case 'str': case 'd': value = unescaped(text); break
      default: if (text !== '') {
        const day = styles[style] === true ? serialDay(Number(text), from1904) : null
        if (day !== null) value = day
        else {
          const read = numeral(text)
          value = read.text
          if (read.lost) (spoilt ??= []).push({ at, code: 'number-precision' })
        }
      }
    }
    while (cells.length < at) cells.push('')
    cells[at] = value
  }
  for await (const _ of visitXml(await zip.stream(part), part.name, shown, {
    open(name, attributes) {
      if (name === 'row') { line = attributes['r'] === undefined ? line + 1 : Number(attributes['r']); cells = []; spoilt = null; at = -1 }
      else if (name === 'c') { at = attributes['r'] === undefined ? at + 1 : columnOf(attributes['r']); type = attributes['t'] ?? 'n'; style = Number(attributes['s'] ?? 0); text = '' }
      else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') reading = !phonetic
    },
    text(piece) { if (reading) { text += piece; if (text.length > limits.cell) throw problem('cell-too-long', { limit: limits.cell }, { file: shown, part: part.name, line }) } },
    close(name) {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') finish()
      else if (name === 'row') batch.push({ line, cells, spoilt })
    },
  })) if (batch.length > 0) { yield batch; batch = [] }
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** The first row with heads among the first rows that say anything. */
async function headOf(rows: AsyncIterable<readonly SheetRow[]>, isHead: Options['isHead']): Promise<SheetRow | null> {
  let looked = 0
  for await (const batch of rows) for (const row of batch) {
    if (isHead(row.cells)) return row
    if (filled(row.cells) > 2 || ++looked > 5) return null
  }
  return null
}

/**
 * A workbook as a table: its one sheet that has the heads (or its first visible one, whose heads are then found missing). Two rows of heads and
 * a title above them are passed over. Cells typed as dates become days; a number of more than fifteen digits is marked as spoilt.
 */
export async function readXlsx(zip: Zip, shown: string, options: Options): Promise<Table> {
  await refuse(zip, shown)
  const find = (name: string): Part | undefined => zip.parts.find((part) => part.name.toLowerCase() === name.toLowerCase())
  const book = find('xl/workbook.xml')
  if (book === undefined) throw problem('wrong-format', { found: find('word/document.xml') === undefined ? 'Office' : 'Word' }, { file: shown })
  const sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = []
  let from1904 = false
  await wholeXml(await zip.stream(book), book.name, shown, { open(name, attributes) {
    if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '', hidden: attributes['state'] !== undefined && attributes['state'] !== 'visible' })
    if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
  } })
  const targets = new Map<string, string>()
  const relations = find('xl/_rels/workbook.xml.rels')
  if (relations !== undefined) await wholeXml(await zip.stream(relations), relations.name, shown, { open(_, { Id, Target }) { if (Id !== undefined && Target !== undefined) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : path.posix.normalize(`xl/${Target}`)) } })
  const styles = await dateStyles(zip, find('xl/styles.xml'), shown)
  const strings = await sharedStrings(zip, find('xl/sharedStrings.xml'), shown, options.limits)
  const rowsOf = (part: Part) => sheetRows(zip, part, shown, styles, strings, from1904, options.limits)
  const candidates: { readonly name: string; readonly part: Part; readonly head: SheetRow | null }[] = []
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const part = find(targets.get(sheet.id) ?? '')
    if (part === undefined) throw problem('excel-broken', { part: 'xl/workbook.xml', reason: `sheet ${sheet.name}` }, { file: shown, part: 'xl/workbook.xml' })
    candidates.push({ name: sheet.name, part, head: await headOf(rowsOf(part), options.isHead) })
  }
  const headed = candidates.filter(({ head }) => head !== null)
  if (headed.length > 1) throw problem('excel-sheets', { sheets: headed.map(({ name }) => name).join(', ') }, { file: shown })
  const chosen = headed[0] ?? candidates[0]
  if (chosen === undefined) throw problem('empty-file', {}, { file: shown })
  let head = chosen.head
  if (head === null) for await (const batch of rowsOf(chosen.part)) { head = batch.find((row) => filled(row.cells) > 0) ?? null; if (head !== null) break }
  if (head === null) throw problem('empty-file', {}, { file: shown })
  const { line: headLine, cells: heads } = head
  const width = heads.length

  async function* rows(): AsyncGenerator<readonly Row[]> {
    let [n, first] = [0, true]
    for await (const batch of rowsOf(chosen?.part as Part)) {
      const out: Row[] = []
      for (const { line, cells, spoilt } of batch) {
        if (line <= headLine || filled(cells) === 0) continue
        if (first) { first = false; if (options.isHead(cells)) continue }
        n++
        const beyond = cells.slice(width).some((cell) => cell.trim() !== '')
        out.push({ n, line, cells: cells.length < width ? heads.map((_, i) => cells[i] ?? '') : beyond ? cells : cells.slice(0, width), spoilt, fault: beyond ? { code: 'ragged-row', expected: `${width} ≠ ${cells.length}` } : null })
      }
      if (n > options.limits.rows) throw problem('too-many-rows', { limit: options.limits.rows }, { file: shown })
      options.signal?.throwIfAborted()
      if (out.length > 0) yield out
    }
  }
  return { heads, headLine, sheet: chosen.name, rows: rows() }
}

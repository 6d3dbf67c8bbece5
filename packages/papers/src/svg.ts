// Typst writes all pages into one drawing; the editor wants one small drawing a page.
import { paper } from './geometry.ts'

const points = (mm: number): string => String(Math.round((mm * 72 / 25.4) * 100) / 100)

/** Hundredths of a point are finer than any screen or printer; the rest is weight. */
const compact = (svg: string): string => svg
  .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
  .replace(/ (?:class="[^"]*"|fill-rule="nonzero"|stroke-linecap="butt"|stroke-linejoin="miter"|stroke-miterlimit="4"|overflow="visible")/g, '')
  .replace(/>\s+</g, '><').replaceAll('xlink:href', 'href')
  .replace(/ ([A-Za-z]) /g, '$1')

/** Outlines already made small, by their id (a hash of the outline). Papers share most of their characters; bounded, about 8 MB. */
const outlines = new Map<string, string>()
const most = 5000

function outline(id: string, symbol: string): string {
  const known = outlines.get(id)
  if (known !== undefined) return known
  if (outlines.size >= most) outlines.clear()
  const small = compact(`<symbol id="${symbol.slice(0, symbol.indexOf('</symbol>') + 9)}`)
  outlines.set(id, small)
  return small
}

/** Splits Typst's drawing into its pages, each with only the glyph outlines that it uses. Null when the drawing is not of the expected shape. */
export function splitPages(drawing: string, count: number): readonly string[] | null {
  const [body = '', defs = ''] = drawing.split('\n    <defs id="glyph">')
  const symbols = new Map(defs.split('<symbol id="').slice(1).map((symbol) => { const id = symbol.slice(0, symbol.indexOf('"')); return [id, outline(id, symbol)] }))
  // Children of the root are indented by four spaces: a white sheet and a group for every page.
  const groups = body.split(/\n {4}(?=<path class="typst-shape" fill="#ffffff")/).slice(1)
  if (groups.length !== count) return null
  return groups.map((group) => {
    const used = [...new Set([...group.matchAll(/xlink:href="#([^"]+)"/g)].map((match) => match[1] ?? ''))]
    const drawn = compact(group.replace(/\n {4}<g transform="matrix\(1 0 0 1 0 [\d.]+\)">/, '\n    <g>').trimEnd())
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${points(paper.widthMm)} ${points(paper.heightMm)}" width="${paper.widthMm}mm" height="${paper.heightMm}mm"><defs>${used.map((id) => symbols.get(id) ?? '').join('')}</defs>${drawn}</svg>`
  })
}

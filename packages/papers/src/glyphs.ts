// Which characters the shipped faces can show. Read from the fonts' own tables, so that a paper never comes out with an empty box
// or fails half-way: what cannot be shown is told before anything is set.
import { closeSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { fontFolders } from './fonts.ts'

type Covered = (code: number) => boolean

function readAt(file: number, offset: number, length: number): DataView {
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, offset)
  return new DataView(bytes.buffer, bytes.byteOffset, length)
}

/** Character ranges of a font's cmap: format 12 if it has one, else format 4. */
function ranges(cmap: DataView): readonly (readonly [number, number])[] {
  const tables = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(4 + i * 8 + 4))
  const formats = tables.map((offset) => ({ offset, format: cmap.getUint16(offset) }))
  const full = formats.find(({ format }) => format === 12)
  if (full !== undefined) return Array.from({ length: cmap.getUint32(full.offset + 12) }, (_, i) => [cmap.getUint32(full.offset + 16 + i * 12), cmap.getUint32(full.offset + 20 + i * 12)] as const)
  const basic = formats.find(({ format }) => format === 4)
  if (basic === undefined) return []
  const segments = cmap.getUint16(basic.offset + 6) / 2
  return Array.from({ length: segments }, (_, i) => [cmap.getUint16(basic.offset + 16 + segments * 2 + i * 2), cmap.getUint16(basic.offset + 14 + i * 2)] as const).filter(([from]) => from !== 0xffff)
}

function coverage(font: string): Covered {
  const file = openSync(font, 'r')
  try {
    const head = readAt(file, 0, 12)
    const directory = readAt(file, 12, head.getUint16(4) * 16)
    for (let i = 0; i < directory.byteLength; i += 16) {
      if (directory.getUint32(i) !== 0x636d6170) continue
      const bits = new Uint8Array(0x40000 / 8)
      for (const [from, to] of ranges(readAt(file, directory.getUint32(i + 8), directory.getUint32(i + 12)))) for (let code = from; code <= to && code < 0x40000; code++) bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
      return (code) => code < 0x40000 && ((bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
    }
    return () => false
  } finally { closeSync(file) }
}

let faces: readonly Covered[] | undefined
/** The two faces that every run of text may fall back to; the page template names the same ones. */
const shown = (): readonly Covered[] => (faces ??= [path.join(fontFolders[0] ?? '', 'FandolFang-Regular.otf'), path.join(fontFolders[1] ?? '', 'NotoSerifSC_400Regular.ttf')].map(coverage))

const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Characters that are never a question: they are in both faces. */
const ordinary = /^[\u0020-\u007e\u3000-\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u4e00-\u9fa5]*$/u

/** Text without what a sheet of paper cannot carry: control and direction marks, variation selectors, halves of characters; every kind of space is one kind. */
export const printable = (text: string): string => text.toWellFormed()
  .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, (char) => (/[\t\n\r]/.test(char) ? char : ''))
  .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, ' ')

/** Characters that no shipped face has, each once. */
export function unshowable(text: string): readonly string[] {
  const clean = printable(text)
  const out = new Set<string>()
  for (const line of clean.split(/[\r\n\t\u2028\u2029]+/)) {
    if (ordinary.test(line)) continue
    for (const { segment } of clusters.segment(line)) if (!ordinary.test(segment) && !shown().some((covered) => [...segment].every((char) => covered(char.codePointAt(0) ?? 0)))) out.add(segment)
  }
  return [...out]
}

/** 〓 stands where a character cannot be shown, as printers do; only on proofs. */
export function withPlaceholders(text: string): string {
  const clean = printable(text)
  const missing = new Set(unshowable(clean))
  return missing.size === 0 ? clean : [...clusters.segment(clean)].map(({ segment }) => (missing.has(segment) ? '〓' : segment)).join('')
}

import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { problem } from '../problem.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export type Survey = { readonly bytes: number; readonly sha256: string; readonly sm3: string; readonly first: Buffer; readonly utf8: boolean; readonly ascii: boolean; readonly badAt: Place | null; readonly nulAt: Place | null }
export type Place = { readonly line: number; readonly column: number; readonly byte: number; readonly value: number }

const lineFeed = 10
/** First byte of a chunk at which UTF-8 breaks: the lead byte of the broken character. */
function badByte(chunk: Buffer): number {
  for (let at = 0; at < chunk.length;) {
    const lead = chunk[at] ?? 0
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (length > 1 && !isUtf8(chunk.subarray(at, at + length))) return at
    at += length
  }
  return chunk.length - 1
}

/** How many bytes at the end of a chunk begin a character that the next chunk ends. */
function openTail(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** One pass over the bytes: digests of what was delivered, whether it is UTF-8, and where it first is not. */
export async function survey(file: string, onBytes?: (bytes: number) => void, signal?: AbortSignal): Promise<Survey> {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')]
  let [bytes, line, lineStart, checked] = [0, 1, 0, 0]
  let [tail, first] = [Buffer.alloc(0), Buffer.alloc(0)]
  let badAt: Place | null = null
  let nulAt: Place | null = null
  let ascii = true
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, signal }) as AsyncIterable<Buffer>) {
    sha256.update(chunk)
    sm3.update(chunk)
    if (bytes === 0) first = Buffer.from(chunk.subarray(0, 65536))
    bytes += chunk.length
    if (badAt === null) {
      const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk])
      const open = openTail(whole)
      const part = open === 0 ? whole : whole.subarray(0, whole.length - open)
      const place = (at: number): Place => {
        let [l, start] = [line, lineStart]
        for (let i = part.indexOf(lineFeed); i >= 0 && i < at; i = part.indexOf(lineFeed, i + 1)) { l++; start = checked + i + 1 }
        const inLine = part.subarray(Math.max(0, start - checked), at)
        return { line: l, column: (isUtf8(inLine) ? inLine.toString('utf8').length : inLine.length) + 1, byte: checked + at, value: part[at] ?? 0 }
      }
      const nul = nulAt === null ? part.indexOf(0) : -1
      if (nul >= 0) nulAt = place(nul)
      if (!isUtf8(part)) badAt = place(badByte(part))
      else {
        if (ascii) ascii = part.every((byte) => byte < 0x80)
        let last = part.lastIndexOf(lineFeed)
        if (last >= 0) { for (let i = part.indexOf(lineFeed); i >= 0; i = part.indexOf(lineFeed, i + 1)) line++; lineStart = checked + last + 1; last = 0 }
      }
      checked += part.length
      tail = open === 0 ? Buffer.alloc(0) : Buffer.from(whole.subarray(whole.length - open))
    }
    onBytes?.(bytes)
  }
  if (badAt === null && tail.length > 0) badAt = { line, column: checked - lineStart + 1, byte: checked, value: tail[0] ?? 0 }
  return { bytes, sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), first, utf8: badAt === null, ascii: ascii && badAt === null, badAt, nulAt }
}

const names: Readonly<Record<string, Encoding>> = { 'utf-8': 'utf-8', utf8: 'utf-8', gb18030: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'utf-16': 'utf-16le', utf16: 'utf-16le' }
export const encodingNamed = (name: string): Encoding | null => names[name.trim().toLowerCase()] ?? null

/** True when all bytes decode in the encoding. */
async function decodes(file: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch { return false }
}

/**
 * The encoding of a text file. A declared one is held against the bytes: a GB18030 file declared UTF-8 is a problem that names both. Only an
 * undeclared one is found out: byte-order mark, then UTF-8, then GB18030. Throws DataProblem.
 */
export async function encodingOf(file: string, shown: string, seen: Survey, declaredName: string | undefined): Promise<Encoding> {
  const declared = declaredName === undefined ? null : encodingNamed(declaredName)
  if (declaredName !== undefined && declared === null) throw problem('encoding-unknown', { encoding: declaredName }, { file: shown })
  const mark = seen.first[0] === 0xff && seen.first[1] === 0xfe ? 'utf-16le' : seen.first[0] === 0xfe && seen.first[1] === 0xff ? 'utf-16be' : seen.first[0] === 0xef && seen.first[1] === 0xbb && seen.first[2] === 0xbf ? 'utf-8' : null
  const where = { file: shown, line: seen.badAt?.line ?? 1, column: seen.badAt?.column ?? 1 }
  const differs = (found: string) => problem('encoding-declared', { declared: (declaredName ?? '').toUpperCase(), found, byte: (seen.badAt?.value ?? seen.first[0] ?? 0).toString(16).toUpperCase().padStart(2, '0') }, where)
  if (mark !== null) {
    if (declared !== null && declared !== mark && !(declaredName?.toLowerCase().replace('-', '') === 'utf16' && mark.startsWith('utf-16'))) throw differs(mark.toUpperCase())
    if (mark === 'utf-8' ? !seen.utf8 : !(await decodes(file, mark))) throw problem('encoding-broken', { encoding: mark.toUpperCase() }, where)
    if (mark === 'utf-8' && seen.nulAt !== null) throw problem('nul-character', {}, { file: shown, line: seen.nulAt.line, column: seen.nulAt.column })
    return mark
  }
  if (declared === 'utf-16le' || declared === 'utf-16be') {
    if (seen.nulAt === null) throw differs(seen.utf8 ? 'UTF-8' : 'GB18030')
    return declared
  }
  if (seen.nulAt !== null) {
    const zeros = [0, 1].map((odd) => seen.first.subarray(0, 4000).filter((byte, i) => i % 2 === odd && byte === 0).length)
    const wide = declared === null && (zeros[1] ?? 0) > 20 * ((zeros[0] ?? 0) + 1) ? 'utf-16le' as const : declared === null && (zeros[0] ?? 0) > 20 * ((zeros[1] ?? 0) + 1) ? 'utf-16be' as const : null
    if (wide !== null && await decodes(file, wide)) return wide
    throw problem('nul-character', {}, { file: shown, line: seen.nulAt.line, column: seen.nulAt.column })
  }
  if (declared === 'gb18030') {
    if (seen.utf8 && !seen.ascii) throw problem('encoding-declared', { declared: (declaredName ?? '').toUpperCase(), found: 'UTF-8', byte: '–' }, { file: shown, line: 1, column: 1 })
    if (!(await decodes(file, 'gb18030'))) throw problem('encoding-broken', { encoding: 'GB18030' }, where)
    return 'gb18030'
  }
  if (seen.utf8) return 'utf-8'
  const chinese = await decodes(file, 'gb18030')
  if (declared === 'utf-8') throw differs(chinese ? 'GB18030' : '?')
  if (!chinese) throw problem('encoding-none', { byte: (seen.badAt?.value ?? 0).toString(16).toUpperCase().padStart(2, '0') }, where)
  return 'gb18030'
}

import type { Readable } from 'node:stream'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { problem, type DataProblem } from '../problem.ts'

export type Visitor = { readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void; readonly text?: (text: string) => void; readonly close?: (name: string) => void }

const local = (name: string): string => { const colon = name.indexOf(':'); return colon < 0 ? name : name.slice(colon + 1) }

/**
 * Reads one XML part of a workbook as it streams and yields after every piece, so that the caller can hand on what it has gathered.
 * A document type declaration is refused; broken XML is a problem that names the part, line and column.
 */
export async function* visitXml(stream: Readable, part: string, shown: string, visitor: Visitor): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const fail = (reason: string): DataProblem => problem('excel-broken', { part, reason }, { file: shown, part, line: parser.line, column: parser.column + 1 })
  parser.on('doctype', () => { throw problem('excel-dtd', { part }, { file: shown, part, line: parser.line, column: parser.column + 1 }) })
  parser.on('error', (error) => { throw fail(error.message.replace(/^\d+:\d+: /, '')) })
  const { open, text, close } = visitor
  if (open !== undefined) parser.on('opentag', (tag: SaxesTagPlain) => open(local(tag.name), tag.attributes))
  if (text !== undefined) { parser.on('text', text); parser.on('cdata', text) }
  if (close !== undefined) parser.on('closetag', (tag: SaxesTagPlain) => close(local(tag.name)))
  let decoder: TextDecoder | null = null
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8', { fatal: true })
      let piece: string
      try { piece = decoder.decode(chunk, { stream: true }) } catch { throw fail('UTF-8') }
      parser.write(piece)
      yield
    }
    parser.close()
    yield
  } finally { stream.destroy() }
}

/** Reads a part to its end. */
export async function wholeXml(stream: Readable, part: string, shown: string, visitor: Visitor): Promise<void> {
  for await (const _ of visitXml(stream, part, shown, visitor)) continue
}

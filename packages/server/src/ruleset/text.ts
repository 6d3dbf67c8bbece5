// One YAML text of the law with the places of its pieces, so that a fault can name its line.
import type { LawProblem } from '@hengjian/law'
import { isMap, isNode, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml'

export type Path = readonly (string | number)[]
/** `value` null where the text cannot be read; then `problems` say why. */
export type YamlText = { readonly file: string; readonly doc: Document; readonly lines: LineCounter; readonly value: unknown; readonly problems: readonly LawProblem[] }

/** Deeper than anything that the law's files hold; beyond it a text is made to hurt, not to be read. */
const deepest = 60
/** What an alias may be repeated to, all in all: far beyond the law's own files, far below a bomb. */
const mostAliases = 100

function faultOf(doc: Document, lines: LineCounter): { readonly line: number | null; readonly reason: string } | null {
  const [error] = doc.errors
  if (error !== undefined) return { line: error.linePos?.[0].line ?? null, reason: error.message.split('\n')[0] ?? '' }
  let found: { readonly line: number | null; readonly reason: string } | null = null
  visit(doc, (_key, node, path) => {
    if (path.length <= deepest * 2) return undefined
    found = { line: isNode(node) && node.range ? lines.linePos(node.range[0]).line : null, reason: `nested more than ${deepest} deep` }
    return visit.BREAK
  })
  return found
}

/** Reads a text; never throws. Days stay texts (YAML 1.2); keys given twice, aliases without end and absurd nesting are faults. */
export function readYaml(file: string, text: string): YamlText {
  const lines = new LineCounter()
  const wrong = (doc: Document, line: number | null, reason: string): YamlText => ({ file, doc, lines, value: null, problems: [{ file, line, field: '', reason }] })
  try {
    const doc: Document = parseDocument(text, { lineCounter: lines, version: '1.2' })
    const fault = faultOf(doc, lines)
    return fault === null ? { file, doc, lines, value: doc.toJS({ maxAliasCount: mostAliases }), problems: [] } : wrong(doc, fault.line, fault.reason)
  } catch (error) {
    return wrong(parseDocument(''), null, error instanceof RangeError ? 'nested too deeply to be read' : error instanceof Error ? error.message.split('\n')[0] ?? '' : 'cannot be read')
  }
}

/** The line of the piece that a path points at, or of the nearest piece around it. */
export function lineOf({ doc, lines }: Pick<YamlText, 'doc' | 'lines'>, steps: Path): number | null {
  let node: unknown = doc.contents
  let line: number | null = null
  for (const step of ['', ...steps]) {
    const next = step === '' ? node : isMap(node) || isSeq(node) ? node.get(step, true) : undefined
    if (!isNode(next)) break
    node = next
    if (next.range) line = lines.linePos(next.range[0]).line
  }
  return line
}

// Strict JSON for bodies from outside. JSON.parse lets the last of two equal keys win, takes lone surrogates and NUL, rounds long
// numbers and knows no depth; each of these has made two programs read the same bytes differently. Here each is refused with its place.

export type JsonFault = 'syntax' | 'duplicate-key' | 'too-deep' | 'surrogate' | 'nul' | 'number' | 'key' | 'utf8' | 'empty'

/** Why a text is not acceptable JSON. Line and column from 1, in UTF-16 units as editors count. */
export class JsonProblem extends Error {
  readonly fault: JsonFault
  readonly line: number
  readonly column: number
  readonly what: string
  constructor(fault: JsonFault, line: number, column: number, what: string) {
    super(`${fault} at ${line}:${column}`)
    this.fault = fault
    this.line = line
    this.column = column
    this.what = what
  }
}

const deepest = 32
const space = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** Everything of a string up to something that needs a look: its end, an escape, a control character. */
// oxlint-disable-next-line no-control-regex
const plain = /[^"\\\u0000-\u001f]*/y
const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t' }
const words = [['true', true], ['false', false], ['null', null]] as const

/** The value of a JSON text of bytes, which must be UTF-8. Throws JsonProblem. */
export function readJson(bytes: Uint8Array): unknown {
  let text: string
  try { text = new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { throw new JsonProblem('utf8', 1, 1, '') }
  return parseStrict(text)
}

/** The value of a JSON text. Throws JsonProblem. */
export function parseStrict(text: string): unknown {
  let at = 0
  const fail = (fault: JsonFault, where = at): never => {
    const before = text.slice(0, where)
    const line = before.split('\n').length
    throw new JsonProblem(fault, line, where - before.lastIndexOf('\n'), text.slice(where, where + 12))
  }
  const skip = (): void => { space.lastIndex = at; space.test(text); at = space.lastIndex }
  const expect = (character: string): void => { if (text[at] !== character) fail('syntax'); at++ }

  const string = (): string => {
    const start = at
    expect('"')
    let value = ''
    for (;;) {
      plain.lastIndex = at
      plain.test(text)
      value += text.slice(at, plain.lastIndex)
      at = plain.lastIndex
      const character = text[at]
      if (character === '"') { at++; break }
      if (character !== '\\') fail('syntax')
      const escape = text[at + 1] ?? ''
      if (escape === 'u') {
        const code = text.slice(at + 2, at + 6)
        if (!/^[\da-fA-F]{4}$/.test(code)) fail('syntax')
        value += String.fromCharCode(Number.parseInt(code, 16))
        at += 6
      } else {
        const meant = Object.hasOwn(escapes, escape) ? escapes[escape] : undefined
        if (meant === undefined) fail('syntax')
        value += meant
        at += 2
      }
    }
    if (value.includes('\0')) fail('nul', start)
    if (!value.isWellFormed()) fail('surrogate', start)
    return value
  }

  const object = (depth: number): Record<string, unknown> => {
    const value: Record<string, unknown> = {}
    at++
    skip()
    if (text[at] === '}') { at++; return value }
    for (;;) {
      const where = at
      const key = string()
      if (key === '__proto__') fail('key', where)
      if (Object.hasOwn(value, key)) fail('duplicate-key', where)
      skip()
      expect(':')
      value[key] = any(depth + 1)
      skip()
      if (text[at] === '}') { at++; return value }
      expect(',')
      skip()
    }
  }

  const list = (depth: number): unknown[] => {
    const value: unknown[] = []
    at++
    skip()
    if (text[at] === ']') { at++; return value }
    for (;;) {
      value.push(any(depth + 1))
      skip()
      if (text[at] === ']') { at++; return value }
      expect(',')
    }
  }

  const any = (depth: number): unknown => {
    if (depth > deepest) fail('too-deep')
    skip()
    const character = text[at]
    if (character === '{') return object(depth)
    if (character === '[') return list(depth)
    if (character === '"') return string()
    for (const [word, value] of words) if (text.startsWith(word, at)) { at += word.length; return value }
    number.lastIndex = at
    const found = number.exec(text)
    if (found === null) return fail('syntax')
    const value = Number(found[0])
    // 18-digit identifiers written as numbers would silently lose their last digits.
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) fail('number')
    at = number.lastIndex
    return value
  }

  skip()
  if (at === text.length) fail('empty')
  const value = any(0)
  skip()
  if (at < text.length) fail('syntax')
  return value
}

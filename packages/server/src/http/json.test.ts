import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { JsonProblem, parseStrict, readJson, type JsonFault } from './json.ts'

const faultOf = (read: () => unknown): { readonly fault: JsonFault; readonly line: number; readonly column: number } => {
  try { read() } catch (error) {
    assert.ok(error instanceof JsonProblem, String(error))
    return { fault: error.fault, line: error.line, column: error.column }
  }
  return assert.fail('was accepted')
}
const refused = (text: string): string => { const { fault, line, column } = faultOf(() => parseStrict(text)); return `${fault} ${line}:${column}` }

test('what JSON.stringify writes is read back as it was', () => {
  fc.assert(fc.property(fc.jsonValue({ depthSize: 'small', noUnicodeString: false }), (value) => {
    const text = JSON.stringify(value)
    const plain = JSON.parse(text) as unknown
    if (/"__proto__"|\\u0000/.test(text) || !text.isWellFormed() || /\\ud[89a-f]/.test(text) || /e\+?(1[6-9]|[2-9]\d|\d{3})/.test(text)) return
    const numbers = text.match(/-?\d{16,}/g) ?? []
    if (numbers.some((number) => !Number.isSafeInteger(Number(number)))) return
    assert.deepEqual(parseStrict(text), plain)
    assert.deepEqual(parseStrict(JSON.stringify(value, null, 2)), plain)
  }), { numRuns: 100 })
})

test('any bytes are read or refused with their place, and never anything that JSON.parse refuses', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '\\', '\\u', '0', '-', '1e9', 'true', 'nul', ' ', '\n', '"a"', '\u0000', '\ud800', '"\\ud83d\\ude00"', '[[[[', '.5', '01')
  fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')), (text) => {
    let value: unknown
    try { value = parseStrict(text) } catch (error) {
      assert.ok(error instanceof JsonProblem)
      assert.ok(error.line >= 1 && error.column >= 1)
      return
    }
    assert.deepEqual(value, JSON.parse(text))
  }), { numRuns: 2000 })
})

test('what two programs would read differently is refused, with line and column', () => {
  assert.equal(refused('{"a":1,\n  "a":2}'), 'duplicate-key 2:3')
  assert.equal(refused('{"a":"\\ud800"}'), 'surrogate 1:6')
  assert.equal(refused('["\\u0000"]'), 'nul 1:2')
  assert.equal(refused('{"id":150102199001011234}'), 'number 1:7')
  assert.equal(refused('[1e999]'), 'number 1:2')
  assert.equal(refused('{"__proto__":{}}'), 'key 1:2')
  assert.equal(refused('['.repeat(100)).split(' ')[0], 'too-deep')
  assert.equal(refused('{"a":1}}'), 'syntax 1:8')
  assert.equal(refused('{\n"a": }'), 'syntax 2:6')
  assert.equal(refused('"a\nb"'), 'syntax 1:3')
  for (const text of ['', '  \n']) assert.equal(faultOf(() => parseStrict(text)).fault, 'empty')
  for (const text of ["{'a':1}", '[1,]', '{"a":1,}', '01', '+1', 'NaN', '[1 2]', '{"a" 1}', '// x', '"\\x41"', '"\\u12"']) assert.equal(faultOf(() => parseStrict(text)).fault, 'syntax', text)
})

test('a body in another encoding is refused, not guessed', () => {
  assert.equal(faultOf(() => readJson(new Uint8Array([0x22, 0xba, 0xf4, 0x22]))).fault, 'utf8')
  assert.equal(readJson(new TextEncoder().encode('"呼和浩特"')), '呼和浩特')
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { assert as holds, jsonValue, property } from 'fast-check'
import { sm3 } from './bytes.ts'
import { canonical, NotCanonical } from './canonical.ts'

test('the example of RFC 8785, 3.2.3 and 3.2.2', () => {
  assert.equal(canonical({ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\u{1f600}': 'Emoji: Grinning Face', '\u0080': 'Control', 'ö': 'Latin Small Letter O With Diaeresis' }),
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}')
  assert.equal(canonical({ numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27], string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] }), '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
})

test('one value has one spelling, whatever the order of its members, and reads back as itself', () => {
  holds(property(jsonValue({ maxDepth: 4 }), (value) => {
    let text: string
    try { text = canonical(value) } catch (error) { assert.ok(error instanceof NotCanonical); return }
    const back = JSON.parse(text) as unknown
    assert.equal(canonical(back), text)
    if (typeof back === 'object' && back !== null && !Array.isArray(back)) assert.equal(canonical(Object.fromEntries(Object.entries(back).toReversed())), text)
  }), { numRuns: 300 })
})

test('what two programs might spell in two ways is refused with its place', () => {
  const deep = Array.from({ length: 100 }).reduce((inner) => [inner], 1 as unknown)
  for (const [value, at, fault] of [[{ a: { b: 'x\ud800' } }, 'a.b', 'surrogate'], [{ a: ['\u0000'] }, 'a[0]', 'nul'], [{ n: Infinity }, 'n', 'number'], [{ n: 1n }, 'n', 'kind']] as const)
    assert.throws(() => canonical(value), (error) => error instanceof NotCanonical && error.at === at && error.fault === fault)
  assert.throws(() => canonical(deep), (error) => error instanceof NotCanonical && error.fault === 'depth')
})

test('SM3 is that of GB/T 32905-2016, appendix A', () => {
  assert.equal(sm3(Buffer.from('abc')).toString('hex'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.ok(createHash('sha256').update('abc').digest('hex').startsWith('ba7816bf'))
})

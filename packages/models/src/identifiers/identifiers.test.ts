import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { creditCheck, creditFault, personCheck, personFault } from './codes.ts'
import { courtCaseNumber, documentNumber } from './numbers.ts'
import { readIdentifier } from './read.ts'

const shared = path.join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data')
const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

test('credit codes: a code with its check character passes, any other last character fails and is told', () => {
  fc.assert(fc.property(fc.tuple(fc.constantFrom(...signs), fc.constantFrom(...signs), fc.stringMatching(/^\d{6}$/), fc.array(fc.constantFrom(...signs), { minLength: 9, maxLength: 9 }), fc.constantFrom(...signs)), ([a, b, division, rest, last]) => {
    const body = a + b + division + rest.join('')
    const should = creditCheck(body) ?? ''
    assert.equal(creditFault(body + should), null)
    if (last !== should) assert.deepEqual(creditFault(body + last), { fault: 'check', should })
  }))
})

test('identity numbers: check character, birth day that exists, the old form', () => {
  assert.equal(personFault('11010519491231002X'), null)
  assert.deepEqual(personFault('110105194912310021'), { fault: 'check', should: 'X' })
  const never = '11010519490230002'
  assert.deepEqual(personFault(never + personCheck(never)), { fault: 'day' })
  assert.deepEqual(readIdentifier('cn_id18', ' 110105 4912310 02 '), { value: '11010519491231002X', fault: null, expected: '' })
  assert.equal(readIdentifier('cn_id18', '１１０１０５１９４９１２３１００２ｘ').value, '11010519491231002X')
  assert.deepEqual(['1101051949******2X', '1.10105E+17', '11010519491231'].map((text) => readIdentifier('cn_id18', text).fault), ['masked', 'number-precision', 'identifier-malformed'])
})

test('document numbers have one spelling, whatever brackets and spaces were typed', () => {
  for (const [text, wanted] of [['巴环(4)罚字 [2024]28号', '巴环(4)罚字〔2024〕28号'], ['赤宁市监行罚字【2025】206号', '赤宁市监行罚字〔2025〕206号'], ['秦抚市监处罚〔2024〕J 35号', '秦抚市监处罚〔2024〕J35号'], ['龙林草罚决字（2025）第01064号', '龙林草罚决字〔2025〕1064号'], ['无市监处罚〔20263', null], ['已受理', null]] as const) assert.equal(documentNumber(text), wanted)
  for (const [text, wanted] of [['(2024)内0102 刑初 0123号', '（2024）内0102刑初123号'], ['〔2024〕内01执恢5号之一', '（2024）内01执恢5号之一'], ['（2015）新民初字第123号', '（2015）新民初字123号'], ['2024内0102刑初123', null]] as const) assert.equal(courtCaseNumber(text), wanted)
})

test('the codes of ../shared/data/uscc are judged as its authors judged them', { skip: existsSync(path.join(shared, 'uscc')) ? false : '../shared is not here' }, () => {
  const lines = readFileSync(path.join(shared, 'uscc', 'uscc.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
  for (const [code = '', , valid] of lines) assert.equal(creditFault(code) === null, valid?.trim() === 'yes', code)
})

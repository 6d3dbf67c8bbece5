import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposeRedaction } from './redaction.ts'

test('a proposal for publication: known names become 某, numbers are masked, each place told', () => {
  const text = '被告人欧阳小明（公民身份号码150102199001011234）与王伟、王伟强电话13812345678联系，卡号6222021234567890123，邮箱a.b@example.com。'
  const { text: out, hidden, note } = proposeRedaction(text, ['欧阳小明', '王伟', '王伟强', '张某某'])
  assert.equal(out, '被告人欧阳某某（公民身份号码150102************）与王某、王某某电话138********联系，卡号6222***************，邮箱***。')
  assert.equal(hidden.length, 7)
  for (const one of hidden) assert.equal(text.slice(one.from, one.to), one.was)
  assert.match(note.zh, /7 处.*逐处确认/)
})

test('what is no personal number stays: amounts, case numbers, credit codes, dates', () => {
  const text = '货值1870838.00元，（2026）蒙0102刑初123号，统一社会信用代码91150100MA0QABCD1X，2026年10月13日，面积65.2亩。'
  assert.deepEqual(proposeRedaction(text).hidden, [])
  assert.equal(proposeRedaction(text).text, text)
})

test('a name inside a longer known name is hidden as the longer one; an empty text stays empty', () => {
  assert.equal(proposeRedaction('王伟强', ['王伟', '王伟强']).text, '王某某')
  assert.equal(proposeRedaction('', ['王伟']).text, '')
})

// Full texts are read as they come, or refused with the reason; a quotation stands in them or does not (issue 3: law library).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byLaw, checkQuote, labelsOf, lawKey, readLawText } from './fulltext.ts'

const law = '# 甲市某某条例（节录）\n\n> 法律名称：甲市某某条例｜文本：2024-01-02通过，2024-03-01施行｜节录\n\n## 第一章 总则\n\n第一条 为了测试，制定本条例。\n\n第二条 期间为七日。\n第二款在此。\n\n## 第二章 附则\n\n第十 条本条例自公布之日起施行。\n'

test('name, edition, headings, articles with their paragraphs', () => {
  const read = readLawText(law)
  assert.ok(read.ok)
  const [text] = read.laws
  assert.deepEqual([text?.law, text?.excerpt, text?.version], ['甲市某某条例', true, '文本：2024-01-02通过，2024-03-01施行'])
  assert.deepEqual(text?.articles.map(({ label }) => label), ['第一条', '第二条', '第十条'])
  assert.equal(text?.articles[1]?.text, '期间为七日。\n第二款在此。')
  assert.deepEqual(text?.articles[1]?.under, ['第一章 总则'])
})
test('several laws in one file, and items of an opinion', () => {
  const read = readLawText('# 节录\n\n## 乙规定（2020-01-01施行）\n\n第三条 丙。\n\n## 丁意见（2021-02-02印发）\n\n一、戊。\n\n二、己。\n')
  assert.deepEqual(read.ok && read.laws.map((one) => [one.law, one.version, one.articles.map(({ label }) => label)]), [['乙规定', '2020-01-01施行', ['第三条']], ['丁意见', '2021-02-02印发', ['一', '二']]])
})
test('what cannot be read is refused with the reason', () => {
  const reason = (source: string): string => { const read = readLawText(source); return read.ok ? 'read' : `${read.reason} ${read.line ?? ''}`.trim() }
  assert.equal(reason(' \n'), 'empty')
  assert.equal(reason('# 日历\n\n| 一 | 二 |\n'), 'no-article')
  assert.equal(reason('第一条 无名。'), 'no-name 1')
  assert.equal(reason('# 甲条例\n\n第一条 甲。\n\n第一条 乙。\n'), 'twice 5')
})
test('a quotation: in its article, in another, but for spaces, not at all, of another edition', () => {
  const read = readLawText(law)
  assert.ok(read.ok)
  const text = byLaw(read.laws).get(lawKey('《甲市某某条例》'))
  const check = (article: string, quote: string, versionDate = '2024-03-01施行') => checkQuote({ article, quote, versionDate }, text)
  assert.equal(check('第二条第一款', '期间为七日。'), 'found')
  assert.equal(check('第一条', '期间为七日。'), 'elsewhere')
  assert.equal(check('第二条', '期间为七日。 第二款在此。'), 'spacing')
  assert.equal(check('第二条', '期间为八日。'), 'missing')
  assert.equal(check('第二条', '期间为八日。', '2019-01-01施行'), 'other-edition')
  assert.equal(checkQuote({ article: '第二条', quote: '期间', versionDate: '' }, undefined), 'no-text')
})
test('citations of one and of several articles', () => {
  assert.deepEqual(labelsOf('第二十一条第二款'), ['第21条'])
  assert.deepEqual(labelsOf('第十二条、第十三条'), ['第12条', '第13条'])
})

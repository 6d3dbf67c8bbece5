// People look for the law by a word, by an article in any writing, by the name of a law, by a document (issue 3: law library).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawbook } from './lawbook.ts'
import { entriesOf, find, folded, wordsOf } from './search.ts'

const entries = entriesOf(lawbook())
const first = (query: string): string => { const [hit] = find(entries, query, 1); return hit === undefined ? '' : `${hit.kind}:${hit.id}` }
const ids = (query: string): readonly string[] => find(entries, query, 400).map(({ id }) => id)

test('one writing for every article', () => {
  assert.equal(folded('第二十一条第二款'), folded('第21条第2款'))
  assert.equal(folded('二十一条'), folded('第２１条'))
  assert.deepEqual(wordsOf('民诉监督规则第二十条 回复'), ['民诉监督规则', '第20条', '回复'])
  assert.deepEqual(wordsOf('560'), ['第560条'])
})
test('article 5 is not article 15', () => assert.ok(!folded('第十五条').includes(folded('第五条'))))
test('best first: the rule of that article of that law', () => {
  assert.equal(first('检察建议 回复'), 'rule:suggestion-reply')
  assert.equal(first('民诉监督规则第二十条'), 'rule:civil-application-limit')
  assert.equal(first('检察公益诉讼解释 21条 回复'), 'rule:pil-suggestion-reply')
  assert.equal(first('再审检察建议书（民事）'), 'instrument:retrial-suggestion-civil')
  assert.equal(first('filing-reasons-for-not-filing'), 'rule:filing-reasons-for-not-filing')
})
test('the same article in Chinese numerals and in digits finds the same', () => assert.deepEqual(ids('第二十一条'), ids('21条')))
test('every word must be found, unless none has them all', () => {
  for (const { id, kind } of find(entries, '督促 第24条', 50)) assert.ok(kind !== 'rule' || JSON.stringify(lawbook().rules.get(id)).includes('第二十四条'), id)
  assert.ok(find(entries, '督促 没有这样的词汇', 5).length > 0)
})
test('English finds too; nothing finds nothing', () => {
  assert.ok(ids('urging').includes('suggestion-urge'))
  assert.deepEqual(find(entries, '  '), [])
  assert.deepEqual(find(entries, 'zzzzqqq'), [])
})
test('every rule is found by its own title', () => { for (const { id, title } of lawbook().rules.values()) assert.ok(ids(title.zh).includes(id), id) })

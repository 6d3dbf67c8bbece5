import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { chipOf, chipOfCited, provisionOf } from './messages/chip.ts'
import { day } from './day.ts'
import { currentVersion, versionAt } from './due.ts'
import { lawbook } from './lawbook.ts'
import { fromNumeral, numeral, periodEn, periodZh, statesPeriod } from './messages/numerals.ts'

const book = lawbook()
const rules = [...book.rules.values()]

test('the whole rulebook is there, once', () => {
  assert.ok(book.rules.size >= 310)
  assert.ok(book.instruments.size >= 45)
  assert.equal(book.powers.size, 64)
  assert.equal(book.computing.size, 8)
  assert.deepEqual(book.articles.map(({ no }) => no), Array.from({ length: 17 }, (_, i) => i + 1))
  assert.ok(book.unverified.length >= 34)
  assert.equal(book.areas.length, 33)
  assert.equal(lawbook(), book)
})

test('every article of the Decision is served by rules, and every rule serves an article', () => {
  for (const { no } of book.articles) assert.ok(rules.some((rule) => rule.articles.includes(no)), `article ${no}`)
  for (const rule of rules) assert.ok(rule.articles.length > 0 && rule.articles.every((no) => no >= 1 && no <= 17), rule.id)
})

test('a period of high confidence is stated by one of its quotations, in so many words (M1.1)', () => {
  for (const rule of rules) for (const version of rule.versions) {
    if (version.period === null || (version.confidence ?? rule.confidence) !== 'high' || rule.periodKind === 'cycle') continue
    assert.ok(version.sources.some(({ quote }) => version.period !== null && statesPeriod(quote, version.period)), `${rule.id}: ${periodZh(version.period)}`)
  }
})

test('older wordings end where the next one starts or earlier; an act of 2016 finds the text of 2016', () => {
  const older = rules.filter(({ versions }) => versions.length > 1)
  assert.ok(older.length >= 50)
  for (const rule of older) for (const { inForce: { to } } of rule.versions.slice(1)) assert.ok(to !== null && to <= (currentVersion(rule).inForce.from ?? ''), rule.id)
  const rule = book.rules.get('prosecution-review')
  assert.ok(rule)
  assert.equal(versionAt(rule, day('2016-11-29'))?.sources[0]?.law, '人民检察院刑事诉讼规则（试行）')
  assert.equal(versionAt(rule, day('2018-10-25'))?.inForce.to, '2018-10-26')
  assert.equal(versionAt(rule, day('2018-10-26'))?.inForce.to, null)
})

test('no level waits for itself, and every level has its words', () => {
  const levels = new Map(book.glossary.filter(({ kind }) => kind === 'level').map((term) => [term.id, term]))
  for (const power of book.powers.values()) assert.ok(levels.has(power.level), power.id)
})

test('chips are short and in digits, papers in full', () => {
  assert.deepEqual(chipOf({ short: '检察建议规定', article: '第十九条' }), { zh: '《检察建议规定》第19条', en: '《检察建议规定》 art. 19' })
  assert.equal(chipOf({ short: '刑诉法解释', article: '第二百零二条第二款' }).zh, '《刑诉法解释》第202条第2款')
  assert.equal(chipOf({ short: '六部门规定', article: '第18项' }).zh, '《六部门规定》第18项')
  assert.deepEqual(chipOf({ short: '公司法', article: '第二十一条之一' }), { zh: '《公司法》第21条之一', en: '《公司法》 art. 21-1' })
  assert.deepEqual(chipOf({ short: '公司法', article: '第三条、第五条' }), { zh: '《公司法》第3条、第5条', en: '《公司法》 art. 3, art. 5' })
  assert.equal(chipOf({ short: '检察建议书样式', article: '（样式）' }).zh, '《检察建议书样式》（样式）')
  assert.deepEqual(chipOfCited('《行政诉讼法》第二十五条第四款、《公益诉讼规则》第八十一条'), { zh: '《行政诉讼法》第25条第4款、《公益诉讼规则》第81条', en: '《行政诉讼法》 art. 25 para. 4, 《公益诉讼规则》 art. 81' })
  assert.equal(chipOfCited('院内规则：一案只受理一次').zh, '院内规则：一案只受理一次', 'words that cite nothing stay')
  assert.equal(provisionOf({ law: '最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释', article: '第二百零二条' }), '《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第二百零二条')
  for (const rule of rules) for (const { sources } of rule.versions) for (const source of sources) assert.ok(chipOf(source).zh.length <= 40, chipOf(source).zh)
})

test('numerals there and back; periods in words', () => {
  for (let n = 1; n < 2500; n++) assert.equal(fromNumeral(numeral(n)), n)
  assert.deepEqual([15, 20, 101, 110, 202, 1076].map(numeral), ['十五', '二十', '一百零一', '一百一十', '二百零二', '一千零七十六'])
  assert.equal(fromNumeral('条'), null)
  assert.deepEqual([periodZh({ amount: 2, unit: 'months' }), periodZh({ amount: 10, unit: 'working-days' }), periodZh({ amount: 24, unit: 'hours' }), periodEn({ amount: 1, unit: 'years' })], ['两个月', '十个工作日', '二十四小时', '1 year'])
  assert.ok(statesPeriod('应当在２４小时内转送', { amount: 24, unit: 'hours' }))
  assert.ok(!statesPeriod('二十五日以内', { amount: 5, unit: 'days' }), 'five is not the end of twenty-five')
})

const shared = path.join(import.meta.dirname, '../../../../shared/law/rulebook.yaml')
test('quotations, periods and confidence are those of the source data, letter by letter', { skip: existsSync(shared) ? false : 'the source data (../shared) is not here' }, () => {
  type Source = { law: string; article: string; quote: string; text_origin: string; read_at: string }
  const { entries } = parse(readFileSync(shared, 'utf8')) as { entries: { id: string; period: { amount: number; unit: string; direction?: string } | null; confidence: string; sources: Source[]; period_variants?: { when: string; amount: number; unit: string }[] }[] }
  assert.ok(entries.length <= rules.length)
  for (const entry of entries) {
    const rule = book.rules.get(entry.id)
    assert.ok(rule, entry.id)
    const { sources, period, variants } = currentVersion(rule)
    assert.deepEqual(sources.map(({ law, article, quote, textOrigin, readAt }) => ({ law, article, quote, textOrigin, readAt })), entry.sources.map(({ law, article, quote, text_origin, read_at }) => ({ law, article, quote, textOrigin: text_origin, readAt: read_at })), entry.id)
    assert.deepEqual(period, entry.period, entry.id)
    assert.equal(rule.confidence, entry.confidence)
    assert.deepEqual(variants.map(({ when, period: { amount, unit } }) => ({ when: when.zh, amount, unit })), (entry.period_variants ?? []).map(({ when, amount, unit }) => ({ when, amount, unit })), entry.id)
  }
})

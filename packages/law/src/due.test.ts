// The dates read like the articles: one row a case, the provision first. Dates of published cases are those of ../shared/replays/README.md, "sharp dates".
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type Day, type Instant } from './day.ts'
import { currentVersion, versionAt, type DueOptions } from './due.ts'
import { dueOf } from './explain.ts'
import type { Explained } from './explanation.ts'
import { lawbook } from './lawbook.ts'

const book = lawbook()
const explain = (id: string, from: string, options: DueOptions = {}, then = false): Explained => {
  const rule = book.rules.get(id)
  assert.ok(rule, id)
  const version = then ? versionAt(rule, from.slice(0, 10) as Day) : currentVersion(rule)
  assert.ok(version, `${id}: no wording on ${from}`)
  return dueOf(rule, version, from as Day | Instant, options, book)
}
const d = (text: string): Day => day(text)

const rows = (name: string, table: readonly (readonly [provision: string, rule: string, from: string, due: string, options?: DueOptions])[]): void => {
  test(name, () => { for (const [provision, rule, from, due, options] of table) assert.equal(explain(rule, from, options).due, due, `${provision}: ${rule} from ${from}`) })
}

rows('刑事诉讼法第一百零五条: the first day does not count, a last day off rolls to the first day after (M1.1)', [
  ['刑诉规则第560条 七日', 'filing-reasons-for-not-filing', '2026-03-03', '2026-03-10'],
  ['刑诉规则第560条 七日, into Spring Festival', 'filing-reasons-for-not-filing', '2026-02-10', '2026-02-24'],
  ['刑诉规则第560条 七日, onto a Saturday', 'filing-reasons-for-not-filing', '2026-03-07', '2026-03-16'],
  ['刑诉规则第560条 七日, onto a make-up Saturday', 'filing-reasons-for-not-filing', '2026-02-21', '2026-02-28'],
  ['刑事诉讼法第230条 十日', 'protest-first-instance-judgment', '2026-09-24', '2026-10-08'],
])

rows('刑事诉讼法第一百零五条: in custody the period ends on its day', [
  ['刑事诉讼法第91条 七日', 'arrest-review-detained', '2026-02-10', '2026-02-17'],
  ['刑诉规则第351条 一个月, at large', 'prosecution-review', '2026-01-20', '2026-02-24'],
  ['刑诉规则第351条 一个月, in custody', 'prosecution-review', '2026-01-20', '2026-02-20', { custody: true }],
  ['民事诉讼法第85条 knows no custody', 'civil-review-period', '2025-11-20', '2026-02-24', { custody: true }],
])

rows('最高人民法院刑诉法解释第二百零二条: from a month’s end to a month’s end', [
  ['31 January, one month', 'prosecution-review', '2026-01-31', '2026-02-28'],
  ['28 February, one month', 'prosecution-review', '2026-02-28', '2026-03-31'],
  ['civil: 28 February, three months', 'civil-review-period', '2026-02-28', '2026-05-28'],
  ['监察法实施条例第327条: 28 February, one month', 'sc-supplementary', '2026-02-28', '2026-03-30'],
])

rows('sharp dates of published cases', [
  ['检例第30号: holiday, then a make-up Sunday', 'pil-suggestion-reply', '2015-12-12', '2016-02-14'],
  ['检例第42号: Qingming', 'protest-trial-supervision-court', '2017-03-03', '2017-04-05'],
  ['检例第50号: Spring Festival', 'pil-suggestion-reply', '2017-12-18', '2018-02-22'],
  ['检例第69号: Spring Festival', 'supplementary-investigation', '2018-01-16', '2018-02-22'],
  ['检例第159号: Saturday 2021-10-09 is worked', 'suggestion-reply', '2021-08-09', '2021-10-09'],
  ['检例第104号: Saturday 2019-10-12 is worked', 'minor-conditional-non-prosecution', '2019-10-09', '2019-10-12'],
  ['检例第104号: the test period counts its first day and does not roll', 'minor-conditional-non-prosecution', '2019-10-09', '2020-04-08', { variant: 'test-minimum' }],
  ['检例第105号: six months from the day itself', 'minor-conditional-non-prosecution', '2019-12-23', '2020-06-22', { variant: 'test-minimum' }],
  ['检例第182号: the last day after the long holiday', 'protest-first-instance-judgment', '2017-09-28', '2017-10-09'],
  ['检例第182号: the Spring Festival that was prolonged', 'protest-trial-supervision-court', '2019-12-27', '2020-02-03'],
  ['检例第206号: New Year', 'admin-protest-court-ruling', '2021-12-04', '2022-01-04'],
  ['检例第212号: over Labour Day', 'non-prosecution-police-reconsideration', '2020-04-27', '2020-05-06'],
  ['检例第212号: a Saturday', 'non-prosecution-reconsideration-decision', '2020-06-04', '2020-07-06'],
  ['检例第27号: a Saturday in custody', 'arrest-review-detained', '2014-03-15', '2014-03-22'],
  ['检例第71号: rolling decides', 'commutation-court-decision', '2018-06-28', '2018-07-30'],
  ['检例第165号: an announcement rolls', 'pil-announcement', '2020-10-09', '2020-11-09'],
  ['检例第86号: an announcement into the prolonged Spring Festival', 'pil-announcement', '2019-12-31', '2020-02-03'],
  ['检例第159号: three days before the hearing', 'hearing-notice', '2021-06-18', '2021-06-15'],
])

test('extensions: added to the last day before rolling, then rolled', () => {
  for (const [rule, from, on, due] of [
    ['prosecution-review', '2016-11-29', '2016-12-20', '2017-01-13'], ['prosecution-review', '2016-10-10', '2016-11-01', '2016-11-25'], ['prosecution-review', '2017-08-25', '2017-09-20', '2017-10-10'],
    ['pil-review-to-sue-admin', '2017-05-08', '2017-06-01', '2017-07-10'], ['civil-execution-reply', '2026-01-05', '2026-04-01', '2026-05-06'], ['detox-maximum-term', '2026-03-01', '2028-02-01', '2029-03-01'],
  ] as const) assert.equal(explain(rule, from, { extensions: [{ on: d(on) }] }).due, due, rule)
  const again = explain('pil-review-to-sue-admin', '2026-03-02', { extensions: [{ on: d('2026-04-01') }, { on: d('2026-05-01') }] })
  assert.equal(again.due, '2026-06-02')
  assert.match(again.provisionalBecause ?? '', /超过本级/)
  const unstated = explain('admin-review-period', '2026-03-02', { extensions: [{ on: d('2026-05-01') }] })
  assert.deepEqual([unstated.due, unstated.provisional], ['2026-06-02', true])
  assert.equal(explain('admin-review-period', '2026-03-02', { extensions: [{ on: d('2026-05-01'), period: { amount: 1, unit: 'months' } }] }).due, '2026-07-02')
  const never = explain('filing-reasons-for-not-filing', '2026-03-03', { extensions: [{ on: d('2026-03-05') }] })
  assert.equal(never.due, '2026-03-10')
  assert.ok(never.steps.some(({ sign, what }) => sign === 'extend' && what.includes('没有规定可以延长')))
  assert.match(explain('prosecution-review', '2026-03-02', { extensions: [{ on: d('2026-05-02') }] }).provisionalBecause ?? '', /届满之后/)
})

test('suspension: the days from it to the resumption do not count (民诉监督规则第五十二条); while it lasts there is no date', () => {
  const pauses = (from: string, to: string | null): DueOptions => ({ pauses: [{ from: d(from), to: to === null ? null : d(to), because: '鉴定' }] })
  assert.equal(explain('civil-review-period', '2026-02-10', pauses('2026-03-01', '2026-03-11')).due, '2026-05-20')
  assert.equal(explain('filing-reasons-for-not-filing', '2026-03-03', pauses('2026-03-05', '2026-03-10')).due, '2026-03-16')
  assert.equal(explain('filing-reasons-for-not-filing', '2026-03-03', pauses('2026-03-20', '2026-03-25')).due, '2026-03-10', 'outside the period')
  assert.equal(explain('reverse-review', '2026-03-02', pauses('2026-03-04', '2026-03-09')).due, '2026-03-19', 'ten working days: 3, then 9 to 19 March')
  const ground = (rule: string): string => explain(rule, '2026-02-10', pauses('2026-02-11', '2026-02-13')).steps.find(({ sign }) => sign === 'pause')?.provision ?? ''
  assert.equal(ground('civil-review-period'), '《人民检察院民事诉讼监督规则》第五十二条')
  assert.equal(ground('pil-review-to-sue-civil'), '《人民检察院公益诉讼办案规则》第四十八条')
  assert.equal(ground('suggestion-reply'), '文书载明', 'no source lets this period stand still')
  const open = explain('civil-review-period', '2026-02-10', pauses('2026-03-01', null))
  assert.deepEqual([open.due, open.provisional], [null, true])
  assert.ok(open.steps.some(({ sign, what }) => sign === 'pause' && what.includes('余71日')))
  const peremptory = explain('civil-application-limit', '2024-02-05', pauses('2024-03-01', '2024-04-01'))
  assert.equal(peremptory.due, '2026-02-05')
  assert.ok(peremptory.steps.some(({ sign, what }) => sign === 'pause' && what.includes('不变期间')))
})

test('hours: 开始的时不计算 where procedural law says so, else from the moment; Shanghai time, no rolling', () => {
  assert.equal(explain('cc-arrest-decision', '2026-02-13T10:20+08:00').dueAt, '2026-02-15T11:00+08:00')
  assert.equal(explain('cc-arrest-decision', '2026-02-13T02:20Z').dueAt, '2026-02-15T11:00+08:00')
  const silent = explain('transfer-police-forward', '2026-02-10T10:20:30+08:00')
  assert.deepEqual([silent.due, silent.dueAt, silent.provisional], ['2026-02-11', '2026-02-11T10:20:30+08:00', true])
  const noClock = explain('legal-aid-forward', '2026-02-10')
  assert.deepEqual([noClock.due, noClock.dueAt, noClock.provisional], ['2026-02-11', null, true])
})

test('days from an instant are counted from its Shanghai day', () => {
  assert.equal(explain('filing-reasons-for-not-filing', '2026-03-02T23:30:00Z').due, '2026-03-10')
  assert.equal(explain('filing-reasons-for-not-filing', '2026-03-03T00:30:00+08:00').due, '2026-03-10')
})

test('working days: days off are skipped, make-up days count (M1.1)', () => {
  assert.equal(explain('reverse-review', '2026-02-10').due, '2026-03-02')
  assert.equal(explain('data-application-reply', '2026-09-18').due, '2026-10-09', 'Sunday 20 September is worked, 25 September and the National Day holiday are off')
  assert.equal(explain('data-application-reply', '2026-09-18', { variant: 'unconditional' }).due, '2026-09-20')
})

test('the same day, and days before an event', () => {
  assert.equal(explain('custody-necessity-application-forward', '2026-03-07').due, '2026-03-07')
  assert.equal(explain('custody-extension-request', '2026-03-20').due, '2026-03-13')
  assert.equal(explain('sc-jurisdiction-request', '2026-03-20').due, '2026-02-28')
  assert.ok(explain('detention-expiry-notice', '2026-03-20').steps.some(({ what }) => what.includes('至2026-03-20')))
  assert.equal(explain('pil-court-appearance', '2026-03-20', { variant: 'court-notice' }).due, '2026-03-17')
})

test('a length fixed by the act takes the place of the rule’s; so do inclusive and noRoll', () => {
  const fixed = explain('investigation-correction-notice', '2026-03-02', { period: { amount: 15, unit: 'days' }, computing: 'criminal' })
  assert.equal(fixed.due, '2026-03-17')
  assert.equal(fixed.provisional, false)
  assert.ok(fixed.steps.some(({ provision }) => provision === '文书载明'))
  assert.equal(explain('pil-announcement', '2026-03-06', { inclusive: true }).due, '2026-04-07')
  assert.equal(explain('pil-announcement', '2026-03-06', { inclusive: true, noRoll: true }).due, '2026-04-04')
})

test('a rule without a period gives no date and says why, with the provision', () => {
  const none = explain('filing-complaint-accept', '2026-03-02')
  assert.deepEqual([none.due, none.dueAt, none.provisional], [null, null, false])
  const last = none.steps.at(-1)
  assert.match(last?.what ?? '', /没有规定期限/)
  assert.match(last?.provision ?? '', /刑事诉讼规则》第五百五十七条/)
  assert.ok((last?.quote ?? '').length > 20)
})

test('what is uncertain is said: unpublished year, silent source, inference, low confidence, weak text, older wording', () => {
  for (const [rule, from, because, options, then] of [
    ['pil-suggestion-reply', '2026-11-10', /只公布到2026年/], ['arrest-review-detained', '2026-12-28', /^$/], ['prosecution-review', '2013-03-05', /2015年/], ['reverse-review', '2026-12-28', /只公布到2026年/],
    ['suggestion-reply', '2026-03-02', /来源未规定期间计算方法/], ['civil-review-period', '2025-11-30', /推定/], ['civil-execution-reply', '2026-03-02', /把握不足.*转载/], ['filing-withdraw-review-request', '2026-03-02', /把握不足/],
    ['pil-suggestion-reply', '2015-11-18', /把握不足.*摘记/, {}, true], ['suggestion-reply', '2026-03-02', /^$/, { computing: 'civil' }], ['filing-reasons-for-not-filing', '2026-03-03', /^$/],
  ] as readonly (readonly [string, string, RegExp, DueOptions?, boolean?])[]) {
    const found = explain(rule, from, options, then)
    assert.match(found.provisionalBecause ?? '', because, `${rule} ${from}`)
    assert.equal(found.provisional, found.provisionalBecause !== undefined)
    assert.equal(found.steps.filter(({ sign }) => sign === 'provisional').length, found.provisionalBecause?.split('；').length ?? 0)
  }
})

test('a rule of less than high confidence stays provisional where an act states the length; an unverified one gives no date and says why', () => {
  const medium = explain('filing-withdraw-review-request', '2026-03-02', { period: { amount: 9, unit: 'days' } })
  assert.deepEqual([medium.due, medium.provisional], ['2026-03-11', true])
  const rule = book.rules.get('pil-suggestion-reply')
  assert.ok(rule)
  for (const unread of [{ ...rule, confidence: 'unverified' as const }, { ...rule, versions: rule.versions.map((one) => ({ ...one, confidence: 'unverified' as const })) }]) {
    const found = dueOf(unread, currentVersion(unread), d('2026-03-02'), {}, book)
    assert.deepEqual([found.due, found.dueAt, found.provisional, found.steps.at(-1)?.sign], [null, null, true, 'provisional'])
    assert.match(found.provisionalBecause ?? '', /未经核实，不起算/)
  }
})

test('the wording in force on the day decides: one month under the pilot, two since 2018', () => {
  assert.equal(explain('pil-suggestion-reply', '2017-03-06', {}, true).due, '2017-04-06')
  assert.equal(explain('pil-suggestion-reply', '2018-03-02', {}, true).due, '2018-05-02')
  const rule = book.rules.get('pil-suggestion-reply')
  assert.ok(rule)
  assert.equal(versionAt(rule, d('2017-07-01')), null, 'half-open: the pilot had ended and nothing was in force yet')
  assert.notEqual(versionAt(rule, d('2017-06-30')), null)
  assert.equal(versionAt(rule, d('2015-06-30')), null)
})

test('every line of a ledger names law and article or the setting that stands in; quotations are those of the rulebook (M1.1)', () => {
  const quotes = new Set([...book.rules.values()].flatMap(({ versions }) => versions.flatMap(({ sources }) => sources.map(({ quote }) => quote))))
  for (const { provisions } of book.computing.values()) for (const { source } of provisions) quotes.add(source.quote)
  for (const rule of book.rules.values()) for (const version of rule.versions) for (const variant of [undefined, ...version.variants.map(({ id }) => id)]) {
    const { steps, due, dueAt } = dueOf(rule, version, '2026-01-31T10:00+08:00' as Instant, variant === undefined ? {} : { variant }, book)
    assert.ok(steps.length >= 2)
    assert.equal(steps[0]?.sign, 'start')
    assert.equal(due === null, steps.at(-1)?.date === null)
    if (dueAt !== null) assert.match(dueAt, /\+08:00$/)
    for (const { provision, quote, what, whatEn, brief, briefEn, chip, chipEn } of steps) {
      // What stands beside the date says no date; a trigger is as long as the law makes it.
      for (const short of [brief, briefEn, chip, chipEn]) assert.ok(short !== undefined && short !== '' && !/undefined|NaN|null|\d{4}-\d\d/.test(short), `${rule.id}: ${short}`)
      assert.doesNotMatch(chip ?? '', /第[零一二三四五六七八九十百千]+[条款项]/)
      assert.match(provision, /《.+》.+|设置：|通知|文书载明|转述/, `${rule.id}: ${provision}`)
      if (quote !== undefined) assert.ok(quotes.has(quote), `${rule.id}: a quotation that nobody wrote`)
      assert.ok(what !== '' && whatEn !== '' && !/undefined|NaN|null/.test(what + whatEn), what)
    }
  }
})

test('the ledger tells the way: start, first day, period, days skipped, rolled, end', () => {
  const { steps } = explain('filing-reasons-for-not-filing', '2026-02-10T10:00+08:00')
  assert.deepEqual(steps.map(({ sign, date }) => `${sign} ${date}`), ['start 2026-02-10', 'count 2026-02-11', 'period 2026-02-17', 'skip 2026-02-23', 'roll 2026-02-24', 'end 2026-02-24'])
  assert.equal(steps[1]?.quote, '期间开始的时和日不算在期间以内。')
  assert.deepEqual(steps.slice(1).map(({ brief }) => brief), ['次日起算', '加七日', '末日为春节放假，至', '顺延至其后第一个工作日', '期限届满'])
  assert.deepEqual([steps[1]?.chip, steps[1]?.chipEn, steps[3]?.chip], ['《刑事诉讼法》第105条', '《刑事诉讼法》 art. 105', '2026年放假通知'])
  assert.equal(JSON.parse(JSON.stringify(explain('filing-reasons-for-not-filing', '2026-02-10'))).steps.length, 6, 'the ledger goes into JSON whole')
})

test('a variant or a way of counting that does not exist is a fault of the caller', () => {
  assert.throws(() => explain('pil-suggestion-reply', '2026-03-02', { variant: 'nope' }), RangeError)
  assert.throws(() => explain('suggestion-reply', '2026-03-02', { computing: 'nope' }), RangeError)
})

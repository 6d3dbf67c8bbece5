// Dates of execution, custody, detoxification and minors, worked out by hand from the provisions (M4.5, M5.7, M5.8, M7.4).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type Day, type Instant } from './day.ts'
import { currentVersion, versionAt, type DueOptions } from './due.ts'
import { dueOf } from './explain.ts'
import { lawbook } from './lawbook.ts'

const book = lawbook()
type Row = readonly [provision: string, rule: string, from: string, due: string, options?: DueOptions]
const dueBy = (id: string, from: string, options: DueOptions = {}, then = false): Day | null => {
  const rule = book.rules.get(id)
  const version = rule === undefined ? null : then ? versionAt(rule, day(from)) : currentVersion(rule)
  return rule === undefined || version === null ? assert.fail(id) : dueOf(rule, version, from as Day | Instant, options, book).due
}
const rows = (name: string, table: readonly Row[]): void => {
  test(name, () => { for (const [provision, rule, from, due, options] of table) assert.equal(dueBy(rule, from, options), due, `${provision}: ${rule} from ${from}`) })
}

rows('M5.7: working days of publicity and forwarding skip days off and count make-up days', [
  ['监狱法第45条 三个工作日, over National Day onto a make-up Saturday', 'temporary-release-publicity', '2026-09-30', '2026-10-10'],
  ['监狱法第50条 五个工作日, a make-up Saturday before Spring Festival', 'commutation-prison-publicity', '2026-02-13', '2026-02-27'],
  ['监狱法第41条 五个工作日, over Labour Day', 'prisoner-complaint-forwarding', '2026-04-30', '2026-05-11'],
  ['监狱法第41条 告知罪犯', 'prisoner-complaint-forwarding', '2026-11-16', '2026-11-23', { variant: 'tell-prisoner' }],
])

rows('M5.7: custody does not roll, time limits of the procuratorate and the courts do', [
  ['刑事诉讼法第156条 二个月, month’s end to month’s end', 'investigation-custody-limit', '2025-12-31', '2026-02-28'],
  ['刑事诉讼法第156条 二个月, onto a Sunday', 'investigation-custody-limit', '2026-01-08', '2026-03-08'],
  ['刑诉规则第648条 三日, over a weekend', 'death-penalty-copies', '2026-03-05', '2026-03-09'],
  ['刑事诉讼法第305条 一个月, onto a Saturday', 'compulsory-medical-court-decision', '2026-04-16', '2026-05-18'],
  ['减刑假释程序规定第3条 公示五日, onto a Saturday', 'commutation-court-publicity-period', '2026-03-02', '2026-03-09'],
  ['监狱法第31条 一个月, a prisoner in custody', 'delivery-to-prison', '2026-11-19', '2026-12-19', { custody: true }],
  ['刑诉规则第120条 二十四小时', 'residential-surveillance-family-notice', '2026-04-21T09:20+08:00', '2026-04-22'],
])

rows('M5.8: ten days to report or to be handed over', [
  ['社区矫正法第21条', 'cc-subject-report', '2026-03-05', '2026-03-16'],
  ['社区矫正法第21条', 'cc-handover', '2026-03-09', '2026-03-19'],
])

rows('M7.4: longest and shortest times of detoxification', [
  ['戒毒条例第27条 六个月', 'detox-police-facility-term', '2025-08-31', '2026-02-28'],
  ['戒毒条例第27条 十二个月', 'detox-police-facility-term', '2025-03-11', '2026-03-11', { variant: 'special-provinces' }],
  ['禁毒法第47条 一年', 'detox-early-release-earliest', '2025-03-11', '2026-03-11'],
])

test('M5.7: before the Prison Law of 2026 thirty days were the measure of delivery to prison', () => {
  assert.equal(dueBy('delivery-to-prison', '2026-10-30', {}, true), '2026-11-30')
  assert.equal(dueBy('delivery-to-prison', '2026-03-02', {}, true), '2026-04-01')
  assert.equal(dueBy('delivery-to-prison', '2026-11-02', {}, true), '2026-12-02')
})

test('M5.7: custody that was extended ends a month after its first end', () => {
  assert.equal(dueBy('investigation-custody-limit', '2026-01-09', { extensions: [{ on: day('2026-03-02') }] }), '2026-04-09')
})

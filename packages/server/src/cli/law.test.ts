import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-law-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const given = (name: string, text: string | Uint8Array): string => { writeFileSync(path.join(folder, name), text); return name }

const hj = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const status = await main(['law', ...args], { out: (text) => { out += text }, err: (text) => { err += text }, env: {}, cwd: folder })
  return { status, out, err }
}
type Due = { rule: string; due: string | null; dueAt?: string; steps: { what: string; date: string | null; provision: string }[]; sources: { law: string; quote: string }[]; provisional: boolean; provisionalBecause?: string; because?: string; asIfCurrent: boolean; calendar: string }
const due = async (...args: readonly string[]): Promise<Due> => {
  const { status, out, err } = await hj('due', ...args, '--json')
  assert.equal(status, 0, err)
  return JSON.parse(out) as Due
}
const refused = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { status, out, err } = await hj(...args)
  assert.equal(status, 1, `${out}${err}`)
  assert.equal(out, '')
  return JSON.parse(err) as Record<string, unknown>
}

test('hj law due gives the date, every step with its provision, and the sources (M1.1)', async () => {
  const found = await due('filing-reasons-for-not-filing', '--from', '2026-02-10T10:00+08:00')
  assert.deepEqual([found.rule, found.due, found.dueAt, found.provisional], ['filing-reasons-for-not-filing', '2026-02-24', undefined, false])
  assert.equal(found.steps.at(-1)?.date, '2026-02-24')
  assert.ok(found.steps.every(({ what, provision }) => what !== '' && provision !== ''))
  assert.ok(found.sources.some(({ quote }) => quote.includes('七日以内')))
})

test('hours give an instant; no period gives no date and says why', async () => {
  const hours = await due('cc-arrest-decision', '--from', '2026-02-13T10:20+08:00')
  assert.deepEqual([hours.due, hours.dueAt], ['2026-02-15', '2026-02-15T11:00+08:00'])
  const none = await due('filing-complaint-accept', '--from', '2026-02-13')
  assert.equal(none.due, null)
  assert.match(none.because ?? '', /没有规定期限/)
})

test('acts move the date: extend, suspend, resume, in one --act or in several, in any order', async () => {
  assert.equal((await due('prosecution-review', '--from', '2016-11-29', '--act', 'extend=2016-12-20')).due, '2017-01-13')
  const one = await due('prosecution-review', '--from', '2026-02-10', '--act', 'extend=2026-03-01', 'suspend=2026-03-05', 'resume=2026-03-10')
  const other = await due('prosecution-review', '--from', '2026-02-10', '--act', 'resume=2026-03-10', '--act', 'suspend=2026-03-05', '--act', 'extend=2026-03-01')
  assert.deepEqual([one.due, other.due], ['2026-03-30', '2026-03-30'])
  assert.equal((await due('admin-review-period', '--from', '2026-03-02', '--act', 'extend=2026-05-01:1month')).due, '2026-07-02')
  assert.equal((await due('civil-review-period', '--from', '2026-02-10', '--act', 'suspend=2026-03-01')).due, null)
})

test('variant, custody, length fixed by the act, first day counted', async () => {
  assert.equal((await due('pil-suggestion-reply', '--from', '2026-03-02', '--variant', 'urgent')).due, '2026-03-17')
  assert.equal((await due('prosecution-review', '--from', '2026-01-20', '--custody')).due, '2026-02-20')
  assert.equal((await due('investigation-correction-notice', '--from', '2026-03-02', '--period', '15days', '--computing', 'criminal')).due, '2026-03-17')
  assert.equal((await due('pil-announcement', '--from', '2026-03-06', '--inclusive', '--no-roll')).due, '2026-04-04')
})

test('the wording in force on the day decides; --current asks for today’s; a day before any wording is computed as if current and says so', async () => {
  assert.equal((await due('pil-suggestion-reply', '--from', '2017-03-06')).due, '2017-04-06')
  assert.equal((await due('pil-suggestion-reply', '--from', '2017-03-06', '--current')).due, '2017-05-08')
  const early = await due('pil-suggestion-reply', '--from', '2017-08-01')
  assert.deepEqual([early.due, early.asIfCurrent], ['2017-10-09', true])
})

test('a calendar file puts a year in; its faults are told with line and field', async () => {
  assert.equal((await due('pil-suggestion-reply', '--from', '2026-12-05')).provisional, true)
  const good = given('2027.json', '{\n  "year": 2027,\n  "days": [\n    { "name": "春节", "date": "2027-02-05", "isOffDay": true },\n    { "name": "春节", "date": "2027-02-07", "isOffDay": false }\n  ]\n}\n')
  const known = await due('pil-suggestion-reply', '--from', '2026-12-05', '--calendar', good)
  assert.deepEqual([known.due, known.provisional], ['2027-02-07', false])
  const yaml = given('2027.yaml', 'year: 2027\nholidays:\n  - { name: 春节, off: [2027-02-05..2027-02-09], worked: [] }\n')
  assert.equal((await due('pil-suggestion-reply', '--from', '2026-12-05', '--calendar', yaml)).due, '2027-02-10')
  for (const [text, line, field, reason] of [
    ['{\n "year": 2027,\n "days": [\n  { "name": "春节", "date": "2027-02-30", "isOffDay": true }\n ]\n}', 4, 'days.0.date', /no calendar has/],
    ['{\n "year": 2027,\n "days": [\n  { "name": "春节", "date": "2027-02-05", "isOffDay": "yes" }\n ]\n}', 4, 'days.0.isOffDay', /true .* or false/],
    ['{\n "year": 2027,\n "days": [\n  { "date": "2027-02-05", "isOffDay": true }\n ]\n}', 4, 'days.0.name', /name/],
    ['{ "year": 2027,\n "days": [ { "name": "a", "date": "2027-02-05", "isOffDay": true },\n { "name": "a", "date": "2027-02-05", "isOffDay": false } ] }', 3, 'days.1.date', /twice/],
    ['{ "year": "2027", "days": [] }', 1, 'year', /whole number/], ['{ "year": 2029, "days": [] }', 1, 'year', /gap/], ['[]', 1, '', /no year/], ['{ "year": 2027 }', 1, '', /days/],
    ['year: 2027\nholidays:\n  - name: 春节\n    off: [2027-02-05..2027-02-40]\n    worked: []\n', 4, 'holidays.0.off.0', /no calendar has/],
  ] as const) {
    const said = await refused('due', 'pil-suggestion-reply', '--from', '2026-12-05', '--calendar', given('bad.json', text))
    assert.deepEqual([said['code'], said['line'], said['field']], ['law.calendar-file', line, field], text)
    assert.match(String(said['detail']), reason)
  }
  for (const bad of [given('broken.json', '{ "year": 2027,'), given('latin.json', new Uint8Array([0x7b, 0xe9, 0xff])), 'gone.json']) assert.equal((await refused('due', 'pil-suggestion-reply', '--from', '2026-12-05', '--calendar', bad))['code'], 'law.calendar-file')
})

test('bad input is a problem document: what, why, what to do', async () => {
  for (const [args, code, detail] of [
    [['due', 'pil-suggestion-repli', '--from', '2026-01-01'], 'law.unknown-rule', /Did you mean pil-suggestion/], [['show', 'zzzzzzzz'], 'law.unknown-rule', /hj law list/],
    [['due', 'pil-suggestion-reply', '--from', '2023-02-30'], 'law.no-such-day', /no calendar has/], [['due', 'pil-suggestion-reply', '--from', '2023-02'], 'law.month-only', /never guessed/],
    [['due', 'pil-suggestion-reply', '--from', '2026-02-10T10:00'], 'law.no-offset', /\+08:00/], [['due', 'pil-suggestion-reply', '--from', 'today'], 'law.form', /2026-02-10/], [['due', 'pil-suggestion-reply', '--from', '2026-02-10T25:00+08:00'], 'law.form', /instant/],
    [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--variant', 'urgen'], 'law.unknown-variant', /urgent/], [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--computing', 'zivil'], 'law.unknown-computing', /civil/],
    [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--period', '3weeks'], 'law.period', /15days/], [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--act', 'appeal=2026-03-01'], 'law.act', /extend/],
    [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--act', 'extend=2026-02-30'], 'law.no-such-day', /extend/], [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--act', 'resume=2026-03-01'], 'law.act', /no suspension/],
    [['due', 'pil-suggestion-reply', '--from', '2026-02-10', '--act', 'suspend=2026-03-01', 'suspend=2026-03-02'], 'law.act', /again/], [['list', '--area', 'pubic-interest'], 'law.unknown-area', /public-interest/], [['show', 'pil-suggestion', '--on', '2026-13-01'], 'law.no-such-day', /--on/],
  ] as const) {
    const said = await refused(...args)
    assert.equal(said['code'], code, args.join(' '))
    assert.match(String(said['detail']), detail)
    assert.ok(typeof said['title'] === 'string' && said['type'] !== undefined)
  }
})

test('wrong usage ends with 2', async () => {
  for (const args of [['due'], ['due', 'pil-suggestion-reply'], ['due', 'pil-suggestion-reply', 'civil-protest', '--from', '2026-01-01'], ['due', 'pil-suggestion-reply', '--from', '2026-01-01', '--nope'], ['show'], ['list', 'x'], ['nope'], []]) {
    const { status, err } = await hj(...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(err, /hj law/)
  }
})

test('list, show and articles: rules with sources and wordings', async () => {
  const list = JSON.parse((await hj('list', '--json')).out) as { rules: { id: string; sources: { law: string; quote: string }[]; versions: unknown[] }[]; areas: unknown[] }
  assert.ok(list.rules.length >= 310)
  assert.ok(list.rules.every(({ sources, versions }) => sources.length > 0 && sources.every(({ law, quote }) => law !== '' && quote !== '') && versions.length > 0))
  const area = JSON.parse((await hj('list', '--area', 'hearing', '--json')).out) as { rules: { area: string }[] }
  assert.ok(area.rules.length === 4 && area.rules.every((rule) => rule.area === 'hearing'))
  const rule = JSON.parse((await hj('show', 'pil-suggestion-reply', '--json')).out) as { versions: { inForce: { from: string }; sources: { quote: string }[] }[]; instruments: string[] }
  assert.deepEqual(rule.versions.map(({ inForce }) => inForce.from), ['2018-03-02', '2015-12-24', '2015-07-01'])
  assert.ok(rule.instruments.includes('pil-suggestion'))
  assert.match((await hj('show', 'pil-suggestion-reply')).out, /两个月内/)
  assert.match((await hj('show', 'pil-suggestion-reply', '--on', '2016-05-01')).out, /试点/)
  assert.match((await hj('show', 'pil-suggestion-reply', '--on', '2010-05-01')).out, /no wording/)
  assert.match((await hj('list', '--area', 'hearing')).out, /hearing-notice +三日前/)
  const articles = JSON.parse((await hj('articles', '--json')).out) as { articles: { no: number; rules: string[] }[] }
  assert.deepEqual(articles.articles.map(({ no }) => no), Array.from({ length: 17 }, (_, i) => i + 1))
  assert.match((await hj('articles')).out, /检察机关应当/)
})

test('people read the ledger with its signs; the same words twice give the same bytes', async () => {
  const first = await hj('due', 'filing-reasons-for-not-filing', '--from', '2026-02-10')
  assert.equal(first.out, (await hj('due', 'filing-reasons-for-not-filing', '--from', '2026-02-10')).out)
  for (const sign of ['起', '算', '期', '跳', '顺', '止']) assert.match(first.out, new RegExp(`^  ${sign} `, 'm'))
})

test('the machine’s zone does not move a legal day, nor does the command need the database', () => {
  const run = (TZ: string): string => spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'law', 'due', 'filing-reasons-for-not-filing', '--from', '2026-03-02T16:30:00Z', '--json'], { env: { ...process.env, TZ }, encoding: 'utf8' }).stdout
  const [there, here] = [run('America/Los_Angeles'), run('Asia/Shanghai')]
  assert.equal(there, here)
  assert.equal((JSON.parse(here) as Due).due, '2026-03-10')
})

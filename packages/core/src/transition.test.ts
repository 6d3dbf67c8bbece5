// Which wording a matter follows when the law changed while it was open.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, lawbook, versionFor, type Lawbook, type Rule, type RuleVersion } from '@hengjian/law'
import { duties, type Act, type Matter } from './index.ts'

const shipped = lawbook()
const id = 'suggestion-reply'
const rule = shipped.rules.get(id) ?? assert.fail(id)
const [now] = rule.versions
assert.ok(now)
const version = (from: string, to: string | null, amount: number, applies?: RuleVersion['applies']): RuleVersion => ({ ...now, inForce: { from: day(from), to: to === null ? null : day(to) }, period: { amount, unit: 'days' }, ...(applies === undefined ? {} : { applies }) })
const changed = (...versions: readonly RuleVersion[]): Rule => ({ ...rule, versions })
const law = (applies?: RuleVersion['applies']): Lawbook => ({ ...shipped, rules: new Map([...shipped.rules, [id, changed(version('2026-03-01', null, 30, applies), version('2026-01-01', '2026-03-01', 20), version('2025-01-01', '2026-01-01', 10))]]) })
const matter = (opened: string, served: string): Matter => ({
  procedure: 'social-governance-suggestion', organs: { office: { name: '甲市人民检察院', role: 'procuratorate' }, unit: { name: '甲市某局', role: 'administrative-organ' } },
  acts: [{ n: 1, act: 'accept', on: day(opened), by: 'office' }, { n: 2, act: 'serve', instrument: 'social-governance-suggestion', on: day(served), by: 'office', to: ['unit'], form: { receivedOn: served } }] satisfies readonly Act[],
})
const reply = (opened: string, served: string, applies?: RuleVersion['applies']) => duties(matter(opened, served), law(applies), day(served)).find((duty) => duty.rule === id)

test('M1.2: without a transitional rule the day that opens the duty picks the wording', () => {
  for (const applies of [undefined, 'acts-from'] as const) assert.equal(reply('2026-02-01', '2026-03-02', applies)?.due, '2026-04-01')
  assert.equal(reply('2026-02-01', '2026-02-02')?.due, '2026-02-24', 'rolled over the Spring Festival')
})

test('M1.2: matters-from leaves a matter that began before to the wording before, and the ledger says so', () => {
  const older = reply('2026-02-01', '2026-03-02', 'matters-from')
  assert.deepEqual([older?.due, older?.explained.version.from, older?.basis.insteadOf], ['2026-03-23', '2026-01-01', '2026-03-01'])
  const line = older?.explained.steps.find(({ what }) => what.includes('过渡规定'))
  assert.match(line?.what ?? '', /自2026-03-01起施行.*适用原规定/)
  assert.equal(line?.date, '2026-03-01')
  const newer = reply('2026-03-01', '2026-03-02', 'matters-from')
  assert.deepEqual([newer?.due, newer?.basis.insteadOf], ['2026-04-01', undefined])
  assert.ok(!newer?.explained.steps.some(({ what }) => what.includes('过渡规定')))
})

test('M1.2: versions that each leave older matters alone are gone down one by one; where nothing was in force before, nothing applies', () => {
  const all = changed(version('2026-03-01', null, 30, 'matters-from'), version('2026-01-01', '2026-03-01', 20, 'matters-from'), version('2025-01-01', '2026-01-01', 10))
  const from = (opened: string) => { const found = versionFor(all, day('2026-04-01'), day(opened)); return [found?.version.inForce.from, found?.keeps?.inForce.from] }
  assert.deepEqual(from('2026-03-01'), ['2026-03-01', undefined])
  assert.deepEqual(from('2026-02-28'), ['2026-01-01', '2026-03-01'])
  assert.deepEqual(from('2025-12-31'), ['2025-01-01', '2026-03-01'])
  assert.equal(versionFor(changed(version('2026-03-01', null, 30, 'matters-from')), day('2026-04-01'), day('2026-02-28')), null)
})

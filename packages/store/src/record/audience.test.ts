import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act, Matter } from '@hengjian/core'
import type { Day } from '@hengjian/law'
import { audienceOf, shownBy } from './audience.ts'

const on = '2026-03-02' as Day
const act = (n: number, kind: Act['act'], more: Partial<Act> = {}): Act => ({ n, act: kind, on, by: 'unit', ...more })
const organs = { unit: { name: 'unit', role: 'procuratorate' }, party: { name: 'party', role: 'administrative-organ' } }
const matter: Matter = {
  procedure: 'social-governance-suggestion', organs, acts: [
    act(1, 'accept'), act(2, 'draft', { to: ['party'], form: { facts: 'f' } }), act(3, 'submit', { of: 2 }), act(4, 'review', { of: 2, what: 'legal-policy', form: { opinion: 'only for the office' } }), act(5, 'approve', { of: 2 }), act(6, 'issue', { of: 2 }),
    act(7, 'serve', { of: 2, to: ['party'] }), act(8, 'acknowledge', { of: 7, by: 'party' }), act(9, 'object', { of: 7, by: 'party' }), act(10, 'review', { of: 9, result: 'uphold' }), act(11, 'draft', { to: ['party'] }), act(12, 'withdraw', { of: 11 }), act(13, 'withdraw', { of: 2 }),
  ],
}

test('M16.1: another department’s opinion on a draft, and a draft taken back before its service, stay inside; the answer to an objection and the withdrawal of what was served do not', () => {
  assert.deepEqual(matter.acts.filter((one) => audienceOf(matter, one) === 'both').map(({ n }) => n), [7, 8, 9, 10, 13])
  const shown = shownBy(matter)
  assert.deepEqual(shown.map(({ n, whole }) => [n, whole]), [[1, false], [2, true], [3, false], [4, false], [5, false], [6, true]])
  assert.ok(!JSON.stringify(shown).includes('only for the office'))
})

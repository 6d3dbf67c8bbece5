// Who decides may disagree with who handles; both opinions stay on record.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { fold } from './index.ts'
import { emptyMatter, toReceipt, tryStep, walk } from './walking.ts'

const law = lawbook()
const submitted = walk(emptyMatter('forward-linkage'), law, [...toReceipt().slice(0, 3), ['prosecutor', 'submit', '2026-09-11', { of: 3, form: { note: '建议移送' } }]])

test('M10.1: a differing opinion needs its reason; the handler’s and the decider’s stand side by side', () => {
  const bare = tryStep(submitted, law, ['head', 'endorse', '2026-09-12', { of: 3, form: { differs: true } }])
  assert.ok(!bare.ok && bare.refusal.rule === 'disagreement-with-chief')
  const done = walk(submitted, law, [['head', 'endorse', '2026-09-12', { of: 3, form: { differs: true, opinion: '事实尚须补充' } }]])
  assert.deepEqual(fold(done, law).instruments[0]?.opinions.map(({ act, opinion, differs }) => [act, opinion, differs]), [[4, '建议移送', false], [5, '事实尚须补充', true]])
  assert.ok(tryStep(submitted, law, ['head', 'endorse', '2026-09-12', { of: 3 }]).ok)
})

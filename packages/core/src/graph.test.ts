// No state of any procedure without an owner, a clock or a closing act: a bounded walk through everything that its acts permit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawbook, type Procedure } from '@hengjian/law'
import { walkGraph } from './graph.ts'

const law = lawbook()
/** States expanded in each kind; from the edge a close is looked for by what the refusals name. A bound, not a proof. */
const most = 12
const shown = (paths: readonly (readonly string[])[]): string => paths.map((path) => path.join(' → ')).join('\n')

for (const { id, mission } of law.procedures.values()) {
  test(`${mission.join(' ')}: ${id} comes to no dead end`, () => {
    const { states, stuck, endless } = walkGraph(id, law, most)
    assert.ok(states > 1, 'nothing can be begun')
    assert.equal(shown(stuck), '', 'open, with no duty and no act')
    assert.equal(shown(endless), '', 'open, with no way to a close')
  })
}

test('a dead end is found and told as the acts that lead to it', () => {
  const [base] = [...law.procedures.values()].filter(({ id }) => id === 'social-governance-suggestion')
  assert.ok(base)
  const broken: Procedure = { ...base, id: 'broken', acts: base.acts.filter(({ key }) => key === 'accept' || key === 'assign') }
  const { stuck, endless } = walkGraph('broken', { ...law, procedures: new Map([['broken', broken]]) }, most)
  assert.deepEqual([...stuck, ...endless][0]?.[0], 'accept')
})

// What the rulebook knows and no matter would ever meet: rows without an act, rules without a duty, a guard or a reason. The lists below may only shrink.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { conditionNames } from './index.ts'

const law = lawbook()
const acts = [...law.procedures.values()].flatMap((procedure) => procedure.acts)
const guards = [...acts.flatMap((act) => act.guards), ...law.bars.flatMap((bar) => bar.guards)]

/** No kind of matter yet in which a superior approves a non-prosecution in a case of the supervisory commission. */
const powersOpen = ['pl-non-prosecution-superior']
/** Rules by the kind of matter that is still missing for them. */
const rulesOpen: Readonly<Record<string, readonly string[]>> = {
  'custody and extended limitation: no kind of matter for requests to a higher procuratorate': ['custody-extension-request', 'custody-extension-decision', 'extended-limitation-local-review', 'extended-limitation-decision', 'extended-limitation-refused', 'extended-limitation-supervision'],
  'confiscation of illegal gains: no kind of matter': ['confiscation-opinion-review', 'confiscation-not-started-reasons', 'confiscation-announcement', 'confiscation-ruling-protest', 'confiscation-suspect-appears'],
  'steps of the court in criminal trials': ['protest-court-forward', 'protest-death-suspended', 'trial-supplement-materials', 'trial-charge-reply'],
  'steps of administrative organ and police after a transfer': ['transfer-police-forward', 'transfer-breach-consequence', 'transfer-police-breach'],
  'plea and sentencing recommendation: no acts in prosecution review': ['plea-fast-track-prosecution', 'plea-fast-track-trial', 'plea-retraction-before-charge', 'plea-affidavit', 'plea-rights-and-views', 'plea-duty-lawyer', 'plea-non-prosecution-retraction', 'sentencing-rec-plea', 'sentencing-rec-reasons', 'sentencing-rec-adjust', 'sentencing-rec-community-survey'],
  'procuratorial investigation: principles without a duty of their own': ['investigation-provincial-acceptance', 'investigation-inquiry-limits'],
  'supervisory commission: no kind of matter': ['sc-transfer-notice', 'sc-jurisdiction-request', 'sc-detain-first', 'sc-notify-family', 'sc-supplementary', 'sc-supplementary-handling', 'sc-evidence-cooperation', 'sc-non-prosecution-approval', 'sc-non-prosecution-reconsideration', 'sc-clue-transfer', 'sc-clue-approval-civil-admin'],
}

test('M10.1: every row of the power list decides an act of some procedure', () => {
  const used = new Set(acts.map(({ power }) => power))
  const idle = [...law.powers.keys()].filter((id) => !used.has(id))
  assert.deepEqual(idle.filter((id) => !powersOpen.includes(id)), [])
})

test('M1.2: every rule opens a duty, guards an act, or says why it does neither', () => {
  const bound = new Set(law.bindings.map(({ rule }) => rule))
  const cited = new Set([...guards.flatMap(({ args = {}, otherwise }) => [otherwise.rule, ...[args['rule'], args['rules']].flatMap((one) => String(one ?? '').split(','))]), ...acts.map(({ approvalOf }) => approvalOf)])
  const idle = [...law.rules.values()].filter(({ id, unbound }) => !bound.has(id) && !cited.has(id) && unbound === undefined).map(({ id }) => id)
  const open = new Set(Object.values(rulesOpen).flat())
  assert.deepEqual(idle.filter((id) => !open.has(id)), [])
})

test('M1.2: every condition that the rulebook asks is known', () => {
  const asked = new Set([...guards, ...law.bars.flatMap((bar) => bar.if ?? []), ...law.bindings.flatMap((binding) => binding.if ?? [])].map(({ name }) => name))
  assert.deepEqual([...asked].filter((name) => !conditionNames.includes(name)), [])
})

// Civil and administrative supervision, support for suits and reverse linkage, done act by act by the office, its superior, the courts and the parties.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, lawbook, type Office } from '@hengjian/law'
import { decide } from './decide.ts'
import { duties, fold, type Matter, type Refusal } from './index.ts'
import { attemptOf } from './sample.ts'
import type { Attempt, Outcome } from './state.ts'
import { late } from './walking.ts'

const law = lawbook()
const organs: Matter['organs'] = {
  office: { name: '甲市人民检察院', role: 'procuratorate', superior: 'above' }, above: { name: '某自治区人民检察院', role: 'procuratorate-superior' },
  court: { name: '甲市中级人民法院', role: 'court' }, high: { name: '某自治区高级人民法院', role: 'court-superior' }, app: { name: '申请人（化名）', role: 'applicant' }, other: { name: '其他当事人（化名）', role: 'other-party' },
  agency: { name: '甲市某局', role: 'administrative-organ', superior: 'government' }, government: { name: '甲市人民政府', role: 'government' }, police: { name: '甲市公安局', role: 'police' },
}
type Step = readonly [who: string, key: string, on: string, more?: Partial<Attempt>]

function attempt(matter: Matter, [who, key, on, more]: Step): Outcome {
  const [organ = '', office] = who.split('/')
  const entry = law.procedures.get(matter.procedure)?.acts.find((one) => one.key === key) ?? assert.fail(`no act '${key}' in '${matter.procedure}'`)
  return decide(matter, law, { organ, office: (office as Office | undefined) ?? 'liaison' }, attemptOf(entry, on, more), late)
}
const run = (procedure: string, steps: readonly Step[], from?: Matter): Matter => steps.reduce((matter: Matter, step) => {
  const outcome = attempt(matter, step)
  return outcome.ok ? { ...matter, acts: [...matter.acts, outcome.act] } : assert.fail(`${procedure} ${step[1]} ${step[2]}: ${outcome.refusal.because.zh} (${outcome.refusal.provision ?? ''})`)
}, from ?? { procedure, organs, acts: [] })
const no = (matter: Matter, step: Step): Refusal => { const outcome = attempt(matter, step); return outcome.ok ? assert.fail(`${step[1]} was accepted`) : outcome.refusal }
const dutyOf = (matter: Matter, rule: string, on: string, label?: string) => duties(matter, law, day(on)).find((duty) => duty.rule === rule && duty.label === label)
const paper = (matter: Matter, id: string) => fold(matter, law).instruments.findLast((one) => one.id === id)?.stage

const P = 'office/prosecutor', H = 'office/department-head', C = 'office/chief', M = 'office/case-management', K = 'office/committee'
/** From a draft to its issue. */
const issued = (draft: string, approve: string, by: string, to: string): readonly Step[] =>
  [[P, draft, '2026-03-02', { to: [to] }], [P, 'submit', '2026-03-02'], [H, 'endorse', '2026-03-03'], [by, approve, '2026-03-04'], [M, 'issue', '2026-03-04']]
const opened: readonly Step[] = [['app', 'apply', '2026-01-12'], [M, 'accept', '2026-01-19'], [P, 'inquire', '2026-02-02']]

test('M6.1: papers incomplete: told once; not completed in time it counts as withdrawn; completed it is accepted', () => {
  const asked = run('civil-judgment-supervision', [['app', 'apply', '2026-01-12'], [M, 'ask-materials', '2026-01-13', { to: ['app'], form: { replyBy: '2026-01-20' } }]])
  assert.equal(no(asked, [M, 'ask-materials', '2026-01-14', { to: ['app'] }]).code, 'already-done')
  assert.deepEqual([no(asked, [M, 'deem-withdrawn', '2026-01-20']).rule, no(asked, [M, 'deem-withdrawn', '2026-01-20']).earliest], ['civil-materials-completion', '2026-01-21'])
  assert.equal(fold(run('civil-judgment-supervision', [[M, 'deem-withdrawn', '2026-01-21']], asked), law).closed, true)
  run('civil-judgment-supervision', [['app', 'supply-materials', '2026-01-19'], [M, 'accept', '2026-01-19']], asked)
})

test('M6.1: a refusal to accept is carried to the superior, whose order opens the matter again', () => {
  const declined = run('civil-judgment-supervision', [['app', 'apply', '2026-01-12'], [H, 'decline', '2026-01-13']])
  assert.equal(no(declined, [M, 'accept', '2026-01-14']).code, 'closed')
  run('civil-judgment-supervision', [['app', 'complain-refusal', '2026-01-14', { to: ['above'] }], ['above/chief', 'order-acceptance', '2026-01-20'], [M, 'accept', '2026-01-21']], declined)
})

test('M6.1 M10.1: the committee decides on a suggestion of retrial; the notice to the parties leaves the paper with the court', () => {
  const [draft, submit, endorse] = issued('draft', 'approve', K, 'court')
  assert.ok(draft && submit && endorse)
  const ready = run('civil-judgment-supervision', [...opened, draft, submit, endorse])
  assert.equal(no(ready, [C, 'approve', '2026-03-04']).provision, '《民诉监督规则》第八十七条')
  const served = run('civil-judgment-supervision', [[K, 'approve', '2026-03-04'], [M, 'issue', '2026-03-04'], [M, 'serve', '2026-03-05', { to: ['court'] }], [M, 'notify-parties', '2026-03-06', { to: ['app'] }], ['court', 'acknowledge', '2026-03-06']], ready)
  assert.deepEqual([dutyOf(served, 'civil-retrial-suggestion', '2026-03-10', 'parties')?.status, dutyOf(served, 'civil-retrial-suggestion-court', '2026-03-10')?.due], ['discharged-in-time', '2026-06-08'])
  assert.equal(no(served, [C, 'follow-up', '2026-06-08']).earliest, '2026-06-09')
  assert.equal(no(served, [H, 'close', '2026-05-06']).code, 'too-early')
})

test('M6.1: not supported: sent within fifteen days; reviewed once within a year by the superior, who may revoke and protest', () => {
  const decided = run('civil-judgment-supervision', [...opened, [P, 'decide-not-support', '2026-02-10'], [M, 'serve-not-support', '2026-02-11', { to: ['app'] }], ['app', 'sign-other', '2026-02-12'], [H, 'close', '2026-02-13']])
  assert.equal(dutyOf(decided, 'civil-not-support-review', '2026-03-01')?.due, '2027-02-10')
  const again = run('civil-judgment-supervision', [['app', 'ask-review', '2026-03-02', { to: ['above'] }], ['above/case-management', 'accept-review', '2026-03-04'], ['above/prosecutor', 'review-revokes', '2026-04-01'], ['above/chief', 'decide-protest', '2026-04-02'], ['above/chief', 'protest', '2026-04-07', { to: ['high'] }]], decided)
  assert.equal(no(again, ['app', 'ask-review', '2026-04-08', { to: ['above'] }]).rule, 'civil-not-support-review')
  assert.equal(paper(again, 'protest-trial-supervision'), 'served')
  assert.equal(paper(run('civil-judgment-supervision', [['above/chief', 'withdraw-protest', '2026-04-09']], again), 'protest-trial-supervision'), 'withdrawn')
})

test('M6.4: one matter, two papers: the court has three months and may extend once, the state organ two', () => {
  const both = run('civil-execution-supervision', [[M, 'accept', '2026-01-19'], [P, 'find-breach', '2026-02-02'], ...issued('draft', 'approve', C, 'court'), [M, 'serve', '2026-03-05', { to: ['court'] }], ...issued('draft-state-organ', 'approve-state-organ', C, 'agency').map(([who, key, , more]): Step => [who, key, '2026-03-09', more]), [M, 'serve', '2026-03-10', { to: ['agency'] }], ['court', 'acknowledge', '2026-03-10'], ['agency', 'acknowledge', '2026-03-10']])
  assert.deepEqual([dutyOf(both, 'civil-execution-reply', '2026-04-01')?.due, dutyOf(both, 'suggestion-reply', '2026-04-01')?.due], ['2026-06-10', '2026-05-11'])
  const longer = run('civil-execution-supervision', [['court', 'court-extends', '2026-06-01']], both)
  assert.equal(dutyOf(longer, 'civil-execution-reply', '2026-06-02')?.due, '2026-07-10')
  assert.equal(no(longer, ['court', 'court-extends', '2026-06-03']).code, 'already-done')
})

test('M7.1 M10.1: a simple case is not extended; another only by the chief prosecutor', () => {
  const accepted = run('administrative-judgment-supervision', opened)
  assert.equal(no(accepted, [P, 'extend-review', '2026-03-02']).provision, '《行诉监督规则》第五十六条')
  assert.equal(dutyOf(run('administrative-judgment-supervision', [[C, 'extend-review', '2026-03-02', { form: { amount: 30 } }]], accepted), 'admin-review-period', '2026-03-03')?.due, '2026-05-19')
  assert.equal(no(run('administrative-judgment-supervision', [[P, 'simple-case', '2026-02-03']], accepted), [C, 'extend-review', '2026-03-02']).provision, '《行诉监督规则》第七十九条')
})

test('M6.3: served by announcement after thirty days; mail that came back is served anew', () => {
  const posted = run('civil-trial-procedure-supervision', [[M, 'accept', '2026-01-19'], [P, 'inquire', '2026-02-02'], ...issued('draft', 'approve', C, 'court'), [M, 'serve', '2026-03-05', { to: ['court'], form: { channel: 'post' } }]])
  assert.equal(dutyOf(posted, 'service-express', '2026-03-06')?.due, '2026-03-12')
  assert.equal(paper(run('civil-trial-procedure-supervision', [[M, 'mail-returned', '2026-03-13'], [M, 'serve', '2026-03-16', { to: ['court'] }]], posted), 'correction-suggestion'), 'served')
  const announced = run('civil-trial-procedure-supervision', [[M, 'announce-service', '2026-03-16']], posted)
  assert.equal(no(announced, [M, 'announcement-over', '2026-04-15']).rule, 'service-announcement')
  run('civil-trial-procedure-supervision', [[M, 'announcement-over', '2026-04-16']], announced)
})

test('M5.9 M7.3: reverse linkage: no opinion before the report, the chief prosecutor approves, the paper sets the days', () => {
  const passed = run('reverse-linkage', [[P, 'not-prosecuted', '2026-02-02'], [P, 'pass-on', '2026-02-03'], [M, 'accept', '2026-02-04']])
  assert.equal(no(passed, [P, 'draft', '2026-02-05', { to: ['agency'] }]).unblockedBy, 'report')
  const sent = run('reverse-linkage', [[P, 'report', '2026-02-06'], ...issued('draft', 'approve', C, 'agency'), [M, 'serve', '2026-03-05', { to: ['agency'], form: { replyDays: 30 } }], ['agency', 'acknowledge', '2026-03-06']], passed)
  assert.equal(dutyOf(sent, 'reverse-opinion', '2026-03-10', 'answer')?.due, '2026-04-07')
  assert.equal(no(sent, [P, 'urge', '2026-04-07', { to: ['agency'] }]).code, 'too-early')
})

test('M6.5: the injured party sues; the procuratorate supports and closes after the judgment', () => {
  const supported = run('support-for-suit', [['app', 'apply', '2026-01-05'], [P, 'accept', '2026-01-06'], [C, 'decide-support', '2026-01-12'], ['app', 'sue', '2026-01-13', { to: ['court'] }], [M, 'serve', '2026-01-13', { to: ['court'] }]])
  assert.equal(no(supported, [H, 'close', '2026-02-02']).unblockedBy, 'judgment')
  assert.equal(fold(run('support-for-suit', [['court', 'court-accepts', '2026-01-20'], ['court', 'judgment', '2026-03-02'], [P, 'revisit', '2026-04-01'], [H, 'close', '2026-04-02']], supported), law).closed, true)
})

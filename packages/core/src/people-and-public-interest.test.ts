// Petitions, hearings, aid, civil public-interest suits and the plain suggestions, done act by act as the people at their desks would, with what is refused on the way.
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
  other: { name: '乙市人民检察院', role: 'procuratorate' }, writer: { name: '来信人（化名）', role: 'petitioner' }, victim: { name: '被害人（化名）', role: 'victim' },
  supervisor: { name: '人民监督员（化名）', role: 'people-supervisor' }, ecology: { name: '甲市生态环境局', role: 'government-department' }, public: { name: '公众', role: 'public' },
  kin: { name: '近亲属（化名）', role: 'family' }, court: { name: '甲市中级人民法院', role: 'court' }, sand: { name: '某砂石公司', role: 'defendant' }, fund: { name: '某环保基金会', role: 'any-unit' }, police: { name: '甲市公安局', role: 'police' },
}
type Step = readonly [who: string, key: string, on: string, more?: Partial<Attempt>]
const at = (who: string): readonly [string, Office | null] => { const [organ = '', office] = who.split('/'); return [organ, (office as Office | undefined) ?? null] }

function attempt(matter: Matter, [who, key, on, more]: Step): Outcome {
  const [organ, office] = at(who)
  const entry = law.procedures.get(matter.procedure)?.acts.find((one) => one.key === key) ?? assert.fail(`no act '${key}' in '${matter.procedure}'`)
  const newest = entry.of === undefined ? undefined : matter.acts.findLast((act) => act.key !== undefined && entry.of?.includes(act.key))?.n
  return decide(matter, law, { organ, office, person: { id: who, name: '张某', office: office ?? 'liaison' } }, attemptOf(entry, on, { ...(newest === undefined ? {} : { of: newest }), ...more }), late)
}
const run = (procedure: string, steps: readonly Step[], from?: Matter): Matter => steps.reduce((matter: Matter, step) => {
  const outcome = attempt(matter, step)
  return outcome.ok ? { ...matter, acts: [...matter.acts, outcome.act] } : assert.fail(`${procedure} ${step[1]} ${step[2]}: ${outcome.refusal.because.zh} (${outcome.refusal.provision ?? ''})`)
}, from ?? { procedure, organs, acts: [] })
const no = (matter: Matter, step: Step): Refusal => { const outcome = attempt(matter, step); return outcome.ok ? assert.fail(`${step[1]} was accepted`) : outcome.refusal }
const dutyOf = (matter: Matter, rule: string, on: string, label?: string) => duties(matter, law, day(on)).find((duty) => duty.rule === rule && (label === undefined || duty.label === label))

test('M4.2: a petition lodged on the web: its seven days run from then; told, progress, result, closed, objected to, reopened', () => {
  const lodged = run('petition', [['writer', 'lodge', '2026-09-01', { to: ['office'] }], ['office/case-management', 'accept', '2026-09-03']])
  assert.deepEqual([dutyOf(lodged, 'petition-procedural-reply', '2026-09-03')?.due, dutyOf(lodged, 'petition-result-reply', '2026-09-03')?.due], ['2026-09-08', '2026-12-01'])
  assert.equal(no(lodged, ['office/case-management', 'first-reply', '2026-09-04']).unblockedBy, 'take-up')
  assert.equal(no(lodged, ['writer', 'lodge', '2026-09-04', { to: ['office'] }]).code, 'already-done')
  assert.equal(dutyOf(lodged, 'petition-monthly-reply', '2026-12-02')?.explained.provisional, true)
  const told = run('petition', [['office/prosecutor', 'take-up', '2026-09-07'], ['office/case-management', 'first-reply', '2026-09-08'], ['office/case-management', 'assign', '2026-09-09']], lodged)
  assert.equal(dutyOf(told, 'complaint-triage', '2026-09-09')?.status, 'discharged-in-time')
  assert.equal(no(told, ['office/prosecutor', 'close', '2026-10-09']).rule, 'petition-result-reply')
  const closed = run('petition', [['office/prosecutor', 'progress-reply', '2026-11-02'], ['office/prosecutor', 'inquire', '2026-11-03'], ['office/prosecutor', 'no-error', '2026-11-16'], ['office/prosecutor', 'close', '2026-11-17']], told)
  assert.equal(fold(closed, law).closed, true)
  const again = run('petition', [['writer', 'dissatisfied', '2026-11-20'], ['office/chief', 'reopen', '2026-11-23']], closed)
  assert.equal(fold(again, law).closed, false)
})

test('M4.2: a petition that belongs elsewhere is transferred and told; the organ that gets it directly has fifteen days', () => {
  const routed = run('petition', [['office/case-management', 'accept', '2026-09-01'], ['office/prosecutor', 'route', '2026-09-03', { to: ['ecology'] }], ['office/assistant', 'first-reply', '2026-09-04'], ['writer', 'lodge-elsewhere', '2026-09-10', { to: ['ecology'] }]])
  assert.equal(dutyOf(routed, 'petition-other-organs-notice', '2026-09-11')?.due, '2026-09-28')
  assert.equal(no(routed, ['office/prosecutor', 'progress-reply', '2026-09-11']).unblockedBy, 'take-up')
  const closed = run('petition', [['ecology', 'organ-notice', '2026-09-21'], ['office/prosecutor', 'close', '2026-09-22']], routed)
  assert.deepEqual(duties(closed, law, day('2027-03-01')).map(({ rule, status }) => [rule, status]).toSorted(), [
    ['complaint-triage', 'discharged-in-time'], ['petition-other-organs-notice', 'discharged-in-time'], ['petition-procedural-reply', 'discharged-in-time'], ['petition-result-reply', 'superseded'],
  ])
})

test('M4.3: a hearing: only the chief prosecutor approves; no hearing without notice three days ahead; the result says whether it followed', () => {
  const asked = run('hearing', [['victim', 'apply', '2026-09-01', { to: ['office'] }]])
  assert.equal(no(asked, ['office/prosecutor', 'agree', '2026-09-02']).code, 'not-permitted')
  assert.equal(fold(run('hearing', [['office/prosecutor', 'refuse', '2026-09-02']], asked), law).closed, true)
  const ready = run('hearing', [['office/chief', 'agree', '2026-09-02'], ['office/case-management', 'draw-hearers', '2026-09-03'], ['office/assistant', 'notify', '2026-09-08', { to: ['victim'] }]], asked)
  assert.deepEqual([no(ready, ['office/prosecutor', 'hold', '2026-09-10']).rule, no(ready, ['office/prosecutor', 'hold', '2026-09-10']).because.zh.includes('2026-09-07')], ['hearing-notice', true])
  const held = run('hearing', [['office/prosecutor', 'hold', '2026-09-11'], ['office/assistant', 'record', '2026-09-11'], ['office/assistant', 'hearer-opinion', '2026-09-11']], ready)
  assert.equal(no(held, ['office/prosecutor', 'depart', '2026-09-14']).code, 'not-permitted')
  assert.equal(fold(run('hearing', [['office/chief', 'depart', '2026-09-14'], ['office/assistant', 'tell-result', '2026-09-15', { to: ['victim'] }], ['office/prosecutor', 'close', '2026-09-16']], held), law).closed, true)
})

const announced = (): Matter => run('civil-public-interest', [
  ['police', 'report-clue', '2026-02-02', { to: ['office'] }], ['office/prosecutor', 'accept', '2026-02-03'], ['office/chief', 'file', '2026-02-05'], ['office/prosecutor', 'commission', '2026-02-06', { to: ['other'], form: { receivedOn: '2026-02-09' } }],
  ['other/prosecutor', 'commission-result', '2026-03-02'], ['office/chief', 'announce', '2026-03-09', { to: ['public'] }],
])

test('M8.2: a civil suit: commissioned inquiry within thirty days, announcement, follow-up, suit by the chief prosecutor, appeal in time', () => {
  const matter = announced()
  assert.deepEqual([dutyOf(matter, 'pil-investigation-commission', '2026-03-09')?.due, dutyOf(matter, 'pil-investigation-commission', '2026-03-09')?.status], ['2026-03-11', 'discharged-in-time'])
  assert.equal(no(matter, ['office/chief', 'extend', '2026-04-07']).rule, 'pil-review-to-sue-civil')
  const followed = run('civil-public-interest', [['office/prosecutor', 'follow-up', '2026-04-07']], matter)
  assert.equal(no(followed, ['office/chief', 'sue', '2026-04-08', { to: ['court'] }]).rule, 'pil-announcement')
  assert.equal(no(followed, ['office/prosecutor', 'sue', '2026-04-10', { to: ['court'] }]).code, 'not-permitted')
  const sued = run('civil-public-interest', [['office/chief', 'sue', '2026-04-10', { to: ['court'] }], ['court', 'court-files', '2026-04-14'], ['court', 'court-serves', '2026-04-16', { to: ['sand'] }], ['court', 'judgment', '2026-07-01']], followed)
  assert.equal(no(sued, ['office/chief', 'appeal', '2026-07-17', { to: ['court'] }]).rule, 'pil-appeal-period')
  assert.equal(no(sued, ['office/chief', 'withdraw-suit', '2026-07-02']).rule, 'pil-withdraw-or-change')
  const done = run('civil-public-interest', [['office/chief', 'appeal', '2026-07-16', { to: ['court'] }], ['court', 'second-instance', '2026-07-30'], ['office/prosecutor', 'not-performed', '2026-08-03'], ['court', 'transfer-execution', '2026-08-10'], ['office/department-head', 'close', '2026-08-12']], sued)
  assert.equal(dutyOf(done, 'pil-execution-transfer', '2026-08-12')?.status, 'discharged-in-time')
})

test('M8.2: an announcement addressed to nobody in the directory still runs thirty days; others who sue meanwhile are put on record', () => {
  const steps: readonly Step[] = [['office/prosecutor', 'accept', '2026-02-03'], ['office/chief', 'file', '2026-02-05'], ['office/prosecutor', 'inquire', '2026-02-06'], ['office/chief', 'announce', '2026-03-09'], ['office/prosecutor', 'follow-up', '2026-03-16']]
  const { public: _nobody, ...known } = organs
  const alone = run('civil-public-interest', steps, { procedure: 'civil-public-interest', organs: known, acts: [] })
  assert.deepEqual([dutyOf(alone, 'pil-announcement', '2026-03-16')?.owedBy, dutyOf(alone, 'pil-review-to-sue-civil', '2026-04-20')?.due], ['office', '2026-07-08'])
  assert.equal(no(alone, ['office/chief', 'sue', '2026-03-20', { to: ['court'] }]).rule, 'pil-announcement')
  assert.equal(no(run('civil-public-interest', [['office/prosecutor', 'others-sued', '2026-03-20']], alone), ['office/chief', 'sue', '2026-04-20', { to: ['court'] }]).rule, 'pil-sue-civil')
})

test('M8.2: where others sue the procuratorate supports; next of kin of heroes who object end the case', () => {
  const others = run('civil-public-interest', [['fund', 'others-sue', '2026-03-20', { to: ['court'] }], ['office/prosecutor', 'follow-up', '2026-04-09']], announced())
  assert.equal(no(others, ['office/chief', 'sue', '2026-04-10', { to: ['court'] }]).rule, 'pil-sue-civil')
  const supported = run('civil-public-interest', [['office/chief', 'support', '2026-04-10', { to: ['court'] }], ['office/chief', 'withdraw-support', '2026-05-11']], others)
  assert.equal(dutyOf(supported, 'pil-support-suit', '2026-05-11')?.due, '2026-05-14')
  const asked = run('civil-public-interest', [['office/prosecutor', 'accept', '2026-02-03'], ['office/chief', 'file', '2026-02-05'], ['office/prosecutor', 'ask-kin', '2026-02-09', { to: ['kin'] }], ['kin', 'kin-oppose', '2026-02-11'], ['office/prosecutor', 'follow-up', '2026-02-12']])
  assert.equal(no(asked, ['office/chief', 'sue', '2026-02-13', { to: ['court'] }]).rule, 'pil-end-case')
  assert.equal(fold(run('civil-public-interest', [['office/chief', 'end', '2026-02-13']], asked), law).closed, true)
})

test('M8.1: an administrative case that was sued is not closed before there is a judgment; ended without a suggestion, the decision is still to be served', () => {
  const sued: Matter = { procedure: 'administrative-public-interest', organs, acts: [
    { n: 1, act: 'accept', key: 'accept', on: day('2026-01-05'), by: 'office' }, { n: 2, act: 'file', key: 'file', instrument: 'pil-case-decision', on: day('2026-01-06'), by: 'office' },
    { n: 3, act: 'sue', key: 'sue', instrument: 'pil-indictment', on: day('2026-06-01'), by: 'office', to: ['court'] },
  ] }
  assert.equal(no(sued, ['office/chief', 'close', '2026-06-02']).unblockedBy, 'judgment')
  assert.equal(fold(run('administrative-public-interest', [['court', 'judgment', '2026-08-03'], ['office/chief', 'close', '2026-08-10']], sued), law).closed, true)
  const ended = run('administrative-public-interest', [['office/prosecutor', 'accept', '2026-01-05'], ['office/chief', 'file', '2026-01-06'], ['office/chief', 'end', '2026-02-02']])
  assert.equal(dutyOf(ended, 'pil-end-case', '2026-02-03')?.status, 'open')
  assert.equal(dutyOf(run('administrative-public-interest', [['office/assistant', 'serve-end', '2026-02-05', { to: ['ecology'] }]], ended), 'pil-end-case', '2026-02-06')?.status, 'discharged-in-time')
})

test('M4.4 M4.7: aid is decided by the chief prosecutor after the department head; a supervisor’s opinion is answered before the close', () => {
  const aid = run('judicial-aid', [['victim', 'apply', '2026-09-01', { to: ['office'] }], ['office/assistant', 'accept', '2026-09-02'], ['office/prosecutor', 'interview', '2026-09-07'], ['office/prosecutor', 'propose', '2026-09-08'], ['office/department-head', 'endorse', '2026-09-09']])
  assert.equal(no(aid, ['office/prosecutor', 'grant', '2026-09-10']).code, 'not-permitted')
  const granted = run('judicial-aid', [['office/chief', 'grant', '2026-09-10'], ['office/assistant', 'tell', '2026-09-11', { to: ['victim'] }], ['office/assistant', 'pay', '2026-09-14', { to: ['victim'] }], ['office/assistant', 'follow-up', '2026-11-02'], ['office/prosecutor', 'close', '2026-11-03']], aid)
  assert.deepEqual(duties(granted, law, day('2026-11-04')).map(({ status }) => status), ['discharged-in-time', 'discharged-in-time', 'discharged-in-time'])
  const seen = run('peoples-supervisor', [['office/case-management', 'accept', '2026-09-01'], ['office/case-management', 'invite', '2026-09-02', { to: ['supervisor'] }], ['office/case-management', 'attend', '2026-09-08'], ['supervisor', 'opinion', '2026-09-08']])
  assert.equal(no(seen, ['office/case-management', 'close', '2026-09-09']).rule, 'supervisor-opinion')
  assert.equal(fold(run('peoples-supervisor', [['office/assistant', 'record', '2026-09-09'], ['office/prosecutor', 'not-adopt', '2026-09-10'], ['office/case-management', 'close', '2026-09-11']], seen), law).closed, true)
})

test('M16.1: a correction suggestion is drafted only after the breach is found to be one of article 9; a suggestion of retrial is for the committee', () => {
  const opened = run('correction-suggestion', [['office/prosecutor', 'accept', '2026-09-01'], ['office/chief', 'open-investigation', '2026-09-02'], ['office/prosecutor', 'inquire', '2026-09-03']])
  assert.deepEqual([no(opened, ['office/prosecutor', 'draft', '2026-09-04', { to: ['police'] }]).unblockedBy], ['find'])
  const served = run('correction-suggestion', [['office/prosecutor', 'find', '2026-09-04'], ['office/prosecutor', 'draft', '2026-09-07', { to: ['police'] }], ['office/prosecutor', 'submit', '2026-09-08'], ['office/department-head', 'endorse', '2026-09-08'], ['office/chief', 'approve', '2026-09-09'], ['office/case-management', 'issue', '2026-09-09'], ['office/case-management', 'serve', '2026-09-10', { to: ['police'] }]], opened)
  assert.equal(dutyOf(run('correction-suggestion', [['police', 'acknowledge', '2026-09-11']], served), 'suggestion-reply', '2026-09-12')?.due, '2026-11-11')
  const drafted = run('retrial-suggestion', [['office/prosecutor', 'accept', '2026-09-01'], ['office/prosecutor', 'draft-administrative', '2026-09-07', { to: ['court'] }], ['office/prosecutor', 'submit', '2026-09-08'], ['office/department-head', 'endorse', '2026-09-08']])
  assert.equal(no(drafted, ['office/chief', 'approve-administrative', '2026-09-09']).code, 'not-permitted')
  const sent = run('retrial-suggestion', [['office/committee', 'approve-administrative', '2026-09-09'], ['office/case-management', 'issue', '2026-09-09'], ['office/case-management', 'serve', '2026-09-10', { to: ['court'] }], ['court', 'acknowledge', '2026-09-11']], drafted)
  assert.equal(dutyOf(sent, 'admin-retrial-suggestion-court', '2026-09-12')?.due, '2026-12-11')
  assert.equal(no(sent, ['office/chief', 'request-protest', '2026-10-12']).rule, 'civil-follow-up')
})

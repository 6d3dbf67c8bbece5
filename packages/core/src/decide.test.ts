import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, instant, lawbook } from '@hengjian/law'
import { decide, duties, fold, permitted, type Matter, type Outcome, type Refusal } from './index.ts'
import { attemptOf } from './sample.ts'
import { emptyMatter, late, seats, toReceipt, tryStep, walk, type Step } from './walking.ts'

const law = lawbook()
const received = walk(emptyMatter('forward-linkage'), law, toReceipt())
const refused = (outcome: Outcome): Refusal => {
  if (outcome.ok) assert.fail('it was accepted')
  assert.ok([...outcome.refusal.short.zh].length <= 16, outcome.refusal.short.zh)
  assert.ok(outcome.refusal.provision !== undefined || outcome.refusal.rule !== undefined, 'a refusal cites something')
  assert.doesNotMatch(outcome.refusal.because.zh + outcome.refusal.because.en, /[{}[\]]|undefined/)
  return outcome.refusal
}
const no = (matter: Matter, step: Step): Refusal => refused(tryStep(matter, law, step))
const dutyOf = (matter: Matter, rule: string, now: string) => duties(matter, law, day(now)).find((duty) => duty.rule === rule)

test('M5.9 M16.1: clue, examination, draft, endorsement, approval, number, service, receipt; the clock starts with the receipt', () => {
  const served = { ...received, acts: received.acts.slice(0, 8) }
  assert.equal(dutyOf(served, 'suggestion-reply', '2026-09-15')?.status, 'not-started')
  assert.equal(dutyOf(served, 'suggestion-reply', '2026-09-15')?.light, 'not-started')
  const reply = dutyOf(received, 'suggestion-reply', '2026-10-01')
  assert.deepEqual([reply?.openedBy, reply?.owedBy, reply?.due, reply?.status, reply?.light, reply?.daysLeft], [9, 'forestry', '2026-11-16', 'open', 'within', 46])
  assert.equal(dutyOf(received, 'suggestion-reply', '2026-11-13')?.light, 'near')
  assert.equal(dutyOf(received, 'suggestion-reply', '2026-11-17')?.light, 'overdue')
  const [paper] = fold(received, law).instruments
  assert.deepEqual([paper?.n, paper?.stage, paper?.docNo, paper?.issuedBy, paper?.servedBy, paper?.acknowledgedBy], [3, 'acknowledged', '甲检建〔2026〕1号', 7, 8, 9])
})

test('M16.1: the opinion that urges a transfer goes the same way; its reply period is the one that it sets itself', () => {
  const steps = toReceipt('draft-opinion', 'approve-opinion').map((step): Step => (step[1] === 'serve' ? [step[0], step[1], step[2], { of: 3, form: { channel: 'in-person', replyDays: 30 } }] : step))
  const matter = walk(emptyMatter('forward-linkage'), law, steps)
  assert.equal(dutyOf(matter, 'transfer-procuratorial-opinion', '2026-09-20')?.due, '2026-10-15')
})

test('M16.3: where neither law nor paper sets a period nothing runs out by itself: a follow-up finds the shortfall, then the ladder opens', () => {
  const matter = walk(emptyMatter('forward-linkage'), law, toReceipt('draft-opinion', 'approve-opinion'))
  const duty = dutyOf(matter, 'transfer-procuratorial-opinion', '2026-12-30')
  assert.deepEqual([duty?.due, duty?.status], [null, 'open'])
  assert.ok(!tryStep(matter, law, ['prosecutor', 'urge', '2026-12-01', { of: 3 }]).ok)
  const found = walk(matter, law, [['prosecutor', 'verify', '2026-10-20', { of: 3, findings: [{ demand: 1, result: 'not-done', text: '未移送' }] }]])
  assert.ok(tryStep(found, law, ['prosecutor', 'urge', '2026-10-21', { of: 3 }]).ok)
})

test('M16.2: answers demand by demand; done with the act that answers the last one', () => {
  const one = walk(received, law, [['forestry', 'reply', '2026-10-10', { of: 3, answers: [{ demand: 1, state: 'done', text: '已移送' }] }]])
  assert.equal(dutyOf(one, 'suggestion-reply', '2026-10-11')?.status, 'open')
  const both = walk(one, law, [['forestry', 'reply', '2026-11-17', { of: 3, answers: [{ demand: 2, state: 'planned', text: '年底前完成' }] }]])
  const reply = dutyOf(both, 'suggestion-reply', '2026-11-18')
  assert.deepEqual([reply?.status, reply?.dischargedBy], ['discharged-late', 11])
  const verified = walk(both, law, [['prosecutor', 'verify', '2026-11-20', { of: 3, findings: [{ demand: 1, result: 'done', text: '属实' }, { demand: 2, result: 'not-done', text: '未见' }] }]])
  assert.deepEqual(fold(verified, law).demands.map(({ state }) => state), ['verified-done', 'verified-not-done'])
  assert.match(no(verified, ['head', 'close', '2026-11-21']).because.zh, /第2项/)
})

test('M16.2: an objection: under review, upheld, amended, withdrawn', () => {
  const objected = walk(received, law, [['forestry', 'object', '2026-09-20', { of: 3, answers: [{ demand: 2, state: 'disagreed', text: '不属本局职责' }] }]])
  assert.deepEqual(fold(objected, law).demands.map(({ state }) => state), ['unanswered', 'objected'])
  assert.equal(dutyOf(objected, 'suggestion-reply', '2026-09-21')?.light, 'review')
  assert.equal(no(objected, ['forestry', 'object', '2026-09-22', { of: 3 }]).rule, 'suggestion-objection')
  assert.deepEqual(fold(walk(objected, law, [['prosecutor', 'recheck', '2026-09-23', { of: 10 }]]), law).demands.map(({ state }) => state), ['unanswered', 'in-review'])
  assert.equal(no(objected, ['prosecutor', 'review-uphold', '2026-09-24', { of: 10 }]).provision, '《检察建议规定》第二十三条')
  const outcome = (key: string, more = {}) => fold(walk(objected, law, [['chief', key, '2026-09-24', { of: 10, ...more }]]), law)
  assert.deepEqual(outcome('review-uphold').demands.map(({ state, objection }) => [state, objection?.outcome ?? null]), [['unanswered', null], ['unanswered', 'uphold']])
  const amended = outcome('review-amend', { demands: [{ no: 2, text: '会同有关部门排查' }] })
  assert.deepEqual(amended.demands.map(({ state, text }) => [state, text]), [['unanswered', '移送涉嫌犯罪案件'], ['amended', '会同有关部门排查']])
  assert.equal(amended.instruments[0]?.stage, 'issued')
  assert.equal(outcome('review-withdraw').demands[1]?.state, 'withdrawn')
})

test('M16.3 M17.1: silence: urge, superior, congress; each rung says why, from when, under which provision', () => {
  const early = no(received, ['prosecutor', 'urge', '2026-11-16', { of: 3 }])
  assert.deepEqual([early.code, early.rule, early.earliest, early.unblockedBy], ['too-early', 'suggestion-urge', '2026-11-17', 'verify'])
  assert.equal(no(received, ['chief', 'notify-superior', '2026-11-17', { to: ['government'] }]).unblockedBy, 'urge')
  const urged = walk(received, law, [['prosecutor', 'urge', '2026-11-17', { of: 3 }]])
  const waiting = no(urged, ['chief', 'notify-superior', '2026-11-20', { to: ['government'] }])
  assert.deepEqual([waiting.code, waiting.rule, waiting.earliest], ['too-early', 'suggestion-escalation', '2026-12-03'])
  assert.match(waiting.provision ?? '', /院内规则/)
  assert.equal(no(urged, ['prosecutor', 'notify-superior', '2026-12-03', { to: ['government'] }]).provision, '《检察建议规定》第二十五条')
  const notified = walk(urged, law, [['chief', 'notify-superior', '2026-12-03', { to: ['government'] }]])
  assert.equal(no(notified, ['chief', 'report-congress', '2026-12-10', { to: ['congress'] }]).earliest, '2026-12-19')
  const reported = walk(notified, law, [['chief', 'report-congress', '2026-12-19', { to: ['congress'] }], ['congress', 'congress-acknowledge', '2026-12-20', { of: 12 }],
    ['congress', 'congress-inquire', '2026-12-20', { of: 12, to: ['forestry', 'office'] }], ['forestry', 'explain', '2026-12-21', { of: 14 }]])
  assert.equal(fold(reported, law).rung, 'congress')
  const inquiries = duties(reported, law, day('2026-12-22')).filter(({ rule }) => rule === 'npc-inquiry')
  assert.deepEqual(inquiries.map(({ owedBy, status }) => [owedBy, status]), [['forestry', 'discharged-in-time'], ['office', 'open']])
})

test('M16.3: a shortfall found by a follow-up opens the ladder before any date has passed', () => {
  const short = walk(received, law, [['forestry', 'reply', '2026-10-10', { of: 3 }], ['prosecutor', 'verify', '2026-10-20', { of: 3, findings: [{ demand: 1, result: 'not-done', text: '未移送' }] }]])
  assert.ok(tryStep(short, law, ['prosecutor', 'urge', '2026-10-21', { of: 3 }]).ok)
})

test('M10.1: who decides stands in the power list, not in the code; a non-approver is refused with its provision', () => {
  const submitted = { ...received, acts: received.acts.slice(0, 4) }
  assert.equal(no(submitted, ['prosecutor', 'endorse', '2026-09-12', { of: 3 }]).provision, '《刑诉规则》第六条')
  assert.equal(no(submitted, ['chief', 'approve', '2026-09-12', { of: 3 }]).unblockedBy, 'endorse')
  const endorsed = { ...received, acts: received.acts.slice(0, 5) }
  assert.equal(no(endorsed, ['head', 'approve', '2026-09-12', { of: 3 }]).provision, '《检察建议规定》第十五条')
  const lowered = { ...law, procedures: new Map([...law.procedures].map(([id, one]) => [id, { ...one, acts: one.acts.map((act) => (act.key === 'approve' && act.decidedBy ? { ...act, decidedBy: { ...act.decidedBy, offices: ['prosecutor' as const] } } : act)) }])) }
  assert.ok(tryStep(endorsed, lowered, ['prosecutor', 'approve', '2026-09-14', { of: 3 }]).ok)
})

test('without a key the entry is the one that the actor may do', () => {
  const submitted = { ...received, acts: received.acts.slice(0, 4) }
  const bare = (seat: keyof typeof seats, matter: Matter) => decide(matter, law, seats[seat], { act: 'approve', on: day('2026-09-14'), of: 3 }, late)
  const endorsed = bare('head', submitted)
  assert.ok(endorsed.ok && endorsed.act.key === 'endorse' && endorsed.act.result === 'endorsed' && endorsed.act.instrument === 'other-suggestion')
  const approved = bare('chief', { ...submitted, acts: [...submitted.acts, endorsed.act] })
  assert.ok(approved.ok && approved.act.key === 'approve')
})

test('a wrong day: month only, no such day, the future, before the act that it rests on, before issue', () => {
  const issued = { ...received, acts: received.acts.slice(0, 7) }
  const at = (on: string): Refusal => refused(decide(issued, law, seats.management, { act: 'serve', key: 'serve', on: on as ReturnType<typeof day>, of: 3, to: ['forestry'], form: { channel: 'post' } }, instant('2026-09-20T10:00+08:00')))
  assert.deepEqual(['2026-09', '2023-02-30', '2026-09-21', '2026-09-13'].map((on) => at(on).code), ['invalid', 'invalid', 'future', 'before-cause'])
  assert.match(at('2026-09-13').because.zh, /编号制发.*2026-09-14/)
  assert.equal(refused(decide(issued, law, seats.management, { ...attemptOf(law.procedures.get('forward-linkage')?.acts.find(({ key }) => key === 'serve') ?? assert.fail(), '2026-09-15', { of: 3 }), at: instant('2026-09-16T10:00+08:00') }, late)).code, 'invalid')
})

test('an organ that was not addressed may neither sign nor answer; a stranger may nothing', () => {
  assert.equal(no(received, ['market', 'reply', '2026-10-01', { of: 3 }]).code, 'not-addressed')
  assert.equal(no({ ...received, acts: received.acts.slice(0, 8) }, ['market', 'acknowledge', '2026-09-15', { of: 3 }]).code, 'not-addressed')
  assert.equal(refused(decide(received, law, { organ: 'nobody', office: 'liaison' }, { act: 'reply', on: day('2026-10-01'), of: 3 }, late)).code, 'not-addressed')
})

test('missing fields, an unknown demand, an unknown act, something that is not there to point at', () => {
  assert.match(no({ ...received, acts: received.acts.slice(0, 2) }, ['prosecutor', 'draft', '2026-09-03', { demands: [] }]).because.zh, /建议内容/)
  assert.match(no(received, ['forestry', 'reply', '2026-10-01', { of: 3, answers: [{ demand: 7, state: 'done', text: '无' }] }]).because.zh, /第7项/)
  assert.equal(refused(decide(received, law, seats.prosecutor, { act: 'protest', on: day('2026-10-01') }, late)).code, 'invalid')
  assert.equal(no(received, ['forestry', 'reply', '2026-10-01', { of: 99 }]).code, 'invalid')
})

test('M16.2: two addressees: each signs, each owes, each answers for itself', () => {
  const both = walk(emptyMatter('forward-linkage'), law, toReceipt().map((step): Step => (step[1] === 'serve' ? [step[0], step[1], step[2], { of: 3, to: ['forestry', 'market'] }] : step)))
  assert.equal(no(both, ['market', 'reply', '2026-09-20', { of: 3 }]).unblockedBy, 'acknowledge')
  const signed = walk(both, law, [['forestry', 'reply', '2026-09-20', { of: 3 }], ['market', 'acknowledge', '2026-09-22', { of: 3 }]])
  assert.deepEqual(duties(signed, law, day('2026-09-23')).filter(({ rule }) => rule === 'suggestion-reply').map(({ owedBy, due, status }) => [owedBy, due, status]), [['forestry', '2026-11-16', 'discharged-in-time'], ['market', '2026-11-23', 'open']])
})

test('a return of service with its day starts the clock without a signature in the system', () => {
  const posted = walk(emptyMatter('forward-linkage'), law, toReceipt().slice(0, 8).map((step): Step => (step[1] === 'serve' ? [step[0], step[1], step[2], { of: 3, form: { channel: 'post', receivedOn: '2026-09-18' } }] : step)))
  assert.deepEqual([dutyOf(posted, 'suggestion-reply', '2026-09-20')?.due, dutyOf(posted, 'suggestion-reply', '2026-09-20')?.openedBy], ['2026-11-18', 8])
  assert.ok(tryStep(posted, law, ['forestry', 'reply', '2026-10-01', { of: 3 }]).ok)
})

test('a whole round on one day: order on the same day is the order on record', () => {
  const on = '2026-10-08'
  const matter = walk(emptyMatter('forward-linkage'), law, [...toReceipt().map((step): Step => [step[0], step[1], on, step[3]]), ['forestry', 'object', on, { of: 3 }], ['chief', 'review-amend', on, { of: 10 }],
    ['management', 'serve', on, { of: 3, form: { channel: 'electronic' } }]])
  const replies = (of: Matter) => duties(of, law, day(on)).filter(({ rule }) => rule === 'suggestion-reply').map(({ openedBy, status }) => [openedBy, status])
  assert.deepEqual(replies(matter), [[9, 'superseded'], [12, 'not-started']])
  const signed = walk(matter, law, [['forestry', 'acknowledge', on, { of: 3 }]])
  assert.deepEqual(replies(signed), [[9, 'superseded'], [13, 'open']])
  const short = walk(signed, law, [['forestry', 'reply', on, { of: 3 }], ['prosecutor', 'verify', on, { of: 3, findings: [{ demand: 1, result: 'not-done', text: '未见' }] }], ['prosecutor', 'urge', on, { of: 3 }]])
  assert.equal(no(short, ['chief', 'notify-superior', on, { to: ['government'] }]).code, 'too-early')
  assert.deepEqual(replies(short), [[9, 'superseded'], [13, 'discharged-in-time']])
})

test('reopening brings back what closing had ended', () => {
  const closed = walk(received, law, [['forestry', 'reply', '2026-10-10', { of: 3, answers: [{ demand: 1, state: 'done', text: '已移送' }] }], ['prosecutor', 'verify', '2026-10-12', { of: 3 }], ['head', 'close', '2026-10-13']])
  assert.equal(dutyOf(closed, 'suggestion-reply', '2026-10-14')?.status, 'superseded')
  assert.equal(dutyOf(walk(closed, law, [['chief', 'reopen', '2026-10-15']]), 'suggestion-reply', '2026-10-16')?.status, 'open')
})

test('twice is once too often: accept, approve, acknowledge', () => {
  assert.equal(no(received, ['prosecutor', 'accept', '2026-10-01']).code, 'already-done')
  assert.ok(!tryStep(received, law, ['chief', 'approve', '2026-10-01', { of: 3 }]).ok)
  assert.ok(!tryStep(received, law, ['forestry', 'acknowledge', '2026-10-01', { of: 3 }]).ok)
})

test('a closed matter: only what may follow closing, or reopening', () => {
  const closed = walk(received, law, [['forestry', 'reply', '2026-10-10', { of: 3 }], ['prosecutor', 'verify', '2026-10-12', { of: 3 }], ['head', 'close', '2026-10-13']])
  assert.equal(fold(closed, law).closed, true)
  const refusal = no(closed, ['prosecutor', 'inquire', '2026-10-14'])
  assert.deepEqual([refusal.code, refusal.unblockedBy], ['closed', 'reopen'])
  assert.ok(tryStep(closed, law, ['prosecutor', 'correct', '2026-10-14', { of: 11 }]).ok)
  assert.equal(fold(walk(closed, law, [['chief', 'reopen', '2026-10-15']]), law).closed, false)
})

test('a correction mends the day of an earlier act, of the own organ only; the date of the duty moves', () => {
  assert.equal(no(received, ['market', 'correct', '2026-10-01', { of: 9 }]).code, 'not-permitted')
  const mended = walk(received, law, [['forestry', 'correct', '2026-10-01', { of: 9, form: { day: '2026-09-20' } }]])
  assert.equal(dutyOf(mended, 'suggestion-reply', '2026-10-02')?.due, '2026-11-20')
})

test('M5.9: transfer to the police, no case opened, reconsideration, supervision; reasons are asked for only after the three days', () => {
  const transferred = walk(received, law, [['forestry', 'transfer', '2026-09-21', { to: ['police'] }]])
  assert.equal(dutyOf(transferred, 'transfer-police-review', '2026-09-22')?.due, '2026-09-24')
  assert.equal(no(transferred, ['prosecutor', 'demand-reasons', '2026-09-22', { to: ['police'] }]).earliest, '2026-09-25')
  const declined = walk(transferred, law, [['police', 'police-decline', '2026-09-23', { of: 10 }]])
  assert.equal(dutyOf(declined, 'transfer-reconsideration', '2026-09-24')?.due, '2026-09-28')
  assert.equal(dutyOf(declined, 'transfer-reconsideration', '2026-09-30')?.status, 'waived')
  assert.equal(no(declined, ['forestry', 'reconsider', '2026-09-29', { of: 11, to: ['police'] }]).rule, 'transfer-reconsideration')
  assert.ok(tryStep(declined, law, ['prosecutor', 'demand-reasons', '2026-09-24', { to: ['police'] }]).ok)
})

test('every act of the procedure is listed, allowed with its form or refused', () => {
  const list = permitted(received, law, seats.forestry, late)
  assert.equal(list.length, law.procedures.get('forward-linkage')?.acts.length)
  assert.deepEqual(list.filter(({ allowed }) => allowed).map(({ key }) => key), ['reply', 'object', 'correct', 'decide-transfer', 'transfer'])
  assert.ok(list.every(({ allowed, form, refusal }) => (allowed ? form !== undefined : refusal !== undefined)))
})

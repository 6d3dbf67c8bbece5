// What the provisions say of single steps, tried as the handling office, the addressee, the police and the court would come to them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day, lawbook } from '@hengjian/law'
import { duties, fold, type Matter, type Refusal } from './index.ts'
import { emptyMatter, toReceipt, tryStep, walk, type Step } from './walking.ts'

const law = lawbook()
const no = (matter: Matter, step: Step): Refusal => { const outcome = tryStep(matter, law, step); return outcome.ok ? assert.fail(`${step[1]} was accepted`) : outcome.refusal }
const dutyOf = (matter: Matter, rule: string, now: string, label?: string) => duties(matter, law, day(now)).find((duty) => duty.rule === rule && (label === undefined || duty.label === label))
const undraft = (steps: readonly Step[], by: number): readonly Step[] => steps.map(([seat, key, on, more]): Step => [seat, key, on, more?.of === undefined ? more : { ...more, of: more.of + by }])

/** From the filing to the receipt: the draft is act 4, the service act 9, the signature act 10. */
const toSuggestion: readonly Step[] = (() => {
  const [accept, ...rest] = undraft(toReceipt(), 1)
  return accept === undefined ? [] : [accept, ['chief', 'file', '2026-09-01'], ...rest]
})()
const suggested = walk(emptyMatter('administrative-public-interest'), law, toSuggestion)
const transferred = walk(emptyMatter('forward-linkage'), law, [...toReceipt(), ['forestry', 'transfer', '2026-09-21', { to: ['police'] }]])

test('every duty says in a few words what is to be done, without its period', () => {
  for (const { rule, label, obligation } of law.bindings) {
    const name = `${rule}${label === undefined ? '' : `:${label}`}`
    assert.ok(obligation !== undefined && obligation.en.length > 0, name)
    assert.ok([...obligation.zh].length <= 18, `${name}: ${obligation.zh}`)
    assert.doesNotMatch(obligation.zh, /[一二三四五六七八九十两\d]+(日|天|个月|小时)|^应|。$/, name)
  }
  assert.equal(dutyOf(suggested, 'pil-suggestion-reply', '2026-10-01')?.obligation.zh, '依法履职并逐项书面回复检察建议')
})

test('M8.1: filed with the superior within five days of service, which is the day of the signature', () => {
  const served = { ...suggested, acts: suggested.acts.slice(0, 9) }
  const posted = walk({ ...suggested, acts: suggested.acts.slice(0, 8) }, law, [['management', 'serve', '2026-09-15', { of: 4, form: { channel: 'post', receivedOn: '2026-09-21' } }]])
  assert.equal(dutyOf(served, 'pil-suggestion', '2026-09-16', 'filing-with-superior')?.status, 'not-started')
  assert.equal(dutyOf(posted, 'pil-suggestion', '2026-09-22', 'filing-with-superior')?.due, '2026-09-28')
  const early = walk(posted, law, [['management', 'file-superior', '2026-09-18']])
  assert.equal(dutyOf(early, 'pil-suggestion', '2026-09-22', 'filing-with-superior')?.status, 'discharged-in-time')
  const filed = walk(emptyMatter('administrative-public-interest'), law, [['prosecutor', 'accept', '2026-09-01'], ['chief', 'file', '2026-09-02'], ['management', 'serve-filing', '2026-09-03']])
  assert.equal(no(filed, ['management', 'file-superior', '2026-09-04']).provision, '《公益诉讼规则》第七十五条')
})

test('M8.1: no suggestion before an investigation; not to file is the chief prosecutor’s decision', () => {
  const filed = walk(emptyMatter('administrative-public-interest'), law, [['prosecutor', 'accept', '2026-09-01'], ['chief', 'file', '2026-09-02']])
  assert.equal(no(filed, ['prosecutor', 'draft', '2026-09-03']).unblockedBy, 'inquire')
  const accepted = walk(emptyMatter('administrative-public-interest'), law, [['prosecutor', 'accept', '2026-09-01']])
  assert.equal(no(accepted, ['head', 'decline', '2026-09-02']).provision, '《公益诉讼规则》第三十条')
  assert.ok(tryStep(accepted, law, ['chief', 'decline', '2026-09-02']).ok)
})

test('M8.1: no suit before the two months are over, though the organ has answered and falls short', () => {
  const short = walk(suggested, law, [['forestry', 'reply', '2026-10-10', { of: 4 }], ['prosecutor', 'verify', '2026-10-20', { of: 4, findings: [{ demand: 1, result: 'not-done', text: '未履职' }] }]])
  const refusal = no(short, ['chief', 'sue', '2026-10-21', { to: ['court'] }])
  assert.deepEqual([refusal.code, refusal.rule, refusal.earliest], ['too-early', 'pil-sue-admin', '2026-11-17'])
  assert.ok(tryStep(short, law, ['chief', 'sue', '2026-11-17', { to: ['court'] }]).ok)
  assert.equal(no(short, ['prosecutor', 'sue', '2026-11-17', { to: ['court'] }]).provision, '《公益诉讼规则》第五条')
  const answered = walk(suggested, law, [['forestry', 'reply', '2026-10-10', { of: 4 }]])
  assert.equal(no(answered, ['chief', 'sue', '2026-11-17', { to: ['court'] }]).unblockedBy, 'verify')
})

test('M8.1: the review is extended once it runs, also after service by post; a second time by the superior', () => {
  assert.equal(no(suggested, ['chief', 'extend', '2026-11-10']).earliest, '2026-11-17')
  const posted = walk({ ...suggested, acts: suggested.acts.slice(0, 8) }, law, [['management', 'serve', '2026-09-15', { of: 4, form: { channel: 'post', receivedOn: '2026-09-15' } }]])
  const extended = walk(posted, law, [['chief', 'extend', '2026-11-20']])
  assert.equal(dutyOf(extended, 'pil-review-to-sue-admin', '2026-11-21')?.due, '2027-01-18')
})

test('M8.1: indictment, judgment and withdrawal each go to whom they must, each by its own act', () => {
  const sued = walk(suggested, law, [['chief', 'sue', '2026-11-17', { to: ['court'] }]])
  const filing = (matter: Matter, rule: string) => dutyOf(matter, rule, '2026-11-30')?.status
  assert.equal(filing(walk(sued, law, [['management', 'file-superior', '2026-11-18']]), 'pil-sue-admin'), 'overdue')
  assert.equal(filing(walk(sued, law, [['management', 'file-indictment', '2026-11-18', { of: 11 }]]), 'pil-sue-admin'), 'discharged-in-time')
  const judged = walk(sued, law, [['court', 'judgment', '2026-11-20', { of: 11, form: { receivedOn: '2026-11-25' } }]])
  assert.equal(dutyOf(judged, 'pil-judgment-filing', '2026-11-26')?.due, '2026-11-30')
  assert.equal(filing(walk(judged, law, [['management', 'file-judgment', '2026-11-26', { of: 12 }]]), 'pil-judgment-filing'), 'discharged-in-time')
  const withdrawn = walk(sued, law, [['chief', 'withdraw-suit', '2026-11-24', { of: 11 }]])
  assert.equal(dutyOf(withdrawn, 'pil-withdraw-or-change', '2026-11-25')?.due, '2026-11-27')
  assert.equal(filing(walk(withdrawn, law, [['management', 'submit-withdrawal', '2026-11-26', { of: 12, to: ['court'] }]]), 'pil-withdraw-or-change'), 'discharged-in-time')
})

test('M5.9: three days from the notice run from its receipt; a case that was opened leaves nothing to suggest or to ask reasons for', () => {
  const declined = walk(transferred, law, [['police', 'police-decline', '2026-09-23', { of: 10, form: { receivedOn: '2026-09-28' } }]])
  assert.equal(dutyOf(declined, 'transfer-reconsideration', '2026-09-29')?.due, '2026-10-08')
  const asked = walk(declined, law, [['forestry', 'reconsider', '2026-09-30', { of: 11, to: ['police'] }]])
  const outcome = (result: string) => walk(asked, law, [['police', 'police-review', '2026-10-08', { of: 12, form: { outcome: result } }]])
  assert.equal(dutyOf(outcome('file'), 'transfer-suggest-supervision', '2026-10-09'), undefined)
  assert.equal(dutyOf(outcome('decline'), 'transfer-suggest-supervision', '2026-10-09')?.due, '2026-10-12')
  const filed = walk(transferred, law, [['police', 'police-file', '2026-09-23', { of: 10 }]])
  assert.equal(no(filed, ['prosecutor', 'demand-reasons', '2026-09-28', { to: ['police'] }]).short.zh, '公安机关已立案')
})

test('M5.9: the police sign for the request for reasons; the seven days start', () => {
  const asked = walk(transferred, law, [['police', 'police-decline', '2026-09-23', { of: 10 }], ['prosecutor', 'demand-reasons', '2026-09-28', { to: ['police'] }], ['police', 'acknowledge-reasons', '2026-09-29', { of: 12 }]])
  const reasons = dutyOf(asked, 'filing-reasons-for-not-filing', '2026-09-30')
  assert.deepEqual([reasons?.owedBy, reasons?.openedBy, reasons?.due], ['police', 13, '2026-10-08'])
  assert.equal(dutyOf(walk(asked, law, [['police', 'police-explain', '2026-10-08', { of: 12 }]]), 'filing-reasons-for-not-filing', '2026-10-09')?.status, 'discharged-in-time')
})

test('M4.1: files are asked for after the chief prosecutor has decided to investigate', () => {
  const accepted = walk(emptyMatter('social-governance-suggestion'), law, [['prosecutor', 'accept', '2026-09-01']])
  assert.equal(no(accepted, ['prosecutor', 'request-files', '2026-09-02', { to: ['forestry'] }]).unblockedBy, 'open-investigation')
})

test('M16.1 M17.1: the day that a request for files or an inquiry names is the day by which it is to be answered', () => {
  const asked = walk({ ...transferred, acts: transferred.acts.slice(0, 2) }, law, [['prosecutor', 'request-files', '2026-09-02', { to: ['forestry'], form: { replyBy: '2026-09-10' } }]])
  const files = dutyOf(asked, 'suggestion-decision-duty', '2026-09-11')
  assert.deepEqual([files?.due, files?.status, files?.explained.steps.at(-1)?.what], ['2026-09-10', 'overdue', '文书载明的日期：2026-09-10'])
})

test('M4.1 M5.9: not to make a suggestion is decided by the chief prosecutor; closing needs a paper that went out', () => {
  for (const procedure of ['forward-linkage', 'social-governance-suggestion']) {
    const accepted = walk(emptyMatter(procedure), law, [['prosecutor', 'accept', '2026-09-01']])
    assert.equal(no(accepted, ['head', 'close', '2026-09-02']).unblockedBy, 'end')
    assert.equal(no(accepted, ['head', 'end', '2026-09-02']).provision, '《检察建议规定》第十五条')
    assert.equal(fold(walk(accepted, law, [['chief', 'end', '2026-09-02']]), law).closed, true)
  }
  assert.equal(no(transferred, ['chief', 'end', '2026-09-22']).unblockedBy, 'close')
})

test('M16.2: an objection bars no answer, and the answer does not end its review', () => {
  const objected = walk({ ...transferred, acts: transferred.acts.slice(0, 9) }, law, [['forestry', 'object', '2026-09-20', { of: 3, answers: [{ demand: 2, state: 'disagreed', text: '不属本局职责' }] }]])
  const answered = walk(objected, law, [['forestry', 'reply', '2026-09-22', { of: 3, answers: [{ demand: 1, state: 'done', text: '已移送' }, { demand: 2, state: 'planned', text: '先行排查' }] }]])
  assert.deepEqual(fold(answered, law).demands.map(({ state }) => state), ['answered', 'objected'])
  assert.equal(dutyOf(answered, 'suggestion-reply', '2026-09-23')?.status, 'discharged-in-time')
  assert.deepEqual(fold(walk(answered, law, [['chief', 'review-uphold', '2026-09-24', { of: 10 }]]), law).demands.map(({ state }) => state), ['answered', 'answered'])
})

test('M16.2: after an amendment the new period is for what was amended and for what was never answered', () => {
  const of = { of: 3 }
  const amend = (more: readonly Step[]): Matter => walk({ ...transferred, acts: transferred.acts.slice(0, 9) }, law, [...more, ['forestry', 'object', '2026-09-20', { ...of, answers: [{ demand: 2, state: 'disagreed', text: '不属本局职责' }] }]])
  const again = (matter: Matter): Matter => {
    const objection = matter.acts.length
    return walk(matter, law, [['chief', 'review-amend', '2026-09-24', { of: objection, demands: [{ no: 2, text: '会同有关部门排查' }] }], ['management', 'serve', '2026-09-25', { ...of, form: { channel: 'electronic' } }], ['forestry', 'acknowledge', '2026-09-25', of],
      ['forestry', 'reply', '2026-10-20', { ...of, answers: [{ demand: 2, state: 'done', text: '已排查' }] }]])
  }
  const last = (matter: Matter) => duties(matter, law, addDays(day('2026-10-20'), 1)).findLast(({ rule }) => rule === 'suggestion-reply')?.status
  assert.equal(last(again(amend([]))), 'open')
  assert.equal(last(again(amend([['forestry', 'reply', '2026-09-18', { ...of, answers: [{ demand: 1, state: 'done', text: '已移送' }] }]]))), 'discharged-in-time')
})

test('M16.1 M16.3: files refused: reasons may be given; an overdue request is urged, then told to the superior', () => {
  const opened = { ...transferred, acts: transferred.acts.slice(0, 2) }
  const asked = walk(opened, law, [['prosecutor', 'request-files', '2026-09-02', { to: ['forestry'], form: { replyBy: '2026-09-10' } }]])
  assert.ok(tryStep(asked, law, ['forestry', 'explain-files', '2026-09-05', { of: 3 }]).ok)
  assert.equal(no(asked, ['market', 'explain-files', '2026-09-05', { of: 3 }]).provision, '《市人大常委会决定》第16条')
  assert.equal(no(asked, ['prosecutor', 'urge-files', '2026-09-10', { of: 3 }]).earliest, '2026-09-11')
  const urged = walk(asked, law, [['prosecutor', 'urge-files', '2026-09-11', { of: 3, to: ['forestry'] }]])
  assert.equal(no(urged, ['chief', 'notify-superior', '2026-09-26', { to: ['government'] }]).code, 'too-early')
  assert.ok(tryStep(urged, law, ['chief', 'notify-superior', '2026-10-08', { to: ['government'] }]).ok)
  assert.equal(dutyOf(walk(urged, law, [['forestry', 'provide-files', '2026-09-14', { of: 3 }]]), 'suggestion-urge', '2026-09-20')?.status, 'discharged-in-time')
})

test('M16.2: a suggestion may set a shorter time for the answer, not a longer one', () => {
  const issued = { ...transferred, acts: transferred.acts.slice(0, 7) }
  const serve = (replyDays: number): Step => ['management', 'serve', '2026-09-15', { of: 3, form: { channel: 'electronic', replyDays } }]
  assert.equal(no(issued, serve(90)).provision, '《检察建议规定》第十九条')
  assert.ok(tryStep(issued, law, serve(15)).ok)
})

test('M10.1: an office that the law does not name is refused under a rule of the house, one that it names under the law', () => {
  const submitted = (procedure: string): Matter => walk(emptyMatter(procedure), law, procedure === 'forward-linkage' ? toReceipt().slice(0, 4) : toSuggestion.slice(0, 5))
  const endorsing = (procedure: string): string | undefined => no(submitted(procedure), ['prosecutor', 'endorse', '2026-09-12']).provision
  assert.deepEqual([endorsing('forward-linkage'), endorsing('administrative-public-interest')], ['《刑诉规则》第六条', '院内规则：按职务分工办理'])
  assert.equal(no(transferred, ['prosecutor', 'close', '2026-09-22']).provision, '院内规则：按职务分工办理')
  assert.equal(no(suggested, ['head', 'close', '2026-09-22']).provision, '《公益诉讼规则》第七十四条')
})

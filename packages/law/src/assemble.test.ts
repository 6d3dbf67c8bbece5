import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assembleProcedures, lawbook, type ActSet, type ProcedureFile } from './index.ts'

const { powers, rules } = lawbook()
const title = { zh: '办理', en: 'do' }
const file: ProcedureFile = { id: 'sample', title, area: 'hearing', governedBy: 'suggestion', articles: [4], mission: [], subjectRoles: [], stages: [{ id: 'begun', title }], include: ['shared'], with: { power: 'pl-sug-issue', papers: ['other-suggestion', 'transfer-opinion'], name: '建议' }, without: ['left-out'], acts: [{ key: 'second', form: [] }] }
const shared: ActSet = { set: 'shared', acts: [
  { key: 'first', act: 'approve', title: { zh: '批准$name', en: 'approve' }, by: {}, power: '$power', instrument: '$papers', stage: 'begun', guards: [{ name: 'on-record', args: { act: '$papers' as never }, otherwise: { short: title, because: title, provision: '《$name》' } }] },
  { key: 'second', act: 'close', title, by: {}, approvalOf: 'suggestion-escalation', form: [{ name: 'reason', kind: 'text', label: title }] },
  { key: 'left-out', act: 'seal', title, by: {} },
] }
const assembled = (change: Partial<ProcedureFile> = {}, set: ActSet = shared) => assembleProcedures([{ ...file, ...change }], [set], powers, rules)

test('M10.1: values and lists take their places; who decides comes from the power list or from a rule’s approval', () => {
  const { procedures: [procedure], problems } = assembled()
  assert.deepEqual(problems, [])
  const [first, second, third] = procedure?.acts ?? []
  assert.deepEqual([first?.title.zh, first?.instrument, first?.guards[0]?.otherwise.provision], ['批准建议', ['other-suggestion', 'transfer-opinion'], '《建议》'])
  assert.deepEqual([first?.decidedBy?.level, first?.decidedBy?.provision, first?.decidedBy?.offices], ['chief-prosecutor-or-committee', '《检察建议规定》第十五条', ['chief', 'committee']])
  assert.deepEqual([second?.decidedBy?.level, second?.form], ['chief-prosecutor', []])
  assert.equal(third, undefined)
})

test('M10.1: of several sources the one of the laws that the procedure names is cited', () => {
  const cited = (laws: readonly string[]): string | undefined => assembled({ with: { power: 'pl-major-matters', papers: 'x', name: 'x', laws } }).procedures[0]?.acts[0]?.decidedBy?.provision
  assert.deepEqual([cited([]), cited(['公益诉讼规则', '检察院组织法']), cited(['检察建议规定', '检察院组织法'])], ['《刑诉规则》第四条', '《公益诉讼规则》第五条', '《检察院组织法》第二十九条'])
})

test('what is wrong is told by procedure and act: unknown set, power, rule, stage, value without a name', () => {
  const reasons = (change: Partial<ProcedureFile>, set: ActSet = shared): string => assembled(change, set).problems.map(({ file: at, field, reason }) => `${at} ${field}: ${reason}`).join('\n')
  assert.match(reasons({ include: ['gone'] }), /sample\.yaml include: .*'gone'/)
  assert.match(reasons({ with: { power: 'pl-none', papers: 'x', name: 'x' } }), /first: power 'pl-none'/)
  assert.match(reasons({ with: { power: 'pl-sug-issue', name: 'x' } }), /first: no value for \$papers/)
  assert.match(reasons({ stages: [] }), /first: there is no stage 'begun'/)
  assert.match(reasons({}, { set: 'shared', acts: [{ key: 'x', act: 'close', title, by: {}, approvalOf: 'suggestion-urge' }] }), /says nothing on approval/)
  assert.match(reasons({ acts: [{ act: 'close' }] }), /an act without a key/)
  assert.match(reasons({ acts: [{ key: 'x', act: 'close' }] }), /needs act, title and by/)
})

test('M10.1: after, once and unless become guards with sentences from the titles, cited from the rule, that records from outside are not held to', () => {
  const act = (key: string, more: object): object => ({ key, act: 'close', title: { zh: `办${key}`, en: `do ${key}` }, by: {}, ...more })
  const made = (acts: readonly object[], change: Partial<ProcedureFile> = {}) => assembleProcedures([{ ...file, include: [], acts: acts as ProcedureFile['acts'], ...change }], [], powers, rules)
  const { procedures: [procedure], problems } = made([act('甲', {}), act('乙', { once: { rule: 'suggestion-urge', law: true }, unless: [{ act: '丙' }], after: [{ act: ['甲', '丙'], rule: 'suggestion-escalation' }] }), act('丙', {})])
  assert.deepEqual(problems, [])
  assert.deepEqual(procedure?.acts[1]?.guards, [
    { name: 'first-time', args: { key: '乙' }, otherwise: { short: { zh: '已有“办乙”', en: 'on record already: do 乙' }, because: { zh: '“办乙”只作一次，案中已有记录。', en: "'do 乙' is done once; it is on record already." }, rule: 'suggestion-urge', provision: '《检察建议规定》第二十四条' } },
    { name: 'not-on-record', args: { key: '丙' }, inner: true, otherwise: { short: { zh: '已有“办丙”', en: 'on record: do 丙' }, because: { zh: '案中已有“办丙”的记录，不能再作出“办乙”。', en: "'do 乙' is ruled out once 'do 丙' is on record." }, provision: '院内规则：按程序的先后办理' } },
    { name: 'on-record', args: { key: '甲,丙' }, inner: true, otherwise: { short: { zh: '尚无“办甲”', en: 'not on record: do 甲' }, because: { zh: '须先有“办甲”或者“办丙”的记录，才能作出“办乙”；案中尚无。', en: "'do 乙' comes after 'do 甲' or 'do 丙', which is not on record." }, rule: 'suggestion-escalation', provision: '《检察建议规定》第二十五条', unblockedBy: '甲' } },
  ])
  const faults = (acts: readonly object[]): string => made(acts).problems.map(({ field, reason }) => `${field}: ${reason}`).join('\n')
  assert.match(faults([act('甲', { after: [{ act: '丁' }] })]), /甲: waits for '丁', which the procedure does not know/)
  assert.match(faults([act('甲', { once: { rule: 'nope' } })]), /甲: rule 'nope' is not in the rulebook/)
  assert.match(faults([act('甲', {}), act('乙', { after: [{ act: '丙' }] }), act('丙', { of: ['乙'] })]), /乙: can never be done.*乙 → 丙 → 乙/)
  assert.equal(faults([act('甲', {}), act('乙', { after: [{ act: ['丙', '甲'] }] }), act('丙', { after: [{ act: '乙' }] })]), '')
})

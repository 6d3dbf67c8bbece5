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

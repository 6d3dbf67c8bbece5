// M16.3 first form: what a careful colleague would say while a paper is being written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckContext, Check, LawInstrument } from './checking.ts'
import { checksWhileWriting } from './checks.ts'
import { articleNumber, inWords, ordinal } from './numbering.ts'
import { likeness, near } from './near.ts'
import { suggestion } from './sample.ts'

const provision = '《人民检察院检察建议工作规定》第十六条'
const instrument: LawInstrument = {
  id: 'social-governance-suggestion', title: { zh: '社会治理检察建议书', en: 'social-governance suggestion' },
  elements: ['案件或者问题的来源', '依法认定的案件事实或者经调查核实的事实及其证据', '存在的违法情形或者应当消除的隐患', '建议的具体内容及所依据的法律、法规和有关文件等的规定', '被建议单位提出异议的期限', '被建议单位书面回复落实情况的期限', '其他需要说明的事项'],
  elementsListed: true, elementsProvision: provision, approver: { text: { zh: '检察长或者检察委员会', en: 'chief prosecutor or committee' }, level: 'chief-prosecutor-or-committee', provision: '《人民检察院检察建议工作规定》第十五条' },
}
const context: CheckContext = {
  instrument, signedOn: '2026-10-13' as CheckContext['signedOn'],
  sources: [
    { law: '人民检察院检察建议工作规定', article: '第十一条', versionDate: '2019-02-26施行' }, { law: '人民检察院检察建议工作规定', article: '第十六条', versionDate: '2019-02-26施行' },
    { law: '中华人民共和国行政处罚法', article: '第二十七条', versionDate: '2021-01-22修订，2021-07-15施行' }, { law: '中华人民共和国监狱法', article: '第八条', versionDate: '2026-11-01施行' },
  ],
}
const check = (fields: Readonly<Record<string, unknown>>, more: Partial<CheckContext> = {}) => checksWhileWriting('social-governance-suggestion', { ...suggestion, ...fields }, { ...context, ...more })
const ids = (checks: readonly Check[], level: Check['level']): readonly string[] => checks.filter((one) => one.level === level).map((one) => one.id)

test('检察建议工作规定 art. 16: a suggestion with all seven elements has nothing left that must be mended', () => {
  const { checks, elements, powers } = check({})
  assert.deepEqual(ids(checks, 'must'), [])
  assert.equal(elements.length, 7)
  assert.ok(elements.every((element) => element.present && element.provision === provision))
  assert.deepEqual(powers.map(({ level }) => level.zh), ['检察长或者检察委员会'])
  assert.deepEqual(ids(checks, 'passed').toSorted(), ['addressee', 'citations', 'demands', 'elements', 'personal', 'power'])
})

test('each missing element is named in the law’s words, with the field that fills it', () => {
  for (const [field, element] of [['source', '案件或者问题的来源'], ['facts', '依法认定的案件事实或者经调查核实的事实及其证据'], ['finding', '存在的违法情形或者应当消除的隐患'], ['basis', '建议的具体内容及所依据的法律、法规和有关文件等的规定'], ['objectionPeriod', '被建议单位提出异议的期限'], ['replyPeriod', '被建议单位书面回复落实情况的期限']] as const) {
    const { checks, elements } = check({ [field]: '  ' })
    const said = checks.find((one) => one.field === field && one.level === 'must')
    assert.equal(said?.title.zh, `缺${element}`)
    assert.equal(said?.provision, provision)
    assert.equal(elements.find((one) => one.title.zh === element)?.present, false)
    assert.equal(ids(checks, 'passed').includes('elements'), false)
  }
  assert.ok(check({ other: '' }).elements.at(-1)?.present, '其他需要说明的事项 is left to the case')
})

test('a demand without standard or date cannot be verified; what would mend it is offered part by part', () => {
  const { checks } = check({ demands: [{ no: 1, text: '对27台离线车辆逐台核查处置', standard: '台账一致', by: '2026-11-30' }, { no: 2, text: '建立动态监控报警处置机制' }] })
  const [said, ...rest] = checks.filter((one) => one.level === 'must')
  assert.equal(rest.length, 0)
  assert.equal(said?.id, 'demand-unverifiable')
  assert.equal(said?.demand, 2)
  assert.equal(said?.title.zh, '第2项无法核实')
  assert.match(said?.detail.zh ?? '', /未写明完成标准、未写明时间/)
  assert.deepEqual([said?.field, said?.suggestion], ['standard', '文件印发并实际运行'])
  const adopted = check({ demands: [{ no: 1, text: '对27台离线车辆逐台核查处置', standard: '台账一致', by: '2026-11-30' }, { no: 2, text: '建立动态监控报警处置机制', standard: said?.suggestion }] }).checks.find((one) => one.level === 'must')
  assert.deepEqual([adopted?.field, adopted?.suggestion], ['by', '2026-11-30'], 'then the latest day of the other demands')
})

test('a demand of words that fit any demand has no object', () => {
  const { checks } = check({ demands: [{ no: 1, text: '进一步加强监管，切实整改落实到位', standard: '到位', by: '2026-12-01' }] })
  assert.match(checks.find((one) => one.id === 'demand-unverifiable')?.detail.zh ?? '', /未写明对什么做/)
})

test('a demand due before the paper is signed is told with both days', () => {
  const { checks } = check({ demands: [{ no: 1, text: '对27台车辆核查', standard: '台账一致', by: '2026-10-13' }] })
  assert.match(checks.find((one) => one.id === 'demand-past')?.detail.zh ?? '', /2026年10月13日/)
})

test('citations: valid on the day of signing, not yet in force, article unknown, law unknown', () => {
  const basis = '《人民检察院检察建议工作规定》第十一条、第十六条，《行政处罚法》第二十七条第一款，《中华人民共和国监狱法》第8条，《行政处罚法》第九百条，《道路运输条例》第三条，《检察建议书》'
  const { citations, checks } = check({ basis })
  assert.deepEqual(citations.map(({ law, article, ok }) => [law, article, ok]), [
    ['人民检察院检察建议工作规定', '第十一条', true], ['人民检察院检察建议工作规定', '第十六条', true], ['行政处罚法', '第二十七条第一款', true],
    ['中华人民共和国监狱法', '第8条', false], ['行政处罚法', '第九百条', false], ['道路运输条例', '第三条', false],
  ])
  assert.match(citations[3]?.status ?? '', /签发日不施行/)
  assert.match(citations[4]?.status ?? '', /未收此条/)
  assert.match(citations[5]?.status ?? '', /未收此法/)
  assert.equal(ids(checks, 'should').filter((id) => id === 'citation').length, 3)
  assert.equal(check({ basis: '《监狱法》第八条' }, { signedOn: '2026-11-02' as CheckContext['signedOn'] }).citations[0]?.ok, true)
})

test('a version that has ended by the day of signing does not hold', () => {
  const ended = [{ law: '人民检察院检察建议工作规定', article: '第十一条', versionDate: '2019-02-26施行', inForce: { from: '2019-02-26', to: '2026-10-01' } }] as unknown as CheckContext['sources']
  assert.equal(check({}, { sources: ended }).citations[0]?.ok, false)
  assert.equal(check({}, { sources: ended, signedOn: '2026-09-30' as CheckContext['signedOn'] }).citations[0]?.ok, true)
})

test('“依照有关规定” names no law', () => {
  assert.ok(ids(check({ finding: '你局未依照有关规定督促处理' }).checks, 'should').includes('citation-vague'))
})

test('names hidden: id numbers, telephone numbers, names of the record, names behind 犯罪嫌疑人; 张某某 is fine', () => {
  const { checks } = check({ facts: '犯罪嫌疑人李建国，身份证150102199001011234，电话13800001234，与王小红、张某某等人驾驶蒙A12345。' }, { persons: ['王小红', '张某某'] })
  const said = checks.filter((one) => one.id === 'personal' && one.level === 'must')
  assert.deepEqual(said.map((one) => one.title.zh).toSorted(), ['未隐名：13800001234', '未隐名：150102199001011234', '未隐名：李建国', '未隐名：王小红', '未隐名：蒙A12345'])
  assert.match(said.find((one) => one.title.zh.includes('李建国'))?.suggestion ?? '', /犯罪嫌疑人李某某，/)
  for (const fine of ['犯罪嫌疑人张某某涉嫌盗窃', '当事人等待处理', '负责人在场', '货值126500.00元', '报警1846条', '呼检建〔2026〕12号', '统一社会信用代码91150100MA0000000X']) assert.deepEqual(check({ facts: `${fine}。` }).checks.filter((one) => one.id === 'personal' && one.level === 'must'), [], fine)
})

test('the addressee by its full name', () => {
  assert.ok(ids(check({ to: '市交通局' }).checks, 'should').includes('addressee'))
})

test('a demand like an earlier one is told with its document, its likeness and its outcome', () => {
  const earlier = [{ docNo: '呼检建〔2025〕19号', demand: 1, text: '对27台离线车辆逐一核查处置并建立台账', outcome: { zh: '该项2025年已核实属实。', en: 'Verified in 2025.' } }]
  const said = check({}, { earlier }).checks.find((one) => one.id === 'similar')
  assert.match(said?.title.zh ?? '', /第1项与呼检建〔2025〕19号第1项相同度 (8|9)\d%/)
  assert.match(said?.detail.zh ?? '', /已核实属实/)
  assert.equal(check({}, { earlier: [{ docNo: 'x', demand: 1, text: '完善校车安全管理制度' }] }).checks.some((one) => one.id === 'similar'), false)
})

test('a source that lists no elements, and one that names no approver, are said, not invented', () => {
  const silent = { ...instrument, id: 'correction-notice', elements: [], elementsListed: false, elementsProvision: null, approver: null }
  const { checks, elements, powers } = checksWhileWriting('correction-notice', suggestion, { ...context, instrument: silent })
  assert.deepEqual([elements.length, powers.length], [0, 0])
  assert.ok(ids(checks, 'passed').includes('elements-unlisted'))
  assert.ok(ids(checks, 'should').includes('power-unknown'))
})

test('刑诉规则 art. 563: an element that a template meets by an optional field is still asked for', () => {
  const listed = { ...instrument, id: 'notice-to-file', elements: ['依据', '理由', '证据材料（随附）', '十五日以内立案的告知', '院章'], elementsProvision: '《人民检察院刑事诉讼规则》第五百六十三条' }
  const run = (fields: Readonly<Record<string, unknown>>) => checksWhileWriting('notice-to-file', { ...suggestion, ...fields }, { ...context, instrument: listed })
  const lacking = run({})
  assert.deepEqual(lacking.elements.map(({ present }) => present), [true, true, false, false, false])
  assert.deepEqual(lacking.checks.filter(({ id, level }) => id === 'element' && level === 'must').map(({ field }) => field), ['attachments', 'notice'])
  assert.deepEqual(ids(lacking.checks, 'should').filter((id) => id === 'element-by-hand').length, 1)
  assert.deepEqual(run({ attachments: ['证据目录'], notice: '请在收到本通知书后十五日以内立案。' }).elements.map(({ present }) => present), [true, true, true, true, false])
})

test('every check is said in both languages, without a hole; half-written fields never throw', () => {
  for (const fields of [{}, { demands: [null, 3, { no: 1 }, { no: 2, text: '整改' }], date: 'soon', facts: 7, to: null }, { demands: 'none' }]) {
    for (const one of checksWhileWriting('social-governance-suggestion', { ...suggestion, ...fields }, context).checks) for (const text of [one.title.zh, one.title.en, one.detail.zh, one.detail.en]) assert.doesNotMatch(text, /[{}]|undefined|^$/, one.id)
  }
  assert.ok(checksWhileWriting('pil-suggestion', {}, context).checks.length > 5)
})

test('within 50 ms for a long paper with 50 demands and 200 earlier ones', () => {
  const demands = Array.from({ length: 50 }, (_, i) => ({ no: i + 1, text: `对第${i + 1}号排口逐一溯源并建立台账${'说明'.repeat(20)}` }))
  const fields = { facts: `${'查明事实'.repeat(1500)}犯罪嫌疑人李某某，《行政处罚法》第二十七条。`.repeat(2), demands }
  const earlier = Array.from({ length: 200 }, (_, i) => ({ docNo: `呼检建〔2025〕${i}号`, demand: 1, text: `对${i}处未登记排口溯源并建台账` }))
  check(fields, { earlier })
  const times = Array.from({ length: 9 }, () => { const from = performance.now(); check(fields, { earlier }); return performance.now() - from }).toSorted((a, b) => a - b)
  assert.ok((times[4] ?? 0) < 50, `median ${times[4]?.toFixed(1)} ms`)
})

test('numbers of papers and articles', () => {
  assert.deepEqual([1, 10, 11, 20, 21, 99].map(ordinal), ['一', '十', '十一', '二十', '二十一', '九十九'])
  assert.equal(inWords('2026-03-05'), '2026年3月5日')
  assert.deepEqual(['第十六条', '第一百零六条', '第16条', '第一千零七十三条', '第二十七条第一款', '第三十条', '第１６条'].map(articleNumber), [16, 106, 16, 1073, 27, 30, 16])
  assert.deepEqual(near('pil-sugestion', ['pil-suggestion', 'reply-letter']), ['pil-suggestion'])
  assert.equal(likeness('甲乙丙', '甲乙丙'), 1)
  assert.equal(likeness('甲乙丙', '丁戊己'), 0)
})

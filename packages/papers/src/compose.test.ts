import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from './compose.ts'
import { suggestion } from './sample.ts'
import type { Span } from './sheet.ts'
import { templateOf } from './template.ts'

const sheet = (fields: Readonly<Record<string, unknown>>, instrument = 'social-governance-suggestion') => compose(templateOf(instrument), { ...suggestion, ...fields })
const text = (spans: readonly Span[]): string => spans.map((span) => span.t).join('')
const paragraphs = (fields: Readonly<Record<string, unknown>>, instrument?: string): readonly string[] => sheet(fields, instrument).blocks.flatMap((block) => (block.kind === 'paragraph' ? [text(block.spans)] : []))

test('a phrase is put into the template’s sentence, a sentence stands as it was written', () => {
  assert.equal(paragraphs({ source: '办理某案' })[0], '本院在办理某案工作中发现有关问题，并依法进行了调查核实。现查明：')
  assert.equal(paragraphs({ source: '本院在办理某案中发现你局存在监管漏洞。现查明：' })[0], '本院在办理某案中发现你局存在监管漏洞。现查明：')
  assert.equal(paragraphs({ source: '本院在办理某案中发现你局存在监管漏洞' })[0], '本院在办理某案中发现你局存在监管漏洞。')
  assert.ok(paragraphs({ basis: '根据《安全生产法》第三条，提出如下检察建议' }).includes('根据《安全生产法》第三条，提出如下检察建议：'))
  assert.ok(paragraphs({ finding: '上述行为涉嫌犯罪，应当移送' }).includes('本院认为，上述行为涉嫌犯罪，应当移送。'))
  assert.ok(paragraphs({ facts: '事实没有句号' }).includes('事实没有句号。'))
})

test('words of the template and of the writer do not double: 两个月内内, 10日前内', () => {
  assert.ok(paragraphs({ replyPeriod: '自收到之日起两个月内' }).some((one) => one.startsWith('请你单位自收到之日起两个月内依法处理')))
  assert.ok(paragraphs({ replyPeriod: '2026年12月10日前' }).some((one) => one.startsWith('请你单位2026年12月10日前依法处理')))
})

test('lines of a long text are paragraphs; a demand is one paragraph with its ordinal, day and standard', () => {
  assert.deepEqual(paragraphs({ facts: '第一段。\n\n 第二段。\r\n第三段' }).slice(1, 4), ['第一段。', '第二段。', '第三段。'])
  assert.ok(paragraphs({}).includes('一、对27台离线车辆逐台核查处置并建立台账，2026年11月30日前完成，以台账与平台记录逐台比对一致为准。'))
  assert.ok(paragraphs({ demands: [{ no: 1, text: '移送公安机关。' }] }).includes('一、移送公安机关。'))
})

test('data words are marked: addressee, points in time, demands, demands nobody could verify, blanks', () => {
  const marks = (fields: Readonly<Record<string, unknown>>): readonly string[] => sheet(fields).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.spans.flatMap((span) => (span.m === undefined ? [] : [`${span.m} ${span.t}`])) : []))
  const all = marks({ facts: '呼和浩特市交通运输局于2026年3月1日至5日检查，8月24日签收，2025年3月以来未处理。', finding: '', demands: [{ no: 1, text: '建台账', standard: '一致', by: '2026-11-30' }, { no: 2, text: '改进' }] })
  for (const mark of ['party 呼和浩特市交通运输局', 'time 2026年3月1日至5日', 'time 8月24日', 'time 2025年3月以来', 'demand 建台账', 'demand 一致', 'time 2026年11月30日前', 'bad 改进', 'blank 〔待填：违法情形或者隐患〕']) assert.ok(all.includes(mark), `${mark} in ${all.join(' | ')}`)
  assert.deepEqual(sheet({}).to.map((span) => span.m), ['party', undefined])
})

test('braces typed by people are not filled in', () => {
  assert.ok(paragraphs({ facts: '文本{basis}与{demands}。', finding: '{facts}' }).includes('文本{basis}与{demands}。'))
})

test('a service receipt is a form; a reply answers demand by demand', () => {
  const form = sheet({ paper: '检察建议书', receivedOn: '2026-08-24' }, 'service-receipt').form
  assert.ok(form.some((row) => row.length === 2 && row[1]?.label === '收到日期' && text(row[1].spans) === '2026年8月24日'))
  assert.ok(paragraphs({ earlier: '呼检建〔2026〕12号', answers: [{ demand: 2, state: 'planned', text: '在办', plannedBy: '2026-12-01' }] }, 'reply-letter').includes('二、计划落实。在办，2026年12月1日前完成。'))
})

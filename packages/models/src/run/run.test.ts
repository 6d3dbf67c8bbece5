import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Day } from '@hengjian/law'
import { DataProblem } from '../problem.ts'
import { runInWorker } from '../worker/worker.ts'
import { runModel, type RunInput } from './run.ts'
import { acceptedRows } from './sample.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-run-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Row = Readonly<Record<string, string | number | boolean | null>>
const grass: Row = { decision_no: '呼林草罚决〔2025〕8号', agency_name: '某旗林业和草原局', agency_uscc: '11150100000000000A', party_name: '甲公司', party_id: '91150100MA0AAAAA0A', act_name: '非法占用草原', decision_date: '2025-06-10', quantity: 21, quantity_unit: '亩' }
let made = 0
/** Runs the model over rows of the three datasets; `transfers` null: no such dataset at all. */
async function run(cases: readonly Row[], transfers: readonly Row[] | null = [], more: Partial<RunInput> & { readonly feed?: readonly Row[] } = {}) {
  const { feed, ...rest } = more
  const n = ++made
  const data: Record<string, readonly string[]> = {}
  if (cases.length > 0) data['admin_penalty_case'] = [await acceptedRows(folder, 'admin_penalty_case', cases, `case-${n}`)]
  if (feed !== undefined) data['admin_penalty'] = [await acceptedRows(folder, 'admin_penalty', feed, `feed-${n}`)]
  if (transfers !== null) data['admin_transfer'] = [await acceptedRows(folder, 'admin_transfer', transfers, `transfer-${n}`)]
  return runModel('penalty-not-transferred-as-crime', { data, workDir: path.join(folder, 'work'), asOf: '2026-06-30' as Day, ...rest })
}
const statuses = async (...given: Parameters<typeof run>) => (await run(...given)).clues.map(({ rule, status, reason }) => `${rule} ${status} ${reason}`)
const transfer: Row = { transfer_no: '移〔2025〕1号', agency_name: '某旗林业和草原局', decision_no: null, party_name: '甲公司', party_id: '91150100MA0AAAAA0A', suspected_offence: '非法占用农用地', transfer_date: '2025-03-02' }

test('M5.9 M9.2 21 mu of grassland and no transfer is a clue that cites the limit, the article and the rows', async () => {
  const { clues, steps, counts } = await run([grass])
  assert.deepEqual(counts, { clue: 1, to_verify: 0, undecidable: 0 })
  const [clue] = clues
  assert.equal(clue?.key, '11150100000000000A|呼林草罚决〔2025〕8号|91150100MA0AAAAA0A')
  assert.match(clue?.why ?? '', /面积21亩，达到非法占用农用地罪追诉标准20亩（法释〔2012〕15号第二条/)
  assert.match(clue?.limit?.quote ?? '', /数量在二十亩以上/)
  assert.equal(clue?.limit?.value, 21)
  assert.deepEqual(clue?.evidence.map(({ dataset, row }) => [dataset, row]), [['admin_penalty_case', 1]])
  assert.deepEqual(clue?.evidence[0]?.fields.filter(({ matched }) => matched).map(({ name }) => name).toSorted(), ['act_name', 'decision_date', 'quantity', 'quantity_unit'])
  assert.equal(clue?.searched[0]?.dataset, 'admin_transfer')
  assert.deepEqual(steps.map(({ rows }) => rows), [1, 1, 1, 1, 1, 1, 1])
})

test('M5.9 21 mu written as 1.4 ha or as square metres is the same clue', async () => {
  assert.deepEqual(await statuses([{ ...grass, quantity: 1.4, quantity_unit: '公顷' }]), ['R1 clue not-transferred'])
  assert.deepEqual(await statuses([{ ...grass, quantity: 14000, quantity_unit: '平方米' }]), ['R1 clue not-transferred'])
})

test('M5.9 transferred 100 days before the fine, or under the decision’s number by the same agency: none; the funnel shows where it went', async () => {
  const { clues, steps } = await run([grass], [transfer])
  assert.equal(clues.length, 0)
  assert.deepEqual(steps.filter(({ id }) => id === 'not_handled' || id === 'not_transferred').map(({ rows }) => rows), [1, 0])
  assert.deepEqual(await statuses([grass], [{ ...transfer, party_id: null, party_name: '甲', decision_no: '呼林草罚决〔2025〕8号', transfer_date: '2020-01-01' }]), [])
  assert.deepEqual(await statuses([grass], [{ ...transfer, transfer_date: '2024-12-11' }]), ['R1 clue not-transferred'], '181 days before')
  assert.deepEqual(await statuses([grass], [{ ...transfer, transfer_date: '2024-12-12' }]), [], '180 days before')
})

test('M5.9 a mark, a number or a note of a transfer on the case itself keeps it out', async () => {
  assert.deepEqual(await statuses([{ ...grass, transferred_criminal: true }]), [])
  assert.deepEqual(await statuses([{ ...grass, transfer_no: '移〔2025〕9号' }]), [])
  assert.deepEqual(await statuses([{ ...grass, transferred_criminal: false }]), ['R1 clue not-transferred'])
  assert.deepEqual(await statuses([], [], { feed: [{ CF_WSH: 'a〔2025〕1号', CF_CFJG: '某局', CF_XDR_MC: '乙公司', CF_WFXW: '破坏草原植被', CF_JDRQ: '2025-06-10', quantity: 30, quantity_unit: '亩', transfer_note: '已移送公安部门' }] }), [])
})

test('M5.9 19.9 mu: none; 21.9 mu is said to be borderline; a third of a year later still the same', async () => {
  assert.deepEqual(await statuses([{ ...grass, quantity: 19.9 }]), [])
  assert.match((await run([grass])).clues[0]?.remarks.map(({ text }) => text).join() ?? '', /不到10%/)
  assert.doesNotMatch((await run([{ ...grass, quantity: 65.2 }])).clues[0]?.remarks.map(({ text }) => text).join() ?? '', /不到10%/)
})

test('M5.9 10 mu after a penalty for the same conduct within three years reaches the limit; without one it does not', async () => {
  const earlier = { ...grass, decision_no: '呼林草罚决〔2023〕2号', decision_date: '2023-06-10', quantity: 1 }
  assert.deepEqual((await run([earlier, { ...grass, quantity: 12 }])).clues.map(({ limit }) => limit?.id), ['grassland-10mu-repeated'])
  assert.deepEqual(await statuses([{ ...earlier, decision_date: '2022-06-09' }, { ...grass, quantity: 12 }]), [])
})

test('M9.2 a missing number is a gap in the data, never a clue, and says what is missing', async () => {
  const { clues } = await run([{ ...grass, quantity: null, quantity_unit: null }])
  assert.deepEqual(clues.map(({ status, reason }) => `${status} ${reason}`), ['undecidable no-number'])
  assert.match(clues[0]?.why ?? '', /缺少涉案数量及单位/)
  assert.deepEqual(await statuses([{ ...grass, quantity_unit: '处' }]), ['R1 undecidable no-number'], 'a unit that is no area')
})

test('M9.2 without transfer data, or outside their coverage, nothing can be told', async () => {
  assert.deepEqual(await statuses([grass], null), ['R1 undecidable no-transfer-data'])
  const covered = (from: string, to: string) => ({ coverage: { admin_transfer: { from: from as Day, to: to as Day } } })
  assert.deepEqual(await statuses([grass], [], covered('2025-01-01', '2026-06-30')), ['R1 undecidable outside-coverage'], '180 days before the decision are not covered')
  assert.deepEqual(await statuses([grass], [], covered('2024-01-01', '2025-07-09')), ['R1 undecidable outside-coverage'], 'the days of grace are not covered')
  const { clues } = await run([grass], [], covered('2024-01-01', '2025-12-31'))
  assert.deepEqual(clues.map(({ status }) => status), ['clue'])
  assert.match(clues[0]?.remarks.map(({ text }) => text).join() ?? '', /只到2025-12-31/)
  assert.equal(clues[0]?.searched[0]?.coverage, '2024-01-01至2025-12-31')
})

test('M9.2 a decision younger than the days of grace waits; the grace is a parameter, the law’s figures are not', async () => {
  assert.deepEqual(await statuses([grass], [], { asOf: '2025-07-09' as Day }), [])
  assert.deepEqual(await statuses([grass], [], { asOf: '2025-07-10' as Day }), ['R1 clue not-transferred'])
  assert.deepEqual(await statuses([grass], [], { asOf: '2025-07-09' as Day, params: { grace_days: '29' } }), ['R1 clue not-transferred'])
  const code = (params: Record<string, string>) => run([grass], [], { params }).then(() => 'ran', (error: unknown) => (error instanceof DataProblem ? error.code : String(error)))
  assert.equal(await code({ grassland_minimum: '1' }), 'model-parameter-fixed')
  assert.equal(await code({ gracedays: '1' }), 'model-parameter-unknown')
  assert.equal(await code({ grace_days: '1.5' }), 'model-parameter-value')
  assert.equal(await code({ mining_minimum: '99999' }), 'model-parameter-value')
})

test('M5.9 the version of the limit goes by the day of the decision', async () => {
  const labels = { ...grass, act_name: '销售伪造的注册商标标识', quantity: null, quantity_unit: null, value_amount: 40000 }
  assert.deepEqual((await run([{ ...labels, decision_date: '2025-04-26' }])).clues.map(({ limit }) => [limit?.id, limit?.minimum]), [['trademark-labels-turnover', 30000]])
  assert.deepEqual(await statuses([{ ...labels, decision_date: '2025-04-25' }]), [], '50,000 yuan until then')
  assert.deepEqual((await run([{ ...labels, decision_date: '2025-04-25', value_amount: 50000 }])).clues.map(({ limit }) => limit?.id), ['trademark-labels-turnover-2004'])
  assert.deepEqual((await run([{ ...labels, decision_date: '2025-04-25', illegal_gain: 30000 }])).clues.map(({ limit }) => limit?.id), ['trademark-labels-gain-2004'])
})

test('M5.9 trademark turnover and illegal mining: the heaviest reached limit is named; mining’s local figure is a setting', async () => {
  const mark = { ...grass, act_name: '销售侵犯注册商标专用权的商品', quantity: null, quantity_unit: null, value_amount: 1870838, illegal_gain: 40000 }
  assert.deepEqual((await run([mark])).clues.map(({ status, limit }) => [status, limit?.id, limit?.value]), [['clue', 'trademark-sale-turnover', 1870838]])
  const mine = { ...grass, act_name: '越界开采', quantity: 58110, quantity_unit: '立方米', value_amount: 2844809 }
  assert.deepEqual((await run([mine])).clues.map(({ status, limit }) => [status, limit?.id, limit?.value]), [['clue', 'mining-value', 2844809]])
  assert.deepEqual((await run([{ ...mine, value_amount: null, quantity: 284.4809, quantity_unit: '万元' }])).clues.map(({ limit }) => limit?.value), [2844809])
  assert.equal((await run([{ ...mine, value_amount: 150000 }], [], { params: { mining_minimum: 200000 } })).clues.length, 0)
})

test('M5.9 forest land between five and ten mu depends on its kind: to be verified', async () => {
  const forest = { ...grass, act_name: '擅自改变林地用途' }
  assert.deepEqual(await statuses([{ ...forest, quantity: 6 }]), ['R1 to_verify conditional'])
  assert.deepEqual(await statuses([{ ...forest, quantity: 10 }]), ['R1 clue not-transferred'])
  assert.deepEqual(await statuses([{ ...forest, quantity: 4.9 }]), [])
})

test('M5.9 an amount that only the text of the facts names is R2 and to be verified', async () => {
  const feed = [{ CF_WSH: 'b〔2025〕1号', CF_CFJG: '某局', CF_XDR_MC: '乙公司', CF_WFXW: '破坏草原植被', CF_SY: '未办理手续，破坏草原65.2亩。', CF_JDRQ: '2025-06-10' }]
  const { clues } = await run([], [], { feed })
  assert.deepEqual(clues.map(({ rule, status, limit }) => [rule, status, limit?.value]), [['R2', 'to_verify', 65.2]])
  assert.ok(clues[0]?.evidence[0]?.fields.some(({ name, matched }) => name === 'CF_SY' && matched))
})

test('M5.9 the public notice fills a gap of the case and stands beside it as evidence', async () => {
  const feed = [{ CF_WSH: grass['decision_no'] ?? null, CF_CFJG: '某旗林业和草原局', CF_XDR_MC: '甲公司', CF_WFXW: '非法占用草原', CF_JDRQ: '2025-06-10', quantity: 65.2, quantity_unit: '亩' }]
  const { clues, steps } = await run([{ ...grass, quantity: null, quantity_unit: null }], [], { feed })
  assert.equal(steps[0]?.rows, 1)
  assert.deepEqual(clues.map(({ status, evidence }) => [status, evidence.map(({ dataset }) => dataset)]), [['clue', ['admin_penalty_case', 'admin_penalty']]])
})

test('M1.1 what looks like a transfer but may be another case is left to a person', async () => {
  assert.deepEqual(await statuses([grass], [{ ...transfer, party_id: null, party_name: '别人', agency_name: '另一局', decision_no: '呼林草罚决〔2025〕8号' }]), ['R1 to_verify same-number'])
  assert.deepEqual(await statuses([grass], [{ ...transfer, party_id: null }]), ['R1 to_verify same-name'])
  assert.deepEqual(await statuses([grass], [{ ...transfer, transfer_date: null }]), ['R1 to_verify same-id-undated'])
  assert.deepEqual(await statuses([{ ...grass, decision_date: null, party_id: null }], [transfer]), ['R1 to_verify same-name'])
})

test('M5.9 a decision without its day is a clue only when every version of the limit is reached; another day of the case serves and is named', async () => {
  const { clues: undated } = await run([{ ...grass, decision_date: null }])
  assert.equal(undated[0]?.status, 'clue')
  assert.match(undated[0]?.remarks.map(({ text }) => text).join() ?? '', /缺少决定日期；数值达到各时期有效的标准/)
  const labels = { ...grass, act_name: '销售伪造的注册商标标识', quantity: null, quantity_unit: null, decision_date: null }
  assert.deepEqual(await statuses([{ ...labels, value_amount: 40000 }]), ['R1 to_verify no-day'], '50,000 yuan until 2025-04-25')
  const { clues } = await run([{ ...grass, decision_date: null, case_open_date: '2025-05-01' }])
  assert.equal(clues[0]?.status, 'clue')
  assert.match(clues[0]?.remarks.map(({ text }) => text).join() ?? '', /按2025-05-01/)
})

test('M5.9 8.5 cartons of cigarettes are below the limit although nobody says what they were worth', async () => {
  const tobacco = { ...grass, act_name: '无烟草专卖零售许可证经营烟草制品零售业务', quantity: 8.5, quantity_unit: '条' }
  assert.deepEqual(await statuses([tobacco]), [])
  assert.deepEqual(await statuses([{ ...tobacco, quantity: 1000 }]), ['R1 clue not-transferred'])
  assert.deepEqual(await statuses([{ ...tobacco, quantity: null }]), ['R1 undecidable no-number'])
})

test('conduct without a criminal limit and words that only sound alike are not looked at', async () => {
  assert.deepEqual(await statuses([{ ...grass, act_name: '草原防火期内用火' }, { ...grass, act_name: '未密闭贮存易起尘物料' }]), [])
})

test('the same run gives the same result; the same decision twice is one clue; nothing stays in the work folder', async () => {
  const two = [grass, grass, { ...grass, decision_no: '呼林草罚决〔2025〕9号', quantity: 30 }]
  const [a, b] = [await run(two), await run(two)]
  assert.deepEqual(a.clues, b.clues)
  assert.deepEqual(a.clues.map(({ evidence }) => evidence.length), [1, 2])
  assert.deepEqual(readdirSync(path.join(folder, 'work')), [])
})

test('a name with quotes and SQL in it is only a name', async () => {
  const { clues } = await run([{ ...grass, party_name: "Robert'); drop table found;--" }])
  assert.equal(clues[0]?.subject, "Robert'); drop table found;--")
})

test('M9.2 a run in a process of its own gives the same clues; its problems cross the border', async () => {
  const input = { data: { admin_penalty_case: [await acceptedRows(folder, 'admin_penalty_case', [grass], 'worker-case')], admin_transfer: [await acceptedRows(folder, 'admin_transfer', [], 'worker-transfer')] }, workDir: path.join(folder, 'work'), asOf: '2026-06-30' as Day }
  assert.deepEqual((await runInWorker('penalty-not-transferred-as-crime', input)).clues, (await runModel('penalty-not-transferred-as-crime', input)).clues)
  assert.equal(await runInWorker('penalty-not-transferred-as-crime', { ...input, params: { grassland_minimum: 1 } }).then(() => 'ran', (error: unknown) => (error instanceof DataProblem ? error.code : String(error))), 'model-parameter-fixed')
})

test('what cannot be run says so: unknown model, no data, a dataset that the model does not use, a stop', async () => {
  const code = (work: Promise<unknown>) => work.then(() => 'ran', (error: unknown) => (error instanceof DataProblem ? error.code : String(error)))
  const base = { workDir: path.join(folder, 'work'), asOf: '2026-06-30' as Day }
  assert.equal(await code(runModel('nope', { ...base, data: {} })), 'model-unknown')
  assert.equal(await code(run([], [])), 'model-data-missing')
  assert.equal(await code(runModel('penalty-not-transferred-as-crime', { ...base, data: { court_fee: ['x.csv'] } })), 'model-data-unknown')
  assert.equal(await code(run([grass], [], { signal: AbortSignal.abort() })), 'model-stopped')
})

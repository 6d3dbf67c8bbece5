// The main job over HTTP and the command line, without a browser: a penalty file becomes clues, a clue a matter, the matter a paper that is
// answered, verified and closed; another paper meets silence and climbs the ladder.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Clue, CluePage, Delivery, DutyPage, Ladder, LogHead, Matter, MatterPage, Model, Receipt, Run, Scorecard, Why } from '../packages/web/src/api/wire.gen.ts'
import { signIn, type Client } from './client.ts'
import { startProduct, type Product } from './product.ts'
import { demandsOf, suggestionForm } from './suggestion.ts'

const root = path.dirname(import.meta.dirname)
const samples = path.join(root, 'samples')
let product: Product
let folder: string
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hj-job-'))
  product = await startProduct()
})
after(async () => { await product?.close(); rmSync(folder, { recursive: true, force: true }) })

const as = (account: string): Promise<Client> => signIn(product.url, account)

/** `hj`, in a process of its own, as a person runs it. */
const hj = (...args: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> => new Promise((resolve) => {
  execFile(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'packages/server/src/cli/main.ts'), ...args], { cwd: folder, maxBuffer: 2 ** 26, env: { ...process.env, HENGJIAN_DATA: product.dataDir } }, (error, out, err) => resolve({ status: error === null ? 0 : Number(error.code ?? 1), out, err }))
})

const until = async <T>(ask: () => Promise<T>, ready: (value: T) => boolean): Promise<T> => {
  for (const end = Date.now() + 60_000; ;) {
    const value = await ask()
    if (ready(value)) return value
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value).slice(0, 300)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Delivers a file of the samples, waits for its check, accepts it. */
async function deliver(client: Client, decider: Client, dataset: string, file: string): Promise<Delivery> {
  const sent = await client.upload<Delivery>(`/api/datasets/${dataset}/deliveries?name=${encodeURIComponent(path.basename(file))}`, readFileSync(path.join(samples, file)))
  const checked = await until(() => client.get<Delivery>(`/api/deliveries/${sent.id}`), ({ state }) => state !== 'checking')
  assert.equal(checked.state, 'waiting', JSON.stringify(checked.problem))
  await decider.post(`/api/deliveries/${sent.id}/decision`, { decision: 'accept' })
  return checked
}

const reasons = ({ reasons: all }: Delivery): readonly string[] => all.map(({ code, field, outcome }) => `${code} ${field} ${outcome}`)

test('M5.9: departments deliver penalties; every row is kept or rejected with its reason, faults are reported and not dropped', async () => {
  const [forestry, market, analyst] = [await as('liaison-forestry'), await as('liaison-market'), await as('analyst')]
  const woods = await deliver(forestry, analyst, 'admin_penalty', 'admin_penalty/forestry.csv')
  assert.deepEqual([woods.rows, woods.accepted, woods.rejected], [8, 8, 0])
  for (const reason of ['missing CF_JDRQ reported', 'missing CF_WSH reported', 'check-character CF_XDR_SHXYM reported']) assert.ok(reasons(woods).includes(reason), `${reason} is not among ${reasons(woods).join(', ')}`)
  const shops = await deliver(market, analyst, 'admin_penalty', 'admin_penalty/market.csv')
  assert.equal(shops.rows, shops.accepted + shops.rejected)
  assert.equal(shops.provider?.id, 'hh-market')
  const rest = await deliver(analyst, analyst, 'admin_penalty', 'admin_penalty/others.csv')
  assert.equal(rest.rows, 5)
  const rejects = await analyst.call('GET', `/api/deliveries/${rest.id}/rejects`)
  assert.ok(rejects.status === 200 || rest.rejected === 0)
})

test('M5.9, M9.1: the model finds 65.2 mu, 1,870,838 and 2,844,809 yuan; what lacks its value is a data gap, what was transferred is neither', async () => {
  const analyst = await as('analyst')
  const model = await analyst.get<Model>('/api/models/penalty-not-transferred-as-crime')
  assert.ok(model.inputs.every(({ have }) => have), JSON.stringify(model.inputs))
  const started = await analyst.post<Run>('/api/models/penalty-not-transferred-as-crime/runs', {})
  const run = await until(() => analyst.get<Run>(`/api/runs/${started.id}`), ({ state }) => state !== 'running')
  assert.equal(run.state, 'done', JSON.stringify(run.problem))
  assert.ok(run.steps.length >= 3 && run.steps.every(({ rows }) => Number.isInteger(rows)))
  const { items } = await analyst.get<CluePage>('/api/clues?limit=100')
  const byValue = (value: number): Clue | undefined => items.find(({ limit }) => limit?.value === value)
  for (const value of [65.2, 1_870_838, 2_844_809]) {
    const clue = byValue(value)
    assert.equal(clue?.status, 'clue', `${value} is no clue`)
    assert.ok(clue.limit !== null && clue.limit.quote.length > 5 && clue.limit.article !== '' && value >= clue.limit.minimum)
    assert.ok(clue.evidence.length > 0 && clue.evidence.every(({ fields }) => fields.length > 0))
    assert.ok(clue.searched.some(({ dataset }) => dataset === 'admin_transfer'))
  }
  const gaps = items.filter(({ status }) => status === 'undecidable')
  assert.ok(gaps.length > 0 && gaps.every(({ limit }) => limit === null || limit.value === null))
  assert.ok(!items.some(({ why }) => why.includes('土左林草罚决字〔2025〕3号')), 'a case that was transferred is a clue')
})

/** A suggestion from the clue to its acknowledgement, everybody doing what is theirs. */
async function served(value: number): Promise<{ readonly id: string; readonly matter: Matter; readonly prosecutor: Client; readonly liaison: Client }> {
  const [prosecutor, head, chief, clerk, liaison] = [await as('prosecutor'), await as('department-head'), await as('chief'), await as('case-management'), await as('liaison-land')]
  const { items } = await prosecutor.get<CluePage>('/api/clues?limit=100')
  const clue = items.find(({ limit, state }) => limit?.value === value && state === 'waiting')
  assert.ok(clue !== undefined, `no clue of ${value} waits`)
  const { matter } = await prosecutor.post<Clue>(`/api/clues/${clue.id}/decision`, { decision: 'adopt', procedure: 'forward-linkage' })
  const id = matter?.id ?? ''
  const before = await prosecutor.matter(id)
  assert.equal(before.clue?.id, clue.id)
  const early = await prosecutor.refused(id, { act: 'draft', key: 'draft', to: ['hh-land'], ...suggestionForm() })
  assert.match(early.detail, /调查核实/)
  assert.ok((early.provision ?? '') !== '')
  await clerk.act(id, { act: 'assign', key: 'assign', form: { handler: '李思源' } })
  await prosecutor.act(id, { act: 'inquire', key: 'inquire', form: { method: 'records', findings: '调取处罚卷宗：查明价值达到追诉标准，没有移送记录。' } })
  await prosecutor.act(id, { act: 'request-files', key: 'request-files', to: ['hh-land'], form: { files: '处罚案件全卷' } })
  await prosecutor.act(id, { act: 'draft', key: 'draft', to: ['hh-land'], ...suggestionForm() })
  await prosecutor.act(id, { act: 'submit', key: 'submit' })
  const own = await prosecutor.refused(id, { act: 'approve', key: 'approve' })
  assert.ok(own.status === 403 && (own.provision ?? '') !== '', JSON.stringify(own))
  const tooSoon = await chief.refused(id, { act: 'approve', key: 'approve' })
  assert.match(tooSoon.detail, /部门负责人/)
  await head.act(id, { act: 'approve', key: 'endorse' })
  await chief.act(id, { act: 'approve', key: 'approve' })
  const issued = await clerk.act(id, { act: 'issue', key: 'issue', form: { docNo: '呼检建〔2026〕901号' } })
  assert.equal(issued.act.files[0]?.type, 'application/pdf')
  assert.deepEqual((await liaison.get<MatterPage>('/api/matters?limit=100')).items.filter((one) => one.id === id && one.stage.zh === '送达'), [], 'nothing was served yet')
  await clerk.act(id, { act: 'serve', key: 'serve', to: ['hh-land'], form: { channel: 'electronic' } })
  const waiting = (await liaison.matter(id)).duties.find(({ rule }) => rule === 'suggestion-reply')
  assert.equal(waiting?.light, 'not-started', 'the clock must not run before the signature')
  await liaison.act(id, { act: 'acknowledge', key: 'acknowledge', form: { signer: '郝俊生' } })
  return { id, matter: await prosecutor.matter(id), prosecutor, liaison }
}

test('M5.9, M1.1, M16.1, M16.2: a clue becomes a matter, an approved and numbered paper, an explained date, answers, findings, a closed matter', async () => {
  const { id, matter, prosecutor, liaison } = await served(2_844_809)
  const [clerk, chief, head] = [await as('case-management'), await as('chief'), await as('department-head')]

  const reply = matter.duties.find(({ rule }) => rule === 'suggestion-reply')
  assert.ok(reply?.due !== null && reply !== undefined && reply.explained.steps.length >= 3 && reply.sources[0]?.quote.includes('两个月'), JSON.stringify(reply))
  const why = await liaison.get<Why>(`/api/matters/${id}/duties/${encodeURIComponent(reply.id)}/why`)
  assert.ok(why.days.length > 0 && why.whatIf.length >= 0 && why.duty.due === reply.due)

  const paper = matter.instruments[0]
  assert.ok(paper !== undefined)
  const pdf = await liaison.call('GET', `/api/matters/${id}/instruments/${paper.n}/file?format=pdf`)
  assert.equal(Buffer.from(pdf.bytes.subarray(0, 5)).toString(), '%PDF-')

  const proof = await liaison.file('移送书.txt', '移送涉嫌犯罪案件函回执（示例）')
  await liaison.act(id, { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '已移送公安机关。', evidence: [proof] }, { demand: 2, state: 'planned', text: '自查正在进行。', plannedBy: reply.due ?? '' }], files: [proof] })
  const evidence = await prosecutor.call('GET', `/api/files/${proof.sha256}?matter=${id}`)
  assert.equal(new TextDecoder().decode(evidence.bytes), '移送涉嫌犯罪案件函回执（示例）')

  await prosecutor.act(id, { act: 'verify', key: 'verify', findings: [{ demand: 1, result: 'done', text: '移送书和接收回执一致。' }, { demand: 2, result: 'partly', text: '自查表缺少三个旗县。' }] })
  const open = await head.refused(id, { act: 'close', key: 'close', form: { reason: 'performed' } })
  assert.match(open.detail, /2/)
  await liaison.act(id, { act: 'reply', key: 'reply', answers: [{ demand: 2, state: 'done', text: '自查表补齐。' }] })
  await prosecutor.act(id, { act: 'verify', key: 'verify', findings: [{ demand: 2, result: 'done', text: '自查表完整。' }] })
  const closer = await prosecutor.matter(id).then(({ permitted }) => permitted.find(({ key }) => key === 'close')?.allowed === true) ? prosecutor : await head.matter(id).then(({ permitted }) => permitted.find(({ key }) => key === 'close')?.allowed === true) ? head : chief
  const closed = await closer.act(id, { act: 'close', key: 'close', form: { reason: 'performed' } })
  assert.equal((await clerk.matter(id)).state, 'closed')
  assert.deepEqual((await prosecutor.matter(id)).demands.map(({ state }) => state), ['verified-done', 'verified-done'])

  const receipt = await until(() => prosecutor.get<Receipt>(`/api/acts/${closed.act.id}/receipt`), ({ leaf }) => leaf !== null)
  writeFileSync(path.join(folder, 'receipt.json'), JSON.stringify(receipt))
  const verified = await hj('record', 'verify', '--receipt', 'receipt.json')
  assert.equal(verified.status, 0, (verified.out + verified.err).slice(0, 2000))
  const bent = { ...receipt, bytes: Buffer.from(Buffer.from(receipt.bytes, 'base64').toString().replace('performed', 'withdrawn')).toString('base64') }
  writeFileSync(path.join(folder, 'bent.json'), JSON.stringify(bent))
  assert.notEqual((await hj('record', 'verify', '--receipt', 'bent.json')).status, 0, 'a changed receipt is taken')
  const head1 = await prosecutor.get<LogHead>('/api/log/head')
  assert.ok(head1.size >= (receipt.leaf?.index ?? 0) + 1)
})

test('M16.2: an objected demand waits for its review, the others can be answered meanwhile: amended here, and the answer then speaks of the amended demand', async () => {
  const { id, prosecutor, liaison } = await served(1_870_838)
  const chief = await as('chief')
  await liaison.act(id, { act: 'object', key: 'object', form: { ground: '第二项范围过大，已由上级统一部署。' }, answers: [{ demand: 2, state: 'disagreed', text: '范围过大。' }] })
  await liaison.act(id, { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '已移送。' }] })
  assert.deepEqual((await liaison.matter(id)).demands.map(({ state }) => state), ['answered', 'objected'])
  const during = await liaison.refused(id, { act: 'object', key: 'object', form: { ground: '再次提出。' } })
  assert.match(during.detail, /异议/)
  await prosecutor.act(id, { act: 'inquire', key: 'recheck', form: { findings: '确有统一部署，第二项可以限定到本局案件。' } })
  await chief.act(id, { act: 'review', key: 'review-amend', demands: demandsOf().map((demand) => (demand.no === 2 ? { ...demand, text: '自查本局两年内同类案件' } : demand)), form: { reason: '异议部分成立。' } })
  assert.equal((await liaison.matter(id)).demands.find(({ no }) => no === 2)?.text, '自查本局两年内同类案件')
  // The paper as amended goes out like the first one.
  await prosecutor.act(id, { act: 'serve', key: 'serve', to: ['hh-land'], form: { channel: 'electronic' } })
  await liaison.act(id, { act: 'acknowledge', key: 'acknowledge', form: { signer: '郝俊生' } })
  await liaison.act(id, { act: 'reply', key: 'reply', answers: [{ demand: 1, state: 'done', text: '已移送。' }, { demand: 2, state: 'done', text: '自查完毕。' }] })
})

test('M16.3, M17.1: silence: urged, then the superior, then the congress, each refused before its time with the day and the provision', async () => {
  const { id, matter } = await served(65.2)
  const due = matter.duties.find(({ rule }) => rule === 'suggestion-reply')?.due ?? ''
  const texts = { about: '督促移送涉嫌犯罪案件', earlier: '检察建议书已经送达并签收。', state: '两项要求均未回复。', basis: '《人民检察院检察建议工作规定》', subject: '市自然资源局' }
  const tooEarly = await (await as('prosecutor')).refused(id, { act: 'urge', key: 'urge', to: ['hh-land'], form: texts })
  assert.ok((tooEarly.earliest ?? '') > due && (tooEarly.provision ?? '') !== '', JSON.stringify(tooEarly))

  await product.moveTo(`${tooEarly.earliest}T09:00:00+08:00`)
  const superior = { act: 'notify-superior', key: 'notify-superior', to: ['hh-government'], form: texts }
  assert.match((await (await as('chief')).refused(id, superior)).detail, /督促/)
  await (await as('prosecutor')).act(id, { act: 'urge', key: 'urge', to: ['hh-land'], form: texts })
  const second = await (await as('chief')).refused(id, superior)
  assert.ok((second.earliest ?? '') > (tooEarly.earliest ?? ''), JSON.stringify(second))

  await product.moveTo(`${second.earliest}T09:00:00+08:00`)
  const report = { act: 'report-congress', key: 'report-congress', to: ['hh-congress'], form: texts }
  const wrong = await (await as('prosecutor')).refused(id, superior)
  assert.equal(wrong.status, 403)
  await (await as('chief')).act(id, superior)
  const third = await (await as('chief')).refused(id, report)
  assert.ok((third.earliest ?? '') > (second.earliest ?? ''), JSON.stringify(third))
  assert.ok(!(await (await as('congress')).get<MatterPage>('/api/matters?limit=200')).items.some((one) => one.id === id), 'the congress sees it before the report')

  await product.moveTo(`${third.earliest}T09:00:00+08:00`)
  await (await as('chief')).act(id, report)
  const congress = await as('congress')
  const board = await congress.get<Ladder>('/api/ladder')
  assert.ok(board.rungs.find((rung) => rung.id === 'congress')?.items.some((item) => item.matter.id === id))
  await congress.act(id, { act: 'acknowledge', key: 'congress-acknowledge', form: { signer: '周文澜' } })
  await congress.act(id, { act: 'inquire', key: 'congress-inquire', to: ['hh-land'], form: { question: '为什么没有移送？', replyBy: '2027-12-31' } })
  await (await as('liaison-land')).act(id, { act: 'explain', key: 'explain', form: { text: '正在补充移送材料。' } })
  const cards = await congress.get<Scorecard>('/api/scorecard')
  assert.ok(cards.rows.some(({ organ }) => organ.id === 'hh-land'))
  const duties = await (await as('prosecutor')).get<DutyPage>('/api/duties?limit=200')
  assert.ok(duties.items.some((row) => row.matter.id === id))
})

test('the command line: data check, model run, law due, rebuild --check, record verify agree with the product', async () => {
  const checked = await hj('data', 'check', 'admin_penalty', ...['market', 'forestry', 'ecology', 'others'].map((name) => path.join(samples, 'admin_penalty', `${name}.csv`)), '--rejects', 'rejects.csv', '--json')
  assert.equal(checked.status, 0, checked.err)
  const counts = JSON.parse(checked.out) as { rows: number; accepted: number; rejected: number }
  assert.ok(counts.rows >= 27 && counts.rows === counts.accepted + counts.rejected)
  const run = await hj('model', 'run', 'penalty-not-transferred-as-crime', '--data', path.join(samples, 'city'), '--as-of', '2026-03-01', '--json')
  assert.equal(run.status, 0, run.err)
  const found = (JSON.parse(run.out) as { clues: { status: string; limit: { value: number } | null }[] }).clues.filter(({ status }) => status === 'clue').map(({ limit }) => limit?.value)
  for (const value of [65.2, 1_870_838, 2_844_809]) assert.ok(found.includes(value), `${value} is not among ${found.join(', ')}`)
  const due = await hj('law', 'due', 'suggestion-reply', '--from', '2026-08-03')
  assert.equal(due.status, 0, due.err)
  assert.match(due.out, /2026-10-08/)
  const rebuilt = await hj('rebuild', '--check')
  assert.equal(rebuilt.status, 0, (rebuilt.out + rebuilt.err).slice(0, 2000))
  const verified = await hj('record', 'verify')
  assert.equal(verified.status, 0, (verified.out + verified.err).slice(0, 2000))
})

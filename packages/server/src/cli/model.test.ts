import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { main } from './main.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-cli-model-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const samples = path.resolve(import.meta.dirname, '../../../../samples/city')
const id = 'penalty-not-transferred-as-crime'
const hj = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const status = await main(['model', ...args], { out: (text) => { out += text }, err: (text) => { err += text }, env: {}, cwd: folder })
  return { status, out, err }
}
const code = (err: string): string => (JSON.parse(err) as { code: string }).code
type Told = { model: string; asOf: string; steps: { name: string; rows: number }[]; counts: Record<string, number>; clues: { key: string; rule: string; status: string; why: string; evidence: { dataset: string; row: number; fields: Record<string, string>; matched: string[] }[]; limit: { value: number; quote: string } }[] }

test('M5.9 M9.2 the samples of the city: the three published cases are clues, the transferred one is not, the gap is a gap', async () => {
  const { status, out } = await hj('run', id, '--data', samples, '--as-of', '2026-11-25', '--out', 'clues.csv', '--json')
  assert.equal(status, 0)
  const told = JSON.parse(out) as Told
  assert.deepEqual([told.model, told.asOf], [id, '2026-11-25'])
  const found = (value: number) => told.clues.filter(({ limit }) => limit.value === value)
  for (const value of [65.2, 1870838, 2844809]) {
    assert.deepEqual(found(value).map(({ status: is, rule }) => [is, rule]), [['clue', 'R1']], String(value))
    assert.ok((found(value)[0]?.limit.quote ?? '') !== '' && (found(value)[0]?.evidence[0]?.matched.length ?? 0) > 0)
  }
  assert.deepEqual(found(31.5), [])
  assert.ok(told.clues.filter(({ limit }) => limit.value === null).every(({ status: is }) => is === 'undecidable'))
  assert.ok(told.steps.every(({ rows }, at) => at === 0 || rows <= (told.steps[at - 1]?.rows ?? 0)), 'the funnel only narrows')
  const csv = readFileSync(path.join(folder, 'clues.csv'), 'utf8')
  assert.equal(csv.trimEnd().split('\r\n').length, told.clues.length + 1)
  assert.ok(csv.startsWith('\ufeff'))
})

test('no cell of the list is a formula', async () => {
  const dir = path.join(folder, 'formula')
  cpSync(samples, dir, { recursive: true })
  writeFileSync(path.join(dir, 'admin_penalty_case.csv'), 'decision_no,agency_name,party_name,act_name,decision_date,quantity,quantity_unit\nx〔2025〕1号,某局,=HYPERLINK(1),非法占用草原,2025-06-10,30,亩\n')
  assert.equal((await hj('run', id, '--data', dir, '--as-of', '2026-01-01', '--out', 'f.csv')).status, 0)
  assert.match(readFileSync(path.join(folder, 'f.csv'), 'utf8'), /"'=HYPERLINK/)
})

test('M9.2 list, show and SQL: what a model asks, on which law, with which limits, as one statement', async () => {
  assert.match((await hj('list')).out, new RegExp(id))
  const shown = JSON.parse((await hj('show', id, '--json')).out) as { limits: { source: { quote: string } }[]; basis: unknown[]; steps: unknown[] }
  assert.ok(shown.limits.length > 20 && shown.basis.length > 0 && shown.steps.length > 5)
  const { out } = await hj('sql', id, '--as-of', '2026-01-01')
  assert.match(out, /^with /)
  assert.doesNotMatch(out.replace(/'[^']*'/g, ''), /;|\bqualify\b|\bfilter\s*\(|\banti join\b/i)
  assert.equal((await hj('sql', id, '--engine', 'postgresql', '--as-of', '2026-01-01')).out, out)
})

test('what cannot be run is said, with status 1, and nothing is written', async () => {
  const run = (...args: readonly string[]) => hj('run', ...args)
  assert.equal(code((await run('nope', '--data', samples)).err), 'model-unknown')
  assert.equal(code((await run(id, '--data', 'gone')).err), 'model.data-folder')
  assert.equal(code((await run(id, '--data', folder)).err), 'model-data-missing')
  assert.equal(code((await run(id, '--data', samples, '--param', 'grassland_minimum=1')).err), 'model-parameter-fixed')
  assert.equal(code((await run(id, '--data', samples, '--param', 'gracedays=1')).err), 'model-parameter-unknown')
  assert.equal(code((await hj('sql', id, '--engine', 'oracle')).err), 'model-engine-unknown')
  const dir = path.join(folder, 'twice')
  cpSync(samples, dir, { recursive: true })
  cpSync(path.join(dir, 'admin_transfer.csv'), path.join(dir, 'admin_transfer.xlsx'))
  assert.equal(code((await run(id, '--data', dir, '--out', 'no.csv')).err), 'model.data-twice')
  assert.equal(existsSync(path.join(folder, 'no.csv')), false)
})

test('wrong usage ends with 2', async () => {
  for (const args of [['run', id], ['run'], ['run', id, '--data', samples, '--as-of', '2026-02-30'], ['run', id, '--data', samples, '--param', 'grace_days'], ['run', id, '--data', samples, '--coverage', 'admin_transfer'], ['run', id, '--data', samples, '--out', 'x.xlsx'], ['bend']]) {
    assert.equal((await hj(...args)).status, 2, args.join(' '))
  }
})

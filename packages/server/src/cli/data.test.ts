import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { main } from './main.ts'

const root = path.join(import.meta.dirname, '..', '..', '..', '..')
async function hj(cwd: string, ...args: readonly string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const status = await main(args, { out: (text) => { out += text }, err: (text) => { err += text }, env: {}, cwd })
  return { status, out, err }
}
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hj-cli-data-'))
  try { await work(folder) } finally { rmSync(folder, { recursive: true, force: true }) }
}

test('M9.1 hj data check: one JSON document, rejects and accepted rows beside it', () => inFolder(async (folder) => {
  const { status, out, err } = await hj(folder, 'data', 'check', 'admin_penalty', path.join(root, 'samples/admin_penalty/market.csv'), '--rejects', 'r.csv', '--accepted', 'a.parquet', '--as-of', '2026-03-01', '--json')
  assert.deepEqual([status, err], [0, ''])
  const result = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual([result['dataset'], result['rows'], result['accepted'], result['rejected'], result['asOf']], ['admin_penalty', 7, 7, 0, '2026-03-01'])
  assert.deepEqual(readdirSync(folder).toSorted(), ['a.parquet', 'r.csv'])
}))

test('M9.1 hj data check: a file that cannot be read is one problem document with line and column, status 1, nothing written', () => inFolder(async (folder) => {
  writeFileSync(path.join(folder, 'a.csv'), 'CF_XDR_MC,CF_WSH,CF_WFXW,CF_SY,CF_JDRQ,CF_CFJG\n甲,"乙,丙\n')
  const { status, out, err } = await hj(folder, 'data', 'check', 'admin_penalty', 'a.csv', '--rejects', 'r.csv', '--accepted', 'a.parquet', '--json')
  assert.deepEqual([status, out], [1, ''])
  const problem = JSON.parse(err) as Record<string, unknown>
  assert.deepEqual([problem['code'], problem['status'], problem['file'], problem['line'], problem['column']], ['quote-open', 422, 'a.csv', 2, 3])
  assert.ok(!existsSync(path.join(folder, 'r.csv')) && !existsSync(path.join(folder, 'a.parquet')))
  const unknown = await hj(folder, 'data', 'check', 'admin_penalti', 'a.csv')
  assert.equal((JSON.parse(unknown.err) as { code: string }).code, 'dataset-unknown')
}))

test('hj data: wrong usage is status 2', async () => {
  for (const args of [['check'], ['check', 'admin_penalty'], ['check', 'admin_penalty', 'a.csv', '--as-of', '2023-02-30'], ['check', 'admin_penalty', 'a.csv', '--coverage', '2024-02-01..2024-01-01'], ['template', 'admin_penalty'], ['template', 'admin_penalty', '--out', 'a.doc'], ['check', 'x', 'y', '--nope']]) assert.equal((await hj(tmpdir(), 'data', ...args)).status, 2, args.join(' '))
})

test('hj data list and template: every dataset has a template that its own check reads', () => inFolder(async (folder) => {
  const all = JSON.parse((await hj(folder, 'data', 'list', '--json')).out) as readonly { readonly id: string }[]
  assert.ok(all.length >= 89)
  for (const id of ['admin_penalty', 'admin_transfer', 'court_case_filing']) for (const form of ['csv', 'xlsx']) {
    assert.equal((await hj(folder, 'data', 'template', id, '--out', `${id}.${form}`)).status, 0)
    const { status, out } = await hj(folder, 'data', 'check', id, `${id}.${form}`, '--json')
    assert.deepEqual([status, (JSON.parse(out) as { rows: number }).rows], [0, 0])
  }
}))

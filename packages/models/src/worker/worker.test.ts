import assert from 'node:assert/strict'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { inFolder, problemOf } from '../checking/fixture.ts'
import type { Progress } from '../checking/check.ts'
import { checkInWorker } from './worker.ts'

const heads = 'transfer_no,agency_name,decision_no,party_name,suspected_offence,transfer_date'
const line = (n: number): string => `甲移〔2025〕${n}号,某局,甲罚〔2025〕${n}号,乙公司${n},非法采矿罪,2025-03-01`
const made = (folder: string, rows: number): string => { const file = path.join(folder, 't.csv'); writeFileSync(file, `${[heads, ...Array.from({ length: rows }, (_, i) => line(i + 1))].join('\n')}\n`); return file }

test('M9.1 a check in a process of its own: progress, result, nothing left', () => inFolder(async (folder) => {
  const seen: Progress[] = []
  const result = await checkInWorker({ dataset: 'admin_transfer', files: [made(folder, 500)], workDir: path.join(folder, 'w'), acceptedOut: path.join(folder, 'a.parquet'), onProgress: (progress) => seen.push(progress) })
  assert.deepEqual([result.rows, result.accepted, seen.at(-1)?.step], [500, 500, 'write'])
  assert.ok(existsSync(path.join(folder, 'a.parquet')))
  assert.deepEqual(readdirSync(path.join(folder, 'w')), [])
}))

test('M9.1 a problem crosses the border whole', () => inFolder(async (folder) => {
  const file = path.join(folder, 't.csv')
  writeFileSync(file, `${heads}\n"甲`)
  const found = await problemOf(checkInWorker({ dataset: 'admin_transfer', files: [file], workDir: path.join(folder, 'w') }))
  assert.deepEqual([found.code, found.where], ['quote-open', { file: 't.csv', line: 2, column: 1 }])
}))

test('M9.1 a cancelled worker is killed and leaves nothing; one that runs out of memory is a problem, not a crash', () => inFolder(async (folder) => {
  const stop = new AbortController()
  const file = made(folder, 60_000)
  const given = { dataset: 'admin_transfer', files: [file], workDir: path.join(folder, 'w'), acceptedOut: path.join(folder, 'a.parquet') }
  assert.equal((await problemOf(checkInWorker({ ...given, signal: stop.signal, onProgress: () => stop.abort() }))).code, 'cancelled')
  assert.equal((await problemOf(checkInWorker(given, { memory: 16 }))).code, 'worker-ended')
  assert.deepEqual([readdirSync(path.join(folder, 'w')), existsSync(given.acceptedOut)], [[], false])
}))

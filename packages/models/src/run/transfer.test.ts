import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { Day } from '@hengjian/law'
import { runModel } from './run.ts'
import { acceptedRows } from './sample.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hj-transfer-'))
after(() => rmSync(folder, { recursive: true, force: true }))
type Row = Readonly<Record<string, string | number | boolean | null>>
let made = 0
async function found(transfers: readonly Row[], filings: readonly Row[] | null = []): Promise<readonly string[]> {
  const n = ++made
  const data = { admin_transfer: [await acceptedRows(folder, 'admin_transfer', transfers, `t${n}`)], ...(filings === null ? {} : { police_case_filing: [await acceptedRows(folder, 'police_case_filing', filings, `f${n}`)] }) }
  const { clues } = await runModel('transfer-not-answered', { data, workDir: path.join(folder, 'work'), asOf: '2025-06-01' as Day })
  return clues.map(({ rule, status, reason }) => `${rule} ${status} ${reason}`)
}
const row: Row = { transfer_no: '移〔2025〕1号', agency_name: '某局', party_name: '甲公司', suspected_offence: '非法采矿罪', transfer_date: '2025-05-01' }

test('M9.2 M5.9 a second model is a file only: 31 days without an answer is a clue, 29 days are not', async () => {
  assert.deepEqual(await found([row]), ['R1 clue unanswered'])
  assert.deepEqual(await found([{ ...row, police_reply: '未回复' }]), ['R1 clue unanswered'])
  assert.deepEqual(await found([{ ...row, transfer_date: '2025-05-03' }]), [])
})

test('M5.9 a filing that names the transfer, or that the transfer names, answers it', async () => {
  assert.deepEqual(await found([row], [{ police_case_no: 'A1', unit_name: '某局', filing_date: '2025-05-10', state: '侦查中', source_transfer_no: '移〔2025〕1号' }]), [])
  assert.deepEqual(await found([{ ...row, police_reply: '立案', police_case_no: 'A1' }], [{ police_case_no: 'A1', unit_name: '某局', filing_date: '2025-05-10', state: '侦查中' }]), [])
})

test('M5.9 an answer without a filing is a clue only where filings are there to look in; a refusal without a copy is for review', async () => {
  assert.deepEqual(await found([{ ...row, police_reply: '立案' }]), ['R2 clue filed-but-not-found'])
  assert.deepEqual(await found([{ ...row, police_reply: '立案' }], null), ['R2 undecidable no-filing-data'])
  assert.deepEqual(await found([{ ...row, police_reply: '不予立案' }]), ['R3 to_verify refused-without-copy'])
  assert.deepEqual(await found([{ ...row, police_reply: '不予立案', copied_to_procuratorate: true }]), [])
})

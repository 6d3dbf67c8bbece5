import assert from 'node:assert/strict'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { checkDelivery } from '../checking/check.ts'
import { inFolder, problemOf } from '../checking/fixture.ts'
import { acceptDelivery, lakeFiles, lineageAt } from './lake.ts'

test('M9.1 an accepted delivery lies in the lake for good, with its lineage; no name climbs out', () => inFolder(async (folder) => {
  const [file, accepted, lake] = [path.join(folder, 't.csv'), path.join(folder, 'a.parquet'), path.join(folder, 'lake')]
  writeFileSync(file, 'transfer_no,agency_name,decision_no,party_name,suspected_offence,transfer_date\n甲移〔2025〕1号,某局,甲罚〔2025〕1号,乙公司,非法采矿罪,2025-03-01\n')
  const given = { dataset: 'admin_transfer', files: [file], workDir: path.join(folder, 'w'), acceptedOut: accepted }
  const check = await checkDelivery(given)
  assert.deepEqual(lakeFiles(lake, 'admin_transfer'), [])
  const lineage = { delivery: 'd1', dataset: 'admin_transfer', at: '2026-03-01T10:00:00+08:00', by: 'p1', provider: null, check }
  const place = await acceptDelivery(lake, accepted, lineage)
  assert.deepEqual(lakeFiles(lake, 'admin_transfer'), [place])
  assert.equal(lineageAt(place).check.sha256, check.sha256)
  assert.equal(statSync(place).mode & 0o222, 0)
  assert.ok(!existsSync(accepted))
  await checkDelivery(given)
  assert.equal((await problemOf(acceptDelivery(lake, accepted, lineage))).code, 'output-failed')
  await assert.rejects(acceptDelivery(lake, accepted, { ...lineage, delivery: '../../x' }), RangeError)
}))

import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { checkDelivery } from './check.ts'
import { inFolder, reasonsOf } from './fixture.ts'

const root = path.join(import.meta.dirname, '..', '..', '..', '..')
const samples = path.join(root, 'samples')
const shared = path.join(root, '..', 'shared', 'data', 'admin-penalties', 'penalties.csv')

test('M9.1 the departments’ files of samples: every row is kept, and what is doubtful is said', () => inFolder(async (folder) => {
  const files = readdirSync(path.join(samples, 'admin_penalty')).map((file) => path.join(samples, 'admin_penalty', file))
  const result = await checkDelivery({ dataset: 'admin_penalty', files, workDir: folder })
  assert.deepEqual([result.rows, result.accepted, result.rejected], [27, 27, 0])
  const found = reasonsOf(result)
  for (const reason of ['missing CF_JDRQ 21 reported', 'missing CF_WSH 4 reported', 'check-character CF_XDR_SHXYM 1 reported', 'masked CF_XDR_SHXYM 1 reported', 'date-run-together CF_JDRQ 1 reported', 'identifier-malformed CF_WSH 1 reported']) assert.ok(found.includes(reason), `${reason}: ${found.join('; ')}`)
  const of = (name: string) => result.profile.find(({ field }) => field === name)
  assert.equal(of('CF_NR_FK')?.max, '5610000', 'market: 561 of 万元; forestry: capital words in yuan')
  assert.equal(of('quantity')?.filled, 17)
  for (const dataset of ['admin_penalty', 'admin_penalty_case', 'admin_transfer']) assert.equal((await checkDelivery({ dataset, files: [path.join(samples, 'city', `${dataset}.csv`)], workDir: folder })).rejected, 0)
}))

test('M9.1 the published penalties of ../shared are all kept', { skip: existsSync(shared) ? false : '../shared is not here' }, () => inFolder(async (folder) => {
  const result = await checkDelivery({ dataset: 'admin_penalty', files: [shared], workDir: folder })
  assert.deepEqual([result.rows, result.accepted, result.rejected], [22, 22, 0])
}))

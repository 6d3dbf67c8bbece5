import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DutyRow } from '../../api/wire.gen.ts'
import { grouped, groupOf } from './groups.ts'

const row = (daysLeft: number | null, light: DutyRow['duty']['light'] = 'within'): DutyRow => ({ duty: { daysLeft, light, status: light === 'overdue' ? 'overdue' : 'open' } }) as DutyRow

test('headings: overdue, today, three days, seven days, later', () => {
  assert.deepEqual([[-1, 'overdue'], [0, 'near'], [1, 'near'], [3, 'near'], [4, 'within'], [7, 'within'], [8, 'within']].map(([left, light]) => groupOf(row(left as number, light as 'near'))), ['overdue', 'today', 'three', 'three', 'seven', 'seven', 'later'])
})
test('a duty without a date, suspended or not started, stands under later', () => assert.equal(groupOf(row(null, 'paused')), 'later'))
test('empty headings are left out and the order is that of urgency', () => assert.deepEqual(grouped([row(9), row(-2, 'overdue'), row(2, 'near')]).map((group) => group.id), ['overdue', 'three', 'later']))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Act, Duty } from '../api/wire.gen.ts'
import { bandOf, laneRows } from './lanes.ts'

const act = (n: number, on: string, side: Act['side']): Act => ({ id: `a${n}`, n, on, side }) as Act
const duty = (id: string, due: string | null, openedBy: number, ours = false, status: Duty['status'] = 'open'): Duty => ({ id, due, openedBy, ours, status }) as Duty
const acts = [act(1, '2026-06-18', 'procuratorate'), act(2, '2026-08-24', 'procuratorate'), act(3, '2026-08-24', 'other'), act(4, '2026-10-12', 'other')]
const duties = [duty('reply', '2026-10-26', 3), duty('review', '2026-10-19', 4, true), duty('filed', '2026-08-01', 1, true, 'discharged-in-time')]

test('the future stands above today, the acts below it, newest first; service and acknowledgement of one day share a row', () => {
  const rows = laneRows(acts, duties, '2026-10-13', duties[0])
  assert.deepEqual(rows.map((row) => (row.kind === 'acts' ? `${row.day} ${row.ours?.n ?? '-'}|${row.theirs?.n ?? '-'}` : row.key)),
    ['reply', 'review', 'today', '2026-10-12 -|4', '2026-08-24 2|3', '2026-06-18 1|-'])
})

test('the band covers the period of the selected duty, from its opening act to its last day, and nothing before', () => {
  assert.deepEqual(laneRows(acts, duties, '2026-10-13', duties[0]).map((row) => row.banded), [true, true, true, true, true, false])
  assert.deepEqual(laneRows(acts, duties, '2026-10-13', duties[1]).map((row) => row.banded), [false, true, true, true, false, false])
})

test('without a selection the band shows the other organ\'s running period; a discharged duty is never a band', () => {
  assert.equal(bandOf(duties)?.id, 'reply')
  assert.equal(bandOf(duties, 'review')?.id, 'review')
  assert.equal(bandOf([duties[2] as Duty], 'filed'), undefined)
})

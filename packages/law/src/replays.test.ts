// The dates of the published cases, where the source data is at hand: as if current, extended, and under the older text that was read (M1.1, M5.9).
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { day, type Day } from './day.ts'
import { currentVersion, versionAt, type DueOptions } from './due.ts'
import { dueOf } from './explain.ts'
import { lawbook } from './lawbook.ts'
import type { Unit } from './rule.ts'

const folder = path.join(import.meta.dirname, '../../../../shared/replays')
const skip = existsSync(folder) ? false : 'the published cases (../shared) are not here'
type Expected = { rule: string; openedBy?: number; from?: string; due: string | null; dueIfExtended?: string; variant?: string; inclusive?: boolean; noRoll?: boolean; custody?: boolean; as_then?: { due: string | null } }
type Replay = { acts: { on: string; custody?: boolean }[]; expect?: Expected[] }
const units: Readonly<Record<string, Unit>> = { days: 'days', months: 'months', years: 'years' }

test('every due date of the published cases', { skip }, () => {
  const book = lawbook()
  let [dates, extended, older] = [0, 0, 0]
  for (const file of globSync('*.yaml', { cwd: folder }).toSorted()) {
    const { acts, expect = [] } = parse(readFileSync(path.join(folder, file), 'utf8'), { version: '1.2' }) as Replay
    for (const one of expect) {
      const opening = acts[(one.openedBy ?? 1) - 1]
      const from = day(String(one.from ?? opening?.on))
      const rule = book.rules.get(one.rule)
      assert.ok(rule, one.rule)
      const length = /^(\d+) (days|months|years)$/.exec(one.variant ?? '')
      const options: DueOptions = {
        custody: one.custody === true || opening?.custody === true, ...(one.inclusive === true ? { inclusive: true } : {}), ...(one.noRoll === true ? { noRoll: true } : {}),
        ...(length ? { period: { amount: Number(length[1]), unit: units[length[2] ?? ''] ?? 'days' } } : {}),
      }
      const due = (version = currentVersion(rule), more: DueOptions = {}): Day | null => dueOf(rule, version, from, { ...options, ...more }, book).due
      assert.equal(due(), one.due ?? null, `${file} ${one.rule} from ${from}`)
      dates++
      if (one.dueIfExtended !== undefined) { assert.equal(due(currentVersion(rule), { extensions: [{ on: from }] }), one.dueIfExtended, `${file} ${one.rule} extended`); extended++ }
      if (one.as_then?.due) {
        const then = versionAt(rule, from)
        assert.ok(then, `${file} ${one.rule}: no wording on ${from}`)
        assert.equal(due(then), one.as_then.due, `${file} ${one.rule} as then`)
        older++
      }
    }
  }
  assert.ok(dates > 150 && extended > 10 && older > 40, `${dates} dates, ${extended} extended, ${older} under older texts`)
})

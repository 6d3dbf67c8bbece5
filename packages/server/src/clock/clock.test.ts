import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '@hengjian/law'
import { everyDay } from './daily.ts'
import { momentFrom } from './moment.ts'

test('now is legal time whatever the zone of the machine; a set moment goes on from where it was set', () => {
  const before = process.env['TZ']
  try {
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
      process.env['TZ'] = zone
      assert.equal(momentFrom(undefined, () => Date.UTC(2026, 1, 28, 16, 0, 1))(), '2026-03-01T00:00:01.000+08:00')
      let at = 5_000
      const now = momentFrom('2026-02-28T15:59:00Z', () => at)
      assert.equal(now(), '2026-02-28T23:59:00.000+08:00')
      at += 61_000
      assert.equal(now(), '2026-03-01T00:00:01.000+08:00')
    }
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
})

test('a moment without offset, or that is none, is refused with a sentence', () => {
  assert.throws(() => momentFrom('2026-03-02T09:00'), /offset is missing/)
  for (const wrong of ['', 'yesterday', '2026-02-30T09:00+08:00', '2026-03-02']) assert.throws(() => momentFrom(wrong), /HENGJIAN_NOW is/)
})

test('the day is refreshed at the start, once a day, and again after a failure', async () => {
  let at = '2026-03-01T23:59:00+08:00' as Instant
  const done: string[] = []
  const lines: string[] = []
  let failing = true
  const stop = everyDay(() => at, async (now) => { if (failing) throw new Error('database gone'); done.push(now) }, (line) => lines.push(line), 2)
  await sleep(20)
  assert.deepEqual(done, [])
  assert.match(lines.join(), /tried again.*database gone/)
  failing = false
  await sleep(20)
  assert.deepEqual(done, ['2026-03-01T23:59:00+08:00'])
  at = '2026-03-02T00:00:01+08:00' as Instant
  await sleep(20)
  assert.deepEqual(done.length, 2)
  await stop()
  at = '2026-03-03T00:00:01+08:00' as Instant
  await sleep(10)
  assert.deepEqual(done.length, 2)
})

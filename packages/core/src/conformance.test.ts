// Replays as a conformance suite: our own made-up timelines always, the published guiding cases where they are at hand.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { lawbook } from '@hengjian/law'
import { parse } from 'yaml'
import { replay, type ReplayFile, type ReplayResult } from './index.ts'

const own = path.join(import.meta.dirname, '..', 'replays')
const published = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'replays')
const load = (folder: string): ReadonlyMap<string, ReplayFile> =>
  new Map(readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted().map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(path.join(folder, name), 'utf8')) as ReplayFile]))

const agrees = (name: string, { agreement }: ReplayResult): void => {
  assert.deepEqual(agreement.disputed, [], name)
  assert.equal(agreement.agreed, agreement.expected, name)
}

test('M4.1 M5.9 M8.1 M16.2 M16.3 M17.1: our own timelines (urging, superior, congress, withdrawal, objection, amended demand) agree', () => {
  for (const [name, file] of load(own)) agrees(name, replay(file, lawbook()))
})

/** Files that one reading of the text decides either way; their reason is in the core's README. */
const disputed = ['jianli-110-2', 'jianli-135']

test('M5.9 M8.1 M4.1: the guiding cases agree', (t) => {
  if (!existsSync(published)) { t.skip('../shared/replays is not here'); return }
  const files = load(published)
  let [expected, agreed] = [0, 0]
  for (const [name, file] of files) {
    const result = replay(file, lawbook())
    expected += result.agreement.expected
    agreed += result.agreement.agreed
    if (!disputed.includes(name)) agrees(name, result)
  }
  t.diagnostic(`${agreed} of ${expected} expectations of ${files.size} files agree`)
  assert.ok(agreed >= 242, `${agreed} of ${expected}`)
})

test('M8.1: a day known only to the month is no legal moment: it opens and discharges nothing', () => {
  const file: ReplayFile = {
    case: 'x', procedure: 'administrative-public-interest', organs: { office: { name: '甲市人民检察院', role: 'procuratorate' }, water: { name: '甲市水务局', role: 'administrative-organ' } },
    acts: [{ act: 'serve', instrument: 'pil-suggestion', on: '2026-03', by: 'office', to: 'water' }, { act: 'reply', on: '2026-02-30', by: 'water' }], now: '2026-09-01',
  }
  const { acts, duties, permitted } = replay(file, lawbook())
  assert.deepEqual(acts.map(({ accepted }) => accepted), [false, false])
  assert.match(acts[0]?.refusedBecause ?? '', /只到月/)
  assert.deepEqual(duties, [])
  assert.equal(permitted.find(({ key }) => key === 'sue')?.allowed, false)
})

test('a kind of matter without a procedure file is replayed by the bindings, with a note', () => {
  const file: ReplayFile = {
    case: 'x', procedure: 'something-new', organs: { police: { name: '甲市公安局', role: 'police' }, office: { name: '甲市人民检察院', role: 'procuratorate' } },
    acts: [{ act: 'transfer', what: 'case-for-prosecution', on: '2026-01-31', by: 'police', to: 'office' }],
  }
  const { matter, duties, permitted } = replay(file, lawbook())
  assert.match(matter.note ?? '', /something-new/)
  assert.deepEqual(duties.map(({ rule, due }) => [rule, due]), [['prosecution-review', '2026-02-28']])
  assert.deepEqual(permitted, [])
})

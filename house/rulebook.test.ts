// An editor of the rulebook is told file and line of what is wrong, before anything is generated.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { folder, readRulebook } from '../scripts/gen-law.ts'

function edited(file: string, change: (text: string) => string): readonly { readonly file: string; readonly line: number | null; readonly field: string; readonly reason: string }[] {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'hj-rulebook-'))
  try {
    cpSync(folder, copy, { recursive: true })
    const target = path.join(copy, file)
    const text = readFileSync(target, 'utf8')
    const changed = change(text)
    assert.notEqual(changed, text, 'the test changes something')
    writeFileSync(target, changed)
    return readRulebook(copy).problems
  } finally { rmSync(copy, { recursive: true, force: true }) }
}
const lineOf = (file: string, text: string): number => readFileSync(path.join(folder, file), 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1

test('an unknown role is told with file and line', () => {
  const [problem] = edited('rules/hearing.yaml', (text) => text.replace('to: [ hearing-participants', 'to: [ nobody'))
  assert.equal(problem?.file, 'rules/hearing.yaml')
  assert.equal(problem.line, lineOf('rules/hearing.yaml', 'to: [ hearing-participants'))
  assert.match(problem.reason, /unknown role 'nobody'/)
})

test('broken YAML is told with file and line, once', () => {
  const problems = edited('powers.yaml', (text) => text.replace('  track: general', '  track: [general'))
  assert.equal(problems.length, 1)
  assert.equal(problems[0]?.file, 'powers.yaml')
  assert.ok((problems[0].line ?? 0) > 1)
})

test('a day that no calendar has is told with file and line', () => {
  const [problem] = edited('calendars/2026.yaml', (text) => text.replace('2026-02-14', '2026-02-30'))
  assert.deepEqual([problem?.file, problem?.line], ['calendars/2026.yaml', lineOf('calendars/2026.yaml', '2026-02-14')])
})

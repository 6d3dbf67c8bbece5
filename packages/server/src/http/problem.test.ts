import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { problemOfError } from './errors.ts'
import { InvalidInput, problemOfFaults } from './faults.ts'
import { keepPace } from './pace.ts'
import { languageOf, problemOf, Refused } from './problem.ts'
import * as wire from './wire.ts'

const where = { method: 'POST', path: '/api/x', given: 'text/xml', wanted: 'application/json', limit: 1024 * 1024 }

test('Chinese first; English for whoever prefers it', () => {
  assert.deepEqual(['zh-CN,zh;q=0.9,en;q=0.8', undefined, '', '*', 'fr', 'en-GB,en;q=0.9', 'en;q=0.4,zh;q=0.5', 'en,zh', 'x'.repeat(5000), 'en;q=9'].map(languageOf), ['zh', 'zh', 'zh', 'zh', 'zh', 'en', 'zh', 'zh', 'zh', 'en'])
})

test('every problem is worded in both languages, has a status, and follows the contract', () => {
  const file = parse(readFileSync(path.join(import.meta.dirname, '../../messages/problems.yaml'), 'utf8')) as Record<string, { status?: number }>
  const codes = Object.keys(file).filter((code) => typeof file[code]?.status === 'number')
  assert.ok(codes.length > 20)
  // An unquoted comma would silently end a sentence.
  const stray = (value: unknown): readonly string[] => (typeof value !== 'object' || value === null ? [] : 'zh' in value ? Object.keys(value).filter((key) => key !== 'zh' && key !== 'en') : Object.values(value).flatMap(stray))
  assert.deepEqual(stray(file), [])
  for (const code of codes) for (const language of ['zh', 'en'] as const) {
    const problem = wire.Problem.parse(problemOf(code, language))
    assert.ok(problem.status >= 400 && problem.status < 600)
    assert.equal(/\p{Script=Han}/u.test(problem.title + problem.detail), language === 'zh', `${code} ${language}`)
  }
})

test('a fault of ours tells a reference and nothing else; the log has the rest', () => {
  const lines: string[] = []
  const { problem } = problemOfError(new Error('password=hunter2 at /srv/secret.ts'), 'zh', where, (line) => lines.push(line))
  assert.equal(problem.status, 500)
  assert.doesNotMatch(JSON.stringify(problem), /hunter2|secret|Error/)
  const reference = /[0-9a-f]{12}/.exec(problem.detail)?.[0] ?? assert.fail()
  assert.match(lines.join(), new RegExp(reference))
})

test('a database that is gone is 503 with when to come back', () => {
  const { problem, headers } = problemOfError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'zh', where, () => undefined)
  assert.deepEqual([problem.status, problem.code, headers['retry-after']], [503, 'unavailable', '5'])
})

test('faults of fields name the field and what it should be', () => {
  const result = wire.NewAct.safeParse({ act: 3, on: '2023-02-30', at: '2026-03-01T09:00', files: {}, extra: 1, of: 0 }, { reportInput: true })
  const problem = problemOfFaults(new InvalidInput('body', result.error?.issues ?? []), 'zh')
  assert.equal(problem.status, 422)
  assert.deepEqual(problem.errors?.map(({ field }) => field).toSorted(), ['act', 'at', 'extra', 'files', 'of', 'on'])
  assert.match(problem.errors?.find(({ field }) => field === 'on')?.message ?? '', /日历/)
  const missing = problemOfFaults(new InvalidInput('body', z.strictObject({ a: z.string() }).safeParse({}, { reportInput: true }).error?.issues ?? []), 'en')
  assert.equal(missing.errors?.[0]?.message, 'is missing')
})

test('whoever asks too fast waits, and only that one', () => {
  let at = 0
  const rate = { burst: 3, perSecond: 1 }
  const pace = keepPace({ 'address': rate, 'session': rate, 'sign-in': rate, 'heavy': rate }, () => at)
  for (let i = 0; i < 3; i++) pace.count('a', 'address')
  assert.throws(() => pace.count('a', 'address'), (error) => error instanceof Refused && error.headers['retry-after'] === '1')
  pace.count('b', 'address')
  at = 1000
  pace.count('a', 'address')
})

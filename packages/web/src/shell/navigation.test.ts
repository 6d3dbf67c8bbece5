import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '../api/wire.gen.ts'
import { paths, safeNext } from '../paths.ts'
import { plainBrackets } from './brackets.ts'
import { groupsFor, homeOf } from './navigation.ts'

const as = (office: Session['post']['office']): Session => ({ post: { office } }) as Session

test('each role begins where its work is', () => {
  assert.deepEqual((['prosecutor', 'chief', 'liaison', 'congress', 'analyst', 'audit-admin'] as const).map((office) => homeOf(as(office))), [paths.work, paths.work, paths.liaison, paths.ladder, paths.models, paths.verify])
})
test('an administrator is led to no case content', () => {
  for (const office of ['system-admin', 'security-admin', 'audit-admin'] as const) assert.deepEqual(groupsFor(as(office)).flatMap((group) => group.entries.map((entry) => entry.to)), [paths.verify, paths.rules, paths.states])
})
test('no two entries of a role share a key', () => {
  for (const office of ['prosecutor', 'liaison', 'congress', 'analyst', 'supervisor'] as const) {
    const keys = groupsFor(as(office)).flatMap((group) => group.entries.flatMap((entry) => (entry.key === undefined ? [] : [entry.key])))
    assert.equal(new Set(keys).size, keys.length, office)
  }
})
test('after signing in only addresses of our own are followed', () => {
  assert.equal(safeNext('/matters/m1?duty=x'), '/matters/m1?duty=x')
  for (const next of [undefined, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/sign-in?next=/work']) assert.equal(safeNext(next), paths.home)
})
test('any bracket form of a number is the same search', () => {
  for (const typed of ['呼检行公建（2026）11号', '呼检行公建[2026]11号', '呼检行公建【2026】11号', ' 呼检行公建〔2026〕11号 ', '呼检行公建［2026］11号']) assert.equal(plainBrackets(typed), '呼检行公建〔2026〕11号')
})

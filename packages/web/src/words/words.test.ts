// Both languages carry the same messages, and the English ones are English.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en.ts'
import { legal, number } from './legalTime.ts'
import { zh } from './zh.ts'

type Leaf = { readonly at: string; readonly value: unknown }
const leaves = (value: unknown, at = ''): Leaf[] => (value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${at}.${key}`)) : [{ at, value }])
const [chinese, english] = [leaves(zh), leaves(en)]

test('every message exists in both languages', () => assert.deepEqual(english.map(({ at }) => at).toSorted(), chinese.map(({ at }) => at).toSorted()))

test('a message takes the same parts in both languages', () => {
  const parts = new Map(english.map(({ at, value }) => [at, typeof value === 'function' ? value.length : 0]))
  assert.deepEqual(chinese.filter(({ at, value }) => typeof value === 'function' && (parts.get(at) ?? 0) > value.length).map(({ at }) => at), [])
})

test('named places are the same in both languages', () => {
  const places = (value: unknown): string[] => (typeof value === 'string' ? [...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted() : [])
  const of = new Map(english.map(({ at, value }) => [at, places(value)]))
  for (const { at, value } of chinese) assert.deepEqual(of.get(at), places(value), at)
})

// The marks of the ledger are the law's own characters, and each language names itself in its own script.
const own = /^\.(why\.signs\.|shell\.person\.zh$|signin\.tools\.language$)/
test('no Chinese is left in the English interface', () => {
  assert.deepEqual(english.filter(({ at, value }) => typeof value === 'string' && /\p{Script=Han}/u.test(value) && !own.test(at)).map(({ at, value }) => `${at}: ${String(value)}`), [])
})

test('no exclamation marks, no 您好, no 系统异常', () => {
  assert.deepEqual(chinese.filter(({ value }) => typeof value === 'string' && /[!！]|您好|系统异常/.test(value)).map(({ at }) => at), [])
})

test('instants are shown in legal time, whatever zone they carry', () => {
  assert.deepEqual(legal('2026-10-12T16:30:00Z'), { day: '2026-10-13', time: '00:30' })
  assert.deepEqual(legal('2026-10-13T09:10:00+08:00'), { day: '2026-10-13', time: '09:10' })
  assert.equal(zh.day.short('2026-10-26'), '10-26 周一')
  assert.equal(zh.day.full('2026-10-26'), '2026年10月26日')
})
test('numbers in groups with a thin space', () => assert.equal(number(1027), '1\u2009027'))

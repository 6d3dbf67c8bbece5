import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, nobodysHash, passwordMatches } from './passwords.ts'
import { remembered, secondsToWait } from './throttle.ts'
import { codeOf, keyFor, newSecret, openSecret, sealSecret, stepOf, stepOfCode } from './totp.ts'
import type { Instant } from '@hengjian/law'

test('a password is kept as argon2id, matches itself in any composition, and nothing else', async () => {
  const hash = await hashPassword('Ünïcødé 密码 42')
  assert.match(hash, /^\$argon2id\$v=19\$m=32768,t=3,p=1\$/)
  assert.equal(await passwordMatches('Ünïcødé 密码 42'.normalize('NFD'), hash), true)
  assert.equal(await passwordMatches('unicode', hash), false)
  assert.equal(await passwordMatches('x', nobodysHash), false)
  for (const broken of ['', 'x', '$argon2id$', hash.replace('argon2id', 'argon2i')]) assert.equal(await passwordMatches('x', broken), false)
})

test('codes follow RFC 6238 and are found only within their window', () => {
  // RFC 6238 appendix B, SHA-1, the last six of the eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  assert.deepEqual([59, 1111111109, 1111111111, 1234567890, 2000000000].map((seconds) => codeOf(secret, stepOf(seconds * 1000))), ['287082', '081804', '050471', '005924', '279037'])
  const mine = newSecret()
  assert.equal(stepOfCode(mine, codeOf(mine, 1000), 999, 1001), 1000)
  assert.equal(stepOfCode(mine, codeOf(mine, 1000), 1001, 1003), null)
  assert.equal(stepOfCode(mine, 'abc', 999, 1001), null)
})

test('a second-factor secret opens only with the key and for the account that it was sealed for', () => {
  const key = keyFor('second factor', 'x'.repeat(32))
  const sealed = sealSecret(key, 'a', 'SECRET')
  assert.equal(openSecret(key, 'a', sealed), 'SECRET')
  assert.equal(openSecret(key, 'b', sealed), null)
  assert.equal(openSecret(keyFor('other', 'x'.repeat(32)), 'a', sealed), null)
  for (const broken of ['', 'v1.', 'v1.AAAA', sealed.slice(0, -3)]) assert.equal(openSecret(key, 'a', broken), null)
})

test('strangers slow themselves down, never the owner for longer than a quarter of an hour', () => {
  const now = Date.parse('2026-03-02T09:00:00Z')
  const failures = (count: number, address: string, ago = 0, account = 'owner') => Array.from({ length: count }, (_, i) => ({ account, address, ok: false, at: new Date(now - ago - i * 100).toISOString() as Instant }))
  const wait = (account: ReturnType<typeof failures>, address: string, known = false, at = now): number => secondsToWait({ account, address: [] }, 'owner', address, known, at)
  assert.equal(wait(failures(4, 'x'), 'x'), 0)
  assert.ok(wait(failures(5, 'x'), 'x') >= 1)
  assert.ok(wait(failures(12, 'x'), 'x') > wait(failures(6, 'x'), 'x'))
  assert.equal(wait(failures(50, 'x'), 'owner’s'), 0, 'another address is not held up')
  const flood = Array.from({ length: 100 }, (_, i) => failures(5, `bot${i}`)).flat()
  assert.ok(wait(flood, 'owner’s') > 0, 'guessing from many addresses is slowed down')
  assert.equal(wait(flood, 'owner’s', true), 0, 'but not the device that the owner has used before')
  assert.ok(wait(flood, 'owner’s') <= 300)
  assert.equal(wait(flood, 'owner’s', false, now + remembered), 0)
  const mended = [{ account: 'owner', address: 'x', ok: true, at: new Date(now).toISOString() as Instant }, ...failures(9, 'x', 1000)]
  assert.equal(wait(mended, 'x'), 0, 'a success ends the row')
  assert.ok(secondsToWait({ account: [], address: failures(150, 'x', 0, 'many') }, 'owner', 'x', false, now) > 0, 'one address over all accounts')
})

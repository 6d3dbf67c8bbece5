import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSettings, settingsFrom, SettingsProblem } from './settings.ts'

const from = (env: Record<string, string>) => settingsFrom(env, () => undefined)
const refused = (env: Record<string, string>, why: RegExp): void => assert.throws(() => checkSettings(from(env)), (error) => error instanceof SettingsProblem && why.test(error.message), JSON.stringify(env))
const secret = 's'.repeat(40)

test('a demonstration needs nothing; what cannot be read is told by name', () => {
  checkSettings(from({}))
  checkSettings(from({ PORT: '0', HOST: '0.0.0.0', HENGJIAN_NOW: '2026-03-02T09:00+08:00' }))
  assert.deepEqual([from({}).port, from({}).host, from({}).mode, from({ HENGJIAN_URL: 'https://a.example/' }).publicUrl], [8080, '127.0.0.1', 'demo', 'https://a.example'])
  refused({ PORT: 'x' }, /PORT is 'x'/)
  refused({ PORT: '70000' }, /65535/)
  refused({ HENGJIAN_MODE: 'prod' }, /HENGJIAN_MODE is 'prod'/)
  refused({ HENGJIAN_URL: 'hengjian.example' }, /HENGJIAN_URL/)
  refused({ HENGJIAN_SECRET: 'short' }, /HENGJIAN_SECRET is too short/)
})

test('production refuses what would make it weak', () => {
  checkSettings(from({ HENGJIAN_MODE: 'production', HENGJIAN_SECRET: secret }))
  checkSettings(from({ HENGJIAN_MODE: 'production', HENGJIAN_SECRET: secret, HOST: '0.0.0.0', HENGJIAN_URL: 'https://hengjian.example' }))
  refused({ HENGJIAN_MODE: 'production' }, /HENGJIAN_SECRET is missing/)
  refused({ HENGJIAN_MODE: 'production', HENGJIAN_SECRET: secret, HENGJIAN_NOW: '2026-03-02T09:00+08:00' }, /HENGJIAN_NOW is set/)
  refused({ HENGJIAN_MODE: 'production', HENGJIAN_SECRET: secret, HOST: '0.0.0.0' }, /https/)
  refused({ HENGJIAN_MODE: 'production', HENGJIAN_SECRET: secret, HENGJIAN_URL: 'http://hengjian.example' }, /https/)
})

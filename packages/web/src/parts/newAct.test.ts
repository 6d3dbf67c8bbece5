import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '../api/wire.gen.ts'
import { missing, newAct } from './newAct.ts'

const label = { zh: '某项', en: 'some' }
const permission: Permission = {
  key: 'serve-suggestion', act: 'serve', title: label, allowed: true, instrument: 'social-governance-suggestion',
  form: [
    { name: 'on', kind: 'day', label, required: true }, { name: 'to', kind: 'organs', label, required: true }, { name: 'of', kind: 'choice', label },
    { name: 'channel', kind: 'choice', label, required: true }, { name: 'proof', kind: 'files', label }, { name: 'amount', kind: 'amount', label }, { name: 'note', kind: 'long-text', label },
  ],
}

test('parts of the act stand beside the form, files are files, numbers are numbers, empty fields are left out', () => {
  const file = { sha256: 'a'.repeat(64), name: '送达回证.pdf', size: 12, type: 'application/pdf' }
  assert.deepEqual(newAct(permission, { on: '2026-10-13', to: ['o1'], of: '7', channel: 'announced', proof: [file], amount: '38000', note: '' }), {
    act: 'serve', key: 'serve-suggestion', instrument: 'social-governance-suggestion', on: '2026-10-13', to: ['o1'], of: 7, files: [file], form: { channel: 'announced', amount: 38000 },
  })
})

test('a required field that is empty is named before anything is sent', () => {
  assert.deepEqual(missing(permission.form ?? [], { on: '2026-10-13', to: [], channel: '' }), ['to', 'channel'])
  assert.deepEqual(missing(permission.form ?? [], { on: '2026-10-13', to: ['o1'], channel: 'announced' }), [])
})

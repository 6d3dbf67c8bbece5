// Generated files are committed and must be what the generator writes today.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as wire from '../scripts/gen-wire.ts'

test('the web’s wire types are those of the server’s contract (npm run gen)', () => {
  assert.equal(readFileSync(wire.target, 'utf8'), wire.wireTypes())
})

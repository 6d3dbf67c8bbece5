// Generated files are committed and must be what the generator writes today.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import * as law from '../scripts/gen-law.ts'
import * as tests from '../scripts/gen-law-tests.ts'
import * as wire from '../scripts/gen-wire.ts'

test('the web’s wire types are those of the server’s contract (npm run gen)', () => {
  assert.equal(readFileSync(wire.target, 'utf8'), wire.wireTypes())
})

test('the library knows the tests of today (npm run gen)', () => assert.ok(readFileSync(tests.target, 'utf8') === tests.lawTests(), 'packages/server/src/gen/law-tests.gen.json is stale: npm run gen'))

test('the law that is shipped is the rulebook that jurists reviewed (npm run gen)', () => {
  const files = law.lawFiles()
  for (const [name, text] of files) assert.ok(readFileSync(path.join(law.target, name), 'utf8') === text, `packages/law/src/gen/${name} is stale: npm run gen`)
  assert.deepEqual(readdirSync(law.target).toSorted(), [...files.keys()].toSorted())
})

// `npm test [-- PATTERN…]`: lint, types, then every test; the last line is 'N passed, N failed'. With patterns (globs) only those test files.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { ensureWeb } from './web-build.ts'

const root = path.dirname(import.meta.dirname)
process.chdir(root)
const patterns = process.argv.slice(2)
const files = globSync(patterns.length > 0 ? patterns : ['house/**/*.test.ts', 'packages/*/{src,test}/**/*.test.ts', 'journeys/**/*.test.ts']).toSorted()
if (files.length === 0) {
  process.stderr.write(`No test file matches ${patterns.join(' ')}.\n`)
  process.exit(2)
}

let passed = 0
let failed = 0
const check = (name: string, script: string): void => {
  const status = spawnSync(process.execPath, [path.join(root, 'scripts', script)], { cwd: root, stdio: 'inherit' }).status
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${name}\n`)
  if (status === 0) passed++
  else failed++
}

if (patterns.length === 0) {
  check('lint', 'lint.ts')
  check('types', 'types.ts')
}
if (files.some((file) => file.startsWith('journeys/'))) ensureWeb((line) => process.stdout.write(`${line}\n`))

// Journeys drive a browser and a database each; more than two at once only makes them wait for each other.
const groups = [files.filter((file) => !file.startsWith('journeys/')), files.filter((file) => file.startsWith('journeys/'))]
for (const [index, group] of groups.entries()) {
  if (group.length === 0) continue
  const stream = run({ files: group.map((file) => path.resolve(root, file)), concurrency: index === 0 ? 2 : 1 })
  stream.on('test:pass', (test) => { if (test.details.type !== 'suite' && test.skip === undefined && test.todo === undefined) passed++ })
  stream.on('test:fail', (test) => { if (test.details.type !== 'suite') failed++ })
  const out = stream.compose(spec())
  for await (const chunk of out) process.stdout.write(chunk as string)
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

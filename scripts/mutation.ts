// `npm run mutation [-- law|core [GLOB…]]`: would a test notice if a line of `law` or `core` were wrong? Changes one thing at a time in a copy and runs
// the tests that reach it. Slow (an hour for both packages): not part of `npm test`. Its tools are installed apart, by their own lock file.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const place = path.join(root, '.tmp/mutation')
const tools = path.join(root, 'scripts/mutation')
const [which = 'law core', ...globs] = process.argv.slice(2)
const packages = which.split(/[ ,]/).filter((name) => name === 'law' || name === 'core')
if (packages.length === 0) {
  process.stderr.write('npm run mutation [-- law|core [GLOB…]]: mutates packages/law/src, packages/core/src, or only the files that the globs name (from the root).\n')
  process.exit(2)
}

const run = (command: string, args: readonly string[], cwd: string): void => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}` } })
  if (status !== 0) process.exit(status ?? 1)
}

mkdirSync(place, { recursive: true })
cpSync(tools, place, { recursive: true })
if (!existsSync(path.join(place, 'node_modules/@stryker-mutator'))) run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], place)

// A copy whose @hengjian/law is the copy's own: a test of core must meet the changed law.
const tree = path.join(place, 'tree')
rmSync(tree, { recursive: true, force: true })
for (const name of ['law', 'core']) cpSync(path.join(root, 'packages', name), path.join(tree, 'packages', name), { recursive: true, filter: (file) => !file.includes('node_modules') })
cpSync(path.join(root, 'packages/papers/templates'), path.join(tree, 'packages/papers/templates'), { recursive: true })
mkdirSync(path.join(tree, 'node_modules/@hengjian'), { recursive: true })
for (const name of ['law', 'core']) symlinkSync(path.join(tree, 'packages', name), path.join(tree, 'node_modules/@hengjian', name))
for (const name of readdirSync(path.join(root, 'node_modules'))) if (name !== '@hengjian' && !name.startsWith('.')) symlinkSync(path.join(root, 'node_modules', name), path.join(tree, 'node_modules', name))
const shared = path.join(path.dirname(root), 'shared')
if (existsSync(shared) && !existsSync(path.join(place, 'shared'))) symlinkSync(shared, path.join(place, 'shared'))

const settings = {
  inPlace: true, allowEmpty: false, checkers: [], testRunner: 'tap', coverageAnalysis: 'perTest', plugins: ['@stryker-mutator/tap-runner'],
  tap: { testFiles: ['packages/{law,core}/src/**/*.test.ts'], nodeArgs: ['--disable-warning=ExperimentalWarning', '--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'], forceBail: true },
  mutate: globs.length > 0 ? globs : packages.flatMap((name) => [`packages/${name}/src/**/*.ts`, `!packages/${name}/src/**/*.test.ts`, `!packages/${name}/src/walking.ts`]),
  // A sentence of a refusal or a ledger may be worded otherwise without being wrong; that it is there is tested.
  mutator: { excludedMutations: ['StringLiteral'] }, ignoreStatic: true,
  reporters: ['clear-text', 'json'], jsonReporter: { fileName: path.join(place, 'report.json') }, clearTextReporter: { logTests: false, allowColor: false, reportTests: false, reportMutants: false },
  concurrency: Number(process.env['WORKERS'] ?? availableParallelism()), timeoutMS: 20_000, disableTypeChecks: false, tempDirName: path.join(place, 'temp'), symlinkNodeModules: false,
}
writeFileSync(path.join(tree, 'stryker.config.json'), JSON.stringify(settings))
run(process.execPath, [path.join(place, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'], tree)

type Mutant = { readonly status: string; readonly mutatorName: string; readonly replacement?: string; readonly location: { readonly start: { readonly line: number } } }
const { files } = JSON.parse(readFileSync(path.join(place, 'report.json'), 'utf8')) as { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>> }
for (const [file, { mutants }] of Object.entries(files)) {
  for (const { status, mutatorName, replacement = '', location } of mutants) if (status === 'Survived' || status === 'NoCoverage') process.stdout.write(`${status === 'Survived' ? 'survived' : 'untested'} ${file}:${location.start.line} ${mutatorName} → ${replacement.slice(0, 120).replaceAll('\n', ' ')}\n`)
}
const counted = Object.values(files).flatMap(({ mutants }) => mutants)
const many = (statuses: readonly string[]): number => counted.filter(({ status }) => statuses.includes(status)).length
const [killed, alive] = [many(['Killed', 'Timeout']), many(['Survived', 'NoCoverage'])]
process.stdout.write(`${killed} of ${killed + alive} changes noticed (${((100 * killed) / Math.max(1, killed + alive)).toFixed(1)} %)\n`)

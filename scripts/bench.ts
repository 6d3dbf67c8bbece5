// `npm run bench [-- NAME…]`: every benchmark, one after the other, each in its own process; ratios in one run, no asserts.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const names = process.argv.slice(2)
for (const file of globSync('bench/*.ts', { cwd: root }).toSorted()) {
  if (names.length > 0 && !names.includes(path.basename(file, '.ts'))) continue
  process.stdout.write(`\n## ${file}\n`)
  spawnSync(process.execPath, [path.join(root, file)], { cwd: root, stdio: 'inherit' })
}

// Plain JavaScript that the machine's own Node (20 or newer) can run: installs what the lock file names, then hands
// over to the Node that the lock file pins, which is where all of the product runs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const args = process.argv.slice(2)
const quiet = args[0] === '--quiet'
if (quiet) args.shift()

const stamp = path.join(root, 'node_modules/.install-stamp')
const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  if (!quiet) process.stderr.write('Installing the exact versions of package-lock.json (npm ci) …\n')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) {
    process.stderr.write('npm ci failed; see the lines above. Check that the npm registry can be reached, then run the same command again.\n')
    process.exit(done.status ?? 1)
  }
  writeFileSync(stamp, lock)
}

const node = path.join(root, 'node_modules/.bin/node')
const child = spawn(existsSync(node) ? node : process.execPath, ['--disable-warning=ExperimentalWarning', path.resolve(root, args[0]), ...args.slice(1)], {
  stdio: 'inherit',
  // What Node has once stripped and compiled is kept: a start takes half the time.
  env: { NODE_COMPILE_CACHE: path.join(root, '.tmp/compile-cache'), ...process.env, HENGJIAN_RUNNER: String(process.pid), PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
})
// Ctrl-C reaches the whole foreground group; a signal sent to this process alone is passed on, so that nothing is orphaned.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal) })
// npm runs us in a shell and passes its own signals only to that shell: when the shell is gone, somebody wanted us to stop.
const shell = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => { if (process.ppid !== shell) child.kill('SIGTERM') }, 500).unref()
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

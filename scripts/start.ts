// `npm start`: builds what is missing, brings up the embedded database and the product, prints where and as whom to sign in.
import { serve, settingsFrom, type Serving } from '@hengjian/server'
import { ensureWeb } from './web-build.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (error: unknown): never => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

let starting: Promise<Serving> | undefined
let stopping = false
/** Stops what is up, or what is coming up once it is; nothing is left running. */
const stop = (status: number): void => {
  if (stopping) return
  stopping = true
  say('\nStopping …')
  // A part that does not stop must not keep the terminal.
  setTimeout(() => fail('Something did not stop within 20 seconds; the next start puts it in order.'), 20_000).unref()
  const close = async (): Promise<void> => { await (await starting?.catch(() => undefined))?.close() }
  close().then(() => process.exit(status), fail)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`)
  stop(1)
})
// Whoever started us may be killed without a word; then nobody would ever stop us.
const runner = process.env['HENGJIAN_RUNNER']
if (runner !== undefined) setInterval(() => { if (String(process.ppid) !== runner) stop(1) }, 1000).unref()

try {
  const settings = settingsFrom(process.env, say)
  ensureWeb(say)
  say('Starting the database and loading the law …')
  starting = serve(settings)
  const product = await starting
  if (!stopping) {
    say(`\n衡鉴 Hengjian   ${product.url}\n`)
    if (product.accounts.length > 0) {
      say('演示账号 demonstration accounts (all data and persons are fictional):\n')
      for (const { account, password, code, organ, title, what } of product.accounts)
        say(`  ${account.padEnd(18)} ${password.padEnd(16)} ${code ?? '      '}  ${organ.zh} · ${title.zh}  ${what.zh}`)
      say('\nThe six digits are the second factor; each works once and stays good for half an hour. The sign-in page fills in fresh ones.\n')
    }
    say('Ctrl-C stops everything.')
  }
} catch (error) {
  if (!stopping) fail(error)
}

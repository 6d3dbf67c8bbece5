// `npm start`: builds what is missing, brings up the embedded database and the product, prints where and as whom to sign in.
import path from 'node:path'
import { serve } from '@hengjian/server'
import { ensureWeb } from './web-build.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (error: unknown): never => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const mode = process.env['HENGJIAN_MODE'] ?? 'demo'
if (mode !== 'demo' && mode !== 'production') fail(`HENGJIAN_MODE is '${mode}'. It can be 'demo' or 'production'.`)
const port = Number(process.env['PORT'] ?? 8080)
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`PORT is '${process.env['PORT']}'. It must be a whole number from 0 to 65535.`)

let stop = (): Promise<void> => Promise.resolve()
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {
  if (stopping) return
  stopping = true
  say('\nStopping …')
  stop().then(() => process.exit(0), fail)
})

try {
  ensureWeb(say)
  say('Starting the database and loading the law …')
  const product = await serve({
    port, host: process.env['HOST'] ?? '127.0.0.1', mode: mode as 'demo' | 'production',
    dataDir: path.resolve(process.env['HENGJIAN_DATA'] ?? 'data'),
    ...(process.env['DATABASE_URL'] ? { databaseUrl: process.env['DATABASE_URL'] } : {}),
    ...(process.env['HENGJIAN_NOW'] ? { now: process.env['HENGJIAN_NOW'] } : {}),
    say,
  })
  stop = () => product.close()
  say(`\n衡鉴 Hengjian   ${product.url}\n`)
  if (product.accounts.length > 0) {
    say('演示账号 demonstration accounts (all data and persons are fictional):\n')
    for (const { account, password, code, organ, title, what } of product.accounts)
      say(`  ${account.padEnd(14)} ${password.padEnd(18)} ${code ?? '      '}  ${organ.zh} · ${title.zh}  ${what.zh}`)
    say('\nThe six digits are today’s second factor and change every 30 s: the sign-in page shows the current ones.')
  }
  say('Ctrl-C stops everything.')
} catch (error) {
  await stop().catch(() => undefined)
  fail(error)
}

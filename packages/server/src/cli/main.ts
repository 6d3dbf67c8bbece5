#!/usr/bin/env node
// The command-line door: picks the command, prints a problem document instead of a stack trace, sets the exit status.
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'

/** Each group of commands is loaded only when one of its words is used: `hj law due` must not start DuckDB. */
const groups: Readonly<Record<string, () => Promise<{ readonly commands: readonly Command[] }>>> = {
  law: () => import('./law.ts'),
  data: () => import('./data.ts'),
  model: () => import('./model.ts'),
  record: () => import('./record.ts'),
  paper: () => import('./paper.ts'),
  backup: () => import('./operations.ts'),
  restore: () => import('./operations.ts'),
  rebuild: () => import('./operations.ts'),
  migrate: () => import('./operations.ts'),
  serve: () => import('./operations.ts'),
  account: () => import('./account.ts'),
}

async function help(io: Io): Promise<void> {
  const seen = new Set<Command>()
  for (const load of Object.values(groups)) for (const command of (await load()).commands) seen.add(command)
  io.out('hj: 衡鉴 on the command line\n\n')
  for (const { usage, what } of seen) io.out(`  hj ${usage}\n      ${what}\n`)
  io.out('\nAdd --json for one JSON document on stdout. Exit status: 0 done, 1 refused or failed, 2 wrong usage.\n')
}

/** Runs one command line (without the leading `hj`). */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const word = args[0]
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    await help(io)
    return word === undefined ? 2 : 0
  }
  const load = Object.hasOwn(groups, word) ? groups[word] : undefined
  if (!load) {
    io.err(`hj: there is no command '${word}'. 'hj help' lists them all.\n`)
    return 2
  }
  const { commands } = await load()
  const command = commands.toSorted((a, b) => b.words.length - a.words.length).find((c) => c.words.every((w, i) => args[i] === w))
  if (!command) {
    io.err(`hj: usage:\n${commands.filter((c) => c.words[0] === word).map((c) => `  hj ${c.usage}\n`).join('')}`)
    return 2
  }
  try {
    return await command.run(args.slice(command.words.length), io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`hj: ${error.message}\nusage: hj ${command.usage}\n`)
      return 2
    }
    if (error instanceof CommandProblem) {
      io.err(`${JSON.stringify(error.problem, null, 2)}\n`)
      return 1
    }
    io.err(`${JSON.stringify({ type: 'about:blank', title: 'Unexpected failure', status: 500, code: 'unexpected', detail: error instanceof Error ? error.message : String(error) }, null, 2)}\n`)
    if (io.env['HENGJIAN_DEBUG']) io.err(`${error instanceof Error ? error.stack : ''}\n`)
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text), env: process.env, cwd: process.cwd(),
  })
}

import { parseArgs } from 'node:util'
import { replay, type ReplayResult } from '@hengjian/core'
import { lawbook } from '@hengjian/law'
import { UsageError, type Command, type Io } from './command.ts'
import { momentOf } from './law-problem.ts'
import { readReplay } from './replay-reading.ts'

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { now: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

function shown({ matter, acts, duties, permitted, agreement }: ReplayResult): string {
  return [
    `${matter.case}  ${matter.procedure}  as of ${matter.now}`, ...(matter.note === undefined ? [] : [`  ${matter.note}`]), '',
    ...acts.map(({ n, act, on, accepted, refusedBecause }) => `  ${accepted ? '✓' : '✗'} ${String(n).padStart(2)}  ${on}  ${act}${refusedBecause === undefined ? '' : `  ${refusedBecause}`}`), '',
    ...duties.map(({ rule, label, owedBy, openedBy, due, status, dischargedBy }) => `  ${(due ?? '—').padEnd(10)}  ${status.padEnd(20)} ${rule}${label === undefined ? '' : ` (${label})`}  ${owedBy}, opened by ${openedBy}${dischargedBy === undefined ? '' : `, discharged by ${dischargedBy}`}`), '',
    ...permitted.filter(({ allowed }) => allowed).map(({ key, title }) => `  may: ${key}  ${title.zh}`),
    `  agreed ${agreement.agreed} of ${agreement.expected}`, ...agreement.disputed.map(({ rule, want, got, because }) => `  ≠ ${rule}: want ${want}, got ${got}\n      ${because}`), '',
  ].join('\n')
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals: [file, ...rest] } = options(args)
  if (file === undefined || rest.length > 0) throw new UsageError(file === undefined ? 'which file?' : `one file at a time, not also '${rest.join(' ')}'`)
  const now = values.now === undefined ? undefined : momentOf(values.now, '--now')
  const result = replay(readReplay(file, io.cwd), lawbook(), now)
  io.out(values.json === true ? `${JSON.stringify(result, null, 2)}\n` : shown(result))
  return result.agreement.agreed === result.agreement.expected ? 0 : 1
}

export const replayCommands: readonly Command[] = [
  { words: ['law', 'replay'], usage: 'law replay FILE [--now DAY] [--json]', what: 'Replays one timeline: the duties that follow, and whether the file’s own expectations agree.', run },
]

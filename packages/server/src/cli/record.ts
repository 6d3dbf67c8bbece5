import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readReceipt, verifyReceipt } from '@hengjian/store'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'
import { withRecord } from './place.ts'

const problem = (code: string, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}): CommandProblem => new CommandProblem({ type: 'about:blank', title, status: 422, code, detail, ...more })
const largest = 20 * 1024 * 1024

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: false, options: { receipt: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } } }).values
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

/** One receipt, with nothing but its file: no database, no network. */
function one(file: string, json: boolean, io: Io): number {
  const place = path.resolve(io.cwd, file)
  let value: unknown
  try {
    if (statSync(place).size > largest) throw problem('record.receipt-file', 'Not a receipt', `${place} is larger than 20 MB`)
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(place)))
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    throw problem('record.receipt-file', existsSync(place) ? 'Not a receipt' : 'No such file', existsSync(place) ? `${place} is not a JSON file in UTF-8` : `${place} does not exist`)
  }
  const receipt = readReceipt(value)
  if (receipt === null) throw problem('record.receipt-form', 'Not a receipt', `${place} has not the form of hengjian-receipt/1: it was changed, cut off or is something else`, { ok: false })
  const report = verifyReceipt(receipt)
  if (json) io.out(`${JSON.stringify(report, null, 2)}\n`)
  else {
    for (const { what, good, detail } of report.checks) io.out(`${good ? '✓' : '✗'} ${what.padEnd(10)} ${detail}\n`)
    io.out(`act ${report.n} of matter ${report.matter}\nrecorded ${report.recordedAt}${report.sealedAt === null ? '' : `\nsealed   ${report.sealedAt}\nkey      ${report.key ?? ''}   compare it with the one that the organ publishes`}\n`)
    if (!report.sealed) io.out('This receipt was taken before the act was sealed into the log: it proves the content, not the place. Fetch it again.\n')
  }
  if (!report.ok) throw problem('record.receipt-wrong', 'The receipt does not hold', report.checks.filter(({ good }) => !good).map(({ what, detail }) => `${what}: ${detail}`).join('; '), { checks: report.checks })
  return 0
}

async function verify(args: readonly string[], io: Io): Promise<number> {
  const { receipt, json = false } = options(args)
  if (receipt !== undefined) return one(receipt, json, io)
  return withRecord(io, async (store) => {
    const report = await store.proofs.verifyAll()
    if (json) io.out(`${JSON.stringify(report, null, 2)}\n`)
    else io.out(`${report.acts} acts in ${report.matters} matters, ${report.size} sealed under ${report.heads} heads, ${report.unsealed} waiting; ${report.millis} ms\nroot ${report.root}\n${report.ok ? 'Every hash, chain, entry and signature holds.\n' : ''}`)
    if (!report.ok) throw problem('record.wrong', 'The record does not prove itself', report.wrong.slice(0, 5).map((one) => `${one.what}${one.act === undefined ? '' : ` (act ${one.n ?? ''} of matter ${one.matter ?? ''})`}`).join('; '), { wrong: report.wrong })
    return 0
  })
}

export const commands: readonly Command[] = [
  { words: ['record', 'verify'], usage: 'record verify [--receipt FILE] [--json]', what: 'Checks the whole record, or one receipt offline.', run: verify },
  {
    words: ['record', 'export'], usage: 'record export --out FILE.ndjson [--json]', what: 'Writes the whole log as one file for the independent verifier (packages/store/verify).',
    run: async (args, io) => {
      const { out, json = false } = options(args)
      if (out === undefined) throw new UsageError('--out is missing')
      const file = path.resolve(io.cwd, out)
      if (existsSync(file)) throw problem('record.exists', 'Nothing was written', `${file} exists already`)
      return withRecord(io, async (store) => {
        await store.proofs.seal()
        const entries = await store.proofs.exportTo(file)
        io.out(json ? `${JSON.stringify({ out: file, entries })}\n` : `${file}  ${entries} entries\n`)
        return 0
      })
    },
  },
]

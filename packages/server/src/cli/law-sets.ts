// Rule sets and local practice from the command line, on the record itself: for whoever runs the installation.
import type { Adopted, Move } from '@hengjian/store'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { layered, loadLawbook, practiceFault, shippedParts, type Day, type Instant, type LawProblem, type SettingValue } from '@hengjian/law'
import { checked, checkView } from '../desk/law-sets.ts'
import { textsOfFolder } from '../ruleset/folder.ts'
import { CommandProblem, UsageError, type Command, type Io } from './command.ts'
import { dayOf, problem } from './law-problem.ts'
import { withRecord } from './place.ts'

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { reason: { type: 'string' }, organ: { type: 'string' }, from: { type: 'string' }, by: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}
type Checking = Parameters<typeof checked>[0]
const shipped: Checking['law'] = { check: (set) => { const whole = layered(shippedParts(), set); const loaded = loadLawbook(whole.parts); return loaded.ok ? loaded : { ...loaded, layered: whole } } }
type Given = ReturnType<typeof options>
const one = ({ positionals }: Given, what: string): string => { const [first, ...rest] = positionals; if (first === undefined || rest.length > 0) throw new UsageError(first === undefined ? `${what} is missing` : `what is '${rest.join(' ')}'?`); return first }
const needed = (value: string | undefined, what: string): string => { if (value === undefined || value.trim() === '') throw new UsageError(`${what} is missing`); return value }
const print = (io: Io, json: boolean | undefined, value: unknown, lines: readonly string[]): number => { io.out(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`); return 0 }
const nowOf = (io: Io): Instant => (io.env['HENGJIAN_NOW'] ?? new Date().toISOString()) as Instant
/** Who stands behind a change made at the machine: named by `--by`, else by the login. */
const by = ({ values }: Given, io: Io) => { const name = values.by ?? io.env['USER'] ?? io.env['LOGNAME'] ?? 'hj'; return { person: `cli:${name}`, name, now: nowOf(io) } }

const faultLines = (faults: readonly LawProblem[]): readonly string[] => faults.slice(0, 50).map(({ file, line, field, reason }) => `${file}${line === null ? '' : `:${line}`} ${field}: ${reason}`)
const faulty = (faults: readonly LawProblem[]) => problem('law.set-faults', 'The rule set has faults', faultLines(faults).join('\n'), { faults })
const moveLine = ({ no, duty, change, before, after }: Move): string => `${no}  ${duty}  ${change}  ${before ?? '—'} → ${after ?? '—'}`

function textsOf(given: Given, io: Io) {
  const folder = path.resolve(io.cwd, one(given, 'the folder of the rule set'))
  try { return textsOfFolder(folder) } catch (error) { throw problem('law.set-folder', 'Not a folder of a rule set', error instanceof Error ? error.message : String(error)) }
}
/** The set of a folder, sound in itself and with the whole; otherwise every fault. */
function soundOf(store: Checking, given: Given, io: Io) {
  const files = textsOf(given, io)
  const found = checked(store, files)
  if (found.faults.length > 0 || found.read.set === null) throw faulty(found.faults)
  return { files, found, set: found.read.set }
}
function done(given: Given, io: Io, outcome: Adopted, what: string): number {
  if (!outcome.ok) throw outcome.code === 'faults' ? faulty(outcome.problems) : problem(`law.set-${outcome.code}`, outcome.code === 'already' ? 'The very same set is in force' : 'No such adoption', outcome.code === 'already' ? 'Nothing changed.' : "'hj law sets list' names the adoptions that are in force.")
  const { row: { parts: _parts, ...set }, moves } = outcome as typeof outcome & { readonly row: { readonly parts?: unknown } }
  return print(io, given.values.json, { set, ...moves }, [`${set.id}@${set.version} ${what} (${set.adoption}): ${moves.moves} dates in ${moves.matters} matters; ${moves.millis} ms`])
}

async function list(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  return withRecord(io, async (store) => {
    const { book, sets } = await store.law.fresh()
    return print(io, given.values.json, { rulebook: book.version, sets }, [`rulebook ${book.version}`, ...sets.map((row) => `${row.adoption}  ${row.id}@${row.version}  ${row.title.zh}  ${row.at} ${row.personName}${row.endedAt === null ? '' : `  ended ${row.endedAt}: ${row.endedBecause ?? ''}`}`)])
  })
}
async function check(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  const shown = (store: Checking): number => {
    const view = checkView(soundOf(store, given, io).found)
    return print(io, given.values.json, view, [`${view.head?.id ?? ''}@${view.head?.version ?? ''} ${view.sha256}`, view.holds.map(({ part, count }) => `${part} ${count}`).join(', ')])
  }
  // Without a record the set is held against the shipped rulebook alone.
  return withRecord(io, async (store) => shown(store)).catch((error: unknown) => { if (error instanceof CommandProblem && error.problem.code === 'record.none') return shown({ law: shipped }); throw error })
}
async function preview(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  return withRecord(io, async (store) => {
    const { set, found } = soundOf(store, given, io)
    const moves = await store.law.previewSet(set, nowOf(io)) ?? []
    const open = moves.filter(({ sealed }) => !sealed)
    return print(io, given.values.json, { check: checkView(found), moves: open, sealed: moves.length - open.length }, [...open.map(moveLine), `${moves.length} dates in ${new Set(moves.map(({ matter }) => matter)).size} matters, ${moves.length - open.length} of them in sealed ones`])
  })
}
async function adopt(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  const reason = needed(given.values.reason, '--reason')
  return withRecord(io, async (store) => {
    const { files, set, found: { read } } = soundOf(store, given, io)
    return done(given, io, await store.law.adopt({ set, files, sha256: read.sha256, holds: read.holds, rules: read.rules }, reason, by(given, io)), 'adopted')
  })
}
async function withdraw(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  const [id, reason] = [one(given, 'the adoption'), needed(given.values.reason, '--reason')]
  return withRecord(io, async (store) => {
    const row = (await store.law.fresh()).sets.find((set) => set.endedAt === null && (set.adoption === id || set.id === id))
    return done(given, io, await store.law.withdraw(row?.adoption ?? id, reason, by(given, io)), 'withdrawn')
  })
}

/** `15-days`, `1-months`, `none` (back to the rulebook), true, false, a number or a word. */
function valueOf(text: string): SettingValue | null {
  const period = /^(\d{1,3})-(hours|days|working-days|months|years)$/.exec(text)
  if (period !== null) return { amount: Number(period[1]), unit: period[2] as 'days' }
  return text === 'none' ? null : text === 'true' ? true : text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text
}
async function practiceList(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  return withRecord(io, async (store) => {
    const all = (await store.law.fresh()).practices.filter(({ organ }) => given.values.organ === undefined || organ === given.values.organ)
    return print(io, given.values.json, all, all.map((row) => `${row.from}  ${row.organName}  ${row.setting} = ${JSON.stringify(row.value)}  ${row.by}: ${row.reason}`))
  })
}
async function practiceSet(args: readonly string[], io: Io): Promise<number> {
  const given = options(args)
  const [setting, value, ...rest] = given.positionals
  if (setting === undefined || value === undefined || rest.length > 0) throw new UsageError('SETTING and VALUE (15-days, 1-months, none)')
  const [organ, reason, from] = [needed(given.values.organ, '--organ'), needed(given.values.reason, '--reason'), dayOf(needed(given.values.from, '--from'), '--from') as Day]
  return withRecord(io, async (store) => {
    if (!(await store.directory.organs()).some(({ id, role }) => id === organ && role === 'procuratorate')) throw problem('law.practice-organ', 'No such procuratorate', `The directory knows no procuratorate '${organ}'.`)
    const wanted = { setting, value: valueOf(value), from, reason }
    const fault = practiceFault(wanted, (await store.law.fresh()).book)
    if (fault !== null) throw problem(`law.practice-${fault}`, 'Not a local practice', fault === 'statutory' ? `The law sets the period of '${setting}'; an office cannot.` : `'${setting}' = ${value}: ${fault}; 'hj law practice list' and the settings of the rulebook tell what an office may choose.`)
    const { practice, moves } = await store.law.practise(organ, wanted, by(given, io))
    return print(io, given.values.json, { practice, ...moves }, [`${practice.organName}: ${setting} = ${value} from ${from}; ${moves.moves} dates in ${moves.matters} matters`])
  })
}

export const setCommands: readonly Command[] = [
  { words: ['law', 'sets', 'list'], usage: 'law sets list [--json]', what: 'Lists adopted rule sets, in force and ended.', run: list },
  { words: ['law', 'sets', 'check'], usage: 'law sets check DIR [--json]', what: 'Checks a rule set: every fault with file, line, field and reason.', run: check },
  { words: ['law', 'sets', 'preview'], usage: 'law sets preview DIR [--json]', what: 'Shows every open date that a rule set would move.', run: preview },
  { words: ['law', 'sets', 'adopt'], usage: 'law sets adopt DIR --reason TEXT [--by NAME] [--json]', what: 'Adopts a rule set; the running product has it within seconds.', run: adopt },
  { words: ['law', 'sets', 'withdraw'], usage: 'law sets withdraw ID --reason TEXT [--by NAME] [--json]', what: 'Withdraws an adopted rule set; the dates go back.', run: withdraw },
  { words: ['law', 'practice', 'list'], usage: 'law practice list [--organ ID] [--json]', what: 'Lists local practice, by office.', run: practiceList },
  { words: ['law', 'practice', 'set'], usage: 'law practice set SETTING VALUE --organ ID --from DAY --reason TEXT [--by NAME] [--json]', what: 'Sets what an office chose where sources conflict or are silent (none: back to the rulebook).', run: practiceSet },
]

import { parseArgs } from 'node:util'
import { currentVersion, lawbook, periodEn, periodZh, provisionOf, versionAt, type Lawbook, type Rule, type RuleVersion } from '@hengjian/law'
import { UsageError, type Command, type Io } from './command.ts'
import { dueCommand } from './law-due.ts'
import { dayOf, known, ruleOf } from './law-problem.ts'
import { libraryCommands } from './law-library.ts'
import { replayCommands } from './law-replay.ts'
import { setCommands } from './law-sets.ts'
import { textCommands } from './law-texts.ts'

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { area: { type: 'string' }, on: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}
const print = (io: Io, value: unknown): number => { io.out(`${JSON.stringify(value, null, 2)}\n`); return 0 }

const period = ({ period: one }: RuleVersion): string => (one === null ? '—' : `${periodZh(one)}${one.direction === 'before' ? '前' : ''}`)
/** A rule as programs get it: all its wordings, and the current one’s period and sources on top. */
const entry = (rule: Rule) => {
  const { inForce, period: amount, computing, sources } = currentVersion(rule)
  return { ...rule, period: amount, computing, inForce, sources }
}

async function list(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  if (positionals.length > 0) throw new UsageError(`'${positionals.join(' ')}' is not expected here`)
  const book = lawbook()
  const area = values.area === undefined ? null : known(new Map(book.areas.map((one) => [one.id, one])), values.area, 'area', 'hj law list --json')
  const rules = [...book.rules.values()].filter((rule) => area === null || rule.area === area.id)
  if (values.json === true) return print(io, { lawbook: book.version, areas: book.areas, rules: rules.map(entry) })
  for (const rule of rules) io.out(`${rule.id.padEnd(44)}${period(currentVersion(rule)).padEnd(8)}${rule.title.zh} (${rule.title.en})\n`)
  return 0
}

function head(rule: Rule, book: Lawbook): string {
  const area = book.areas.find(({ id }) => id === rule.area)?.title
  return [
    `${rule.id}  ${rule.title.zh} (${rule.title.en})`, `  ${area?.zh ?? ''} (${area?.en ?? rule.area})`, `  ${rule.trigger.zh} (${rule.trigger.en})`, `  ${rule.obligation.zh} (${rule.obligation.en})`,
    ...(rule.notes === undefined ? [] : [`  ${rule.notes}`]), '',
  ].join('\n')
}

function wording(rule: Rule, version: RuleVersion): string {
  const { period: one, variants, extension, sources, inForce, notes, confidence = rule.confidence } = version
  return [
    `  [${inForce.from ?? '?'} – ${inForce.to ?? ''}]  ${confidence}${notes === undefined ? '' : `  ${notes}`}`,
    one === null ? '  —' : `  ${period(version)} (${periodEn(one)}${one.direction === 'before' ? ' before' : ''}), ${rule.periodKind ?? ''}, ${version.computing ?? ''}`,
    ...variants.map((variant) => `  --variant ${variant.id}: ${periodZh(variant.period)} ${variant.when.zh} (${periodEn(variant.period)}: ${variant.when.en})`),
    ...(extension === null ? [] : [`  + ${extension.amount === null || extension.unit === null ? '?' : periodEn({ amount: extension.amount, unit: extension.unit })}: ${extension.condition.zh} (${extension.condition.en})`]),
    ...sources.flatMap((source) => [`  ${provisionOf(source)}（${source.versionDate}，${source.textOrigin}）`, `    ${source.quote.replaceAll('\n', '\n    ')}`, `    ${source.readAt}`]), '',
  ].join('\n')
}

async function show(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals: [id, ...rest] } = options(args)
  if (id === undefined || rest.length > 0) throw new UsageError(id === undefined ? 'which rule?' : `one rule at a time, not also '${rest.join(' ')}'`)
  const book = lawbook()
  const rule = ruleOf(book, id)
  if (values.json === true) return print(io, { lawbook: book.version, ...entry(rule), instruments: [...book.instruments.values()].filter(({ rules }) => rules.includes(id)).map((one) => one.id) })
  const at = values.on === undefined ? null : versionAt(rule, dayOf(values.on, '--on'))
  io.out(`${head(rule, book)}\n${(values.on === undefined ? rule.versions : at === null ? [] : [at]).map((version) => wording(rule, version)).join('\n')}`)
  if (values.on !== undefined && at === null) io.out(`${id}: no wording was in force on ${values.on}, as far as the rulebook knows\n`)
  return 0
}

async function articles(args: readonly string[], io: Io): Promise<number> {
  const { values } = options(args)
  const book = lawbook()
  const rulesOf = (no: number): readonly string[] => [...book.rules.values()].filter((rule) => rule.articles.includes(no)).map(({ id }) => id)
  if (values.json === true) return print(io, { ...book.decision, articles: book.articles.map((article) => ({ ...article, rules: rulesOf(article.no) })) })
  io.out(`${book.decision.title}（${book.decision.passed}）\n`)
  for (const article of book.articles) io.out(`\n${article.no}  ${article.title.zh} (${article.title.en})\n${article.text}\n${rulesOf(article.no).join(', ')}\n`)
  return 0
}

const lawCommands: readonly Command[] = [
  { words: ['law', 'list'], usage: 'law list [--area A] [--json]', what: 'Lists the rules, with period and provision.', run: list },
  { words: ['law', 'show'], usage: 'law show RULE [--on DAY] [--json]', what: 'Shows one rule with its wordings and their sources.', run: show },
  dueCommand,
  { words: ['law', 'articles'], usage: 'law articles [--json]', what: 'Shows the founding Decision, article by article, with the rules that serve it.', run: articles },
]

export const commands: readonly Command[] = [...lawCommands, ...libraryCommands, ...textCommands, ...setCommands, ...replayCommands]

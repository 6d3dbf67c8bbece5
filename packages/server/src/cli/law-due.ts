import path from 'node:path'
import { parseArgs } from 'node:util'
import { chipOf, currentVersion, dueOf, lawbook, legalDay, provisionalReasons, provisionOf, stepSigns, versionAt, type DueOptions, type Explained, type Period, type Rule, type RuleVersion, type Unit } from '@hengjian/law'
import { UsageError, type Command, type Io } from './command.ts'
import { dayOf, known, momentOf, problem, ruleOf } from './law-problem.ts'

const units: Readonly<Record<string, Unit>> = { h: 'hours', hour: 'hours', hours: 'hours', d: 'days', day: 'days', days: 'days', wd: 'working-days', 'working-day': 'working-days', 'working-days': 'working-days', m: 'months', month: 'months', months: 'months', y: 'years', year: 'years', years: 'years' }

/** `15days`, `1 months`, `10 working-days`. */
function periodOf(text: string, where: string): Period {
  const match = /^(\d{1,4})\s*([a-z-]+)$/.exec(text.trim())
  const unit = Object.hasOwn(units, match?.[2] ?? '') ? units[match?.[2] ?? ''] : undefined
  if (!match || unit === undefined) throw problem('law.period', 'Not a period', `${where}: '${text}' is not a period like 15days, 1month, 10working-days or 24hours.`, { where })
  return { amount: Number(match[1]), unit }
}

/** Acts that move a period, as typed: `extend=DAY`, `extend=DAY:15days`, `suspend=DAY`, `resume=DAY`, in any order. */
function actsOf(texts: readonly string[]): Pick<DueOptions, 'extensions' | 'pauses'> {
  const acts = texts.map((text) => {
    const [name = '', value = '', ...rest] = text.split('=')
    if (!['extend', 'suspend', 'resume'].includes(name) || value === '' || rest.length > 0) throw problem('law.act', 'Not an act that moves a period', `--act: '${text}' must be extend=DAY, extend=DAY:15days, suspend=DAY or resume=DAY.`, { where: '--act' })
    const [day = '', length] = value.split(':')
    if (length !== undefined && name !== 'extend') throw problem('law.act', 'Not an act that moves a period', `--act: '${text}': only extend takes a length.`, { where: '--act' })
    return { name, on: dayOf(day, `--act ${name}`), period: length === undefined ? undefined : periodOf(length, '--act extend') }
  }).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name === 'resume' ? -1 : 0))
  const extensions = acts.filter(({ name }) => name === 'extend').map(({ on, period }) => ({ on, ...(period === undefined ? {} : { period }) }))
  const pauses: NonNullable<DueOptions['pauses']>[number][] = []
  for (const { name, on } of acts) {
    const last = pauses.at(-1)
    const open = last !== undefined && last.to === null
    if (name === 'suspend') {
      if (open) throw problem('law.act', 'Suspended twice', `--act: suspended on ${last.from} and again on ${on} without a resumption between.`, { where: '--act' })
      pauses.push({ from: on, to: null })
    }
    if (name === 'resume') {
      if (!open) throw problem('law.act', 'Nothing to resume', `--act: resume=${on} has no suspension before it.`, { where: '--act' })
      pauses[pauses.length - 1] = { ...last, to: on }
    }
  }
  return { ...(extensions.length > 0 ? { extensions } : {}), ...(pauses.length > 0 ? { pauses } : {}) }
}

function options(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {
      from: { type: 'string' }, act: { type: 'string', multiple: true }, variant: { type: 'string' }, custody: { type: 'boolean' }, inclusive: { type: 'boolean' }, 'no-roll': { type: 'boolean' },
      period: { type: 'string' }, computing: { type: 'string' }, current: { type: 'boolean' }, calendar: { type: 'string' }, json: { type: 'boolean' },
    } })
  } catch (error) { throw new UsageError(error instanceof Error ? error.message : String(error)) }
}

function variantOf(version: RuleVersion, rule: Rule, id: string): string {
  return known(new Map(version.variants.map((one) => [one.id, one.id])), id, 'variant', `hj law show ${rule.id}`)
}

const sourcesOf = ({ sources }: RuleVersion) => sources.map((source) => ({ law: source.law, documentNo: source.documentNo, article: source.article, quote: source.quote, versionDate: source.versionDate, readAt: source.readAt, textOrigin: source.textOrigin }))

function show(rule: Rule, version: RuleVersion, { due, dueAt, steps, provisionalBecause }: Explained): string {
  const head = `${rule.id}  ${rule.title.zh} (${rule.title.en})\n`
  const date = due === null ? 'no date' : `due ${dueAt ?? due}`
  const lines = steps.map(({ sign, what, whatEn, provision }) => `  ${stepSigns[sign]} ${what}\n     ${whatEn}\n     ${provision}\n`).join('')
  return `${head}${date}${provisionalBecause === undefined ? '' : `  (provisional: ${provisionalBecause})`}\n${lines}${version.sources.map((source) => `  ${provisionOf(source)}（${source.versionDate}）${source.quote}\n`).join('')}`
}

/** The same date, marked: no wording was read that was in force on the day of the event. */
function asCurrent(explained: Explained, { sources }: RuleVersion): Explained {
  const [first] = sources
  const { asIfCurrent: said } = provisionalReasons
  const step = { sign: 'provisional' as const, what: said.zh, whatEn: said.en, brief: said.brief.zh, briefEn: said.brief.en, date: null, provision: first === undefined ? '' : `${provisionOf(first)}（${first.versionDate}）`, ...(first === undefined ? {} : { chip: chipOf(first).zh, chipEn: chipOf(first).en }) }
  const { provisionalBecause: because } = explained
  return { ...explained, steps: [...explained.steps, step], provisional: true, provisionalBecause: because === undefined ? said.zh : `${because}；${said.zh}` }
}

/** `hj law due`: the date of one rule with its ledger. The wording in force on the day of the event decides, unless --current asks for today's. */
async function due(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = options(args)
  const [id, ...more] = positionals
  if (id === undefined) throw new UsageError('which rule?')
  if (values.from === undefined) throw new UsageError('--from is missing: the day or instant of the event')
  if (values.act === undefined && more.length > 0) throw new UsageError(`one rule at a time, not also '${more.join(' ')}'`)
  const shipped = lawbook()
  const rule = ruleOf(shipped, id)
  const start = momentOf(values.from, '--from')
  const book = values.calendar === undefined ? shipped : { ...shipped, calendar: (await import('./law-calendar.ts')).calendarWith(shipped.calendar, path.resolve(io.cwd, values.calendar)) }
  const then = versionAt(rule, legalDay(start))
  const version = values.current === true ? currentVersion(rule) : then ?? currentVersion(rule)
  const asIfCurrent = then === null
  const computed = dueOf(rule, version, start, {
    ...(values.variant === undefined ? {} : { variant: variantOf(version, rule, values.variant) }),
    ...(values.custody === true ? { custody: true } : {}), ...(values.inclusive === true ? { inclusive: true } : {}), ...(values['no-roll'] === true ? { noRoll: true } : {}),
    ...(values.period === undefined ? {} : { period: periodOf(values.period, '--period') }),
    ...(values.computing === undefined ? {} : { computing: known(book.computing, values.computing, 'computing', 'hj law show RULE').id }),
    ...actsOf([...(values.act ?? []), ...more]),
  }, book)
  const explained = asIfCurrent ? asCurrent(computed, version) : computed
  if (values.json !== true) {
    io.out(show(rule, version, explained))
    return 0
  }
  const { dueAt, steps, ...rest } = explained
  io.out(`${JSON.stringify({ rule: rule.id, title: rule.title, due: rest.due, ...(dueAt === null ? {} : { dueAt }), steps, provisional: rest.provisional, ...(rest.provisionalBecause === undefined ? {} : { provisionalBecause: rest.provisionalBecause }),
    ...(rest.due === null ? { because: steps.findLast(({ sign }) => sign === 'end' || sign === 'pause')?.what } : {}), version: rest.version, asIfCurrent, calendar: rest.calendar, lawbook: book.version, sources: sourcesOf(version) }, null, 2)}\n`)
  return 0
}

export const dueCommand: Command = {
  words: ['law', 'due'],
  usage: 'law due RULE --from DAY|INSTANT [--act extend=DAY[:15days] suspend=DAY resume=DAY …] [--variant ID] [--period 1month] [--custody] [--inclusive] [--no-roll] [--computing ID] [--current] [--calendar FILE] [--json]',
  what: 'Computes the date of one rule, with every step and its provision.',
  run: due,
}

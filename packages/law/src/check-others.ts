import { buildCalendar, daysOf, type Calendar, type CalendarYear } from './calendar.ts'
import type { ComputingRegime, Instrument, Power, Setting } from './data.ts'
import { day, isDay, numberOf, toNumber, type Day } from './day.ts'
import type { Blame, LawEntry, LawParts } from './parts.ts'
import { checkCitations } from './check-rules.ts'
import type { Procedure } from './procedure.ts'
import type { ActPattern, Rule } from './rule.ts'

/** A day or a run of days (`2026-02-15..2026-02-23`), both ends included; null when it is neither. */
function runOf(text: string): readonly Day[] | null {
  const [from = '', to = from] = text.split('..')
  return isDay(from) && isDay(to) && from <= to ? daysOf(day(from), day(to)) : null
}

/** The years of the calendar, spelled out. A gap between years, a day that is both off and worked, a year without its notice: refused. */
export function calendarOf(parts: LawParts, blame: Blame): Calendar {
  const years = parts.calendars.map(({ holidays, ...year }, i): CalendarYear => {
    const say = (path: readonly (string | number)[], reason: string): void => blame('calendars', [i, ...path], `${year.year}: ${reason}`)
    if (year.notices.length === 0) say(['notices'], 'a year names the notice that it was read from')
    const marked = new Set<string>()
    const within = (d: Day): boolean => Math.abs(toNumber(d) - numberOf(year.year, 7, 1)) < 190
    return { ...year, holidays: holidays.map(({ name, off, worked }, h) => {
      const spelled = (texts: readonly string[], field: 'off' | 'worked'): readonly Day[] => texts.flatMap((text, t) => {
        const run = runOf(String(text))
        if (run === null) say(['holidays', h, field, t], `'${text}' is neither a day nor a run of days`)
        for (const d of run ?? []) {
          if (marked.has(d)) say(['holidays', h, field, t], `${d} stands twice, off or worked`)
          if (!within(d)) say(['holidays', h, field, t], `${d} is not of this year`)
          marked.add(d)
        }
        return run ?? []
      })
      return { name, off: spelled(off, 'off'), worked: spelled(worked, 'worked') }
    }) }
  })
  const inOrder = years.map(({ year }) => year).toSorted((a, b) => a - b)
  for (const [i, year] of inOrder.entries()) {
    const next = inOrder[i + 1]
    if (next !== undefined && next !== year + 1) blame('calendars', [years.findIndex((one) => one.year === next), 'year'], next === year ? `the year ${year} stands twice` : `a gap: nothing between ${year} and ${next}`)
  }
  return buildCalendar(years, parts.book.fixedHolidays, `${inOrder[0] ?? 0}–${inOrder.at(-1) ?? 0}`)
}

type Known = {
  readonly laws: ReadonlyMap<string, LawEntry>
  readonly rules: ReadonlyMap<string, Rule>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly powers: ReadonlyMap<string, Power>
  readonly computing: ReadonlyMap<string, ComputingRegime>
  readonly settings: ReadonlyMap<string, Setting>
  readonly acts: ReadonlySet<string>
  readonly levels: ReadonlySet<string>
}

/** Who reviews before whom, as the levels' own rows say: a level that waits for itself would never decide. */
function checkLevels(parts: LawParts, blame: Blame): void {
  const above = new Map(parts.glossary.filter(({ kind }) => kind === 'level').map((term) => [term.id, term.above]))
  for (const [i, { id, kind }] of parts.glossary.entries()) {
    if (kind !== 'level') continue
    const path: string[] = [id]
    for (let at = above.get(id); at !== undefined; at = above.get(at)) {
      if (!above.has(at)) { blame('glossary', [i, 'above'], `${id}: unknown level '${at}'`); break }
      if (path.includes(at)) { if (at === id) blame('glossary', [i, 'above'], `circular approval: ${[...path, at].join(' → ')}`); break }
      path.push(at)
    }
  }
}

/** Settings that stand in where a source is silent: the calculus names them by these ids. */
const needed = ['default', 'by-proceedings', 'months', 'days-off', 'unpublished', 'hours-start', 'before', 'fixed-terms'].map((name) => `computing.${name}`)

/** Instruments, powers, ways of counting, vocabulary, settings. */
export function checkData(parts: LawParts, known: Known, blame: Blame): void {
  for (const [i, { id, basis, required, copies, approver, rules }] of parts.instruments.entries()) {
    const say = (path: readonly (string | number)[], reason: string): void => blame('instruments', [i, ...path], `${id}: ${reason}`)
    checkCitations(basis, known.laws, (path, reason) => say(['basis', ...path], reason))
    checkCitations(required.sources, known.laws, (path, reason) => say(['required', 'sources', ...path], reason))
    if (required.status === 'listed' && required.elements.length === 0) say(['required', 'elements'], 'the source lists what must stand in it, and nothing is listed')
    if (required.status !== 'not-listed' && required.sources.length === 0) say(['required', 'sources'], 'required elements name their source')
    if (approver && !known.levels.has(approver.level)) say(['approver', 'level'], `unknown level '${approver.level}'`)
    for (const [r, rule] of rules.entries()) if (!known.rules.has(rule)) say(['rules', r], `unknown rule '${rule}'`)
    for (const [c, copy] of copies.entries()) if (copy.rule !== null && !known.rules.has(copy.rule)) say(['copies', c, 'rule'], `unknown rule '${copy.rule}'`)
  }
  for (const [i, { id, sources, level }] of parts.powers.entries()) {
    if (sources.length === 0) blame('powers', [i, 'sources'], `${id}: a power without a source`)
    checkCitations(sources, known.laws, (path, reason) => blame('powers', [i, 'sources', ...path], `${id}: ${reason}`))
    if (!known.levels.has(level)) blame('powers', [i, 'level'], `${id}: unknown level '${level}'`)
  }
  for (const [i, { id, provisions, uses }] of parts.computing.entries()) {
    checkCitations(provisions.map(({ source }) => source), known.laws, (path, reason) => blame('computing', [i, 'provisions', ...path], `${id}: ${reason}`))
    for (const [step, topic] of Object.entries(uses)) if (!provisions.some((one) => one.topic === topic)) blame('computing', [i, 'uses', step], `${id}: no provision on '${topic}'`)
  }
  for (const id of needed) if (!known.settings.has(id)) blame('settings', [], `the setting '${id}' is missing; where the source is silent nothing would say why`)
  checkLevels(parts, blame)
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T])

/** A key that waits for itself: an approval that is unblocked only by what needs that approval. */
function circle(procedure: Procedure, from: string): readonly string[] | null {
  const waits = new Map(procedure.acts.map(({ key, guards }) => [key, guards.flatMap(({ otherwise }) => list(otherwise.unblockedBy))]))
  const walk = (key: string, path: readonly string[]): readonly string[] | null => {
    for (const next of waits.get(key) ?? []) {
      if (next === from) return [...path, next]
      if (path.includes(next)) continue
      const found = walk(next, [...path, next])
      if (found) return found
    }
    return null
  }
  return walk(from, [from])
}

/** Kinds of matters and what binds rules to their acts. */
export function checkProcedures(parts: LawParts, procedures: readonly Procedure[], known: Known, blame: Blame): void {
  const ids = new Set(procedures.map(({ id }) => id))
  const kinds = new Set(parts.bindings.flatMap((file) => Object.keys(file.kinds ?? {})))
  for (const procedure of procedures) {
    const file = parts.procedures.findIndex(({ id }) => id === procedure.id)
    const keys = new Set(procedure.acts.map(({ key }) => key))
    for (const [i, act] of procedure.acts.entries()) {
      const say = (field: string, reason: string): void => blame('procedures', [file, 'acts', i, field], `${procedure.id}.${act.key}: ${reason}`)
      if (!known.acts.has(act.act)) say('act', `unknown act '${act.act}'`)
      for (const id of list(act.instrument)) if (!known.instruments.has(id)) say('instrument', `unknown instrument '${id}'`)
      for (const key of act.of ?? []) if (!keys.has(key)) say('of', `the procedure knows no act '${key}'`)
      for (const kind of act.begins ?? []) if (!ids.has(kind) && !kinds.has(kind)) say('begins', `unknown kind of matter '${kind}'`)
      for (const { otherwise: { rule, unblockedBy } } of act.guards) {
        if (rule !== undefined && !known.rules.has(rule)) say('guards', `unknown rule '${rule}'`)
        if (unblockedBy !== undefined && !keys.has(unblockedBy)) say('guards', `unblocked by '${unblockedBy}', which the procedure does not know`)
      }
      if (act.act === 'approve') { const way = circle(procedure, act.key); if (way) say('guards', `circular approval: ${way.join(' → ')}`) }
    }
  }
  for (const [f, file] of parts.bindings.entries()) {
    const patterns = (all: readonly ActPattern[], say: (reason: string) => void): void => {
      for (const { act, instrument } of all) {
        for (const id of list(act)) if (!known.acts.has(id)) say(`unknown act '${id}'`)
        for (const id of list(instrument)) if (!known.instruments.has(id)) say(`unknown instrument '${id}'`)
      }
    }
    const kindsOf = (all: readonly string[], say: (reason: string) => void): void => { for (const id of all) if (!ids.has(id) && !kinds.has(id)) say(`unknown kind of matter '${id}'`) }
    for (const [i, binding] of (file.bindings ?? []).entries()) {
      const say = (field: string) => (reason: string): void => blame('bindings', [f, 'bindings', i, field], `${binding.rule}: ${reason}`)
      const rule = known.rules.get(binding.rule)
      if (!rule) { say('rule')(`unknown rule '${binding.rule}'`); continue }
      for (const field of ['startsAtEndOf', 'opensOnBreachOf'] as const) { const other = binding[field]; if (other !== undefined && !known.rules.has(other)) say(field)(`unknown rule '${other}'`) }
      if (binding.variant !== undefined && !rule.versions.some(({ variants }) => variants.some(({ id }) => id === binding.variant))) say('variant')(`the rule has no variant '${binding.variant}'`)
      if (binding.periodFromSetting !== undefined && !known.settings.has(binding.periodFromSetting)) say('periodFromSetting')(`unknown setting '${binding.periodFromSetting}'`)
      const recurs = binding.recurs === true ? {} : binding.recurs
      if (recurs !== undefined) {
        const { every, until = [] } = recurs
        if (every !== undefined && 'setting' in every && !known.settings.has(every.setting)) say('recurs')(`unknown setting '${every.setting}'`)
        if (every === undefined && rule.versions[0]?.period == null && binding.variant === undefined && binding.periodFromSetting === undefined) say('recurs')('the rule has no period of its own: `every` says how often')
        if (every !== undefined && 'amount' in every && (!Number.isInteger(every.amount) || every.amount < 1)) say('recurs')('a cadence is a whole number of units, at least one')
        if (binding.perDemand === true || binding.waiting === true) say('recurs')('a duty that recurs is neither answered demand by demand nor waited out')
        patterns(until, say('recurs'))
      }
      kindsOf(binding.procedures ?? [], say('procedures'))
      for (const field of ['opens', 'discharge', 'superseded'] as const) patterns(binding[field] ?? [], say(field))
    }
    for (const [i, bar] of (file.bars ?? []).entries()) {
      const say = (field: string) => (reason: string): void => blame('bindings', [f, 'bars', i, field], `${bar.id}: ${reason}`)
      patterns([bar.on], say('on'))
      kindsOf(bar.procedures ?? [], say('procedures'))
      for (const { otherwise } of bar.guards) if (otherwise.rule !== undefined && !known.rules.has(otherwise.rule)) say('guards')(`unknown rule '${otherwise.rule}'`)
    }
  }
}

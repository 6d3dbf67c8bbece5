import { assembleProcedures } from './assemble.ts'
import { calendarOf, checkData, checkProcedures } from './check-others.ts'
import { checkRules } from './check-rules.ts'
import type { ComputingRegime, Instrument, Lawbook, Power } from './data.ts'
import { sourceFrom, type LawParts, type Locate, type PartName } from './parts.ts'
import type { LawProblem } from './problem.ts'
import type { Rule, RuleVersion } from './rule.ts'

export type Loaded = { readonly ok: true; readonly lawbook: Lawbook } | { readonly ok: false; readonly problems: readonly LawProblem[] }

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]))
const atGenerated: Locate = (part) => ({ file: `${part}.gen.json`, line: null })

/**
 * Joins the parts of a rulebook into a lawbook, or says everything that is wrong with them: overlapping versions, an act that the vocabulary
 * lacks, a rule without a source, an approval that waits for itself, an instrument without the elements that its source lists, a gap in the calendar.
 * Nothing is mended silently. `locate` tells where a part was written; without it the generated file is named.
 */
export function loadLawbook(parts: LawParts, locate: Locate = atGenerated): Loaded {
  const problems: LawProblem[] = []
  const blame = (part: PartName, path: readonly (string | number)[], reason: string): void => {
    problems.push({ ...locate(part, path), field: path.filter((step) => typeof step === 'string').join('.') || part, reason })
  }
  const laws = byId(parts.laws)
  for (const part of ['laws', 'instruments', 'powers', 'computing', 'settings', 'procedures'] as const) {
    const seen = new Set<string>()
    for (const [i, { id }] of parts[part].entries()) { if (seen.has(id)) blame(part, [i, 'id'], `the id '${id}' is used twice`); seen.add(id) }
  }
  const ofKind = (kind: string): ReadonlySet<string> => new Set(parts.glossary.filter((term) => term.kind === kind).map(({ id }) => id))
  const levels = ofKind('level')
  checkRules(parts, laws, { roles: ofKind('role'), levels, regimes: new Set(parts.computing.map(({ id }) => id)) }, blame)

  const source = sourceFrom(laws)
  const rules = byId(parts.rules.flatMap(({ area, rules: all }) => all.map((entry): Rule => ({
    ...entry, area, periodKind: entry.periodKind ?? null, consequence: entry.consequence ?? null, approval: entry.approval ?? null,
    versions: entry.versions.map((version): RuleVersion => ({ ...version, variants: version.variants ?? [], extension: version.extension ?? null, computing: version.computing ?? null, sources: version.sources.map(source) })),
  }))))
  const instruments = byId(parts.instruments.map((one): Instrument => ({ ...one, basis: one.basis.map(source), required: { ...one.required, sources: one.required.sources.map(source) } })))
  const powers = byId(parts.powers.map((one): Power => ({ ...one, delegable: one.delegable ?? null, sources: one.sources.map(source) })))
  const computing = byId(parts.computing.map((one): ComputingRegime => ({ ...one, provisions: one.provisions.map((each) => ({ ...each, source: source(each.source) })) })))
  const settings = byId(parts.settings)
  const known = { laws, rules, instruments, powers, computing, settings, acts: ofKind('act'), levels }
  checkData(parts, known, blame)
  const calendar = calendarOf(parts, blame)
  const assembled = assembleProcedures(parts.procedures, parts.acts, powers, rules)
  problems.push(...assembled.problems)
  checkProcedures(parts, assembled.procedures, known, blame)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, lawbook: {
    version: parts.book.version, sets: parts.book.sets ?? [], areas: parts.rules.map(({ area, title }) => ({ id: area, title })), rules, bindings: parts.bindings.flatMap((file) => file.bindings ?? []), bars: parts.bindings.flatMap((file) => file.bars ?? []),
    kinds: new Map(parts.bindings.flatMap((file) => Object.entries(file.kinds ?? {}))), procedures: byId(assembled.procedures),
    instruments, powers, computing, calendar, glossary: parts.glossary, settings, articles: parts.articles.articles, unverified: parts.unverified,
    decision: { title: parts.articles.title, passed: parts.articles.passed, readAt: parts.articles.readAt },
  } }
}

import { isDay } from './day.ts'
import type { Blame, Citation, LawEntry, LawParts, VersionEntry } from './parts.ts'
import type { Period, PeriodKind, Unit } from './rule.ts'

const units: ReadonlySet<string> = new Set<Unit>(['hours', 'days', 'working-days', 'months', 'years'])
const kinds: ReadonlySet<string> = new Set<PeriodKind>(['deadline', 'at-least-before', 'window-before', 'trigger-after', 'cycle', 'limitation', 'fixed-duration', 'maximum-term', 'minimum-retention', 'attempt-window'])

export type Path = readonly (string | number)[]

function periodFault(period: Period): string | null {
  if (!units.has(period.unit)) return `unknown unit '${period.unit}'`
  if (!Number.isInteger(period.amount) || period.amount < 0) return `a period is a whole number of units, not ${period.amount}`
  return null
}

/** Every citation names a law of laws.yaml and holds the words; only an older wording that was noted with published cases may lack them. */
export function checkCitations(sources: readonly Citation[], laws: ReadonlyMap<string, LawEntry>, say: (path: Path, reason: string) => void): void {
  for (const [i, { law, article, quote }] of sources.entries()) {
    const entry = laws.get(law)
    if (!entry) say([i, 'law'], `unknown law '${law}': laws.yaml has no such id`)
    if (!article) say([i, 'article'], 'a source names its article')
    if (!quote && entry && entry.textOrigin !== 'noted') say([i, 'quote'], 'a source is quoted word for word')
  }
}

function checkVersion(version: VersionEntry, regimes: ReadonlySet<string>, laws: ReadonlyMap<string, LawEntry>, say: (path: Path, reason: string) => void): void {
  const { inForce: { from, to }, applies, period, variants = [], computing = null, sources } = version
  for (const [name, value] of [['from', from], ['to', to]] as const) if (value !== null && !isDay(value)) say(['inForce', name], `'${value}' is not a day`)
  if (from !== null && to !== null && from >= to) say(['inForce'], 'a version ends after it begins (half-open: `to` is the first day no longer in force)')
  if (applies !== undefined && applies !== 'matters-from' && applies !== 'acts-from') say(['applies'], `'${String(applies)}' is no transitional rule: matters-from or acts-from`)
  if (applies === 'matters-from' && from === null) say(['applies'], 'a version that leaves older matters to the one before says from which day')
  if (period) { const fault = periodFault(period); if (fault !== null) say(['period'], fault) }
  if (period && computing === null) say(['computing'], 'a period says how it is counted (`unspecified` when the source does not)')
  if (computing !== null && computing !== 'unspecified' && !regimes.has(computing)) say(['computing'], `unknown way of counting '${computing}': computing.yaml has no such id`)
  const ids = new Set<string>()
  for (const [i, variant] of variants.entries()) {
    const fault = periodFault(variant.period)
    if (fault !== null) say(['variants', i, 'period'], fault)
    if (ids.has(variant.id)) say(['variants', i, 'id'], `two variants are called '${variant.id}'`)
    ids.add(variant.id)
  }
  if (sources.length === 0) say(['sources'], 'a rule without a source is not law')
  checkCitations(sources, laws, (path, reason) => say(['sources', ...path], reason))
}

/** Versions of one rule: newest first, no day in force twice. Gaps are lawful (nothing was in force). */
function checkOrder(versions: readonly VersionEntry[], say: (path: Path, reason: string) => void): void {
  for (let i = 1; i < versions.length; i++) {
    const [newer, older] = [versions[i - 1], versions[i]]
    if (!newer || !older) continue
    const starts = newer.inForce.from
    const ends = older.inForce.to
    if (starts === null || ends === null || ends > starts) say([i, 'inForce'], `overlaps the version before it in the list: it ends ${ends ?? 'never'}, the newer one starts ${starts ?? 'always'} (newest first)`)
  }
}

/** What is wrong with the rules. */
export function checkRules(parts: LawParts, laws: ReadonlyMap<string, LawEntry>, names: { readonly roles: ReadonlySet<string>; readonly levels: ReadonlySet<string>; readonly regimes: ReadonlySet<string> }, blame: Blame): void {
  const seen = new Set<string>()
  for (const [f, file] of parts.rules.entries()) for (const [r, rule] of file.rules.entries()) {
    const say = (path: Path, reason: string): void => blame('rules', [f, 'rules', r, ...path], `${rule.id}: ${reason}`)
    if (seen.has(rule.id)) say(['id'], 'the id is used twice')
    seen.add(rule.id)
    if (rule.versions.length === 0) say(['versions'], 'a rule has at least one version')
    for (const [i, version] of rule.versions.entries()) checkVersion(version, names.regimes, laws, (path, reason) => say(['versions', i, ...path], reason))
    checkOrder(rule.versions, (path, reason) => say(['versions', ...path], reason))
    if (rule.periodKind && !kinds.has(rule.periodKind)) say(['periodKind'], `unknown kind of period '${rule.periodKind}'`)
    if (rule.versions[0]?.period && !rule.periodKind) say(['periodKind'], 'a rule with a period says what kind it is')
    if (rule.approval && !names.levels.has(rule.approval.level)) say(['approval', 'level'], `unknown level '${rule.approval.level}'`)
    for (const end of ['from', 'to'] as const) for (const [i, role] of rule[end].entries()) if (!names.roles.has(role)) say([end, i], `unknown role '${role}'`)
  }
}

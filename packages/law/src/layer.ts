import type { Text } from './rule.ts'
import type { Day } from './day.ts'
import type { BindingFile } from './procedure.ts'
import type { LawParts, PartName, RuleEntry, RuleFile, VersionEntry } from './parts.ts'

/** What a rule set says of itself. `demonstration`: made up to show how sets work; never law. */
export type SetHead = { readonly id: string; readonly title: Text; readonly version: string; readonly basis: string; readonly demonstration: boolean }

/**
 * A rule as a set gives it. Of a rule that exists only what changes is given: its new versions close the old one on their first day.
 * `keep`: the old versions are left as they are (the set closes them itself by giving all); `ends`: the rule is repealed on that day.
 */
export type SetRule = Partial<Omit<RuleEntry, 'id' | 'versions'>> & { readonly id: string; readonly versions?: readonly VersionEntry[]; readonly keep?: boolean; readonly ends?: Day }
export type SetRules = Partial<Pick<RuleFile, 'title'>> & { readonly area: string; readonly rules: readonly SetRule[] }
/** `replaces`: rules whose present bindings end with this set. */
export type SetBindings = BindingFile & { readonly replaces?: readonly string[] }
export type SetParts = Partial<Omit<LawParts, 'book' | 'articles' | 'rules' | 'bindings'>> & { readonly rules?: readonly SetRules[]; readonly bindings?: readonly SetBindings[] }
export type RuleSet = { readonly head: SetHead; readonly parts: SetParts }

/** Where a piece of the layered parts was written in the set; null: it is the shipped rulebook's. */
export type Origin = { readonly part: PartName; readonly path: readonly (string | number)[] }
type Origins = WeakMap<object, Origin>

/** Notes for every object of the set where it stands in it. */
function trace(set: SetParts): Origins {
  const origins: Origins = new WeakMap()
  const walk = (value: unknown, part: PartName, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return
    origins.set(value, { part, path })
    for (const [name, one] of Object.entries(value)) walk(one, part, [...path, Array.isArray(value) ? Number(name) : name])
  }
  for (const [part, value] of Object.entries(set)) walk(value, part as PartName, [])
  return origins
}

type Keyed = Readonly<Record<string, unknown>>
/** The set's rows in place of those with the same key, new ones at the end. */
function put<T extends object>(base: readonly T[], own: readonly T[] | undefined, keys: readonly string[]): readonly T[] {
  if (own === undefined) return base
  const keyOf = (row: T): string => keys.map((key) => String((row as Keyed)[key])).join('\0')
  const given = new Map(own.map((row) => [keyOf(row), row]))
  const known = new Set(base.map(keyOf))
  return [...base.map((row) => given.get(keyOf(row)) ?? row), ...own.filter((row) => !known.has(keyOf(row)))]
}

const closed = (version: VersionEntry, on: Day): VersionEntry =>
  version.inForce.to === null || version.inForce.to > on ? { ...version, inForce: { ...version.inForce, to: on } } : version

/** The rule with what the set says of it: newest version first, the ones before closed on the first day of what follows them. */
function amended(base: RuleEntry, own: SetRule, set: string, origins: Origins): RuleEntry {
  const { versions = [], keep = false, ends, ...rest } = own
  const at = origins.get(own)
  const fresh = versions.map((version): VersionEntry => { const made = { ...version, set }; const from = origins.get(version); if (from !== undefined) origins.set(made, from); return made })
  const first = fresh.map(({ inForce }) => inForce?.from ?? null).filter((from) => from !== null).toSorted()[0] ?? ends
  // A version that would begin on or after the set's own first day never comes into force.
  const before = keep || first === undefined ? base.versions : base.versions.filter(({ inForce: { from } }) => from === null || from < first).map((version) => closed(version, first))
  const last = ends === undefined ? fresh : fresh.map((version) => closed(version, ends))
  const made = { ...base, ...rest, versions: keep && fresh.length > 0 ? last : [...last, ...before] }
  if (at !== undefined) origins.set(made, at)
  return made
}

function layeredRules(base: readonly RuleFile[], own: readonly SetRules[], set: string, origins: Origins): readonly RuleFile[] {
  const given = new Map(own.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)))
  const known = new Set(base.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const areas = new Set(base.map(({ area }) => area))
  const fresh = (file: SetRules): readonly RuleEntry[] => file.rules.filter(({ id }) => !known.has(id)).map((rule): RuleEntry => {
    const { keep: _keep, ends: _ends, ...rest } = rule
    const made = { ...rest, versions: (rule.versions ?? []).map((version) => { const one = { ...version, set }; const from = origins.get(version); if (from !== undefined) origins.set(one, from); return one }) } as unknown as RuleEntry
    const at = origins.get(rule)
    if (at !== undefined) origins.set(made, at)
    return made
  })
  return [
    ...base.map((file): RuleFile => {
      const more = own.filter(({ area }) => area === file.area).flatMap(fresh)
      const touched = file.rules.some(({ id }) => given.has(id))
      if (!touched && more.length === 0) return file
      return { ...file, rules: [...file.rules.map((rule) => { const one = given.get(rule.id); return one === undefined ? rule : amended(rule, one, set, origins) }), ...more] }
    }),
    ...own.filter(({ area }) => !areas.has(area)).map((file): RuleFile => { const made = { ...file, title: file.title ?? { zh: file.area, en: file.area }, rules: fresh(file) }; const at = origins.get(file); if (at !== undefined) origins.set(made, at); return made }),
  ]
}

/** What of the present bindings stays beside the set's own. */
const keptBindings = (base: readonly BindingFile[], own: readonly SetBindings[]): readonly BindingFile[] => {
  const gone = new Set(own.flatMap(({ replaces = [] }) => replaces))
  return gone.size === 0 ? base : base.map((file) => (file.bindings === undefined ? file : { ...file, bindings: file.bindings.filter(({ rule }) => !gone.has(rule)) }))
}

export type Layered = { readonly parts: LawParts; readonly origin: (part: PartName, path: readonly (string | number)[]) => Origin | null }

/** As `layer`, and where each piece that is the set's was written, for the words of its faults. */
export function layered(base: LawParts, { head, parts: own }: RuleSet): Layered {
  const origins = trace(own)
  const parts: LawParts = {
    ...base,
    book: { ...base.book, version: `${base.book.version}+${head.id}@${head.version}`, sets: [...base.book.sets ?? [], head] },
    laws: put(base.laws, own.laws, ['id']), instruments: put(base.instruments, own.instruments, ['id']), powers: put(base.powers, own.powers, ['id']), computing: put(base.computing, own.computing, ['id']),
    settings: put(base.settings, own.settings, ['id']), glossary: put(base.glossary, own.glossary, ['kind', 'id']), unverified: put(base.unverified, own.unverified, ['id']),
    procedures: put(base.procedures, own.procedures, ['id']), acts: put(base.acts, own.acts, ['set']),
    calendars: put(base.calendars, own.calendars, ['year']).toSorted((a, b) => a.year - b.year),
    rules: own.rules === undefined ? base.rules : layeredRules(base.rules, own.rules, head.id, origins),
    bindings: own.bindings === undefined ? base.bindings : [...keptBindings(base.bindings, own.bindings), ...own.bindings],
  }
  return { parts, origin: (part, path) => {
    let node: unknown = parts[part]
    let [found, left]: [Origin | null, readonly (string | number)[]] = [null, path]
    for (const [i, step] of path.entries()) {
      node = (node as Keyed | undefined)?.[step]
      if (typeof node !== 'object' || node === null) break
      const at = origins.get(node)
      if (at !== undefined) { found = at; left = path.slice(i + 1) }
    }
    return found === null ? null : { part: found.part, path: [...found.path, ...left] }
  } }
}

/**
 * The parts of a rulebook with a rule set laid over them: rows with the same id are replaced, new ones added, new versions of a rule close
 * the version before them on their first day. Nothing is checked here: `loadLawbook` checks the whole. Pure; the base is not changed.
 */
export const layer = (base: LawParts, set: RuleSet): LawParts => layered(base, set).parts

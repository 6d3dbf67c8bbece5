import type { CalendarYear, FixedHoliday, Notice } from './calendar.ts'
import type { Area, Article, ComputingRegime, Instrument, Power, Setting, Term, Unverified } from './data.ts'
import type { Day } from './day.ts'
import type { SetHead } from './layer.ts'
import type { ActSet, BindingFile, ProcedureFile } from './procedure.ts'
import type { Rule, RuleVersion, Source, TextOrigin, Variant } from './rule.ts'

/** A law as the rulebook cites it, once for all its quotations. `from` is the first day of the wording that was read, where the source shows it. */
export type LawEntry = {
  readonly id: string
  readonly law: string
  readonly short: string
  readonly documentNo: string | null
  readonly versionDate: string
  readonly from: Day | null
  readonly readAt: string
  readonly textOrigin: TextOrigin
}

/** A quotation as written down: the id of its law, the article, the words. */
export type Citation = { readonly law: string; readonly article: string; readonly quote: string }

type Cited<T, Keys extends keyof T> = Omit<T, Keys> & { readonly [K in Keys]: readonly Citation[] }
export type VersionEntry = Omit<RuleVersion, 'sources' | 'variants' | 'extension' | 'computing'> & {
  readonly variants?: readonly Variant[]
  readonly extension?: RuleVersion['extension']
  readonly computing?: RuleVersion['computing']
  readonly sources: readonly Citation[]
}
export type RuleEntry = Omit<Rule, 'area' | 'versions' | 'periodKind' | 'consequence' | 'approval'> & Partial<Pick<Rule, 'periodKind' | 'consequence' | 'approval'>> & { readonly versions: readonly VersionEntry[] }
export type RuleFile = { readonly area: string; readonly title: Area['title']; readonly rules: readonly RuleEntry[] }
export type InstrumentEntry = Cited<Omit<Instrument, 'required'>, 'basis'> & { readonly required: Cited<Instrument['required'], 'sources'> }
export type PowerEntry = Cited<Omit<Power, 'delegable'>, 'sources'> & { readonly delegable?: string }
export type ComputingEntry = Omit<ComputingRegime, 'provisions'> & { readonly provisions: readonly { readonly topic: string; readonly says: string; readonly source: Citation }[] }
/** A year as written down: `off` holds days and runs of days (`2026-02-15..2026-02-23`). */
export type YearEntry = Omit<CalendarYear, 'holidays'> & { readonly notices: readonly Notice[]; readonly holidays: readonly { readonly name: string; readonly off: readonly string[]; readonly worked: readonly string[] }[] }

/** Everything that the rulebook's files hold, before it is checked and joined. */
export type LawParts = {
  readonly book: { readonly version: string; readonly fixedHolidays: readonly FixedHoliday[]; readonly sets?: readonly SetHead[] }
  readonly laws: readonly LawEntry[]
  readonly rules: readonly RuleFile[]
  readonly instruments: readonly InstrumentEntry[]
  readonly powers: readonly PowerEntry[]
  readonly computing: readonly ComputingEntry[]
  readonly calendars: readonly YearEntry[]
  readonly glossary: readonly Term[]
  readonly settings: readonly Setting[]
  readonly articles: { readonly title: string; readonly passed: Day; readonly readAt: string; readonly articles: readonly Article[] }
  readonly unverified: readonly Unverified[]
  readonly procedures: readonly ProcedureFile[]
  readonly acts: readonly ActSet[]
  readonly bindings: readonly BindingFile[]
}

export type PartName = keyof LawParts
/** Where a piece of a part was written: file and line. A part read from JSON knows no line. */
export type Locate = (part: PartName, path: readonly (string | number)[]) => { readonly file: string; readonly line: number | null }
/** Notes what is wrong with a piece of a part. */
export type Blame = (part: PartName, path: readonly (string | number)[], reason: string) => void

/** The citations of a part, spelled out with their law. */
export const sourceFrom = (laws: ReadonlyMap<string, LawEntry>) => ({ law: id, article, quote }: Citation): Source => {
  const law = laws.get(id)
  return { law: law?.law ?? id, short: law?.short ?? id, documentNo: law?.documentNo ?? null, article, quote, versionDate: law?.versionDate ?? '', readAt: law?.readAt ?? '', textOrigin: law?.textOrigin ?? 'noted' }
}

import type { Day, Instant } from './day.ts'

/** The signs of the ledger: 起 start event, 算 first day counted, 期 period added, 数 working days counted, 跳 days skipped,
 * 顺 rolled forward, 停 suspension or extension, 止 end, 疑 provisional (calendar not published or source silent). */
export type StepSign = 'start' | 'count' | 'period' | 'working' | 'skip' | 'roll' | 'pause' | 'extend' | 'end' | 'provisional'

/** One line of the ledger of a date. `date` is the result of the line; `provision` names law and article, never our own words. */
export type Step = {
  readonly sign: StepSign
  /** One sentence in Chinese; `whatEn` the same in English. */
  readonly what: string
  readonly whatEn: string
  /** The same in a few words, for a narrow place where `date` stands beside it. */
  readonly brief?: string
  readonly briefEn?: string
  readonly date: Day | null
  readonly provision: string
  /** The provision as a chip: short name of the law, article in digits. */
  readonly chip?: string
  readonly chipEn?: string
  /** The verbatim sentence that the line rests on, when it rests on one. */
  readonly quote?: string
}

/** A computed date with every step that led to it. All days and instants are legal time, Asia/Shanghai. */
export type Explained = {
  readonly rule: string
  readonly version: { readonly from: Day | null; readonly to: Day | null }
  readonly due: Day | null
  /** Periods in hours end at an instant; then `due` is its day. */
  readonly dueAt: Instant | null
  readonly steps: readonly Step[]
  /** Beyond the last published calendar year, or the source says nothing on counting: shown, never silent. */
  readonly provisional: boolean
  readonly provisionalBecause?: string
  readonly calendar: string
}

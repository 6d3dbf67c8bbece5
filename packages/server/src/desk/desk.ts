// Every use case of the product, once: who asks, what for, and the wire's own shape as the answer. The doors (http) check the
// form of what comes in and route to here; nothing here knows of HTTP.
import type { Actor } from '@hengjian/core'
import type { Day, Instant } from '@hengjian/law'
import type { Scope } from '@hengjian/store'
import type * as law from './shapes-law.ts'
import type * as shape from './shapes.ts'

/** Who is at the desk. Everything in it comes from the session, nothing from the request's own words. */
export type Who = {
  readonly scope: Scope
  readonly actor: Actor
  /** Id of the post that the person works in now. */
  readonly post: string
  readonly person: { readonly id: string; readonly name: string }
  readonly side: shape.Side
  readonly office: shape.Office
  /** The language of sentences that cross as plain text (problems, calculations, handling hints). */
  readonly language: 'zh' | 'en'
  /** The moment of the request; the demonstration may live at another one. */
  readonly now: Instant
}

/** A refusal is a value with its sentence; exceptions are for broken promises. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: shape.Problem }
export type Answered<T> = Promise<Answer<T>>
type List<T> = { readonly items: readonly T[] }

export type DutyFilter = {
  /** Organ id. */
  readonly owedBy?: string | undefined
  readonly light?: string | undefined
  /** Due on or before this day. */
  readonly before?: Day | undefined
  readonly group?: 'overdue' | 'today' | 'three' | 'seven' | 'later' | undefined
  readonly who?: 'ours' | 'theirs' | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export type MatterFilter = {
  readonly q?: string | undefined
  readonly state?: 'open' | 'closed' | undefined
  readonly subject?: string | undefined
  readonly procedure?: string | undefined
  readonly light?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export type Page = { readonly cursor?: string | undefined; readonly limit?: number | undefined }
/** A changed event: another start, case, custody, an extension (`law` or `15-days`), a suspension from and to a day. */
export type WhatIf = { readonly from?: Day | undefined; readonly variant?: string | undefined; readonly custody?: boolean | undefined; readonly extend?: string | undefined; readonly pauseFrom?: Day | undefined; readonly pauseTo?: Day | undefined }
/** Bytes with the name and type under which a browser keeps them. */
export type Download = { readonly name: string; readonly type: string; readonly size: number | null; readonly bytes: Uint8Array | NodeJS.ReadableStream }
/** The body of an upload as it comes in, with the limit that the door has set. */
export type Upload = { readonly name: string; readonly type?: string | undefined; readonly body: AsyncIterable<Uint8Array> }
/** `version` from If-Match; the key from Idempotency-Key. */
export type Command = { readonly key: string; readonly version?: number | undefined }

export type Desk = {
  // The worklist and what stands beside it.
  readonly duties: (who: Who, filter: DutyFilter) => Answered<shape.DutyPage>
  readonly acts: (who: Who, filter: Page & { readonly side?: shape.Side | undefined }) => Answered<shape.ActPage>
  /** Both ends included; at most 400 days. */
  readonly calendar: (who: Who, range: { readonly from: Day; readonly to: Day }) => Answered<shape.CalendarRange>
  /** Open duties of a post, for the choice of posts. */
  readonly counts: (who: Who) => Answered<{ readonly overdue: number; readonly near: number; readonly toSign: number }>
  readonly versions: (who: Who | null) => Promise<shape.Versions>

  // Matters.
  readonly matters: (who: Who, filter: MatterFilter) => Answered<shape.MatterPage>
  readonly matter: (who: Who, input: { readonly id: string; readonly knownAt?: Instant | undefined; readonly asOf?: Instant | undefined }) => Answered<shape.Matter>
  readonly openMatter: (who: Who, input: { readonly matter: shape.NewMatter; readonly command: Command }) => Answered<shape.Matter>
  readonly putAct: (who: Who, input: { readonly matter: string; readonly act: shape.NewAct; readonly command: Command }) => Answered<shape.ActDone>
  readonly why: (who: Who, input: { readonly matter: string; readonly duty: string } & WhatIf) => Answered<shape.Why>
  readonly readings: (who: Who, input: { readonly matter: string }) => Answered<List<shape.Reading>>

  // Papers.
  readonly preview: (who: Who, draft: shape.PaperDraft) => Answered<shape.PaperPreview>
  /** `n`: the act that drafted the instrument. */
  readonly instrumentPages: (who: Who, input: { readonly matter: string; readonly n: number }) => Answered<{ readonly pages: readonly string[] }>
  readonly instrumentFile: (who: Who, input: { readonly matter: string; readonly n: number; readonly format: 'pdf' | 'docx' | 'ofd' }) => Answered<Download>

  // Files.
  readonly putFile: (who: Who, upload: Upload) => Answered<shape.FileRef>
  readonly getFile: (who: Who, input: { readonly sha256: string; readonly matter: string }) => Answered<Download>

  // Data.
  readonly datasets: (who: Who) => Answered<List<shape.Dataset>>
  readonly deliveries: (who: Who, filter: Page & { readonly dataset?: string | undefined }) => Answered<shape.DeliveryPage>
  readonly delivery: (who: Who, input: { readonly id: string }) => Answered<shape.Delivery>
  /** Answers as soon as the file is in; the check goes on and is told by `watchDelivery`. */
  readonly deliver: (who: Who, input: { readonly dataset: string; readonly upload: Upload }) => Answered<shape.Delivery>
  readonly decideDelivery: (who: Who, input: { readonly id: string; readonly decision: 'accept' | 'refuse' | 'cancel'; readonly reason?: string | undefined }) => Answered<shape.Delivery>
  readonly rejects: (who: Who, input: { readonly id: string }) => Answered<Download>
  /** Calls at once and at every change, until the returned function is called; `done` when nothing more will change by itself. */
  readonly watchDelivery: (who: Who, input: { readonly id: string }, onChange: (delivery: shape.Delivery, done: boolean) => void) => Answered<() => void>

  // Models and clues.
  readonly models: (who: Who) => Answered<List<shape.Model>>
  readonly model: (who: Who, input: { readonly id: string }) => Answered<shape.Model>
  readonly runModel: (who: Who, input: { readonly model: string; readonly run: shape.NewRun }) => Answered<shape.Run>
  readonly run: (who: Who, input: { readonly id: string }) => Answered<shape.Run>
  readonly clues: (who: Who, filter: Page & { readonly state?: string | undefined; readonly status?: string | undefined; readonly model?: string | undefined; readonly run?: string | undefined }) => Answered<shape.CluePage>
  readonly clue: (who: Who, input: { readonly id: string }) => Answered<shape.Clue>
  readonly decideClue: (who: Who, input: { readonly id: string; readonly decision: shape.ClueDecision; readonly command: Command }) => Answered<shape.Clue>

  // The ladder.
  readonly ladder: (who: Who, input: { readonly knownAt?: Instant | undefined }) => Answered<shape.Ladder>
  readonly scorecard: (who: Who, input: { readonly knownAt?: Instant | undefined }) => Answered<shape.Scorecard>

  // The law library.
  readonly lawOverview: (who: Who) => Answered<law.LawOverview>
  readonly lawRules: (who: Who) => Answered<List<law.RuleRow>>
  readonly lawRule: (who: Who, input: { readonly id: string }) => Answered<law.RuleDetail>
  readonly lawSearch: (who: Who, input: { readonly q: string; readonly limit?: number | undefined }) => Answered<law.LawSearch>
  /** Open matters with a duty of a rule, or of a kind. */
  readonly lawMatters: (who: Who, input: { readonly rule?: string | undefined; readonly procedure?: string | undefined }) => Answered<law.LawMatters>
  readonly lawProcedures: (who: Who) => Answered<List<law.ProcedureCard>>
  readonly lawProcedure: (who: Who, input: { readonly id: string }) => Answered<law.ProcedureGraph>
  readonly lawInstruments: (who: Who) => Answered<List<law.InstrumentRow>>
  readonly lawPowers: (who: Who) => Answered<List<law.PowerRow>>
  readonly lawGlossary: (who: Who) => Answered<List<law.TermRow>>
  readonly lawSettings: (who: Who) => Answered<List<law.SettingRow>>
  readonly lawUnverified: (who: Who) => Answered<List<law.UnverifiedRow>>
  readonly lawTexts: (who: Who) => Answered<law.LawTexts>
  readonly lawText: (who: Who, input: { readonly key: string }) => Answered<law.LawTextPage>

  // Rule sets, local practice, dates that moved.
  readonly lawSets: (who: Who) => Answered<law.LawSets>
  readonly lawSet: (who: Who, input: { readonly adoption: string }) => Answered<law.LawSetWhole>
  readonly checkSet: (who: Who, input: { readonly files: Readonly<Record<string, string>> }) => Answered<law.SetCheck>
  readonly previewSet: (who: Who, input: Page & { readonly files: Readonly<Record<string, string>> }) => Answered<law.SetPreview>
  readonly previewWithdrawal: (who: Who, input: Page & { readonly adoption: string }) => Answered<law.SetPreview>
  readonly adoptSet: (who: Who, input: { readonly files: Readonly<Record<string, string>>; readonly reason: string }) => Answered<law.SetDone>
  readonly withdrawSet: (who: Who, input: { readonly adoption: string; readonly reason: string }) => Answered<law.SetDone>
  readonly practices: (who: Who) => Answered<law.Practices>
  readonly practise: (who: Who, input: law.NewPractice) => Answered<law.PracticeDone>
  readonly offices: (who: Who) => Answered<law.OfficeFacts>
  readonly addOffice: (who: Who, input: law.NewOfficeFact) => Answered<law.OfficeFact>
  readonly endOffice: (who: Who, input: { readonly id: string; readonly on: string; readonly reason: string }) => Answered<law.OfficeFact>
  readonly recalculations: (who: Who, input: Page & { readonly matter?: string | undefined }) => Answered<law.MovedPage>

  // The law and the record.
  readonly rules: (who: Who) => Answered<List<shape.RuleSummary>>
  readonly procedures: (who: Who) => Answered<List<shape.ProcedureSummary>>
  readonly organs: (who: Who) => Answered<List<shape.Organ>>
  readonly receipt: (who: Who, input: { readonly act: string }) => Answered<shape.Receipt>
  readonly logHead: () => Answered<shape.LogHead>
  readonly consistency: (input: { readonly first: number; readonly second: number }) => Answered<shape.Consistency>

  /** Stops workers and watchers; running checks and models are left as `interrupted` and can be started again. */
  readonly close: () => Promise<void>
}

import type { Act, Attempt, Actor, DemandView, Duty, FileRef, InstrumentView, Light, Matter, Refusal } from '@hengjian/core'
import type { Day, Instant, Lawbook, LawParts, LawProblem, Layered, Office, Practice, RuleSet, Rung, SetHead, Side, Text } from '@hengjian/law'
import type { Readable } from 'node:stream'

/** Who asks: everything that a policy of the database looks at. `organ` comes from the credential, never from a request. */
export type Scope = {
  readonly organ: string
  readonly side: Side
  readonly office: Office | (string & {})
  readonly person: string
  /** As the log of readings names the person; the id where it is left out. */
  readonly name?: string
  readonly clearance: 'ordinary' | 'sealed'
  readonly purpose?: string
}

/** `now` is the moment the product takes as now; `recordedAt` of the act is this moment. */
export type Meta = { readonly idempotencyKey: string; readonly expectedVersion?: number; readonly now: Instant }

/** An act as it stands in the record: its own id, the SHA-256 of its canonical bytes, its place in the log of all acts (null until sealed). */
export type StoredAct = Act & { readonly id: string; readonly recordedAt: Instant; readonly hash: string; readonly receiptNo: number | null; readonly files: readonly FileRef[] }

/** What a list shows of a matter; derived values come from the projection. */
export type MatterRow = {
  readonly id: string
  /** Number within the owner and year, given under a lock: no gaps, no reuse. */
  readonly no: string
  readonly title: string
  readonly procedure: string
  readonly owner: string
  readonly subject: string | null
  readonly handler: string | null
  readonly sealed: boolean
  readonly labels: readonly string[]
  readonly openedOn: Day
  readonly version: number
  /** Id of the stage of the procedure. */
  readonly stage: string
  readonly closed: boolean
  readonly light: Light
  readonly nextDue: Day | null
  readonly rung: Rung | null
}

/**
 * A matter as this scope may see it. For the owner's side `matter.acts` are all acts; for everybody else only those shown to both sides
 * (with outlines of the inner steps of what was served), so that whatever core derives from it may be shown.
 */
export type LoadedMatter = MatterRow & {
  readonly clue: string | null
  readonly source: string | null
  /** For core; `organs` keyed by organ id. */
  readonly matter: Matter
  /** The acts that may be shown. */
  readonly acts: readonly StoredAct[]
  /** Legal moment of "as it was known"; null for now. */
  readonly knownAt: Instant | null
}

export type NewMatterInput = {
  readonly procedure: string
  readonly title: string
  readonly subject?: string
  /** Other organs that take part from the start in the matter's own list; they see nothing before something is addressed to them. */
  readonly organs?: readonly string[]
  readonly labels?: readonly string[]
  readonly clue?: string
  readonly sealed?: boolean
  readonly source?: string
  readonly custody?: boolean
  readonly first: Attempt
}

export type Recorded = {
  readonly kind: 'recorded'
  readonly matter: LoadedMatter
  readonly act: StoredAct
  readonly version: number
  readonly opened: readonly Duty[]
  readonly discharged: readonly string[]
  /** Same key, same body as before: this is the first answer again. */
  readonly again: boolean
}
export type NotRecorded =
  | { readonly kind: 'absent' }
  | { readonly kind: 'stale'; readonly version: number; readonly changed: readonly StoredAct[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'key-reused' }

/** The wire shape `Receipt`; checked offline by `hj record verify --receipt`, the web and `verify/verify.py`. */
export type Receipt = {
  readonly format: 'hengjian-receipt/1'
  readonly act: string
  readonly matter: string
  readonly n: number
  readonly recordedAt: Instant
  /** Base64 of the canonical bytes. */
  readonly bytes: string
  readonly sha256: string
  readonly sm3: string
  /** SHA-256 of the matter's act before this one; zeros for the first. */
  readonly prior: string
  readonly leaf: {
    readonly index: number; readonly hash: string; readonly size: number; readonly path: readonly string[]; readonly root: string
    /** The signed text, its Ed25519 signature and key, both base64. */
    readonly head: string; readonly signature: string; readonly publicKey: string
  } | null
}
export type LogHead = { readonly size: number; readonly root: string; readonly at: Instant; readonly signature: string; readonly publicKey: string; readonly note: string }
export type Consistency = { readonly first: number; readonly second: number; readonly firstRoot: string; readonly secondRoot: string; readonly path: readonly string[] }

/** One thing wrong with the log, with the entry it was found at. */
export type Wrong = { readonly what: string; readonly matter?: string; readonly act?: string; readonly n?: number; readonly index?: number }
export type VerifyReport = { readonly ok: boolean; readonly acts: number; readonly matters: number; readonly heads: number; readonly size: number; readonly root: string; readonly unsealed: number; readonly wrong: readonly Wrong[]; readonly millis: number }
export type Difference = { readonly table: string; readonly matter: string; readonly key: string; readonly stored: string | null; readonly derived: string | null }
export type RebuildReport = { readonly matters: number; readonly differences: readonly Difference[]; readonly written: boolean; readonly millis: number }

export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type MatterFilter = {
  readonly state?: 'open' | 'closed'
  readonly procedures?: readonly string[]
  readonly owner?: string
  /** Takes part: as subject or as an organ to which something was addressed. */
  readonly organ?: string
  readonly label?: string
  readonly stage?: string
  readonly rung?: Rung
  readonly lights?: readonly Light[]
  /** Words of title or number. */
  readonly q?: string
  readonly ids?: readonly string[]
  readonly clue?: string
  readonly order?: 'recent' | 'due'
  readonly limit?: number
  readonly cursor?: string
}
export type MatterPage = Page<MatterRow> & { readonly total: number }

export type DutyFilter = {
  /** `ours`: owed by the asking organ; `theirs`: by anybody else; otherwise an organ id. */
  readonly owedBy?: 'ours' | 'theirs' | (string & {})
  readonly lights?: readonly Light[]
  /** Due before this day. */
  readonly before?: Day
  readonly from?: Day
  readonly matter?: string
  readonly rule?: string
  /** Also duties that are over (done, waived, superseded). */
  readonly over?: boolean
  /** False: without the counts, which cost more than the list where much is open; then they are all zero. */
  readonly counts?: boolean
  /** Legal today, for the counts. */
  readonly today: Day
  readonly limit?: number
  readonly cursor?: string
}
export type DutyRow = { readonly duty: Duty; readonly matter: MatterRow }
export type DutyCounts = { readonly overdue: number; readonly today: number; readonly threeDays: number; readonly sevenDays: number; readonly later: number; readonly ours: number; readonly theirs: number; readonly total: number }
export type DutyPage = Page<DutyRow> & { readonly counts: DutyCounts }
export type DutyDay = { readonly day: Day; readonly duties: number; readonly worst: Light }

export type ActFilter = { readonly side?: Side; readonly by?: string; readonly acts?: readonly string[]; readonly matter?: string; readonly limit?: number; readonly cursor?: string }
export type ActRow = { readonly act: StoredAct; readonly matter: MatterRow; readonly side: Side }

/** One demand put to one organ, for scorecards. Times are legal days; `inTime` null while not answered. */
export type DemandRow = {
  readonly matter: string; readonly owner: string; readonly procedure: string; readonly organ: string; readonly instrument: number; readonly demand: DemandView
  readonly servedOn: Day | null; readonly answeredOn: Day | null; readonly inTime: boolean | null
}
export type InstrumentRow = { readonly matter: MatterRow; readonly instrument: InstrumentView }
export type ReadingRow = { readonly at: Instant; readonly person: string; readonly personName: string; readonly organ: string; readonly what: string; readonly purpose: string }
export type OrganRow = { readonly id: string; readonly name: Text; readonly short: Text; readonly role: string; readonly level: string; readonly superior: string | null; readonly division: string | null }

/** All of them in one read-only transaction, under row-level security of the scope. */
export type Queries = {
  organs(): Promise<readonly OrganRow[]>
  /** `knownAt`: with the acts recorded until then. Null when absent or not to be seen: the two cannot be told apart. */
  matter(id: string, options?: { readonly knownAt?: Instant }): Promise<LoadedMatter | null>
  matters(filter: MatterFilter): Promise<MatterPage>
  /** Whole matters for boards that fold; newest first, at most `limit` (default 500). `knownAt` as for `matter`. */
  loadMatters(filter: MatterFilter, options?: { readonly knownAt?: Instant }): Promise<readonly LoadedMatter[]>
  /** Matter and act of an act id. */
  act(id: string): Promise<ActRow | null>
  dutyRows(filter: DutyFilter): Promise<DutyPage>
  /** Per day, with the worst light, for a calendar; `to` included. */
  dutyDays(from: Day, to: Day): Promise<readonly DutyDay[]>
  recentActs(filter: ActFilter): Promise<Page<ActRow>>
  demandRows(options?: { readonly knownAt?: Instant; readonly organ?: string }): Promise<readonly DemandRow[]>
  /** Instruments at these places of their life, e.g. 'submitted' for what waits for a signature. */
  instruments(stages: readonly string[], limit?: number): Promise<readonly InstrumentRow[]>
  readings(matter: string): Promise<readonly ReadingRow[]>
  /** Notices of dates that moved, newest first. */
  movedRows(filter: { readonly matter?: string; readonly matters?: readonly string[]; readonly until?: Instant; readonly limit?: number; readonly cursor?: string }): Promise<Page<MovedRow>>
}

/** Why a date moved: an act that corrected a day (`act`), a rule set or practice (`set`), a calendar brought by a set, another rulebook shipped with the product. */
export type MoveCause = { readonly kind: 'correction' | 'calendar' | 'rule-set' | 'withdrawal' | 'practice' | 'law'; readonly act?: number; readonly set?: string; readonly title?: Text; readonly version?: string }
/** A date that moved without anybody doing what it asks. `told`: each organ when it was first shown the notice. */
export type MovedRow = {
  readonly id: string; readonly matter: string; readonly duty: string; readonly rule: string | null; readonly owedBy: string | null; readonly before: Day | null; readonly after: Day | null; readonly beforeAt: Instant | null; readonly afterAt: Instant | null
  readonly cause: MoveCause; readonly lawbook: string; readonly at: Instant; readonly told: readonly { readonly organ: string; readonly person: string; readonly at: Instant }[]
}
/** What a change of the law would do to one duty. */
export type Move = { readonly matter: string; readonly no: string; readonly owner: string; readonly procedure: string; readonly sealed: boolean; readonly duty: string; readonly rule: string; readonly owedBy: string; readonly change: 'moved' | 'opened' | 'ended'; readonly before: Day | null; readonly after: Day | null; readonly kind: MoveCause['kind'] }
export type Moves = { readonly matters: number; readonly moves: number; readonly millis: number }

/** One adoption of a rule set. */
export type LawSetRow = SetHead & {
  readonly adoption: string; readonly sha256: string; readonly holds: Readonly<Record<string, number>>; readonly rules: readonly string[]; readonly reason: string; readonly person: string; readonly personName: string; readonly at: Instant
  readonly endedBecause: string | null; readonly endedBy: string | null; readonly endedAt: Instant | null
}
/** The law as it is applied. `of`: with the practice of the procuratorate that owns a matter; `at`: as it was known at a moment. */
export type LawInForce = {
  readonly book: Lawbook
  readonly sets: readonly LawSetRow[]
  readonly practices: readonly Practice[]
  of(owner: string): Lawbook
  at(moment: Instant, owner?: string): Lawbook
}
export type NewSet = { readonly set: RuleSet; readonly files: Readonly<Record<string, string>>; readonly sha256: string; readonly holds: Readonly<Record<string, number>>; readonly rules: readonly string[] }
type By = { readonly person: string; readonly name: string; readonly now: Instant }
export type Adopted = { readonly ok: true; readonly row: LawSetRow; readonly moves: Moves } | { readonly ok: false; readonly code: 'faults'; readonly problems: readonly LawProblem[] } | { readonly ok: false; readonly code: 'already' | 'absent' }

/** Rule sets and local practice: what is in force, what a change would move, the change itself. Who may is the caller's question. */
export type Laws = {
  /** As last read; every use of the store looks for changes of other processes, at most every two seconds. */
  now(): LawInForce
  fresh(): Promise<LawInForce>
  files(adoption: string): Promise<Readonly<Record<string, string>> | null>
  /** The whole with this set over what is in force (a set of the same id is replaced); parts for looking up where a fault was written. */
  check(set: RuleSet): { readonly ok: true; readonly lawbook: Lawbook } | { readonly ok: false; readonly problems: readonly LawProblem[]; readonly layered: Layered }
  previewSet(set: RuleSet, now: Instant): Promise<readonly Move[] | null>
  previewWithdrawal(adoption: string, now: Instant): Promise<readonly Move[] | null>
  adopt(given: NewSet, reason: string, by: By): Promise<Adopted>
  withdraw(adoption: string, reason: string, by: By): Promise<Adopted>
  practise(organ: string, given: Pick<Practice, 'setting' | 'value' | 'from' | 'reason'>, by: By): Promise<{ readonly practice: Practice; readonly moves: Moves }>
}

/** A fact about who may act for whom in an organ. `body` is opaque to the store. */
export type OfficeFactRow = {
  readonly id: string; readonly organ: string; readonly kind: 'acting' | 'delegation' | 'tie' | 'former-office' | 'local-power'; readonly person: string | null; readonly body: Readonly<Record<string, unknown>>; readonly basis: string; readonly from: Day; readonly to: Day | null
  readonly byPerson: string; readonly byName: string; readonly at: Instant
  readonly endedOn: Day | null; readonly endedBecause: string | null; readonly endedBy: string | null; readonly endedAt: Instant | null
}
export type NewOfficeFact = Pick<OfficeFactRow, 'kind' | 'person' | 'body' | 'basis' | 'from' | 'to'>
export type Offices = {
  list(scope: Scope): Promise<readonly OfficeFactRow[]>
  add(scope: Scope, fact: NewOfficeFact, at: Instant): Promise<OfficeFactRow>
  /** Null when absent, not of this organ, or ended before. */
  end(scope: Scope, id: string, on: Day, reason: string, at: Instant): Promise<OfficeFactRow | null>
  /** For the write path: what stands about a person and what the organ's own power list says; kept for two seconds. */
  of(organ: string): Promise<readonly OfficeFactRow[]>
}

export type PersonRow = { readonly id: string; readonly name: string }
export type AccountRow = {
  readonly id: string; readonly person: string; readonly name: string; readonly passwordHash: string
  /** As the server protects it; null: no second factor. */
  readonly totpSecret: string | null
  readonly disabled: boolean
  /** Shown on the sign-in page in demonstration mode only. */
  readonly demo: Readonly<Record<string, unknown>> | null
}
export type PostRow = { readonly id: string; readonly person: string; readonly organ: string; readonly office: Office | (string & {}); readonly title: Text; readonly department: Text | null; readonly clearance: 'ordinary' | 'sealed' }
/** Opaque session: only a hash of its token is kept. */
export type SessionRow = { readonly tokenHash: string; readonly account: string; readonly person: string; readonly post: string; readonly csrf: string; readonly createdAt: Instant; readonly seenAt: Instant; readonly expiresAt: Instant }
export type SignInAttempt = { readonly account: string; readonly address: string; readonly at: Instant; readonly ok: boolean }

/** Organs, persons, accounts, sessions. No case content; its own database role. */
export type Directory = {
  organs(): Promise<readonly OrganRow[]>
  saveOrgan(organ: OrganRow): Promise<void>
  savePerson(person: PersonRow): Promise<void>
  person(id: string): Promise<PersonRow | null>
  saveAccount(account: AccountRow): Promise<void>
  accountByName(name: string): Promise<AccountRow | null>
  accounts(): Promise<readonly AccountRow[]>
  savePost(post: PostRow): Promise<void>
  post(id: string): Promise<PostRow | null>
  postsOf(person: string): Promise<readonly PostRow[]>
  createSession(session: SessionRow): Promise<void>
  /** Null when unknown, ended, expired at `now` or of a disabled account. */
  session(tokenHash: string, now: Instant): Promise<SessionRow | null>
  touchSession(tokenHash: string, change: { readonly seenAt: Instant; readonly post?: string; readonly expiresAt?: Instant }): Promise<void>
  endSession(tokenHash: string): Promise<void>
  endSessionsOf(account: string): Promise<void>
  noteAttempt(attempt: SignInAttempt): Promise<void>
  /** Newest first, since an instant; of one account and/or one address. */
  attempts(filter: { readonly account?: string; readonly address?: string; readonly since: Instant }): Promise<readonly SignInAttempt[]>
  /** True when this TOTP step was not yet used by the account; notes it as used. */
  useTotpStep(account: string, step: number): Promise<boolean>
  /** The highest step that this account has used; 0 when none. */
  lastTotpStep(account: string): Promise<number>
  /** Small settings of the installation (seed marker, calendar feed secrets); null when absent. */
  setting(key: string): Promise<string | null>
  saveSetting(key: string, value: string): Promise<void>
}

/** A row of the lake: `body` is wire-shaped JSON and opaque here; the other members are what lists select by. */
export type DeliveryRow = { readonly id: string; readonly dataset: string; readonly provider: string | null; readonly state: string; readonly at: Instant; readonly body: unknown }
export type RunRow = { readonly id: string; readonly model: string; readonly state: string; readonly at: Instant; readonly body: unknown }
export type ClueRow = { readonly id: string; readonly model: string; readonly run: string; readonly key: string; readonly status: string; readonly state: string; readonly matter: string | null; readonly at: Instant; readonly body: unknown }
export type ClueDecisionRow = { readonly id: string; readonly clue: string; readonly person: string; readonly decision: string; readonly reason: string | null; readonly matter: string | null; readonly at: Instant }
export type LakeFilter = { readonly dataset?: string; readonly model?: string; readonly run?: string; readonly states?: readonly string[]; readonly statuses?: readonly string[]; readonly q?: string; readonly limit?: number; readonly cursor?: string }

/**
 * Deliveries, runs, clues. Every procuratorate sees deliveries, another organ only its own; runs and clues are the running procuratorate's
 * (and its superior's). `save…` inserts or replaces by id.
 */
export type LakeRecords = {
  saveDelivery(scope: Scope, row: DeliveryRow): Promise<void>
  delivery(scope: Scope, id: string): Promise<DeliveryRow | null>
  deliveries(scope: Scope, filter: LakeFilter): Promise<Page<DeliveryRow>>
  saveRun(scope: Scope, row: RunRow): Promise<void>
  run(scope: Scope, id: string): Promise<RunRow | null>
  runs(scope: Scope, filter: LakeFilter): Promise<Page<RunRow>>
  /** A clue with the same model and key as one already kept keeps that one's id, state and matter; returns the rows as kept. */
  saveClues(scope: Scope, rows: readonly ClueRow[]): Promise<readonly ClueRow[]>
  clue(scope: Scope, id: string): Promise<ClueRow | null>
  clues(scope: Scope, filter: LakeFilter): Promise<Page<ClueRow> & { readonly counts: Readonly<Record<string, number>> }>
  /** Appends the decision and sets the clue's state, matter and body. False when the clue is not to be seen. */
  decideClue(scope: Scope, decision: ClueDecisionRow, after: { readonly state: string; readonly matter: string | null; readonly body: unknown }): Promise<boolean>
  decisions(scope: Scope, clue: string): Promise<readonly ClueDecisionRow[]>
  /** Runs and deliveries left half-way by a crash, for the next start: set to `interrupted` / `failed`; returns how many. */
  interruptRunning(now: Instant): Promise<number>
}

export type Proofs = {
  /** Null when the act is absent or not to be seen. Waits for nothing: `leaf` is null until sealed. */
  receipt(scope: Scope, actId: string): Promise<Receipt | null>
  head(): Promise<LogHead>
  /** RangeError unless 1 ≤ first ≤ second ≤ size. */
  consistency(first: number, second: number): Promise<Consistency>
  /** One tick of the sealer; also runs by timer. */
  seal(): Promise<void>
  verifyAll(): Promise<VerifyReport>
  /** The whole log as one new file for the independent verifier; returns the number of entries. */
  exportTo(file: string): Promise<number>
}

export type Files = {
  put(scope: Scope, name: string, content: Readable | Uint8Array, type?: string): Promise<FileRef>
  /** A file of an act that the scope may see; null otherwise. */
  get(scope: Scope, sha256: string, matter: string): Promise<{ readonly ref: FileRef; readonly stream: Readable } | null>
  /** The scope's own upload, not yet on any act; null otherwise. */
  own(scope: Scope, sha256: string): Promise<FileRef | null>
}

export type Mode = 'demo' | 'production' | 'test'
export type StoreOptions = {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly mode: Mode
  readonly lawbook: Lawbook
  /** The parts of which `lawbook` was made; rule sets are laid over them. Default: the shipped ones. */
  readonly parts?: LawParts
  /** Start even where an adopted rule set no longer fits; it is left out and said. */
  readonly lenient?: boolean
  /** Milliseconds between ticks of the sealer; 0: only when `seal()` is called. Default 250. */
  readonly sealEvery?: number
  readonly say?: (line: string) => void
}

/** Keeps facts, hides them by row-level security, proves them. Throws StoreProblem when the database cannot be brought up. */
export type Store = {
  close(): Promise<void>
  healthy(): Promise<boolean>
  /** One read-only transaction under row-level security. */
  read<T>(scope: Scope, work: (q: Queries) => Promise<T>): Promise<T>
  openMatter(scope: Scope, actor: Actor, input: NewMatterInput, meta: Meta): Promise<Recorded | NotRecorded>
  /** Lock, load, core.decide, append, hash chain, project; one transaction. */
  putOnRecord(scope: Scope, actor: Actor, matterId: string, attempt: Attempt, files: readonly FileRef[], meta: Meta): Promise<Recorded | NotRecorded>
  /** Notes that the scope's person read something of a matter; kept even when nothing else is. */
  noteReading(scope: Scope, matter: string, what: string, at: Instant): Promise<void>
  /** Notes which notices of moved dates the scope's organ was shown; the first time counts. */
  noteTold(scope: Scope, ids: readonly string[], at: Instant): Promise<void>
  readonly law: Laws
  readonly offices: Offices
  readonly proofs: Proofs
  rebuild(options: { readonly check: boolean; readonly now?: Instant }): Promise<RebuildReport>
  readonly directory: Directory
  readonly files: Files
  readonly lake: LakeRecords
  /** Lights and statuses of the projection move with the day. Returns the number of matters whose duties changed. */
  refreshDuties(now: Instant): Promise<number>
}

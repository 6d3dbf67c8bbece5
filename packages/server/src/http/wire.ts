// The wire contract: every shape that crosses HTTP, once. Handlers validate by it, OpenAPI and the web's types are generated
// from it (`npm run gen` → packages/web/src/api/wire.gen.ts). Days are 'YYYY-MM-DD', instants carry an offset, both legal time
// of Asia/Shanghai unless said otherwise.
import { isDay, isInstant } from '@hengjian/law'
import { z } from 'zod'

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((text): boolean => isDay(text), { params: { form: 'day' } })
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/).refine((text): boolean => isInstant(text), { params: { form: 'instant' } })
export const Text = z.object({ zh: z.string(), en: z.string() })

/** RFC 9457, with the provision where a law refuses. `code` is stable; `detail` is for people; `errors` name the fields. */
export const Problem = z.object({
  type: z.string(), title: z.string(), status: z.number(), code: z.string(), detail: z.string(), instance: z.string().optional(),
  provision: z.string().optional(), rule: z.string().optional(), unblockedBy: z.string().optional(), earliest: Day.optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string(), line: z.number().optional(), column: z.string().optional() })).optional(),
  /** For a stale act: what was put on record since. */
  changed: z.array(z.object({ n: z.number(), act: z.string(), title: Text, by: z.string(), recordedAt: Instant })).optional(),
  version: z.number().optional(),
})

export const Organ = z.object({
  id: z.string(), name: Text, short: Text, role: z.string(), level: z.string(), superior: z.string().nullable(), division: z.string().nullable(),
})
export const Side = z.enum(['procuratorate', 'other', 'congress'])
export const Office = z.enum(['assistant', 'prosecutor', 'department-head', 'chief', 'committee', 'case-management', 'liaison', 'congress',
  'supervisor', 'analyst', 'system-admin', 'security-admin', 'audit-admin', 'law-admin'])
export const Post = z.object({ id: z.string(), organ: Organ, office: Office, title: Text, department: Text.nullable(),
  counts: z.object({ overdue: z.number(), near: z.number(), toSign: z.number() }).optional() })

export const Versions = z.object({
  rulebook: z.string(), calendar: z.object({ id: z.string(), lastYear: z.number(), notice: z.string() }),
  checkpoint: z.object({ size: z.number(), root: z.string(), at: Instant, witnesses: z.array(Text), staleMinutes: z.number() }).nullable(),
})
export const Session = z.object({
  csrf: z.string(), person: z.object({ id: z.string(), name: z.string() }), post: Post, posts: z.array(Post),
  side: Side, mode: z.enum(['demo', 'production']), now: Instant, today: Day, versions: Versions, zone: Text,
})
export const SignIn = z.strictObject({ account: z.string().min(1).max(80), password: z.string().min(1).max(200), code: z.string().regex(/^\d{6}$/).optional() })
export const SwitchPost = z.strictObject({ post: z.string() })
export const DemoAccount = z.object({ account: z.string(), password: z.string(), code: z.string().nullable(), person: z.string(), organ: Text, office: Office, title: Text, what: Text })

export const StepSign = z.enum(['start', 'count', 'period', 'working', 'skip', 'roll', 'pause', 'extend', 'end', 'provisional'])
/** `brief` says in a few words what `what` says in a sentence, without the date; `chip` names the provision by its short name. */
export const Step = z.object({
  sign: StepSign, what: z.string(), whatEn: z.string(), brief: z.string().optional(), briefEn: z.string().optional(), date: Day.nullable(), provision: z.string(), chip: z.string().optional(), chipEn: z.string().optional(), quote: z.string().optional(),
})
export const Explained = z.object({
  rule: z.string(), version: z.object({ from: Day.nullable(), to: Day.nullable() }), due: Day.nullable(), dueAt: Instant.nullable(),
  steps: z.array(Step), provisional: z.boolean(), provisionalBecause: z.string().optional(), calendar: z.string(),
})
export const Source = z.object({ law: z.string(), short: z.string().optional(), documentNo: z.string().nullable(), article: z.string(), quote: z.string(), versionDate: z.string(), readAt: z.string(), textOrigin: z.string() })

export const Light = z.enum(['overdue', 'near', 'within', 'paused', 'not-started', 'review', 'done'])
export const DutyStatus = z.enum(['open', 'overdue', 'discharged-in-time', 'discharged-late', 'suspended', 'waived', 'superseded', 'not-started'])
export const Duty = z.object({
  id: z.string(), rule: z.string(), ruleTitle: Text, owedBy: Organ, ours: z.boolean(), openedBy: z.number(), obligation: Text,
  due: Day.nullable(), dueAt: Instant.nullable(), status: DutyStatus, light: Light, daysLeft: z.number().nullable(), dischargedBy: z.number().optional(),
  /** Short chip: law's short name and article, e.g. 《检察建议工作规定》第19条. */
  chip: Text, calc: Text, explained: Explained, sources: z.array(Source),
})

export const Field = z.object({
  name: z.string(), kind: z.enum(['text', 'long-text', 'day', 'choice', 'organ', 'organs', 'demands', 'answers', 'findings', 'files', 'amount', 'number', 'yes-no']),
  label: Text, required: z.boolean().optional(), choices: z.array(z.object({ id: z.string(), label: Text })).optional(), hint: Text.optional(),
})
export const Refusal = z.object({ code: z.string(), short: Text, because: Text, provision: z.string().optional(), rule: z.string().optional(), unblockedBy: z.string().optional(), earliest: Day.optional() })
export const Permission = z.object({
  key: z.string(), act: z.string(), title: Text, allowed: z.boolean(), instrument: z.string().optional(), form: z.array(Field).optional(),
  decidedBy: z.object({ level: z.string(), text: Text, provision: z.string() }).optional(), refusal: Refusal.optional(),
})

export const FileRef = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255), size: z.number().int().min(0), type: z.string().max(200) })
export const DemandIn = z.strictObject({ no: z.number().int().min(1), text: z.string().min(1).max(2000), standard: z.string().max(1000).optional(), by: Day.optional(), verifiedHow: z.string().max(1000).optional() })
export const AnswerIn = z.strictObject({ demand: z.number().int().min(1), state: z.enum(['done', 'partly', 'planned', 'disagreed']), text: z.string().min(1).max(5000), evidence: z.array(FileRef).optional(), plannedBy: Day.optional() })
export const FindingIn = z.strictObject({ demand: z.number().int().min(1), result: z.enum(['done', 'partly', 'not-done', 'unverifiable']), text: z.string().max(5000), evidence: z.array(FileRef).optional() })

export const Act = z.object({
  id: z.string(), n: z.number(), act: z.string(), key: z.string().nullable(), title: Text, on: Day, at: Instant.nullable(), recordedAt: Instant,
  by: Organ, side: Side, person: z.object({ id: z.string(), name: z.string(), office: z.string() }).nullable(), to: z.array(Organ),
  instrument: z.string().nullable(), what: z.string().nullable(), result: z.string().nullable(), of: z.number().nullable(),
  demands: z.array(DemandIn).optional(), answers: z.array(AnswerIn).optional(), findings: z.array(FindingIn).optional(),
  form: z.record(z.string(), z.unknown()), files: z.array(FileRef),
  /** Place in the log of all acts; null until sealed into it (a fraction of a second). */
  receiptNo: z.number().nullable(), hash: z.string(),
})

export const DemandState = z.enum(['unanswered', 'answered', 'objected', 'in-review', 'amended', 'withdrawn', 'verified-done', 'verified-partly', 'verified-not-done'])
export const Demand = DemandIn.extend({
  state: DemandState, answer: AnswerIn.extend({ act: z.number(), on: Day }).nullable(), finding: FindingIn.extend({ act: z.number(), on: Day }).nullable(),
  objection: z.object({ act: z.number(), on: Day, text: z.string(), outcome: z.string().nullable() }).nullable(),
})
export const Stage = z.object({ id: z.string(), title: Text, state: z.enum(['done', 'now', 'next']) })
export const MatterSummary = z.object({
  id: z.string(), no: z.string(), title: z.string(), procedure: z.object({ id: z.string(), title: Text }), area: z.string(), owner: Organ, subject: Organ.nullable(),
  handler: z.string().nullable(), state: z.enum(['open', 'closed']), stage: Text, version: z.number(), openedOn: Day, labels: z.array(z.string()),
  sealed: z.boolean(), light: Light, nextDue: Day.nullable(),
})
export const Instrument = z.object({ n: z.number(), id: z.string(), title: Text, docNo: z.string().nullable(), stage: z.enum(['drafted', 'submitted', 'approved', 'returned', 'issued', 'served', 'acknowledged', 'answered', 'withdrawn']), file: FileRef.nullable(), to: z.array(Organ) })
export const Matter = MatterSummary.extend({
  organs: z.array(Organ), stages: z.array(Stage), rulebookVersion: z.string(), acts: z.array(Act), demands: z.array(Demand), instruments: z.array(Instrument),
  duties: z.array(Duty), permitted: z.array(Permission), powers: z.array(z.object({ title: Text, level: Text, provision: z.string() })),
  clue: z.object({ id: z.string(), model: z.string(), why: z.string() }).nullable(),
  links: z.array(z.object({ id: z.string(), title: z.string(), relation: Text })), asOf: Instant.nullable(), knownAt: Instant.nullable(),
  /** Notices of dates that moved, newest first. */
  recalculations: z.array(z.lazy(() => Moved)),
})
export const NewMatter = z.strictObject({
  procedure: z.string(), title: z.string().min(2).max(200), subject: z.string().optional(), organs: z.array(z.string()).optional(), labels: z.array(z.string().max(40)).max(20).optional(),
  clue: z.string().optional(), on: Day.optional(), sealed: z.boolean().optional(), source: z.string().max(500).optional(),
  /** The first act, where it is not the procedure's usual one or its form is filled in; `on` of the matter is its day. */
  first: z.lazy(() => NewAct).optional(),
})
/** `key` picks the entry of the procedure; without it `act` (and `instrument`) must pick exactly one. */
export const NewAct = z.strictObject({
  act: z.string(), key: z.string().optional(), on: Day.optional(), at: Instant.optional(), to: z.array(z.string()).optional(), instrument: z.string().optional(), what: z.string().max(200).optional(),
  result: z.string().max(200).optional(), of: z.number().int().min(1).optional(), demands: z.array(DemandIn).max(50).optional(), answers: z.array(AnswerIn).max(50).optional(), findings: z.array(FindingIn).max(50).optional(),
  form: z.record(z.string(), z.unknown()).optional(), files: z.array(FileRef).max(100).optional(),
})
export const ActDone = z.object({ act: Act, matter: z.string(), version: z.number(), receipt: z.lazy(() => Receipt), opened: z.array(Duty), discharged: z.array(z.string()) })

export const DutyRow = z.object({ duty: Duty, matter: MatterSummary, next: z.object({ key: z.string(), act: z.string(), title: Text }).nullable(),
  /** The duty that this overdue one creates for us, if any. */
  creates: z.object({ obligation: Text, due: Day.nullable() }).nullable(),
  /** The last notice that moved this date. */
  changed: z.lazy(() => Moved).nullable() })
export const DutyCounts = z.object({ overdue: z.number(), today: z.number(), threeDays: z.number(), sevenDays: z.number(), later: z.number(), ours: z.number(), theirs: z.number(), total: z.number() })
export const DutyPage = z.object({ items: z.array(DutyRow), counts: DutyCounts, next: z.string().nullable(), asOf: Instant })
export const MatterPage = z.object({ items: z.array(MatterSummary), total: z.number(), next: z.string().nullable() })
export const ActRow = z.object({ act: Act, matter: MatterSummary })
export const ActPage = z.object({ items: z.array(ActRow), next: z.string().nullable() })

export const CalendarDay = z.object({ day: Day, weekday: z.number().min(1).max(7), kind: z.enum(['working', 'weekend', 'holiday', 'make-up', 'unpublished']), name: z.string().nullable(), duties: z.number(), worst: Light.nullable() })
export const CalendarRange = z.object({ days: z.array(CalendarDay), notice: z.string(), version: z.string() })
/** The explanation of a duty and, when `from`, `variant` or `extend` are given, the same with the changed event; nothing is written. */
export const Why = z.object({ duty: Duty, matter: MatterSummary, chained: z.array(Duty), days: z.array(CalendarDay), start: z.object({ n: z.number(), title: Text, on: Day, receiptNo: z.number().nullable() }),
  whatIf: z.array(z.object({ label: Text, due: Day.nullable(), explained: Explained, /** Asked for, not offered. */ asked: z.boolean() })), sentence: Text,
  /** The sentences on which lines of the ledgers rest, and provisions that only the counting rests on. */
  marks: z.array(z.string()), counting: z.array(z.object({ provision: z.string(), quote: z.string() })), variants: z.array(z.object({ id: z.string(), when: Text })), extends: z.boolean(), custody: z.boolean() })

export const Receipt = z.object({
  format: z.literal('hengjian-receipt/1'), act: z.string(), matter: z.string(), n: z.number(), recordedAt: Instant,
  /** Base64 of the canonical bytes whose hashes are in the chain. */
  bytes: z.string(), sha256: z.string(), sm3: z.string(), prior: z.string(),
  /** Absent until the sealer has taken the act into the tree. */
  leaf: z.object({ index: z.number(), hash: z.string(), size: z.number(), path: z.array(z.string()), root: z.string(), head: z.string(), signature: z.string(), publicKey: z.string() }).nullable(),
})
export const LogHead = z.object({ size: z.number(), root: z.string(), at: Instant, signature: z.string(), publicKey: z.string(), note: z.string() })
export const Consistency = z.object({ first: z.number(), second: z.number(), firstRoot: z.string(), secondRoot: z.string(), path: z.array(z.string()) })

export const PaperDraft = z.strictObject({ instrument: z.string(), matter: z.string().optional(), fields: z.record(z.string(), z.unknown()), serveOn: Day.optional(), proof: z.boolean().optional() })
export const Check = z.object({ id: z.string(), level: z.enum(['must', 'should', 'passed']), title: Text, detail: Text, field: z.string().optional(), demand: z.number().optional(), suggestion: z.string().optional(), provision: z.string().optional() })
export const PaperPreview = z.object({
  /** One SVG document a page, glyphs as outlines. */
  pages: z.array(z.string()), geometry: z.object({ lines: z.number(), columns: z.number(), topMm: z.number(), leftMm: z.number(), widthMm: z.number(), heightMm: z.number() }),
  checks: z.array(Check), elements: z.array(z.object({ title: Text, present: z.boolean(), provision: z.string() })), citations: z.array(z.object({ law: z.string(), article: z.string(), status: z.string(), ok: z.boolean() })),
  willCreate: z.array(z.object({ owedBy: Text, ours: z.boolean(), obligation: Text, due: Day.nullable() })), powers: z.array(z.object({ title: Text, level: Text, provision: z.string() })),
})

export const Dataset = z.object({ id: z.string(), title: Text, provider: Text, grain: Text, sensitivity: z.string(), cadence: Text, purpose: z.string(),
  fields: z.array(z.object({ name: z.string(), title: z.string(), type: z.string(), unit: z.string().nullable(), required: z.boolean(), identifier: z.string().nullable() })),
  last: z.object({ delivery: z.string(), at: Instant, light: Light }).nullable(), models: z.array(z.object({ id: z.string(), title: Text })) })
export const DeliveryState = z.enum(['receiving', 'checking', 'waiting', 'accepted', 'refused', 'failed', 'cancelled'])
export const RejectGroup = z.object({ code: z.string(), title: Text, repair: Text, whoFixes: z.enum(['provider', 'automatic', 'us']), field: z.string().nullable(), count: z.number(),
  /** `reported`: the row is kept and the fault shown; `rejected`: the row is kept out. */
  outcome: z.enum(['rejected', 'reported']), examples: z.array(z.object({ row: z.number(), field: z.string(), value: z.string(), expected: z.string() })) })
export const Delivery = z.object({ id: z.string(), dataset: z.object({ id: z.string(), title: Text }), file: z.string(), size: z.number(), sha256: z.string(), sm3: z.string(), provider: Organ.nullable(), deliveredBy: z.string(), at: Instant,
  state: DeliveryState, steps: z.array(z.object({ id: z.string(), title: Text, state: z.enum(['done', 'now', 'next', 'failed']), detail: z.string() })),
  rows: z.number(), accepted: z.number(), rejected: z.number(), reported: z.number(), reasons: z.array(RejectGroup), profile: z.array(z.object({ field: z.string(), filled: z.number(), distinct: z.number(), min: z.string().nullable(), max: z.string().nullable() })),
  problem: Problem.nullable(), coverage: z.object({ from: Day.nullable(), to: Day.nullable() }) })
export const DeliveryPage = z.object({ items: z.array(Delivery), next: z.string().nullable() })

export const Model = z.object({ id: z.string(), title: Text, problem: Text, area: z.string(), version: z.string(), supervised: z.array(z.string()), basis: z.array(z.object({ law: z.string(), article: z.string(), says: z.string() })),
  inputs: z.array(z.object({ dataset: z.string(), title: Text, have: z.boolean() })), parameters: z.array(z.object({ id: z.string(), title: Text, value: z.string(), unit: z.string().nullable(), fixedByLaw: z.boolean(), source: z.string() })),
  steps: z.array(z.object({ id: z.string(), title: Text, detail: Text })), sql: z.string(), lastRun: z.string().nullable() })
export const ClueStatus = z.enum(['clue', 'to_verify', 'undecidable'])
export const ClueState = z.enum(['waiting', 'adopted', 'merged', 'excluded', 'needs-data'])
export const Run = z.object({ id: z.string(), model: z.string(), asOf: Day, at: Instant, by: z.string(), state: z.enum(['running', 'done', 'failed', 'interrupted']), millis: z.number().nullable(),
  steps: z.array(z.object({ id: z.string(), title: Text, detail: Text, rows: z.number() })), counts: z.object({ clue: z.number(), to_verify: z.number(), undecidable: z.number() }), problem: Problem.nullable() })
export const Evidence = z.object({ dataset: z.string(), title: Text, row: z.number(), provider: Text, fields: z.array(z.object({ name: z.string(), title: z.string(), value: z.string(), matched: z.boolean() })) })
export const Clue = z.object({ id: z.string(), no: z.string(), key: z.string(), model: z.object({ id: z.string(), title: Text }), run: z.string(), status: ClueStatus, state: ClueState, why: z.string(), subject: z.string(), organ: z.string(), found: z.string(),
  limit: z.object({ id: z.string(), offence: z.string(), metric: z.string(), minimum: z.number(), unit: z.string(), value: z.number().nullable(), law: z.string(), article: z.string(), quote: z.string() }).nullable(),
  evidence: z.array(Evidence), searched: z.array(z.object({ dataset: z.string(), title: Text, what: z.string(), coverage: z.string() })), remarks: z.array(z.object({ level: z.enum(['ok', 'warn']), text: z.string() })),
  matter: z.object({ id: z.string(), no: z.string() }).nullable(), decided: z.object({ by: z.string(), at: Instant, reason: z.string().nullable() }).nullable() })
export const CluePage = z.object({ items: z.array(Clue), counts: z.record(z.string(), z.number()), next: z.string().nullable() })
export const ClueDecision = z.strictObject({ decision: z.enum(['adopt', 'merge', 'exclude', 'ask-data']), reason: z.string().max(1000).optional(), code: z.string().max(60).optional(), matter: z.string().optional(), procedure: z.string().optional(), title: z.string().max(200).optional() })
export const NewRun = z.strictObject({ asOf: Day.optional(), parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

export const Ladder = z.object({ asOf: Instant, rungs: z.array(z.object({ id: z.enum(['within', 'urge', 'superior', 'congress', 'sue']), title: Text, provision: z.string(), count: z.number(),
  figures: z.array(z.object({ title: Text, count: z.number() })), items: z.array(z.object({ matter: MatterSummary, organ: Organ, line: Text, light: Light, waitingDays: z.number().nullable(), act: Permission.nullable() })) })) })
export const Scorecard = z.object({ asOf: Instant, rows: z.array(z.object({ organ: Organ, demands: z.number(), done: z.number(), partly: z.number(), objectionsUpheld: z.number(), notDone: z.number(), inTime: z.number(), objections: z.number(), meanDays: z.number().nullable() })) })

export const RuleSummary = z.object({ id: z.string(), title: Text, area: z.string(), obligation: Text, period: Text, confidence: z.string(), sources: z.array(Source) })
export const ProcedureSummary = z.object({ id: z.string(), title: Text, area: z.string(), subjectRoles: z.array(z.string()), stages: z.array(z.object({ id: z.string(), title: Text })),
  /** Acts that this identity may put first in a matter of this kind; empty: it may open none. */
  openings: z.array(Permission) })
export const Reading = z.object({ at: Instant, person: z.string(), organ: Text, what: z.string(), purpose: z.string() })
export const Health = z.object({ status: z.enum(['ok', 'degraded']), database: z.enum(['ok', 'down']), version: z.string() })

/** Why dates moved: an act that corrected a day, a calendar, a rule set, a local practice. `act` is the number of the correcting act, `set` the id of the rule set or practice. */
export const MoveCause = z.object({ kind: z.enum(['correction', 'calendar', 'rule-set', 'withdrawal', 'practice', 'law']), text: Text, act: z.number().nullable(), set: z.string().nullable() })
/** A date that moved without anybody doing what it asks: kept for ever, with who was told when. */
export const Moved = z.object({
  id: z.string(), duty: z.string(), rule: z.string(), ruleTitle: Text, owedBy: Organ, before: Day.nullable(), after: Day.nullable(), beforeAt: Instant.nullable(), afterAt: Instant.nullable(),
  cause: MoveCause, at: Instant, told: z.array(z.object({ organ: Organ, person: z.string(), at: Instant })),
})
export const MovedRow = z.object({ moved: Moved, matter: MatterSummary })
export const MovedPage = z.object({ items: z.array(MovedRow), next: z.string().nullable() })

/** A rule set as texts by their path in the set's folder: 'book.yaml', 'rules/petition.yaml', 'calendars/2027.yaml' … */
export const SetFiles = z.record(z.string().min(1).max(200), z.string().max(2_000_000))
export const SetHead = z.object({ id: z.string(), title: Text, version: z.string(), basis: z.string(), demonstration: z.boolean() })
/** What a set holds, by part of the rulebook. */
export const SetHolds = z.object({ part: z.string(), count: z.number() })
export const LawFault = z.object({ file: z.string(), line: z.number().nullable(), field: z.string(), reason: z.string() })
export const SetCheck = z.object({ ok: z.boolean(), head: SetHead.nullable(), sha256: z.string(), holds: z.array(SetHolds), rules: z.array(z.string()), faults: z.array(LawFault) })
/** One date that adopting would move, open or close. Those of sealed matters are only counted. */
export const SetMove = z.object({ matter: z.object({ id: z.string(), no: z.string(), owner: Organ, procedure: Text }), duty: z.string(), rule: z.string(), ruleTitle: Text, owedBy: Organ, change: z.enum(['moved', 'opened', 'ended']), before: Day.nullable(), after: Day.nullable(), why: Text })
export const SetPreview = z.object({ check: SetCheck, matters: z.number(), moves: z.number(), sealed: z.number(), items: z.array(SetMove), next: z.string().nullable(), millis: z.number() })
export const LawSet = SetHead.extend({
  /** Of this adoption; the set's own id is `id`. */
  adoption: z.string(), sha256: z.string(), holds: z.array(SetHolds), rules: z.array(z.string()), reason: z.string(), adoptedBy: z.string(), adoptedAt: Instant, state: z.enum(['in-force', 'ended']),
  ended: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
})
export const LawSets = z.object({ items: z.array(LawSet), rulebook: z.string(), mayAdopt: z.boolean() })
export const LawSetWhole = LawSet.extend({ files: SetFiles })
export const NewSet = z.strictObject({ files: SetFiles, reason: z.string().min(2).max(1000) })
export const SetToCheck = z.strictObject({ files: SetFiles })
export const SetDone = z.object({ set: LawSet, moves: z.number(), matters: z.number(), millis: z.number() })
export const Reason = z.strictObject({ reason: z.string().min(2).max(1000) })

export const SettingValue = z.union([z.string().max(200), z.number(), z.boolean(), z.strictObject({ amount: z.number().int().min(0).max(1000), unit: z.enum(['hours', 'days', 'working-days', 'months', 'years']) })])
export const Practice = z.object({ id: z.string(), organ: Organ, setting: z.string(), title: Text, value: SettingValue.nullable(), from: Day, reason: z.string(), by: z.string(), at: Instant })
/** A setting that an organ may choose for itself: the rulebook's choice with its reason, what the sources give, what this organ has chosen. */
export const LocalSetting = z.object({ id: z.string(), title: Text, value: SettingValue, reason: Text, source: z.string().nullable(), choices: z.array(z.object({ value: SettingValue, source: z.string() })), rules: z.array(z.string()), local: Practice.nullable() })
export const Practices = z.object({ settings: z.array(LocalSetting), items: z.array(Practice), maySet: z.boolean() })
export const NewPractice = z.strictObject({ setting: z.string().min(1).max(100), value: SettingValue.nullable(), from: Day, reason: z.string().min(2).max(1000) })
export const PracticeDone = z.object({ practice: Practice, moves: z.number() })

/** Acting appointment (`office`), delegation (`powers`: rows of the power list), tie (`party`: an organ or a person named, `matter`), former office (`office`, `to` its last day), row of the local power list (`powers`, `offices`). */
export const OfficeFactKind = z.enum(['acting', 'delegation', 'tie', 'former-office', 'local-power'])
export const OfficeFact = z.object({
  id: z.string(), organ: Organ, kind: OfficeFactKind, person: z.object({ id: z.string(), name: z.string() }).nullable(), office: z.string().nullable(), offices: z.array(z.string()), powers: z.array(z.object({ id: z.string(), title: Text })),
  party: z.string().nullable(), matter: z.string().nullable(), note: z.string().nullable(), basis: z.string(), from: Day, to: Day.nullable(), by: z.string(), at: Instant,
  ended: z.object({ on: Day, reason: z.string(), by: z.string(), at: Instant }).nullable(), standing: z.boolean(),
})
export const OfficeFacts = z.object({ items: z.array(OfficeFact), people: z.array(z.object({ id: z.string(), name: z.string(), offices: z.array(z.string()) })), powers: z.array(z.object({ id: z.string(), title: Text, level: Text, delegable: z.string().nullable(), offices: z.array(z.string()) })), mayWrite: z.boolean() })
export const NewOfficeFact = z.strictObject({
  kind: OfficeFactKind, person: z.string().min(1).max(100).optional(), office: z.string().max(60).optional(), offices: z.array(z.string().max(60)).max(10).optional(), powers: z.array(z.string().max(100)).max(100).optional(),
  party: z.string().max(200).optional(), matter: z.string().max(100).optional(), note: z.string().max(1000).optional(), basis: z.string().min(2).max(500), from: Day, to: Day.optional(),
})
export const EndFact = z.strictObject({ on: Day, reason: z.string().min(2).max(500) })

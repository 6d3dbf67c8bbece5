// Generated from packages/server/src/http/wire.ts by `npm run gen`. Do not edit.

export type Act = {
  id: string
  n: number
  act: string
  key: string | null
  title: Text
  on: Day
  at: Instant | null
  recordedAt: Instant
  by: Organ
  side: Side
  person: {
    id: string
    name: string
    office: string
  } | null
  to: Organ[]
  instrument: string | null
  what: string | null
  result: string | null
  of: number | null
  demands?: DemandIn[]
  answers?: AnswerIn[]
  findings?: FindingIn[]
  form: Record<string, unknown>
  files: FileRef[]
  receiptNo: number | null
  hash: string
}

export type ActDone = {
  act: Act
  matter: string
  version: number
  receipt: Receipt
  opened: Duty[]
  discharged: string[]
}

export type ActPage = {
  items: ActRow[]
  next: string | null
}

export type ActRow = {
  act: Act
  matter: MatterSummary
}

export type AnswerIn = {
  demand: number
  state: "done" | "partly" | "planned" | "disagreed"
  text: string
  evidence?: FileRef[]
  plannedBy?: Day
}

export type CalendarDay = {
  day: Day
  weekday: number
  kind: "working" | "weekend" | "holiday" | "make-up" | "unpublished"
  name: string | null
  duties: number
  worst: Light | null
}

export type CalendarRange = {
  days: CalendarDay[]
  notice: string
  version: string
}

export type Check = {
  id: string
  level: "must" | "should" | "passed"
  title: Text
  detail: Text
  field?: string
  demand?: number
  suggestion?: string
  provision?: string
}

export type Clue = {
  id: string
  no: string
  key: string
  model: {
    id: string
    title: Text
  }
  run: string
  status: ClueStatus
  state: ClueState
  why: string
  subject: string
  organ: string
  found: string
  limit: {
    id: string
    offence: string
    metric: string
    minimum: number
    unit: string
    value: number | null
    law: string
    article: string
    quote: string
  } | null
  evidence: Evidence[]
  searched: {
    dataset: string
    title: Text
    what: string
    coverage: string
  }[]
  remarks: {
    level: "ok" | "warn"
    text: string
  }[]
  matter: {
    id: string
    no: string
  } | null
  decided: {
    by: string
    at: Instant
    reason: string | null
  } | null
}

export type ClueDecision = {
  decision: "adopt" | "merge" | "exclude" | "ask-data"
  reason?: string
  code?: string
  matter?: string
  procedure?: string
  title?: string
}

export type CluePage = {
  items: Clue[]
  counts: Record<string, number>
  next: string | null
}

export type ClueState = "waiting" | "adopted" | "merged" | "excluded" | "needs-data"

export type ClueStatus = "clue" | "to_verify" | "undecidable"

export type Consistency = {
  first: number
  second: number
  firstRoot: string
  secondRoot: string
  path: string[]
}

export type Dataset = {
  id: string
  title: Text
  provider: Text
  grain: Text
  sensitivity: string
  cadence: Text
  purpose: string
  fields: {
    name: string
    title: string
    type: string
    unit: string | null
    required: boolean
    identifier: string | null
  }[]
  last: {
    delivery: string
    at: Instant
    light: Light
  } | null
  models: {
    id: string
    title: Text
  }[]
}

export type Day = string

export type Delivery = {
  id: string
  dataset: {
    id: string
    title: Text
  }
  file: string
  size: number
  sha256: string
  sm3: string
  provider: Organ | null
  deliveredBy: string
  at: Instant
  state: DeliveryState
  steps: {
    id: string
    title: Text
    state: "done" | "now" | "next" | "failed"
    detail: string
  }[]
  rows: number
  accepted: number
  rejected: number
  reported: number
  reasons: RejectGroup[]
  profile: {
    field: string
    filled: number
    distinct: number
    min: string | null
    max: string | null
  }[]
  problem: Problem | null
  coverage: {
    from: Day | null
    to: Day | null
  }
}

export type DeliveryPage = {
  items: Delivery[]
  next: string | null
}

export type DeliveryState = "receiving" | "checking" | "waiting" | "accepted" | "refused" | "failed" | "cancelled"

export type Demand = {
  no: number
  text: string
  standard?: string
  by?: Day
  verifiedHow?: string
  state: DemandState
  answer: {
    demand: number
    state: "done" | "partly" | "planned" | "disagreed"
    text: string
    evidence?: FileRef[]
    plannedBy?: Day
    act: number
    on: Day
  } | null
  finding: {
    demand: number
    result: "done" | "partly" | "not-done" | "unverifiable"
    text: string
    evidence?: FileRef[]
    act: number
    on: Day
  } | null
  objection: {
    act: number
    on: Day
    text: string
    outcome: string | null
  } | null
}

export type DemandIn = {
  no: number
  text: string
  standard?: string
  by?: Day
  verifiedHow?: string
}

export type DemandState = "unanswered" | "answered" | "objected" | "in-review" | "amended" | "withdrawn" | "verified-done" | "verified-partly" | "verified-not-done"

export type DemoAccount = {
  account: string
  password: string
  code: string | null
  person: string
  organ: Text
  office: Office
  title: Text
  what: Text
}

export type Duty = {
  id: string
  rule: string
  ruleTitle: Text
  owedBy: Organ
  ours: boolean
  openedBy: number
  obligation: Text
  due: Day | null
  dueAt: Instant | null
  status: DutyStatus
  light: Light
  daysLeft: number | null
  dischargedBy?: number
  chip: Text
  calc: Text
  explained: Explained
  sources: Source[]
}

export type DutyCounts = {
  overdue: number
  today: number
  threeDays: number
  sevenDays: number
  later: number
  ours: number
  theirs: number
  total: number
}

export type DutyPage = {
  items: DutyRow[]
  counts: DutyCounts
  next: string | null
  asOf: Instant
}

export type DutyRow = {
  duty: Duty
  matter: MatterSummary
  next: {
    key: string
    act: string
    title: Text
  } | null
  creates: {
    obligation: Text
    due: Day | null
  } | null
  changed: Moved | null
}

export type DutyStatus = "open" | "overdue" | "discharged-in-time" | "discharged-late" | "suspended" | "waived" | "superseded" | "not-started"

export type EndFact = {
  on: Day
  reason: string
}

export type Evidence = {
  dataset: string
  title: Text
  row: number
  provider: Text
  fields: {
    name: string
    title: string
    value: string
    matched: boolean
  }[]
}

export type Explained = {
  rule: string
  version: {
    from: Day | null
    to: Day | null
  }
  due: Day | null
  dueAt: Instant | null
  steps: Step[]
  provisional: boolean
  provisionalBecause?: string
  calendar: string
}

export type Field = {
  name: string
  kind: "text" | "long-text" | "day" | "choice" | "organ" | "organs" | "demands" | "answers" | "findings" | "files" | "amount" | "number" | "yes-no"
  label: Text
  required?: boolean
  choices?: {
    id: string
    label: Text
  }[]
  hint?: Text
}

export type FileRef = {
  sha256: string
  name: string
  size: number
  type: string
}

export type FindingIn = {
  demand: number
  result: "done" | "partly" | "not-done" | "unverifiable"
  text: string
  evidence?: FileRef[]
}

export type Health = {
  status: "ok" | "degraded"
  database: "ok" | "down"
  version: string
}

export type Instant = string

export type Instrument = {
  n: number
  id: string
  title: Text
  docNo: string | null
  stage: "drafted" | "submitted" | "approved" | "returned" | "issued" | "served" | "acknowledged" | "answered" | "withdrawn"
  file: FileRef | null
  to: Organ[]
}

export type Ladder = {
  asOf: Instant
  rungs: {
    id: "within" | "urge" | "superior" | "congress" | "sue"
    title: Text
    provision: string
    count: number
    figures: {
      title: Text
      count: number
    }[]
    items: {
      matter: MatterSummary
      organ: Organ
      line: Text
      light: Light
      waitingDays: number | null
      act: Permission | null
    }[]
  }[]
}

export type LawFault = {
  file: string
  line: number | null
  field: string
  reason: string
}

export type LawSet = {
  id: string
  title: Text
  version: string
  basis: string
  demonstration: boolean
  adoption: string
  sha256: string
  holds: SetHolds[]
  rules: string[]
  reason: string
  adoptedBy: string
  adoptedAt: Instant
  state: "in-force" | "ended"
  ended: {
    reason: string
    by: string
    at: Instant
  } | null
}

export type LawSetWhole = {
  id: string
  title: Text
  version: string
  basis: string
  demonstration: boolean
  adoption: string
  sha256: string
  holds: SetHolds[]
  rules: string[]
  reason: string
  adoptedBy: string
  adoptedAt: Instant
  state: "in-force" | "ended"
  ended: {
    reason: string
    by: string
    at: Instant
  } | null
  files: SetFiles
}

export type LawSets = {
  items: LawSet[]
  rulebook: string
  mayAdopt: boolean
}

export type Light = "overdue" | "near" | "within" | "paused" | "not-started" | "review" | "done"

export type LocalSetting = {
  id: string
  title: Text
  value: SettingValue
  reason: Text
  source: string | null
  choices: {
    value: SettingValue
    source: string
  }[]
  rules: string[]
  local: Practice | null
}

export type LogHead = {
  size: number
  root: string
  at: Instant
  signature: string
  publicKey: string
  note: string
}

export type Matter = {
  id: string
  no: string
  title: string
  procedure: {
    id: string
    title: Text
  }
  area: string
  owner: Organ
  subject: Organ | null
  handler: string | null
  state: "open" | "closed"
  stage: Text
  version: number
  openedOn: Day
  labels: string[]
  sealed: boolean
  light: Light
  nextDue: Day | null
  organs: Organ[]
  stages: Stage[]
  rulebookVersion: string
  acts: Act[]
  demands: Demand[]
  instruments: Instrument[]
  duties: Duty[]
  permitted: Permission[]
  powers: {
    title: Text
    level: Text
    provision: string
  }[]
  clue: {
    id: string
    model: string
    why: string
  } | null
  links: {
    id: string
    title: string
    relation: Text
  }[]
  asOf: Instant | null
  knownAt: Instant | null
  recalculations: Moved[]
}

export type MatterPage = {
  items: MatterSummary[]
  total: number
  next: string | null
}

export type MatterSummary = {
  id: string
  no: string
  title: string
  procedure: {
    id: string
    title: Text
  }
  area: string
  owner: Organ
  subject: Organ | null
  handler: string | null
  state: "open" | "closed"
  stage: Text
  version: number
  openedOn: Day
  labels: string[]
  sealed: boolean
  light: Light
  nextDue: Day | null
}

export type Model = {
  id: string
  title: Text
  problem: Text
  area: string
  version: string
  supervised: string[]
  basis: {
    law: string
    article: string
    says: string
  }[]
  inputs: {
    dataset: string
    title: Text
    have: boolean
  }[]
  parameters: {
    id: string
    title: Text
    value: string
    unit: string | null
    fixedByLaw: boolean
    source: string
  }[]
  steps: {
    id: string
    title: Text
    detail: Text
  }[]
  sql: string
  lastRun: string | null
}

export type MoveCause = {
  kind: "correction" | "calendar" | "rule-set" | "withdrawal" | "practice" | "law"
  text: Text
  act: number | null
  set: string | null
}

export type Moved = {
  id: string
  duty: string
  rule: string
  ruleTitle: Text
  owedBy: Organ
  before: Day | null
  after: Day | null
  beforeAt: Instant | null
  afterAt: Instant | null
  cause: MoveCause
  at: Instant
  told: {
    organ: Organ
    person: string
    at: Instant
  }[]
}

export type MovedPage = {
  items: MovedRow[]
  next: string | null
}

export type MovedRow = {
  moved: Moved
  matter: MatterSummary
}

export type NewAct = {
  act: string
  key?: string
  on?: Day
  at?: Instant
  to?: string[]
  instrument?: string
  what?: string
  result?: string
  of?: number
  demands?: DemandIn[]
  answers?: AnswerIn[]
  findings?: FindingIn[]
  form?: Record<string, unknown>
  files?: FileRef[]
}

export type NewMatter = {
  procedure: string
  title: string
  subject?: string
  organs?: string[]
  labels?: string[]
  clue?: string
  on?: Day
  sealed?: boolean
  source?: string
  first?: NewAct
}

export type NewOfficeFact = {
  kind: OfficeFactKind
  person?: string
  office?: string
  offices?: string[]
  powers?: string[]
  party?: string
  matter?: string
  note?: string
  basis: string
  from: Day
  to?: Day
}

export type NewPractice = {
  setting: string
  value: SettingValue | null
  from: Day
  reason: string
}

export type NewRun = {
  asOf?: Day
  parameters?: Record<string, string | number>
}

export type NewSet = {
  files: SetFiles
  reason: string
}

export type Office = "assistant" | "prosecutor" | "department-head" | "chief" | "committee" | "case-management" | "liaison" | "congress" | "supervisor" | "analyst" | "system-admin" | "security-admin" | "audit-admin" | "law-admin"

export type OfficeFact = {
  id: string
  organ: Organ
  kind: OfficeFactKind
  person: {
    id: string
    name: string
  } | null
  office: string | null
  offices: string[]
  powers: {
    id: string
    title: Text
  }[]
  party: string | null
  matter: string | null
  note: string | null
  basis: string
  from: Day
  to: Day | null
  by: string
  at: Instant
  ended: {
    on: Day
    reason: string
    by: string
    at: Instant
  } | null
  standing: boolean
}

export type OfficeFactKind = "acting" | "delegation" | "tie" | "former-office" | "local-power"

export type OfficeFacts = {
  items: OfficeFact[]
  people: {
    id: string
    name: string
    offices: string[]
  }[]
  powers: {
    id: string
    title: Text
    level: Text
    delegable: string | null
    offices: string[]
  }[]
  mayWrite: boolean
}

export type Organ = {
  id: string
  name: Text
  short: Text
  role: string
  level: string
  superior: string | null
  division: string | null
}

export type PaperDraft = {
  instrument: string
  matter?: string
  fields: Record<string, unknown>
  serveOn?: Day
  proof?: boolean
}

export type PaperPreview = {
  pages: string[]
  geometry: {
    lines: number
    columns: number
    topMm: number
    leftMm: number
    widthMm: number
    heightMm: number
  }
  checks: Check[]
  elements: {
    title: Text
    present: boolean
    provision: string
  }[]
  citations: {
    law: string
    article: string
    status: string
    ok: boolean
  }[]
  willCreate: {
    owedBy: Text
    ours: boolean
    obligation: Text
    due: Day | null
  }[]
  powers: {
    title: Text
    level: Text
    provision: string
  }[]
}

export type Permission = {
  key: string
  act: string
  title: Text
  allowed: boolean
  instrument?: string
  form?: Field[]
  decidedBy?: {
    level: string
    text: Text
    provision: string
  }
  refusal?: Refusal
}

export type Post = {
  id: string
  organ: Organ
  office: Office
  title: Text
  department: Text | null
  counts?: {
    overdue: number
    near: number
    toSign: number
  }
}

export type Practice = {
  id: string
  organ: Organ
  setting: string
  title: Text
  value: SettingValue | null
  from: Day
  reason: string
  by: string
  at: Instant
}

export type PracticeDone = {
  practice: Practice
  moves: number
}

export type Practices = {
  settings: LocalSetting[]
  items: Practice[]
  maySet: boolean
}

export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  instance?: string
  provision?: string
  rule?: string
  unblockedBy?: string
  earliest?: Day
  errors?: {
    field: string
    message: string
    line?: number
    column?: string
  }[]
  changed?: {
    n: number
    act: string
    title: Text
    by: string
    recordedAt: Instant
  }[]
  version?: number
}

export type ProcedureSummary = {
  id: string
  title: Text
  area: string
  subjectRoles: string[]
  stages: {
    id: string
    title: Text
  }[]
  openings: Permission[]
}

export type Reading = {
  at: Instant
  person: string
  organ: Text
  what: string
  purpose: string
}

export type Reason = {
  reason: string
}

export type Receipt = {
  format: "hengjian-receipt/1"
  act: string
  matter: string
  n: number
  recordedAt: Instant
  bytes: string
  sha256: string
  sm3: string
  prior: string
  leaf: {
    index: number
    hash: string
    size: number
    path: string[]
    root: string
    head: string
    signature: string
    publicKey: string
  } | null
}

export type Refusal = {
  code: string
  short: Text
  because: Text
  provision?: string
  rule?: string
  unblockedBy?: string
  earliest?: Day
}

export type RejectGroup = {
  code: string
  title: Text
  repair: Text
  whoFixes: "provider" | "automatic" | "us"
  field: string | null
  count: number
  outcome: "rejected" | "reported"
  examples: {
    row: number
    field: string
    value: string
    expected: string
  }[]
}

export type RuleSummary = {
  id: string
  title: Text
  area: string
  obligation: Text
  period: Text
  confidence: string
  sources: Source[]
}

export type Run = {
  id: string
  model: string
  asOf: Day
  at: Instant
  by: string
  state: "running" | "done" | "failed" | "interrupted"
  millis: number | null
  steps: {
    id: string
    title: Text
    detail: Text
    rows: number
  }[]
  counts: {
    clue: number
    to_verify: number
    undecidable: number
  }
  problem: Problem | null
}

export type Scorecard = {
  asOf: Instant
  rows: {
    organ: Organ
    demands: number
    done: number
    partly: number
    objectionsUpheld: number
    notDone: number
    inTime: number
    objections: number
    meanDays: number | null
  }[]
}

export type Session = {
  csrf: string
  person: {
    id: string
    name: string
  }
  post: Post
  posts: Post[]
  side: Side
  mode: "demo" | "production"
  now: Instant
  today: Day
  versions: Versions
  zone: Text
}

export type SetCheck = {
  ok: boolean
  head: SetHead | null
  sha256: string
  holds: SetHolds[]
  rules: string[]
  faults: LawFault[]
}

export type SetDone = {
  set: LawSet
  moves: number
  matters: number
  millis: number
}

export type SetFiles = Record<string, string>

export type SetHead = {
  id: string
  title: Text
  version: string
  basis: string
  demonstration: boolean
}

export type SetHolds = {
  part: string
  count: number
}

export type SetMove = {
  matter: {
    id: string
    no: string
    owner: Organ
    procedure: Text
  }
  duty: string
  rule: string
  ruleTitle: Text
  owedBy: Organ
  change: "moved" | "opened" | "ended"
  before: Day | null
  after: Day | null
  why: Text
}

export type SetPreview = {
  check: SetCheck
  matters: number
  moves: number
  sealed: number
  items: SetMove[]
  next: string | null
  millis: number
}

export type SetToCheck = {
  files: SetFiles
}

export type SettingValue = string | number | boolean | {
  amount: number
  unit: "hours" | "days" | "working-days" | "months" | "years"
}

export type Side = "procuratorate" | "other" | "congress"

export type SignIn = {
  account: string
  password: string
  code?: string
}

export type Source = {
  law: string
  short?: string
  documentNo: string | null
  article: string
  quote: string
  versionDate: string
  readAt: string
  textOrigin: string
}

export type Stage = {
  id: string
  title: Text
  state: "done" | "now" | "next"
}

export type Step = {
  sign: StepSign
  what: string
  whatEn: string
  brief?: string
  briefEn?: string
  date: Day | null
  provision: string
  chip?: string
  chipEn?: string
  quote?: string
}

export type StepSign = "start" | "count" | "period" | "working" | "skip" | "roll" | "pause" | "extend" | "end" | "provisional"

export type SwitchPost = {
  post: string
}

export type Text = {
  zh: string
  en: string
}

export type Versions = {
  rulebook: string
  calendar: {
    id: string
    lastYear: number
    notice: string
  }
  checkpoint: {
    size: number
    root: string
    at: Instant
    witnesses: Text[]
    staleMinutes: number
  } | null
}

export type Why = {
  duty: Duty
  matter: MatterSummary
  chained: Duty[]
  days: CalendarDay[]
  start: {
    n: number
    title: Text
    on: Day
    receiptNo: number | null
  }
  whatIf: {
    label: Text
    due: Day | null
    explained: Explained
    asked: boolean
  }[]
  sentence: Text
  marks: string[]
  counting: {
    provision: string
    quote: string
  }[]
  variants: {
    id: string
    when: Text
  }[]
  extends: boolean
  custody: boolean
}

export type CheckedSource = {
  law: string
  short?: string
  documentNo: string | null
  article: string
  quote: string
  versionDate: string
  readAt: string
  textOrigin: string
  chip: Text
  check: QuoteCheck
}

export type GraphDuty = {
  rule: string
  title: Text
  obligation: Text
  lane: LawLane
  period: Text | null
  chip: Text
  openedBy: string[]
  dischargedBy: string[]
  right: boolean
  waiting: boolean
  recurs: boolean
  weak: boolean
}

export type GraphNode = {
  key: string
  act: string
  title: Text
  lane: LawLane
  column: number
  moves: boolean
  who: Text
  power: {
    id: string | null
    level: Text
    text: Text
    provision: string
  } | null
  instruments: {
    id: string
    title: Text
  }[]
  needs: {
    short: Text
    because: Text
    provision: string | null
    rule: string | null
  }[]
  form: {
    name: string
    label: Text
    required: boolean
  }[]
  ends: boolean
  opens: boolean
  afterClose: boolean
  begins: {
    id: string
    title: Text
  }[]
}

export type InstrumentRow = {
  id: string
  title: Text
  family: string | null
  status: string
  elements: string[]
  basis: Source[]
  elementSources: Source[]
  addressee: Text | null
  approver: Text | null
  level: Text | null
  copies: {
    what: string
    rule: string | null
  }[]
  rules: {
    id: string
    title: Text
  }[]
  procedures: {
    id: string
    title: Text
  }[]
  notes: string | null
}

export type LawHit = {
  kind: "rule" | "article" | "procedure" | "instrument" | "power" | "term" | "setting" | "unverified" | "text"
  id: string
  title: Text
  note: Text
  score: number
  excerpt: string | null
}

export type LawLane = "procuratorate" | "other" | "congress"

export type LawMatters = {
  total: number
  items: {
    matter: MatterSummary
    duties: number
    due: Day | null
  }[]
}

export type LawOverview = {
  version: string
  decision: {
    title: string
    passed: Day
    readAt: string
    articles: {
      no: number
      title: Text
      text: string
      rules: number
      procedures: {
        id: string
        title: Text
      }[]
    }[]
  }
  areas: {
    id: string
    title: Text
    rules: number
  }[]
  organs: {
    id: string
    title: Text
    rules: number
  }[]
  counts: {
    rules: number
    procedures: number
    instruments: number
    powers: number
    terms: number
    settings: number
    unverified: number
    texts: number
  }
}

export type LawSearch = {
  words: string[]
  items: LawHit[]
}

export type LawTextPage = {
  law: string
  version: string
  excerpt: boolean
  articles: {
    label: string
    text: string
    under: string[]
    rules: {
      id: string
      title: Text
    }[]
  }[]
}

export type LawTexts = {
  laws: {
    key: string
    law: string
    version: string
    excerpt: boolean
    articles: number
    file: string
    importedAt: string
    quotes: number
    found: number
  }[]
  figures: {
    found: number
    elsewhere: number
    spacing: number
    "other-edition": number
    missing: number
    "no-text": number
  }
  total: number
  wrong: {
    rule: {
      id: string
      title: Text
    }
    law: string
    article: string
    check: QuoteCheck
    quote: string
  }[]
}

export type Neighbour = {
  article: string
  text: string
  rule: {
    id: string
    title: Text
  } | null
}

export type PowerRow = {
  id: string
  track: string
  decision: Text
  level: {
    id: string
    title: Text
  }
  delegable: string | null
  sources: Source[]
  acts: {
    procedure: {
      id: string
      title: Text
    }
    key: string
    title: Text
  }[]
  notes: string | null
}

export type ProcedureCard = {
  id: string
  title: Text
  area: string
  articles: number[]
  mission: string[]
  stages: {
    id: string
    title: Text
  }[]
  acts: number
  duties: number
}

export type ProcedureGraph = {
  id: string
  title: Text
  area: string
  articles: number[]
  mission: string[]
  stages: {
    id: string
    title: Text
  }[]
  acts: number
  duties: number
  governedBy: string
  subjects: {
    id: string
    title: Text
  }[]
  nodes: GraphNode[]
  edges: {
    from: string
    to: string
    kind: "of" | "waits"
  }[]
  clocks: GraphDuty[]
  line: {
    id: string
    title: Text
  }[]
}

export type QuoteCheck = "found" | "elsewhere" | "spacing" | "other-edition" | "missing" | "no-text"

export type RuleDetail = {
  id: string
  title: Text
  obligation: Text
  area: {
    id: string
    title: Text
  }
  from: {
    id: string
    title: Text
  }[]
  to: {
    id: string
    title: Text
  }[]
  period: Text | null
  noPeriod: Text | null
  confidence: string
  weak: boolean
  chip: Text
  articles: number[]
  versions: number
  procedures: string[]
  trigger: Text
  consequence: Text | null
  approval: {
    text: Text
    level: Text
  } | null
  notes: string | null
  unbound: Text | null
  wordings: RuleWording[]
  counting: {
    topic: string
    source: Source
  }[]
  around: {
    law: string
    short: string
    from: "text" | "quotes"
    excerpt: boolean
    under: string[]
    before: Neighbour | null
    at: {
      article: string
      text: string
    }
    after: Neighbour | null
  }[]
  uses: RuleUse[]
  follows: {
    id: string
    title: Text
  }[]
  leads: {
    id: string
    title: Text
  }[]
  instruments: {
    id: string
    title: Text
  }[]
  powers: {
    id: string
    title: Text
  }[]
  settings: {
    id: string
    title: Text
  }[]
  tests: RuleTests
}

export type RuleRow = {
  id: string
  title: Text
  obligation: Text
  area: {
    id: string
    title: Text
  }
  from: {
    id: string
    title: Text
  }[]
  to: {
    id: string
    title: Text
  }[]
  period: Text | null
  noPeriod: Text | null
  confidence: string
  weak: boolean
  chip: Text
  articles: number[]
  versions: number
  procedures: string[]
}

export type RuleTests = {
  dates: {
    what: string
    from: string
    due: string | null
    given: string | null
    file: string
  }[]
  replays: {
    file: string
    title: string
    due: {
      due: string | null
      status: string | null
      because: string | null
    }[]
    refused: {
      act: Text
      on: string
      because: string | null
    }[]
  }[]
}

export type RuleUse = {
  procedure: {
    id: string
    title: Text
  }
  acts: {
    key: string
    title: Text
    because: Text | null
  }[]
  duties: {
    obligation: Text
    lane: LawLane
    openedBy: Text[]
    dischargedBy: Text[]
    right: boolean
    waiting: boolean
    recurs: boolean
  }[]
}

export type RuleWording = {
  from: Day | null
  to: Day | null
  current: boolean
  confidence: string
  periodKind: string | null
  period: Text | null
  noPeriod: Text | null
  before: boolean
  variants: {
    id: string
    when: Text
    period: Text
  }[]
  extension: {
    length: Text | null
    times: number | null
    condition: Text
    approver: Text | null
  } | null
  computing: {
    id: string
    title: Text
  } | null
  custody: boolean
  notes: string | null
  sources: CheckedSource[]
}

export type SettingRow = {
  id: string
  title: Text
  value: Text
  reason: Text
  status: string
  source: string | null
  conflict: boolean
  choices: {
    value: Text
    source: string
  }[]
  rules: {
    id: string
    title: Text
  }[]
}

export type TermRow = {
  id: string
  kind: string
  zh: string
  en: string
  definedIn: string | null
  above: string | null
  uses: number
}

export type UnverifiedRow = {
  id: string
  topic: string
  belief: string
  whyItMatters: string
  articles: number[]
  verifyAt: string
}

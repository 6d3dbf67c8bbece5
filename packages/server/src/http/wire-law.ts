// The law library's part of the wire contract: what can be read of the rulebook, who uses it, what tests it. The rest of the contract is wire.ts.
import { z } from 'zod'
import { Day, MatterSummary, Source, Stage, Text } from './wire.ts'

const Named = z.object({ id: z.string(), title: Text })
const Counted = Named.extend({ rules: z.number() })
export const LawLane = z.enum(['procuratorate', 'other', 'congress'])

/** One line of the rulebook. `period` null: the source gives none, and `noPeriod` says why. `from`: who owes; `to`: towards whom. */
export const RuleRow = Named.extend({
  obligation: Text, area: Named, from: z.array(Named), to: z.array(Named), period: Text.nullable(), noPeriod: Text.nullable(), confidence: z.string(),
  /** Read as a paraphrase, a mirror or a note: its dates are provisional. */
  weak: z.boolean(), chip: Text, articles: z.array(z.number()), versions: z.number(), procedures: z.array(z.string()),
})
export const LawOverview = z.object({
  version: z.string(),
  decision: z.object({ title: z.string(), passed: Day, readAt: z.string(), articles: z.array(z.object({ no: z.number(), title: Text, text: z.string(), rules: z.number(), procedures: z.array(Named) })) }),
  areas: z.array(Counted), organs: z.array(Counted), counts: z.object({ rules: z.number(), procedures: z.number(), instruments: z.number(), powers: z.number(), terms: z.number(), settings: z.number(), unverified: z.number(), texts: z.number() }),
})

export const QuoteCheck = z.enum(['found', 'elsewhere', 'spacing', 'other-edition', 'missing', 'no-text'])
/** A provision with the short chip, and whether its words stand in the imported text of the law. */
export const CheckedSource = Source.extend({ chip: Text, check: QuoteCheck })
export const Neighbour = z.object({ article: z.string(), text: z.string(), /** A rule that rests on it, if one does. */ rule: Named.nullable() })
export const RuleWording = z.object({
  from: Day.nullable(), to: Day.nullable(), current: z.boolean(), confidence: z.string(), periodKind: z.string().nullable(), period: Text.nullable(), noPeriod: Text.nullable(), before: z.boolean(),
  variants: z.array(z.object({ id: z.string(), when: Text, period: Text })), extension: z.object({ length: Text.nullable(), times: z.number().nullable(), condition: Text, approver: Text.nullable() }).nullable(),
  computing: Named.nullable(), custody: z.boolean(), notes: z.string().nullable(), sources: z.array(CheckedSource),
})
export const RuleUse = z.object({
  procedure: Named, acts: z.array(z.object({ key: z.string(), title: Text, because: Text.nullable() })),
  duties: z.array(z.object({ obligation: Text, lane: LawLane, openedBy: z.array(Text), dischargedBy: z.array(Text), right: z.boolean(), waiting: z.boolean(), recurs: z.boolean() })),
})
export const RuleTests = z.object({
  dates: z.array(z.object({ what: z.string(), from: z.string(), due: z.string().nullable(), given: z.string().nullable(), file: z.string() })),
  replays: z.array(z.object({ file: z.string(), title: z.string(), due: z.array(z.object({ due: z.string().nullable(), status: z.string().nullable(), because: z.string().nullable() })), refused: z.array(z.object({ act: Text, on: z.string(), because: z.string().nullable() })) })),
})
export const RuleDetail = RuleRow.extend({
  trigger: Text, consequence: Text.nullable(), approval: z.object({ text: Text, level: Text }).nullable(), notes: z.string().nullable(), unbound: Text.nullable(), wordings: z.array(RuleWording),
  /** How its periods are counted, in the words of the law. */
  counting: z.array(z.object({ topic: z.string(), source: Source })),
  /** The provisions before and after, from the imported text, else from what the rulebook quotes of the same law. */
  around: z.array(z.object({ law: z.string(), short: z.string(), from: z.enum(['text', 'quotes']), excerpt: z.boolean(), under: z.array(z.string()), before: Neighbour.nullable(), at: z.object({ article: z.string(), text: z.string() }), after: Neighbour.nullable() })),
  uses: z.array(RuleUse), follows: z.array(Named), leads: z.array(Named), instruments: z.array(Named), powers: z.array(Named), settings: z.array(Named), tests: RuleTests,
})
/** Open matters with duties of a rule, or of a kind: only those that this identity may see, also in the count. */
export const LawMatters = z.object({ total: z.number(), items: z.array(z.object({ matter: MatterSummary, duties: z.number(), due: Day.nullable() })) })

export const LawHit = z.object({ kind: z.enum(['rule', 'article', 'procedure', 'instrument', 'power', 'term', 'setting', 'unverified', 'text']), id: z.string(), title: Text, note: Text, score: z.number(), excerpt: z.string().nullable() })
export const LawSearch = z.object({ words: z.array(z.string()), items: z.array(LawHit) })

export const ProcedureCard = Named.extend({ area: z.string(), articles: z.array(z.number()), mission: z.array(z.string()), stages: z.array(Named), acts: z.number(), duties: z.number() })
const NeedView = z.object({ short: Text, because: Text, provision: z.string().nullable(), rule: z.string().nullable() })
export const GraphNode = z.object({
  key: z.string(), act: z.string(), title: Text, lane: LawLane, column: z.number(), moves: z.boolean(), who: Text, power: z.object({ id: z.string().nullable(), level: Text, text: Text, provision: z.string() }).nullable(), instruments: z.array(Named),
  needs: z.array(NeedView), form: z.array(z.object({ name: z.string(), label: Text, required: z.boolean() })), ends: z.boolean(), opens: z.boolean(), afterClose: z.boolean(), begins: z.array(Named),
})
export const GraphDuty = z.object({ rule: z.string(), title: Text, obligation: Text, lane: LawLane, period: Text.nullable(), chip: Text, openedBy: z.array(z.string()), dischargedBy: z.array(z.string()), right: z.boolean(), waiting: z.boolean(), recurs: z.boolean(), weak: z.boolean() })
export const ProcedureGraph = ProcedureCard.extend({
  governedBy: z.string(), subjects: z.array(Named), nodes: z.array(GraphNode), edges: z.array(z.object({ from: z.string(), to: z.string(), kind: z.enum(['of', 'waits']) })), clocks: z.array(GraphDuty), line: z.array(Stage.pick({ id: true, title: true })),
})

export const InstrumentRow = Named.extend({ family: z.string().nullable(), status: z.string(), elements: z.array(z.string()), basis: z.array(Source), elementSources: z.array(Source), addressee: Text.nullable(), approver: Text.nullable(), level: Text.nullable(), copies: z.array(z.object({ what: z.string(), rule: z.string().nullable() })), rules: z.array(Named), procedures: z.array(Named), notes: z.string().nullable() })
export const PowerRow = z.object({ id: z.string(), track: z.string(), decision: Text, level: z.object({ id: z.string(), title: Text }), delegable: z.string().nullable(), sources: z.array(Source), acts: z.array(z.object({ procedure: Named, key: z.string(), title: Text })), notes: z.string().nullable() })
export const TermRow = z.object({ id: z.string(), kind: z.string(), zh: z.string(), en: z.string(), definedIn: z.string().nullable(), above: z.string().nullable(), uses: z.number() })
export const SettingRow = Named.extend({ value: Text, reason: Text, status: z.string(), source: z.string().nullable(), conflict: z.boolean(), choices: z.array(z.object({ value: Text, source: z.string() })), rules: z.array(Named) })
export const UnverifiedRow = z.object({ id: z.string(), topic: z.string(), belief: z.string(), whyItMatters: z.string(), articles: z.array(z.number()), verifyAt: z.string() })

const Figures = z.object({ 'found': z.number(), 'elsewhere': z.number(), 'spacing': z.number(), 'other-edition': z.number(), 'missing': z.number(), 'no-text': z.number() })
/** What was imported, and how many quotations of the rulebook stand in it. */
export const LawTexts = z.object({
  laws: z.array(z.object({ key: z.string(), law: z.string(), version: z.string(), excerpt: z.boolean(), articles: z.number(), file: z.string(), importedAt: z.string(), quotes: z.number(), found: z.number() })),
  figures: Figures, total: z.number(), wrong: z.array(z.object({ rule: Named, law: z.string(), article: z.string(), check: QuoteCheck, quote: z.string() })),
})
export const LawTextPage = z.object({ law: z.string(), version: z.string(), excerpt: z.boolean(), articles: z.array(z.object({ label: z.string(), text: z.string(), under: z.array(z.string()), rules: z.array(Named) })) })

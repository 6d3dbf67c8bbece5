// The form of what a rule set may hold, file by file. Only the form: what the words mean (known laws, acts, levels, days in order) `loadLawbook` checks.
import { z } from 'zod'

const Text = z.strictObject({ zh: z.string(), en: z.string() })
const one = z.string().min(1)
const many = z.array(one)
const oneOrMany = z.union([one, many])
/** A list, or the name of one in a shared set (`$name`), put in its place by the procedure that includes it. */
const listOrName = z.union([many, z.string().regex(/^\$[a-z][A-Za-z]*$/)])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const unit = z.enum(['hours', 'days', 'working-days', 'months', 'years'])
const Period = z.strictObject({ amount: z.number(), unit, direction: z.literal('before').optional() })
const Condition = { name: one, args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional() }
const Citation = z.strictObject({ law: one, article: z.string(), quote: z.string() })
const kind = z.enum(['deadline', 'at-least-before', 'window-before', 'trigger-after', 'cycle', 'limitation', 'fixed-duration', 'maximum-term', 'minimum-retention', 'attempt-window'])
const confidence = z.enum(['high', 'medium', 'low', 'unverified'])
const origin = z.enum(['copied', 'transcribed', 'web-mirror', 'news-paraphrase', 'noted'])
const governedBy = z.enum(['criminal', 'civil', 'administrative', 'public-interest', 'suggestion'])
const side = z.enum(['procuratorate', 'other', 'congress'])
const office = z.enum(['assistant', 'prosecutor', 'department-head', 'chief', 'committee', 'case-management', 'liaison', 'congress'])

const Version = z.strictObject({
  inForce: z.strictObject({ from: day.nullable(), to: day.nullable() }), period: Period.nullable(), applies: z.enum(['matters-from', 'acts-from']).optional(),
  variants: z.array(z.strictObject({ id: one, when: Text, period: Period, kind: kind.optional(), inclusive: z.boolean().optional(), noRoll: z.boolean().optional(), if: z.array(z.strictObject(Condition)).optional() })).optional(),
  extension: z.strictObject({ amount: z.number().nullable(), unit: unit.nullable(), times: z.number().nullable(), condition: Text, approver: Text.nullable() }).nullable().optional(),
  computing: z.string().nullable().optional(), custody: z.literal('always').optional(), confidence: confidence.optional(), notes: z.string().optional(), noPeriodBecause: Text.optional(), sources: z.array(Citation),
})
const ruleBody = {
  title: Text, trigger: Text, obligation: Text, from: many, to: many, periodKind: kind.nullable().optional(), consequence: Text.nullable().optional(),
  approval: z.strictObject({ text: Text, level: one }).nullable().optional(), articles: z.array(z.number()), confidence, notes: z.string().optional(), unbound: Text.optional(), versions: z.array(Version),
}
const Rule = z.strictObject(ruleBody).partial().extend({ id: one, keep: z.boolean().optional(), ends: day.optional() })

const Said = z.strictObject({ short: Text, because: Text, provision: z.string().optional(), rule: one.optional(), unblockedBy: one.optional() })
const Guard = z.strictObject({ ...Condition, inner: z.boolean().optional(), otherwise: Said })
const needed = { rule: one.optional(), provision: z.string().optional(), mine: z.boolean().optional(), law: z.boolean().optional(), short: Text.optional(), because: Text.optional() }
const Need = z.strictObject({ act: oneOrMany, ...needed })
const Field = z.strictObject({
  name: one, kind: z.enum(['text', 'long-text', 'day', 'choice', 'organ', 'organs', 'demands', 'answers', 'findings', 'files', 'amount', 'number', 'yes-no']), label: Text,
  required: z.boolean().optional(), choices: z.array(z.strictObject({ id: one, label: Text })).optional(), hint: Text.optional(),
})
const Act = z.strictObject({
  key: one, act: one, title: Text, by: z.strictObject({ roles: listOrName.optional(), side: side.optional(), offices: z.array(office).optional(), addressed: z.union([z.literal(true), oneOrMany]).optional() }),
  to: oneOrMany, instrument: oneOrMany, what: oneOrMany, result: oneOrMany, of: listOrName, guards: z.array(Guard), power: one, approvalOf: one, form: z.array(Field), stage: one,
  life: z.enum(['drafted', 'submitted', 'reviewed', 'approved', 'returned', 'issued', 'served', 'acknowledged', 'answered', 'withdrawn']), rung: z.enum(['urge', 'superior', 'congress', 'sue']),
  closes: z.boolean(), reopens: z.boolean(), afterClose: z.boolean(), begins: listOrName, after: z.array(Need), unless: z.array(Need),
  once: z.union([z.literal(true), z.strictObject({ ...needed, each: z.boolean().optional() })]),
}).partial().required({ key: true })

const Pattern = z.strictObject({ act: oneOrMany, instrument: oneOrMany.optional(), what: oneOrMany.optional(), result: oneOrMany.optional(), received: z.boolean().optional(), by: many.optional(), to: many.optional(), bare: z.boolean().optional(), byAnyone: z.boolean().optional() })
const Binding = z.strictObject({
  rule: one, label: z.string().optional(), governedBy: z.array(governedBy).optional(), procedures: many.optional(), opens: z.array(Pattern), once: z.boolean().optional(), if: z.array(z.strictObject(Condition)).optional(),
  owedBy: z.union([z.enum(['recipient', 'actor', 'procuratorate', 'superior-procuratorate']), z.strictObject({ role: oneOrMany })]), discharge: z.array(Pattern), dischargedByOpening: z.boolean().optional(), perDemand: z.boolean().optional(),
  startsAtEndOf: one.optional(), opensOnBreachOf: one.optional(), variant: one.optional(), lengthFromAct: z.strictObject({ field: one, unit, atLeast: Period.optional() }).optional(), periodFromSetting: one.optional(),
  inclusive: z.boolean().optional(), noRoll: z.boolean().optional(), waiting: z.boolean().optional(), right: z.boolean().optional(), superseded: z.array(Pattern).optional(), obligation: Text.optional(),
  recurs: z.union([z.literal(true), z.strictObject({ every: z.union([Period, z.strictObject({ setting: one }), z.strictObject({ field: one, unit })]).optional(), until: z.array(Pattern).optional() })]).optional(),
})
const Bar = z.strictObject({ id: one, on: Pattern, governedBy: z.array(governedBy).optional(), procedures: many.optional(), if: z.array(z.strictObject(Condition)).optional(), guards: z.array(Guard) })

/** A made-up or real head: what the set says of itself. `demonstration` must be said. */
export const Head = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/), title: Text, version: z.string().min(1).max(40), basis: z.string().min(2).max(1000), demonstration: z.boolean() })

/** The form of each part of a set; parts in a folder by the form of one file. */
export const shapes = {
  laws: z.array(z.strictObject({ id: one, law: one, short: one, documentNo: z.string().nullable(), versionDate: z.string(), from: day.nullable(), readAt: z.string(), textOrigin: origin })),
  rules: z.strictObject({ area: one, title: Text.optional(), rules: z.array(Rule) }),
  instruments: z.array(z.strictObject({
    id: one, title: Text, family: z.string().nullable(), numberWord: z.strictObject({ value: z.string().nullable(), status: z.string(), source: z.string().optional() }), basis: z.array(Citation),
    required: z.strictObject({ status: z.enum(['listed', 'paraphrased', 'not-listed']), elements: z.array(z.string()), sources: z.array(Citation) }), addressee: Text.nullable(),
    copies: z.array(z.strictObject({ what: z.string(), rule: z.string().nullable() })), approver: z.strictObject({ text: Text, level: one }).nullable(), rules: many, notes: z.string().optional(),
  })),
  powers: z.array(z.strictObject({ id: one, track: z.string(), decision: Text, level: one, delegable: z.string().optional(), sources: z.array(Citation), notes: z.string().optional() })),
  computing: z.array(z.strictObject({
    id: one, title: Text, months: z.string(), monthsInferred: z.boolean(), roll: z.boolean(), custodyStopsRoll: z.boolean(), silent: z.boolean(), hoursFrom: z.enum(['moment', 'next-hour']),
    uses: z.record(z.enum(['start', 'month', 'roll', 'custody', 'pause', 'working']), z.string().optional()), provisions: z.array(z.strictObject({ topic: one, says: z.string(), source: Citation })), notes: z.array(z.string()),
  })),
  calendars: z.strictObject({
    year: z.number().int().min(1990).max(2100), notices: z.array(z.strictObject({ title: one, no: z.string().nullable(), date: day.nullable(), readAt: z.string() })).min(1),
    holidays: z.array(z.strictObject({ name: one, off: z.array(z.string()), worked: z.array(z.string()) })), remarks: z.string().optional(),
  }),
  glossary: z.array(z.strictObject({ id: one, kind: one, zh: z.string(), en: z.string(), definedIn: z.string().optional(), above: z.string().optional(), also: many.optional() })),
  settings: z.array(z.strictObject({
    id: one, title: Text, value: z.union([z.string(), z.number(), z.boolean(), Period]), reason: Text, status: z.enum(['house-rule', 'assumption']), source: z.string().optional(),
    choices: z.array(z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), Period]), source: z.string() })).optional(), rules: many.optional(),
  })),
  unverified: z.array(z.strictObject({ id: one, topic: z.string(), belief: z.string(), whyItMatters: z.string(), articles: z.array(z.number()), verifyAt: z.string() })),
  procedures: z.strictObject({
    id: one, title: Text, area: one, governedBy, articles: z.array(z.number()), mission: many, subjectRoles: many, stages: z.array(z.strictObject({ id: one, title: Text })),
    include: many.optional(), with: z.record(z.string(), oneOrMany).optional(), without: many.optional(), acts: z.array(Act),
  }),
  acts: z.strictObject({ set: one, acts: z.array(Act) }),
  bindings: z.strictObject({ bindings: z.array(Binding).optional(), bars: z.array(Bar).optional(), kinds: z.record(z.string(), governedBy).optional(), replaces: many.optional() }),
} as const
export type SetPart = keyof typeof shapes

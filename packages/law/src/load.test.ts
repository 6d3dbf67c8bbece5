// Wrong data is refused when the law is loaded, each kind with its file's part, field and reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedParts } from './lawbook.ts'
import { loadLawbook } from './load.ts'
import type { LawParts } from './parts.ts'

type Deep<T> = { -readonly [K in keyof T]: Deep<T[K]> }
type Writable = Deep<LawParts>
const ruleIn = (parts: Writable, id: string): Writable['rules'][number]['rules'][number] => {
  const found = parts.rules.flatMap(({ rules }) => rules).find((one) => one.id === id)
  if (!found) throw new RangeError(id)
  return found
}
const at = <T>(list: readonly T[], i = 0): T => { const one = list[i]; if (one === undefined) throw new RangeError(`nothing at ${i}`); return one }

/** What loading says after one change to the shipped rulebook. */
function problems(change: (parts: Writable) => void): readonly string[] {
  const parts = structuredClone(shippedParts()) as unknown as Writable
  change(parts)
  const loaded = loadLawbook(parts as unknown as LawParts)
  return loaded.ok ? [] : loaded.problems.map(({ file, field, reason }) => `${file} ${field}: ${reason}`)
}

const refuses = (name: string, change: (parts: Writable) => void, expected: RegExp): void => {
  test(`refused: ${name}`, () => {
    const found = problems(change)
    assert.ok(found.some((line) => expected.test(line)), `${found.length === 0 ? 'nothing was refused' : found.slice(0, 5).join('\n')}`)
  })
}

test('the shipped rulebook is right', () => { assert.deepEqual(problems(() => undefined), []) })

refuses('two wordings in force on one day', (parts) => { at(ruleIn(parts, 'prosecution-review').versions, 1).inForce.to = '2018-10-27' as never }, /^rules\.gen\.json .*inForce: prosecution-review: overlaps/)
refuses('an older wording without an end', (parts) => { at(ruleIn(parts, 'prosecution-review').versions, 1).inForce.to = null }, /overlaps/)
refuses('wordings in the wrong order', (parts) => { ruleIn(parts, 'prosecution-review').versions.reverse() }, /overlaps/)
refuses('a wording that ends before it begins', (parts) => { at(ruleIn(parts, 'prosecution-review').versions, 1).inForce.from = '2019-01-01' as never }, /ends after it begins/)
refuses('a transitional rule that nobody knows', (parts) => { at(ruleIn(parts, 'prosecution-review').versions).applies = 'nope' as never }, /applies: prosecution-review: 'nope' is no transitional rule/)
refuses('a transitional rule without a first day', (parts) => { Object.assign(at(ruleIn(parts, 'prosecution-review').versions, 1), { applies: 'matters-from', inForce: { from: null, to: '2018-10-26' } }) }, /says from which day/)
refuses('a rule without a source', (parts) => { at(ruleIn(parts, 'pil-suggestion').versions).sources = [] }, /sources: pil-suggestion: a rule without a source/)
refuses('a rule without a wording', (parts) => { ruleIn(parts, 'pil-suggestion').versions = [] }, /at least one version/)
refuses('a source without its words', (parts) => { at(at(ruleIn(parts, 'pil-suggestion').versions).sources).quote = '' }, /quote: pil-suggestion: a source is quoted/)
refuses('a source of a law that nobody listed', (parts) => { at(at(ruleIn(parts, 'pil-suggestion').versions).sources).law = 'nope' }, /unknown law 'nope'/)
refuses('a way of counting that nobody wrote', (parts) => { at(ruleIn(parts, 'pil-suggestion').versions).computing = 'nope' }, /unknown way of counting 'nope'/)
refuses('a period that is not counted', (parts) => { delete at(ruleIn(parts, 'pil-suggestion').versions).computing }, /says how it is counted/)
refuses('a period in an unknown unit', (parts) => { at(ruleIn(parts, 'pil-suggestion').versions).period = { amount: 3, unit: 'weeks' } as never }, /unknown unit 'weeks'/)
refuses('half a day', (parts) => { at(ruleIn(parts, 'pil-suggestion').versions).period = { amount: 0.5, unit: 'days' } }, /whole number/)
refuses('two variants of one name', (parts) => { const { variants = [] } = at(ruleIn(parts, 'recusal-criminal').versions); at(variants, 1).id = at(variants).id }, /two variants/)
refuses('an id used twice', (parts) => { ruleIn(parts, 'pil-suggestion').id = 'pil-suggestion-reply' }, /used twice/)
refuses('an unknown role', (parts) => { ruleIn(parts, 'pil-suggestion').to = ['nope'] }, /unknown role 'nope'/)
refuses('an unknown level of approval', (parts) => { ruleIn(parts, 'pil-case-filing').approval = { text: { zh: '甲', en: 'a' }, level: 'nope' } }, /unknown level 'nope'/)
refuses('an approval that waits for itself', (parts) => { for (const term of parts.glossary) if (term.kind === 'level' && term.id === 'superior-procuratorate') term.above = 'chief-prosecutor' }, /circular approval: .*→/)
refuses('an approval above which nobody stands', (parts) => { for (const term of parts.glossary) if (term.kind === 'level' && term.id === 'chief-prosecutor') term.above = 'nope' }, /unknown level 'nope'/)
refuses('an instrument without the elements that its source lists', (parts) => { for (const one of parts.instruments) if (one.id === 'pil-suggestion') one.required.elements = [] }, /pil-suggestion: the source lists what must stand/)
refuses('an instrument of an unknown rule', (parts) => { at(parts.instruments).rules = ['nope'] }, /unknown rule 'nope'/)
refuses('a power without a source', (parts) => { at(parts.powers).sources = [] }, /power without a source/)
refuses('a power of an unknown level', (parts) => { at(parts.powers).level = 'nope' }, /unknown level 'nope'/)
refuses('a step of counting without its sentence', (parts) => { at(parts.computing).uses.start = 'nope' }, /no provision on 'nope'/)
refuses('a silent source without the setting that stands in', (parts) => { parts.settings = parts.settings.filter(({ id }) => id !== 'computing.months') }, /setting 'computing\.months' is missing/)
refuses('a gap in the calendar', (parts) => { parts.calendars = parts.calendars.filter(({ year }) => year !== 2020) }, /calendars\.gen\.json year: .*a gap/)
refuses('a year twice', (parts) => { at(parts.calendars, 1).year = 2015 }, /stands twice|not of this year/)
refuses('a day both off and worked', (parts) => { at(at(parts.calendars).holidays).worked.push(at(at(at(parts.calendars).holidays).off).slice(0, 10)) }, /stands twice/)
refuses('a day that no calendar has', (parts) => { at(at(parts.calendars).holidays).off = ['2015-02-30'] }, /neither a day nor a run/)
refuses('a year without its notice', (parts) => { at(parts.calendars).notices = [] }, /names the notice/)

const procedure = (act: Readonly<Record<string, unknown>>): never => ({
  id: 'made-up', title: { zh: '甲', en: 'a' }, area: 'hearing', governedBy: 'civil', articles: [4], mission: [], subjectRoles: [], stages: [{ id: 's', title: { zh: '甲', en: 'a' } }],
  acts: [{ key: 'one', act: 'approve', title: { zh: '甲', en: 'a' }, by: { side: 'procuratorate' }, guards: [], form: [], ...act }],
}) as never
const waits = { name: 'x', otherwise: { short: { zh: '甲', en: 'a' }, because: { zh: '甲', en: 'a' }, unblockedBy: 'one' } }
refuses('a procedure with an act that the vocabulary lacks', (parts) => { parts.procedures.push(procedure({ act: 'nope' })) }, /made-up\.one: unknown act 'nope'/)
refuses('a procedure with an unknown instrument', (parts) => { parts.procedures.push(procedure({ instrument: 'nope' })) }, /unknown instrument 'nope'/)
refuses('a procedure whose act points at none of its own', (parts) => { parts.procedures.push(procedure({ of: ['nope'] })) }, /knows no act 'nope'/)
refuses('a procedure whose approval is unblocked only by itself', (parts) => { parts.procedures.push(procedure({ guards: [waits] })) }, /circular approval: one → one/)
refuses('a procedure decided by a power that nobody has', (parts) => { parts.procedures.push(procedure({ power: 'nope' })) }, /nope/)
const binding = (more: Readonly<Record<string, unknown>>): never => ({ bindings: [{ rule: 'pil-suggestion-reply', opens: [{ act: 'serve' }], owedBy: 'recipient', discharge: [{ act: 'reply' }], ...more }] }) as never
refuses('a binding of an unknown rule', (parts) => { parts.bindings.push(binding({ rule: 'nope' })) }, /unknown rule 'nope'/)
refuses('a binding on an unknown act', (parts) => { parts.bindings.push(binding({ opens: [{ act: 'nope' }] })) }, /opens: .*unknown act 'nope'/)
refuses('a binding on an unknown instrument', (parts) => { parts.bindings.push(binding({ discharge: [{ act: 'reply', instrument: 'nope' }] })) }, /unknown instrument 'nope'/)
refuses('a binding of a variant that the rule lacks', (parts) => { parts.bindings.push(binding({ variant: 'nope' })) }, /no variant 'nope'/)
refuses('a binding with a period of no setting', (parts) => { parts.bindings.push(binding({ periodFromSetting: 'nope' })) }, /unknown setting 'nope'/)
refuses('a binding for an unknown kind of matter', (parts) => { parts.bindings.push(binding({ procedures: ['nope'] })) }, /unknown kind of matter 'nope'/)

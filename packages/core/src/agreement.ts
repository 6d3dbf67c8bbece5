import { addDays, day, dueOf, isDay, versionAt, type Day, type DueOptions, type Lawbook } from '@hengjian/law'
import messages from '../messages/replay.json' with { type: 'json' }
import type { Matter } from './act.ts'
import { dayRefusal } from './decide.ts'
import { duties } from './duties.ts'
import type { Duty, Refusal } from './duty.ts'
import { entriesOf, procedureOf } from './entry.ts'
import { barred, factsFor, guarded } from './guards.ts'
import { fillText } from './refusals.ts'
import type { Dispute, Expectation, RefusalExpected, ReplayFile, ReplayResult } from './replay-file.ts'
import { actOf, endOfTime, matterOf } from './replay-matter.ts'
import type { Wording } from './version.ts'

const words = (zh: string, values: Readonly<Record<string, string>>): string => fillText({ zh, en: zh }, values).zh
const shownAs = (due: string | null | undefined, status: string | undefined, by: number | undefined): string =>
  [due ?? 'null', status, by === undefined ? undefined : `by ${by}`].filter((one) => one !== undefined).join(' ')

/** The matter as of a day: later acts left out. */
const asOf = (matter: Matter, on: Day): Matter => ({ ...matter, acts: matter.acts.filter((act) => act.on <= on) })

/** The duty that an expectation speaks of: same rule, bearer and opening act (the service, or the signature for it); of several, the one of its label or date. */
function dutyFor(want: Expectation, found: readonly Duty[], matter: Matter): Duty | undefined {
  const opener = (duty: Duty): boolean => duty.openedBy === want.openedBy || matter.acts.find(({ n }) => n === duty.openedBy)?.of === want.openedBy
  const same = found.filter((duty) => duty.rule === want.rule && duty.owedBy === want.owedBy && opener(duty) && (want.time === undefined || duty.time === want.time))
  return same.find((duty) => duty.label !== undefined && duty.label === want.label) ?? same.find((duty) => duty.due === (want.due ?? null)) ?? same[0]
}

/** The due date with facts that the file tells beside its acts: custody, the first day counted, no rolling, the extension that the rule allows. */
function dueWith(duty: Duty, options: DueOptions, matter: Matter, lawbook: Lawbook): Day | null {
  const rule = lawbook.rules.get(duty.rule)
  const opening = matter.acts.find(({ n }) => n === duty.openedBy)
  const start = duty.explained.steps.find(({ sign }) => sign === 'start')?.date ?? opening?.on
  const version = rule?.versions.find(({ inForce }) => inForce.from === duty.explained.version.from) ?? rule?.versions[0]
  if (rule === undefined || version === undefined || start == null) return null
  const custody = matter.custody === true || opening?.form?.['custody'] === true
  return dueOf(rule, version, start, { ...(custody ? { custody } : {}), ...options }, lawbook).due
}

/** A length that the decision itself fixed, as the file tells it (`variant: 6 months`): the rule's variant of that length, or the length itself, put into the form of the act that opens. */
function withLength(matter: Matter, { variant, openedBy, rule }: Expectation, lawbook: Lawbook): Matter {
  const [, amount, unit] = /^(\d{1,4}) (days|months|years|working-days|hours)$/.exec(variant ?? '') ?? []
  if (amount === undefined || unit === undefined) return matter
  const named = lawbook.rules.get(rule)?.versions[0]?.variants.find(({ period }) => period.amount === Number(amount) && period.unit === unit)?.id
  const more = { length: { amount: Number(amount), unit }, ...(named === undefined ? {} : { variant: named }) }
  return { ...matter, acts: matter.acts.map((act) => (act.n === openedBy ? { ...act, form: { ...act.form, ...more } } : act)) }
}

type Heard = { readonly duty: Duty | undefined; readonly disputes: readonly Dispute[] }

function hear(want: Expectation, matter: Matter, lawbook: Lawbook, now: Day): Heard {
  const on = isDay(want.asOf) ? want.asOf : now
  const seen = withLength(isDay(want.asOf) ? asOf(matter, want.asOf) : matter, want, lawbook)
  const wording: Wording = want.expect_as_if_current === true ? 'current' : 'in-force-else-current'
  const found = duties(seen, lawbook, on, wording)
  const duty = dutyFor(want, found, seen)
  const because = String(want.because ?? '')
  const wanted = shownAs(want.due, want.dueOnly === true ? undefined : want.status, want.dischargedBy)
  if (duty === undefined) {
    const others = found.filter(({ rule }) => rule === want.rule).map((one) => `${one.owedBy}@${one.openedBy}`).join(', ')
    return { duty, disputes: [{ rule: want.rule, want: wanted, got: others === '' ? messages.noDuty : words(messages.dutiesOfRule, { found: others }), because }] }
  }
  const told = { ...(want.custody === true ? { custody: true } : {}), ...(want.inclusive === true ? { inclusive: true } : {}), ...(want.noRoll === true ? { noRoll: true } : {}) }
  const due = duty.due === (want.due ?? null) || Object.keys(told).length === 0 ? duty.due : dueWith(duty, told, seen, lawbook)
  const agrees = due === (want.due ?? null) && (want.dueOnly === true || want.status === undefined || (duty.status === want.status && duty.dischargedBy === want.dischargedBy))
  const disputes: Dispute[] = agrees ? [] : [{ rule: want.rule, want: wanted, got: shownAs(due, duty.status, duty.dischargedBy), because }]
  if (want.dueIfExtended !== undefined) {
    const extended = dueWith(duty, { extensions: [{ on: duty.due ?? on }], ...told }, seen, lawbook)
    if (extended !== want.dueIfExtended) disputes.push({ rule: want.rule, want: `extended ${want.dueIfExtended}`, got: `extended ${extended ?? 'null'}`, because })
  }
  return { duty, disputes }
}

/** The older wording that the writer of the file read must be the one that the rulebook keeps for that day. */
function hearOld(want: Expectation, matter: Matter, lawbook: Lawbook, now: Day): readonly Dispute[] {
  const then = want.as_then
  if (then === undefined || !('due' in then)) return []
  const on = isDay(want.asOf) ? want.asOf : now
  const seen = withLength(isDay(want.asOf) ? asOf(matter, want.asOf) : matter, want, lawbook)
  const due = then['due'] === null ? null : String(then['due'])
  const duty = dutyFor({ ...want, due }, duties(seen, lawbook, on, 'in-force'), seen)
  const opened = matter.acts.find(({ n }) => n === want.openedBy)
  const rule = lawbook.rules.get(want.rule)
  const unread = rule !== undefined && opened !== undefined && versionAt(rule, isDay(want.from) ? want.from : opened.on) === null
  // No wording of that day and no period in the one that was read: neither starts a clock.
  if (duty === undefined && unread && due === null) return []
  if (duty !== undefined && duty.due === due && (then['status'] === undefined || then['status'] === duty.status)) return []
  const got = duty !== undefined ? shownAs(duty.due, duty.status, undefined) : unread ? words(messages.noOldWording, { on: opened.on }) : messages.noDuty
  return [{ rule: want.rule, want: `as then ${shownAs(due, then['status'] === undefined ? undefined : String(then['status']), undefined)}`, got, because: String(then['source'] ?? '') }]
}

/** What the law says to an act tried on a day, after the first `after` acts of the file. Null: nothing stands against it. */
export function tried(file: ReplayFile, attempt: RefusalExpected, lawbook: Lawbook): Refusal | null {
  const wrongDay = dayRefusal(attempt.on, undefined, endOfTime, lawbook)
  if (wrongDay !== null) return wrongDay
  const matter = matterOf(file, attempt.after)
  const { n: _n, ...act } = actOf(attempt, 0)
  const facts = factsFor(matter, lawbook, { organ: attempt.by, office: null }, act, day(attempt.on), attempt.as_if_current === true ? 'current' : 'in-force-else-current')
  const against = barred(act, facts)
  if (against !== null) return against
  const refusals = entriesOf(procedureOf(matter, lawbook), { ...act, by: attempt.by }, matter).map((entry) => guarded(entry, facts, true))
  return refusals.length > 0 && refusals.every((one) => one !== null) ? refusals[0] ?? null : null
}

/** Every expectation and every act to be refused, heard one by one. `asToday`: ids of the duties that the file wants by today's wording. */
export function agreementOf(file: ReplayFile, lawbook: Lawbook): { readonly agreement: ReplayResult['agreement']; readonly asToday: ReadonlySet<string> } {
  const matter = matterOf(file)
  const last = matter.acts.map(({ on }) => on).toSorted().at(-1) ?? addDays('1949-10-01' as Day, 0)
  const now = isDay(file.now) ? file.now : last
  const asToday = new Set<string>()
  const disputed: Dispute[] = []
  let agreed = 0
  for (const want of file.expect ?? []) {
    const { duty, disputes } = hear(want, matter, lawbook, now)
    const all = [...disputes, ...hearOld(want, matter, lawbook, now)]
    if (all.length === 0) agreed++
    else disputed.push(...all)
    if (duty !== undefined && want.expect_as_if_current === true) asToday.add(duty.id)
  }
  for (const want of file.refuse ?? []) {
    const refusal = tried(file, want, lawbook)
    if (refusal !== null && (want.rule === undefined || refusal.rule === want.rule)) agreed++
    else disputed.push({ rule: want.rule ?? '', want: `refuse ${want.act} ${want.on}`, got: refusal === null ? messages.notRefused : `${refusal.rule ?? ''} ${refusal.because.zh}`, because: String(want.because ?? '') })
  }
  return { agreement: { expected: (file.expect ?? []).length + (file.refuse ?? []).length, agreed, disputed }, asToday }
}

// Why a duty ends on the day it ends, and what would change that day. Nothing is written.
import { duties as dutiesOf, type Act, type Duty as CoreDuty, type Matter as CoreMatter } from '@hengjian/core'
import { addDays, dueOf, legalDay, toNumber, versionAt, type Day, type DueOptions, type Explained, type Instant, type Lawbook, type Rule, type Text } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import type { Duty, Why } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { explainedOf } from './law.ts'
import { say } from './say.ts'
import { dutyView, summaryView, titleOfAct } from './views.ts'
import { calendarDays, samePaper } from './worklist.ts'

const startOf = (explained: { readonly steps: Explained['steps'] }, opened: Day): Day => explained.steps.find(({ sign }) => sign === 'start')?.date ?? opened

type If = Why['whatIf'][number]
const one = (label: Text, explained: Explained): If => ({ label, due: explained.due, explained: explainedOf(explained) })

/** The duty as it would be had the act that opened it stood on another day; everything else as it is on record. */
function openedOn(matter: CoreMatter, lawbook: Lawbook, duty: CoreDuty, day: Day, now: Instant): Explained | undefined {
  const acts = matter.acts.map((act): Act => { const { at: _at, ...rest } = act; return act.n === duty.openedBy ? { ...rest, on: day } : act })
  return dutiesOf({ ...matter, acts }, lawbook, now).find(({ id }) => id === duty.id)?.explained
}

/** Another start, another variant, an extension: what was asked for, then what the law itself offers. */
function whatIf(lawbook: Lawbook, rule: Rule, matter: CoreMatter, found: CoreDuty, start: Day, now: Instant, asked: { readonly from?: Day | undefined; readonly variant?: string | undefined }): readonly If[] {
  const version = versionAt(rule, start) ?? rule.versions[0]
  const direct = matter.acts.find(({ n }) => n === found.openedBy)?.on === start
  const starting = (day: Day): readonly If[] => { const other = direct ? openedOn(matter, lawbook, found, day, now) : undefined; return other === undefined ? [] : [one(say('whatIf.start', { day }), other)] }
  if (version === undefined || (version.period === null && version.variants.length === 0)) return [...(asked.from === undefined ? [] : starting(asked.from)), ...starting(addDays(start, 1))]
  const due = (from: Day, options: DueOptions = {}): Explained => dueOf(rule, versionAt(rule, from) ?? version, from, options, lawbook)
  const later = addDays(start, 1)
  const begun = (day: Day): readonly If[] => (asked.variant === undefined && direct ? starting(day) : [one(say('whatIf.start', { day }), due(day, asked.variant === undefined ? {} : { variant: asked.variant }))])
  const given = asked.from === undefined ? [] : begun(asked.from)
  const variants = version.variants.map((variant) => one(say('whatIf.variant', { when: variant.when }), due(start, { variant: variant.id })))
  const extension = version.extension === null || version.extension.amount === null || version.extension.unit === null || version.period === null ? []
    : [one(say('whatIf.extended', { condition: version.extension.condition }), due(start, { extensions: [{ on: start, period: { amount: version.extension.amount, unit: version.extension.unit } }] }))]
  return [...given, ...begun(later), ...variants, ...extension]
}

/** One sentence that can stand in a letter: who, what, until when, counted from what, under which provision. */
const sentenceOf = (duty: Duty, start: Day, title: Text): Text => (duty.due === null
  ? say('sentence.open', { organ: duty.owedBy.name, what: duty.obligation, chip: duty.chip })
  : say('sentence.due', { organ: duty.owedBy.name, what: duty.obligation, due: duty.due, start, title, calc: duty.calc, chip: duty.chip }))

/** Days shown around the end: the month before it, and a little after the last end that matters. */
const around = (duty: Duty, chained: readonly Duty[], start: Day, today: Day): { readonly from: Day; readonly to: Day } => {
  const ends = [duty.due ?? today, ...chained.flatMap(({ due }) => (due === null ? [] : [due])), today].filter((day) => Math.abs(toNumber(day as Day) - toNumber((duty.due ?? today) as Day)) < 60).toSorted() as Day[]
  const last = addDays(ends.at(-1) ?? today, 10)
  const first = addDays(start, -3)
  return { from: toNumber(last) - toNumber(first) > 380 ? addDays(last, -380) : first < last ? first : addDays(last, -30), to: last }
}

export const why = (room: Room): Desk['why'] => async (who, { matter: id, duty: dutyId, from, variant }) => {
  const { store, lawbook, names } = room
  const known = await names()
  const { loaded, ends } = await store.read(who.scope, async (q) => {
    const found = await q.matter(id)
    return { loaded: found, ends: found === null ? [] : await q.dutyDays(addDays(legalDay(who.now), -380), addDays(legalDay(who.now), 400)) }
  })
  if (loaded === null) return absent(who)
  const all = dutiesOf(loaded.matter, lawbook, who.now)
  const found = all.find((duty) => duty.id === dutyId)
  // The other side sees a date that an inner step opened, and of that step only its outline.
  const shown = loaded.acts.find(({ n }) => n === found?.openedBy)
  const opening = shown ?? loaded.matter.acts.find(({ n }) => n === found?.openedBy)
  const rule = lawbook.rules.get(found?.rule ?? '')
  if (found === undefined || opening === undefined || rule === undefined) return absent(who)
  if (variant !== undefined && !rule.versions.some(({ variants }) => variants.some((one_) => one_.id === variant))) return refuse(who, 'no-such-variant', 422, { variant })
  const duty = dutyView(found, lawbook, known, who)
  const breach = new Set(lawbook.bindings.filter(({ opensOnBreachOf, startsAtEndOf }) => opensOnBreachOf === found.rule || startsAtEndOf === found.rule).map((binding) => binding.rule))
  const chained = all.filter((other) => other.id !== found.id && breach.has(other.rule) && samePaper(loaded.matter, other.openedBy, found.openedBy)).map((other) => dutyView(other, lawbook, known, who))
  const start = startOf(found.explained, opening.on)
  const span = around(duty, chained, start, legalDay(who.now))
  const title = titleOfAct(lawbook, loaded.procedure, opening)
  return good({
    duty, matter: summaryView(loaded, lawbook, known, who), chained, days: calendarDays(lawbook, span.from, span.to, new Map(ends.map((end) => [end.day, end]))),
    start: { n: opening.n, title, on: opening.on, receiptNo: shown?.receiptNo ?? null }, whatIf: found.due === null ? [] : [...whatIf(lawbook, rule, loaded.matter, found, start, who.now, { from, variant })], sentence: sentenceOf(duty, start, title),
  })
}

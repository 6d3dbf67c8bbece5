// Why a duty ends on the day it ends, and what would change that day. Nothing is written.
import { duties as dutiesOf, type Duty as CoreDuty } from '@hengjian/core'
import { addDays, legalDay, restsOn, toNumber, type Day, type Explained, type Lawbook, type Text } from '@hengjian/law'
import type { Desk } from './desk.ts'
import type { Room } from './room.ts'
import type { Duty, Why } from './shapes.ts'
import { absent, good, refuse } from './answers.ts'
import { say } from './say.ts'
import { dutyView, summaryView, titleOfAct } from './views.ts'
import { whatIf } from './why-if.ts'
import { calendarDays, samePaper } from './worklist.ts'

const startOf = (explained: { readonly steps: Explained['steps'] }, opened: Day): Day => explained.steps.find(({ sign }) => sign === 'start')?.date ?? opened

/** The sentences that lines rest on, else their whole provision; and what only the counting rests on. */
function restingOf(duties: readonly CoreDuty[], lawbook: Lawbook, shown: readonly Duty[]): Pick<Why, 'marks' | 'counting'> {
  const cited = new Set(shown.flatMap(({ sources }) => sources.map((source) => source.quote)))
  const steps = duties.flatMap((duty) => {
    const periods = (lawbook.rules.get(duty.rule)?.versions ?? []).flatMap(({ period, variants, extension }) => [...(period === null ? [] : [period]), ...variants.map((variant) => variant.period), ...(extension?.amount == null || extension.unit === null ? [] : [{ amount: extension.amount, unit: extension.unit }])])
    return duty.explained.steps.flatMap((step) => (step.quote === undefined ? [] : [{ provision: step.provision, quote: step.quote, rests: restsOn(step.quote, step.sign, `${step.what}${step.brief ?? ''}`, periods) }]))
  })
  const counting = steps.filter(({ quote }) => ![...cited].some((one) => one.includes(quote)))
  return {
    marks: [...new Set(steps.map(({ quote, rests }) => rests ?? quote))],
    counting: [...Map.groupBy(counting, ({ provision }) => provision)].map(([provision, all]) => ({ provision, quote: [...new Set(all.map(({ quote }) => quote))].join('\n') })),
  }
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

export const why = (room: Room): Desk['why'] => async (who, { matter: id, duty: dutyId, ...asked }) => {
  const { variant, pauseFrom, pauseTo } = asked
  if (pauseTo !== undefined && (pauseFrom === undefined || pauseTo <= pauseFrom)) return refuse(who, 'what-if-range', 422, { from: pauseFrom ?? '', to: pauseTo })
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
  const following = all.filter((other) => other.id !== found.id && breach.has(other.rule) && samePaper(loaded.matter, other.openedBy, found.openedBy))
  const chained = following.map((other) => dutyView(other, lawbook, known, who))
  const version = rule.versions.find(({ inForce }) => inForce.from === found.basis.version) ?? rule.versions[0]
  const start = startOf(found.explained, opening.on)
  const span = around(duty, chained, start, legalDay(who.now))
  const title = titleOfAct(lawbook, loaded.procedure, opening)
  return good({
    duty, matter: summaryView(loaded, lawbook, known, who), chained, days: calendarDays(lawbook, span.from, span.to, new Map(ends.map((end) => [end.day, end]))),
    start: { n: opening.n, title, on: opening.on, receiptNo: shown?.receiptNo ?? null }, whatIf: [...whatIf({ lawbook, rule, matter: loaded.matter, found, now: who.now }, asked)], sentence: sentenceOf(duty, start, title),
    ...restingOf([found, ...following], lawbook, [duty, ...chained]), variants: (version?.variants ?? []).map(({ id: one, when }) => ({ id: one, when })), extends: version?.extension?.amount != null, custody: found.basis.options.custody === true,
  })
}

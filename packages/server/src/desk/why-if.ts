// Another start, custody, an extension, a suspension, another case of the rule: the date that would follow, by the same law. Nothing is written.
import { datedBy, duties as dutiesOf, type Act, type Basis, type Duty as CoreDuty, type Matter as CoreMatter } from '@hengjian/core'
import { addDays, legalDay, type Day, type Explained, type Instant, type Lawbook, type Period, type Rule, type Text } from '@hengjian/law'
import type { WhatIf } from './desk.ts'
import { explainedOf } from './law.ts'
import { periodText } from './library-names.ts'
import { say } from './say.ts'
import type { Why } from './shapes.ts'

type If = Why['whatIf'][number]
const one = (label: Text, explained: Explained, asked = false): If => ({ label, due: explained.due, explained: explainedOf(explained), asked })

/** The duty as it would be had the act that opened it stood on another day; everything else as it is on record. */
function openedOn(matter: CoreMatter, lawbook: Lawbook, duty: CoreDuty, day: Day, now: Instant): CoreDuty | undefined {
  const acts = matter.acts.map((act): Act => { const { at: _at, ...rest } = act; return act.n === duty.openedBy ? { ...rest, on: day } : act })
  return dutiesOf({ ...matter, acts }, lawbook, now).find(({ id }) => id === duty.id)
}

/** 1-months, 15-days. */
export const lengthFrom = (text: string): Period | null => { const [, amount = '', unit = ''] = /^(\d{1,3})-(days|months|working-days|years)$/.exec(text) ?? []; return amount === '' ? null : { amount: Number(amount), unit: unit as Period['unit'] } }

const joined = (labels: readonly Text[]): Text => ({ zh: labels.map(({ zh }) => zh).join('，'), en: labels.map(({ en }) => en).join(', ') })

export type Question = { readonly lawbook: Lawbook; readonly rule: Rule; readonly matter: CoreMatter; readonly found: CoreDuty; readonly now: Instant }

/** What was asked for first, all of it together; then what the law itself offers. */
export function whatIf({ lawbook, rule, matter, found, now }: Question, asked: WhatIf): readonly If[] {
  const { basis } = found
  if (basis.start === null) return []
  const start = legalDay(basis.start)
  const direct = matter.acts.find(({ n }) => n === found.openedBy)?.on === start
  const starting = (day: Day): Basis => (direct ? openedOn(matter, lawbook, found, day, now)?.basis : undefined) ?? { ...basis, start: day }
  const version = rule.versions.find(({ inForce }) => inForce.from === basis.version) ?? rule.versions[0]
  const variantNamed = (id: string): Text => version?.variants.find((variant) => variant.id === id)?.when ?? { zh: id, en: id }
  const extension = version?.extension ?? null
  const own: Period | null = extension?.amount == null || extension.unit === null ? null : { amount: extension.amount, unit: extension.unit }
  const offers = [
    one(say('whatIf.start', { day: addDays(start, 1) }), datedBy(starting(addDays(start, 1)), lawbook)),
    ...(version?.variants ?? []).filter(({ id }) => id !== basis.options.variant).map(({ id, when }) => one(say('whatIf.variant', { when }), datedBy({ ...basis, options: { ...basis.options, variant: id } }, lawbook))),
    ...(extension === null || own === null ? [] : [one(say('whatIf.extended', { condition: extension.condition }), datedBy({ ...basis, options: { ...basis.options, extensions: [...basis.options.extensions ?? [], { on: start, period: own }] } }, lawbook))]),
  ]
  const from = asked.from === undefined ? basis : starting(asked.from)
  const length = asked.extend === undefined ? null : asked.extend === 'law' ? own : lengthFrom(asked.extend)
  const begun = legalDay(from.start ?? start)
  const labels = [
    ...(asked.from === undefined ? [] : [say('whatIf.start', { day: asked.from })]), ...(asked.variant === undefined ? [] : [say('whatIf.variant', { when: variantNamed(asked.variant) })]), ...(asked.custody === undefined ? [] : [say(asked.custody ? 'whatIf.custody' : 'whatIf.free')]),
    ...(length === null ? [] : [say('whatIf.longer', { length: periodText(length) })]), ...(asked.pauseFrom === undefined ? [] : [say(asked.pauseTo === undefined ? 'whatIf.pausedOpen' : 'whatIf.paused', { from: asked.pauseFrom, to: asked.pauseTo ?? '' })]),
  ]
  if (labels.length === 0) return offers
  const { custody: _custody, ...rest } = from.options
  const options = {
    ...rest, ...((asked.custody ?? from.options.custody) === true ? { custody: true } : {}), ...(asked.variant === undefined ? {} : { variant: asked.variant }),
    ...(length === null ? {} : { extensions: [...from.options.extensions ?? [], { on: begun, period: length }] }),
    ...(asked.pauseFrom === undefined ? {} : { pauses: [...from.options.pauses ?? [], { from: asked.pauseFrom < begun ? begun : asked.pauseFrom, to: asked.pauseTo ?? null }] }),
  }
  return [one(joined(labels), datedBy({ ...from, options }, lawbook), true), ...offers]
}

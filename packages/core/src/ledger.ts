import { legalDay, provisionOf, settingAt, type Explained, type Lawbook, type Rule, type RuleVersion } from '@hengjian/law'
import messages from '../messages/ledger.json' with { type: 'json' }
import type { Basis } from './basis.ts'
import { fillText } from './refusals.ts'

/** The ledger of a period that has not begun: what it waits for, under the rule's own provision. */
export function unstarted(rule: Rule, waits: 'receipt' | 'earlier', version: RuleVersion, lawbook: Lawbook): Explained {
  const { zh, en } = waits === 'receipt' ? messages.unstarted : messages.laterStart
  const [source] = version.sources
  const step = { sign: 'start' as const, what: zh, whatEn: en, date: null, provision: source === undefined ? rule.title.zh : provisionOf(source) }
  return { rule: rule.id, version: { from: version.inForce.from, to: version.inForce.to }, due: null, dueAt: null, steps: [step], provisional: false, calendar: lawbook.calendar.label }
}

/** A matter that keeps an older wording says so, under the law whose transitional rule leaves it there. */
export function transitional(explained: Explained, { insteadOf }: Basis, rule: Rule): Explained {
  const newer = insteadOf === undefined ? undefined : rule.versions.find(({ inForce }) => inForce.from === insteadOf)
  const [source] = newer?.sources ?? []
  if (insteadOf === undefined || source === undefined) return explained
  const { zh, en } = fillText(messages.transitional, { day: insteadOf })
  const [start, ...rest] = explained.steps
  const step = { sign: 'count' as const, what: zh, whatEn: en, date: insteadOf, provision: provisionOf(source) }
  return { ...explained, steps: [...(start === undefined ? [] : [start]), step, ...rest] }
}

/** The house's own period, or the day that an act itself set, is said on the ledger with its reason. */
export function houseLine(explained: Explained, { rule, start, setting: id, stated }: Basis, lawbook: Lawbook): Explained {
  const setting = lawbook.settings.get(id ?? '')
  const house = setting === undefined || start === null ? null : settingAt(setting, legalDay(start))
  if (house === null && stated === undefined) return explained
  const step = stated !== undefined
    ? { sign: 'end' as const, what: fillText(messages.stated, { day: stated }).zh, whatEn: fillText(messages.stated, { day: stated }).en, date: stated, provision: lawbook.rules.get(rule)?.title.zh ?? rule }
    : { sign: 'provisional' as const, what: house?.reason.zh ?? '', whatEn: house?.reason.en ?? '', brief: setting?.title.zh ?? '', briefEn: setting?.title.en ?? '', date: explained.due, provision: setting?.title.zh ?? '', chip: '', chipEn: '' }
  return { ...explained, due: stated ?? explained.due, steps: [...explained.steps, step] }
}

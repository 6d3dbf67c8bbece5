import { provisionOf, type Day, type Explained, type Lawbook, type RuleBinding, type RuleVersion } from '@hengjian/law'
import messages from '../messages/ledger.json' with { type: 'json' }
import type { Bound } from './bindings.ts'
import { housePeriod } from './periods.ts'
import { fillText } from './refusals.ts'

/** The ledger of a period that has not begun: what it waits for, under the rule's own provision. */
export function unstarted({ rule, binding }: Bound, version: RuleVersion, lawbook: Lawbook): Explained {
  const { zh, en } = binding.startsAtEndOf === undefined ? messages.unstarted : messages.laterStart
  const [source] = version.sources
  const step = { sign: 'start' as const, what: zh, whatEn: en, date: null, provision: source === undefined ? rule.title.zh : provisionOf(source) }
  return { rule: rule.id, version: { from: version.inForce.from, to: version.inForce.to }, due: null, dueAt: null, steps: [step], provisional: false, calendar: lawbook.calendar.label }
}

/** The house's own period is said on the ledger, with its reason. */
export function withHouse(explained: Explained, binding: RuleBinding, lawbook: Lawbook, stated: Day | null): Explained {
  const house = housePeriod(binding, lawbook)
  if (house === null && stated === null) return explained
  const step = stated !== null
    ? { sign: 'end' as const, what: fillText(messages.stated, { day: stated }).zh, whatEn: fillText(messages.stated, { day: stated }).en, date: stated, provision: lawbook.rules.get(binding.rule)?.title.zh ?? binding.rule }
    : { sign: 'provisional' as const, what: house?.setting.reason.zh ?? '', whatEn: house?.setting.reason.en ?? '', brief: house?.setting.title.zh ?? '', briefEn: house?.setting.title.en ?? '', date: explained.due, provision: house?.setting.title.zh ?? '', chip: '', chipEn: '' }
  return { ...explained, due: stated ?? explained.due, steps: [...explained.steps, step] }
}

import type { Lawbook, Setting, SettingValue } from './data.ts'
import { isDay, type Day, type Instant } from './day.ts'
import { practiceReason } from './messages/practice.ts'
import type { Period } from './rule.ts'

/** A choice of one organ where the sources conflict or are silent: who set it, when, why, for what begins from which day. `value` null: back to the rulebook's own choice. */
export type Practice = {
  readonly id: string
  readonly organ: string
  readonly organName: string
  readonly setting: string
  readonly value: SettingValue | null
  readonly from: Day
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** Why something is no local practice. */
export type PracticeFault = 'statutory' | 'unknown' | 'not-local' | 'not-a-choice' | 'not-a-period' | 'not-a-day' | 'no-reason'

const isPeriod = (value: SettingValue | null): value is Period => typeof value === 'object' && value !== null
const same = (a: SettingValue | null, b: SettingValue | null): boolean => (isPeriod(a) && isPeriod(b) ? a.amount === b.amount && a.unit === b.unit : a === b)

/** A waiting time that no source sets: the organ may choose its length. Everything else of the house holds for all. */
const free = ({ id, status, value }: Setting): boolean => status === 'house-rule' && isPeriod(value) && id.startsWith('ladder.')

/**
 * Whether an organ may set this; null when it may. A period of the law is never local practice: only a setting whose sources conflict
 * (then one of the values that they give) or a waiting time of the house.
 */
export function practiceFault({ setting: id, value, from, reason }: Pick<Practice, 'setting' | 'value' | 'from' | 'reason'>, lawbook: Lawbook): PracticeFault | null {
  const setting = lawbook.settings.get(id)
  if (setting === undefined) return lawbook.rules.has(id) ? 'statutory' : 'unknown'
  if (!isDay(from)) return 'not-a-day'
  if (reason.trim() === '') return 'no-reason'
  if (setting.choices === undefined && !free(setting)) return 'not-local'
  if (value === null) return null
  if (setting.choices !== undefined) return setting.choices.some((choice) => same(choice.value, value)) ? null : 'not-a-choice'
  return isPeriod(value) && Number.isInteger(value.amount) && value.amount >= 1 && value.amount <= 366 && (value.unit === 'days' || value.unit === 'working-days' || value.unit === 'months') ? null : 'not-a-period'
}

/** Settings that an organ may choose for itself. */
export const localSettings = ({ settings }: Lawbook): readonly Setting[] => [...settings.values()].filter((setting) => setting.choices !== undefined || free(setting))

/** What a setting says for something that begins on a day; null when it says nothing for it and the rule's own length holds. */
export function settingAt({ value, reason, former = [] }: Setting, on: Day): Pick<Setting, 'value' | 'reason'> | null {
  const earlier = former.find(({ until }) => on < until)
  if (earlier === undefined) return { value, reason }
  return earlier.value === null ? null : { value: earlier.value, reason: earlier.reason }
}

/** The practices in force for one organ and setting, in the order of their days: a later word replaces those of its day and after. */
const standing = (all: readonly Practice[]): readonly Practice[] =>
  all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).reduce<readonly Practice[]>((kept, one) => [...kept.filter(({ from }) => from < one.from), one], [])

function practised(setting: Setting, practices: readonly Practice[]): Setting {
  // A choice among sources is the rule's own length until somebody chooses otherwise.
  const own = setting.rules === undefined ? { value: setting.value, reason: setting.reason } : { value: null, reason: setting.reason }
  const steps = practices.map((one) => ({ from: one.from, value: one.value ?? own.value, reason: one.value === null ? setting.reason : practiceReason(one) }))
  const former = steps.map(({ from }, i) => { const before = steps[i - 1] ?? own; return { until: from, value: before.value, reason: before.reason } })
  const last = steps.at(-1)
  if (last === undefined) return setting
  // Back to the rule's own length: nothing is said for any day after.
  return last.value === null ? { ...setting, former: [...former, { until: '9999-12-31' as Day, value: null, reason: setting.reason }] } : { ...setting, value: last.value, reason: last.reason, former }
}

const made = new WeakMap<Lawbook, Map<string, Lawbook>>()

/**
 * The law as one organ practises it: its own choices in place of the rulebook's, each from its day on; worked out once a lawbook and set of choices.
 * Without a choice of the organ it is the lawbook itself.
 */
export function withPractice(lawbook: Lawbook, all: readonly Practice[], organ: string): Lawbook {
  const own = all.filter((one) => one.organ === organ && lawbook.settings.has(one.setting))
  if (own.length === 0) return lawbook
  const kept = made.get(lawbook) ?? new Map<string, Lawbook>()
  made.set(lawbook, kept)
  const key = own.map(({ id }) => id).join('\0')
  const found = kept.get(key)
  if (found !== undefined) return found
  const settings = new Map(lawbook.settings)
  const follow = new Map<string, string>()
  for (const [id, practices] of Map.groupBy(own, ({ setting }) => setting)) {
    const setting = lawbook.settings.get(id)
    if (setting === undefined) continue
    settings.set(id, practised(setting, standing(practices)))
    for (const rule of setting.rules ?? []) follow.set(rule, id)
  }
  const bindings = lawbook.bindings.map((binding) => {
    const setting = follow.get(binding.rule)
    return setting === undefined || binding.periodFromSetting !== undefined || binding.lengthFromAct !== undefined || binding.variant !== undefined ? binding : { ...binding, periodFromSetting: setting }
  })
  const result: Lawbook = { ...lawbook, settings, bindings }
  kept.set(key, result)
  return result
}

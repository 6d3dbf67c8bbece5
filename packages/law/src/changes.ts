import type { Lawbook, Setting } from './data.ts'
import { fromNumber, type Day } from './day.ts'
import type { Rule } from './rule.ts'

/**
 * What differs between two lawbooks in what decides a date. `calendarFrom`: the first day that works in one and not in the other.
 * `rules`: rules whose wordings, bindings or house settings differ, with the first day from which they do ('' when from the beginning).
 * `all`: something that touches every date (a way of counting, when a date counts as near).
 */
export type LawChanges = { readonly calendarFrom: Day | null; readonly rules: ReadonlyMap<string, Day | ''>; readonly procedures: ReadonlySet<string>; readonly all: boolean }

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

function firstOther(before: Lawbook, after: Lawbook): Day | null {
  const [from, to] = [Math.min(before.calendar.first, after.calendar.first), Math.max(before.calendar.last, after.calendar.last) + 366 * 21]
  for (let n = from; n <= to; n++) if (before.calendar.isWorking(n) !== after.calendar.isWorking(n)) return fromNumber(n)
  return null
}

/** The first day from which two wordings of a rule differ: of the newest versions, as long as the older ones agree but for their end. */
function firstDay(before: Rule | undefined, after: Rule | undefined): Day | '' {
  if (before === undefined) return after?.versions.map(({ inForce }) => inForce.from).toSorted()[0] ?? ''
  if (after === undefined) return ''
  const { versions: _a, ...one } = before
  const { versions: _b, ...other } = after
  if (!same(one, other)) return ''
  // Where a version is the same but for its end, the two agree up to the earlier end.
  const ends = before.versions.flatMap((version): (Day | '')[] => {
    const twin = after.versions.find(({ inForce }) => inForce.from === version.inForce.from)
    if (twin === undefined || !same({ ...twin, inForce: null }, { ...version, inForce: null })) return [version.inForce.from ?? '']
    return twin.inForce.to === version.inForce.to ? [] : [[twin.inForce.to, version.inForce.to].filter((to) => to !== null).toSorted()[0] ?? '']
  })
  const begins = after.versions.filter(({ inForce }) => !before.versions.some((version) => version.inForce.from === inForce.from)).map(({ inForce }): Day | '' => inForce.from ?? '')
  return [...ends, ...begins].toSorted()[0] ?? ''
}

const settingsDiffer = (before: Lawbook, after: Lawbook): readonly Setting[] => [...after.settings.values()].filter((setting) => !same(setting, before.settings.get(setting.id)))

/** What has to be computed again when the law goes from one lawbook to another. */
export function changesBetween(before: Lawbook, after: Lawbook): LawChanges {
  const rules = new Map<string, Day | ''>()
  const note = (rule: string, from: Day | ''): void => { const known = rules.get(rule); rules.set(rule, known === undefined || from < known ? from : known) }
  for (const id of new Set([...before.rules.keys(), ...after.rules.keys()])) {
    const [one, other] = [before.rules.get(id), after.rules.get(id)]
    if (!same(one, other)) note(id, firstDay(one, other))
  }
  const bindingsOf = (lawbook: Lawbook) => Map.groupBy(lawbook.bindings, ({ rule }) => rule)
  const [one, other] = [bindingsOf(before), bindingsOf(after)]
  for (const id of new Set([...one.keys(), ...other.keys()])) if (!same(one.get(id), other.get(id))) note(id, '')
  const changed = new Set(settingsDiffer(before, after).map(({ id }) => id))
  for (const { rule, periodFromSetting } of after.bindings) if (periodFromSetting !== undefined && changed.has(periodFromSetting)) note(rule, '')
  const procedures = new Set([...new Set([...before.procedures.keys(), ...after.procedures.keys()])].filter((id) => !same(before.procedures.get(id), after.procedures.get(id))))
  for (const id of new Set([...before.kinds.keys(), ...after.kinds.keys()])) if (before.kinds.get(id) !== after.kinds.get(id)) procedures.add(id)
  const counting = !same([...before.computing], [...after.computing])
  return { calendarFrom: before.calendar === after.calendar ? null : firstOther(before, after), rules, procedures, all: counting || changed.has('light.near-days') }
}

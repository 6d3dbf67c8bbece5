import { isDay, settingAt, type Day, type DueOptions, type ExtensionGiven, type Lawbook, type Pause, type Period, type RuleBinding, type Setting } from '@hengjian/law'
import type { Act, Matter, PartyKey } from './act.ts'
import { cadenceStated } from './recurring.ts'
import type { Timeline } from './timeline.ts'

const isPeriod = (value: Setting['value']): value is Period => typeof value === 'object'

/** The setting of the house that gives a binding its length or its cadence. */
export const settingOf = ({ periodFromSetting, recurs }: RuleBinding): string | undefined =>
  periodFromSetting ?? (typeof recurs === 'object' && recurs.every !== undefined && 'setting' in recurs.every ? recurs.every.setting : undefined)

/** The house's own period for something that starts on a day; null where the house has set none, or not yet. */
export function housePeriod(binding: RuleBinding, lawbook: Lawbook, start: Day): { readonly period: Period; readonly setting: Setting } | null {
  const setting = lawbook.settings.get(settingOf(binding) ?? '')
  const value = setting === undefined ? undefined : settingAt(setting, start)?.value
  if (setting === undefined || value === undefined) return null
  if (isPeriod(value)) return { period: value, setting }
  return typeof value === 'number' ? { period: { amount: value, unit: 'days' }, setting } : null
}

/** Decisions to extend that speak of this rule: by name (`what` or the form's `rule`), or pointing at the act that opened the duty. */
function extensionsOf(rule: string, opening: Act, timeline: Timeline): readonly ExtensionGiven[] {
  return timeline.acts.filter((act) => act.act === 'extend' && (act.form?.['rule'] === rule || act.what === rule || act.of === opening.n)).map((act) => {
    const amount = act.form?.['amount']
    const unit = act.form?.['unit']
    return { on: act.on, ...(typeof amount === 'number' ? { period: { amount, unit: (typeof unit === 'string' ? unit : 'days') as Period['unit'] } } : {}) }
  })
}

/** Suspensions by the organ that owes, or by name of the rule; each lasts until it is resumed. */
function pausesOf(rule: string, owedBy: PartyKey, timeline: Timeline): readonly Pause[] {
  const pauses: Pause[] = []
  for (const act of timeline.acts) {
    const named = act.form?.['rule'] ?? act.what
    if (named === undefined ? act.by !== owedBy : named !== rule) continue
    const open = pauses.at(-1)
    if (act.act === 'suspend' && open?.to !== null) pauses.push({ from: act.on, to: null, ...(typeof act.form?.['reason'] === 'string' ? { because: act.form['reason'] } : {}) })
    else if (act.act === 'resume' && open?.to === null) pauses[pauses.length - 1] = { ...open, to: act.on }
  }
  return pauses
}

/** What the opening act's form says, else the service that it signs for. */
const paperSays = (opening: Act, field: string, timeline: Timeline): unknown => {
  const [own, root] = [opening.form?.[field], timeline.rootOf(opening.n)]
  return own ?? timeline.acts.findLast((act) => act.on <= opening.on && act.form?.[field] !== undefined && timeline.rootOf(act.n) === root)?.form?.[field]
}

/** The facts of the matter on which the date of a duty depends. */
export function dueOptionsOf(binding: RuleBinding, opening: Act, owedBy: PartyKey, matter: Matter, timeline: Timeline, lawbook: Lawbook, start: Day): DueOptions {
  const { lengthFromAct, variant, inclusive, noRoll } = binding
  const stated = lengthFromAct === undefined ? undefined : paperSays(opening, lengthFromAct.field, timeline)
  const fixed = opening.form?.['length']
  const period = binding.variant !== undefined && isPeriod(fixed as Setting['value']) ? fixed as Period : lengthFromAct === undefined ? (binding.recurs === undefined ? housePeriod(binding, lawbook, start)?.period : undefined) : typeof stated === 'number' ? { amount: stated, unit: lengthFromAct.unit } : lengthFromAct.atLeast
  const recurring = cadenceStated(binding, (field) => paperSays(opening, field, timeline), () => housePeriod(binding, lawbook, start)?.period ?? null)
  const extensions = extensionsOf(binding.rule, opening, timeline)
  const pauses = pausesOf(binding.rule, owedBy, timeline).filter((pause) => pause.to === null || pause.to > start).map((pause) => (pause.from < start ? { ...pause, from: start } : pause))
  const urgent = paperSays(opening, 'variant', timeline)
  return {
    ...(typeof urgent === 'string' && lawbook.rules.get(binding.rule)?.versions.some((version) => version.variants.some(({ id }) => id === urgent)) && binding.variant === undefined ? { variant: urgent } : variant === undefined ? {} : { variant }),
    ...(opening.form?.['custody'] === true || matter.custody === true ? { custody: true } : {}),
    ...(inclusive === true ? { inclusive } : {}), ...(noRoll === true ? { noRoll } : {}), ...(period === undefined ? {} : { period }), ...(recurring === undefined ? {} : { recurring }),
    ...(extensions.length > 0 ? { extensions } : {}), ...(pauses.length > 0 ? { pauses } : {}),
  }
}

/** The day that an act of the matter itself set for what it asks, where it did (`replyBy`). */
export const dayStated = (act: Act): Day | null => { const stated = act.form?.['replyBy']; return isDay(stated) ? stated : null }

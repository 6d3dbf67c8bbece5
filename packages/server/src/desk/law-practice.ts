// Local practice: what one procuratorate chooses where the sources conflict or are silent.
import { localSettings, practiceFault, type Day, type Lawbook, type Practice as Stored } from '@hengjian/law'
import type { Desk, Who } from './desk.ts'
import type { Names, Room } from './room.ts'
import type { Practice } from './shapes-law.ts'
import { good, refuse } from './answers.ts'

const maySet = ({ side, office }: Pick<Who, 'side' | 'office'>): boolean => side === 'procuratorate' && office === 'chief'
const view = (one: Stored, { settings }: Lawbook, names: Names): Practice => ({
  id: one.id, organ: names.organ(one.organ), setting: one.setting, title: settings.get(one.setting)?.title ?? { zh: one.setting, en: one.setting }, value: one.value as Practice['value'], from: one.from, reason: one.reason, by: one.by, at: one.at,
})

/** Of one's own organ. */
export const practices = ({ store, names }: Room): Desk['practices'] => async (who) => {
  const [law, known] = await Promise.all([store.law.fresh(), names()])
  const own = law.practices.filter(({ organ }) => organ === who.actor.organ).toReversed()
  return good({ items: own.map((one) => view(one, law.book, known)), maySet: maySet(who), settings: localSettings(law.book).map(({ id, title, value, reason, source, choices = [], rules = [] }) => {
    const local = own.find(({ setting }) => setting === id)
    return { id, title, value: value as NonNullable<Practice['value']>, reason, source: source ?? null, choices: choices.map((choice) => ({ value: choice.value as NonNullable<Practice['value']>, source: choice.source })), rules: [...rules], local: local === undefined || local.value === null ? null : view(local, law.book, known) }
  }) })
}

export const practise = ({ store, names }: Room): Desk['practise'] => async (who, { setting, value, from, reason }) => {
  if (!maySet(who)) return refuse(who, 'practice-chief-only', 403)
  const given = { setting, value, from: from as Day, reason }
  const fault = practiceFault(given, (await store.law.fresh()).book)
  if (fault !== null) return refuse(who, `practice-${fault}`, 422, { setting })
  const { practice, moves } = await store.law.practise(who.actor.organ, given, { person: who.person.id, name: who.person.name, now: who.now })
  return good({ practice: view(practice, store.law.now().book, await names()), moves: moves.moves })
}

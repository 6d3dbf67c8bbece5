import type { OrganRow } from '@hengjian/store'
import { organData, type Division, type Kind } from './data.ts'

const cityDivision = '150100'

const filled = (text: Kind['zh'], { kind, full, short, en }: Division): string =>
  (typeof text === 'string' ? text : text[kind]).replaceAll('{full}', full).replaceAll('{short}', short).replaceAll('{en}', en)

/** All organs of the city: those named one by one, and one of each kind in every district and banner. Superiors first. */
export function cityOrgans(): readonly OrganRow[] {
  const { divisions, everywhere, organs } = organData()
  const named = organs.map(({ id, role = 'administrative-organ', level, division = cityDivision, superior, zh, short, en }): OrganRow => ({ id, name: { zh, en }, short: { zh: short, en }, role, level, superior, division }))
  const local = divisions.flatMap((division) => everywhere.map((kind): OrganRow => {
    const en = filled(kind.en, division)
    return { id: `${division.id}-${kind.id}`, name: { zh: filled(kind.zh, division), en }, short: { zh: filled(kind.short, division), en }, role: kind.role, level: 'district', superior: kind.superior, division: division.code }
  }))
  return [...named, ...local].toSorted((a, b) => Number(a.superior !== null) - Number(b.superior !== null))
}

const prefixOf = (organ: string): string => organ.slice(0, organ.indexOf('-'))

/** An organ of another kind on the same level and in the same place: the committee, the police beside a procuratorate. */
export const beside = (organ: string, kind: 'congress' | 'police' | 'court'): string => `${prefixOf(organ)}-${kind}`

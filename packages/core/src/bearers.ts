import type { Bearer } from '@hengjian/law'
import type { Act, Matter, PartyKey } from './act.ts'
import { handlingOffice, partiesOf, roleOf } from './roles.ts'

/** Who owes what the act opened. Several addressees owe each for themselves. */
export function bearersOf(bearer: Bearer, act: Act, matter: Matter): readonly PartyKey[] {
  if (typeof bearer === 'object') {
    const roles = typeof bearer.role === 'string' ? [bearer.role] : bearer.role
    const [first] = partiesOf(matter, roles)
    const addressed = (act.to ?? []).filter((party) => roles.includes(roleOf(matter, party) ?? ''))
    return addressed.length > 0 ? addressed : first === undefined ? [] : [first]
  }
  switch (bearer) {
    case 'recipient': return act.act === 'acknowledge' ? [act.by] : act.to ?? []
    case 'actor': return [act.by]
    case 'procuratorate': {
      const isOffice = (party: PartyKey): boolean => roleOf(matter, party)?.startsWith('procuratorate') ?? false
      const acting = isOffice(act.by) ? act.by : (act.to ?? []).find(isOffice) ?? handlingOffice(matter)
      return acting === null ? [] : [acting]
    }
    case 'superior-procuratorate': {
      const office = handlingOffice(matter)
      const superior = (office === null ? undefined : matter.organs[office]?.superior) ?? partiesOf(matter, ['procuratorate-superior'])[0]
      return superior === undefined ? [] : [superior]
    }
    default: { const never: never = bearer; throw new RangeError(String(never)) }
  }
}

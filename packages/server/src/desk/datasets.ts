// The agreed datasets with their freshness: when each was last delivered, and what uses it.
import { datasets, models } from '@hengjian/models'
import { minutesOf, type Instant } from '@hengjian/law'
import type { Desk, Who } from './desk.ts'
import type { Room } from './room.ts'
import type { Dataset, Delivery, Light } from './shapes.ts'
import { good } from './answers.ts'
import { deliveriesOf } from './lake.ts'
import { sayOr } from './say.ts'

const day = 1440

/** The longest time between two deliveries, in days, as the agreed cadence says it; null for "on demand" and the like. */
const cadenceDays = (cadence: string): number | null => { const said = Number(sayOr(`cadences.${/^[a-z]+/.exec(cadence.toLowerCase())?.[0] ?? ''}`, '').zh); return said > 0 ? said : null }

/** Fresh, ageing within a third over its cadence, or late. A delivery that waits for a person is under review. */
function lightOf(last: Delivery, cadence: string, who: Who): Light {
  if (last.state === 'waiting' || last.state === 'checking') return 'review'
  const [age, allowed] = [(minutesOf(who.now) - minutesOf(last.at as Instant)) / day, cadenceDays(cadence)]
  return allowed === null || age <= allowed ? 'within' : age <= allowed * 4 / 3 ? 'near' : 'overdue'
}

export const dataset = (room: Room): Desk['datasets'] => async (who) => {
  const newest = new Map<string, Delivery>()
  for (const delivery of await deliveriesOf(room, who.scope, null, ['accepted', 'waiting', 'checking'])) if (!newest.has(delivery.dataset.id)) newest.set(delivery.dataset.id, delivery)
  const items = datasets().map((contract): Dataset => {
    const last = newest.get(contract.id)
    const provider = sayOr(`providers.${contract.provider}`, contract.provider)
    return {
      id: contract.id, title: contract.title, provider, grain: contract.grain, sensitivity: sayOr(`sensitivities.${contract.sensitivity}`, contract.sensitivity)[who.language], cadence: contract.cadence, purpose: contract.purpose,
      fields: contract.fields.map(({ name, title, type, unit, presence, identifier }) => ({ name, title, type, unit, required: presence === 'required', identifier })),
      last: last === undefined ? null : { delivery: last.id, at: last.at, light: lightOf(last, contract.cadence.en, who) },
      models: models().filter(({ inputs }) => inputs.some((input) => input.dataset === contract.id)).map(({ id, title }) => ({ id, title })),
    }
  })
  return good({ items })
}

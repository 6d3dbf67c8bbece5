// Where deliveries lie, and which accepted files a model reads.
import path from 'node:path'
import type { Scope } from '@hengjian/store'
import type { Room } from './room.ts'
import type { Delivery } from './shapes.ts'

export type Place = { readonly folder: string; readonly accepted: string; readonly rejects: string; readonly original: (name: string) => string }

/** The folder of one delivery. Only the extension of the sender's name is used: a name is never a path. */
export function placeOf({ dataDir }: Pick<Room, 'dataDir'>, id: string): Place {
  const folder = path.join(dataDir, 'lake', 'deliveries', id)
  return { folder, accepted: path.join(folder, 'accepted.parquet'), rejects: path.join(folder, 'rejects.csv'), original: (name) => path.join(folder, `original${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''}`) }
}

const pageSize = 200

/** All deliveries of a dataset (null: of every one) that this scope may see, newest first. */
export async function deliveriesOf({ store }: Room, scope: Scope, dataset: string | null, states: readonly string[]): Promise<readonly Delivery[]> {
  const found: Delivery[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page = await store.lake.deliveries(scope, { ...(dataset === null ? {} : { dataset }), states, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.items.map(({ body }) => body as Delivery))
    cursor = page.next ?? undefined
    more = page.next !== null
  }
  return found
}

/** Of each provider the newest accepted delivery; the same file delivered twice counts once. */
export async function inForce(room: Room, scope: Scope, dataset: string): Promise<readonly Delivery[]> {
  const all = await deliveriesOf(room, scope, dataset, ['accepted'])
  return all.filter((one, i) => all.findIndex((other) => (other.provider?.id ?? other.file) === (one.provider?.id ?? one.file) || other.sha256 === one.sha256) === i)
}

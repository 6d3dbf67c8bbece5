import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CheckResult } from '../checking/check.ts'
import { settle } from '../checking/output.ts'
import { problem } from '../problem.ts'

/** Where accepted rows came from and what the check said: kept beside them for as long as they are. */
export type Lineage = { readonly delivery: string; readonly dataset: string; readonly at: string; readonly by: string; readonly provider: string | null; readonly check: CheckResult }

const good = /^[A-Za-z0-9_-]{1,80}$/
function placeOf(lake: string, dataset: string, delivery: string): string {
  if (!good.test(dataset) || !good.test(delivery)) throw new RangeError(`'${dataset}/${delivery}' names no place in the lake`)
  return path.join(lake, dataset, `${delivery}.parquet`)
}

/**
 * Moves the accepted rows of a delivery into the lake, `<lake>/<dataset>/<delivery>.parquet`, with their lineage beside them. A delivery that is there
 * is never replaced: a corrected one is a new delivery. The lineage is written first, so that no rows stand there without it.
 */
export async function acceptDelivery(lake: string, parquet: string, lineage: Lineage): Promise<string> {
  const place = placeOf(lake, lineage.dataset, lineage.delivery)
  if (existsSync(place)) throw problem('output-failed', { reason: `${lineage.delivery} is in the lake already` }, { file: path.basename(place) })
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
  const beside = `${place}.lineage.part`
  writeFileSync(beside, `${JSON.stringify(lineage, null, 2)}\n`, { mode: 0o400 })
  renameSync(beside, lineageOf(place))
  try { await settle(parquet, place) } catch (error) { rmSync(lineageOf(place), { force: true }); throw error }
  chmodSync(place, 0o400)
  return place
}
const lineageOf = (place: string): string => place.replace(/\.parquet$/, '.lineage.json')

/** The Parquet files of a dataset in the lake, by delivery id; none when nothing was accepted yet. */
export const lakeFiles = (lake: string, dataset: string): readonly string[] => {
  const folder = path.dirname(placeOf(lake, dataset, 'any'))
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.parquet')).toSorted().map((file) => path.join(folder, file)) : []
}

/** The lineage of one file of the lake. */
export const lineageAt = (place: string): Lineage => JSON.parse(readFileSync(lineageOf(place), 'utf8')) as Lineage

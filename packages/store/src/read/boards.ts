import type { DemandView, InstrumentView } from '@hengjian/core'
import type { Day, Instant } from '@hengjian/law'
import { derive } from '../record/derive.ts'
import { rowOf, type MatterRecord } from '../record/load.ts'
import type { DemandRow, InstrumentRow, OrganRow, ReadingRow } from '../types.ts'
import { loadMatters, matterSelect, type Reading } from './matters.ts'
import { limited, uuid, where } from './sql.ts'

export const organRows = async ({ client }: Pick<Reading, 'client'>): Promise<readonly OrganRow[]> =>
  (await client.query<OrganRow>('select o.id, o.name, o.short, o.role, o.level, o.superior, o.division from organ o order by o.id')).rows

type Demands = { readonly matter_id: string; readonly owner: string; readonly procedure: string; readonly organ: string; readonly instrument: number; readonly body: DemandView; readonly served_on: Day | null; readonly answered_on: Day | null; readonly in_time: boolean | null }

export async function demandRows(reading: Reading, options: { readonly knownAt?: Instant; readonly organ?: string } = {}): Promise<readonly DemandRow[]> {
  const { knownAt, organ } = options
  if (knownAt !== undefined) {
    const matters = await loadMatters(reading, { limit: 5000 }, knownAt)
    return matters.flatMap((m) => derive(m.matter, m.sealed, reading.law.at(knownAt, m.owner), knownAt).demands
      .filter((demand) => demand.servedOn !== null && (organ === undefined || demand.organ === organ))
      .map((demand): DemandRow => ({ matter: m.id, owner: m.owner, procedure: m.procedure, organ: demand.organ, instrument: demand.instrument, demand: demand.body, servedOn: demand.servedOn, answeredOn: demand.answeredOn, inTime: demand.inTime })))
  }
  const w = where()
  w.add('d.served_on is not null')
  if (organ !== undefined) w.add('d.organ = $?', organ)
  const { rows } = await reading.client.query<Demands>(`select d.matter_id, d.owner, m.procedure, d.organ, d.instrument, d.body, d.served_on, d.answered_on, d.in_time from demand d join matter m on m.id = d.matter_id where ${w.text()} order by d.organ, d.served_on, d.matter_id, d.no`, [...w.values])
  return rows.map((row) => ({ matter: row.matter_id, owner: row.owner, procedure: row.procedure, organ: row.organ, instrument: row.instrument, demand: row.body, servedOn: row.served_on, answeredOn: row.answered_on, inTime: row.in_time }))
}

export async function instruments({ client }: Reading, stages: readonly string[], limit?: number): Promise<readonly InstrumentRow[]> {
  const { rows } = await client.query<MatterRecord & { readonly view: InstrumentView }>(`select n.body as view, ${matterSelect} from instrument n join matter m on m.id = n.matter_id left join matter_inner i on i.matter_id = m.id where n.stage = any($1) order by m.opened_on desc, m.id, n.n limit ${limited(limit, 200, 1000)}`, [stages])
  return rows.map((row) => ({ matter: rowOf(row), instrument: row.view }))
}

/** Newest first, at most 500. */
export async function readings({ client }: Reading, matter: string): Promise<readonly ReadingRow[]> {
  if (!uuid.test(matter)) return []
  return (await client.query<ReadingRow>('select r.at, r.person, r.person_name as "personName", r.organ, r.what, r.purpose from reading r where r.matter_id = $1 order by r.at desc, r.id limit 500', [matter])).rows
}

import type { Side } from '@hengjian/law'
import { actColumns, rowOf, storedAct, type ActRecord, type MatterRecord } from '../record/load.ts'
import type { ActFilter, ActRow, Page } from '../types.ts'
import { matterSelect, type Reading } from './matters.ts'
import { cursorOf, fromCursor, limited, uuid, where } from './sql.ts'

type Row = MatterRecord & Omit<ActRecord, 'id'> & { readonly act_id: string; readonly side: Side; readonly recorded_at: string }
const select = `select ${actColumns.replace('a.id', 'a.id as act_id')}, a.side, a.recorded_at, ${matterSelect} from act a join matter m on m.id = a.matter_id left join matter_inner i on i.matter_id = m.id left join leaf l on l.act_id = a.id`
const rowFrom = (row: Row): ActRow => ({ act: storedAct({ ...row, id: row.act_id }), matter: rowOf(row), side: row.side })

export async function act({ client }: Reading, id: string): Promise<ActRow | null> {
  if (!uuid.test(id)) return null
  const { rows: [row] } = await client.query<Row>(`${select} where a.id = $1`, [id])
  return row === undefined ? null : rowFrom(row)
}

/** Newest first. */
export async function recentActs({ client }: Reading, filter: ActFilter): Promise<Page<ActRow>> {
  const limit = limited(filter.limit, 20, 200)
  const w = where()
  if (filter.side !== undefined) w.add('a.side = $?', filter.side)
  if (filter.by !== undefined) w.add('a.by_organ = $?', filter.by)
  if (filter.acts !== undefined) w.add('a.act = any($?)', filter.acts)
  if (filter.matter !== undefined) w.add('a.matter_id = $?::uuid', uuid.test(filter.matter) ? filter.matter : '00000000-0000-0000-0000-000000000000')
  const after = fromCursor(filter.cursor, ['instant', 'uuid'])
  if (after !== null) w.add('(a.recorded_at < $?::timestamptz or (a.recorded_at = $?::timestamptz and a.id > $?::uuid))', after[0], after[0], after[1])
  const { rows } = await client.query<Row>(`${select} where ${w.text()} order by a.recorded_at desc, a.id limit ${limit + 1}`, [...w.values])
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map(rowFrom), next: rows.length > limit && last !== undefined ? cursorOf([last.recorded_at, last.act_id]) : null }
}

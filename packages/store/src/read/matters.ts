import type { Act } from '@hengjian/core'
import { legalDay, type Instant } from '@hengjian/law'
import type pg from 'pg'
import { bodyOf } from '../record/bytes.ts'
import { derive } from '../record/derive.ts'
import { actColumns, loaded, matterColumns, matterFor, plainAct, rowOf, storedAct, type ActRecord, type MatterRecord } from '../record/load.ts'
import type { Organs } from '../record/parties.ts'
import type { LawInForce, LoadedMatter, MatterFilter, MatterPage } from '../types.ts'
import { containing, cursorOf, fromCursor, limited, uuid, where, type Where } from './sql.ts'

export type Reading = { readonly client: pg.ClientBase; readonly organs: Organs; readonly law: LawInForce }

export const matterFrom = 'matter m left join matter_inner i on i.matter_id = m.id'
export const matterSelect = `${matterColumns}, i.handler, i.clue, i.source`

export function conditions(filter: MatterFilter, w: Where = where()): Where {
  if (filter.state !== undefined) w.add(filter.state === 'closed' ? 'm.closed' : 'not m.closed')
  if (filter.procedures !== undefined) w.add('m.procedure = any($?)', filter.procedures)
  if (filter.owner !== undefined) w.add('m.owner = $?', filter.owner)
  if (filter.organ !== undefined) w.add('(m.subject = $? or $? = any(m.organs) or exists (select 1 from matter_organ o where o.matter_id = m.id and o.organ = $?))', filter.organ, filter.organ, filter.organ)
  if (filter.label !== undefined) w.add('$? = any(m.labels)', filter.label)
  if (filter.stage !== undefined) w.add('m.stage = $?', filter.stage)
  if (filter.rung !== undefined) w.add('m.rung = $?', filter.rung)
  if (filter.lights !== undefined) w.add('m.light = any($?)', filter.lights)
  if (filter.clue !== undefined) w.add('i.clue = $?', filter.clue)
  if (filter.ids !== undefined) w.add('m.id = any($?::uuid[])', filter.ids.filter((id) => uuid.test(id)))
  // Every word must be found, in the title or the number.
  for (const word of (filter.q ?? '').trim().split(/\s+/).filter((one) => one !== '')) w.add(`(m.title ilike $? or m.no ilike $?)`, containing(word), containing(word))
  return w
}

export async function matters({ client }: Reading, filter: MatterFilter): Promise<MatterPage> {
  const limit = limited(filter.limit, 50, 500)
  const counted = conditions(filter)
  // An exact number beyond ten thousand tells nobody anything and costs a scan.
  const total = client.query<{ n: number }>(`select count(*)::int as n from (select 1 from ${matterFrom} where ${counted.text()} limit 10000) x`, [...counted.values])
  const w = conditions(filter)
  const due = filter.order === 'due'
  const after = fromCursor(filter.cursor, [due ? 'day or none' : 'day', 'uuid'])
  if (after !== null) {
    if (!due) w.add('(m.opened_on < $?::date or (m.opened_on = $?::date and m.id > $?::uuid))', after[0], after[0], after[1])
    else w.add(`(coalesce(m.next_due, 'infinity') > $?::date or (coalesce(m.next_due, 'infinity') = $?::date and m.id > $?::uuid))`, after[0] ?? 'infinity', after[0] ?? 'infinity', after[1])
  }
  const rows = client.query<MatterRecord>(`select ${matterSelect} from ${matterFrom} where ${w.text()} order by ${due ? 'm.next_due nulls last, m.id' : 'm.opened_on desc, m.id'} limit ${limit + 1}`, [...w.values])
  const [{ rows: [count] }, { rows: found }] = await Promise.all([total, rows])
  const items = found.slice(0, limit).map(rowOf)
  const last = items.at(-1)
  return { items, total: count?.n ?? 0, next: found.length > limit && last !== undefined ? cursorOf([due ? last.nextDue : last.openedOn, last.id]) : null }
}

type ShownRecord = { readonly matter_id: string; readonly n: number; readonly whole: boolean; readonly outline: Act }

/** Matters with their acts as the scope sees them. For another organ, outlines stand in core's view for the inner steps of what was served. */
export async function load(reading: Reading, rows: readonly MatterRecord[], knownAt?: Instant): Promise<readonly LoadedMatter[]> {
  if (rows.length === 0) return []
  const { client, organs, law } = reading
  const ids = rows.map(({ id }) => id)
  const until = knownAt === undefined ? [ids] : [ids, knownAt]
  const [acts, shown] = await Promise.all([
    client.query<ActRecord>(`select ${actColumns} from act a left join leaf l on l.act_id = a.id where a.matter_id = any($1::uuid[])${knownAt === undefined ? '' : ' and a.recorded_at <= $2::timestamptz'} order by a.matter_id, a.n`, until),
    client.query<ShownRecord>('select s.matter_id, s.n, s.whole, s.outline from act_shown s where s.matter_id = any($1::uuid[]) order by s.n', [ids]),
  ])
  const actsOf = Map.groupBy(acts.rows, ({ matter_id }) => matter_id)
  const shownOf = Map.groupBy(shown.rows, ({ matter_id }) => matter_id)
  return rows.flatMap((row): readonly LoadedMatter[] => {
    const records = actsOf.get(row.id) ?? []
    const visible = records.map(storedAct)
    if (visible.length === 0) return []
    const have = new Set(visible.map(({ n }) => n))
    // What was opened by a service is known from the service on.
    const last = Math.max(...have)
    const outlines = (shownOf.get(row.id) ?? []).filter(({ n, outline }) => !have.has(n) && n < last && (knownAt === undefined || Date.parse(outline.recordedAt ?? '') <= Date.parse(knownAt))).map(({ outline }) => outline)
    const core = [...visible.map(plainAct), ...outlines].toSorted((a, b) => a.n - b.n)
    const whole = loaded(row, core, visible, organs, knownAt ?? null)
    if (knownAt === undefined) return [whole]
    const opened = records[0] === undefined ? undefined : bodyOf(records[0].body).opening
    const then = derive(matterFor(row, core, organs), opened?.sealed ?? row.sealed, law.at(knownAt, row.owner), knownAt)
    return [{ ...whole, version: last, stage: then.stage, closed: then.closed, light: then.light, nextDue: then.nextDue, rung: then.rung, handler: whole.handler === null ? null : then.handler }]
  })
}

export async function matter(reading: Reading, id: string, knownAt?: Instant): Promise<LoadedMatter | null> {
  if (!uuid.test(id)) return null
  const { rows } = await reading.client.query<MatterRecord>({ name: 'matter', text: `select ${matterSelect} from ${matterFrom} where m.id = $1`, values: [id] })
  return (await load(reading, rows, knownAt))[0] ?? null
}

export async function loadMatters(reading: Reading, filter: MatterFilter, knownAt?: Instant): Promise<readonly LoadedMatter[]> {
  // A filter on what is derived speaks of then, so it is applied after the acts known then have been folded.
  const { state, lights, stage, rung, ...then } = filter
  const w = conditions(knownAt === undefined ? filter : then)
  if (knownAt !== undefined) w.add('m.opened_on <= $?::date', legalDay(knownAt))
  const { rows } = await reading.client.query<MatterRecord>(`select ${matterSelect} from ${matterFrom} where ${w.text()} order by m.opened_on desc, m.id limit ${limited(filter.limit, 500, 5000)}`, [...w.values])
  const all = await load(reading, rows, knownAt)
  return knownAt === undefined ? all : all.filter((m) => (state === undefined || m.closed === (state === 'closed')) && (lights === undefined || lights.includes(m.light)) && (stage === undefined || m.stage === stage) && (rung === undefined || m.rung === rung))
}


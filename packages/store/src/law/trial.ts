// What a change would do to matters whose acts must be asked: derived under the new law beside the rows that stand, nothing written.
import type { Instant, Lawbook } from '@hengjian/law'
import type pg from 'pg'
import { bodyOf } from '../record/bytes.ts'
import { derive } from '../record/derive.ts'
import { matterColumns, matterFor, plainAct, storedAct, type ActRecord, type MatterRecord } from '../record/load.ts'
import { datesText, type OpenDate } from '../record/notices.ts'
import type { Organs } from '../record/parties.ts'
import type { Move, MoveCause } from '../types.ts'

/** Moves of the matters in `unsettled` of this transaction. `after`: the new law as the owner of a matter practises it. */
export async function trial(client: pg.ClientBase, organs: Organs, after: (owner: string) => Lawbook, now: Instant, cause: MoveCause): Promise<readonly Move[]> {
  const ids = (await client.query<{ matter_id: string }>('select u.matter_id from unsettled u order by u.matter_id')).rows
  const moves: Move[] = []
  for (const { matter_id: id } of ids) {
    const row = (await client.query<MatterRecord>(`select ${matterColumns}, i.handler, i.clue, i.source from matter m join matter_inner i on i.matter_id = m.id where m.id = $1`, [id])).rows[0]
    const records = (await client.query<ActRecord>('select a.id, a.matter_id, a.n, a.body, a.sha256, null::bigint as idx from act a where a.matter_id = $1 order by a.n', [id])).rows
    if (row === undefined || records[0] === undefined) continue
    const derived = derive(matterFor(row, records.map(storedAct).map(plainAct), organs), bodyOf(records[0].body).opening?.sealed ?? false, after(row.owner), now)
    const stood = new Map((await client.query<OpenDate>(datesText, [id])).rows.filter(({ over }) => !over).map((one) => [one.id, one]))
    const stands = new Map(derived.duties.filter(({ over }) => !over).map(({ duty }) => [duty.id, duty]))
    for (const duty of new Set([...stood.keys(), ...stands.keys()])) {
      const [then, next] = [stood.get(duty), stands.get(duty)]
      if (then !== undefined && next !== undefined && then.due === next.due) continue
      moves.push({ matter: id, no: row.no, owner: row.owner, procedure: row.procedure, sealed: row.sealed, duty, rule: next?.rule ?? then?.rule ?? '', owedBy: next?.owedBy ?? then?.owed_by ?? '', change: then === undefined ? 'opened' : next === undefined ? 'ended' : 'moved', before: then?.due ?? null, after: next?.due ?? null, kind: cause.kind })
    }
  }
  return moves
}

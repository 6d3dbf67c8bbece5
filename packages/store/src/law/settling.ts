// Matters that a change of the law touches in more than one date are derived anew from their acts, one after the other, each in its own transaction.
import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { settle, type Rebuilding } from '../rebuild.ts'
import type { MoveCause } from '../types.ts'

type Waiting = { readonly matter_id: string; readonly cause: MoveCause }

const asEngine = <T extends pg.QueryResultRow>(pool: pg.Pool, text: string, values: readonly unknown[] = []): Promise<readonly T[]> => withClient(pool, async (client) =>
  ((await together([client.query('begin'), client.query('set local role hengjian_engine'), client.query(text, [...values]), client.query('commit')]))[2]?.rows ?? []) as readonly T[])

/** Notes matters whose dates were kept before the record knew what they are computed from. */
export const noteUndated = (pool: pg.Pool): Promise<readonly unknown[]> =>
  asEngine(pool, `insert into unsettled (matter_id, cause) select distinct d.matter_id, '{"kind":"law"}'::jsonb from duty d where d.dated is null on conflict do nothing`)

/** Derives all waiting matters anew. A stop in between loses nothing: what is left is done at the next start. Returns how many there were. */
export async function settleAll(rebuilding: Rebuilding, now: Instant): Promise<number> {
  let done = 0
  for (;;) {
    const waiting = await asEngine<Waiting>(rebuilding.pool, 'select u.matter_id, u.cause from unsettled u order by u.matter_id limit 200')
    if (waiting.length === 0) return done
    for (const { matter_id: id, cause } of waiting) {
      await settle(rebuilding, id, now, false, cause)
      await asEngine(rebuilding.pool, 'delete from unsettled where matter_id = $1', [id])
      done++
    }
  }
}

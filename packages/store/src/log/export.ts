// The whole log as one file that verify/verify.py checks without us: every entry in order, then every signed head.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type pg from 'pg'
import { withClient } from '../database/connect.ts'
import { headColumns, headOf, type HeadRow } from './sealer.ts'

/** Number of entries written. The file must not exist yet. Entries hold case content. */
export async function exportLog(pool: pg.Pool, file: string): Promise<number> {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  const write = async (line: unknown): Promise<void> => { if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain') }
  return withClient(pool, async (client) => {
    await client.query('begin isolation level repeatable read, read only')
    await client.query('set local role hengjian_engine')
    const heads = (await client.query<HeadRow>(`select ${headColumns} from head h order by h.size`)).rows
    const size = heads.at(-1)?.size ?? 0
    await write({ format: 'hengjian-log-export/1', size })
    for (let at = 0; at < size; at += 2_000) {
      const { rows } = await client.query<{ idx: number; body: Buffer }>('select l.idx, a.body from leaf l join act a on a.id = l.act_id where l.idx >= $1 and l.idx < $2 order by l.idx', [at, Math.min(size, at + 2_000)])
      for (const { idx, body } of rows) await write({ index: idx, bytes: body.toString('base64') })
    }
    for (const { note, signature, publicKey } of heads.map(headOf)) await write({ head: note, signature, publicKey })
    await client.query('commit')
    out.end()
    await once(out, 'close')
    return size
  })
}

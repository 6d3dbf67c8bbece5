import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { legalInstant } from '../record/moment.ts'
import { bodyOf } from '../record/bytes.ts'
import type { Organs } from '../record/parties.ts'
import { enter } from '../read/scope.ts'
import { uuid } from '../read/sql.ts'
import type { Consistency, LogHead, Receipt, Scope } from '../types.ts'
import { noteOf, type LogKey } from './head.ts'
import { consistencyRanges, emptyRoot, leafHash, pathRanges, rootOver, spans } from './merkle.ts'
import { fetchNodes, headColumns, headOf, type HeadRow } from './sealer.ts'

type ActBytes = { readonly id: string; readonly matter_id: string; readonly n: number; readonly body: Buffer; readonly sha256: Buffer; readonly sm3: Buffer; readonly prior: Buffer; readonly idx: number | null }

const lastHead = (client: pg.ClientBase) => client.query<HeadRow>(`select ${headColumns} from head h order by h.size desc limit 1`)

export async function receiptOf(pool: pg.Pool, organs: Organs, scope: Scope, id: string): Promise<Receipt | null> {
  if (!uuid.test(id)) return null
  return withClient(pool, async (client) => {
    const turn = await together([
      ...enter(client, scope, organs, 'read only'),
      client.query({ name: 'receipt', text: 'select a.id, a.matter_id, a.n, a.body, a.sha256, a.sm3, a.prior, l.idx from act a left join leaf l on l.act_id = a.id where a.id = $1', values: [id] }),
      client.query('set local role hengjian_engine'), lastHead(client),
    ])
    const act = turn[2]?.rows[0] as ActBytes | undefined
    const head = turn[4]?.rows[0] as HeadRow | undefined
    if (act === undefined) {
      await client.query('commit')
      return null
    }
    const plain = { format: 'hengjian-receipt/1', act: act.id, matter: act.matter_id, n: act.n, recordedAt: bodyOf(act.body).act.recordedAt as Receipt['recordedAt'], bytes: act.body.toString('base64'), sha256: act.sha256.toString('hex'), sm3: act.sm3.toString('hex'), prior: act.prior.toString('hex') } as const
    if (act.idx === null || head === undefined || act.idx >= head.size) {
      await client.query('commit')
      return { ...plain, leaf: null }
    }
    const ranges = pathRanges(act.idx, head.size)
    const nodes = await fetchNodes(client, ranges.flatMap(([from, to]) => spans(from, to)))
    await client.query('commit')
    return { ...plain, leaf: {
      index: act.idx, hash: leafHash(act.body).toString('hex'), size: head.size, path: ranges.map(([from, to]) => rootOver(nodes.get, from, to).toString('hex')), root: head.root.toString('hex'),
      head: head.note, signature: head.signature.toString('base64'), publicKey: head.public_key.toString('base64'),
    } }
  })
}

/** The newest signed head; before the first act an empty one, signed now and kept nowhere. */
export async function headNow(pool: pg.Pool, key: LogKey): Promise<LogHead> {
  const turn = await withClient(pool, (client) => together([client.query('begin'), client.query('set local role hengjian_engine'), lastHead(client), client.query('commit')]))
  const row = turn[2]?.rows[0] as HeadRow | undefined
  if (row !== undefined) return headOf(row)
  const note = { size: 0, root: emptyRoot().toString('hex'), at: legalInstant(Date.now()) }
  return { ...note, signature: key.sign(noteOf(note)).toString('base64'), publicKey: key.publicKey.toString('base64'), note: noteOf(note) }
}

export async function consistencyOf(pool: pg.Pool, first: number, second: number): Promise<Consistency> {
  return withClient(pool, async (client) => {
    const turn = await together([client.query('begin isolation level repeatable read, read only'), client.query('set local role hengjian_engine'), lastHead(client)])
    const size = (turn[2]?.rows[0] as HeadRow | undefined)?.size ?? 0
    if (!Number.isInteger(first) || !Number.isInteger(second) || first < 1 || first > second || second > size) throw new RangeError(`sizes must be whole numbers with 1 ≤ first ≤ second ≤ ${size}`)
    const ranges = consistencyRanges(first, second)
    const nodes = await fetchNodes(client, [...ranges, [0, first] as const, [0, second] as const].flatMap(([from, to]) => spans(from, to)))
    await client.query('commit')
    return { first, second, firstRoot: rootOver(nodes.get, 0, first).toString('hex'), secondRoot: rootOver(nodes.get, 0, second).toString('hex'), path: ranges.map(([from, to]) => rootOver(nodes.get, from, to).toString('hex')) }
  })
}

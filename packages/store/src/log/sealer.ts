// Takes committed acts into the tree, in the order of their transactions, and signs a head per batch. One block costs one extra commit;
// no row is touched by every command.
import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { legalInstant } from '../record/moment.ts'
import type { LogHead } from '../types.ts'
import { noteOf, type LogKey } from './head.ts'
import { closedBy, leafHash, rootOver, spans, type NodeId } from './merkle.ts'

/** A reader of nodes over rows already fetched; asks for one that is not there only when the tables contradict each other. */
export function nodesFrom(rows: readonly { readonly level: number; readonly idx: number; readonly hash: Buffer }[]) {
  const kept = new Map(rows.map(({ level, idx, hash }) => [`${level}/${idx}`, hash]))
  return {
    put: (level: number, idx: number, hash: Buffer): void => { kept.set(`${level}/${idx}`, hash) },
    get: (level: number, idx: number): Buffer => {
      const hash = kept.get(`${level}/${idx}`)
      if (hash === undefined) throw new Error(`the tree has no node ${level}/${idx}`)
      return hash
    },
  }
}

export const fetchNodes = async (client: pg.ClientBase, ids: readonly NodeId[]): Promise<ReturnType<typeof nodesFrom>> =>
  nodesFrom((await client.query<{ level: number; idx: number; hash: Buffer }>('select n.level, n.idx, n.hash from node n join unnest($1::int[], $2::bigint[]) as x(level, idx) on n.level = x.level and n.idx = x.idx', [ids.map(({ level }) => level), ids.map(({ idx }) => idx)])).rows)

export type HeadRow = { readonly size: number; readonly root: Buffer; readonly at: Instant; readonly note: string; readonly signature: Buffer; readonly public_key: Buffer }
export const headColumns = 'h.size, h.root, h.at, h.note, h.signature, h.public_key'
export const headOf = (row: HeadRow): LogHead => ({ size: row.size, root: row.root.toString('hex'), at: row.at, signature: row.signature.toString('base64'), publicKey: row.public_key.toString('base64'), note: row.note })

/** Any number that is ours alone: one sealer at a time over all processes. */
const lock = 4_201_109_053
const batch = 5_000

/** One batch; true when more may wait. Only transactions below the oldest one still running are taken, so that the order never changes afterwards. */
async function sealBatch(pool: pg.Pool, key: LogKey): Promise<boolean> {
  return withClient(pool, async (client) => {
    const turn = await together([
      client.query('begin'), client.query('set local role hengjian_engine'), client.query(`select pg_advisory_xact_lock(${lock})`),
      client.query(`select u.act_id, a.body from unsealed u join act a on a.id = u.act_id where u.xid < pg_snapshot_xmin(pg_current_snapshot()) order by u.xid, u.seq limit ${batch}`),
      client.query('select h.size from head h order by h.size desc limit 1'),
    ])
    const waiting = (turn[3]?.rows ?? []) as readonly { readonly act_id: string; readonly body: Buffer }[]
    if (waiting.length === 0) {
      await client.query('rollback')
      return false
    }
    const first = ((turn[4]?.rows[0] as { size: number } | undefined)?.size) ?? 0
    const nodes = await fetchNodes(client, spans(0, first))
    const made: (NodeId & { readonly hash: Buffer })[] = []
    for (const [i, { body }] of waiting.entries()) for (const node of closedBy(first + i, leafHash(body), nodes.get)) {
      nodes.put(node.level, node.idx, node.hash)
      made.push(node)
    }
    const size = first + waiting.length
    const root = rootOver(nodes.get, 0, size)
    const at = legalInstant(Date.now())
    const note = noteOf({ size, root: root.toString('hex'), at })
    const ids = waiting.map(({ act_id }) => act_id)
    await together([
      client.query('insert into leaf (idx, act_id) select $1::bigint + x.place - 1, x.id from unnest($2::uuid[]) with ordinality as x(id, place)', [first, ids]),
      client.query('insert into node (level, idx, hash) select x.level, x.idx, x.hash from unnest($1::int[], $2::bigint[], $3::bytea[]) as x(level, idx, hash)', [made.map(({ level }) => level), made.map(({ idx }) => idx), made.map(({ hash }) => hash)]),
      client.query('insert into head (size, root, at, note, signature, public_key) values ($1, $2, $3, $4, $5, $6)', [size, root, at, note, key.sign(note), key.publicKey]),
      client.query('delete from unsealed u where u.act_id = any($1::uuid[])', [ids]),
      client.query('commit'),
    ])
    return waiting.length === batch
  })
}

export type Sealer = { tick(): Promise<void>; nudge(): void; stop(): Promise<void> }

/** `every`: milliseconds from an act to its sealing at most; 0: only when asked. A failed tick is tried again at the next act or tick. */
export function sealerFrom(pool: pg.Pool, key: LogKey, every: number, say: (line: string) => void): Sealer {
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const run = async (): Promise<void> => { while (await sealBatch(pool, key)) { /* the next batch */ } }
  const tick = (): Promise<void> => (running ??= run().finally(() => { running = null }))
  const nudge = (): void => {
    if (every === 0 || stopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      tick().catch((error: unknown) => {
        if (!stopped) say(`The log could not be sealed and will be tried again: ${error instanceof Error ? error.message : String(error)}`)
      })
    }, every)
    timer.unref()
  }
  return {
    nudge,
    // A tick that had begun before the last act does not cover it, so a caller gets a whole one of its own.
    async tick() { if (running !== null) await running.catch(() => undefined); await tick() },
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await running?.catch(() => undefined)
    },
  }
}

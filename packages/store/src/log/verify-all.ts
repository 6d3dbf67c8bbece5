// Recomputes everything that can be recomputed from the stored bytes alone: hashes, chains, columns that repeat the bytes, tree, heads.
import type pg from 'pg'
import { withClient } from '../database/connect.ts'
import { bodyOf, noPrior, sha256, sm3, type Body } from '../record/bytes.ts'
import { canonical } from '../record/canonical.ts'
import type { VerifyReport, Wrong } from '../types.ts'
import { readNote, signedBy } from './head.ts'
import { emptyRoot, leafHash, nodeHash } from './merkle.ts'
import { headColumns, type HeadRow } from './sealer.ts'

type Row = { readonly id: string; readonly matter_id: string; readonly n: number; readonly act: string; readonly on_day: string; readonly recorded_at: string; readonly by_organ: string; readonly body: Buffer; readonly sha256: Buffer; readonly sm3: Buffer; readonly prior: Buffer; readonly waits: boolean; readonly idx: number | null; readonly files: number }
const atATime = 2_000
/** Wrong entries beyond this many are counted by nobody: the first ones tell where to look. */
const enough = 200

/** What is wrong with one act, given the act before it in the matter. */
export function faultsOf(row: Row, before: { readonly n: number; readonly sha256: string; readonly sm3: string } | null): readonly string[] {
  const faults: string[] = []
  if (!sha256(row.body).equals(row.sha256)) faults.push('SHA-256 is not that of the bytes')
  if (!sm3(row.body).equals(row.sm3)) faults.push('SM3 is not that of the bytes')
  let body: Body
  try { body = bodyOf(row.body) } catch { return [...faults, 'bytes are not UTF-8 JSON'] }
  if (canonical(body) !== row.body.toString('utf8')) faults.push('bytes are not in canonical form')
  const prior = before === null ? noPrior : before
  if (row.n !== (before?.n ?? 0) + 1) faults.push(`an act is missing before it: ${(before?.n ?? 0) + 1}`)
  if (body.prior.sha256 !== prior.sha256 || body.prior.sm3 !== prior.sm3 || row.prior.toString('hex') !== prior.sha256) faults.push('does not continue the chain of its matter')
  if (body.id !== row.id || body.matter !== row.matter_id || body.act.n !== row.n) faults.push('bytes are those of another act')
  if (body.act.act !== row.act || body.act.on !== row.on_day || body.act.by !== row.by_organ || Date.parse(body.act.recordedAt ?? '') !== Date.parse(row.recorded_at)) faults.push('columns differ from the bytes')
  if (body.files.length !== row.files) faults.push('files differ from the bytes')
  if (row.idx === null && !row.waits) faults.push('is neither in the log nor waiting for it')
  return faults
}

export async function verifyAll(pool: pg.Pool): Promise<VerifyReport> {
  const from = performance.now()
  return withClient(pool, async (client) => {
    await client.query('begin isolation level repeatable read, read only')
    await client.query('set local role hengjian_engine')
    await client.query('set local statement_timeout = 0')
    const wrong: Wrong[] = []
    const note = (one: Wrong): void => { if (wrong.length < enough) wrong.push(one) }
    const leaves = new Map<number, { readonly hash: Buffer; readonly act: string; readonly matter: string; readonly n: number }>()
    let [acts, matters, unsealed] = [0, 0, 0]
    let before: { n: number; sha256: string; sm3: string; matter: string } | null = null
    let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
    for (;;) {
      const { rows } = await client.query<Row>({ name: 'verify', text: `select a.id, a.matter_id, a.n, a.act, a.on_day, a.recorded_at, a.by_organ, a.body, a.sha256, a.sm3, a.prior, u.act_id is not null as waits, l.idx, (select count(*)::int from act_file f where f.act_id = a.id) as files
        from act a left join leaf l on l.act_id = a.id left join unsealed u on u.act_id = a.id where (a.matter_id, a.n) > ($1::uuid, $2) order by a.matter_id, a.n limit ${atATime}`, values: [...after] })
      for (const row of rows) {
        const previous: typeof before = before !== null && before.matter === row.matter_id ? before : null
        if (previous === null) matters++
        for (const what of faultsOf(row, previous)) note({ what, matter: row.matter_id, act: row.id, n: row.n })
        if (row.idx === null) unsealed++
        else leaves.set(row.idx, { hash: leafHash(row.body), act: row.id, matter: row.matter_id, n: row.n })
        before = { matter: row.matter_id, n: row.n, sha256: sha256(row.body).toString('hex'), sm3: sm3(row.body).toString('hex') }
        acts++
      }
      const last = rows.at(-1)
      if (last === undefined) break
      after = [last.matter_id, last.n]
    }
    const short = await client.query<{ id: string; version: number }>('select m.id, m.version from matter m where m.version <> (select count(*) from act a where a.matter_id = m.id) limit 50')
    for (const { id, version } of short.rows) note({ what: `the matter has other than ${version} acts`, matter: id, n: version })
    const heads = (await client.query<HeadRow>(`select ${headColumns} from head h order by h.size`)).rows
    const size = heads.at(-1)?.size ?? 0
    const stored = new Map((await client.query<{ level: number; idx: number; hash: Buffer }>('select n.level, n.idx, n.hash from node n')).rows.map((n) => [`${n.level}/${n.idx}`, n.hash]))
    await client.query('commit')
    checkTree(leaves, size, heads, stored, note)
    return { ok: wrong.length === 0, acts, matters, heads: heads.length, size, root: heads.at(-1)?.root.toString('hex') ?? emptyRoot().toString('hex'), unsealed, wrong, millis: Math.round(performance.now() - from) }
  })
}

/** One walk over the leaves: every stored node and the root of every head on the way. */
function checkTree(leaves: ReadonlyMap<number, { readonly hash: Buffer; readonly act: string; readonly matter: string; readonly n: number }>, size: number, heads: readonly HeadRow[], stored: ReadonlyMap<string, Buffer>, note: (one: Wrong) => void): void {
  if (leaves.size !== size) note({ what: `the log has ${leaves.size} entries where its last head counts ${size}` })
  const right: { level: number; hash: Buffer }[] = []
  let [head, nodes] = [0, 0]
  for (let i = 0; i < size; i++) {
    const leaf = leaves.get(i)
    if (leaf === undefined) { note({ what: 'entry is missing from the log', index: i }); return }
    let [level, idx, hash] = [0, i, leaf.hash]
    const check = (): void => {
      nodes++
      if (stored.get(`${level}/${idx}`)?.equals(hash) !== true) note({ what: level === 0 ? 'entry differs from what was sealed' : `the tree differs at node ${level}/${idx}`, index: i, matter: leaf.matter, act: leaf.act, n: leaf.n })
    }
    check()
    while (right.at(-1)?.level === level) {
      hash = nodeHash((right.pop() as { hash: Buffer }).hash, hash)
      level++
      idx = Math.floor(idx / 2)
      check()
    }
    right.push({ level, hash })
    while (heads[head]?.size === i + 1) {
      const one = heads[head++] as HeadRow
      const root = right.map((part) => part.hash).reduceRight((low, high) => nodeHash(high, low))
      const said = readNote(one.note)
      if (!root.equals(one.root)) note({ what: `head ${one.size}: the root is not that of the entries`, index: i })
      if (said === null || said.size !== one.size || said.root !== one.root.toString('hex') || said.at !== one.at) note({ what: `head ${one.size}: the signed text says something else`, index: i })
      if (!signedBy(one.note, one.signature, one.public_key)) note({ what: `head ${one.size}: the signature does not hold`, index: i })
    }
  }
  if (head !== heads.length) note({ what: 'a head counts more entries than the log has' })
  if (stored.size !== nodes) note({ what: 'the tree has nodes that no entry made' })
}

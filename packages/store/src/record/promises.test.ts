// What the database refuses whoever asks. Each test tries to break one promise.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { city, open, walk } from '../../test/city.ts'
import { together, withClient } from '../database/connect.ts'
import { scopeRoles } from '../database/migrate.ts'
import { asOwner, reach } from '../database/reach.ts'

const { store, dataDir, close } = await city()
const reached = await reach({ dataDir, mode: 'test', say: () => undefined })
after(async () => { await reached.close(); await close() })
const { matter } = await open(store)
await walk(store, matter.id, 'acknowledge')
await store.proofs.seal()

const frozen = ['act', 'act_file', 'reading', 'clue_decision', 'recalculation', 'leaf', 'node', 'head']
const changes = (table: string): readonly string[] => {
  const column = { act: 'act', act_file: 'name', reading: 'what', clue_decision: 'decision', recalculation: 'duty', leaf: 'act_id', node: 'hash', head: 'note' }[table] ?? ''
  return [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table} cascade`]
}

test('M11.1: with every role that the application may take, what is on record can be neither changed nor deleted nor emptied', async () => {
  for (const role of scopeRoles) for (const sql of frozen.flatMap(changes))
    await assert.rejects(withClient(reached.pool, (client) => together([client.query('begin'), client.query(`set local role ${role}`), client.query(sql)])), { code: '42501' }, `${role}: ${sql}`)
})

test('M11.1: what the opening of a matter says, and the first answer to a key, can be changed under no role of the application', async () => {
  const fixed = [...['no', 'title', 'owner', 'procedure', 'subject', 'organs', 'labels', 'custody', 'opened_on'].map((column) => `update matter set ${column} = ${column}`), 'update matter_inner set clue = clue', 'update matter_inner set source = source', 'update idempotency set answer = answer', 'delete from matter', 'delete from matter_inner', 'delete from idempotency']
  for (const role of scopeRoles) for (const sql of fixed)
    await assert.rejects(withClient(reached.pool, (client) => together([client.query('begin'), client.query(`set local role ${role}`), client.query(sql)])), { code: '42501' }, `${role}: ${sql}`)
})

test('M11.1: not even the owner or a superuser changes it without first taking the promise away', async () => {
  await asOwner(reached.owner, async (client) => {
    await client.query('set search_path = hengjian')
    for (const role of ['none', 'hengjian_owner']) {
      await client.query(`set role ${role}`)
      for (const sql of frozen.flatMap(changes)) await assert.rejects(client.query(sql), role === 'none' ? { code: '42501', message: /only grows/ } : { code: '42501' }, `${role}: ${sql}`)
    }
    await client.query('set role none')
    await client.query('set session_replication_role = replica')
    await assert.rejects(client.query('delete from act'), /only grows/)
  })
})

test('M11.1: an act that does not continue the chain, or whose hash is another’s, is not taken in', async () => {
  await asOwner(reached.owner, async (client) => {
    await client.query('set search_path = hengjian')
    const body = Buffer.from('{}')
    const [last] = (await client.query<{ n: number; sha256: Buffer }>('select a.n, a.sha256 from act a where a.matter_id = $1 order by a.n desc limit 1', [matter.id])).rows
    assert.ok(last)
    const insert = (n: number, prior: Buffer, hash: Buffer) => client.query(`insert into act (id, matter_id, n, act, on_day, recorded_at, by_organ, side, audience, body, sha256, sm3, prior) values ($1, $2, $3, 'close', '2026-01-01', now(), 'xincheng', 'procuratorate', 'inner', $4, $5, $5, $6)`, [randomUUID(), matter.id, n, body, hash, prior])
    const hash = createHash('sha256').update(body).digest()
    await assert.rejects(insert(last.n + 1, Buffer.alloc(32), hash), /does not continue the chain/)
    await assert.rejects(insert(last.n + 2, last.sha256, hash), /does not continue the chain/)
    await assert.rejects(insert(last.n + 1, last.sha256, Buffer.alloc(32)), /not what its hash says/)
    await assert.rejects(insert(last.n, last.sha256, hash), /continue the chain|duplicate/)
  })
})

// Worklists under row-level security against the same question with an explicit predicate and no policies. 300 organs, one duty in ten open.
// MATTERS=1000000 is the size that the goals speak of (about two minutes to make); the default shows the shape in a few seconds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { lawbook } from '../packages/law/src/index.ts'
import { openStore, type Scope } from '../packages/store/src/index.ts'
import { asOwner, reach } from '../packages/store/src/database/reach.ts'
import { poolOf, together, withClient } from '../packages/store/src/database/connect.ts'
import { on } from '../packages/store/test/city.ts'

const size = Number(process.env['MATTERS'] ?? 100_000)
const dataDir = mkdtempSync(path.join(tmpdir(), 'hjbench-'))
const reached = await reach({ dataDir, mode: 'demo', say: () => undefined })
const began = performance.now()
await asOwner(reached.owner, async (client) => {
  await client.query('set search_path = hengjian; set synchronous_commit = off; set statement_timeout = 0')
  await client.query(`insert into organ select 'p' || i, jsonb_build_object('zh', 'p' || i, 'en', 'p' || i), '{"zh":"","en":""}', case when i < 50 then 'procuratorate' else 'administrative-organ' end, 'county', case when i between 1 and 49 then 'p0' end, null from generate_series(0, 299) i`)
  await client.query(`insert into matter (id, owner, no, procedure, title, subject, organs, labels, custody, opened_on, sealed, version, stage, closed, light, next_due)
    select md5('m' || i)::uuid, 'p' || i % 50, 'n' || i, 'forward-linkage', '第' || i || '件：占用林地', 'p' || (50 + i % 250), '{}', '{}', false, date '2026-01-01' + i % 300, i % 97 = 0, 5, 'served', (i / 250) % 10 <> 0, 'within', date '2026-11-01' + (i / 7) % 90 from generate_series(1, ${size}) i`)
  await client.query(`insert into matter_inner (matter_id, handler) select m.id, '某甲' from matter m`)
  await client.query(`insert into matter_organ (matter_id, organ, sealed, since_n) select m.id, m.subject, m.sealed, 4 from matter m`)
  await client.query(`insert into duty (matter_id, id, owner, sealed, audience, rule, owed_by, opened_by, due, status, light, over, body)
    select m.id, 'suggestion-reply@5', m.owner, m.sealed, 'both', 'suggestion-reply', m.subject, 5, m.next_due, case when m.closed then 'discharged-in-time' else 'open' end, m.light, m.closed, jsonb_build_object('id', 'suggestion-reply@5', 'due', m.next_due, 'owedBy', m.subject) from matter m`)
  await client.query('analyze')
})
console.log(`${size} matters made in ${((performance.now() - began) / 1000).toFixed(1)} s`)
if (process.env['EXPLAIN']) await asOwner(reached.owner, async (client) => {
  for (const [role, organ, organs] of [['hengjian_unit', 'p7', ''], ['hengjian_party', 'p77', '']] as const) {
    await client.query('begin')
    await client.query(`set local search_path = hengjian; select set_config('app.organ', '${organ}', true), set_config('app.organs', '${organs}', true); set local role ${role}`)
    console.log((await client.query(`explain (analyze, buffers off) select d.body, m.id from duty d join matter m on m.id = d.matter_id left join matter_inner i on i.matter_id = m.id where not d.over order by d.due, d.matter_id, d.id limit 50`)).rows.map((row) => row['QUERY PLAN']).join('\n'))
    await client.query('rollback')
  }
})
const store = await openStore({ dataDir, mode: 'demo', lawbook: lawbook(), sealEvery: 0 })
const plain = poolOf(reached.owner, 2)
const today = on('2026-11-25')

async function timed(one: () => Promise<number>): Promise<{ readonly p50: number; readonly p99: number; readonly rows: number }> {
  const times: number[] = []
  let rows = 0
  for (let i = 0; i < 60; i++) { const from = performance.now(); rows = await one(); if (i >= 10) times.push(performance.now() - from) }
  times.sort((a, b) => a - b)
  return { p50: times[25] ?? 0, p99: times[49] ?? 0, rows }
}
// In a transaction of its own with the same opening and closing statements: what is compared is the policy, not the frame.
const explicit = (pool: Pool, condition: string) => (): Promise<number> => withClient(pool, async (client) => {
  const all = await together([client.query('begin isolation level repeatable read, read only'), client.query(`select set_config('app.organ', 'x', true), set_config('app.organs', '', true), set_config('app.person', '', true), set_config('app.clearance', '', true)`), client.query('set local role none'),
    client.query(`select d.body, d.due, d.id as duty_id, m.*, i.* from duty d join matter m on m.id = d.matter_id left join matter_inner i on i.matter_id = m.id where not d.over and not d.sealed and ${condition} order by d.due, d.matter_id, d.id limit 50`)])
  await client.query('commit')
  return all[3]?.rows.length ?? 0
})
const show = (name: string, { p50, p99, rows }: { readonly p50: number; readonly p99: number; readonly rows: number }): void => console.log(`${name.padEnd(46)} p50 ${p50.toFixed(2).padStart(8)} ms   p99 ${p99.toFixed(1).padStart(8)} ms   ${rows} rows`)
const scope = (organ: string, side: Scope['side']): Scope => ({ organ, side, office: 'prosecutor', person: 'p', clearance: 'ordinary' })

for (const [name, who, condition] of [
  ['one procuratorate', scope('p7', 'procuratorate'), `d.owner = 'p7'`], ['the city', scope('p0', 'procuratorate'), 'true'],
  ['an addressed organ', scope('p77', 'other'), `d.owed_by = 'p77'`],
] as const) {
  const [ours, theirs] = [await timed(() => store.read(who, async (q) => (await q.dutyRows({ today, limit: 50, counts: false })).items.length)), await timed(explicit(plain, condition))]
  show(`${name}: worklist under RLS`, ours)
  show(`${name}: explicit predicate, no RLS`, theirs)
  show(`${name}: worklist with counts`, await timed(() => store.read(who, async (q) => (await q.dutyRows({ today, limit: 50 })).counts.total)))
  console.log(`${name}: RLS against explicit (time)`.padEnd(46), (ours.p50 / theirs.p50).toFixed(2), '\n')
}
show('matters of one procuratorate, newest 50', await timed(() => store.read(scope('p7', 'procuratorate'), async (q) => (await q.matters({ limit: 50 })).items.length)))
await plain.end()
await store.close()
await reached.close()
rmSync(dataDir, { recursive: true, force: true })

// A command of the product (see, lock, load, decide, append, chain, project; RLS on, fsync on) against the floor: one round trip that locks,
// appends one event with its SHA-256, updates a state and an obligation. Alternating in one run, 1 and 8 clients; the ratio is what counts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { lawbook } from '../packages/law/src/index.ts'
import { openStore } from '../packages/store/src/index.ts'
import { asOwner, reach } from '../packages/store/src/database/reach.ts'
import { poolOf } from '../packages/store/src/database/connect.ts'
import { actorOf, at, meta, on, open, people, scopeOf } from '../packages/store/test/city.ts'

const perRound = Number(process.env['COMMANDS'] ?? 300)
const rounds = Number(process.env['ROUNDS'] ?? 3)
const dataDir = mkdtempSync(path.join(tmpdir(), 'hjbench-'))
const store = await openStore({ dataDir, mode: 'demo', lawbook: lawbook() })
await people(store)
const reached = await reach({ dataDir, mode: 'demo', say: () => undefined })
await asOwner(reached.owner, (client) => client.query(`
  create schema floor;
  create table floor.state (id int primary key, version int not null, stage text not null);
  create table floor.event (state int not null references floor.state, n int not null, body text not null, hash bytea not null, primary key (state, n));
  create table floor.duty (state int primary key references floor.state, due date not null, status text not null);
  insert into floor.state select i, 0, 'new' from generate_series(1, 64) i; insert into floor.duty select i, current_date, 'open' from generate_series(1, 64) i;
  create function floor.cmd(one int, body text) returns int language plpgsql as $$
  declare v int; prior bytea; begin
    update floor.state set version = version + 1, stage = 'next' where id = one returning version into v;
    select e.hash into prior from floor.event e where e.state = one and e.n = v - 1;
    insert into floor.event values (one, v, body, sha256(coalesce(prior, '') || convert_to(body, 'UTF8')));
    update floor.duty set due = current_date + v % 60, status = 'open' where state = one;
    return v; end $$`))
const floorPool = poolOf(reached.owner, 8)
const body = JSON.stringify({ act: 'inquire', on: '2026-03-03', form: { method: 'site', findings: '占用林地六十五亩。'.repeat(10) } })

const percentile = (sorted: readonly number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0
type Run = { readonly times: number[]; wall: number }
async function run(into: Run, clients: number, count: number, one: (client: number, i: number) => Promise<void>): Promise<void> {
  const from = performance.now()
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let i = client; i < count; i += clients) { const start = performance.now(); await one(client, i); into.times.push(performance.now() - start) }
  }))
  into.wall += performance.now() - from
}
function show(name: string, clients: number, { times, wall }: Run): void {
  times.sort((a, b) => a - b)
  console.log(`${name.padEnd(34)} ${String(clients).padStart(2)} clients ${(times.length / wall * 1000).toFixed(0).padStart(6)}/s   p50 ${percentile(times, 0.5).toFixed(2)} ms   p99 ${percentile(times, 0.99).toFixed(1)} ms`)
}

const matters = await Promise.all(Array.from({ length: 64 }, () => open(store)))
const scope = scopeOf('xincheng')
const actor = actorOf('xincheng', 'prosecutor')
const attempt = { act: 'inquire', key: 'inquire', on: on('2026-03-03'), form: { method: 'site', findings: '占用林地六十五亩。'.repeat(10) } }
// A bench that refuses is fast: every answer is looked at. Fresh matters are opened between rounds, so that each has a handful of acts, as in life.
let recorded = 0
let ids: readonly string[] = matters.map(({ matter }) => matter.id)
const command = async (_: number, i: number): Promise<void> => {
  const done = await store.putOnRecord(scope, actor, ids[i % ids.length] ?? '', attempt, [], meta(at('2026-03-03')))
  if (done.kind !== 'recorded') throw new Error(JSON.stringify(done))
  recorded++
}
const floor = async (_: number, i: number): Promise<void> => { await floorPool.query({ name: 'floor', text: 'select floor.cmd($1, $2)', values: [i % 64 + 1, body] }) }
// In short turns, so that both meet the same minute of a busy machine; the medians are compared beside the rates.
const turn = 40
for (const clients of [1, 8]) {
  const ratios: string[] = []
  for (let round = 0; round < rounds; round++) {
    ids = (await Promise.all(Array.from({ length: 64 }, () => open(store)))).map(({ matter }) => matter.id)
    const [ours, theirs]: [Run, Run] = [{ times: [], wall: 0 }, { times: [], wall: 0 }]
    for (let done = 0; done < perRound; done += turn) {
      await run(ours, clients, turn, (client, i) => command(client, done + i))
      await run(theirs, clients, turn, (client, i) => floor(client, done + i))
    }
    show('command of the product', clients, ours)
    show('floor: one round trip', clients, theirs)
    ratios.push(`${(theirs.wall / ours.wall).toFixed(2)} (medians ${(percentile(theirs.times, 0.5) / percentile(ours.times, 0.5)).toFixed(2)})`)
  }
  console.log(`command against floor, ${clients} clients     ${ratios.join('  ')}   goal ≥ 0.75\n`)
}
await store.proofs.seal()
const report = await store.proofs.verifyAll()
console.log(`${recorded} commands on record; the whole log of ${report.acts} acts verifies in ${report.millis} ms: ${report.ok ? 'holds' : JSON.stringify(report.wrong[0])}`)
await floorPool.end()
await reached.close()
await store.close()
rmSync(dataDir, { recursive: true, force: true })

// Open duties computed again after a change of the calendar, with the write and the notices, against the floor: a bare read of the same columns
// and a bare UPDATE of the same rows. ROWS=1000000 is the size that the goals speak of; the default shows the shape.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dayBy, type Basis } from '../packages/core/src/index.ts'
import { addDays, lawbook, loadLawbook, shippedParts, type Instant } from '../packages/law/src/index.ts'
import { textsOfFolder } from '../packages/server/src/ruleset/folder.ts'
import { readSet } from '../packages/server/src/ruleset/read.ts'
import { openStore } from '../packages/store/src/index.ts'
import { asOwner, reach } from '../packages/store/src/database/reach.ts'
import { canonical } from '../packages/store/src/record/canonical.ts'
import { on } from '../packages/store/test/city.ts'

const size = Number(process.env['ROWS'] ?? 100_000)
const parts = shippedParts()
loadLawbook(parts)
const loading = performance.now()
loadLawbook(parts)
console.log(`the rulebook loads in ${(performance.now() - loading).toFixed(0)} ms`)

const book = lawbook()
const version = book.rules.get('suggestion-reply')?.versions[0]?.inForce.from ?? null
const bases = Array.from({ length: 120 }, (_, i): { readonly dated: string; readonly due: string | null } => {
  const basis: Basis = { rule: 'suggestion-reply', version, start: addDays(on('2026-11-01'), i), options: {} }
  return { dated: canonical(basis), due: dayBy(basis, book)?.due ?? null }
})
const dataDir = mkdtempSync(path.join(tmpdir(), 'hjbench-'))
const reached = await reach({ dataDir, mode: 'demo', say: () => undefined })
await asOwner(reached.owner, async (client) => {
  await client.query('set search_path = hengjian; set synchronous_commit = off; set statement_timeout = 0')
  await client.query(`insert into organ select 'p' || i, jsonb_build_object('zh', 'p' || i, 'en', 'p' || i), '{"zh":"","en":""}', case when i < 50 then 'procuratorate' else 'administrative-organ' end, 'county', null, null from generate_series(0, 299) i`)
  await client.query(`insert into matter (id, owner, no, procedure, title, subject, organs, labels, custody, opened_on, sealed, version, stage, closed, light, next_due)
    select md5('m' || i)::uuid, 'p' || i % 50, 'n' || i, 'forward-linkage', '第' || i || '件', 'p' || (50 + i % 250), '{}', '{}', false, date '2026-11-01', false, 5, 'served', false, 'within', null from generate_series(1, ${size}) i`)
  await client.query(`insert into duty (matter_id, id, owner, sealed, audience, rule, owed_by, opened_by, due, status, light, over, dated, body)
    select md5('m' || i)::uuid, 'suggestion-reply@5', 'p' || i % 50, false, 'both', 'suggestion-reply', 'p' || (50 + i % 250), 5, (b.row->>'due')::date, 'open', 'within', false, b.row->>'dated', jsonb_build_object('id', 'suggestion-reply@5', 'due', b.row->>'due')
      from generate_series(1, ${size}) i join lateral (select $1::jsonb -> (i % ${bases.length}) as row) b on true`, [JSON.stringify(bases)])
  await client.query('analyze')
})
const store = await openStore({ dataDir, mode: 'demo', lawbook: book, sealEvery: 0 })
const files = textsOfFolder(path.join(import.meta.dirname, '../samples/law-sets/demonstration-2027'))
const { set, sha256, holds, rules } = readSet(files)
if (set === null) throw new Error('the demonstration set is not one')
const now = '2026-12-11T09:00:00+08:00' as Instant
const done = await store.law.adopt({ set, files, sha256, holds, rules }, 'bench', { person: 'bench', name: 'bench', now })
if (!done.ok) throw new Error(done.code)
const { moves, matters, millis } = done.moves

const timed = async (text: string): Promise<number> => asOwner(reached.owner, async (client) => {
  await client.query('set search_path = hengjian; set statement_timeout = 0')
  const from = performance.now()
  await client.query(text)
  return performance.now() - from
})
const read = await timed('select d.dated, d.due, d.status, d.light, d.over from duty d where not d.over')
const update = await timed(`update duty set due = due + 0, status = status, light = light, body = body || jsonb_build_object('due', due) where (matter_id, id) in (select r.matter_id, r.duty from recalculation r)`)
console.log(`${size} open duties: ${moves} dates moved in ${matters} matters, ${millis} ms with the write and ${moves} notices`)
console.log(`floor: read ${read.toFixed(0)} ms + update ${update.toFixed(0)} ms = ${(read + update).toFixed(0)} ms; ratio ${(millis / (read + update)).toFixed(2)}`)
await store.close()
await reached.close()
rmSync(dataDir, { recursive: true, force: true })

// The matrix: every table × every kind of organ, asked in SQL as the application's login, with rows to be found in every table.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Pool, QueryResultRow } from 'pg'
import { actorOf, at, city, meta, on, open, scopeOf, walk, type Name } from '../../test/city.ts'
import { together, withClient } from '../database/connect.ts'
import { asOwner, reach, type Reached } from '../database/reach.ts'
import { organsFrom, type Organs } from '../record/parties.ts'
import type { Scope } from '../types.ts'
import { enter } from './scope.ts'

const { store, dataDir, close } = await city()
let reached: Reached
let organs: Organs
const names = new Map<string, string>()
after(async () => { await reached.close(); await close() })

const rows = async <T extends QueryResultRow>(pool: Pool, scope: Scope, text: string, values: readonly unknown[] = []): Promise<readonly T[]> => withClient(pool, async (client) => {
  const all = await together([...enter(client, scope, organs, 'read write'), client.query<T>(text, [...values]), client.query('rollback')])
  return (all[2]?.rows ?? []) as readonly T[]
})
const matterOf: Readonly<Record<string, string>> = { matter: 'select t.id as m from matter t', leaf: 'select a.matter_id as m from leaf t join act a on a.id = t.act_id' }
/** Names of the matters of which a scope finds rows in a table. */
const found = async (table: string, scope: Scope): Promise<string> => [...new Set((await rows<{ m: string }>(reached.pool, scope, matterOf[table] ?? `select t.matter_id as m from ${table} t`)).map(({ m }) => names.get(m) ?? m))].toSorted().join(' ')

before(async () => {
  reached = await reach({ dataDir, mode: 'test', say: () => undefined })
  organs = organsFrom(await store.directory.organs())
  const ref = await store.files.put(scopeOf('xincheng'), 'a.txt', Buffer.from('a'))
  const reply = await store.files.put(scopeOf('forestry'), 'b.txt', Buffer.from('b'))
  // alone: nothing addressed; served; notified: superior told; reported: congress told; sealed: served under seal
  for (const [name, until] of [['alone', null], ['served', 'acknowledge'], ['notified', 'notify-superior'], ['reported', 'report-congress'], ['sealed', 'acknowledge']] as const) {
    const sealed = name === 'sealed'
    const { matter } = await open(store, { title: name, sealed })
    names.set(matter.id, name)
    const clearance = sealed ? 'sealed' : 'ordinary'
    const inner = await store.putOnRecord(scopeOf('xincheng', clearance), actorOf('xincheng', 'prosecutor'), matter.id, { act: 'inquire', key: 'inquire', on: on('2026-03-03'), form: { method: 'site', findings: '现场' } }, [ref], meta(at('2026-03-03')))
    assert.equal(inner.kind, 'recorded')
    if (until === null) continue
    await walk(store, matter.id, until, 'draft', clearance)
    if (name === 'served' || sealed) {
      const answers = [{ demand: 1, state: 'done', text: '已移送', evidence: [reply] }, { demand: 2, state: 'done', text: '已核查' }] as const
      const replied = await store.putOnRecord(scopeOf('forestry', clearance), actorOf('forestry', 'liaison'), matter.id, { act: 'reply', key: 'reply', of: 3, on: on('2026-04-01'), answers, form: {} }, [], meta(at('2026-04-01')))
      assert.ok(replied.kind === 'recorded', JSON.stringify(replied))
    }
  }
  await store.proofs.seal()
  for (const [id, name] of names) for (const organ of ['xincheng', 'forestry', 'forestry-city', 'npc', 'huimin', 'market'] as const)
    await store.noteReading(scopeOf(organ, name === 'sealed' ? 'sealed' : 'ordinary'), id, '查看', at('2026-11-20'))
  await asOwner(reached.owner, async (client) => {
    for (const [id, name] of names) await client.query(`insert into hengjian.recalculation (id, matter_id, owner, sealed, duty, lawbook, at) values ($1, $2, 'xincheng', $3, 'd', 'v', now())`, [randomUUID(), id, name === 'sealed'])
  })
  for (const organ of ['xincheng', 'huimin', 'forestry'] as const) await store.lake.saveDelivery(scopeOf(organ), { id: `delivery-${organ}`, dataset: 'd', provider: organ, state: 'accepted', at: at('2026-03-02'), body: {} })
  for (const organ of ['xincheng', 'huimin', 'city'] as const) {
    await store.lake.saveRun(scopeOf(organ), { id: `run-${organ}`, model: 'm', state: 'done', at: at('2026-03-02'), body: {} })
    await store.lake.saveClues(scopeOf(organ), [{ id: `clue-${organ}`, model: 'm', run: `run-${organ}`, key: 'k', status: 'clue', state: 'waiting', matter: null, at: at('2026-03-02'), body: {} }])
    assert.ok(await store.lake.decideClue(scopeOf(organ), { id: randomUUID(), clue: `clue-${organ}`, person: 'p', decision: 'exclude', reason: null, matter: null, at: at('2026-03-03') }, { state: 'excluded', matter: null, body: {} }))
  }
})

const all = 'alone notified reported served'
const withSealed = 'alone notified reported sealed served'
const party = { matter: true, matter_organ: true, act: true, act_shown: true, act_file: true, duty: true, demand: true, instrument: true, leaf: true, reading: true, matter_inner: false, recalculation: false } as const
type Table = keyof typeof party
/** Nothing of this kind exists before something was drafted or served. */
const onceServed: ReadonlySet<Table> = new Set<Table>(['matter_organ', 'act_shown', 'duty', 'demand', 'instrument'])
/** Who sees rows of which matters; `files`, for other organs: matters where an act shown to them carries a file. */
const viewers: readonly { readonly who: string; readonly scope: () => Scope; readonly sees: string; readonly owners: boolean; readonly files?: string; readonly inner?: string }[] = [
  { who: 'the procuratorate that owns it', scope: () => scopeOf('xincheng'), sees: all, owners: true },
  { who: 'the same with clearance', scope: () => scopeOf('xincheng', 'sealed'), sees: withSealed, owners: true },
  { who: 'another procuratorate of the same rank', scope: () => scopeOf('huimin'), sees: '', owners: true },
  { who: 'another one with clearance', scope: () => scopeOf('huimin', 'sealed'), sees: '', owners: true },
  { who: 'the higher procuratorate', scope: () => scopeOf('city'), sees: all, owners: true },
  { who: 'the higher one with clearance', scope: () => scopeOf('city', 'sealed'), sees: withSealed, owners: true },
  { who: 'the addressed organ', scope: () => scopeOf('forestry'), sees: 'notified reported served', owners: false, files: 'served' },
  { who: 'the addressed organ with clearance', scope: () => scopeOf('forestry', 'sealed'), sees: 'notified reported sealed served', owners: false, files: 'sealed served' },
  { who: 'its superior, told in some', scope: () => scopeOf('forestry-city'), sees: 'notified reported', owners: false, files: '' },
  { who: 'the congress, told in one', scope: () => scopeOf('npc'), sees: 'reported', owners: false, files: '' },
  { who: 'an organ that was not addressed', scope: () => scopeOf('market', 'sealed'), sees: '', owners: false, files: '' },
  { who: 'an organ of another kind', scope: () => scopeOf('police', 'sealed'), sees: '', owners: false, files: '' },
  { who: 'an administrator of the system', scope: () => ({ ...scopeOf('xincheng', 'sealed'), office: 'system-admin' }), sees: '', owners: false, files: '' },
  { who: 'an organ that pretends to be a procuratorate', scope: () => ({ ...scopeOf('market', 'sealed'), side: 'procuratorate' }), sees: '', owners: false, files: '' },
  { who: 'nobody', scope: () => ({ ...scopeOf('xincheng', 'sealed'), organ: '' }), sees: '', owners: false, files: '' },
]

test('M16.1: each table as each kind of organ, with rows to be found where they may be', async () => {
  const wrong: string[] = []
  for (const { who, scope, sees, owners, files } of viewers) for (const table of Object.keys(party) as Table[]) {
    const want = owners ? (onceServed.has(table) ? sees.replace('alone ', '') : sees) : !party[table] ? '' : table === 'act_file' ? files ?? '' : sees
    const got = await found(table, scope())
    if (got !== want) wrong.push(`${who}, ${table}: sees '${got}', should see '${want}'`)
  }
  assert.deepEqual(wrong, [])
})

test('M16.1: another organ sees the acts shown to both sides and the paper served to it, not the steps inside the office', async () => {
  const kinds = async (scope: Scope, name: string) => (await rows<{ act: string }>(reached.pool, scope, 'select a.act from act a join matter m on m.id = a.matter_id where m.title = $1 order by a.n', [name])).map(({ act }) => act).join(' ')
  assert.equal(await kinds(scopeOf('forestry'), 'served'), 'draft issue serve acknowledge reply')
  assert.equal(await kinds(scopeOf('xincheng'), 'served'), 'accept inquire draft submit approve approve issue serve acknowledge reply')
  const seen = await store.read(scopeOf('forestry'), (q) => q.matters({ q: 'served' }))
  assert.deepEqual(seen.items.map(({ title, handler }) => [title, handler]), [['served', null]])
  const matter = await store.read(scopeOf('forestry'), (q) => q.matter(seen.items[0]?.id ?? ''))
  assert.deepEqual([matter?.source, matter?.clue], [null, null])
  assert.deepEqual(matter?.matter.acts.map(({ act, form }) => [act, form !== undefined]), [['accept', false], ['draft', true], ['submit', false], ['approve', false], ['approve', false], ['issue', true], ['serve', true], ['acknowledge', true], ['reply', true]])
})

test('M16.1: an organ finds only its own readings; the owner finds all', async () => {
  const readers = async (organ: Name) => [...new Set((await rows<{ organ: string }>(reached.pool, scopeOf(organ), 'select r.organ from reading r')).map((row) => row.organ))].toSorted()
  assert.deepEqual(await readers('forestry'), ['forestry'])
  assert.deepEqual(await readers('xincheng'), ['forestry', 'forestry-city', 'npc', 'xincheng'])
})

test('M16.1: uploads, deliveries, runs and clues', async () => {
  const ids = async (table: string, column: string, scope: Scope) => (await rows<{ id: string }>(reached.pool, scope, `select t.${column} as id from ${table} t order by 1`)).map(({ id }) => id).join(' ')
  const table = [
    ['file', 'organ', { xincheng: 'xincheng', huimin: '', forestry: 'forestry', market: '' }],
    ['delivery', 'id', { xincheng: 'delivery-forestry delivery-huimin delivery-xincheng', huimin: 'delivery-forestry delivery-huimin delivery-xincheng', forestry: 'delivery-forestry', market: '' }],
    ['run', 'id', { xincheng: 'run-xincheng', huimin: 'run-huimin', city: 'run-city run-huimin run-xincheng', forestry: '', npc: '' }],
    ['clue', 'id', { xincheng: 'clue-xincheng', huimin: 'clue-huimin', city: 'clue-city clue-huimin clue-xincheng', forestry: '', npc: '' }],
    ['clue_decision', 'clue', { xincheng: 'clue-xincheng', huimin: 'clue-huimin', city: 'clue-city clue-huimin clue-xincheng', forestry: '', npc: '' }],
    ['organ', 'id', { market: 'city forestry forestry-city huimin market npc police xincheng' }],
  ] as const
  for (const [name, column, expected] of table) for (const [organ, want] of Object.entries(expected)) assert.equal(await ids(name, column, scopeOf(organ as Name)), want, `${name} as ${organ}`)
})

const closed = ['person', 'account', 'post', 'session', 'sign_in_attempt', 'totp_step', 'setting', 'idempotency', 'matter_counter', 'unsealed', 'unsettled', 'node', 'head', 'migration']

const lawTables = ['law_set', 'law_set_end', 'practice'] as const
const officeTables = ['office_fact', 'office_fact_end'] as const

test('M10.1 M10.2: the law that is applied is open to whoever is signed in; who stands in for whom only to the office itself and those above it', async () => {
  const given = { kind: 'tie', person: 'p', body: { kind: 'party', organ: 'forestry' }, basis: '本人申报', from: on('2026-03-01'), to: null } as const
  const fact = await store.offices.add(scopeOf('xincheng'), given, at('2026-03-02'))
  assert.ok(await store.offices.end(scopeOf('xincheng'), fact.id, on('2026-04-01'), '关系不再存在', at('2026-04-01')))
  assert.equal(await store.offices.end(scopeOf('xincheng'), fact.id, on('2026-04-02'), '再次', at('2026-04-02')), null, 'what has ended does not end again')
  assert.equal(await store.offices.end(scopeOf('huimin'), fact.id, on('2026-04-02'), '他院', at('2026-04-02')), null)
  await store.law.practise('xincheng', { setting: 'ladder.urge-wait', value: { amount: 20, unit: 'days' }, from: on('2026-05-01'), reason: '试' }, { person: 'p', name: '某', now: at('2026-05-01') })
  const count = async (table: string, scope: Scope): Promise<number> => (await rows(reached.pool, scope, `select 1 from ${table}`)).length
  for (const table of officeTables) {
    for (const [organ, want] of [['xincheng', 1], ['city', 1], ['huimin', 0], ['forestry', 0], ['npc', 0], ['market', 0]] as const) assert.equal(await count(table, scopeOf(organ)), want, `${table} as ${organ}`)
    assert.equal(await count(table, { ...scopeOf('xincheng'), office: 'system-admin' }), 0)
  }
  for (const organ of ['xincheng', 'huimin', 'forestry', 'npc'] as const) assert.equal(await count('practice', scopeOf(organ)), 1, organ)
  assert.equal(await count('practice', { ...scopeOf('xincheng'), organ: '' }), 0)
  await assert.rejects(rows(reached.pool, scopeOf('huimin'), `insert into office_fact (id, organ, kind, person, body, basis, from_day, by_person, by_name, at) values (gen_random_uuid(), 'xincheng', 'tie', 'p', '{}', 'b', '2026-03-01', 'p', 'p', now())`), { code: '42501' })
})

test('M16.1: of a moved date the other side is told where it owes it, and who was told is kept once for each organ', async () => {
  const seen = await store.read(scopeOf('xincheng'), (q) => q.movedRows({}))
  const one = seen.items.find(({ duty }) => duty === 'd') ?? assert.fail('no notice')
  await store.noteTold(scopeOf('xincheng'), [one.id], at('2026-11-20'))
  await store.noteTold(scopeOf('xincheng'), [one.id], at('2026-11-21'))
  await store.noteTold(scopeOf('forestry'), [one.id], at('2026-11-21'))
  const told = (await store.read(scopeOf('xincheng'), (q) => q.movedRows({ matter: one.matter }))).items.find(({ id }) => id === one.id)?.told
  assert.deepEqual(told?.map(({ organ }) => organ), ['xincheng'], 'an organ that owes nothing of it was shown nothing')
  assert.deepEqual(await rows(reached.pool, scopeOf('market', 'sealed'), 'select 1 from recalculation_told'), [])
})

test('M16.1: tables without case content for the desk are closed to every scope', async () => {
  for (const table of closed) for (const { who, scope } of viewers) await assert.rejects(rows(reached.pool, scope(), `select 1 from ${table} limit 1`), { code: '42501' }, `${table} as ${who}`)
})

test('M16.1: no table is without forced row-level security, no table is missing from this matrix, nothing goes around it', async () => {
  await asOwner(reached.owner, async (client) => {
    const tables = (await client.query<{ name: string; on: boolean; forced: boolean; policies: number; owner: string }>(`select c.relname as name, c.relrowsecurity as "on", c.relforcerowsecurity as forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, pg_get_userbyid(c.relowner) as owner
      from pg_class c where c.relnamespace = 'hengjian'::regnamespace and c.relkind in ('r', 'p')`)).rows
    assert.deepEqual(tables.filter((table) => !table.on || !table.forced || table.policies === 0 || table.owner !== 'hengjian_owner'), [])
    assert.deepEqual(tables.map(({ name }) => name).toSorted(), [...Object.keys(party), 'file', 'delivery', 'run', 'clue', 'clue_decision', 'organ', ...lawTables, ...officeTables, 'recalculation_told', ...closed].toSorted())
    assert.deepEqual((await client.query(`select c.relname from pg_class c where c.relnamespace = 'hengjian'::regnamespace and c.relkind in ('v', 'm', 'f')`)).rows, [], 'views would need security_invoker')
    assert.deepEqual((await client.query(`select p.proname from pg_proc p where p.pronamespace = 'hengjian'::regnamespace and p.prosecdef`)).rows, [], 'functions that run as their owner')
    const [app] = (await client.query(`select r.rolsuper, r.rolbypassrls, r.rolinherit, r.rolcreaterole, r.rolcreatedb from pg_roles r where r.rolname = 'hengjian_app'`)).rows
    assert.deepEqual(app, { rolsuper: false, rolbypassrls: false, rolinherit: false, rolcreaterole: false, rolcreatedb: false })
    assert.deepEqual((await client.query(`select r.rolname from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolname in ('hengjian_owner', 'hengjian_keeper')) and pg_has_role('hengjian_app', r.oid, 'member')`)).rows, [])
  })
})

test('M16.1: the application’s login sees nothing before it takes a role, and cannot take the owner’s', async () => {
  assert.equal((await reached.pool.query('select current_user as me, session_user as login')).rows[0].login, 'hengjian_app')
  await assert.rejects(reached.pool.query('select 1 from hengjian.matter'), { code: '42501' })
  for (const role of ['hengjian_owner', 'hengjian_keeper', 'postgres']) await assert.rejects(reached.pool.query(`set role ${role}`), { code: '42501' })
})

test('M16.1: absent and hidden cannot be told apart: by reading, by writing, by the kind of refusal', async () => {
  const sealed = [...names].find(([, name]) => name === 'sealed')?.[0] ?? ''
  for (const organ of ['xincheng', 'market'] as const) for (const id of [sealed, randomUUID()]) {
    assert.equal(await store.read(scopeOf(organ), (q) => q.matter(id)), null)
    const done = await store.putOnRecord(scopeOf(organ), actorOf(organ, 'prosecutor'), id, { act: 'inquire', on: on('2026-03-03') }, [], meta(at('2026-03-03'), 99))
    assert.deepEqual(done, { kind: 'absent' })
    await assert.rejects(rows(reached.pool, scopeOf(organ), `insert into reading (id, matter_id, organ, person, person_name, what, purpose, at) values ($1, $2, $3, $4, '', '', '', now())`, [randomUUID(), id, organ, scopeOf(organ).person]), { code: '42501' })
  }
  const page = await store.read(scopeOf('xincheng'), (q) => q.matters({ q: 'sealed' }))
  assert.deepEqual([page.items, page.total], [[], 0])
})

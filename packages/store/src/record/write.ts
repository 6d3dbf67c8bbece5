// The one write path: see, lock, load, decide, append with its hashes, project, commit. Two turns to the database and back.
import { decide, type Act, type Actor, type Attempt, type FileRef, type Refusal } from '@hengjian/core'
import type { Instant } from '@hengjian/law'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { together, withClient } from '../database/connect.ts'
import { noOffice, unkeepable, unknownFile, unknownOrgan, unknownProcedure } from '../messages/refusals.ts'
import { enter, roleOf } from '../read/scope.ts'
import type { LawInForce, LoadedMatter, Meta, NewMatterInput, NotRecorded, Recorded, Scope, StoredAct } from '../types.ts'
import { audienceOf, shownBy } from './audience.ts'
import { hashed, noPrior, sha256, type Body, type Opening } from './bytes.ts'
import { canonical, NotCanonical } from './canonical.ts'
import { derive, isOver, type Derived } from './derive.ts'
import { actColumns, loaded, matterColumns, matterFor, plainAct, storedAct, type ActRecord, type MatterRecord } from './load.ts'
import { inLegalTime, legalInstant } from './moment.ts'
import { datesText, movedDates, putNotices, type OpenDate } from './notices.ts'
import { ownerFor, type Organs } from './parties.ts'
import { matterValues, project, setHandler, setMatter } from './project.ts'

export type Writing = {
  readonly pool: pg.Pool
  /** The law as it is applied now, looked up anew for each command. */
  readonly law: () => Promise<LawInForce>
  readonly organs: () => Promise<Organs>
  /** In production the moment of recording is the machine's, whatever the caller takes as now. */
  readonly ownClock: boolean
  /** The matter as the scope may see it, read after the commit. */
  readonly reload: (scope: Scope, id: string) => Promise<LoadedMatter | null>
  readonly recorded: () => void
}
type Kept = { readonly matter_id: string; readonly act_id: string; readonly body: Buffer; readonly answer: { readonly version: number; readonly opened: Recorded['opened']; readonly discharged: readonly string[] } }

const engine = 'set local role hengjian_engine'
/** What stands beside the acts, read with the first of them: the key's first answer, which duties were over, whether papers are on their way. */
type Beside = { readonly kept: (Omit<Kept, 'body'> & { readonly body: string }) | null; readonly duties: Readonly<Record<string, boolean>> | null; readonly papers: boolean }
const historyText = `select ${actColumns}, a.sm3, case when a.n = 1 then jsonb_build_object(
    'kept', (select jsonb_build_object('matter_id', k.matter_id, 'act_id', k.act_id, 'body', encode(k.body, 'hex'), 'answer', k.answer) from idempotency k where k.person = $2 and k.key = $3),
    'duties', (select jsonb_object_agg(d.id, d.over) from duty d where d.matter_id = $1),
    'papers', exists (select from instrument t where t.matter_id = $1) or exists (select from demand t where t.matter_id = $1) or exists (select from act_shown t where t.matter_id = $1) or exists (select from matter_organ t where t.matter_id = $1)) end as beside
  from act a left join leaf l on l.act_id = a.id where a.matter_id = $1 order by a.n`
const keyOf = { name: 'key', text: 'select k.matter_id, k.act_id, k.body, k.answer from idempotency k where k.person = $1 and k.key = $2' }

/** Text that cannot be kept as it is, as a refusal; null when everything can be kept. */
function keepable(value: unknown): Refusal | null {
  try { canonical(value); return null } catch (error) {
    if (error instanceof NotCanonical) return unkeepable(error.at, error.fault)
    throw error
  }
}

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505' && (error as { constraint?: string }).constraint === 'idempotency_pkey'

/** Two commands with one key at the same time: the second waits for the first, then finds its answer. */
async function once<T>(work: () => Promise<T>): Promise<T> {
  try { return await work() } catch (error) {
    if (!isTaken(error)) throw error
    return work()
  }
}

async function again(writing: Writing, scope: Scope, kept: Kept, body: Buffer): Promise<Recorded | NotRecorded> {
  if (!kept.body.equals(body)) return { kind: 'key-reused' }
  const matter = await writing.reload(scope, kept.matter_id)
  const act = matter?.acts.find(({ id }) => id === kept.act_id)
  if (matter === null || act === undefined) return { kind: 'absent' }
  return { kind: 'recorded', matter, act, ...kept.answer, again: true }
}

function unknownParty(attempt: Attempt, organs: Organs, more: readonly string[] = []): Refusal | null {
  const unknown = [...(attempt.to ?? []), ...more].find((id) => organs.get(id) === undefined)
  return unknown === undefined ? null : unknownOrgan(unknown)
}

/** Every file that the act carries must have been uploaded by the acting organ, and be as large as the act says: the record is not told a size that its bytes do not have. */
async function missingFile(client: pg.ClientBase, scope: Scope, files: readonly FileRef[]): Promise<Refusal | null> {
  if (files.length === 0) return null
  const found = new Map((await client.query<{ sha256: string; size: number }>('select f.sha256, f.size from file f where f.organ = $1 and f.sha256 = any($2)', [scope.organ, files.map((file) => file.sha256)])).rows.map((row) => [row.sha256, row.size]))
  const missing = files.find((file) => found.get(file.sha256) !== file.size)
  return missing === undefined ? null : unknownFile(missing.name)
}

const filesOf = (attempt: Attempt, files: readonly FileRef[]): readonly FileRef[] => {
  const all = [...files, ...(attempt.answers ?? []).flatMap(({ evidence }) => evidence ?? []), ...(attempt.findings ?? []).flatMap(({ evidence }) => evidence ?? [])]
  return [...new Map(all.map((file) => [file.sha256, file])).values()]
}

type Made = { readonly body: Body; readonly made: ReturnType<typeof hashed>; readonly audience: string; readonly owner: string; readonly derived: Derived; readonly papers: boolean; readonly command: Buffer; readonly result: Kept['answer'] }

// One statement for what every act writes: itself, its place in the queue of the sealer, the answer to its key, the matter's own row.
const appendText = `with i as (${setHandler}), m as (${setMatter}),
  k as (insert into idempotency (person, key, body, matter_id, act_id, answer) values ($11, $12, $13, $1, $14, $15)),
  a as (insert into act (id, matter_id, n, act, on_day, recorded_at, by_organ, side, audience, body, sha256, sm3, prior) values ($14, $1, $2, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) returning id)
  insert into unsealed (act_id) select a.id from a`

/** All that a decided act brings about, and the commit; to be sent in one turn. */
function append(client: pg.ClientBase, scope: Scope, meta: Meta, { body, made, audience, owner, derived, papers, command, result }: Made): readonly Promise<pg.QueryResult>[] {
  const { act, files, id, matter } = body
  return [
    client.query({ name: 'append', text: appendText, values: [...matterValues(matter, act.n, derived, meta.now), scope.person, meta.idempotencyKey, command, id, JSON.stringify(result),
      act.act, act.on, act.recordedAt, act.by, scope.side, audience, made.bytes, made.sha256, made.sm3, Buffer.from(body.prior.sha256, 'hex')] }),
    ...(files.length === 0 ? [] : [client.query('insert into act_file (act_id, place, matter_id, sha256, name, size, type) select $1, x.place, $2, x.sha256, x.name, x.size, x.type from jsonb_to_recordset($3::jsonb) as x(place int, sha256 text, name text, size bigint, type text)',
      [id, matter, JSON.stringify(files.map((file, place) => ({ place, ...file })))])]),
    ...project(client, matter, owner, derived, papers), client.query('commit'),
  ]
}

/** What a party to the matter would see of the acts just written; the owner's side sees them all. */
async function answer(writing: Writing, scope: Scope, organs: Organs, m: MatterRecord, derived: Derived, acts: readonly StoredAct[], act: StoredAct, kept: Kept['answer']): Promise<Recorded | NotRecorded> {
  const row: MatterRecord = { ...m, version: kept.version, stage: derived.stage, closed: derived.closed, light: derived.light, next_due: derived.nextDue, rung: derived.rung, sealed: derived.sealed, handler: derived.handler }
  const whole = roleOf(scope, organs).role !== 'hengjian_party'
  const matter = whole ? loaded(row, acts.map(plainAct), acts, organs) : await writing.reload(scope, m.id)
  if (matter === null) return { kind: 'absent' }
  return { kind: 'recorded', matter, act, ...kept, again: false }
}

export async function openMatter(writing: Writing, scope: Scope, actor: Actor, input: NewMatterInput, meta: Meta): Promise<Recorded | NotRecorded> {
  const refused = keepable(input)
  if (refused !== null) return { kind: 'refused', refusal: refused }
  const law = await writing.law()
  if (!law.book.procedures.has(input.procedure)) return { kind: 'refused', refusal: unknownProcedure(input.procedure) }
  const organs = await writing.organs()
  const unknown = unknownParty(input.first, organs, [...(input.subject === undefined ? [] : [input.subject]), ...(input.organs ?? [])])
  if (unknown !== null) return { kind: 'refused', refusal: unknown }
  const command = sha256(Buffer.from(canonical({ open: input, organ: scope.organ })))
  const recordedAt = writing.ownClock ? legalInstant(Date.now()) : inLegalTime(meta.now)
  const owner = ownerFor(organs, scope.organ, [...(input.first.to ?? []), ...(input.organs ?? []), ...(input.subject === undefined ? [] : [input.subject])])
  if (owner === null) return { kind: 'refused', refusal: noOffice(scope.organ) }
  const lawbook = law.of(owner)
  const base = { procedure: input.procedure, owner, subject: input.subject ?? null, organs: input.organs ?? [], custody: input.custody ?? false }
  return once(() => withClient(writing.pool, async (client) => {
    const [, , , kept] = await together([...enter(client, scope, organs, 'read write'), client.query(engine), client.query({ ...keyOf, values: [scope.person, meta.idempotencyKey] })])
    const first = kept?.rows[0] as Kept | undefined
    if (first !== undefined) {
      await client.query('rollback')
      return again(writing, scope, first, command)
    }
    const outcome = decide(matterFor(base, [], organs, [actor.organ, ...(input.first.to ?? [])]), lawbook, actor, input.first, meta.now)
    if (!outcome.ok) {
      await client.query('rollback')
      return { kind: 'refused', refusal: outcome.refusal }
    }
    const act: Act = { ...outcome.act, n: 1, recordedAt }
    const files = filesOf(input.first, [])
    const openedOn = act.on
    const sealed = input.sealed ?? false
    const counted = await client.query<{ last: number }>(`insert into matter_counter as c (owner, year, series, last) values ($1, $2, $3, 1) on conflict (owner, year, series) do update set last = c.last + 1 returning last`, [owner, Number(openedOn.slice(0, 4)), sealed ? 'S' : ''])
    const no = `${openedOn.slice(0, 4)}-${sealed ? 'S' : ''}${String(counted.rows[0]?.last ?? 0).padStart(4, '0')}`
    const opening: Opening = { ...base, no, title: input.title, labels: input.labels ?? [], sealed, openedOn, clue: input.clue ?? null, source: input.source ?? null }
    const body: Body = { format: 'hengjian-act/1', id: randomUUID(), matter: randomUUID(), prior: noPrior, act, files, opening }
    const made = hashed(body)
    const matter = matterFor(base, [act], organs)
    const derived = derive(matter, sealed, lawbook, meta.now)
    const result = { version: 1, opened: derived.duties.map(({ duty }) => duty).filter(({ status }) => !isOver(status)), discharged: [] }
    const m: MatterRecord = { id: body.matter, ...opening, opened_on: openedOn, version: 1, stage: derived.stage, closed: derived.closed, light: derived.light, next_due: derived.nextDue, rung: derived.rung, handler: derived.handler }
    const missing = await missingFile(client, scope, files)
    if (missing !== null) {
      await client.query('rollback')
      return { kind: 'refused', refusal: missing }
    }
    await together([
      client.query(`with m as (insert into matter (id, owner, no, procedure, title, subject, organs, labels, custody, opened_on, sealed, version, stage, closed, light, next_due, rung) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $14, $15, $16))
                    insert into matter_inner (matter_id, handler, clue, source) values ($1, $17, $18, $19)`,
      [m.id, m.owner, no, m.procedure, m.title, m.subject, m.organs, m.labels, m.custody, openedOn, derived.sealed, m.stage, m.closed, m.light, m.next_due, m.rung, m.handler, m.clue, m.source]),
      ...append(client, scope, meta, { body, made, audience: audienceOf(matter, act), owner: m.owner, derived, papers: false, command, result }),
    ])
    writing.recorded()
    const stored: StoredAct = { ...act, recordedAt, id: body.id, hash: made.sha256.toString('hex'), receiptNo: null, files }
    return answer(writing, scope, organs, m, derived, [stored], stored, result)
  }))
}

export async function putOnRecord(writing: Writing, scope: Scope, actor: Actor, id: string, attempt: Attempt, given: readonly FileRef[], meta: Meta): Promise<Recorded | NotRecorded> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return { kind: 'absent' }
  const files = filesOf(attempt, given)
  const refused = keepable({ attempt, files })
  if (refused !== null) return { kind: 'refused', refusal: refused }
  const [organs, law] = await Promise.all([writing.organs(), writing.law()])
  const command = sha256(Buffer.from(canonical({ matter: id, attempt, files: given, organ: scope.organ })))
  const recordedAt: Instant = writing.ownClock ? legalInstant(Date.now()) : inLegalTime(meta.now)
  return once(() => withClient(writing.pool, async (client) => {
    const turn = await together([
      ...enter(client, scope, organs, 'read write'),
      client.query({ name: 'seen', text: 'select 1 from matter m where m.id = $1', values: [id] }),
      client.query(engine),
      client.query({ name: 'lock', text: `select ${matterColumns}, i.handler, i.clue, i.source from matter m join matter_inner i on i.matter_id = m.id where m.id = $1 for update of m`, values: [id] }),
      client.query({ name: 'acts', text: historyText, values: [id, scope.person, meta.idempotencyKey] }),
    ])
    const [seen, , m, history] = turn.slice(2).map(({ rows }) => rows)
    const row = (m?.[0] ?? null) as MatterRecord | null
    const records = (history ?? []) as readonly (ActRecord & { readonly sm3: Buffer; readonly beside: Beside | null })[]
    const beside = records[0]?.beside ?? null
    const end = async <T>(value: T): Promise<T> => { await client.query('rollback'); return value }
    const first = beside?.kept ?? null
    if (first !== null && (seen?.length ?? 0) > 0) {
      await client.query('rollback')
      return again(writing, scope, { ...first, body: Buffer.from(first.body, 'hex') }, command)
    }
    if ((seen?.length ?? 0) === 0 || row === null) return end({ kind: 'absent' } as const)
    const lawbook = law.of(row.owner)
    const acts = records.map(storedAct)
    const party = roleOf(scope, organs).role === 'hengjian_party'
    const matterBefore = matterFor(row, acts.map(plainAct), organs, [actor.organ, ...(attempt.to ?? [])])
    if (meta.expectedVersion !== undefined && meta.expectedVersion !== row.version) {
      const whole = new Set(shownBy(matterBefore).filter((one) => one.whole).map(({ n }) => n))
      // Steps inside the other side's office do not make what a party saw stale, and are not told to it.
      const changed = acts.filter((act) => act.n > (meta.expectedVersion ?? 0) && (!party || whole.has(act.n) || audienceOf(matterBefore, act) === 'both'))
      if (!party || changed.length > 0 || meta.expectedVersion > row.version) return end({ kind: 'stale', version: row.version, changed } as const)
    }
    const unknown = unknownParty(attempt, organs)
    if (unknown !== null) return end({ kind: 'refused', refusal: unknown } as const)
    const outcome = decide(matterBefore, lawbook, actor, attempt, meta.now)
    if (!outcome.ok) return end({ kind: 'refused', refusal: outcome.refusal } as const)
    if (files.length > 0) {
      await client.query(`set local role ${roleOf(scope, organs).role}`)
      const missing = await missingFile(client, scope, files)
      if (missing !== null) return end({ kind: 'refused', refusal: missing } as const)
      await client.query(engine)
    }
    const last = records.at(-1)
    const act: Act = { ...outcome.act, n: row.version + 1, recordedAt }
    const body: Body = { format: 'hengjian-act/1', id: randomUUID(), matter: id, prior: last === undefined ? noPrior : { sha256: last.sha256.toString('hex'), sm3: last.sm3.toString('hex') }, act, files }
    const made = hashed(body)
    const stored: StoredAct = { ...act, recordedAt, id: body.id, hash: made.sha256.toString('hex'), receiptNo: null, files }
    const all = [...acts, stored]
    const matter = matterFor(row, all.map(plainAct), organs)
    const derived = derive(matter, atOpening(records[0]), lawbook, meta.now)
    const known = new Map(Object.entries(beside?.duties ?? {}))
    const result = {
      version: act.n, opened: derived.duties.filter(({ duty, over }) => !known.has(duty.id) && !over).map(({ duty }) => duty),
      discharged: derived.duties.filter(({ duty, over }) => over && known.get(duty.id) !== true && duty.status.startsWith('discharged')).map(({ duty }) => duty.id),
    }
    // A correction can move dates that run: whoever owes them is told, as of any other change.
    const notices = act.act === 'correct' ? movedDates((await client.query<OpenDate>(datesText, [id])).rows, derived) : []
    await together([
      ...putNotices(client, notices, { matter: id, owner: row.owner, sealed: derived.sealed, cause: { kind: 'correction', act: act.n }, lawbook: lawbook.version, at: meta.now }),
      ...append(client, scope, meta, { body, made, audience: audienceOf(matter, act), owner: row.owner, derived, papers: beside?.papers ?? true, command, result }),
    ])
    writing.recorded()
    return answer(writing, scope, organs, row, derived, all, stored, result)
  }))
}

/** Whether the opening act sealed the matter; its own bytes say it. */
function atOpening(first: ActRecord | undefined): boolean {
  if (first === undefined) return false
  return (JSON.parse(first.body.toString('utf8')) as Body).opening?.sealed ?? false
}


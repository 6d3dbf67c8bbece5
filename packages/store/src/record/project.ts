// Writes what was derived from a matter. Rows that did not change are left alone.
import type { Duty } from '@hengjian/core'
import type { Instant } from '@hengjian/law'
import type pg from 'pg'
import { canonical } from './canonical.ts'
import type { Derived } from './derive.ts'

export type ProjectionRows = { readonly duty: readonly unknown[]; readonly demand: readonly unknown[]; readonly instrument: readonly unknown[]; readonly act_shown: readonly unknown[]; readonly matter_organ: readonly unknown[]; readonly matter: unknown }

/** A duty without what is worked out when it is read: the days left, and the ledger, which follows from `dated` and the law. */
function bodyOf({ basis: _basis, explained: _explained, ...rest }: Duty): Omit<Duty, 'basis' | 'explained'> { return { ...rest, daysLeft: null } }

/** The rows of the projection as the database has them, also what `rebuild --check` compares. Days left are counted when a duty is read. */
export function rowsOf(derived: Derived): ProjectionRows {
  return {
    duty: derived.duties.map(({ duty, audience, over }) => ({ id: duty.id, audience, rule: duty.rule, owed_by: duty.owedBy, opened_by: duty.openedBy, due: duty.due, status: duty.status, light: duty.light, over, dated: canonical(duty.basis), body: bodyOf(duty) })),
    demand: derived.demands.map(({ instrument, organ, no, state, servedOn, answeredOn, inTime, body }) => ({ instrument, organ, no, state, served_on: servedOn, answered_on: answeredOn, in_time: inTime, body })),
    instrument: derived.instruments.map(({ view, audience }) => ({ n: view.n, audience, stage: view.stage, body: view })),
    act_shown: derived.shown.map(({ n, whole, outline }) => ({ n, whole, outline })),
    matter_organ: derived.participants.map(({ organ, since }) => ({ organ, since_n: since })),
    matter: { stage: derived.stage, closed: derived.closed, light: derived.light, next_due: derived.nextDue, rung: derived.rung, sealed: derived.sealed },
  }
}

const replaceDuties = `
with gone_duty as (delete from duty d where d.matter_id = $1 and not exists (select 1 from jsonb_to_recordset($4::jsonb) as x(id text) where x.id = d.id))
insert into duty (matter_id, id, owner, sealed, audience, rule, owed_by, opened_by, due, status, light, over, dated, body)
select $1, x.id, $2, $3, x.audience, x.rule, x.owed_by, x.opened_by, x.due, x.status, x.light, x.over, x.dated, x.body
  from jsonb_to_recordset($4::jsonb) as x(id text, audience text, rule text, owed_by text, opened_by int, due date, status text, light text, over boolean, dated text, body jsonb)
on conflict (matter_id, id) do update set sealed = excluded.sealed, audience = excluded.audience, owed_by = excluded.owed_by, due = excluded.due, status = excluded.status, light = excluded.light, over = excluded.over, dated = excluded.dated, body = excluded.body
 where (duty.sealed, duty.audience, duty.owed_by, duty.due, duty.status, duty.light, duty.over, duty.dated, duty.body) is distinct from (excluded.sealed, excluded.audience, excluded.owed_by, excluded.due, excluded.status, excluded.light, excluded.over, excluded.dated, excluded.body)`

const replacePapers = `
with gone_demand as (delete from demand d where d.matter_id = $1 and not exists (select 1 from jsonb_to_recordset($4::jsonb) as x(instrument int, organ text, no int) where (x.instrument, x.organ, x.no) = (d.instrument, d.organ, d.no))),
new_demand as (
  insert into demand (matter_id, instrument, organ, no, owner, sealed, state, served_on, answered_on, in_time, body)
  select $1, x.instrument, x.organ, x.no, $2, $3, x.state, x.served_on, x.answered_on, x.in_time, x.body
    from jsonb_to_recordset($4::jsonb) as x(instrument int, organ text, no int, state text, served_on date, answered_on date, in_time boolean, body jsonb)
  on conflict (matter_id, instrument, organ, no) do update set sealed = excluded.sealed, state = excluded.state, served_on = excluded.served_on, answered_on = excluded.answered_on, in_time = excluded.in_time, body = excluded.body
   where (demand.sealed, demand.state, demand.served_on, demand.answered_on, demand.in_time, demand.body) is distinct from (excluded.sealed, excluded.state, excluded.served_on, excluded.answered_on, excluded.in_time, excluded.body)),
gone_instrument as (delete from instrument d where d.matter_id = $1 and not exists (select 1 from jsonb_to_recordset($5::jsonb) as x(n int) where x.n = d.n)),
new_instrument as (
  insert into instrument (matter_id, n, owner, sealed, audience, stage, body)
  select $1, x.n, $2, $3, x.audience, x.stage, x.body from jsonb_to_recordset($5::jsonb) as x(n int, audience text, stage text, body jsonb)
  on conflict (matter_id, n) do update set sealed = excluded.sealed, audience = excluded.audience, stage = excluded.stage, body = excluded.body
   where (instrument.sealed, instrument.audience, instrument.stage, instrument.body) is distinct from (excluded.sealed, excluded.audience, excluded.stage, excluded.body)),
gone_shown as (delete from act_shown d where d.matter_id = $1 and not exists (select 1 from jsonb_to_recordset($6::jsonb) as x(n int) where x.n = d.n)),
new_shown as (
  insert into act_shown (matter_id, n, whole, outline) select $1, x.n, x.whole, x.outline from jsonb_to_recordset($6::jsonb) as x(n int, whole boolean, outline jsonb)
  on conflict (matter_id, n) do update set whole = excluded.whole, outline = excluded.outline where (act_shown.whole, act_shown.outline) is distinct from (excluded.whole, excluded.outline)),
gone_organ as (delete from matter_organ d where d.matter_id = $1 and not exists (select 1 from jsonb_to_recordset($7::jsonb) as x(organ text) where x.organ = d.organ))
insert into matter_organ (matter_id, organ, sealed, since_n) select $1, x.organ, $3, x.since_n from jsonb_to_recordset($7::jsonb) as x(organ text, since_n int)
on conflict (matter_id, organ) do update set sealed = excluded.sealed, since_n = excluded.since_n where (matter_organ.sealed, matter_organ.since_n) is distinct from (excluded.sealed, excluded.since_n)`

/**
 * The rows that belong to a matter, as statements to be sent together with the rest of the transaction. `papers`: false when the database
 * is known to have no demand, instrument, shown act or other organ of it.
 */
export function project(client: pg.ClientBase, id: string, owner: string, derived: Derived, papers: boolean): readonly Promise<pg.QueryResult>[] {
  const rows = rowsOf(derived)
  const more = [rows.demand, rows.instrument, rows.act_shown, rows.matter_organ]
  return [
    client.query({ name: 'project-duties', text: replaceDuties, values: [id, owner, derived.sealed, JSON.stringify(rows.duty)] }),
    ...(papers || more.some(({ length }) => length > 0) ? [client.query({ name: 'project-papers', text: replacePapers, values: [id, owner, derived.sealed, ...more.map((one) => JSON.stringify(one))] })] : []),
  ]
}

export const setMatter = 'update matter set version = $2, stage = $3, closed = $4, light = $5, next_due = $6, rung = $7, sealed = $8, as_of = $10 where id = $1'
export const setHandler = 'update matter_inner set handler = $9 where matter_id = $1 and handler is distinct from $9'
/** What a matter's own row repeats of its acts: `$1` to `$10` of these two statements. */
export const matterValues = (id: string, version: number, derived: Derived, now: Instant): readonly unknown[] => [id, version, derived.stage, derived.closed, derived.light, derived.nextDue, derived.rung, derived.sealed, derived.handler, now]
export const projectMatter = (client: pg.ClientBase, values: readonly unknown[]): Promise<pg.QueryResult> => client.query({ name: 'project-matter', text: `with i as (${setHandler}) ${setMatter}`, values: [...values] })

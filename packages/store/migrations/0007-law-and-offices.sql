-- The law as it was adopted here (rule sets, local practice), who stands in for whom, and the notices of dates that moved.
-- Facts: they can only be added. What ends says so in a row of its own.

-- One adoption of a rule set. `files`: its texts as they were read; `parts`: the same as data, so that the law of any earlier moment can be made again.
create table law_set (
  id             uuid primary key,
  set_id         text not null,
  title          jsonb not null,
  version        text not null,
  basis          text not null,
  demonstration  boolean not null,
  sha256         text not null,
  files          jsonb not null,
  parts          jsonb not null,
  holds          jsonb not null,
  rules          text[] not null,
  reason         text not null,
  person         text not null,
  person_name    text not null,
  at             timestamptz not null
);
create table law_set_end (
  law_set      uuid primary key references law_set,
  reason       text not null,
  person       text not null,
  person_name  text not null,
  at           timestamptz not null
);

-- What an organ chose where the sources conflict or are silent. `value` null: back to the rulebook's choice.
create table practice (
  id           uuid primary key,
  organ        text not null references organ,
  setting      text not null,
  value        jsonb,
  from_day     date not null,
  reason       text not null,
  person       text not null,
  person_name  text not null,
  at           timestamptz not null
);
create index practice_organ on practice (organ, at);

-- Acting appointments, delegations, ties of a person, former offices, rows of the local power list: each with its days and its basis.
create table office_fact (
  id           uuid primary key,
  organ        text not null references organ,
  kind         text not null check (kind in ('acting', 'delegation', 'tie', 'former-office', 'local-power')),
  person       text,
  body         jsonb not null,
  basis        text not null,
  from_day     date not null,
  to_day       date,
  by_person    text not null,
  by_name      text not null,
  at           timestamptz not null
);
create index office_fact_organ on office_fact (organ, kind, at);
create index office_fact_person on office_fact (person);
create table office_fact_end (
  fact       uuid primary key references office_fact,
  on_day     date not null,
  reason     text not null,
  by_person  text not null,
  by_name    text not null,
  at         timestamptz not null
);

-- A notice of a date that moved: which duty, from when to when, because of what. Who was told of it, and when first.
alter table recalculation
  add column rule text, add column owed_by text, add column cause jsonb, add column before_at text, add column after_at text;
create index recalculation_matter on recalculation (matter_id, at desc);
create index recalculation_recent on recalculation (owner, at desc, id);
create index recalculation_owed on recalculation (owed_by, at desc, id);
create table recalculation_told (
  recalculation  uuid not null references recalculation,
  organ          text not null,
  person         text not null,
  person_name    text not null,
  at             timestamptz not null,
  primary key (recalculation, organ)
);

-- What a duty's date is computed from, as canonical text: equal texts have equal dates, so that a new calendar is computed once for each text
-- and not once for each duty.
alter table duty add column dated text;

-- Matters to be derived anew because the law has changed, with the cause that their notices will name; emptied right after a change, or at the next start.
create table unsettled (
  matter_id  uuid primary key references matter,
  cause      jsonb not null
);

do $$
declare
  name text;
  mine constant text := '(select nullif(current_setting(''app.organ'', true), ''''))';
  me constant text := '(select nullif(current_setting(''app.person'', true), ''''))';
  ours constant text := '((select string_to_array(nullif(current_setting(''app.organs'', true), ''''), '',''))::text[])';
  cleared constant text := '(not sealed or (select nullif(current_setting(''app.clearance'', true), '''')) = ''sealed'')';
  part constant text := '((select array(select mo.matter_id from matter_organ mo where mo.organ = ' || mine || '))::uuid[])';
  told constant text := 'exists (select 1 from recalculation r where r.id = recalculation_told.recalculation)';
begin
  foreach name in array array['law_set', 'law_set_end', 'practice', 'office_fact', 'office_fact_end', 'recalculation_told'] loop
    execute format('create trigger only_grows before update or delete or truncate on %I for each statement execute function refuse_change()', name);
    execute format('alter table %I enable always trigger only_grows', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert on %I to hengjian_keeper', name);
    execute format('create policy keeper on %I to hengjian_keeper using (true) with check (true)', name);
    execute format('grant select, insert on %I to hengjian_engine', name);
    execute format('create policy engine on %I to hengjian_engine using (true) with check (true)', name);
  end loop;

  alter table unsettled enable row level security;
  alter table unsettled force row level security;
  grant select, insert on unsettled to hengjian_keeper;
  create policy keeper on unsettled to hengjian_keeper using (true) with check (true);
  grant select, insert, update, delete on unsettled to hengjian_engine;
  create policy engine on unsettled to hengjian_engine using (true) with check (true);

  -- The law is no secret to anybody who is signed in; nor is what an organ has made its practice.
  grant select on law_set, law_set_end, practice to hengjian_unit, hengjian_set, hengjian_city, hengjian_party, hengjian_none;
  foreach name in array array['law_set', 'law_set_end', 'practice'] loop
    execute format('create policy everybody on %I for select to hengjian_unit, hengjian_set, hengjian_city, hengjian_party, hengjian_none using (%s is not null)', name, mine);
  end loop;

  -- Who stands in for whom, and whom ties keep out, is the procuratorate's own affair and that of those above it. Nobody writes for another organ.
  grant select on office_fact, office_fact_end to hengjian_unit, hengjian_set, hengjian_city, hengjian_party, hengjian_none;
  grant insert on office_fact, office_fact_end to hengjian_unit, hengjian_set, hengjian_city;
  execute format('create policy unit on office_fact for select to hengjian_unit using (organ = %s)', mine);
  execute format('create policy set on office_fact for select to hengjian_set using (organ = any %s)', ours);
  execute format('create policy city on office_fact for select to hengjian_city using (%s is not null)', mine);
  execute format('create policy own on office_fact for insert to hengjian_unit, hengjian_set, hengjian_city with check (organ = %s and by_person = %s)', mine, me);
  create policy seen on office_fact_end for select to hengjian_unit, hengjian_set, hengjian_city using (exists (select 1 from office_fact f where f.id = office_fact_end.fact));
  execute format('create policy own on office_fact_end for insert to hengjian_unit, hengjian_set, hengjian_city with check (by_person = %s and exists (select 1 from office_fact f where f.id = office_fact_end.fact and f.organ = %s))', me, mine);

  -- Another organ is told of the dates that it owes itself.
  execute format('create policy party on recalculation for select to hengjian_party using (matter_id = any %s and %s and owed_by = %s)', part, cleared, mine);
  grant select, insert on recalculation_told to hengjian_unit, hengjian_set, hengjian_city, hengjian_party;
  grant select on recalculation_told to hengjian_none;
  execute format('create policy owners on recalculation_told for select to hengjian_unit, hengjian_set, hengjian_city using (%s)', told);
  execute format('create policy party on recalculation_told for select to hengjian_party using (organ = %s and %s)', mine, told);
  execute format('create policy own on recalculation_told for insert to hengjian_unit, hengjian_set, hengjian_city, hengjian_party with check (organ = %s and person = %s and %s)', mine, me, told);
end $$;

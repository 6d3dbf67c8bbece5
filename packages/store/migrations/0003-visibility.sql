-- Who sees what. One role per kind of scope, taken by SET LOCAL ROLE inside each transaction; a policy per role and table.
--   hengjian_unit      a procuratorate without lower ones: what it owns
--   hengjian_set       a procuratorate with lower ones: what it and they own (app.organs)
--   hengjian_city      the same where these are all procuratorates there are: no comparison, so that the index by date alone serves its lists
--   hengjian_party     any other organ: matters in which something was addressed to it, and of those the acts shown to both sides
--   hengjian_none      somebody without case content (administrators): the list of organs
--   hengjian_engine    the write path, the sealer, the projections: after the scope's own role has seen the matter
--   hengjian_directory persons, accounts, sessions: no case content
--   hengjian_keeper    backup and restore; never granted to the application
-- A missing or empty setting denies: after SET LOCAL ends it reads '' and not NULL.

do $$
declare
  name text;
  mine constant text := '(select nullif(current_setting(''app.organ'', true), ''''))';
  ours constant text := '((select string_to_array(nullif(current_setting(''app.organs'', true), ''''), '',''))::text[])';
  cleared constant text := '(not sealed or (select nullif(current_setting(''app.clearance'', true), '''')) = ''sealed'')';
  party constant text := 'exists (select 1 from matter_organ mo where mo.matter_id = %I.matter_id and mo.organ = ' || mine || ')';
  seen constant text := 'exists (select 1 from matter m where m.id = %I.matter_id)';
begin
  for name in select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    if name = 'migration' then
      create policy owner on migration to hengjian_owner using (true) with check (true);
      continue;
    end if;
    execute format('grant select, insert on %I to hengjian_keeper', name);
    execute format('create policy keeper on %I to hengjian_keeper using (true) with check (true)', name);
  end loop;

  -- Organs are no secret to anybody who is signed in.
  grant select on organ to hengjian_unit, hengjian_set, hengjian_city, hengjian_party, hengjian_none, hengjian_engine;
  execute 'create policy everybody on organ for select to hengjian_unit, hengjian_set, hengjian_city, hengjian_party, hengjian_none using (' || mine || ' is not null)';
  create policy engine on organ for select to hengjian_engine using (true);

  -- Owner's side: rows that carry owner and seal themselves.
  foreach name in array array['matter', 'duty', 'demand', 'instrument', 'recalculation'] loop
    execute format('grant select on %I to hengjian_unit, hengjian_set, hengjian_city', name);
    execute format('create policy unit on %I for select to hengjian_unit using (owner = %s and %s)', name, mine, cleared);
    execute format('create policy set on %I for select to hengjian_set using (owner = any %s and %s)', name, ours, cleared);
    execute format('create policy city on %I for select to hengjian_city using (%s is not null and %s)', name, mine, cleared);
  end loop;
  -- Owner's side: rows that belong to a matter which can be seen.
  foreach name in array array['matter_inner', 'matter_organ', 'act', 'act_shown', 'act_file', 'reading'] loop
    execute format('grant select on %I to hengjian_unit, hengjian_set, hengjian_city', name);
    execute format('create policy owners on %I for select to hengjian_unit, hengjian_set, hengjian_city using (%s)', name, format(seen, name));
  end loop;

  -- Other organs.
  grant select on matter, matter_organ, act, act_shown, act_file, duty, demand, instrument, reading to hengjian_party;
  execute format('create policy party on matter_organ for select to hengjian_party using (organ = %s and %s)', mine, cleared);
  execute format('create policy party on matter for select to hengjian_party using (exists (select 1 from matter_organ mo where mo.matter_id = matter.id and mo.organ = %s) and %s)', mine, cleared);
  execute format('create policy party on act_shown for select to hengjian_party using (%s)', format(seen, 'act_shown'));
  execute format('create policy party on act for select to hengjian_party using (%s and (audience = ''both'' or exists (select 1 from act_shown s where s.matter_id = act.matter_id and s.n = act.n and s.whole)))', format(seen, 'act'));
  create policy party on act_file for select to hengjian_party using (exists (select 1 from act a where a.id = act_file.act_id));
  execute format('create policy party on duty for select to hengjian_party using (%s and %s and (audience = ''both'' or owed_by = %s))', cleared, format(party, 'duty'), mine);
  execute format('create policy party on demand for select to hengjian_party using (%s and %s and served_on is not null)', cleared, format(party, 'demand'));
  execute format('create policy party on instrument for select to hengjian_party using (%s and %s and audience = ''both'')', cleared, format(party, 'instrument'));
  execute format('create policy party on reading for select to hengjian_party using (organ = %s and %s)', mine, format(seen, 'reading'));

  -- A grant without a policy shows nothing: a list of another organ, or of an administrator, is empty and not an error.
  grant select on matter_inner, recalculation, run, clue, clue_decision to hengjian_party;
  grant select on matter, matter_inner, matter_organ, act, act_shown, act_file, duty, demand, instrument, reading, leaf, recalculation, file, delivery, run, clue, clue_decision to hengjian_none;

  -- A leaf is seen with its act.
  grant select on leaf to hengjian_unit, hengjian_set, hengjian_city, hengjian_party;
  create policy seen on leaf for select to hengjian_unit, hengjian_set, hengjian_city, hengjian_party using (exists (select 1 from act a where a.id = leaf.act_id));

  -- Whoever reads notes it in the own name, of a matter that can be seen.
  grant insert on reading to hengjian_unit, hengjian_set, hengjian_city, hengjian_party;
  execute format('create policy own on reading for insert to hengjian_unit, hengjian_set, hengjian_city, hengjian_party with check (organ = %s and person = (select nullif(current_setting(''app.person'', true), '''')) and %s)', mine, format(seen, 'reading'));

  -- Uploads belong to the organ until an act carries them.
  grant select, insert on file to hengjian_unit, hengjian_set, hengjian_city, hengjian_party;
  execute format('create policy own on file to hengjian_unit, hengjian_set, hengjian_city, hengjian_party using (organ = %s) with check (organ = %s)', mine, mine);

  -- The lake: every procuratorate sees deliveries, another organ its own.
  grant select, insert, update on delivery to hengjian_unit, hengjian_set, hengjian_city, hengjian_party;
  execute format('create policy procuratorate on delivery to hengjian_unit, hengjian_set, hengjian_city using (%s is not null) with check (%s is not null)', mine, mine);
  execute format('create policy own on delivery to hengjian_party using (organ = %s) with check (organ = %s)', mine, mine);
  grant select, insert, update on run, clue to hengjian_unit, hengjian_set, hengjian_city;
  foreach name in array array['run', 'clue'] loop
    execute format('create policy unit on %I to hengjian_unit using (owner = %s) with check (owner = %s)', name, mine, mine);
    execute format('create policy set on %I to hengjian_set using (owner = any %s) with check (owner = any %s)', name, ours, ours);
    execute format('create policy city on %I to hengjian_city using (%s is not null) with check (%s is not null)', name, mine, mine);
  end loop;
  grant select, insert on clue_decision to hengjian_unit, hengjian_set, hengjian_city;
  create policy seen on clue_decision to hengjian_unit, hengjian_set, hengjian_city using (exists (select 1 from clue c where c.id = clue_decision.clue)) with check (exists (select 1 from clue c where c.id = clue_decision.clue));

  -- The engine writes what a decided act brings about; of the record it can add, and nothing else.
  grant select, insert on act, act_file, leaf, node, head, recalculation to hengjian_engine;
  grant select, insert, update on matter, matter_inner, idempotency, matter_counter to hengjian_engine;
  grant select, insert, update, delete on matter_organ, act_shown, duty, demand, instrument, unsealed to hengjian_engine;
  grant select, update on delivery, run to hengjian_engine;
  foreach name in array array['act', 'act_file', 'leaf', 'node', 'head', 'recalculation', 'matter', 'matter_inner', 'idempotency', 'matter_counter', 'matter_organ', 'act_shown', 'duty', 'demand', 'instrument', 'unsealed', 'delivery', 'run'] loop
    execute format('create policy engine on %I to hengjian_engine using (true) with check (true)', name);
  end loop;

  grant select, insert, update on organ, person, account, post, setting to hengjian_directory;
  grant select, insert, update, delete on session to hengjian_directory;
  grant select, insert, delete on sign_in_attempt, totp_step to hengjian_directory;
  foreach name in array array['organ', 'person', 'account', 'post', 'session', 'sign_in_attempt', 'totp_step', 'setting'] loop
    execute format('create policy directory on %I to hengjian_directory using (true) with check (true)', name);
  end loop;
end $$;

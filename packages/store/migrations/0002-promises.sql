-- The database keeps the promises of the record whoever is connected: what is on record stays as it is, and each act continues its matter's chain.
-- The triggers fire ALWAYS: also under session_replication_role = replica.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record only grows: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function continue_chain() returns trigger language plpgsql as $$
declare
  before bytea := decode(repeat('00', 32), 'hex');
begin
  if new.n > 1 then
    select a.sha256 into before from act a where a.matter_id = new.matter_id and a.n = new.n - 1;
  end if;
  if before is null or before <> new.prior then
    raise exception 'act % of matter % does not continue the chain', new.n, new.matter_id using errcode = 'integrity_constraint_violation';
  end if;
  if sha256(new.body) <> new.sha256 then
    raise exception 'act % of matter % is not what its hash says', new.n, new.matter_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger continue_chain before insert on act for each row execute function continue_chain();
alter table act enable always trigger continue_chain;

do $$
declare
  frozen text;
begin
  foreach frozen in array array['act', 'act_file', 'reading', 'clue_decision', 'recalculation', 'leaf', 'node', 'head'] loop
    execute format('create trigger only_grows before update or delete or truncate on %I for each statement execute function refuse_change()', frozen);
    execute format('alter table %I enable always trigger only_grows', frozen);
  end loop;
end $$;

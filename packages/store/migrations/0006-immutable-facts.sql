-- Of a matter the engine may change what is derived, never what its opening says (number, title, owner, subject, procedure, labels), and of
-- its inner part only the handler. A key's first answer stays the first answer.
do $$
begin
  revoke update on matter, matter_inner, idempotency from hengjian_engine;
  grant update (version, stage, closed, light, next_due, rung, sealed, as_of) on matter to hengjian_engine;
  grant update (handler) on matter_inner to hengjian_engine;
end $$;

-- The application plans each statement once, whatever it is asked with (platform/db.ts). What an event settles is found quite differently for a
-- case than by what a task is about, so it is two statements, each with an index of its own.
set local role authz;
create or replace function authz.settle_tasks(wanted text, about uuid, of_case uuid, by_type text, by_id uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare settled integer; here uuid := authz.agency();
begin
  if num_nonnulls(about, of_case) = 0 or wanted = 'own' then raise exception 'say which task'; end if;
  if of_case is not null then
    update public.task t set status = 'done', settled_by_type = by_type, settled_by_id = by_id, ended_at = authz.clock(), ended_by = authz.staff(),
      version = t.version + 1, snoozed_until = null, snooze_reason = null
    where t.agency_id = here and t.case_id = of_case and t.rule = wanted and t.status = 'open' and (about is null or t.about_id = about);
  else
    update public.task t set status = 'done', settled_by_type = by_type, settled_by_id = by_id, ended_at = authz.clock(), ended_by = authz.staff(),
      version = t.version + 1, snoozed_until = null, snooze_reason = null
    where t.agency_id = here and t.rule = wanted and t.rule <> 'own' and t.about_id = about and t.status = 'open';
  end if;
  get diagnostics settled = row_count;
  return settled;
end $$;
reset role;

-- A case becomes closed only together with the summary that was signed off for it, whoever writes (practice-model 3.3, closing to closed).
do $$ begin call house.let_authz_read('closure_summary'); end $$;
set local role authz;
create function authz.closed_with_a_summary(agency uuid, of_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.closure_summary s where s.agency_id = agency and s.case_id = of_case
    and s.status = 'signed-off' and s.closed_at is not null and s.xmin = pg_current_xact_id()::xid)
$$;
reset role;
create function house.closing_takes_a_summary() returns trigger language plpgsql as $$
begin
  if not authz.closed_with_a_summary(new.agency_id, new.id) then
    raise exception using errcode = 'P0001', message = 'case.closes-with-a-summary';
  end if;
  return null;
end $$;
create constraint trigger closing_takes_a_summary after update of status on case_record deferrable initially deferred
  for each row when (new.status = 'closed' and old.status <> 'closed') execute function house.closing_takes_a_summary();

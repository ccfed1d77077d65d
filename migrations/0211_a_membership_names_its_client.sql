-- Whom a person works with is asked in every statement about a client: the membership itself says it, so that no case has to be looked up for it.
alter table case_team add column client_id uuid;
alter table case_team no force row level security;
alter table case_record no force row level security;
alter table case_team disable trigger user;
update case_team t set client_id = c.client_id from case_record c where c.agency_id = t.agency_id and c.id = t.case_id;
alter table case_team enable trigger user;
alter table case_record force row level security;
alter table case_team force row level security;
alter table case_team alter column client_id set not null;
alter table case_team add foreign key (agency_id, case_id, client_id) references case_record (agency_id, id, client_id);
drop index case_team_by_staff;
create index case_team_by_staff on case_team (agency_id, staff_id, case_id) include (client_id, from_at, until_at);

set local role authz;
-- Whoever opens a case names its first team before they may see it.
create function authz.client_of_the_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.client_id := coalesce((select c.client_id from public.case_record c where c.agency_id = new.agency_id and c.id = new.case_id), new.client_id);
  return new;
end $$;
create or replace function authz.my_clients() returns setof uuid language plpgsql stable security definer rows 50 as $$
declare
  me text[] := authz.context(true);
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] = '' then return; end if;
  return query select t.client_id from public.case_team t
    where t.agency_id = me[2]::uuid and t.staff_id = me[3]::uuid and t.from_at <= at and (t.until_at is null or t.until_at > at);
  return query select e.client_id from public.emergency_access e join public.client k on k.agency_id = e.agency_id and k.id = e.client_id
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.ended_at is null and e.from_at <= at and e.until_at > at
      and (k.confidentiality <> 'sealed' or exists (select from public.case_record c where c.agency_id = e.agency_id and c.client_id = e.client_id and (c.labels & (1 << 30)) = 0));
end $$;
reset role;
create trigger client_of_the_case before insert on case_team for each row execute function authz.client_of_the_case();

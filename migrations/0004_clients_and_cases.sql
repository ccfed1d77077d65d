-- The person and the case, and who may know of them. Details of both belong to their capabilities' migrations.
create table client (
  agency_id    uuid not null default authz.here() references agency,
  id           uuid not null,
  display_name text not null check (length(btrim(display_name)) between 1 and 200),
  birth_date   date,
  birth_date_precision text not null default 'day' check (birth_date_precision in ('day', 'month', 'year', 'unknown')),
  birth_date_estimated boolean not null default false,
  pronouns     text,
  spoken_language text,
  written_language text,
  interpreter  text not null default 'not-needed' check (interpreter in ('not-needed', 'needed', 'preferred')),
  confidentiality text not null default 'standard' check (confidentiality in ('standard', 'restricted', 'sealed')),
  safe_contact text not null default 'not-asked' check (safe_contact in ('not-asked', 'no-restriction', 'required')),
  deceased_on  date,
  labels       integer not null default 0,
  label_source text,
  retention_class text not null default 'client-record',
  legal_hold   boolean not null default false,
  voided_at    timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at   timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  constraint an_unknown_birth_date_is_empty check ((birth_date is null) = (birth_date_precision = 'unknown'))
);
create table enrollment (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  client_id  uuid not null,
  program_id uuid not null,
  status     text not null check (status in ('applied', 'eligible', 'waitlisted', 'enrolled', 'suspended', 'disenrolled')),
  member_id  text,
  payer      text,
  starts_on  date not null,
  ends_on    date,
  eligibility_basis text,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, program_id) references program (agency_id, id),
  constraint an_enrollment_ends_after_it_starts check (ends_on is null or ends_on >= starts_on),
  constraint an_enrollment_names_one_client_and_program unique (agency_id, id, client_id, program_id)
);
create table case_record (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  number        text not null,
  client_id     uuid not null,
  enrollment_id uuid not null,
  program_id    uuid not null,
  status        text not null default 'pending_engagement'
                check (status in ('pending_engagement', 'active', 'suspended', 'closing', 'closed', 'not_engaged', 'voided')),
  identified_on date not null,
  opened_on     date not null,
  activated_on  date,
  closed_on     date,
  acuity_level  integer check (acuity_level between 1 and 4),
  prior_case_id uuid,
  labels        integer not null default 0,
  label_source  text,
  retention_class text not null default 'case-record',
  legal_hold    boolean not null default false,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, enrollment_id, client_id, program_id) references enrollment (agency_id, id, client_id, program_id),
  foreign key (agency_id, prior_case_id) references case_record (agency_id, id),
  constraint case_numbers_are_used_once unique (agency_id, number)
);
create index case_by_client on case_record (agency_id, client_id);
create index case_by_program on case_record (agency_id, program_id, status);
create index enrollment_by_client on enrollment (agency_id, client_id);

create table case_team (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  staff_id   uuid not null,
  role       text not null check (role in ('primary', 'member', 'covering', 'supervisor', 'opener')),
  reason     text not null check (length(btrim(reason)) > 0),
  from_at    timestamptz not null default authz.clock(),
  until_at   timestamptz,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  constraint membership_ends_after_it_begins check (until_at is null or until_at >= from_at)
);
create index case_team_by_staff on case_team (agency_id, staff_id, case_id);
create index case_team_by_case on case_team (agency_id, case_id);
create unique index one_primary_case_manager on case_team (agency_id, case_id) where role = 'primary' and until_at is null;

-- A relative, a colleague, a former client: staff who must not know, whatever their role (M17).
create table exclusion (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  staff_id   uuid not null,
  client_id  uuid not null,
  reason     text not null check (length(btrim(reason)) > 0),
  from_at    timestamptz not null default authz.clock(),
  until_at   timestamptz,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id)
);
create index exclusion_by_staff on exclusion (agency_id, staff_id);

do $$ begin
  call house.let_authz_read('case_team');
  call house.let_authz_read('case_record');
  call house.let_authz_read('exclusion');
end $$;
set local role authz;
create function authz.my_cases() returns setof uuid language plpgsql stable security definer rows 50 as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] is null or me[3] = '' then return; end if;
  return query select t.case_id from public.case_team t
    where t.agency_id = me[2]::uuid and t.staff_id = me[3]::uuid and t.from_at <= at and (t.until_at is null or t.until_at > at);
end $$;
create function authz.my_clients() returns setof uuid language plpgsql stable security definer rows 50 as $$
begin
  return query select c.client_id from public.case_record c where c.agency_id = authz.agency() and c.id = any (array(select authz.my_cases()));
end $$;
create function authz.my_exclusions() returns setof uuid language plpgsql stable security definer rows 1 as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] is null or me[3] = '' then return; end if;
  return query select e.client_id from public.exclusion e
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.from_at <= at and (e.until_at is null or e.until_at > at);
end $$;
-- A case nobody works yet: whoever opened it may name the first of its team.
create function authz.is_unstaffed(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select not exists (select from public.case_team t where t.agency_id = authz.agency() and t.case_id = wanted)
$$;
reset role;

do $$
declare
  kind text;
  sees_case text := $p$ agency_id = (select authz.agency())
      and (id = any (array(select authz.my_cases()))
        or (program_id = any ((select authz.programs())::uuid[]) and (labels & ~(select authz.clearance())) = 0)
        or (select authz.has(1)))
      and not client_id = any (array(select authz.my_exclusions())) $p$;
  sees_client text := $p$ agency_id = (select authz.agency())
      and (id = any (array(select authz.my_clients()))
        or (confidentiality <> 'sealed' and (labels & ~(select authz.clearance())) = 0 and ((select authz.has(2))
          or exists (select 1 from case_record c where c.agency_id = client.agency_id and c.client_id = client.id and c.program_id = any ((select authz.programs())::uuid[]))))
        or (select authz.has(1)))
      and not id = any (array(select authz.my_exclusions())) $p$;
  sees_team text := $p$ agency_id = (select authz.agency()) and exists (select 1 from case_record c where c.agency_id = case_team.agency_id and c.id = case_team.case_id) $p$;
  adds_team text := $p$ or (agency_id = (select authz.agency()) and not (select authz.has(32)) and authz.is_unstaffed(case_id)) $p$;
  staffed text := $p$ agency_id = (select authz.agency()) and not (select authz.has(32)) $p$;
begin
  foreach kind in array array['client', 'enrollment', 'case_record', 'case_team', 'exclusion'] loop
    execute format('alter table %I enable row level security', kind);
    execute format('alter table %I force row level security', kind);
    execute format('grant select, insert, update on %I to continuum_app', kind);
    execute format('create trigger touch before update on %I for each row execute function house.touch()', kind);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function house.refuse_change()', kind);
  end loop;
  execute format('create policy sees on client for select to continuum_app using (%s)', sees_client);
  execute format('create policy adds on client for insert to continuum_app with check (%s)', staffed);
  execute format('create policy changes on client for update to continuum_app using (%s) with check (%s)', sees_client, staffed);
  execute format('create policy sees on case_record for select to continuum_app using (%s)', sees_case);
  execute format('create policy adds on case_record for insert to continuum_app with check (%s)', staffed);
  execute format('create policy changes on case_record for update to continuum_app using (%s) with check (%s)', sees_case, sees_case);
  execute format('create policy sees on case_team for select to continuum_app using (%s)', sees_team);
  execute format('create policy adds on case_team for insert to continuum_app with check ((%s) %s)', sees_team, adds_team);
  execute format('create policy changes on case_team for update to continuum_app using (%s) with check (%s)', sees_team, sees_team);
end $$;
create policy sees on enrollment for select to continuum_app using (agency_id = (select authz.agency()) and (exists
  (select 1 from client c where c.agency_id = enrollment.agency_id and c.id = enrollment.client_id)));
create policy adds on enrollment for insert to continuum_app with check (agency_id = (select authz.agency()) and not (select authz.has(32)));
create policy changes on enrollment for update to continuum_app using (agency_id = (select authz.agency()) and (exists
  (select 1 from client c where c.agency_id = enrollment.agency_id and c.id = enrollment.client_id))) with check (agency_id = (select authz.agency()));
-- Exclusions name a client, so only those who may know the client, and administrators of access, see them.
create policy sees on exclusion for select to continuum_app using (agency_id = (select authz.agency()) and (exists
  (select 1 from client c where c.agency_id = exclusion.agency_id and c.id = exclusion.client_id)));
create policy adds on exclusion for insert to continuum_app with check (agency_id = (select authz.agency()) and (exists
  (select 1 from client c where c.agency_id = exclusion.agency_id and c.id = exclusion.client_id)));
create policy changes on exclusion for update to continuum_app using (agency_id = (select authz.agency()) and (exists
  (select 1 from client c where c.agency_id = exclusion.agency_id and c.id = exclusion.client_id))) with check (agency_id = (select authz.agency()));

create view client_label with (security_invoker = true) as
  select agency_id, id, display_name, pronouns, confidentiality, safe_contact, spoken_language, interpreter, deceased_on from client;
create view case_label with (security_invoker = true) as
  select k.agency_id, k.id, k.number, k.status, k.client_id, k.program_id, k.acuity_level, c.display_name
  from case_record k join client c on c.agency_id = k.agency_id and c.id = k.client_id;
grant select on client_label, case_label to continuum_app;

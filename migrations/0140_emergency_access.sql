-- Emergency access (M13): a staff member opens a record they otherwise may not, with a reason, for four hours at most. The row is what the
-- policies read; whoever guards privacy is told in the same transaction, and a review by somebody else closes it. Sealed clients,
-- exclusions and labels stand above an emergency.
alter table agency add column privacy_officer_id uuid,
  add constraint the_privacy_officer_is_one_of_us foreign key (agency_id, privacy_officer_id) references staff (agency_id, id);

create table emergency_access (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  staff_id    uuid not null,
  client_id   uuid not null,
  reason_code text not null check (reason_code in ('client-in-danger', 'others-in-danger', 'medical-emergency', 'team-unreachable')),
  reason      text not null check (length(btrim(reason)) between 10 and 1000),
  from_at     timestamptz not null default authz.clock(),
  until_at    timestamptz not null,
  ended_at    timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint an_emergency_lasts_four_hours_at_most check (until_at > from_at and until_at <= from_at + interval '4 hours'),
  constraint an_emergency_ends_within_its_time check (ended_at is null or ended_at between from_at and until_at)
);
create index emergency_access_in_force on emergency_access (agency_id, staff_id, until_at) where ended_at is null;
create index emergency_access_by_client on emergency_access (agency_id, client_id, until_at);

-- Who was told, and when.
create table emergency_access_notice (
  agency_id uuid not null default authz.here(),
  access_id uuid not null,
  staff_id  uuid not null,
  told_at   timestamptz not null default authz.clock(),
  primary key (agency_id, access_id, staff_id),
  foreign key (agency_id, access_id) references emergency_access (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id)
);
create index emergency_notices_of_a_person on emergency_access_notice (agency_id, staff_id);

create table emergency_access_review (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  access_id   uuid not null,
  verdict     text not null check (verdict in ('justified', 'not-justified', 'follow-up')),
  words       text not null check (length(btrim(words)) between 3 and 2000),
  reviewed_at timestamptz not null default authz.clock(),
  reviewed_by uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, access_id) references emergency_access (agency_id, id),
  foreign key (agency_id, reviewed_by) references staff (agency_id, id),
  constraint an_emergency_is_reviewed_once unique (agency_id, access_id)
);

-- The list of task rules grows by whoever adds one; it is not written out again.
do $$
declare rules text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'task'::regclass and conname = 'task_rule_check');
begin
  execute 'alter table task drop constraint task_rule_check';
  execute 'alter table task add constraint task_rule_check ' || replace(rules, '''own''::text', '''own''::text, ''emergency-review''::text');
end $$;
alter table task add constraint an_emergency_review_neither_waits_nor_is_excepted
  check (rule <> 'emergency-review' or (snoozed_until is null and status <> 'excepted'));

do $$ begin
  call house.let_authz_read('emergency_access');
  call house.let_authz_read('emergency_access_notice');
  call house.let_authz_read('client_search_token');
end $$;
grant insert on emergency_access, emergency_access_notice to authz;
create policy authz_opens on emergency_access for insert to authz with check (true);
create policy authz_tells on emergency_access_notice for insert to authz with check (true);
grant select (display_name, birth_date, labels) on client to authz;

set local role authz;
-- The cases of my team, and, while an emergency is in force, those of its client unless they are sealed.
create or replace function authz.my_cases() returns setof uuid language plpgsql stable security definer rows 50 as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] is null or me[3] = '' then return; end if;
  return query select t.case_id from public.case_team t
    where t.agency_id = me[2]::uuid and t.staff_id = me[3]::uuid and t.from_at <= at and (t.until_at is null or t.until_at > at);
  return query select c.id from public.emergency_access e join public.case_record c on c.agency_id = e.agency_id and c.client_id = e.client_id
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.ended_at is null and e.from_at <= at and e.until_at > at and (c.labels & (1 << 30)) = 0;
end $$;
create or replace function authz.my_clients() returns setof uuid language plpgsql stable security definer rows 50 as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  return query select c.client_id from public.case_record c where c.agency_id = authz.agency() and c.id = any (array(select authz.my_cases()));
  if me[3] is null or me[3] = '' then return; end if;
  return query select e.client_id from public.emergency_access e join public.client k on k.agency_id = e.agency_id and k.id = e.client_id
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.ended_at is null and e.from_at <= at and e.until_at > at and k.confidentiality <> 'sealed';
end $$;
-- Cases known by nothing but an emergency: whoever holds it reads and writes the work, and changes nobody's access.
create function authz.my_emergency_cases() returns setof uuid language sql stable security definer rows 5 set search_path = '' as $$
  select c.id from public.emergency_access e join public.case_record c on c.agency_id = e.agency_id and c.client_id = e.client_id
  where e.agency_id = authz.agency() and e.staff_id = authz.staff() and e.ended_at is null and e.from_at <= authz.clock() and e.until_at > authz.clock()
    and not c.program_id = any (authz.programs())
    and not exists (select from public.case_team t where t.agency_id = c.agency_id and t.case_id = c.id and t.staff_id = e.staff_id
      and t.from_at <= authz.clock() and (t.until_at is null or t.until_at > authz.clock()))
$$;
create function authz.my_emergency_clients() returns setof uuid language sql stable security definer rows 5 set search_path = '' as $$
  select distinct c.client_id from public.case_record c where c.agency_id = authz.agency() and c.id = any (array(select authz.my_emergency_cases()))
$$;
create function authz.is_privacy_officer() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.agency a where a.agency_id = authz.agency() and a.privacy_officer_id = authz.staff())
$$;
create function authz.told_of() returns setof uuid language sql stable security definer rows 20 set search_path = '' as $$
  select n.access_id from public.emergency_access_notice n where n.agency_id = authz.agency() and n.staff_id = authz.staff()
$$;
-- Whom an emergency of this person is told to: the privacy officer; where nobody is named or it is theirs, quality; else administrators.
create function authz.privacy_guards(agency uuid, but uuid) returns setof uuid language sql stable security definer rows 3 set search_path = '' as $$
  with staffed as (select s.id, unnest(authz.roles_of(agency, s.id)) as role from public.staff s where s.agency_id = agency and s.status = 'active' and s.id <> but),
    ranked as (
      select s.id, 1 as rank from public.agency a join public.staff s on s.agency_id = a.agency_id and s.id = a.privacy_officer_id and s.status = 'active' and s.id <> but where a.agency_id = agency
      union select id, 2 from staffed where role = 'quality' union select id, 3 from staffed where role = 'administrator')
  select id from ranked where rank = (select min(rank) from ranked)
$$;
-- Opens the record and tells the guards; null for a client who is not there for this person even in an emergency: absent, sealed, excluded, labelled.
create function authz.open_in_emergency(access uuid, wanted uuid, code text, words text, minutes integer) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare
  mine uuid := authz.agency(); me uuid := authz.staff(); ends timestamptz := authz.clock() + make_interval(mins => minutes);
begin
  if me is null or not authz.roles_of(mine, me) && '{caseManager,supervisor,intake}' then raise exception 'not for this role' using errcode = '42501'; end if;
  if not exists (select from public.client c where c.agency_id = mine and c.id = wanted and c.confidentiality <> 'sealed'
      and (c.labels & ~authz.clearance()) = 0 and c.id not in (select authz.my_exclusions())) then return null; end if;
  if exists (select from public.emergency_access e where e.agency_id = mine and e.staff_id = me and e.client_id = wanted and e.ended_at is null and e.until_at > authz.clock())
    or (wanted in (select authz.my_clients()) or authz.has(2)) and not exists (select from public.case_record k where k.agency_id = mine and k.client_id = wanted
      and (k.labels & ~authz.clearance()) = 0 and k.id not in (select authz.my_cases()) and not k.program_id = any (authz.programs())) then
    raise exception using errcode = 'P0001', message = 'emergency.not-needed';
  end if;
  if not exists (select from authz.privacy_guards(mine, me)) then raise exception using errcode = 'P0001', message = 'emergency.nobody-to-tell'; end if;
  insert into public.emergency_access (agency_id, id, staff_id, client_id, reason_code, reason, until_at) values (mine, access, me, wanted, code, words, ends);
  insert into public.emergency_access_notice (agency_id, access_id, staff_id) select mine, access, g from authz.privacy_guards(mine, me) g;
  return ends;
end $$;
-- Somebody in danger who is on nobody's screen here: found only by the whole name and the birth date. Sealed, labelled and excluded clients are absent.
create function authz.found_in_emergency(words text[]) returns table (id uuid, display_name text, birth_date date)
  language plpgsql stable security definer set search_path = '' as $$
begin
  if authz.staff() is null or not authz.roles_of(authz.agency(), authz.staff()) && '{caseManager,supervisor,intake}' then raise exception 'not for this role' using errcode = '42501'; end if;
  return query select c.id, c.display_name, c.birth_date from public.client c
    where c.agency_id = authz.agency() and c.confidentiality <> 'sealed' and c.labels = 0 and c.id not in (select authz.my_exclusions()) and c.id in (
      select t.client_id from public.client_search_token t where t.agency_id = authz.agency() and not t.withdrawn and not t.hidden
        and t.token = any (authz.search_tokens(words)) group by t.client_id having count(distinct t.token) = (select count(distinct w) from unnest(words) w))
    order by c.display_name limit 5;
end $$;
create function authz.emergency_review_is_asked(agency uuid, access uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.task t where t.agency_id = agency and t.rule = 'emergency-review' and t.about_id = access)
$$;
create function authz.may_review_emergency(access uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select access in (select authz.told_of()) and exists (select from public.emergency_access e where e.agency_id = authz.agency() and e.id = access and e.staff_id <> authz.staff())
$$;
reset role;

do $$
declare
  sees text := $p$ agency_id = (select authz.agency()) and not client_id = any (array(select authz.my_exclusions()))
    and ((select authz.has(1)) or staff_id = (select authz.staff()) or id = any (array(select authz.told_of()))
      or exists (select 1 from client c where c.agency_id = emergency_access.agency_id and c.id = emergency_access.client_id)) $p$;
  ofit text := $p$ agency_id = (select authz.agency()) and exists (select 1 from emergency_access e where e.agency_id = %1$I.agency_id and e.id = %1$I.access_id) $p$;
  kind text;
begin
  foreach kind in array array['emergency_access', 'emergency_access_notice', 'emergency_access_review'] loop
    execute format('alter table %I enable row level security', kind);
    execute format('alter table %I force row level security', kind);
    execute format('grant select on %I to continuum_app', kind);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function house.refuse_change()', kind);
  end loop;
  execute format('create policy "the holder, the told and those who know the client see an emergency" on emergency_access for select to continuum_app using (%s)', sees);
  execute format('create policy "the holder and the told end an emergency" on emergency_access for update to continuum_app using (%s and (staff_id = (select authz.staff()) or id = any (array(select authz.told_of()))))', sees);
  execute format('create policy "who sees the emergency sees who was told" on emergency_access_notice for select to continuum_app using (%s)', format(ofit, 'emergency_access_notice'));
  execute format('create policy "who sees the emergency sees its review" on emergency_access_review for select to continuum_app using (%s)', format(ofit, 'emergency_access_review'));
  execute 'create policy "somebody who was told reviews it, never the holder" on emergency_access_review for insert to continuum_app with check (agency_id = (select authz.agency()) and reviewed_by = (select authz.staff()) and authz.may_review_emergency(access_id))';
end $$;
grant update (ended_at, version, updated_at, updated_by) on emergency_access to continuum_app;
grant insert on emergency_access_review to continuum_app;
create trigger touch before update on emergency_access for each row execute function house.touch();
create trigger append_only before update or delete on emergency_access_notice for each row execute function house.refuse_change();
create trigger append_only before update or delete on emergency_access_review for each row execute function house.refuse_change();

create function house.an_emergency_is_only_ended() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then raise exception using errcode = 'P0001', message = 'emergency.is-ended'; end if;
  return new;
end $$;
create trigger is_only_ended before update on emergency_access for each row execute function house.an_emergency_is_only_ended();
create function house.an_emergency_is_reviewed() returns trigger language plpgsql as $$
begin
  if not authz.emergency_review_is_asked(new.agency_id, new.id) then raise exception using errcode = 'P0001', message = 'emergency.needs-a-review-task'; end if;
  return null;
end $$;
create constraint trigger an_emergency_is_reviewed after insert on emergency_access deferrable initially deferred for each row execute function house.an_emergency_is_reviewed();

-- Whoever knows a case by an emergency alone changes nobody's access to it.
create policy "an emergency adds nobody to a team" on case_team as restrictive for insert to continuum_app with check (not case_id = any (array(select authz.my_emergency_cases())));
create policy "an emergency ends nobody's membership" on case_team as restrictive for update to continuum_app using (not case_id = any (array(select authz.my_emergency_cases())));
create policy "an emergency asks nobody to take over" on case_transfer as restrictive for insert to continuum_app with check (not case_id = any (array(select authz.my_emergency_cases())));
create policy "an emergency excludes nobody" on exclusion as restrictive for insert to continuum_app with check (not client_id = any (array(select authz.my_emergency_clients())));
create policy "an emergency lets nobody back in" on exclusion as restrictive for update to continuum_app using (not client_id = any (array(select authz.my_emergency_clients())));

-- Sealing makes whoever seals a member of the team, so it belongs to those who answer for a case: its team and its program's supervisors. Before,
-- anybody with the index of clients could become a member by sealing.
set local role authz;
create or replace function authz.set_confidentiality(wanted uuid, level text, reason text) returns integer language plpgsql security definer set search_path = '' as $$
declare saved integer; bit integer := authz.seal_label(); at timestamptz := authz.clock();
begin
  if not (authz.has(1) or (wanted not in (select authz.my_exclusions()) and (
      exists (select from public.case_record k join public.case_team t on t.agency_id = k.agency_id and t.case_id = k.id
        where k.agency_id = authz.agency() and k.client_id = wanted and t.staff_id = authz.staff() and t.from_at <= at and (t.until_at is null or t.until_at > at))
      or (not authz.is_sealed(authz.agency(), wanted) and (
        exists (select from public.case_record k where k.agency_id = authz.agency() and k.client_id = wanted and k.program_id = any (authz.programs()))
        or (authz.has(2) and not exists (select from public.case_record k where k.agency_id = authz.agency() and k.client_id = wanted))))))) then
    raise exception 'not known' using errcode = '42501';
  end if;
  if level = 'sealed' and not exists (select from public.case_record k where k.agency_id = authz.agency() and k.client_id = wanted) then
    raise exception using errcode = 'P0001', message = 'client.seal-needs-a-team';
  end if;
  if level = 'sealed' and authz.staff() is not null then
    insert into public.case_team (agency_id, id, case_id, staff_id, role, reason)
      select k.agency_id, gen_random_uuid(), k.id, authz.staff(), 'supervisor', reason from public.case_record k
      where k.agency_id = authz.agency() and k.client_id = wanted and not exists (select from public.case_team t
        where t.agency_id = k.agency_id and t.case_id = k.id and t.staff_id = authz.staff() and t.from_at <= at and (t.until_at is null or t.until_at > at));
  end if;
  update public.case_record k set labels = case level when 'sealed' then k.labels | bit else k.labels & ~bit end, label_source = 'client.confidentiality'
    where k.agency_id = authz.agency() and k.client_id = wanted;
  update public.client c set confidentiality = level, version = c.version + 1 where c.agency_id = authz.agency() and c.id = wanted returning c.version into saved;
  return saved;
end $$;
reset role;

-- Who looked at a sealed record is for its team and for the one privacy officer the agency names; quality reads the audit of whom it may know
-- (INV-02). Rows about nobody in particular name the clients a list returned, so they are the officer's too.
alter policy "who looked" on audit_event using (agency_id = (select authz.agency()) and ((select authz.has(1)) or (select authz.is_privacy_officer())
  or ((select authz.has(16)) and client_id is null and not coalesce(jsonb_exists(payload, 'returned'), false))
  or exists (select 1 from client c where c.agency_id = audit_event.agency_id and c.id = audit_event.client_id)));

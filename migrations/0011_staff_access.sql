-- Roles and supervision decide what a person may know, so only administrators write them, whatever the program does; a role
-- that ended stays ended; an agency keeps an administrator; nobody leaves while cases depend on them.
create policy "administrators give roles" on staff_role as restrictive for insert to continuum_app with check ((select authz.has(8)) or (select authz.has(1)));
create policy "administrators end roles" on staff_role as restrictive for update to continuum_app using ((select authz.has(8)) or (select authz.has(1)));
create policy "administrators name supervisors" on program_supervisor as restrictive for insert to continuum_app with check ((select authz.has(8)) or (select authz.has(1)));
create policy "administrators end supervision" on program_supervisor as restrictive for update to continuum_app using ((select authz.has(8)) or (select authz.has(1)));
create policy "administrators add staff" on staff as restrictive for insert to continuum_app with check ((select authz.has(8)) or (select authz.has(1)));
create policy "staff change their own language, administrators the rest" on staff as restrictive for update to continuum_app
  using ((select authz.has(8)) or (select authz.has(1)) or id = (select authz.staff()));
create unique index one_supervision_of_a_program on program_supervisor (agency_id, program_id, staff_id) where until_at is null;

-- One's own row: the language one reads, nothing else.
create function house.own_row_is_language_only() returns trigger language plpgsql as $$
begin
  if not (authz.has(8) or authz.has(1)) and
     (new.name, new.email, new.discipline, new.credential_line, new.supervisor_id, new.status, new.languages, new.caseload_cap, new.clearance)
     is distinct from (old.name, old.email, old.discipline, old.credential_line, old.supervisor_id, old.status, old.languages, old.caseload_cap, old.clearance) then
    raise exception using errcode = '42501', message = 'administrators change staff';
  end if;
  return new;
end $$;
create trigger own_row_is_language_only before update on staff for each row when (current_user = 'continuum_app') execute function house.own_row_is_language_only();

create function house.what_ended_stays_ended() returns trigger language plpgsql as $$
begin
  if old.until_at is not null and new.until_at is distinct from old.until_at or new.from_at <> old.from_at or new.staff_id <> old.staff_id then
    raise exception using errcode = 'P0001', message = replace(tg_table_name, '_', '-') || '.is-ended-not-rewritten';
  end if;
  return new;
end $$;
create trigger what_ended_stays_ended before update on staff_role for each row execute function house.what_ended_stays_ended();
create trigger what_ended_stays_ended before update on program_supervisor for each row execute function house.what_ended_stays_ended();

set local role authz;
create function authz.administrators_of(agency uuid) returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from public.staff_role r join public.staff s on s.agency_id = r.agency_id and s.id = r.staff_id
  where r.agency_id = agency and r.role = 'administrator' and r.until_at is null and s.status = 'active'
$$;
create function authz.answers_for_cases(agency uuid, staff uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.case_team t join public.case_record c on c.agency_id = t.agency_id and c.id = t.case_id
    where t.agency_id = agency and t.staff_id = staff and t.role = 'primary' and t.until_at is null and c.status in ('pending_engagement', 'active', 'suspended', 'closing'))
$$;
reset role;

create function house.an_agency_keeps_an_administrator() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.agency_id::text || ' administrators', 0));
  if authz.administrators_of(new.agency_id) = 0 then
    raise exception using errcode = 'P0001', message = 'agency.needs-an-administrator';
  end if;
  return null;
end $$;
create constraint trigger an_agency_keeps_an_administrator after update on staff_role deferrable initially deferred
  for each row when (old.role = 'administrator' and old.until_at is null and new.until_at is not null) execute function house.an_agency_keeps_an_administrator();
create constraint trigger an_agency_keeps_an_administrator after update of status on staff deferrable initially deferred
  for each row when (old.status = 'active' and new.status = 'inactive') execute function house.an_agency_keeps_an_administrator();

create function house.nobody_leaves_cases_behind() returns trigger language plpgsql as $$
begin
  if authz.answers_for_cases(new.agency_id, new.id) then
    raise exception using errcode = 'P0001', message = 'staff.answers-for-cases';
  end if;
  return new;
end $$;
create trigger nobody_leaves_cases_behind before update of status on staff
  for each row when (old.status = 'active' and new.status = 'inactive') execute function house.nobody_leaves_cases_behind();

-- Whether a colleague has a password, only an open invitation, or no way in. Administrators ask.
set local role authz;
create function authz.signs_in(staff uuid) returns text language sql stable security definer set search_path = '' as $$
  select case when not authz.has(8 | 1) then null
    when exists (select from authz.login l where l.agency_id = authz.agency() and l.staff_id = staff and l.password_hash is not null) then 'yes'
    when exists (select from authz.invitation i where i.agency_id = authz.agency() and i.staff_id = staff and i.used_at is null and i.expires_at > now()) then 'invited'
    else 'no' end
$$;
reset role;

-- A changed e-mail address is also the one to sign in with.
set local role authz;
create function authz.login_follows_address() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update authz.login l set email_key = lower(btrim(new.email)) where l.agency_id = new.agency_id and l.staff_id = new.id;
  return new;
end $$;
reset role;
create trigger login_follows_address after update of email on staff for each row when (lower(new.email) <> lower(old.email)) execute function authz.login_follows_address();

-- Sign-in: everything secret lives in schema authz, where the application can only knock at the doors below.
-- Tokens are stored as SHA-256 digests; every door answers nothing rather than telling why.
set local role authz;
create table authz.login (
  email_key     text primary key,
  agency_id     uuid not null,
  staff_id      uuid not null,
  password_hash text,
  totp_secret   text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0,
  changed_at    timestamptz not null default now(),
  unique (agency_id, staff_id)
);
create table authz.sign_in (
  id           uuid primary key default gen_random_uuid(),
  token_digest bytea not null unique,
  agency_id    uuid not null,
  staff_id     uuid not null,
  method       text not null,
  device       text not null default '',
  started_at   timestamptz not null default now(),
  stepped_up_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at   timestamptz not null default now() + interval '12 hours',
  ended_at     timestamptz
);
create index sign_in_by_staff on authz.sign_in (agency_id, staff_id) where ended_at is null;
create table authz.attempt (throttle_key text not null, at timestamptz not null default now());
create index attempt_by_key on authz.attempt (throttle_key, at);
create table authz.invitation (
  token_digest bytea primary key, agency_id uuid not null, staff_id uuid not null,
  expires_at timestamptz not null default now() + interval '7 days', used_at timestamptz
);

create function authz.roles_of(agency uuid, staff uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct r.role), '{}') from public.staff_role r where r.agency_id = agency and r.staff_id = staff and r.from_at <= now() and (r.until_at is null or r.until_at > now())
$$;
create function authz.flags_of(roles text[]) returns int language sql immutable set search_path = '' as $$
  select (case when roles && '{intake,supervisor,quality}' then 2 else 0 end) | (case when roles && '{intake,supervisor,quality}' then 4 else 0 end)
       | (case when roles && '{administrator}' then 8 else 0 end) | (case when roles && '{quality}' then 16 else 0 end)
$$;
-- Programs seen whole: those supervised, and every program for quality.
create function authz.programs_of(agency uuid, staff uuid, roles text[]) returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(p.id), '{}') from public.program p
  where p.agency_id = agency and (roles && '{quality}' or ('supervisor' = any (roles) and exists (
    select 1 from public.program_supervisor s where s.agency_id = agency and s.program_id = p.id and s.staff_id = staff and (s.until_at is null or s.until_at > now()))))
$$;
revoke all on function authz.roles_of, authz.programs_of from public;

create type authz.entered as (
  sign_in_id uuid, agency_id uuid, staff_id uuid, staff_name text, credential_line text, roles text[], locale text,
  agency_name text, time_zone text, clock timestamptz, today date, idle_minutes int, demonstration boolean, stepped_up_at timestamptz, email text);

-- The staff door: one call opens the context for a live sign-in and says who it is; no row when there is none.
create function authz.enter(token_digest bytea, extends boolean, writes boolean) returns setof authz.entered language plpgsql security definer set search_path = '' as $$
declare
  s authz.sign_in; a public.agency; p public.staff; roles text[]; clock timestamptz;
begin
  select * into s from authz.sign_in i where i.token_digest = enter.token_digest and i.ended_at is null and i.expires_at > now();
  if not found then return; end if;
  select * into a from public.agency g where g.agency_id = s.agency_id;
  if s.last_seen_at < now() - make_interval(mins => a.idle_minutes) then return; end if;
  select * into p from public.staff m where m.agency_id = s.agency_id and m.id = s.staff_id and m.status = 'active';
  if not found then return; end if;
  if extends and s.last_seen_at < now() - interval '20 seconds' then update authz.sign_in i set last_seen_at = now() where i.id = s.id; end if;
  -- A read acknowledges nothing, so it need not wait for the disk; its audit row follows within milliseconds.
  if not writes then perform set_config('synchronous_commit', 'off', true); end if;
  roles := authz.roles_of(s.agency_id, s.staff_id);
  clock := authz.open(s.agency_id, s.staff_id, authz.flags_of(roles), p.clearance, authz.programs_of(s.agency_id, s.staff_id, roles), s.id);
  return next row(s.id, s.agency_id, s.staff_id, p.name, p.credential_line, roles, coalesce(p.locale, a.locale), a.name, a.time_zone, clock,
    (clock at time zone a.time_zone)::date, a.idle_minutes, a.demonstration, s.stepped_up_at, p.email)::authz.entered;
end $$;

-- The system door, for background work; with `as_staff` for demonstration data and imports, which act in a person's name and scope.
create function authz.enter_system(secret bytea, agency uuid, as_staff uuid default null, at timestamptz default null) returns setof authz.entered
  language plpgsql security definer set search_path = '' as $$
declare a public.agency; p public.staff; roles text[] := '{}'; clock timestamptz;
begin
  if not exists (select from authz.secret k where k.name = 'system' and k.digest = sha256(secret)) then raise exception 'not the system' using errcode = '28000'; end if;
  select * into a from public.agency g where g.agency_id = agency;
  if not found then return; end if;
  if as_staff is not null then
    select * into p from public.staff m where m.agency_id = agency and m.id = as_staff;
    if not found then return; end if;
    roles := authz.roles_of(agency, as_staff);
    clock := authz.open(agency, as_staff, authz.flags_of(roles), p.clearance, authz.programs_of(agency, as_staff, roles), null, at);
  else
    clock := authz.open(agency, null, 1, -1, null, null, at);
  end if;
  return next row(null, agency, p.id, coalesce(p.name, 'Continuum'), coalesce(p.credential_line, ''), roles, coalesce(p.locale, a.locale), a.name, a.time_zone, clock,
    (clock at time zone a.time_zone)::date, a.idle_minutes, a.demonstration, null, p.email)::authz.entered;
end $$;

-- The public door: no account, may only hand in a referral.
create function authz.enter_public(agency_slug text) returns setof authz.entered language plpgsql security definer set search_path = '' as $$
declare a public.agency; clock timestamptz;
begin
  select * into a from public.agency g where (g.slug = agency_slug or (agency_slug is null and (select count(*) from public.agency) = 1)) and g.self_referral_open;
  if not found then return; end if;
  clock := authz.open(a.agency_id, null, 32, 0, null, null);
  return next row(null, a.agency_id, null, 'The public page', '', '{}'::text[], a.locale, a.name, a.time_zone, clock,
    (clock at time zone a.time_zone)::date, a.idle_minutes, a.demonstration, null, null)::authz.entered;
end $$;

create function authz.agencies() returns table (agency_id uuid, name text, slug text, demonstration boolean) language sql stable security definer set search_path = '' as $$
  select agency_id, name, slug, demonstration from public.agency order by name
$$;
create function authz.demonstration_accounts() returns table (staff_id uuid, agency_id uuid, name text, email text, credential_line text, roles text[]) language sql stable security definer set search_path = '' as $$
  select s.id, s.agency_id, s.name, s.email, s.credential_line, authz.roles_of(s.agency_id, s.id)
  from public.staff s join public.agency a on a.agency_id = s.agency_id where a.demonstration and s.status = 'active' order by s.created_at, s.name
$$;
create function authz.login_of(email text) returns table (agency_id uuid, staff_id uuid, password_hash text, totp_secret text, totp_confirmed boolean, totp_last_step bigint)
  language sql stable security definer set search_path = '' as $$
  select l.agency_id, l.staff_id, l.password_hash, l.totp_secret, l.totp_confirmed, l.totp_last_step
  from authz.login l join public.staff s on s.agency_id = l.agency_id and s.id = l.staff_id and s.status = 'active'
  where l.email_key = lower(btrim(login_of.email))
$$;
-- A second-factor code is accepted once: the step only moves forward.
create function authz.use_totp_step(agency uuid, staff uuid, step bigint) returns boolean language sql security definer set search_path = '' as $$
  with used as (update authz.login l set totp_last_step = step where l.agency_id = agency and l.staff_id = staff and l.totp_last_step < step returning 1)
  select exists (select from used)
$$;
create function authz.start_sign_in(agency uuid, staff uuid, token_digest bytea, method text, device text) returns void language sql security definer set search_path = '' as $$
  insert into authz.sign_in (token_digest, agency_id, staff_id, method, device) values (token_digest, agency, staff, method, left(device, 200))
$$;
create function authz.end_sign_in(digest bytea) returns void language sql security definer set search_path = '' as $$
  update authz.sign_in set ended_at = now() where token_digest = digest and ended_at is null
$$;
-- Ends sign-ins of one's own account everywhere, or (administrators) of a colleague's; `but` keeps the one in use.
create function authz.end_sign_ins_of(staff uuid, but uuid default null) returns integer language plpgsql security definer set search_path = '' as $$
declare ended integer;
begin
  if staff is distinct from authz.staff() and not authz.has(8 | 1) then raise exception 'not yours' using errcode = '42501'; end if;
  update authz.sign_in i set ended_at = now() where i.agency_id = authz.agency() and i.staff_id = staff and i.ended_at is null and i.id is distinct from but;
  get diagnostics ended = row_count;
  return ended;
end $$;
create function authz.sign_ins_of_mine() returns table (id uuid, method text, device text, started_at timestamptz, last_seen_at timestamptz) language sql stable security definer set search_path = '' as $$
  select i.id, i.method, i.device, i.started_at, i.last_seen_at from authz.sign_in i
  where i.agency_id = authz.agency() and i.staff_id = authz.staff() and i.ended_at is null and i.expires_at > now() order by i.last_seen_at desc
$$;
create function authz.rotate_sign_in(digest bytea, replacement bytea) returns void language sql security definer set search_path = '' as $$
  update authz.sign_in set token_digest = replacement, stepped_up_at = now() where token_digest = digest and ended_at is null
$$;
create function authz.my_login() returns table (password_hash text, totp_secret text, totp_confirmed boolean, totp_last_step bigint) language sql stable security definer set search_path = '' as $$
  select l.password_hash, l.totp_secret, l.totp_confirmed, l.totp_last_step from authz.login l where l.agency_id = authz.agency() and l.staff_id = authz.staff()
$$;
create function authz.set_my_password(hash text) returns void language sql security definer set search_path = '' as $$
  update authz.login set password_hash = hash, changed_at = now() where agency_id = authz.agency() and staff_id = authz.staff()
$$;
create function authz.set_my_totp(secret text, confirmed boolean) returns void language sql security definer set search_path = '' as $$
  update authz.login set totp_secret = secret, totp_confirmed = confirmed, totp_last_step = case when confirmed then totp_last_step else 0 end where agency_id = authz.agency() and staff_id = authz.staff()
$$;
-- An administrator invites: the login exists without a password until the one-time link is used.
create function authz.invite(staff uuid, email text, digest bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not authz.has(8 | 1) then raise exception 'administrators invite' using errcode = '42501'; end if;
  insert into authz.login (email_key, agency_id, staff_id) values (lower(btrim(email)), authz.agency(), staff)
    on conflict (agency_id, staff_id) do update set email_key = excluded.email_key;
  insert into authz.invitation (token_digest, agency_id, staff_id) values (digest, authz.agency(), staff);
end $$;
create function authz.accept_invitation(digest bytea, hash text) returns table (agency_id uuid, staff_id uuid) language plpgsql security definer set search_path = '' as $$
begin
  return query
    with used as (update authz.invitation i set used_at = now() where i.token_digest = digest and i.used_at is null and i.expires_at > now() returning i.agency_id, i.staff_id)
    update authz.login l set password_hash = hash, changed_at = now() from used u where l.agency_id = u.agency_id and l.staff_id = u.staff_id returning l.agency_id, l.staff_id;
end $$;
-- Throttling: how many attempts this key made in the window; the caller decides what is too many.
create function authz.count_attempt(wanted_key text, within interval, counts boolean default true) returns integer language plpgsql security definer set search_path = '' as $$
declare seen integer;
begin
  if counts then
    delete from authz.attempt t where t.throttle_key = wanted_key and t.at < now() - interval '1 day';
    insert into authz.attempt (throttle_key) values (wanted_key);
  end if;
  select count(*) into seen from authz.attempt t where t.throttle_key = wanted_key and t.at > now() - within;
  return seen;
end $$;
create function authz.forget_attempts(wanted_key text) returns void language sql security definer set search_path = '' as $$ delete from authz.attempt where throttle_key = wanted_key $$;

-- The first administrator of an empty installation, and new agencies of the demonstration: only with the system secret, or while no agency exists.
create function authz.found_agency(secret bytea, agency uuid, name text, slug text, time_zone text, demonstration boolean, staff uuid, staff_name text, email text, hash text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  lock table authz.login in exclusive mode;
  if exists (select from public.agency) and not exists (select from authz.secret k where k.name = 'system' and k.digest = sha256(secret)) then
    raise exception 'an agency exists already' using errcode = '42501';
  end if;
  insert into public.agency (agency_id, name, slug, time_zone, demonstration) values (agency, name, slug, time_zone, demonstration);
  insert into public.staff (agency_id, id, name, email) values (agency, staff, staff_name, email);
  insert into public.staff_role (agency_id, staff_id, role) values (agency, staff, 'administrator');
  insert into authz.login (email_key, agency_id, staff_id, password_hash) values (lower(btrim(email)), agency, staff, hash);
end $$;
reset role;
grant insert on agency, staff, staff_role to authz;
create policy authz_founds on agency for insert to authz with check (true);
create policy authz_founds on staff for insert to authz with check (true);
create policy authz_founds on staff_role for insert to authz with check (true);

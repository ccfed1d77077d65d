-- What every request pays, again: a plan that is kept serves only where names are looked up the same way it was made.

-- The rules of rows ask for the context with the caller's search_path, the functions of the door with an empty one, in turn within each request; each
-- turn planned it anew. With a path of its own it is planned once for each connection.
alter function authz.context set search_path = '';
-- Of its own words only: without a path it is part of whatever asks.
alter function authz.flags_of reset search_path;

set local role authz;
-- The context is signed for a clock that the caller knows.
create function authz.stand(agency uuid, staff uuid, flags integer, clearance integer, programs uuid[], sign_in uuid, clock timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  body text := concat_ws('|', 'v1', agency, coalesce(staff::text, ''), flags, clearance, coalesce(array_to_string(programs, ','), ''),
    coalesce(clock::text, ''), (extract(epoch from statement_timestamp()) + 900)::bigint, coalesce(sign_in::text, ''));
begin
  perform set_config('app.context', body || '|' || authz.mac(body), true);
end $$;
revoke all on function authz.stand from public;
create or replace function authz.open(agency uuid, staff uuid, flags integer, clearance integer, programs uuid[], sign_in uuid, at timestamptz default null) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare clock timestamptz := coalesce(at, (select f.at from authz.fixed_clock f));
begin
  perform authz.stand(agency, staff, flags, clearance, programs, sign_in, clock);
  return coalesce(clock, now());
end $$;

-- One statement where there were five; only supervisors and quality have programs.
create or replace function authz.enter(token_digest bytea, extends boolean, writes boolean) returns setof authz.entered
  language plpgsql security definer set search_path = '' as $$
declare s record; programs uuid[] := '{}'; clock timestamptz;
begin
  select i.id, i.agency_id, i.staff_id, i.last_seen_at, i.stepped_up_at, p.name, p.credential_line, p.clearance, p.email, coalesce(p.locale, a.locale) as locale,
    a.name as agency, a.time_zone, a.idle_minutes, a.demonstration, (select f.at from authz.fixed_clock f) as fixed,
    array(select distinct r.role from public.staff_role r where r.agency_id = i.agency_id and r.staff_id = i.staff_id and r.from_at <= now() and (r.until_at is null or r.until_at > now()) order by r.role) as roles
  into s
  from authz.sign_in i join public.agency a on a.agency_id = i.agency_id join public.staff p on p.agency_id = i.agency_id and p.id = i.staff_id
  where i.token_digest = enter.token_digest and i.ended_at is null and i.expires_at > now()
    and i.last_seen_at >= now() - make_interval(mins => a.idle_minutes) and p.status = 'active';
  if not found then return; end if;
  if extends and s.last_seen_at < now() - interval '20 seconds' then update authz.sign_in i set last_seen_at = now() where i.id = s.id; end if;
  -- A read acknowledges nothing, so it need not wait for the disk; its audit row follows within milliseconds.
  if not writes then perform set_config('synchronous_commit', 'off', true); end if;
  if s.roles && '{supervisor,quality}' then programs := authz.programs_of(s.agency_id, s.staff_id, s.roles); end if;
  clock := coalesce(s.fixed, now());
  perform authz.stand(s.agency_id, s.staff_id, authz.flags_of(s.roles), s.clearance, programs, s.id, s.fixed);
  return next row(s.id, s.agency_id, s.staff_id, s.name, s.credential_line, s.roles, s.locale, s.agency, s.time_zone, clock,
    (clock at time zone s.time_zone)::date, s.idle_minutes, s.demonstration, s.stepped_up_at, s.email)::authz.entered;
end $$;

-- One statement where there were two.
create or replace function authz.my_cases() returns setof uuid language plpgsql stable security definer rows 50 set search_path = '' as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] is null or me[3] = '' then return; end if;
  return query select t.case_id from public.case_team t
    where t.agency_id = me[2]::uuid and t.staff_id = me[3]::uuid and t.from_at <= at and (t.until_at is null or t.until_at > at)
    union all select c.id from public.emergency_access e join public.case_record c on c.agency_id = e.agency_id and c.client_id = e.client_id
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.ended_at is null and e.from_at <= at and e.until_at > at and (c.labels & (1 << 30)) = 0;
end $$;
reset role;

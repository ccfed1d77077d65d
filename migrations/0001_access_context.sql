-- Who is asking, in which agency, with what scope: a signed context opened once per transaction. Row-level security
-- (house.protect) trusts nothing else. Three roles: migrations own the tables, continuum_app owns nothing, authz (no
-- login) owns the functions below. Passwords are set by the migrator, never here.
do $$ begin create role continuum_app login; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role continuum_jobs login; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role authz nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant authz, continuum_jobs to %I', current_user); exception when others then null; end $$;
do $$ begin execute format('grant create, connect on database %I to continuum_jobs', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to continuum_app', current_database()); end $$;

revoke all on schema public from public;
grant usage on schema public to continuum_app, authz;
create schema authz authorization authz;
create schema house;
grant usage on schema authz to continuum_app, continuum_jobs;
grant usage on schema house to continuum_app, authz;

set local role authz;

-- The signing key, as the two padded blocks of HMAC-SHA-256. Only functions of role authz can read it.
create table authz.context_key (kid text primary key, inner_block bytea not null, outer_block bytea not null);
create function authz.padded(key bytea, pad int) returns bytea language plpgsql immutable as $$
declare block bytea := key || decode(repeat('00', 64 - length(key)), 'hex');
begin
  for i in 0..63 loop block := set_byte(block, i, get_byte(block, i) # pad); end loop;
  return block;
end $$;
insert into authz.context_key
  select 'k1', authz.padded(key, 54), authz.padded(key, 92)
  from (select sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) as key from generate_series(1, 4)) random;

create function authz.mac(body text) returns text language sql stable security definer set search_path = '' as $$
  select encode(sha256(outer_block || sha256(inner_block || convert_to(body, 'UTF8'))), 'hex') from authz.context_key where kid = 'k1'
$$;
revoke all on function authz.mac(text) from public;

-- Tests and demonstration data fix the product's clock here; production leaves it empty. Only the owner may write it.
create table authz.fixed_clock (one boolean primary key default true check (one), at timestamptz not null);

-- The verified parts: version, agency, staff, flags, clearance, programs, clock, expiry, sign-in. When nothing was opened: null, or an
-- error where a context is required.
-- Everything in it is qualified or built in, and nobody but the owner may create a function or an operator, so it needs no
-- search_path of its own; that and the plain SQL functions below, which the planner inlines, made it three times faster.
create function authz.context(required boolean default false) returns text[] language plpgsql stable security definer as $$
declare
  token text := current_setting('app.context', true);
  parts text[];
  key authz.context_key;
begin
  if token is null or token = '' then
    if required then raise exception 'no access context' using errcode = '28000'; end if;
    return null;
  end if;
  select * into key from authz.context_key k where k.kid = 'k1';
  if encode(sha256(key.outer_block || sha256(key.inner_block || convert_to(left(token, -65), 'UTF8'))), 'hex') is distinct from right(token, 64) then
    raise exception 'access context is not ours' using errcode = '28000';
  end if;
  parts := string_to_array(left(token, -65), '|');
  if parts[8]::bigint < extract(epoch from statement_timestamp()) then
    raise exception 'access context has expired' using errcode = '28000';
  end if;
  return parts;
end $$;

create function authz.agency() returns uuid language sql stable as $$ select (authz.context(true))[2]::uuid $$;
create function authz.staff() returns uuid language sql stable as $$ select nullif((authz.context())[3], '')::uuid $$;
-- Flags: 1 system, 2 index of unsealed clients, 4 referral inbox, 8 administrator, 16 quality, 32 the public page.
create function authz.has(flag int) returns boolean language sql stable as $$ select coalesce((authz.context())[4]::int & flag, 0) > 0 $$;
create function authz.clearance() returns int language sql stable as $$ select coalesce((authz.context())[5]::int, 0) $$;
create function authz.programs() returns uuid[] language sql stable as $$ select coalesce(string_to_array(nullif((authz.context())[6], ''), ',')::uuid[], '{}') $$;

-- For defaults and triggers: read without verifying. They decide nothing: whoever writes a row may name these values, and the policy of
-- the same statement verifies the context.
create function authz.clock() returns timestamptz language sql stable as $$ select coalesce(nullif(split_part(current_setting('app.context', true), '|', 7), '')::timestamptz, now()) $$;
create function authz.sign_in() returns uuid language sql stable as $$ select nullif(split_part(current_setting('app.context', true), '|', 9), '')::uuid $$;
create function authz.writer() returns uuid language sql stable as $$ select nullif(split_part(current_setting('app.context', true), '|', 3), '')::uuid $$;
create function authz.here() returns uuid language sql stable as $$ select nullif(split_part(current_setting('app.context', true), '|', 2), '')::uuid $$;

-- Signs and opens a context for this transaction. Not callable by the application: only the doors below call it.
create function authz.open(agency uuid, staff uuid, flags int, clearance int, programs uuid[], sign_in uuid, at timestamptz default null)
  returns timestamptz language plpgsql security definer set search_path = '' as $$
declare
  clock timestamptz := coalesce(at, (select f.at from authz.fixed_clock f));
  body text := concat_ws('|', 'v1', agency, coalesce(staff::text, ''), flags, clearance, coalesce(array_to_string(programs, ','), ''),
    coalesce(clock::text, ''), (extract(epoch from statement_timestamp()) + 900)::bigint, coalesce(sign_in::text, ''));
begin
  perform set_config('app.context', body || '|' || authz.mac(body), true);
  return coalesce(clock, now());
end $$;
revoke all on function authz.open from public;

-- The system door: background work and demonstration data prove themselves with a secret that only the process holds.
create table authz.secret (name text primary key, digest bytea not null);
reset role;
grant usage on schema authz to public;

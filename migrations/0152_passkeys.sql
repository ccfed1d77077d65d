-- Passkeys: public keys of what a person holds. Beside the other sign-in secrets, where the application can only knock at doors. A challenge serves once.
set local role authz;
create table authz.passkey (
  id            uuid primary key default gen_random_uuid(),
  agency_id     uuid not null,
  staff_id      uuid not null,
  credential_id text not null unique check (length(credential_id) between 16 and 1400),
  public_key    bytea not null,
  counter       bigint not null default 0 check (counter >= 0),
  transports    text[] not null default '{}',
  rp_id         text not null,
  name          text not null check (length(btrim(name)) between 1 and 80),
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz,
  ended_at      timestamptz
);
create index passkey_by_staff on authz.passkey (agency_id, staff_id) where ended_at is null;
create table authz.challenge (
  challenge  text primary key check (length(challenge) >= 40),
  purpose    text not null check (purpose in ('register', 'sign-in', 'single-sign-on')),
  agency_id  uuid,
  staff_id   uuid,
  details    jsonb not null default '{}',
  expires_at timestamptz not null default now() + interval '5 minutes'
);

create function authz.begin_challenge(challenge text, purpose text, agency uuid default null, details jsonb default '{}') returns void language sql security definer set search_path = '' as $$
  delete from authz.challenge c where c.expires_at < now() - interval '1 day';
  insert into authz.challenge (challenge, purpose, agency_id, staff_id, details)
    values (begin_challenge.challenge, begin_challenge.purpose, coalesce(agency, authz.here()), authz.writer(), begin_challenge.details)
$$;
-- Answers once, and only in time; a challenge to register is for whoever asked for it.
create function authz.use_challenge(challenge text, purpose text) returns table (agency_id uuid, details jsonb) language sql security definer set search_path = '' as $$
  delete from authz.challenge c where c.challenge = use_challenge.challenge and c.purpose = use_challenge.purpose and c.expires_at > now()
    and (c.purpose <> 'register' or (c.agency_id::text = (authz.context())[2] and c.staff_id::text = (authz.context())[3])) returning c.agency_id, c.details
$$;
create function authz.add_my_passkey(credential text, key bytea, count bigint, ways text[], rp text, called text) returns void language sql security definer set search_path = '' as $$
  insert into authz.passkey (agency_id, staff_id, credential_id, public_key, counter, transports, rp_id, name)
    select authz.agency(), authz.staff(), credential, key, count, ways, rp, called where authz.staff() is not null
$$;
create function authz.my_passkeys() returns table (id uuid, credential_id text, name text, created_at timestamptz, last_used_at timestamptz) language sql stable security definer set search_path = '' as $$
  select p.id, p.credential_id, p.name, p.created_at, p.last_used_at from authz.passkey p
  where p.agency_id = authz.agency() and p.staff_id = authz.staff() and p.ended_at is null order by p.created_at
$$;
create function authz.end_my_passkey(wanted uuid) returns boolean language sql security definer set search_path = '' as $$
  with ended as (update authz.passkey p set ended_at = now() where p.id = wanted and p.agency_id = authz.agency() and p.staff_id = authz.staff() and p.ended_at is null returning 1)
  select exists (select from ended)
$$;
create function authz.passkey_of(credential text) returns table (agency_id uuid, staff_id uuid, public_key bytea, counter bigint, transports text[], rp_id text)
  language sql stable security definer set search_path = '' as $$
  select p.agency_id, p.staff_id, p.public_key, p.counter, p.transports, p.rp_id from authz.passkey p
  join public.staff s on s.agency_id = p.agency_id and s.id = p.staff_id and s.status = 'active' where p.credential_id = credential and p.ended_at is null
$$;
create function authz.used_passkey(credential text, count bigint) returns void language sql security definer set search_path = '' as $$
  update authz.passkey p set counter = greatest(p.counter, count), last_used_at = now() where p.credential_id = credential
$$;
create function authz.has_passkey(agency uuid, staff uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from authz.passkey p where p.agency_id = agency and p.staff_id = staff and p.ended_at is null)
$$;
reset role;

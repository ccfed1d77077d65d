-- An agency with a directory of its own signs its people in there (OpenID Connect). Nobody is made and no role is given by it. Beside the
-- other sign-in secrets, where the application can only knock at doors; the provider's secret is sealed with the agency's key.
set local role authz;
create table authz.identity_provider (
  agency_id     uuid primary key,
  issuer        text not null check (issuer ~ '^https://[^\s?#@]+$' or issuer ~ '^http://(localhost|127\.0\.0\.1)(:\d+)?(/[^\s?#@]*)?$'),
  connection_id text not null check (length(connection_id) between 1 and 300),
  sealed_secret bytea not null check (length(sealed_secret) > 33),
  domains       text[] not null check (cardinality(domains) between 1 and 20),
  label         text not null check (length(btrim(label)) between 1 and 60),
  passwords     text not null check (passwords in ('everybody', 'administrators')),
  standing      text not null check (standing in ('on', 'off')),
  version       integer not null default 1,
  changed_at    timestamptz not null default now(),
  changed_by    uuid,
  last_used_at  timestamptz,
  last_refused_at timestamptz,
  last_refusal  text
);
-- A domain leads to one agency.
create table authz.provider_domain (domain text primary key check (domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'), agency_id uuid not null references authz.identity_provider);
-- Who of the staff an account of the provider is. A person has one account with a provider, the one first used.
create table authz.provider_account (
  agency_id uuid not null, issuer text not null, subject text not null check (length(subject) between 1 and 255), staff_id uuid not null,
  linked_at timestamptz not null default now(), ended_at timestamptz
);
create unique index an_account_is_one_persons on authz.provider_account (agency_id, issuer, subject) where ended_at is null;
create unique index a_person_has_one_account on authz.provider_account (agency_id, issuer, staff_id) where ended_at is null;
-- One trip to the provider and back: digests only, used once, ten minutes.
create table authz.authentication_request (
  state_digest bytea primary key check (length(state_digest) = 32),
  browser_digest bytea not null check (length(browser_digest) = 32),
  agency_id    uuid not null,
  issuer       text not null,
  redirect_uri text not null,
  purpose      text not null check (purpose in ('sign-in', 'step-up')),
  staff_id     uuid,
  sign_in_id   uuid,
  begun_at     timestamptz not null default now(),
  expires_at   timestamptz not null default now() + interval '10 minutes',
  constraint stepping_up_is_somebodys check ((purpose = 'step-up') = (staff_id is not null and sign_in_id is not null))
);

create function authz.my_identity_provider() returns table (issuer text, connection_id text, sealed_secret bytea, domains text[], label text, passwords text, standing text, version integer,
    changed_at timestamptz, last_used_at timestamptz, last_refused_at timestamptz, last_refusal text, accounts integer)
  language sql stable security definer set search_path = '' as $$
  select p.issuer, p.connection_id, p.sealed_secret, p.domains, p.label, p.passwords, p.standing, p.version, p.changed_at, p.last_used_at, p.last_refused_at, p.last_refusal,
    (select count(*)::integer from authz.provider_account c where c.agency_id = p.agency_id and c.issuer = p.issuer and c.ended_at is null)
  from authz.identity_provider p where p.agency_id = authz.agency() and authz.has(8 | 1)
$$;
-- Domains that are another agency's: named by it, or the address of somebody who works there.
create function authz.domains_of_others(wanted text[]) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(d.domain), '{}') from unnest(wanted) d (domain)
  where authz.has(8 | 1) and (exists (select from authz.provider_domain o where o.domain = d.domain and o.agency_id <> authz.agency())
    or exists (select from public.staff s where s.agency_id <> authz.agency() and s.status = 'active' and lower(split_part(s.email, '@', 2)) = d.domain))
$$;
-- Answers the new version; null when somebody saved first. Version 0 is the first time.
create function authz.name_identity_provider(seen integer, to_issuer text, to_connection text, to_secret bytea, to_domains text[], to_label text, to_passwords text, to_standing text)
  returns integer language plpgsql security definer set search_path = '' as $$
declare saved integer;
begin
  if not authz.has(8 | 1) then raise exception 'administrators name the identity provider' using errcode = '42501'; end if;
  if cardinality(authz.domains_of_others(to_domains)) > 0 then raise exception using errcode = 'P0001', message = 'identity-provider.domain-of-another-agency'; end if;
  if seen = 0 then
    insert into authz.identity_provider (agency_id, issuer, connection_id, sealed_secret, domains, label, passwords, standing, changed_by)
      values (authz.agency(), to_issuer, to_connection, to_secret, to_domains, to_label, to_passwords, to_standing, authz.staff()) on conflict do nothing returning version into saved;
  else
    -- What a new issuer or connection has not shown yet, it has not shown: whether it works is told anew.
    update authz.identity_provider p set issuer = to_issuer, connection_id = to_connection, sealed_secret = coalesce(to_secret, p.sealed_secret), domains = to_domains, label = to_label,
      passwords = to_passwords, standing = to_standing, version = p.version + 1, changed_at = now(), changed_by = authz.staff(),
      last_used_at = case when p.issuer = to_issuer and p.connection_id = to_connection then p.last_used_at end, last_refused_at = null, last_refusal = null
      where p.agency_id = authz.agency() and p.version = seen and (to_secret is not null or (p.issuer = to_issuer and p.connection_id = to_connection)) returning p.version into saved;
  end if;
  if saved is not null then
    delete from authz.provider_domain d where d.agency_id = authz.agency() and not d.domain = any (to_domains);
    insert into authz.provider_domain (domain, agency_id) select unnest(to_domains), authz.agency() on conflict do nothing;
  end if;
  return saved;
end $$;
-- An account that was given anew in the directory: the next sign-in there links by verified address again.
create function authz.end_provider_account(staff uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not authz.has(8 | 1) then raise exception 'administrators end this' using errcode = '42501'; end if;
  update authz.provider_account c set ended_at = now() where c.agency_id = authz.agency() and c.staff_id = staff and c.ended_at is null;
  return found;
end $$;

-- Before anybody is anybody: where an e-mail domain, an agency's own address or an agency leads, with the wrapped key that opens the secret.
create function authz.identity_provider_for(domain text, agency_slug text, agency uuid) returns table (agency_id uuid, agency_name text, slug text, issuer text, connection_id text,
    sealed_secret bytea, label text, passwords text, version integer, key_version integer, wrapped bytea)
  language sql stable security definer set search_path = '' as $$
  select p.agency_id, a.name, a.slug, p.issuer, p.connection_id, p.sealed_secret, p.label, p.passwords, p.version, k.version, k.wrapped
  from authz.identity_provider p join public.agency a on a.agency_id = p.agency_id
  join public.agency_key k on k.agency_id = p.agency_id and k.purpose = 'wrap' and k.version =
    get_byte(p.sealed_secret, 1) * 16777216 + get_byte(p.sealed_secret, 2) * 65536 + get_byte(p.sealed_secret, 3) * 256 + get_byte(p.sealed_secret, 4)
  where p.standing = 'on' and case when agency is not null then p.agency_id = agency when agency_slug is not null then a.slug = agency_slug
    else exists (select from authz.provider_domain d where d.agency_id = p.agency_id and d.domain = lower(identity_provider_for.domain)) end
$$;
create function authz.begin_authentication(state bytea, browser bytea, agency uuid, at_issuer text, back_to text, wanted_purpose text) returns void language sql security definer set search_path = '' as $$
  delete from authz.authentication_request r where r.expires_at < now() - interval '1 day';
  insert into authz.authentication_request (state_digest, browser_digest, agency_id, issuer, redirect_uri, purpose, staff_id, sign_in_id)
    select state, browser, agency, at_issuer, back_to, wanted_purpose, case when wanted_purpose = 'step-up' then authz.staff() end,
      case when wanted_purpose = 'step-up' then nullif((authz.context())[9], '')::uuid end
    where wanted_purpose = 'sign-in' or agency = authz.agency()
$$;
-- Used by being looked up, whoever looks; answers only the browser that began it, in time.
create function authz.use_authentication(state bytea, browser bytea) returns table (agency_id uuid, issuer text, redirect_uri text, purpose text, staff_id uuid, sign_in_id uuid, begun_at timestamptz)
  language sql security definer set search_path = '' as $$
  with used as (delete from authz.authentication_request r where r.state_digest = state returning r.*)
  select u.agency_id, u.issuer, u.redirect_uri, u.purpose, u.staff_id, u.sign_in_id, u.begun_at from used u where u.browser_digest = browser and u.expires_at > now()
$$;
-- An existing, active member of staff: by the account once linked, before that by the verified address. Never a new person, never a role.
create function authz.staff_of_provider(agency uuid, at_issuer text, with_subject text, said_email text, verified boolean) returns table (staff_id uuid, outcome text)
  language plpgsql security definer set search_path = '' as $$
declare who uuid; is_linked boolean;
begin
  select c.staff_id into who from authz.provider_account c where c.agency_id = agency and c.issuer = at_issuer and c.subject = with_subject and c.ended_at is null;
  is_linked := found;
  if not is_linked then
    if said_email is null or not verified then return query select null::uuid, 'unverified'; return; end if;
    if not exists (select from authz.provider_domain d where d.agency_id = agency and d.domain = lower(split_part(said_email, '@', 2))) then
      return query select null::uuid, 'other-domain'; return;
    end if;
    select s.id into who from public.staff s where s.agency_id = agency and lower(s.email) = lower(said_email);
  end if;
  if who is null or not exists (select from public.staff s where s.agency_id = agency and s.id = who and s.status = 'active') then
    return query select null::uuid, 'nobody'; return;
  end if;
  if not is_linked then
    insert into authz.provider_account (agency_id, issuer, subject, staff_id) values (agency, at_issuer, with_subject, who) on conflict do nothing;
    if not found then return query select null::uuid, 'another-account'; return; end if;
  end if;
  return query select who, case when is_linked then 'known' else 'linked' end;
end $$;
create function authz.note_authentication(agency uuid, at_issuer text, refusal text) returns void language sql security definer set search_path = '' as $$
  update authz.identity_provider p set last_used_at = case when refusal is null then now() else p.last_used_at end,
    last_refused_at = case when refusal is null then p.last_refused_at else now() end, last_refusal = coalesce(left(refusal, 80), p.last_refusal)
  where p.agency_id = agency and p.issuer = at_issuer
$$;

-- Where only the provider lets people in, another way does not begin a sign-in; administrators keep theirs for the day the provider is down,
-- and receivers of other organizations are not in the agency's directory.
create function authz.only_by_provider(agency uuid, staff uuid) returns text language sql stable security definer set search_path = '' as $$
  select p.label from authz.identity_provider p where p.agency_id = agency and p.standing = 'on' and p.passwords = 'administrators' and not authz.roles_of(agency, staff) && '{administrator,provider}'
$$;
drop function authz.start_sign_in(uuid, uuid, bytea, text, text);
-- `authenticated_at`: when a provider last asked the person who they are; unknown is never lately.
create function authz.start_sign_in(agency uuid, staff uuid, token_digest bytea, method text, device text, authenticated_at timestamptz default null) returns void language plpgsql security definer set search_path = '' as $$
begin
  if method not in ('oidc', 'demonstration') and authz.only_by_provider(agency, staff) is not null then
    raise exception using errcode = 'P0001', message = 'sign-in.only-by-provider';
  end if;
  insert into authz.sign_in (token_digest, agency_id, staff_id, method, device, stepped_up_at)
    values (token_digest, agency, staff, method, left(device, 200), case when method = 'oidc' then least(now(), coalesce(authenticated_at, 'epoch')) else now() end);
end $$;
-- The same sign-in goes on under a new token, the provider having asked again who it is.
create function authz.step_up_sign_in(replacement bytea, authenticated_at timestamptz) returns boolean language sql security definer set search_path = '' as $$
  with stepped as (update authz.sign_in i set token_digest = replacement, stepped_up_at = least(now(), authenticated_at)
    where i.agency_id = authz.agency() and i.staff_id = authz.staff() and i.id::text = (authz.context())[9] and i.ended_at is null returning 1)
  select exists (select from stepped)
$$;
-- How this sign-in came about, whether the person was asked for proof in the last five minutes (M11), and where they leave from.
create function authz.my_sign_in() returns table (method text, lately boolean, label text, agency_slug text) language sql stable security definer set search_path = '' as $$
  select i.method, i.stepped_up_at > now() - interval '5 minutes', p.label, a.slug from authz.sign_in i join public.agency a on a.agency_id = i.agency_id
  left join authz.identity_provider p on p.agency_id = i.agency_id and p.standing = 'on' and i.method = 'oidc'
  where i.agency_id = authz.agency() and i.staff_id = authz.staff() and i.id::text = (authz.context())[9]
$$;
reset role;
call house.let_authz_read('agency_key');

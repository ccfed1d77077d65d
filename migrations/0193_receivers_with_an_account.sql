-- Receivers with an account: a person of an organization of the directory signs in as staff do, and is then behind the receivers' door (flags
-- 32 and 64, as with a link): what was sent to that organization's services, while its link and its consent are alive, and nothing else.
alter table staff_role drop constraint staff_role_role_check;
alter table staff_role add constraint staff_role_role_check check (role in ('intake', 'caseManager', 'supervisor', 'quality', 'billing', 'administrator', 'provider'));

create table receiver_account (
  agency_id       uuid not null default authz.here(),
  staff_id        uuid not null,
  organization_id uuid not null,
  created_at      timestamptz not null default authz.clock(),
  created_by      uuid default authz.writer(),
  primary key (agency_id, staff_id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, organization_id) references directory_organization (agency_id, id)
);
create index receiver_account_by_organization on receiver_account (agency_id, organization_id);
call house.protect_append_only('receiver_account', 'agency');
create policy "an account is made by inviting" on receiver_account as restrictive for insert to continuum_app with check (false);
call house.let_authz_read('receiver_account');
grant insert on receiver_account to authz;
create policy authz_invites on receiver_account for insert to authz with check (true);
grant update (status, locale) on staff to authz;

set local role authz;
-- Whoever has this role has nothing else: no index of clients, no front door, no administration.
create or replace function authz.flags_of(roles text[]) returns int language sql immutable set search_path = '' as $$
  select case when roles && '{provider}' then 96 else
         (case when roles && '{intake,supervisor,quality}' then 2 else 0 end) | (case when roles && '{intake,supervisor,quality}' then 4 else 0 end)
       | (case when roles && '{administrator}' then 8 else 0 end) | (case when roles && '{quality}' then 16 else 0 end) end
$$;
-- Nor does a place on a team or an emergency open anything to them, should one ever be written: such a client is excluded, which is asked
-- wherever a client or a case is shown.
create or replace function authz.my_exclusions() returns setof uuid language plpgsql stable security definer rows 1 as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
begin
  if me[3] is null or me[3] = '' then return; end if;
  return query select e.client_id from public.exclusion e
    where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid and e.from_at <= at and (e.until_at is null or e.until_at > at);
  if (me[4]::int & 32) <> 0 then
    return query select c.client_id from public.case_team t join public.case_record c on c.agency_id = t.agency_id and c.id = t.case_id where t.agency_id = me[2]::uuid and t.staff_id = me[3]::uuid
      union all select e.client_id from public.emergency_access e where e.agency_id = me[2]::uuid and e.staff_id = me[3]::uuid;
  end if;
end $$;
create or replace function authz.is_privacy_officer() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.agency a where a.agency_id = authz.agency() and a.privacy_officer_id = authz.staff() and not authz.has(32))
$$;
create function authz.is_receiver(agency uuid, wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.receiver_account a where a.agency_id = agency and a.staff_id = wanted)
$$;

-- May a receiver still answer it? Asked at each knock, so that a consent withdrawn a second ago has ended it (INV-14).
create function authz.may_be_answered(r public.service_referral, at timestamptz, zone text) returns boolean language sql stable security definer set search_path = '' as $$
  select r.status in ('requested', 'accepted', 'in-progress', 'on-hold') and r.loop_closed_at is null and (r.intent <> 'inquiry' or r.status = 'requested')
    and (r.consent_id is null or authz.consent_holds(r.agency_id, r.consent_id, at, zone))
$$;
revoke all on function authz.may_be_answered from public;

create or replace function authz.enter_receiver(digest bytea) returns setof authz.entered language plpgsql security definer set search_path = '' as $$
declare
  l public.service_referral_link; r public.service_referral; a public.agency;
  clock timestamptz := coalesce((select f.at from authz.fixed_clock f), now());
begin
  select * into l from public.service_referral_link k where k.token_digest = digest;
  if not found or l.revoked_at is not null or l.expires_at <= clock then return; end if;
  select * into r from public.service_referral s where s.agency_id = l.agency_id and s.id = l.service_referral_id;
  select * into a from public.agency g where g.agency_id = l.agency_id;
  if not authz.may_be_answered(r, clock, a.time_zone) then return; end if;
  clock := authz.open(a.agency_id, null, 96, 0, null, l.id);
  return next row(null, a.agency_id, null, r.performer_name, '', '{}'::text[], a.locale, a.name, a.time_zone, clock,
    (clock at time zone a.time_zone)::date, a.idle_minutes, a.demonstration, null, null)::authz.entered;
end $$;

-- What a receiver has before them: behind a link the one referral that it is the key to, behind an account those sent to its organization's
-- services by a link that is alive; less the clients whom this person must not know. Nothing behind any other door.
create function authz.held_referrals() returns setof uuid language plpgsql stable security definer rows 10 set search_path = '' as $$
declare
  me text[] := authz.context();
  at timestamptz := coalesce(nullif(me[7], '')::timestamptz, now());
  zone text;
begin
  if me is null or (me[4]::int & 64) = 0 then return; end if;
  if me[3] = '' then
    return query select l.service_referral_id from public.service_referral_link l where l.agency_id = me[2]::uuid and l.id = nullif(me[9], '')::uuid;
    return;
  end if;
  select g.time_zone into zone from public.agency g where g.agency_id = me[2]::uuid;
  return query select r.id from public.receiver_account a
    join public.directory_service s on s.agency_id = a.agency_id and s.organization_id = a.organization_id
    join public.service_referral r on r.agency_id = s.agency_id and r.service_id = s.id
    where a.agency_id = me[2]::uuid and a.staff_id = me[3]::uuid and not r.client_id in (select authz.my_exclusions())
      and exists (select from public.service_referral_link l where l.agency_id = r.agency_id and l.service_referral_id = r.id and l.revoked_at is null and l.expires_at > at)
      -- What this transaction itself has just answered to its end stays in hand until it ends: the story and the tasks that follow are written now.
      and (authz.may_be_answered(r, at, zone) or r.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;
-- Who answers for its case now, so that what the receiver says reaches a person.
create function authz.owner_of_held(referral uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select t.staff_id from public.service_referral r join public.case_team t on t.agency_id = r.agency_id and t.case_id = r.case_id and t.role = 'primary' and t.until_at is null
  where r.agency_id = authz.agency() and r.id = referral and r.id in (select authz.held_referrals())
$$;

-- One's own account, told to whoever is signed in: staff and receivers.
create function authz.my_account() returns table (email text, idle_minutes integer, organization text) language sql stable security definer set search_path = '' as $$
  select s.email, a.idle_minutes, (select o.name from public.receiver_account k join public.directory_organization o on o.agency_id = k.agency_id and o.id = k.organization_id
      where k.agency_id = s.agency_id and k.staff_id = s.id)
  from public.staff s join public.agency a on a.agency_id = s.agency_id where s.agency_id = authz.agency() and s.id = authz.staff()
$$;
create function authz.set_my_locale(wanted text) returns void language sql security definer set search_path = '' as $$
  update public.staff set locale = wanted where agency_id = authz.agency() and id = authz.staff()
$$;

-- Administrators and supervisors let receivers in and end their accounts.
create function authz.lets_receivers_in() returns boolean language sql stable security definer set search_path = '' as $$
  select authz.has(8 | 1) or 'supervisor' = any (authz.my_roles())
$$;
create function authz.invite_receiver(account uuid, digest bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not authz.lets_receivers_in() or not authz.is_receiver(authz.agency(), account) then raise exception 'not yours to invite' using errcode = '42501'; end if;
  insert into authz.login (email_key, agency_id, staff_id) select lower(btrim(s.email)), s.agency_id, s.id from public.staff s where s.agency_id = authz.agency() and s.id = account
    on conflict (agency_id, staff_id) do nothing;
  insert into authz.invitation (token_digest, agency_id, staff_id) values (digest, authz.agency(), account);
end $$;
create function authz.add_receiver(account uuid, name text, email text, organization uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not authz.lets_receivers_in() then raise exception 'not yours to invite' using errcode = '42501'; end if;
  insert into public.staff (agency_id, id, name, email) values (authz.agency(), account, name, email);
  insert into public.receiver_account (agency_id, staff_id, organization_id) values (authz.agency(), account, organization);
  insert into public.staff_role (agency_id, staff_id, role) values (authz.agency(), account, 'provider');
end $$;
create function authz.end_receiver(account uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare ended boolean;
begin
  if not authz.lets_receivers_in() or not authz.is_receiver(authz.agency(), account) then raise exception 'not yours to end' using errcode = '42501'; end if;
  update public.staff s set status = 'inactive', version = s.version + 1 where s.agency_id = authz.agency() and s.id = account and s.status = 'active';
  ended := found;
  update authz.sign_in i set ended_at = now() where i.agency_id = authz.agency() and i.staff_id = account and i.ended_at is null;
  update authz.invitation i set used_at = now() where i.agency_id = authz.agency() and i.staff_id = account and i.used_at is null;
  return ended;
end $$;
-- Where to write that something waits: the accounts of the organization whose service was asked.
create function authz.receivers_of(referral uuid) returns table (staff_id uuid, email text) language sql stable security definer set search_path = '' as $$
  select s.id, s.email from public.service_referral r join public.directory_service d on d.agency_id = r.agency_id and d.id = r.service_id
    join public.receiver_account a on a.agency_id = d.agency_id and a.organization_id = d.organization_id
    join public.staff s on s.agency_id = a.agency_id and s.id = a.staff_id and s.status = 'active'
  where authz.has(1) and r.agency_id = authz.agency() and r.id = referral order by s.id
$$;
reset role;

alter policy "the receiver sees the referral in hand" on service_referral using (agency_id = (select authz.agency()) and id = any (array(select authz.held_referrals())));
alter policy "the receiver answers the referral in hand" on service_referral
  using (agency_id = (select authz.agency()) and id = any (array(select authz.held_referrals()))) with check (agency_id = (select authz.agency()) and id = any (array(select authz.held_referrals())));
alter policy "the receiver sees what was sent" on service_referral_sending using (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())));
alter policy "the receiver sees the steps" on service_referral_step using (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())));
alter policy "the receiver takes a step" on service_referral_step
  with check (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())) and actor = 'target' and told = 'by-link');
alter policy "the receiver reads the questions" on service_referral_message using (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())));
alter policy "the receiver asks a question" on service_referral_message
  with check (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())) and author = 'receiver');
alter policy "the receiver's no is counted" on unmet_need with check (agency_id = (select authz.agency()) and service_referral_id = any (array(select authz.held_referrals())));
alter policy "the receiver's answer enters the story" on case_event
  with check (agency_id = (select authz.agency()) and entity = 'service-referral' and entity_id = any (array(select authz.held_referrals())));
alter policy "the receiver's answer asks for what follows" on task
  with check (agency_id = (select authz.agency()) and about_type = 'service-referral' and about_id = any (array(select authz.held_referrals())));
drop function authz.held_owner();
drop function authz.held_referral();

-- An account of a receiver is nobody's colleague: no other role, no program, no case, no clearance.
create function house.a_receiver_is_no_colleague() returns trigger language plpgsql as $$
begin
  if authz.is_receiver(new.agency_id, new.staff_id) <> (tg_table_name = 'staff_role' and to_jsonb(new) ->> 'role' is not distinct from 'provider') then
    raise exception using errcode = 'P0001', message = 'receiver.is-no-colleague';
  end if;
  return new;
end $$;
create trigger a_receiver_is_no_colleague before insert or update on staff_role for each row execute function house.a_receiver_is_no_colleague();
create trigger a_receiver_is_no_colleague before insert on program_supervisor for each row execute function house.a_receiver_is_no_colleague();
create trigger a_receiver_is_no_colleague before insert on case_team for each row execute function house.a_receiver_is_no_colleague();
create trigger a_receiver_is_no_colleague before insert on staff_clearance for each row execute function house.a_receiver_is_no_colleague();

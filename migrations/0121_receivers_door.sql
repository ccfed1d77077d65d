-- The receiver's door: no account, one referral. The link opens a context of its own (flag 64, beside 32 of the public page) that names the link;
-- the policies below show it that one referral and nothing else. Whether it opens is decided at each knock, so a consent withdrawn a
-- second ago has ended it (INV-14).
call house.let_authz_read('service_referral');
call house.let_authz_read('service_referral_link');
call house.let_authz_read('consent');
call house.let_authz_read('consent_ending');

set local role authz;
-- The same sentence as standingOf in consents/consent.ts.
create function authz.consent_holds(agency uuid, consent uuid, at timestamptz, zone text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.consent c where c.agency_id = agency and c.id = consent and c.state = 'active' and c.effective_at <= at
      and (c.expires_on is null or c.expires_on >= (at at time zone zone)::date)
      and not exists (select from public.consent_ending e where e.agency_id = agency and e.consent_id = c.id and (e.kind = 'found-false' or e.at <= consent_holds.at))
      and not exists (select from public.consent s where s.agency_id = agency and s.supersedes_id = c.id and s.state = 'active' and s.effective_at <= at))
$$;
revoke all on function authz.consent_holds from public;

create function authz.enter_receiver(digest bytea) returns setof authz.entered language plpgsql security definer set search_path = '' as $$
declare
  l public.service_referral_link; r public.service_referral; a public.agency;
  clock timestamptz := coalesce((select f.at from authz.fixed_clock f), now());
begin
  select * into l from public.service_referral_link k where k.token_digest = digest;
  if not found or l.revoked_at is not null or l.expires_at <= clock then return; end if;
  select * into r from public.service_referral s where s.agency_id = l.agency_id and s.id = l.service_referral_id;
  if r.status not in ('requested', 'accepted', 'in-progress', 'on-hold') or r.loop_closed_at is not null or (r.intent = 'inquiry' and r.status <> 'requested') then return; end if;
  select * into a from public.agency g where g.agency_id = l.agency_id;
  if r.consent_id is not null and not authz.consent_holds(l.agency_id, r.consent_id, clock, a.time_zone) then return; end if;
  clock := authz.open(a.agency_id, null, 96, 0, null, l.id);
  return next row(null, a.agency_id, null, r.performer_name, '', '{}'::text[], a.locale, a.name, a.time_zone, clock,
    (clock at time zone a.time_zone)::date, a.idle_minutes, a.demonstration, null, null)::authz.entered;
end $$;

-- The referral the open link is the key to; null behind every other door.
create function authz.held_referral() returns uuid language sql stable security definer set search_path = '' as $$
  select l.service_referral_id from public.service_referral_link l where authz.has(64) and l.agency_id = authz.agency() and l.id = nullif((authz.context())[9], '')::uuid
$$;
-- Who answers for its case now, so that what the receiver says reaches a person.
create function authz.held_owner() returns uuid language sql stable security definer set search_path = '' as $$
  select t.staff_id from public.service_referral r join public.case_team t on t.agency_id = r.agency_id and t.case_id = r.case_id and t.role = 'primary' and t.until_at is null
  where r.agency_id = authz.agency() and r.id = authz.held_referral()
$$;
reset role;

create policy "the receiver sees the referral in hand" on service_referral for select to continuum_app using (agency_id = (select authz.agency()) and id = (select authz.held_referral()));
create policy "the receiver answers the referral in hand" on service_referral for update to continuum_app
  using (agency_id = (select authz.agency()) and id = (select authz.held_referral())) with check (agency_id = (select authz.agency()) and id = (select authz.held_referral()));
create policy "the receiver sees what was sent" on service_referral_sending for select to continuum_app using (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()));
create policy "the receiver sees the steps" on service_referral_step for select to continuum_app using (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()));
create policy "the receiver takes a step" on service_referral_step for insert to continuum_app
  with check (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()) and actor = 'target' and told = 'by-link');
create policy "the receiver reads the questions" on service_referral_message for select to continuum_app using (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()));
create policy "the receiver asks a question" on service_referral_message for insert to continuum_app
  with check (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()) and author = 'receiver');
create policy "the receiver's no is counted" on unmet_need for insert to continuum_app
  with check (agency_id = (select authz.agency()) and service_referral_id = (select authz.held_referral()));
create policy "the receiver's answer enters the story" on case_event for insert to continuum_app
  with check (agency_id = (select authz.agency()) and entity = 'service-referral' and entity_id = (select authz.held_referral()));
create policy "the receiver's answer asks for what follows" on task for insert to continuum_app
  with check (agency_id = (select authz.agency()) and about_type = 'service-referral' and about_id = (select authz.held_referral()));

-- What the receiver reports is not yet an outcome: only we record that the client got there and whether the need was met (INV-37).
create function house.only_we_close_the_loop() returns trigger language plpgsql as $$
begin
  if (select authz.has(64)) and (new.client_reached, new.need_met, new.loop_closed_at, new.warm_handoff_on) is distinct from (old.client_reached, old.need_met, old.loop_closed_at, old.warm_handoff_on) then
    raise exception using errcode = 'P0001', message = 'service-referral.only-we-close-the-loop';
  end if;
  return new;
end $$;
create trigger only_we_close_the_loop before update on service_referral for each row execute function house.only_we_close_the_loop();

-- Service referrals: what we asked another service to do for a client, what left the record for it and on what ground, what came back, and
-- whether the need was met. The states and who may set which repeat state.ts for every other writer.
create table service_referral (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  client_id   uuid not null,
  intent      text not null default 'referral' check (intent in ('referral', 'inquiry')),
  status      text not null default 'draft' check (status in ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
  reason_code text,
  reason      text,
  performer_kind text not null check (performer_kind in ('service', 'organization', 'support')),
  service_at_location_id uuid,
  service_id  uuid,
  support_member_id uuid,
  performer_name  text not null check (length(btrim(performer_name)) between 1 and 200),
  performer_email text not null default '' check (length(performer_email) <= 200),
  performer_phone text not null default '' check (length(performer_phone) <= 60),
  service_type text not null,
  need_id     uuid,
  goal_id     uuid,
  priority    text not null default 'routine' check (priority in ('routine', 'urgent')),
  request     text not null default '' check (length(request) <= 2000),
  items       text[] not null default '{}' check (items <@ array['name', 'contact', 'language', 'pronouns', 'birth-date', 'address', 'need', 'goal']),
  basis       jsonb,
  consent_id  uuid,
  capacity    text check (capacity in ('has-capacity', 'no-capacity', 'waitlist', 'assess-first')),
  requested_at timestamptz, requested_on date,
  answered_at timestamptz, answered_on date,
  accepted_at timestamptz, started_at timestamptz, held_at timestamptz, ended_at timestamptz,
  appointment_at timestamptz,
  appointment_note text not null default '' check (length(appointment_note) <= 500),
  warm_handoff_on date,
  warm_handoff_note text not null default '' check (length(warm_handoff_note) <= 1000),
  enrollment_state text check (enrollment_state in ('enrolled', 'not-enrolled', 'waitlisted')),
  enrollment_from date, enrollment_until date,
  client_reached text check (client_reached in ('yes', 'no', 'unknown')),
  reached_on  date,
  service_received text not null default '' check (length(service_received) <= 500),
  need_met    text check (need_met in ('met', 'partly', 'not-met', 'unknown')),
  not_met_reason text,
  client_experience text not null default '' check (length(client_experience) <= 1000),
  loop_closed_at timestamptz, loop_closed_on date, loop_closed_by uuid,
  county      text, zip3 text check (zip3 ~ '^\d{3}$'), language text,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id, need_id) references need (agency_id, case_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  foreign key (agency_id, support_member_id, client_id) references support_member (agency_id, id, client_id),
  foreign key (agency_id, consent_id, client_id) references consent (agency_id, id, client_id),
  foreign key (agency_id, loop_closed_by) references staff (agency_id, id),
  constraint service_referrals_are_known_within_their_case unique (agency_id, id, case_id),
  constraint a_performer_is_of_its_kind check (
    (performer_kind = 'service') = (service_id is not null) and (performer_kind = 'support') = (support_member_id is not null) and (service_at_location_id is null or service_id is not null)),
  constraint sent_means_when check ((status in ('draft', 'entered-in-error')) or (requested_at is not null and requested_on is not null)),
  constraint an_identifiable_referral_names_its_basis check (requested_at is null or intent = 'inquiry' or basis is not null),
  constraint an_inquiry_carries_no_identity check (intent <> 'inquiry' or (items = '{}' and basis is null and consent_id is null)),
  constraint some_ends_say_why check (status not in ('rejected', 'on-hold', 'failed', 'cancelled') or (reason_code is not null and (reason_code <> 'other' or length(btrim(coalesce(reason, ''))) > 0))),
  constraint a_closed_loop_has_both_outcomes check (
    (loop_closed_at is null) = (client_reached is null) and (loop_closed_at is null) = (need_met is null) and (loop_closed_at is null) = (loop_closed_by is null) and (loop_closed_at is null) = (loop_closed_on is null)),
  constraint an_unmet_need_says_why check (need_met is null or (need_met in ('not-met', 'partly')) = (not_met_reason is not null)),
  constraint an_inquiry_has_no_outcome check (intent <> 'inquiry' or loop_closed_at is null),
  constraint reached_on_a_day check (reached_on is null or client_reached = 'yes')
);
create index service_referral_by_case on service_referral (agency_id, case_id, requested_on desc);
create index service_referral_by_client on service_referral (agency_id, client_id);
create index service_referral_waiting on service_referral (agency_id, requested_on) where loop_closed_at is null and status not in ('draft', 'entered-in-error');
create index service_referral_by_service on service_referral (agency_id, service_id) where service_id is not null;
call house.protect('service_referral', 'case');

-- Every change of state: from what to what, which side, who wrote it down. Written first; the state follows it.
create table service_referral_step (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  service_referral_id uuid not null,
  version     integer not null,
  from_status text not null,
  to_status   text not null,
  actor       text not null check (actor in ('requester', 'target')),
  told        text not null check (told in ('here', 'by-link', 'to-us')),
  reason_code text,
  reason      text check (length(reason) <= 1000),
  at          timestamptz not null default authz.clock(),
  created_by  uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_referral_id, case_id) references service_referral (agency_id, id, case_id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  constraint one_step_for_each_version unique (agency_id, service_referral_id, version),
  constraint each_side_sets_its_states check ((actor, from_status, to_status) in (
    ('requester', 'draft', 'requested'), ('requester', 'draft', 'entered-in-error'),
    ('requester', 'requested', 'cancelled'), ('requester', 'requested', 'entered-in-error'),
    ('requester', 'accepted', 'cancelled'), ('requester', 'accepted', 'entered-in-error'),
    ('requester', 'in-progress', 'cancelled'), ('requester', 'in-progress', 'entered-in-error'),
    ('requester', 'on-hold', 'cancelled'), ('requester', 'on-hold', 'entered-in-error'),
    ('requester', 'rejected', 'entered-in-error'), ('requester', 'completed', 'entered-in-error'), ('requester', 'failed', 'entered-in-error'), ('requester', 'cancelled', 'entered-in-error'),
    ('target', 'requested', 'accepted'), ('target', 'requested', 'rejected'), ('target', 'requested', 'cancelled'),
    ('target', 'accepted', 'in-progress'), ('target', 'accepted', 'on-hold'), ('target', 'accepted', 'completed'), ('target', 'accepted', 'failed'), ('target', 'accepted', 'cancelled'),
    ('target', 'in-progress', 'on-hold'), ('target', 'in-progress', 'completed'), ('target', 'in-progress', 'failed'), ('target', 'in-progress', 'cancelled'),
    ('target', 'on-hold', 'in-progress'), ('target', 'on-hold', 'completed'), ('target', 'on-hold', 'failed'), ('target', 'on-hold', 'cancelled'))),
  constraint only_the_receiver_answers_by_link check (told <> 'by-link' or actor = 'target')
);
create index service_referral_step_by_case on service_referral_step (agency_id, case_id);
call house.protect_append_only('service_referral_step', 'case');

create function house.service_referral_follows_its_steps() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then raise exception using errcode = 'P0001', message = 'service-referral.begins-as-draft'; end if;
    return new;
  end if;
  if new.status <> old.status and not exists (select from service_referral_step s where s.agency_id = new.agency_id and s.service_referral_id = new.id
      and s.version = new.version and s.from_status = old.status and s.to_status = new.status) then
    raise exception using errcode = 'P0001', message = 'service-referral.state-needs-a-step';
  end if;
  if old.status <> 'draft' and (new.case_id, new.client_id, new.intent, new.performer_kind, new.service_at_location_id, new.service_id, new.support_member_id, new.performer_name, new.service_type,
      new.need_id, new.goal_id, new.request, new.items, new.basis, new.consent_id, new.requested_at, new.requested_on, new.county, new.zip3, new.language)
     is distinct from (old.case_id, old.client_id, old.intent, old.performer_kind, old.service_at_location_id, old.service_id, old.support_member_id, old.performer_name, old.service_type,
      old.need_id, old.goal_id, old.request, old.items, old.basis, old.consent_id, old.requested_at, old.requested_on, old.county, old.zip3, old.language) then
    raise exception using errcode = 'P0001', message = 'service-referral.sent-is-immutable';
  end if;
  if old.loop_closed_at is not null then raise exception using errcode = 'P0001', message = 'service-referral.closed-loop-is-immutable'; end if;
  return new;
end $$;
create trigger follows_its_steps before insert or update on service_referral for each row execute function house.service_referral_follows_its_steps();

-- What left, to whom, how and on what ground: the disclosure (INV-15), with the package exactly as the receiver sees it.
create table service_referral_sending (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  client_id   uuid not null,
  service_referral_id uuid not null,
  intent      text not null,
  way         text not null check (way in ('link-email', 'link-printed', 'phone', 'fax', 'letter', 'in-person')),
  sent_to     text not null check (length(btrim(sent_to)) > 0),
  basis       jsonb,
  consent_id  uuid,
  items       text[] not null,
  package     jsonb not null,
  digest      bytea not null check (length(digest) = 32),
  at          timestamptz not null default authz.clock(),
  created_by  uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_referral_id, case_id) references service_referral (agency_id, id, case_id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, consent_id, client_id) references consent (agency_id, id, client_id),
  constraint a_disclosure_names_its_legal_basis check (case intent when 'inquiry' then basis is null and items = '{}' and package ->> 'person' is null else basis is not null end),
  constraint an_authorization_is_named check ((basis ->> 'ground' = 'authorization') is not true or consent_id is not null)
);
create index service_referral_sending_by_case on service_referral_sending (agency_id, case_id);
create index service_referral_sending_by_client on service_referral_sending (agency_id, client_id, at);
create index service_referral_sending_by_referral on service_referral_sending (agency_id, service_referral_id, at);
call house.protect_append_only('service_referral_sending', 'case');

-- The receiver's key to one referral. Only the digest is kept; a link that is to be mailed has none until the job makes it.
create table service_referral_link (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  service_referral_id uuid not null,
  sending_id  uuid not null,
  token_digest bytea check (length(token_digest) = 32),
  expires_at  timestamptz not null,
  mailed_at   timestamptz,
  revoked_at  timestamptz,
  revoked_because text check (length(btrim(revoked_because)) > 0),
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_referral_id, case_id) references service_referral (agency_id, id, case_id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, sending_id) references service_referral_sending (agency_id, id),
  constraint a_revocation_says_why check ((revoked_at is null) = (revoked_because is null)),
  constraint a_link_ends check (expires_at <= created_at + interval '90 days'),
  constraint tokens_are_used_once unique (agency_id, token_digest)
);
create index service_referral_link_by_token on service_referral_link (token_digest) where token_digest is not null;
create index service_referral_link_by_case on service_referral_link (agency_id, case_id);
create index service_referral_link_by_referral on service_referral_link (agency_id, service_referral_id);
call house.protect('service_referral_link', 'case');

-- Questions and answers between the receiver and us.
create table service_referral_message (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  service_referral_id uuid not null,
  author      text not null check (author in ('receiver', 'us')),
  words       text not null check (length(btrim(words)) between 1 and 2000),
  at          timestamptz not null default authz.clock(),
  created_by  uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_referral_id, case_id) references service_referral (agency_id, id, case_id),
  foreign key (agency_id, case_id) references case_record (agency_id, id)
);
create index service_referral_message_by_case on service_referral_message (agency_id, case_id);
create index service_referral_message_by_referral on service_referral_message (agency_id, service_referral_id, at);
call house.protect_append_only('service_referral_message', 'case');

-- What could not be met: need, kind of service, place (never an address), reason, day (INV-38).
create table unmet_need (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  client_id   uuid not null,
  need_id     uuid,
  service_referral_id uuid,
  service_type text not null,
  reason_code text not null,
  note        text not null default '' check (length(note) <= 1000),
  county      text,
  zip3        text check (zip3 ~ '^\d{3}$'),
  language    text,
  on_date     date not null,
  recorded_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id, need_id) references need (agency_id, case_id, id),
  foreign key (agency_id, service_referral_id, case_id) references service_referral (agency_id, id, case_id),
  constraint one_unmet_need_for_a_referral unique (agency_id, service_referral_id)
);
create index unmet_need_by_case on unmet_need (agency_id, case_id);
create index unmet_need_by_client on unmet_need (agency_id, client_id);
create index unmet_need_by_day on unmet_need (agency_id, on_date, service_type);
call house.protect_append_only('unmet_need', 'case');

-- Tasks of these rules may be asked.
do $$
declare known text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'task'::regclass and conname = 'task_rule_check');
begin
  alter table task drop constraint task_rule_check;
  execute 'alter table task add constraint task_rule_check ' || replace(known, 'ARRAY[', 'ARRAY[''service-answer''::text, ''service-appointment''::text, ''service-loop''::text, ''service-declined''::text, ''service-question''::text, ');
end $$;

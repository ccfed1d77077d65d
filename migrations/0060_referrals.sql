-- Referrals in: who is sent to us, by whom, why, and what the front door decided (practice-model 3.2). The checks repeat the
-- rules of referral.ts and decision.ts, so that no other writer can leave a referral the product cannot explain.
create table referral (
  agency_id      uuid not null default authz.here(),
  id             uuid not null,
  status         text not null default 'received' check (status in ('received', 'triaged', 'info_requested', 'waitlisted', 'accepted', 'redirected', 'declined', 'withdrawn', 'duplicate')),
  channel        text not null check (channel in ('phone', 'email', 'fax', 'letter', 'in-person', 'portal', 'self-referral', 'fhir')),
  received_on    date not null,
  received_at    timestamptz not null default authz.clock(),

  source_kind    text check (source_kind in ('self', 'family', 'adjuster', 'health-plan', 'hospital', 'physician', 'employer', 'attorney', 'community-agency', 'school', 'court', 'other')),
  source_organization text, source_person text, source_phone text, source_email text, source_fax text, source_address text,

  given_name     text, family_name text, preferred_name text, pseudonym text,
  birth_date     date,
  birth_date_precision text not null default 'unknown' check (birth_date_precision in ('day', 'month', 'year', 'unknown')),
  deceased_on    date,
  pronouns       text,
  spoken_language text,
  interpreter    text not null default 'unknown' check (interpreter in ('unknown', 'not-needed', 'needed', 'preferred')),
  person_details jsonb not null default '{}',
  safe_contact   text not null default 'not-asked' check (safe_contact in ('not-asked', 'no-restriction', 'required')),
  safe_contact_note text,

  reason         text, questions text,
  urgency        text check (urgency in ('routine', 'soon', 'urgent-safety')),
  danger         text check (danger in ('suicide-risk', 'abuse', 'no-shelter-tonight', 'medical-danger', 'other-danger')),
  safety_done    text,
  program_id     uuid,
  scope_asked    text,
  funding        text not null default 'not-known' check (funding in ('workers-compensation', 'health-plan', 'medicaid', 'medicare', 'grant', 'self-pay', 'none-needed', 'not-known')),
  payer          text, member_id text, claim_number text, injured_on date, employer text, authorized_services text,
  authorized_minutes integer check (authorized_minutes > 0),
  authorization_ends_on date,
  background     jsonb not null default '[]',

  information_question text, information_asked_of text check (information_asked_of in ('source', 'client', 'somebody-else')), information_due_on date,
  review_on      date,
  decision_reason text, decision_note text, decided_on date,
  alternatives   text, told_on date, not_told_because text,
  handoff_organization text, handoff_person text, handoff_how text, handoff_kind text check (handoff_kind in ('live-introduction', 'call-ahead', 'written')),
  handed_over_on date, handoff_basis text check (handoff_basis in ('client-agreed', 'nothing-identifying-shared')),
  withdrawn_by   text check (withdrawn_by in ('source', 'client')),
  duplicate_of_referral_id uuid, duplicate_of_client_id uuid, duplicate_of_case_id uuid,
  client_id      uuid, case_id uuid,

  version        integer not null default 1,
  created_at     timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at     timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, program_id) references program (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, duplicate_of_referral_id) references referral (agency_id, id),
  foreign key (agency_id, duplicate_of_client_id) references client (agency_id, id),
  foreign key (agency_id, duplicate_of_case_id) references case_record (agency_id, id),
  constraint a_referral_names_somebody check (num_nonnulls(given_name, family_name, pseudonym) > 0),
  constraint a_birth_date_says_how_exact_it_is check ((birth_date is null) = (birth_date_precision = 'unknown')),
  constraint an_urgent_referral_names_the_danger check ((urgency is not distinct from 'urgent-safety') = (danger is not null)),
  constraint a_triaged_referral_has_an_urgency check (status in ('received', 'withdrawn', 'duplicate') or urgency is not null),
  constraint a_triaged_danger_was_acted_on check (status in ('received', 'withdrawn', 'duplicate') or danger is null or safety_done is not null),
  constraint an_urgent_need_does_not_wait_on_a_list check (status <> 'waitlisted' or urgency <> 'urgent-safety'),
  constraint a_waitlisted_referral_has_a_review_day check (status <> 'waitlisted' or (review_on is not null and decision_reason is not null)),
  constraint asked_information_has_a_question_and_a_day check (status <> 'info_requested' or num_nulls(information_question, information_asked_of, information_due_on) = 0),
  constraint an_accepted_referral_has_its_client_and_case check ((status = 'accepted') = (case_id is not null) and (case_id is null) = (client_id is null)),
  constraint an_accepted_referral_has_its_minimum_dataset check (status <> 'accepted' or (
    source_kind is not null and safe_contact <> 'not-asked' and coalesce(reason, questions) is not null and urgency is not null
    and program_id is not null and scope_asked is not null and funding <> 'not-known' and deceased_on is null)),
  constraint compensation_names_claim_services_and_hours check (status <> 'accepted' or funding <> 'workers-compensation'
    or num_nulls(claim_number, authorized_services, authorized_minutes) = 0),
  constraint a_declined_referral_says_why_and_what_else check (status <> 'declined' or (num_nulls(decision_reason, decision_note, alternatives) = 0
    and num_nonnulls(told_on, not_told_because) = 1)),
  constraint a_redirected_referral_was_handed_over check (status <> 'redirected' or num_nulls(decision_reason, handoff_organization, handoff_person, handoff_how, handoff_kind, handed_over_on, handoff_basis) = 0),
  constraint a_withdrawn_referral_says_who_and_why check (status <> 'withdrawn' or num_nulls(withdrawn_by, decision_reason) = 0),
  constraint a_duplicate_points_to_one_other check ((status = 'duplicate') = (num_nonnulls(duplicate_of_referral_id, duplicate_of_client_id, duplicate_of_case_id) > 0)
    and num_nonnulls(duplicate_of_referral_id, duplicate_of_client_id, duplicate_of_case_id) <= 1),
  constraint a_referral_is_not_its_own_duplicate check (duplicate_of_referral_id is distinct from id)
);
create index referral_open on referral (agency_id, received_on, id) where status in ('received', 'triaged', 'info_requested', 'waitlisted');
create index referral_decided on referral (agency_id, decided_on desc, id) where decided_on is not null;
create index referral_by_birth_date on referral (agency_id, birth_date) where birth_date is not null;
create index referral_by_family_name on referral (agency_id, lower(family_name)) where family_name is not null;
create index referral_by_claim on referral (agency_id, claim_number) where claim_number is not null;
create index referral_by_client on referral (agency_id, client_id) where client_id is not null;
create unique index a_case_comes_from_one_referral on referral (agency_id, case_id) where case_id is not null;
call house.protect('referral', 'referral');

-- Only the steps of 3.2; what is decided stays decided.
create function house.referral_takes_its_steps() returns trigger language plpgsql as $$
begin
  if old.status in ('accepted', 'redirected', 'declined', 'withdrawn', 'duplicate') then
    raise exception using errcode = 'P0001', message = 'referral.decided-is-final';
  end if;
  if new.received_on is distinct from old.received_on and new.status <> old.status then
    raise exception using errcode = 'P0001', message = 'referral.day-is-not-changed-by-a-decision';
  end if;
  if new.status <> old.status and not (case old.status
    when 'received' then new.status in ('triaged', 'withdrawn', 'duplicate')
    when 'triaged' then new.status in ('accepted', 'info_requested', 'waitlisted', 'redirected', 'declined', 'withdrawn', 'duplicate')
    else new.status in ('triaged', 'withdrawn', 'duplicate') end) then
    raise exception using errcode = 'P0001', message = 'referral.not-open-to-that';
  end if;
  return new;
end $$;
create trigger takes_its_steps before update on referral for each row execute function house.referral_takes_its_steps();

-- The published view of a program, for lists and rules of other capabilities.
create or replace view program_label with (security_invoker = true) as
  select agency_id, id, name, kind, client_label, jurisdiction, status from program;
grant select on program_label to continuum_app;

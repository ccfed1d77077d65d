-- Attempts to reach a person before engagement (U4), levels of acuity with their reasons, and transfers that move accountability only when accepted.
create table case_outreach (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  channel    text not null check (channel in ('phone', 'video', 'text', 'email', 'letter', 'portal', 'visit', 'in-person', 'other')),
  at         timestamptz not null,
  result     text not null check (result in ('reached', 'no-answer', 'left-message', 'spoke-with-other', 'wrong-contact', 'not-home', 'undeliverable', 'declined')),
  contact_id uuid,
  staff_id   uuid default authz.writer(),
  recorded_at timestamptz not null default authz.clock(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  constraint an_attempt_is_not_in_the_future check (at <= recorded_at + interval '5 minutes')
);
create index outreach_of_a_case on case_outreach (agency_id, case_id, at);
create unique index one_attempt_per_contact on case_outreach (agency_id, contact_id) where contact_id is not null;
call house.protect_append_only('case_outreach', 'case');

create table case_acuity (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  level      integer not null check (level between 1 and 4),
  why        text not null check (length(btrim(why)) > 0),
  staff_id   uuid default authz.writer(),
  recorded_at timestamptz not null default authz.clock(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id)
);
create index acuity_of_a_case on case_acuity (agency_id, case_id, recorded_at desc);
call house.protect_append_only('case_acuity', 'case');

create table case_transfer (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  from_staff_id uuid not null,
  to_staff_id   uuid not null,
  reason        text not null check (length(btrim(reason)) > 0),
  summary       text not null check (length(btrim(summary)) > 0),
  open_dues     jsonb not null default '[]',
  client_told_on date,
  review_member_id uuid,
  status        text not null default 'requested' check (status in ('requested', 'accepted', 'declined', 'withdrawn')),
  requested_at  timestamptz not null default authz.clock(),
  requested_by  uuid not null default authz.writer(),
  decided_at    timestamptz,
  decided_by    uuid,
  decision_note text,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, from_staff_id) references staff (agency_id, id),
  foreign key (agency_id, to_staff_id) references staff (agency_id, id),
  foreign key (agency_id, review_member_id) references case_team (agency_id, id),
  constraint a_case_is_not_passed_to_its_own_manager check (from_staff_id <> to_staff_id),
  constraint an_answer_has_an_instant_and_a_person check ((status = 'requested') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint only_the_receiver_accepts check (status not in ('accepted', 'declined') or decided_by = to_staff_id),
  constraint a_decline_says_why check (status <> 'declined' or length(btrim(decision_note)) > 0)
);
create unique index one_transfer_at_a_time on case_transfer (agency_id, case_id) where status = 'requested';
create index transfers_of_a_case on case_transfer (agency_id, case_id, requested_at);
call house.protect('case_transfer', 'case');
create function house.answered_transfer_stays() returns trigger language plpgsql as $$
begin
  if old.status <> 'requested' or (new.case_id, new.from_staff_id, new.to_staff_id, new.reason, new.summary, new.open_dues) is distinct from
     (old.case_id, old.from_staff_id, old.to_staff_id, old.reason, old.summary, old.open_dues) then
    raise exception using errcode = 'P0001', message = 'case-transfer.is-immutable';
  end if;
  return new;
end $$;
create trigger answered_transfer_stays before update on case_transfer for each row execute function house.answered_transfer_stays();

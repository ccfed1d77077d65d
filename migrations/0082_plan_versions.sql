-- The plan: its working text, its immutable versions, how each was agreed, signed off and given to the client.
create table plan (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  narrative     jsonb not null default '{}' check (jsonb_typeof(narrative) = 'object'),
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  constraint a_case_has_one_working_plan unique (agency_id, case_id)
);
call house.protect('plan', 'case');

create table plan_version (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  enrollment_id uuid not null,
  number        integer not null check (number >= 1),
  status        text not null default 'proposed' check (status in ('proposed', 'active', 'superseded', 'withdrawn')),
  content       jsonb not null check (jsonb_typeof(content) = 'object'),
  assessment_id uuid not null,
  language      text not null default 'en' check (length(language) between 2 and 35),
  participation text not null check (participation in ('took-part', 'through-representative', 'declined-to-take-part')),
  proposed_on   date not null,
  proposed_by   uuid default authz.writer(),
  signature_id  uuid,
  agreed_on     date,
  ended_on      date,
  ended_because text,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, enrollment_id) references enrollment (agency_id, id),
  constraint plan_versions_are_known_within_their_case unique (agency_id, case_id, id),
  constraint plan_versions_are_numbered_once unique (agency_id, case_id, number),
  constraint plans_in_force_are_signed_refused_or_agreed_verbally check
    (status in ('proposed', 'withdrawn') or (signature_id is not null and agreed_on is not null)),
  constraint ended_versions_say_when check ((status in ('superseded', 'withdrawn')) = (ended_on is not null))
);
create unique index only_one_plan_is_active on plan_version (agency_id, enrollment_id) where status = 'active';
create unique index only_one_plan_is_proposed on plan_version (agency_id, enrollment_id) where status = 'proposed';
create index plan_version_by_case on plan_version (agency_id, case_id, number desc);
call house.protect('plan_version', 'case');

-- The enrollment of a version is its case's, whatever the writer says.
create function house.plans_belong_to_the_enrollment() returns trigger language plpgsql as $$
begin
  select c.enrollment_id into new.enrollment_id from case_record c where c.agency_id = new.agency_id and c.id = new.case_id;
  return new;
end $$;
create trigger plans_belong_to_the_enrollment before insert on plan_version for each row execute function house.plans_belong_to_the_enrollment();

-- INV-29: what a version says never changes; it only moves proposed → active → superseded, or proposed → withdrawn.
create function house.plan_versions_are_immutable() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.enrollment_id, new.number, new.content, new.assessment_id, new.language, new.participation, new.proposed_on, new.proposed_by)
      is distinct from (old.case_id, old.enrollment_id, old.number, old.content, old.assessment_id, old.language, old.participation, old.proposed_on, old.proposed_by)
    or (old.agreed_on is not null and new.agreed_on is distinct from old.agreed_on)
    or (new.status <> old.status and (old.status, new.status) not in (('proposed', 'active'), ('proposed', 'withdrawn'), ('active', 'superseded')))
    or old.status in ('superseded', 'withdrawn') then
    raise exception using errcode = 'P0001', message = 'plan.version-is-immutable';
  end if;
  return new;
end $$;
create trigger plan_versions_are_immutable before update on plan_version for each row execute function house.plan_versions_are_immutable();

create table plan_signature (
  agency_id       uuid not null default authz.here(),
  id              uuid not null,
  case_id         uuid not null,
  plan_version_id uuid not null,
  kind            text not null check (kind in ('signed', 'refused', 'verbal')),
  signed_by       text not null check (signed_by in ('client', 'representative')),
  name            text not null default '',
  method          text not null check (method in ('on-screen', 'on-paper', 'by-phone', 'in-person')),
  language        text not null check (length(language) between 2 and 35),
  interpreter     text not null default '',
  reason          text not null default '',
  given_on        date not null,
  expires_on      date,
  recorded_at     timestamptz not null default authz.clock(),
  recorded_by     uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, plan_version_id) references plan_version (agency_id, case_id, id),
  constraint signatures_are_known_within_their_version unique (agency_id, plan_version_id, id),
  constraint signatures_name_the_signer check (btrim(name) <> '' or (kind = 'refused' and signed_by = 'client')),
  constraint refusals_say_why check (kind <> 'refused' or btrim(reason) <> ''),
  constraint verbal_agreements_expire_within_thirty_days check
    ((kind = 'verbal') = (expires_on is not null) and (expires_on is null or expires_on between given_on + 1 and given_on + 30))
);
create index plan_signature_by_version on plan_signature (agency_id, plan_version_id);
create index plan_signature_by_case on plan_signature (agency_id, case_id);
call house.protect_append_only('plan_signature', 'case');
alter table plan_version add constraint a_version_is_agreed_by_its_own_signature
  foreign key (agency_id, id, signature_id) references plan_signature (agency_id, plan_version_id, id);

create table plan_sign_off (
  agency_id       uuid not null default authz.here(),
  id              uuid not null,
  case_id         uuid not null,
  plan_version_id uuid not null,
  decision        text not null check (decision in ('approved', 'returned')),
  comment         text not null default '',
  decided_on      date not null,
  decided_by      uuid not null default authz.writer(),
  recorded_at     timestamptz not null default authz.clock(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, plan_version_id) references plan_version (agency_id, case_id, id),
  foreign key (agency_id, decided_by) references staff (agency_id, id),
  constraint returned_plans_say_what_to_change check (decision <> 'returned' or btrim(comment) <> '')
);
create index plan_sign_off_by_case on plan_sign_off (agency_id, case_id);
call house.protect_append_only('plan_sign_off', 'case');

create table plan_copy (
  agency_id       uuid not null default authz.here(),
  id              uuid not null,
  case_id         uuid not null,
  plan_version_id uuid not null,
  given_to        text not null check (length(btrim(given_to)) between 1 and 200),
  language        text not null check (length(language) between 2 and 35),
  method          text not null check (method in ('handed-over', 'mailed', 'emailed', 'read-aloud')),
  given_on        date not null,
  recorded_at     timestamptz not null default authz.clock(),
  recorded_by     uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, plan_version_id) references plan_version (agency_id, case_id, id)
);
create index plan_copy_by_case on plan_copy (agency_id, case_id);
call house.protect_append_only('plan_copy', 'case');

-- Licences and certifications of staff, with state, number and expiry: a case is answered for only by somebody whose
-- credential is valid on that day for that place (INV-08, INV-09).
create table credential (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  staff_id    uuid not null,
  kind        text not null check (kind in ('licence', 'certification')),
  title       text not null check (length(btrim(title)) between 2 and 120),
  -- Where it is valid: a state or territory; null is everywhere. A compact licence names the other states.
  jurisdiction text check (jurisdiction ~ '^[A-Z]{2}$'),
  also_valid_in text[] not null default '{}',
  number      text not null check (length(btrim(number)) between 1 and 60),
  issued_on   date,
  expires_on  date,
  verified_on date,
  verified_by uuid,
  withdrawn_on date,
  withdrawal_reason text,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, verified_by) references staff (agency_id, id),
  constraint a_licence_names_its_state check (kind <> 'licence' or jurisdiction is not null),
  constraint a_licence_expires check (kind <> 'licence' or expires_on is not null),
  constraint a_credential_expires_after_it_was_issued check (expires_on is null or issued_on is null or expires_on > issued_on),
  constraint a_verification_names_who_and_when check ((verified_on is null) = (verified_by is null)),
  constraint nobody_verifies_their_own_credential check (verified_by is distinct from staff_id),
  constraint a_withdrawal_has_a_day_and_a_reason check ((withdrawn_on is null) = (withdrawal_reason is null) and length(btrim(coalesce(withdrawal_reason, 'none'))) > 0),
  constraint a_state_is_written_once_in_also_valid_in check (jurisdiction is null or not jurisdiction = any (also_valid_in)),
  constraint also_valid_in_names_states check (array_to_string(also_valid_in, ',') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$')
);
create unique index one_credential_of_a_number on credential (agency_id, coalesce(jurisdiction, ''), lower(title), lower(number)) where withdrawn_on is null;
create index credential_by_staff on credential (agency_id, staff_id, expires_on);
create index credential_by_expiry on credential (agency_id, expires_on) where withdrawn_on is null;
call house.protect('credential', 'admin');

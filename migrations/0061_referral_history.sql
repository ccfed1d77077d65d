-- What became of a referral, step by step; what was answered to those who refer; and what an electronic record brought.
create table referral_step (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  referral_id uuid not null,
  from_status text,
  to_status   text not null,
  reason      text,
  details     jsonb not null default '{}',
  at          timestamptz not null default authz.clock(),
  staff_id    uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, referral_id) references referral (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id)
);
create index referral_step_in_order on referral_step (agency_id, referral_id, at, id);
call house.protect_append_only('referral_step', 'of a referral');

create table referral_reply (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  referral_id uuid not null,
  about_status text not null,
  channel     text not null check (channel in ('phone', 'email', 'fax', 'letter', 'in-person', 'portal')),
  said_to     text not null check (length(btrim(said_to)) > 0),
  words       text not null,
  said_on     date not null,
  at          timestamptz not null default authz.clock(),
  staff_id    uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, referral_id) references referral (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  constraint a_reply_has_words check (length(btrim(words)) > 0)
);
create index referral_reply_in_order on referral_reply (agency_id, referral_id, at);
call house.protect_append_only('referral_reply', 'of a referral');

-- One bundle about one person, read once. The file itself is not kept: its facts with their origin, and the count of what was not used.
create table referral_bundle (
  agency_id    uuid not null default authz.here(),
  id           uuid not null,
  referral_id  uuid not null,
  patient      text not null,
  identifier   text,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  file_name    text,
  entries      integer not null check (entries > 0),
  used         integer not null check (used >= 0),
  unused       integer not null check (unused >= 0),
  tally        jsonb not null,
  prefill      jsonb not null,
  kept         text[],
  left_out     text[],
  confirmed_at timestamptz,
  confirmed_by uuid,
  version      integer not null default 1,
  created_at   timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at   timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, referral_id) references referral (agency_id, id),
  constraint every_entry_is_used_or_counted_as_unused check (used + unused = entries),
  constraint a_confirmed_record_says_what_was_kept check ((confirmed_at is null) = (kept is null) and (kept is null) = (left_out is null))
);
create unique index one_referral_per_bundle_and_person on referral_bundle (agency_id, content_hash, patient);
create unique index one_record_per_referral on referral_bundle (agency_id, referral_id);
create index referral_bundle_by_identifier on referral_bundle (agency_id, identifier, patient) where identifier is not null;
call house.protect('referral_bundle', 'of a referral');

-- What was tried, said and done with and about a client: attempts and contacts with their note. A signed note never changes; it is amended (INV-43).
create table contact (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  author_id     uuid not null default authz.writer(),
  status        text not null default 'draft' check (status in ('draft', 'signed', 'discarded')),
  kind          text not null check (kind in ('attempt', 'completed', 'collateral', 'conference', 'correspondence')),
  mode          text not null check (mode in ('phone', 'video', 'home', 'office', 'facility', 'community', 'text', 'email', 'letter', 'portal')),
  direction     text not null default 'outgoing' check (direction in ('outgoing', 'incoming')),
  attempt_result text check (attempt_result in ('no-answer', 'left-message', 'spoke-with-other', 'wrong-contact', 'not-home', 'undeliverable')),
  occurred_at   timestamptz not null,
  occurred_zone text not null,
  duration_minutes integer not null default 0,
  travel_minutes   integer not null default 0,
  distance_tenths_mile integer not null default 0,
  contact_point_id uuid,
  interpreter   text check (interpreter in ('not-needed', 'qualified', 'bilingual-staff', 'declined-by-client')),
  interpreter_reference text not null default '',
  participants  jsonb not null default '[]' check (jsonb_typeof(participants) = 'array'),
  purpose       text not null check (purpose in ('engagement', 'assessment', 'planning', 'coordination', 'monitoring', 'safety', 'transition', 'closure', 'other')),
  narrative     text not null default '' check (length(narrative) <= 20000),
  goal_ids      uuid[] not null default '{}',
  no_goal_reason text not null default '' check (length(no_goal_reason) <= 500),
  next_step     text not null default '' check (length(next_step) <= 1000),
  intended      jsonb not null default '{}',
  group_id      uuid,
  signed_at     timestamptz,
  signed_by     uuid,
  signed_as     text,
  timeliness    text check (timeliness in ('on-time', 'late', 'late-entry')),
  late_reason   text,
  discarded_at  timestamptz,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, author_id) references staff (agency_id, id),
  foreign key (agency_id, signed_by) references staff (agency_id, id),
  constraint contacts_are_known_within_their_case unique (agency_id, case_id, id),
  constraint a_contact_is_not_in_the_future check (occurred_at <= created_at + interval '5 minutes'),
  constraint time_worked_is_within_a_day check (duration_minutes between 0 and 1440 and travel_minutes between 0 and 1440),
  constraint distance_is_within_reason check (distance_tenths_mile between 0 and 20000),
  constraint an_attempt_says_what_came_of_it check ((kind = 'attempt') = (attempt_result is not null)),
  constraint a_signed_note_names_its_signer_and_instant check ((status = 'signed') = (signed_at is not null and signed_by is not null and timeliness is not null)),
  constraint only_the_author_signs check (signed_by is null or signed_by = author_id),
  constraint a_signed_note_says_what_happened check (status <> 'signed' or kind = 'attempt' or length(btrim(narrative)) > 0),
  constraint a_signed_note_says_what_comes_next check (status <> 'signed' or kind = 'attempt' or length(btrim(next_step)) > 0),
  constraint a_signed_note_says_which_goal check (status <> 'signed' or kind = 'attempt' or cardinality(goal_ids) > 0 or length(btrim(no_goal_reason)) > 0),
  constraint a_late_entry_says_why check (timeliness is distinct from 'late-entry' or length(btrim(coalesce(late_reason, ''))) > 0),
  constraint a_discarded_draft_says_when check ((status = 'discarded') = (discarded_at is not null))
);
create index contacts_of_a_case on contact (agency_id, case_id, occurred_at desc, id desc);
create index drafts_of_an_author on contact (agency_id, author_id, occurred_at) where status = 'draft';
create index contacts_of_a_group on contact (agency_id, group_id) where group_id is not null;
call house.protect('contact', 'case');

-- INV-43: once signed, nothing of the note changes; a discarded draft stays discarded; a draft belongs to who wrote it.
create function house.signed_note_stays() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' then raise exception using errcode = 'P0001', message = 'note.signed-is-immutable'; end if;
  if old.status = 'discarded' then raise exception using errcode = 'P0001', message = 'note.discarded-is-final'; end if;
  if (new.case_id, new.author_id, new.created_at) is distinct from (old.case_id, old.author_id, old.created_at) then
    raise exception using errcode = 'P0001', message = 'note.author-and-case-stay';
  end if;
  return new;
end $$;
create trigger signed_note_stays before update on contact for each row execute function house.signed_note_stays();

create table contact_amendment (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  contact_id uuid not null,
  text       text not null check (length(btrim(text)) between 1 and 20000),
  reason     text not null check (length(btrim(reason)) between 1 and 1000),
  amended_at timestamptz not null default authz.clock(),
  amended_by uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, contact_id) references contact (agency_id, case_id, id),
  foreign key (agency_id, amended_by) references staff (agency_id, id)
);
create index amendments_of_a_contact on contact_amendment (agency_id, contact_id, amended_at);
call house.protect_append_only('contact_amendment', 'case');
create function house.only_signed_notes_are_amended() returns trigger language plpgsql as $$
begin
  if not exists (select from contact c where c.agency_id = new.agency_id and c.id = new.contact_id and c.status = 'signed') then
    raise exception using errcode = 'P0001', message = 'note.draft-is-edited';
  end if;
  return new;
end $$;
create trigger only_signed_notes_are_amended before insert on contact_amendment for each row execute function house.only_signed_notes_are_amended();

-- What a signed note reported of a goal: the level or achievement and what shows it. The score itself is kept with the goal.
create table contact_goal (
  agency_id  uuid not null default authz.here(),
  contact_id uuid not null,
  goal_id    uuid not null,
  case_id    uuid not null,
  level      integer check (level between -2 and 2),
  achievement text,
  evidence   text not null default '',
  primary key (agency_id, contact_id, goal_id),
  foreign key (agency_id, case_id, contact_id) references contact (agency_id, case_id, id),
  constraint a_goal_moved_by_a_level_or_an_achievement check (level is not null or achievement is not null)
);
create index contacts_of_a_goal on contact_goal (agency_id, goal_id);
call house.protect_append_only('contact_goal', 'case');

-- What a person is called, where they live, how they are reached, and what they say about themselves. Entries end; they are not deleted.
alter table client
  add column interpreter_modality text check (interpreter_modality in ('in-person', 'video', 'phone', 'sign')),
  add column deceased_source text check (length(btrim(deceased_source)) > 0),
  add constraint a_death_names_its_source check ((deceased_on is null) = (deceased_source is null)),
  add constraint languages_are_bcp47_tags check (coalesce(spoken_language, 'en') ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and coalesce(written_language, 'en') ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$');

create table person_name (
  agency_id uuid not null default authz.here(),
  id        uuid not null,
  client_id uuid not null,
  use       text not null check (use in ('usual', 'official', 'alias', 'former')),
  given     text not null default '',
  family    text not null default '',
  from_on   date,
  until_on  date,
  ended_reason text check (ended_reason in ('changed', 'entered-in-error')),
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint a_name_has_at_least_one_part check (btrim(given || family) <> ''),
  constraint a_name_ends_after_it_begins check (from_on is null or until_on is null or until_on >= from_on),
  constraint an_ended_name_says_when check (ended_reason is null or until_on is not null)
);
create index person_name_by_client on person_name (agency_id, client_id);
create unique index one_official_name_at_a_time on person_name (agency_id, client_id) where use = 'official' and until_on is null;
call house.protect('person_name', 'client');

create table address (
  agency_id    uuid not null default authz.here(),
  id           uuid not null,
  client_id    uuid not null,
  kind         text not null check (kind in ('actual', 'mailing', 'substitute', 'temporary', 'unsheltered-locator')),
  confidential boolean not null default false,
  line1        text not null default '',
  line2        text not null default '',
  city         text not null default '',
  region       text not null default '',
  postal_code  text not null default '',
  country      text not null default 'US',
  locator      text not null default '',
  program      text not null default '',
  from_on      date,
  until_on     date,
  ended_reason text check (ended_reason in ('changed', 'entered-in-error')),
  version      integer not null default 1,
  created_at   timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at   timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint an_address_names_one_client unique (agency_id, id, client_id),
  constraint confidential_addresses_keep_their_words_apart check (not confidential or line1 || line2 || city || region || postal_code || locator = ''),
  constraint an_open_address_says_where check (confidential or line1 || city || locator <> ''),
  constraint a_substitute_address_is_there_to_be_given check (kind <> 'substitute' or not confidential),
  constraint an_address_ends_after_it_begins check (from_on is null or until_on is null or until_on >= from_on),
  constraint an_ended_address_says_when check (ended_reason is null or until_on is not null)
);
create index address_by_client on address (agency_id, client_id);
create unique index one_substitute_address_at_a_time on address (agency_id, client_id) where kind = 'substitute' and until_on is null;
call house.protect('address', 'client');

-- While a substitute is active every other address is confidential (INV-03), whoever writes.
create function house.beside_a_substitute() returns trigger language plpgsql as $$
begin
  if new.until_on is null and exists (
    select 1 from address a where a.agency_id = new.agency_id and a.client_id = new.client_id and a.id <> new.id and a.until_on is null and not a.confidential
      and ((new.kind = 'substitute' and a.kind <> 'substitute') or (new.kind <> 'substitute' and not new.confidential and a.kind = 'substitute'))) then
    raise exception using errcode = 'P0001', message = 'address.beside-a-substitute-is-confidential';
  end if;
  return new;
end $$;
create trigger beside_a_substitute before insert or update on address for each row execute function house.beside_a_substitute();

-- The words of a confidential address: written by whoever may know the client, read by the client's team only.
create table protected_address (
  agency_id   uuid not null default authz.here(),
  address_id  uuid not null,
  client_id   uuid not null,
  line1       text not null default '',
  line2       text not null default '',
  city        text not null default '',
  region      text not null default '',
  postal_code text not null default '',
  locator     text not null default '',
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  primary key (agency_id, address_id),
  foreign key (agency_id, address_id, client_id) references address (agency_id, id, client_id),
  constraint a_protected_address_says_where check (line1 || city || locator <> '')
);
call house.protect_append_only('protected_address', 'client');
create policy "only the team reads a protected address" on protected_address as restrictive for select to continuum_app
  using ((select authz.has(1)) or client_id = any (array(select authz.my_clients())));

create table contact_point (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  client_id     uuid not null,
  system        text not null check (system in ('phone', 'email', 'other')),
  value         text not null check (length(btrim(value)) between 1 and 200),
  use           text not null check (use in ('mobile', 'home', 'work', 'someone-else')),
  safety        text not null default 'not-asked' check (safety in ('safe', 'unsafe', 'not-asked')),
  leave_message text not null default 'not-asked' check (leave_message in ('yes', 'name-only', 'no', 'not-asked')),
  texting       text not null default 'not-asked' check (texting in ('yes', 'no', 'not-asked')),
  who_answers   text not null default '',
  hours         jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
  note          text not null default '',
  from_on       date,
  until_on      date,
  ended_reason  text check (ended_reason in ('changed', 'entered-in-error')),
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint a_contact_point_ends_after_it_begins check (from_on is null or until_on is null or until_on >= from_on),
  constraint an_ended_contact_point_says_when check (ended_reason is null or until_on is not null)
);
create index contact_point_by_client on contact_point (agency_id, client_id);
call house.protect('contact_point', 'client');

-- Numbers are unique for a client only: a clash with another client's number would tell that the other one exists (INV-02).
create table identifier (
  agency_id uuid not null default authz.here(),
  id        uuid not null,
  client_id uuid not null,
  system    text not null check (length(btrim(system)) between 1 and 200),
  value     text not null check (length(btrim(value)) between 1 and 120),
  from_on   date,
  until_on  date,
  ended_reason text check (ended_reason in ('changed', 'entered-in-error')),
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint an_identifier_ends_after_it_begins check (from_on is null or until_on is null or until_on >= from_on),
  constraint an_ended_identifier_says_when check (ended_reason is null or until_on is not null)
);
create unique index a_client_holds_a_number_once on identifier (agency_id, client_id, system, value) where until_on is null;
call house.protect('identifier', 'client');

-- Answers are added, the latest counts; earlier ones stay as they were given.
create table demographic_answer (
  agency_id uuid not null default authz.here(),
  id        uuid not null,
  client_id uuid not null,
  question  text not null check (question in ('race-ethnicity', 'gender', 'sexual-orientation', 'recorded-sex', 'marital-status', 'veteran', 'disability', 'literacy')),
  codes     text[] not null default '{}',
  own_words text not null default '',
  declined  boolean not null default false,
  source    text not null check (source in ('self-reported', 'reported-by-related-person', 'administrative')),
  asked_at  timestamptz not null default authz.clock(),
  asked_by  uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint declining_stands_alone check (not declined or (codes = '{}' and own_words = '')),
  constraint an_answer_says_something check (declined or codes <> '{}' or own_words <> '')
);
create index demographic_answer_by_client on demographic_answer (agency_id, client_id, question, asked_at desc, id desc);
call house.protect_append_only('demographic_answer', 'client');

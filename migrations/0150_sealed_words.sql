-- What must not be read in a copy of the database is sealed with a key of the client's (M10): the key wrapped by the agency's, that by a root
-- key which is never here. Names are found by tokens whose key is not here either.
do $$ begin
  if exists (select from identifier) or exists (select from protected_address) or exists (select from client_search_token) then
    raise exception 'This database was begun before Continuum sealed addresses and numbers. Remove it and start again; nothing of it was ever released.';
  end if;
end $$;

create table agency_key (
  agency_id  uuid not null default authz.here() references agency,
  purpose    text not null check (purpose in ('wrap', 'search')),
  version    integer not null check (version > 0),
  wrapped    bytea not null check (length(wrapped) >= 60),
  created_at timestamptz not null default authz.clock(),
  primary key (agency_id, purpose, version),
  constraint what_is_found_by_one_key_is_found_by_no_other check (purpose <> 'search' or version = 1)
);
call house.protect('agency_key', 'agency');
create policy "only the system wraps anew" on agency_key as restrictive for update to continuum_app
  using (agency_id = (select authz.agency()) and (select authz.has(1)));

create table client_key (
  agency_id  uuid not null default authz.here(),
  client_id  uuid not null,
  version    integer not null check (version > 0),
  wrapped    bytea check (length(wrapped) >= 60),
  key_purpose text not null generated always as ('wrap') stored,
  agency_key_version integer not null,
  destroyed_at timestamptz,
  destroyed_reason text check (length(btrim(destroyed_reason)) > 0),
  created_at timestamptz not null default authz.clock(),
  primary key (agency_id, client_id, version),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, key_purpose, agency_key_version) references agency_key (agency_id, purpose, version),
  constraint a_destroyed_key_says_when_and_why check ((wrapped is null) = (destroyed_at is not null) and (wrapped is null) = (destroyed_reason is not null))
);
call house.protect('client_key', 'client');
create policy "only the system wraps anew or destroys" on client_key as restrictive for update to continuum_app
  using (agency_id = (select authz.agency()) and (select authz.has(1)));
create function house.destroyed_stays_destroyed() returns trigger language plpgsql as $$
begin
  if old.wrapped is null then raise exception using errcode = 'P0001', message = 'client-key.destroyed-stays-destroyed'; end if;
  return new;
end $$;
create trigger destroyed_stays_destroyed before update on client_key for each row execute function house.destroyed_stays_destroyed();

-- Addresses that are kept apart, and numbers others know a client by.
alter table protected_address
  drop column line1, drop column line2, drop column city, drop column region, drop column postal_code, drop column locator,
  add column sealed bytea not null check (length(sealed) > 33);
alter table identifier
  drop column value,
  add column sealed bytea not null check (length(sealed) > 33),
  add column blind_index bytea not null check (length(blind_index) = 16);
create unique index a_client_holds_a_number_once on identifier (agency_id, client_id, system, blind_index) where until_on is null;

-- What may not stand in the general record (counselling notes, where a shelter is): read by who is on the case's own team, not by supervisors,
-- quality or whoever opened it in an emergency.
create table restricted_note (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  client_id  uuid not null,
  kind       text not null check (kind in ('counselling', 'shelter-location', 'safety', 'other')),
  sealed     bytea not null check (length(sealed) > 33),
  written_at timestamptz not null default authz.clock(),
  written_by uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, written_by) references staff (agency_id, id)
);
create index restricted_notes_of_a_case on restricted_note (agency_id, case_id, written_at desc);
create index restricted_notes_of_a_client on restricted_note (agency_id, client_id);
call house.protect_append_only('restricted_note', 'case');
create policy "only the case's own team" on restricted_note as restrictive for all to continuum_app
  using (agency_id = (select authz.agency()) and exists (select from case_team t where t.agency_id = restricted_note.agency_id and t.case_id = restricted_note.case_id
    and t.staff_id = (select authz.staff()) and t.role <> 'opener' and t.from_at <= (select authz.clock()) and (t.until_at is null or t.until_at > (select authz.clock()))));

-- Tokens are made where the key is, outside; the database only reads how they are written.
set local role authz;
create or replace function authz.search_tokens(words text[]) returns bytea[] language sql immutable as $$
  select coalesce(array_agg(decode(w.token, 'hex') order by w.position), '{}') from unnest(words) with ordinality w(token, position)
$$;
drop table authz.search_key;
reset role;

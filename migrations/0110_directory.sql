-- The resource directory: who offers what, where, to whom (HSDS 3.0). What people look for and edit has columns; the small things that hang on
-- an entry (phones, hours, languages, …) are rows of one table, each as its HSDS object. With what HSDS does not know: capacity, when we last
-- verified, how to refer, who pays, how it went for our clients. Nothing is deleted: what is gone says since when.
create table directory_import (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  source      text not null check (source ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
  format      text not null check (format in ('hsds-3.0', 'hsds-3.0-json', 'ohana-1.x', 'hsds-1.x', 'taxonomy')),
  digest      bytea not null check (length(digest) = 32),
  done        jsonb not null default '{}',
  counts      jsonb not null default '{}',
  ended_at    timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id)
);
create unique index one_unfinished_import_of_a_source on directory_import (agency_id, source) where ended_at is null;
call house.protect('directory_import', 'agency');

-- What an import could not take as it came: the row is kept here whole.
create table directory_import_remark (
  agency_id   uuid not null default authz.here(),
  import_id   uuid not null,
  number      integer not null,
  file        text not null,
  line        integer not null,
  outcome     text not null check (outcome in ('refused', 'remarked')),
  reason      text not null check (reason ~ '^[a-z][a-z.-]+$'),
  detail      text not null default '',
  record      jsonb,
  primary key (agency_id, import_id, number),
  foreign key (agency_id, import_id) references directory_import (agency_id, id)
);
call house.protect_append_only('directory_import_remark', 'agency');

create table directory_organization (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  name        text not null check (length(btrim(name)) > 0),
  alternate_name text, description text, email text, website text, tax_status text, tax_id text, year_incorporated numeric,
  legal_status text, logo text, uri text,
  parent_organization_id uuid,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  verified_at timestamptz, verified_by uuid,
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, parent_organization_id) references directory_organization (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, verified_by) references staff (agency_id, id),
  constraint an_organization_is_not_its_own_parent check (parent_organization_id is distinct from id)
);
create index directory_organization_by_name on directory_organization (agency_id, lower(name), id);
create index directory_organization_by_change on directory_organization (agency_id, updated_at, id);

create table directory_program (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  organization_id uuid,
  name        text not null check (length(btrim(name)) > 0),
  alternate_name text, description text,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references directory_organization (agency_id, id)
);
create index directory_program_by_organization on directory_program (agency_id, organization_id);

create table directory_location (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  organization_id uuid,
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  name        text, alternate_name text, description text, url text, transportation text,
  latitude    double precision check (latitude between -90 and 90),
  longitude   double precision check (longitude between -180 and 180),
  external_identifier text, external_identifier_type text,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  verified_at timestamptz, verified_by uuid,
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references directory_organization (agency_id, id),
  foreign key (agency_id, verified_by) references staff (agency_id, id),
  constraint a_point_has_two_coordinates check ((latitude is null) = (longitude is null))
);
create index directory_location_by_organization on directory_location (agency_id, organization_id);
create index directory_location_by_change on directory_location (agency_id, updated_at, id);

-- The organization is missing only where a source never said it; such a service is kept and reported, and stays out of what we publish.
create table directory_service (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  organization_id uuid,
  program_id  uuid,
  name        text not null check (length(btrim(name)) > 0),
  alternate_name text, description text, url text, email text,
  status      text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  interpretation_services text, application_process text, fees_description text, wait_time text, fees text, accreditations text,
  eligibility_description text,
  minimum_age numeric, maximum_age numeric,
  assured_date date, assurer_email text, licenses text, alert text, last_modified timestamptz,
  capacity    text check (capacity in ('has', 'none', 'waitlist', 'assess-first')),
  capacity_as_of date,
  capacity_note text check (length(capacity_note) <= 500),
  referral_method text check (referral_method in ('phone', 'email', 'fax', 'form', 'portal', 'walk-in', 'self')),
  referral_note text check (length(referral_note) <= 1000),
  accepted_payers text[] not null default '{}',
  experience  smallint check (experience between -2 and 2),
  experience_note text check (length(experience_note) <= 2000),
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  verified_at timestamptz, verified_by uuid,
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, organization_id) references directory_organization (agency_id, id),
  foreign key (agency_id, program_id) references directory_program (agency_id, id),
  foreign key (agency_id, verified_by) references staff (agency_id, id),
  constraint capacity_says_as_of_when check ((capacity is null) = (capacity_as_of is null)),
  constraint a_verified_service_says_by_whom check (verified_at is not null or verified_by is null)
);
create index directory_service_by_organization on directory_service (agency_id, organization_id);
create index directory_service_by_change on directory_service (agency_id, updated_at, id);

-- A place may have room when the service elsewhere has none: its own capacity goes before the service's.
create table directory_service_at_location (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  service_id  uuid not null,
  location_id uuid not null,
  description text,
  capacity    text check (capacity in ('has', 'none', 'waitlist', 'assess-first')),
  capacity_as_of date,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_id) references directory_service (agency_id, id),
  foreign key (agency_id, location_id) references directory_location (agency_id, id),
  constraint a_places_capacity_says_as_of_when check ((capacity is null) = (capacity_as_of is null))
);
create index directory_service_at_location_by_service on directory_service_at_location (agency_id, service_id, location_id);
create index directory_service_at_location_by_location on directory_service_at_location (agency_id, location_id);

create table directory_taxonomy (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  name        text not null check (length(btrim(name)) > 0),
  description text, uri text,
  edition     text, -- HSDS calls it version
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id)
);

create table directory_taxonomy_term (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  taxonomy_id uuid,
  parent_id   uuid,
  code        text,
  name        text not null check (length(btrim(name)) > 0),
  description text, taxonomy text, language text, term_uri text,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, taxonomy_id) references directory_taxonomy (agency_id, id),
  foreign key (agency_id, parent_id) references directory_taxonomy_term (agency_id, id) deferrable initially deferred,
  constraint a_term_is_not_its_own_parent check (parent_id is distinct from id)
);
create index directory_taxonomy_term_by_parent on directory_taxonomy_term (agency_id, parent_id);

-- Which terms an entry carries. `link_entity` is the HSDS name of the linked object: service, organization, location, phone, …
create table directory_attribute (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  link_entity text not null check (link_entity ~ '^[a-z][a-z_]*$'),
  link_id     uuid not null,
  taxonomy_term_id uuid,
  link_type   text, value text,
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, taxonomy_term_id) references directory_taxonomy_term (agency_id, id)
);
create index directory_attribute_by_link on directory_attribute (agency_id, link_id);
create index directory_attribute_by_term on directory_attribute (agency_id, taxonomy_term_id, link_entity);

-- What hangs on an entry. `body` holds the fields HSDS gives the kind (in its own names), except ids and links, which are columns.
create table directory_detail (
  agency_id   uuid not null default authz.here(),
  kind        text not null check (kind in ('contact', 'phone', 'address', 'schedule', 'language', 'accessibility', 'required_document', 'cost_option',
                'service_area', 'funding', 'organization_identifier', 'meta_table_description')),
  id          uuid not null,
  organization_id uuid, service_id uuid, location_id uuid, service_at_location_id uuid,
  contact_id  uuid,
  phone_id    uuid,
  body        jsonb not null check (jsonb_typeof(body) = 'object'),
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  edited_at   timestamptz,
  gone_at     timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  contact_kind text not null generated always as ('contact') stored,
  phone_kind  text not null generated always as ('phone') stored,
  primary key (agency_id, kind, id),
  foreign key (agency_id, organization_id) references directory_organization (agency_id, id),
  foreign key (agency_id, service_id) references directory_service (agency_id, id),
  foreign key (agency_id, location_id) references directory_location (agency_id, id),
  foreign key (agency_id, service_at_location_id) references directory_service_at_location (agency_id, id),
  foreign key (agency_id, contact_kind, contact_id) references directory_detail (agency_id, kind, id),
  foreign key (agency_id, phone_kind, phone_id) references directory_detail (agency_id, kind, id),
  constraint a_detail_hangs_on_something check (kind = 'meta_table_description'
    or num_nonnulls(organization_id, service_id, location_id, service_at_location_id, contact_id, phone_id) > 0),
  constraint a_phone_has_a_number check (kind <> 'phone' or body ? 'number'),
  constraint a_phone_of_a_contact_and_a_language_of_a_phone check ((contact_id is null or kind = 'phone') and (phone_id is null or kind = 'language'))
);
create index directory_detail_by_service on directory_detail (agency_id, service_id) where service_id is not null;
create index directory_detail_by_location on directory_detail (agency_id, location_id) where location_id is not null;
create index directory_detail_by_organization on directory_detail (agency_id, organization_id) where organization_id is not null;
create index directory_detail_by_service_at_location on directory_detail (agency_id, service_at_location_id) where service_at_location_id is not null;
create index directory_detail_by_contact on directory_detail (agency_id, contact_id) where contact_id is not null;
create index directory_detail_by_phone on directory_detail (agency_id, phone_id) where phone_id is not null;

-- The history, as HSDS metadata has it, one row a field, with who and when: what the database wrote down for every change here, and what came
-- with imported packages. `entry_*` is the entry whose history it belongs to (the service whose phone changed).
create table directory_change (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null default gen_random_uuid(),
  resource_type text not null,
  resource_id uuid not null,
  entry_type  text not null,
  entry_id    uuid not null,
  last_action_date date not null,
  last_action_type text not null,
  field_name  text not null,
  previous_value text not null default '',
  replacement_value text not null default '',
  updated_by  text not null default '',
  source      text, source_id text,
  extra       jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  import_id   uuid,
  made_at     timestamptz not null default authz.clock(),
  made_by     uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, import_id) references directory_import (agency_id, id)
);
create index directory_change_by_entry on directory_change (agency_id, entry_id, made_at desc);
create index directory_change_by_resource on directory_change (agency_id, resource_id);
call house.protect_append_only('directory_change', 'agency');

create function house.directory_keeps_history() returns trigger language plpgsql as $$
declare
  kind text := coalesce(to_jsonb(new) ->> 'kind', substr(tg_table_name, 11));
  held constant text[] := array['agency_id', 'id', 'kind', 'source', 'source_id', 'edited_at', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by',
    'verified_by', 'contact_kind', 'phone_kind', 'body'];
  was jsonb := case when tg_op = 'INSERT' then '{}' else (to_jsonb(old) - held) || coalesce(to_jsonb(old) -> 'body', '{}') end;
  is_now jsonb := (to_jsonb(new) - held) || coalesce(to_jsonb(new) -> 'body', '{}');
  links jsonb := to_jsonb(new);
  importing uuid := nullif(current_setting('continuum.directory_import', true), '')::uuid;
  belongs text := case when kind in ('organization', 'location', 'service', 'taxonomy', 'taxonomy_term') then kind
    when links ? 'link_entity' then links ->> 'link_entity'
    when links ->> 'service_id' is not null then 'service' when links ->> 'location_id' is not null then 'location'
    when links ->> 'organization_id' is not null then 'organization' else kind end;
begin
  insert into directory_change (resource_type, resource_id, entry_type, entry_id, last_action_date, last_action_type, field_name, previous_value, replacement_value, updated_by, import_id)
  select kind, new.id, belongs,
    case when belongs = kind then new.id when links ? 'link_entity' then (links ->> 'link_id')::uuid else (links ->> (belongs || '_id'))::uuid end,
    (authz.clock() at time zone 'UTC')::date,
    case when tg_op = 'INSERT' then 'create' when field = 'gone_at' and is_now ->> field is not null then 'delete' else 'update' end,
    field, coalesce(was ->> field, ''), coalesce(is_now ->> field, ''), case when importing is null then 'staff' else 'import' end, importing
  from (select jsonb_object_keys(was || is_now) as field) fields
  where was -> field is distinct from is_now -> field and not (tg_op = 'INSERT' and (is_now ->> field is null or field in ('extra', 'gone_at')));
  return null;
end $$;

do $$
declare tbl text;
begin
  foreach tbl in array array['directory_organization', 'directory_program', 'directory_location', 'directory_service', 'directory_service_at_location',
    'directory_taxonomy', 'directory_taxonomy_term', 'directory_attribute', 'directory_detail'] loop
    call house.protect(tbl, 'agency');
    execute format('create index %I on %I (agency_id, source) where source is not null', tbl || '_by_source', tbl);
    execute format('create trigger keeps_history after update on %I for each row execute function house.directory_keeps_history()', tbl);
    -- An import says of thousands of new rows where they came from; what a person adds says so field by field.
    execute format('create trigger keeps_history_of_what_is_added after insert on %I for each row when (new.source is null) execute function house.directory_keeps_history()', tbl);
  end loop;
end $$;

-- The agency, its programs and its staff: the ground that access decisions stand on.
create table agency (
  agency_id   uuid primary key,
  name        text not null check (length(btrim(name)) between 1 and 200),
  slug        text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  time_zone   text not null default 'America/New_York',
  locale      text not null default 'en' check (locale in ('en', 'es')),
  letterhead  jsonb not null default '{}',
  idle_minutes integer not null default 15 check (idle_minutes between 1 and 480),
  demonstration boolean not null default false,
  self_referral_open boolean not null default true,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid,
  updated_at  timestamptz not null default authz.clock(), updated_by uuid
);
call house.protect('agency', 'admin');
call house.let_authz_read('agency');

create table program (
  agency_id    uuid not null default authz.here() references agency,
  id           uuid not null,
  name         text not null check (length(btrim(name)) between 1 and 120),
  kind         text not null check (kind in ('workers-compensation', 'transitional-care', 'community-support', 'complex-care', 'other')),
  client_label text not null default 'client',
  jurisdiction text,
  status       text not null default 'active' check (status in ('active', 'closed')),
  settings     jsonb not null default '{}',
  version      integer not null default 1,
  created_at   timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at   timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id)
);
create unique index one_program_of_a_name on program (agency_id, lower(name)) where status = 'active';
call house.protect('program', 'admin');
call house.let_authz_read('program');

create table staff (
  agency_id       uuid not null default authz.here() references agency,
  id              uuid not null,
  name            text not null check (length(btrim(name)) between 1 and 120),
  email           text not null check (email ~ '^[^@\s]+@[^@\s]+$'),
  discipline      text,
  credential_line text not null default '',
  supervisor_id   uuid,
  status          text not null default 'active' check (status in ('active', 'inactive')),
  locale          text check (locale in ('en', 'es')),
  languages       text[] not null default '{}',
  caseload_cap    integer not null default 60 check (caseload_cap between 0 and 500),
  clearance       integer not null default 0,
  version         integer not null default 1,
  created_at      timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at      timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, supervisor_id) references staff (agency_id, id),
  constraint nobody_supervises_themselves check (supervisor_id is distinct from id)
);
create unique index one_staff_member_per_address on staff (agency_id, lower(email));
call house.protect('staff', 'agency');
call house.let_authz_read('staff');

create table staff_role (
  agency_id  uuid not null default authz.here(),
  staff_id   uuid not null,
  role       text not null check (role in ('intake', 'caseManager', 'supervisor', 'quality', 'billing', 'administrator')),
  from_at    timestamptz not null default authz.clock(),
  until_at   timestamptz,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, staff_id, role, from_at),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  constraint a_role_ends_after_it_begins check (until_at is null or until_at >= from_at)
);
create unique index a_role_is_held_once on staff_role (agency_id, staff_id, role) where until_at is null;
call house.protect('staff_role', 'agency');
call house.let_authz_read('staff_role');

create table program_supervisor (
  agency_id  uuid not null default authz.here(),
  program_id uuid not null,
  staff_id   uuid not null,
  from_at    timestamptz not null default authz.clock(),
  until_at   timestamptz,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, program_id, staff_id, from_at),
  foreign key (agency_id, program_id) references program (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id)
);
create index program_supervisor_by_staff on program_supervisor (agency_id, staff_id) where until_at is null;
call house.protect('program_supervisor', 'agency');
call house.let_authz_read('program_supervisor');

create view staff_label with (security_invoker = true) as select agency_id, id, name, credential_line, status from staff;
grant select on staff_label to continuum_app;

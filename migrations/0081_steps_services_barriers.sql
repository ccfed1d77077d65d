-- What is done toward the goals and by whom, which services the plan counts on (paid and unpaid), and what is in the way.
create table intervention (
  agency_id            uuid not null default authz.here(),
  id                   uuid not null,
  case_id              uuid not null,
  goal_id              uuid not null,
  description          text not null check (length(btrim(description)) between 1 and 500),
  accountable_kind     text not null check (accountable_kind in ('case-manager', 'client', 'support', 'provider', 'payer', 'employer')),
  accountable_staff_id uuid,
  accountable_name     text,
  assisting            jsonb not null default '[]' check (jsonb_typeof(assisting) = 'array'),
  due                  date,
  frequency            text not null default '',
  status               text not null default 'planned' check (status in ('planned', 'in-progress', 'completed', 'cancelled')),
  outcome              text,
  ended_on             date,
  version              integer not null default 1,
  created_at           timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at           timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  foreign key (agency_id, accountable_staff_id) references staff (agency_id, id),
  constraint exactly_one_party_is_accountable check (case accountable_kind
    when 'client' then accountable_staff_id is null and accountable_name is null
    when 'case-manager' then accountable_staff_id is not null and accountable_name is null
    else accountable_staff_id is null and length(btrim(coalesce(accountable_name, ''))) > 0 end),
  constraint ended_steps_say_what_came_of_them check
    ((status in ('completed', 'cancelled')) = (ended_on is not null) and (ended_on is null or length(btrim(coalesce(outcome, ''))) > 0))
);
create index intervention_by_case on intervention (agency_id, case_id, due);
call house.protect('intervention', 'case');

create table service_line (
  agency_id         uuid not null default authz.here(),
  id                uuid not null,
  case_id           uuid not null,
  goal_id           uuid,
  scope             text not null check (length(btrim(scope)) between 1 and 300),
  is_paid           boolean not null,
  provider          text not null check (length(btrim(provider)) between 1 and 200),
  amount            integer check (amount > 0),
  unit              text check (unit in ('15min', 'hour', 'day', 'visit', 'trip', 'meal', 'item', 'month')),
  frequency         text not null default '',
  duration          text not null default '',
  funding           text not null default '',
  starts_on         date,
  ends_on           date,
  withdrawn_on      date,
  withdrawn_because text,
  version           integer not null default 1,
  created_at        timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at        timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  constraint an_amount_has_its_unit check ((amount is null) = (unit is null)),
  constraint a_service_ends_after_it_starts check (starts_on is null or ends_on is null or ends_on >= starts_on),
  constraint withdrawn_services_say_why check ((withdrawn_on is null) = (withdrawn_because is null))
);
create index service_line_by_case on service_line (agency_id, case_id);
call house.protect('service_line', 'case');

create table barrier (
  agency_id      uuid not null default authz.here(),
  id             uuid not null,
  case_id        uuid not null,
  statement      text not null check (length(btrim(statement)) between 1 and 500),
  type           text not null check (type in
    ('client', 'caregiver', 'provider', 'payer', 'employer', 'system', 'access', 'language', 'transport', 'cost', 'other')),
  owner_kind     text not null check (owner_kind in ('case-manager', 'client', 'support', 'provider', 'payer', 'employer')),
  owner_staff_id uuid,
  owner_name     text,
  raised_on      date not null,
  resolved_on    date,
  resolution     text,
  version        integer not null default 1,
  created_at     timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at     timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, owner_staff_id) references staff (agency_id, id),
  constraint barriers_are_known_within_their_case unique (agency_id, case_id, id),
  constraint a_barrier_has_one_owner check (case owner_kind
    when 'client' then owner_staff_id is null and owner_name is null
    when 'case-manager' then owner_staff_id is not null and owner_name is null
    else owner_staff_id is null and length(btrim(coalesce(owner_name, ''))) > 0 end),
  constraint resolved_barriers_say_how check ((resolved_on is null) = (resolution is null)),
  constraint barriers_are_resolved_after_they_are_raised check (resolved_on is null or resolved_on >= raised_on)
);
create index barrier_by_case on barrier (agency_id, case_id, raised_on);
call house.protect('barrier', 'case');

create table barrier_goal (
  agency_id  uuid not null default authz.here(),
  case_id    uuid not null,
  barrier_id uuid not null,
  goal_id    uuid not null,
  dropped_at timestamptz,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, barrier_id, goal_id),
  foreign key (agency_id, case_id, barrier_id) references barrier (agency_id, case_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id)
);
create index barrier_goal_by_case on barrier_goal (agency_id, case_id) where dropped_at is null;
call house.protect('barrier_goal', 'case');

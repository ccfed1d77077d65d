-- Whether an entry is still right: who looked, how and what they found; what colleagues report as wrong; and which entries have been asked
-- about, so that a large old directory becomes a few tasks at a time. All three are history: nothing of them changes.
create table directory_verification (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  service_id  uuid not null,
  way         text not null check (way in ('phone', 'website', 'visit', 'email', 'document')),
  result      text not null check (result in ('right', 'corrected', 'gone', 'no-answer')),
  note        text not null default '' check (length(note) <= 1000),
  verified_at timestamptz not null default authz.clock(),
  verified_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_id) references directory_service (agency_id, id),
  foreign key (agency_id, verified_by) references staff (agency_id, id)
);
create index directory_verification_by_service on directory_verification (agency_id, service_id, verified_at desc);
call house.protect_append_only('directory_verification', 'agency');

create table directory_report (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  service_id  uuid not null,
  wrong       text not null check (wrong in ('phone', 'address', 'hours', 'closed', 'eligibility', 'cost', 'language', 'capacity', 'other')),
  note        text not null default '' check (length(note) <= 1000),
  reported_at timestamptz not null default authz.clock(),
  reported_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, service_id) references directory_service (agency_id, id),
  foreign key (agency_id, reported_by) references staff (agency_id, id),
  constraint something_else_is_said check (wrong <> 'other' or btrim(note) <> '')
);
create index directory_report_by_service on directory_report (agency_id, service_id, reported_at desc);
call house.protect_append_only('directory_report', 'agency');

create table directory_verification_ask (
  agency_id   uuid not null default authz.here(),
  service_id  uuid not null,
  asked_on    date not null,
  task_id     uuid not null,
  primary key (agency_id, service_id, asked_on),
  foreign key (agency_id, service_id) references directory_service (agency_id, id)
);
create index directory_verification_ask_by_day on directory_verification_ask (agency_id, asked_on, service_id);
call house.protect_append_only('directory_verification_ask', 'agency');

-- Two rules more may ask for a task; those of others stay as they are.
do $$
declare known text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'task'::regclass and conname = 'task_rule_check');
begin
  alter table task drop constraint task_rule_check;
  execute 'alter table task add constraint task_rule_check ' || replace(known, 'ARRAY[', 'ARRAY[''entry-verification''::text, ''entry-report''::text, ');
end $$;

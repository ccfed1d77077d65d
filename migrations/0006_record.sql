-- The story people read, the audit that proves it (trust.md section 2), the answers kept for repeated requests, and files.
create table case_event (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  client_id   uuid not null,
  case_id     uuid,
  type        text not null check (type ~ '^[a-z][a-zA-Z-]*\.[a-z][a-z-]*$'),
  entity      text not null,
  entity_id   uuid not null,
  goal_id     uuid,
  person_id   uuid,
  details     jsonb not null default '{}',
  staff_id    uuid default authz.writer(),
  occurred_at timestamptz not null default authz.clock(),
  occurred_zone text not null default 'UTC',
  recorded_at timestamptz not null default authz.clock(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id)
);
create index story_of_a_case on case_event (agency_id, case_id, occurred_at desc, id desc);
create index story_of_a_client on case_event (agency_id, client_id, occurred_at desc, id desc);
call house.protect_append_only('case_event', 'client or case');

create table audit_event (
  id             bigint generated always as identity,
  agency_id      uuid not null default authz.here(),
  incarnation    integer not null default 1,
  xid            xid8 not null default pg_current_xact_id(),
  at             timestamptz not null default clock_timestamp(),
  actor          uuid default authz.writer(),
  on_behalf_of   uuid,
  sign_in_id     uuid default authz.sign_in(),
  request_id     text,
  action         text not null,
  entity_type    text not null,
  entity_id      uuid,
  entity_version integer,
  client_id      uuid,
  purpose        text not null default 'operations',
  outcome        text not null default 'success',
  payload        jsonb,
  salt           bytea,
  payload_digest bytea,
  leaf           bytea,
  mac            bytea,
  primary key (agency_id, id)
);
create index audit_of_a_client on audit_event (agency_id, client_id, id desc);
create index audit_of_an_entity on audit_event (agency_id, entity_id, entity_version);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy "everybody's acts are written down" on audit_event for insert to continuum_app with check (agency_id = (select authz.agency()) and actor is not distinct from (select authz.staff()));
create policy "who looked" on audit_event for select to continuum_app using (agency_id = (select authz.agency()) and ((select authz.has(1 | 16))
  or exists (select 1 from client c where c.agency_id = audit_event.agency_id and c.id = audit_event.client_id)));
grant select, insert on audit_event to continuum_app;
create trigger append_only before update or delete on audit_event for each row execute function house.refuse_change();
create trigger no_truncate before truncate on audit_event for each statement execute function house.refuse_change();

create table idempotency_key (
  agency_id   uuid not null default authz.here(),
  caller      uuid not null,
  key         text not null check (length(key) between 8 and 200),
  route       text not null,
  fingerprint bytea not null,
  status      integer,
  answer      jsonb,
  created_at  timestamptz not null default now(),
  primary key (agency_id, caller, route, key)
);
create index idempotency_by_age on idempotency_key (agency_id, created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own on idempotency_key for all to continuum_app
  using (agency_id = (select authz.agency()) and (caller = coalesce((select authz.staff()), '00000000-0000-0000-0000-000000000000') or (select authz.has(1))));
grant select, insert, update, delete on idempotency_key to continuum_app;
create trigger no_truncate before truncate on idempotency_key for each statement execute function house.refuse_change();

create table file (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  client_id  uuid not null,
  case_id    uuid,
  owner_type text not null,
  owner_id   uuid not null,
  name       text not null check (length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256     bytea not null,
  voided_at  timestamptz,
  void_reason text,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id)
);
create index file_by_owner on file (agency_id, owner_id);
call house.protect('file', 'client or case');

-- Background jobs are queued by SQL in the transaction that asks for them. graphile-worker's tables belong to continuum_jobs.
create function house.enqueue(task text, payload json, job_key text default null) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job(task, payload, job_key := job_key);
end $$;
grant create on schema house to continuum_jobs;
alter function house.enqueue(text, json, text) owner to continuum_jobs;
revoke create on schema house from continuum_jobs;
grant usage on schema house to continuum_jobs;
revoke all on function house.enqueue(text, json, text) from public;
grant execute on function house.enqueue(text, json, text) to continuum_app;

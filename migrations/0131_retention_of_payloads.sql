-- What an audit event was about in detail (its payload) may be removed when the law's time has passed: two people approve, a legal hold wins,
-- and the event, its leaf and the tree stay. Nothing else of the audit ever changes.
create table legal_hold (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  client_id   uuid not null,
  reason      text not null check (length(btrim(reason)) between 3 and 1000),
  placed_at   timestamptz not null default authz.clock(),
  placed_by   uuid default authz.writer(),
  lifted_at   timestamptz,
  lifted_by   uuid,
  lift_reason text check (length(btrim(lift_reason)) between 3 and 1000),
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint a_lifted_hold_says_who_and_why check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index legal_holds_of_a_client on legal_hold (agency_id, client_id);
call house.protect('legal_hold', 'client');
call house.let_authz_read('legal_hold');

create table audit_purge (
  agency_id       uuid not null default authz.here() references agency,
  id              uuid not null,
  recorded_before date not null,
  authority       text not null check (length(btrim(authority)) between 3 and 1000),
  requested_at    timestamptz not null default authz.clock(),
  requested_by    uuid not null default authz.writer(),
  withdrawn_at    timestamptz,
  carried_out_at  timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at      timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, requested_by) references staff (agency_id, id),
  constraint a_purge_is_withdrawn_or_carried_out check (num_nonnulls(withdrawn_at, carried_out_at) <= 1),
  -- 45 CFR 164.316(b)(2)(i): what documents an action under the security rule is kept for six years.
  constraint audit_payloads_are_kept_for_six_years check (recorded_before <= (requested_at at time zone 'UTC')::date - interval '6 years')
);
call house.protect('audit_purge', 'admin');
call house.let_authz_read('audit_purge');

create table audit_purge_approval (
  agency_id   uuid not null default authz.here(),
  purge_id    uuid not null,
  staff_id    uuid not null default authz.writer(),
  approved_at timestamptz not null default authz.clock(),
  primary key (agency_id, purge_id, staff_id),
  foreign key (agency_id, purge_id) references audit_purge (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  constraint people_approve_in_their_own_name check (staff_id = authz.writer())
);
call house.protect_append_only('audit_purge_approval', 'admin');
call house.let_authz_read('audit_purge_approval');

-- Which purge took which event's payload. Written only by the function below.
create table audit_redaction (
  agency_id uuid not null default authz.here(),
  event_id  bigint not null,
  purge_id  uuid not null,
  primary key (agency_id, event_id),
  foreign key (agency_id, purge_id) references audit_purge (agency_id, id)
);
create index redactions_of_a_purge on audit_redaction (agency_id, purge_id);
call house.protect_append_only('audit_redaction', 'agency');
revoke insert on audit_redaction from continuum_app;
grant select, insert on audit_redaction to authz;
create policy authz_reads on audit_redaction for select to authz using (true);
create policy authz_adds on audit_redaction for insert to authz with check (true);

-- Quality approves beside the administrators.
do $$ declare t text; begin
  foreach t in array array['audit_purge', 'audit_purge_approval'] loop
    execute format('alter policy %I on %I with check (agency_id = (select authz.agency()) and (select authz.has(8 | 16)))', 'staff add to what they may of ' || t, t);
  end loop;
end $$;
alter policy "staff change what they may of audit_purge" on audit_purge using (agency_id = (select authz.agency()) and (select authz.has(8 | 16)))
  with check (agency_id = (select authz.agency()) and (select authz.has(8 | 16)));

-- An event changes in one way only: its payload and salt go, together, under a purge.
create function house.refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_user = 'authz' and new.payload is null and new.salt is null
    and to_jsonb(new) - 'payload' - 'salt' = to_jsonb(old) - 'payload' - 'salt'
    and exists (select from public.audit_redaction r where r.agency_id = old.agency_id and r.event_id = old.id) then
    return new;
  end if;
  raise exception using errcode = 'P0001', message = 'audit_event.is-append-only';
end $$;
drop trigger append_only on audit_event;
create trigger append_only before update or delete on audit_event for each row execute function house.refuse_change_of_audit();
grant update (payload, salt) on audit_event to authz;
create policy authz_shreds on audit_event for update to authz using (true) with check (payload is null and salt is null);

-- Removes the payloads a purge names, except of clients under a legal hold, also where they are one of many in an answer, and of the purges
-- themselves. Answers which events; refuses without two approvals by different people, and a second time.
set local role authz;
create function authz.shred_payloads(purge uuid) returns setof bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := authz.agency();
  p public.audit_purge;
begin
  select * into p from public.audit_purge g where g.agency_id = here and g.id = purge;
  if p.id is null or p.withdrawn_at is not null or p.carried_out_at is not null then
    raise exception using errcode = 'P0001', message = 'audit-purge.not-open';
  end if;
  if (select count(distinct a.staff_id) from public.audit_purge_approval a where a.agency_id = here and a.purge_id = purge) < 2 then
    raise exception using errcode = 'P0001', message = 'audit-purge.needs-two-approvals';
  end if;
  if exists (select from public.audit_redaction r where r.agency_id = here and r.purge_id = purge) then
    raise exception using errcode = 'P0001', message = 'audit-purge.not-open';
  end if;
  insert into public.audit_redaction (agency_id, event_id, purge_id)
    select here, e.id, purge from public.audit_event e
    where e.agency_id = here and e.at < p.recorded_before and e.payload is not null and e.entity_type <> 'audit-purge'
      and not exists (select from public.legal_hold h where h.agency_id = here and h.lifted_at is null
        and (h.client_id = e.client_id or e.payload -> 'returned' ? h.client_id::text));
  update public.audit_event e set payload = null, salt = null
    from public.audit_redaction r where r.agency_id = here and r.purge_id = purge and e.agency_id = here and e.id = r.event_id;
  return query select r.event_id from public.audit_redaction r where r.agency_id = here and r.purge_id = purge order by r.event_id;
end $$;
revoke all on function authz.shred_payloads(uuid) from public;
grant execute on function authz.shred_payloads(uuid) to continuum_app;
reset role;

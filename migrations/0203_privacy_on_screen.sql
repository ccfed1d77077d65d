-- What the screens of privacy have to say and no row said yet: who refused a purge and why, who carried it out and how much went; who ended a
-- clearance and why; how far a purge would reach before anybody approves it; and when the audit was last verified as a whole.
alter table audit_purge
  add column withdrawn_by uuid,
  add column withdraw_reason text check (length(btrim(withdraw_reason)) between 3 and 1000),
  add column carried_out_by uuid,
  add column payloads_removed bigint check (payloads_removed >= 0);
-- Rows from before this migration do not know who and why; a new one says both or neither, and only of what happened.
alter table audit_purge add constraint a_refusal_says_who_and_why
  check (num_nonnulls(withdrawn_by, withdraw_reason) in (0, 2) and (withdrawn_at is not null or withdraw_reason is null));
alter table audit_purge add constraint a_deed_says_by_whom_and_how_much
  check (num_nonnulls(carried_out_by, payloads_removed) in (0, 2) and (carried_out_at is not null or payloads_removed is null));

alter table staff_clearance
  add column ended_by uuid,
  add column end_reason text check (length(btrim(end_reason)) between 3 and 500);
alter table staff_clearance add constraint an_end_of_clearance_says_who_and_why
  check (num_nonnulls(ended_by, end_reason) in (0, 2) and (until_at is not null or end_reason is null));

-- The last time everything was read and compared with the witness (`npm run audit -- verify`), and what was wrong, as words without places.
create table audit_verification (
  agency_id   uuid not null default authz.here() references agency,
  id          uuid not null,
  verified_at timestamptz not null default authz.clock(),
  sealed      bigint not null check (sealed >= 0),
  witnessed   bigint not null check (witnessed >= 0),
  findings    bigint not null check (findings >= 0),
  kinds       text[] not null default '{}',
  primary key (agency_id, id),
  constraint what_is_wrong_has_a_word check ((findings = 0) = (cardinality(kinds) = 0))
);
create index verifications_by_time on audit_verification (agency_id, verified_at);
call house.protect_append_only('audit_verification', 'agency');
alter policy "staff add to what they may of audit_verification" on audit_verification with check (agency_id = (select authz.agency()) and (select authz.has(1)));

-- How many payloads a purge up to this day would remove, and how many would stay because a legal hold names their client. Numbers only, for whoever
-- may approve: the same rows as authz.shred_payloads takes.
set local role authz;
create function authz.reach_of_purge(before date) returns table (removes bigint, held bigint) language plpgsql stable security definer set search_path = '' as $$
declare here uuid := authz.agency();
begin
  if not authz.has(1 | 8 | 16) then raise exception 'not for this role' using errcode = '42501'; end if;
  return query select count(*) filter (where not reached.stays), count(*) filter (where reached.stays) from (
    select exists (select from public.legal_hold h where h.agency_id = here and h.lifted_at is null
      and (h.client_id = e.client_id or e.payload -> 'returned' ? h.client_id::text)) as stays
    from public.audit_event e where e.agency_id = here and e.at < before and e.payload is not null and e.entity_type <> 'audit-purge') reached;
end $$;
revoke all on function authz.reach_of_purge(date) from public;
grant execute on function authz.reach_of_purge(date) to continuum_app;
reset role;

-- What a case records as it lives: why it was opened, paused and closed, who leads where several are open, and its number.
alter table case_record
  add column referral_id uuid,
  add column eligibility_basis text,
  add column claim text,
  add column lead_staff_id uuid,
  add column coordination_note text,
  add column suspended_on date,
  add column suspension_reason text check (suspension_reason in ('hospital_or_facility', 'incarcerated', 'out_of_area', 'unable_to_reach', 'client_request', 'payer_hold')),
  add column review_on date,
  add column responsible_staff_id uuid,
  add column closing_on date,
  add column closure_reason text check (closure_reason in ('goals_achieved', 'maximum_benefit_reached', 'mmi_reached', 'returned_to_work', 'self_managing',
    'transferred_to_comparable_program', 'moved_to_other_level_of_care', 'client_request', 'client_declined_further', 'relocated', 'lost_to_contact',
    'benefit_exhausted', 'ineligible', 'payer_withdrew_authorization', 'claim_settled_or_denied', 'court_or_board_order',
    'safety_of_staff', 'conflict_of_interest', 'no_progress_after_conference', 'program_ended',
    'deceased', 'incarcerated_long_term', 'institutionalised_long_term', 'opened_in_error')),
  add column closure_explanation text,
  add column client_told_on date,
  add column not_told_because text,
  add column client_view text check (client_view in ('agrees', 'disagrees', 'not_known')),
  add foreign key (agency_id, lead_staff_id) references staff (agency_id, id),
  add foreign key (agency_id, responsible_staff_id) references staff (agency_id, id),
  add constraint a_lead_comes_with_a_note check ((lead_staff_id is null) = (coordination_note is null)),
  add constraint a_pause_says_why_who_and_until_when check ((status = 'suspended') <= (num_nonnulls(suspended_on, suspension_reason, review_on, responsible_staff_id) = 4)),
  add constraint a_pause_is_reviewed_within_thirty_days check (review_on is null or review_on - suspended_on between 1 and 30),
  add constraint a_worked_case_was_activated check (status not in ('active', 'suspended') or activated_on is not null),
  add constraint closing_says_why check (status not in ('closing', 'closed') or (closure_reason is not null and closing_on is not null)),
  add constraint a_closed_case_has_its_day check ((status = 'closed') = (closed_on is not null)),
  add constraint a_case_is_not_its_own_successor check (prior_case_id is distinct from id);
-- INV-16: a case belongs to one enrollment (its foreign key), and an enrollment carries one open case.
create unique index one_open_case_per_enrollment on case_record (agency_id, enrollment_id) where status in ('pending_engagement', 'active', 'suspended', 'closing');
create index case_by_review on case_record (agency_id, review_on) where status = 'suspended';

create table case_counter (
  agency_id  uuid not null default authz.here() references agency,
  year       integer not null check (year between 1900 and 2999),
  last       integer not null check (last > 0),
  primary key (agency_id, year)
);
call house.protect('case_counter', 'agency');

-- INV-17: each change of status is one row that is never changed: from, to, who, when, why.
create table case_status_change (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  transition  text not null,
  from_status text,
  to_status   text not null,
  reason_code text,
  reason      text not null check (length(btrim(reason)) > 0),
  at          timestamptz not null default authz.clock(),
  staff_id    uuid default authz.writer(),
  details     jsonb not null default '{}',
  xid         xid8 not null default pg_current_xact_id(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  constraint status_changes_follow_the_machine check ((coalesce(from_status, ''), transition, to_status) in (
    ('', 'opened', 'pending_engagement'), ('pending_engagement', 'activated', 'active'), ('pending_engagement', 'ended-without-engagement', 'not_engaged'),
    ('active', 'suspended', 'suspended'), ('suspended', 'resumed', 'active'), ('active', 'closing-begun', 'closing'), ('suspended', 'closing-begun', 'closing'),
    ('closing', 'closed', 'closed'), ('closed', 'reopened', 'active'),
    ('pending_engagement', 'voided', 'voided'), ('active', 'voided', 'voided'), ('suspended', 'voided', 'voided'), ('closing', 'voided', 'voided'),
    ('closed', 'voided', 'voided'), ('not_engaged', 'voided', 'voided')))
);
create index status_changes_of_a_case on case_status_change (agency_id, case_id, at);
call house.protect_append_only('case_status_change', 'case');
call house.let_authz_read('case_status_change');

set local role authz;
create function authz.changed_status_now(agency uuid, of_case uuid, was text, becomes text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.case_status_change s where s.agency_id = agency and s.case_id = of_case
    and s.from_status is not distinct from was and s.to_status = becomes and s.xid = pg_current_xact_id())
$$;
create function authz.went_on_from(agency uuid, of_case uuid, was text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.case_status_change s where s.agency_id = agency and s.case_id = of_case and s.from_status = was and s.xid = pg_current_xact_id())
$$;
create function authz.status_of(agency uuid, of_case uuid) returns text language sql stable security definer set search_path = '' as $$
  select c.status from public.case_record c where c.agency_id = agency and c.id = of_case
$$;
create function authz.primaries_of(agency uuid, of_case uuid) returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from public.case_team t where t.agency_id = agency and t.case_id = of_case and t.role = 'primary' and t.until_at is null
$$;
-- INV-16: who leads for a client with several open cases: the lead of the oldest, else its primary. Labelled cases are not told.
create function authz.lead_of(agency uuid, of_client uuid, but uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select coalesce(c.lead_staff_id, t.staff_id) from public.case_record c
  left join public.case_team t on t.agency_id = c.agency_id and t.case_id = c.id and t.role = 'primary' and t.until_at is null
  where c.agency_id = agency and c.client_id = of_client and c.id <> but and c.labels = 0 and c.status in ('pending_engagement', 'active', 'suspended', 'closing')
  order by c.opened_on, c.id limit 1
$$;
reset role;

create function house.status_changes_by_transition() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and not authz.changed_status_now(new.agency_id, new.id, old.status, new.status) then
    raise exception using errcode = 'P0001', message = 'case.status-by-transition';
  end if;
  return new;
end $$;
create trigger status_changes_by_transition before update of status on case_record for each row execute function house.status_changes_by_transition();

-- A change that is written down is also made, by the end of the transaction.
create function house.change_is_made() returns trigger language plpgsql as $$
begin
  if authz.status_of(new.agency_id, new.case_id) is distinct from new.to_status and not authz.went_on_from(new.agency_id, new.case_id, new.to_status) then
    raise exception using errcode = 'P0001', message = 'case.change-not-made';
  end if;
  return null;
end $$;
create constraint trigger change_is_made after insert on case_status_change deferrable initially deferred for each row execute function house.change_is_made();

create function house.case_is_opened_by_a_change() returns trigger language plpgsql as $$
begin
  if not authz.changed_status_now(new.agency_id, new.id, null, 'pending_engagement') then
    raise exception using errcode = 'P0001', message = 'case.opening-is-an-event';
  end if;
  return null;
end $$;
create constraint trigger case_is_opened_by_a_change after insert on case_record deferrable initially deferred for each row execute function house.case_is_opened_by_a_change();

-- INV-08: while a case is worked, exactly one primary case manager (the unique index says at most one).
create function house.worked_case_has_a_primary() returns trigger language plpgsql as $$
declare of_case uuid;
begin
  if tg_table_name = 'case_team' then of_case := new.case_id; else of_case := new.id; end if;
  if authz.status_of(new.agency_id, of_case) in ('active', 'suspended') and authz.primaries_of(new.agency_id, of_case) <> 1 then
    raise exception using errcode = 'P0001', message = 'case.no-primary';
  end if;
  return null;
end $$;
create constraint trigger worked_case_has_a_primary after insert or update of status on case_record deferrable initially deferred for each row execute function house.worked_case_has_a_primary();
create constraint trigger worked_case_has_a_primary after insert or update on case_team deferrable initially deferred for each row execute function house.worked_case_has_a_primary();

-- INV-16: a case opened beside another names who leads.
create function house.cases_side_by_side_name_a_lead() returns trigger language plpgsql as $$
begin
  if new.lead_staff_id is null and authz.lead_of(new.agency_id, new.client_id, new.id) is not null then
    raise exception using errcode = 'P0001', message = 'case.no-lead';
  end if;
  return null;
end $$;
create constraint trigger cases_side_by_side_name_a_lead after insert on case_record deferrable initially deferred for each row execute function house.cases_side_by_side_name_a_lead();

-- A membership is ended, not rewritten.
create function house.membership_is_ended_not_rewritten() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.staff_id, new.role, new.reason, new.from_at) is distinct from (old.case_id, old.staff_id, old.role, old.reason, old.from_at) or (old.until_at is not null and old.until_at <= authz.clock()) then
    raise exception using errcode = 'P0001', message = 'case-team.is-ended-not-rewritten';
  end if;
  return new;
end $$;
create trigger membership_is_ended_not_rewritten before update on case_team for each row execute function house.membership_is_ended_not_rewritten();

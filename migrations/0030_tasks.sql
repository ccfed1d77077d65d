-- A person's to-dos: what is due, for whom, why, and how it ended. A task of a case is seen with the case, one of a client with
-- the client; others by who is asked, by who asked, and by the role that is asked.
create table task (
  agency_id        uuid not null default authz.here(),
  id               uuid not null,
  rule             text not null check (rule in ('reply-to-source', 'first-attempt', 'assessment-due', 'plan-due', 'plan-review', 'plan-signature', 'note-unsigned',
                     'consent-expiring', 'closure-summary-due', 'safety-response', 'credential-expiring', 'transfer-request', 'information-requested', 'sign-off', 'own')),
  title            text check (length(btrim(title)) between 1 and 200),
  params           jsonb not null default '{}',
  about_type       text not null,
  about_id         uuid not null,
  client_id        uuid,
  case_id          uuid,
  staff_id         uuid,
  role             text check (role in ('intake', 'caseManager', 'supervisor', 'quality', 'billing', 'administrator')),
  program_id       uuid,
  due_on           date not null,
  priority         text not null default 'routine' check (priority in ('routine', 'urgent', 'safety')),
  harm             smallint not null generated always as (case priority when 'safety' then 0 else 1 end) stored,
  urgency          smallint not null generated always as (case priority when 'urgent' then 0 else 1 end) stored,
  status           text not null default 'open' check (status in ('open', 'done', 'excepted')),
  snoozed_until    date,
  snooze_reason    text,
  settled_by_type  text,
  settled_by_id    uuid,
  exception_code   text check (exception_code in ('client-declined', 'unable-to-reach', 'not-applicable', 'done-elsewhere', 'case-ended', 'client-deceased', 'entered-in-error')),
  exception_reason text check (length(btrim(exception_reason)) > 0),
  ended_at         timestamptz,
  ended_by         uuid,
  version          integer not null default 1,
  created_at       timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at       timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, program_id) references program (agency_id, id),
  constraint a_task_is_asked_of_one_person_or_one_role check (num_nonnulls(staff_id, role) = 1),
  constraint an_own_task_says_what_to_do check ((rule = 'own') = (title is not null)),
  constraint a_task_ends_at_an_instant check ((status = 'open') = (ended_at is null)),
  constraint a_generated_task_is_done_by_its_event check (status <> 'done' or rule = 'own' or (settled_by_type is not null and settled_by_id is not null)),
  constraint an_exception_says_why_and_who check (status <> 'excepted' or (exception_code is not null and exception_reason is not null and ended_by is not null)),
  constraint only_an_excepted_task_has_an_exception check (status = 'excepted' or num_nonnulls(exception_code, exception_reason) = 0),
  constraint a_safety_answer_is_not_excepted check (rule <> 'safety-response' or status <> 'excepted' or exception_code in ('entered-in-error', 'client-deceased')),
  constraint waiting_says_why check ((snoozed_until is null) = (snooze_reason is null)),
  constraint safety_and_regulatory_tasks_do_not_wait check (snoozed_until is null or (priority <> 'safety' and rule not in ('safety-response', 'credential-expiring')))
);
create unique index one_open_task_per_rule_and_subject on task (agency_id, rule, about_type, about_id) where status = 'open' and rule <> 'own';
create index task_by_harm_for_staff on task (agency_id, staff_id, harm, due_on, urgency, id) where status = 'open' and staff_id is not null;
create index task_by_harm_for_role on task (agency_id, role, harm, due_on, urgency, id) where status = 'open' and role is not null;
create index task_by_case on task (agency_id, case_id, due_on) where case_id is not null;
create index task_by_client on task (agency_id, client_id) where client_id is not null and case_id is null;
create index task_i_asked_for on task (agency_id, created_by, due_on) where status = 'open';

set local role authz;
create function authz.my_roles() returns text[] language sql stable security definer set search_path = '' as $$
  select authz.roles_of(authz.agency(), authz.staff())
$$;
reset role;

alter table task enable row level security;
alter table task force row level security;
grant select, insert, update on task to continuum_app;
create trigger touch before update on task for each row execute function house.touch();
create trigger no_truncate before truncate on task for each statement execute function house.refuse_change();
do $$
declare
  knows_subject text := $p$ case
      when case_id is not null then exists (select 1 from case_record c where c.agency_id = task.agency_id and c.id = task.case_id)
      when client_id is not null then exists (select 1 from client c where c.agency_id = task.agency_id and c.id = task.client_id)
      else %s end $p$;
  concerns_me text := $p$ (staff_id = (select authz.staff()) or created_by = (select authz.staff())
        or (about_type = 'referral' and (select authz.has(4)))
        or (role = any ((select authz.my_roles())::text[])
            and (role <> 'supervisor' or program_id is null or program_id = any ((select authz.programs())::uuid[])))) $p$;
  mine text := 'agency_id = (select authz.agency()) and ((select authz.has(1)) or (' || format(knows_subject, concerns_me) || '))';
  addable text := 'agency_id = (select authz.agency()) and ((select authz.has(1)) or (' || format(knows_subject, 'true') || '))';
begin
  execute format('create policy %I on task for select to continuum_app using (%s)', 'staff see tasks of what they may know and what they are asked', mine);
  execute format('create policy %I on task for insert to continuum_app with check (%s)', 'staff ask for tasks about what they may know', addable);
  execute format('create policy %I on task for update to continuum_app using (%s) with check (%s)', 'staff change tasks they see', mine, addable);
end $$;
grant select, update on task to authz;
create policy authz_reads on task for select to authz using (true);
create policy authz_settles on task for update to authz using (true);

-- What was asked is not rewritten: the rule, the subject and the day belong to the record; an ended generated task stays ended.
create function house.task_keeps_its_reason() returns trigger language plpgsql as $$
begin
  if (new.rule, new.about_type, new.about_id, new.params, new.case_id, new.client_id) is distinct from
     (old.rule, old.about_type, old.about_id, old.params, old.case_id, old.client_id)
     or (new.rule <> 'own' and new.due_on <> old.due_on) then
    raise exception using errcode = 'P0001', message = 'task.reason-is-immutable';
  end if;
  if old.status <> 'open' and old.rule <> 'own' then
    raise exception using errcode = 'P0001', message = 'task.ended-is-immutable';
  end if;
  return new;
end $$;
create trigger keeps_its_reason before update on task for each row execute function house.task_keeps_its_reason();

set local role authz;
-- The qualifying event closes the task, whoever was asked and whoever may see it (INV-33).
create function authz.settle_tasks(wanted text, about uuid, of_case uuid, by_type text, by_id uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare settled integer;
begin
  if num_nonnulls(about, of_case) = 0 or wanted = 'own' then raise exception 'say which task'; end if;
  update public.task t set status = 'done', settled_by_type = by_type, settled_by_id = by_id, ended_at = authz.clock(), ended_by = authz.staff(),
    version = t.version + 1, snoozed_until = null, snooze_reason = null
  where t.agency_id = authz.agency() and t.rule = wanted and t.status = 'open' and (about is null or t.about_id = about) and (of_case is null or t.case_id = of_case);
  get diagnostics settled = row_count;
  return settled;
end $$;
-- The task already open for this rule and subject, seen or not, so that nobody is asked twice.
create function authz.asked_task(wanted text, about text, about_id uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select t.id from public.task t where t.agency_id = authz.agency() and t.rule = wanted and t.about_type = about and t.about_id = asked_task.about_id and t.status = 'open'
$$;
reset role;

-- The next due day of a case, for lists of cases.
create view case_due with (security_invoker = true) as
  select agency_id, case_id, min(due_on) as next_due_on, count(*)::integer as open_tasks from task where status = 'open' and case_id is not null group by agency_id, case_id;
grant select on case_due to continuum_app;

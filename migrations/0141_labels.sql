-- Labels (M7): what special protection a row has, and who is cleared for it. A label hides the row from everybody without clearance for it,
-- whoever they are; a child carries at least its parent's labels; a change says why. Bits: 1 substance use (42 CFR part 2), 2 mental health,
-- 4 HIV, 8 domestic violence, 16 consented by a minor, 32 legal privilege; bit 30 of a case is the seal (0024).
create table staff_clearance (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  staff_id   uuid not null,
  label      integer not null check (label in (1, 2, 4, 8, 16, 32)),
  reason     text not null check (length(btrim(reason)) between 3 and 500),
  from_at    timestamptz not null default authz.clock(),
  granted_by uuid default authz.writer(),
  until_at   timestamptz,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, staff_id) references staff (agency_id, id),
  foreign key (agency_id, granted_by) references staff (agency_id, id),
  constraint nobody_clears_themselves check (granted_by is distinct from staff_id),
  constraint a_clearance_ends_after_it_begins check (until_at is null or until_at >= from_at)
);
create unique index one_clearance_of_a_person_for_a_label on staff_clearance (agency_id, staff_id, label) where until_at is null;
call house.protect('staff_clearance', 'admin');
call house.let_authz_read('staff_clearance');
create trigger what_ended_stays_ended before update on staff_clearance for each row execute function house.what_ended_stays_ended();

alter table contact add column labels integer not null default 0 check (labels between 0 and 63), add column label_source text;
alter table assessment add column labels integer not null default 0 check (labels between 0 and 63), add column label_source text;
alter table file add column labels integer not null default 0 check (labels between 0 and 63), add column label_source text;
alter table consent add column labels integer not null default 0 check (labels between 0 and 63), add column label_source text;
alter table case_event add column labels integer not null default 0 check (labels between 0 and 63);
alter table client add constraint labels_of_a_client_are_known check (labels between 0 and 63);

create table label_change (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  kind          text not null check (kind in ('client', 'case', 'contact', 'assessment', 'file', 'consent')),
  entity_id     uuid not null,
  client_id     uuid not null,
  case_id       uuid,
  before_labels integer not null,
  after_labels  integer not null,
  source        text not null check (source in ('program', 'client', 'clinician', 'law', 'document', 'error')),
  reason        text not null check (length(btrim(reason)) between 3 and 500),
  xid           xid8 not null default pg_current_xact_id(),
  set_at        timestamptz not null default authz.clock(),
  set_by        uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  constraint a_change_of_labels_changes_something check (before_labels <> after_labels)
);
create index label_changes_of_a_client on label_change (agency_id, client_id, set_at);
create index label_changes_of_a_case on label_change (agency_id, case_id);
create index label_changes_of_an_entity on label_change (agency_id, entity_id, xid);
call house.protect_append_only('label_change', 'client or case');
create policy "only the cleared see a change of labels" on label_change as restrictive for all to continuum_app
  using (((before_labels | after_labels) & ~(select authz.clearance())) = 0);

do $$ declare t text; begin
  foreach t in array array['contact', 'assessment', 'file', 'consent'] loop
    execute format('grant select on %I to authz', t);
    execute format('create policy authz_reads_labels on %I for select to authz using (true)', t);
    execute format('grant update (labels, label_source) on %I to authz', t);
    execute format('create policy authz_labels on %I for update to authz using (true)', t);
    execute format('create policy "only the cleared see labelled rows" on %I as restrictive for all to continuum_app using (labels = 0 or (labels & ~(select authz.clearance())) = 0)', t);
  end loop;
  execute 'create policy "only the cleared see what is told of labelled rows" on case_event as restrictive for all to continuum_app using (labels = 0 or (labels & ~(select authz.clearance())) = 0)';
  execute 'create policy "only the cleared see labelled clients" on client as restrictive for all to continuum_app using (labels = 0 or (labels & ~(select authz.clearance())) = 0)';
  execute 'create policy "only the cleared see labelled cases" on case_record as restrictive for all to continuum_app using ((labels & 63) = 0 or (labels & 63 & ~(select authz.clearance())) = 0)';
  grant select (agency_id, id, entity_id, labels), update (labels) on case_event to authz;
  execute 'create policy authz_reads_labels on case_event for select to authz using (true)';
  execute 'create policy authz_labels on case_event for update to authz using (true)';
  execute 'create policy authz_clears on staff for update to authz using (true)';
  grant update (clearance, version) on staff to authz;
end $$;

-- Children ask their parent instead of their case: the parent asks the case, and has the label.
do $$ declare child record; sees text; begin
  for child in select * from (values ('contact_amendment', 'contact', 'contact_id'), ('contact_goal', 'contact', 'contact_id'), ('assessment_response', 'assessment', 'assessment_id'),
      ('domain_finding', 'assessment', 'assessment_id'), ('assessment_score', 'assessment', 'assessment_id'), ('assessment_amendment', 'assessment', 'assessment_id'),
      ('safety_concern', 'assessment', 'assessment_id'), ('safety_response', 'safety_concern', 'concern_id'), ('consent_ending', 'consent', 'consent_id'), ('consent_warning', 'consent', 'consent_id')
    ) as c (tbl, parent, key) loop
    sees := format('agency_id = (select authz.agency()) and exists (select 1 from %1$I p where p.agency_id = %2$I.agency_id and p.id = %2$I.%3$I)', child.parent, child.tbl, child.key);
    execute format('alter policy %I on %I using (%s)', 'staff see what they may of ' || child.tbl, child.tbl, sees);
    execute format('alter policy %I on %I with check (%s)', 'staff add to what they may of ' || child.tbl, child.tbl, sees);
    if exists (select from pg_policy where polrelid = child.tbl::regclass and polcmd = 'w' and polname like 'staff change%') then
      execute format('alter policy %I on %I using (%s) with check (%s)', 'staff change what they may of ' || child.tbl, child.tbl, sees, sees);
    end if;
  end loop;
end $$;

set local role authz;
create function authz.labels_of_client(agency uuid, wanted uuid) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce((select c.labels from public.client c where c.agency_id = agency and c.id = wanted), 0)
$$;
create function authz.labels_of_case(agency uuid, wanted uuid) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce((select c.labels & 63 from public.case_record c where c.agency_id = agency and c.id = wanted), 0)
$$;
create function authz.labels_of(agency uuid, entity text, wanted uuid) returns integer language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(case entity
    when 'contact' then (select c.labels from public.contact c where c.agency_id = agency and c.id = wanted)
    when 'assessment' then (select c.labels from public.assessment c where c.agency_id = agency and c.id = wanted)
    when 'file' then (select c.labels from public.file c where c.agency_id = agency and c.id = wanted)
    when 'consent' then (select c.labels from public.consent c where c.agency_id = agency and c.id = wanted) end, 0);
end $$;
-- A label on a parent reaches what hangs on it, and what the story tells of it.
create function authz.hand_labels_down() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'client' then
    update public.case_record k set labels = k.labels | new.labels, label_source = 'inherited' where k.agency_id = new.agency_id and k.client_id = new.id and (k.labels | new.labels) <> k.labels;
    update public.file f set labels = f.labels | new.labels, label_source = 'inherited' where f.agency_id = new.agency_id and f.client_id = new.id and (f.labels | new.labels) <> f.labels;
    update public.consent f set labels = f.labels | new.labels, label_source = 'inherited' where f.agency_id = new.agency_id and f.client_id = new.id and (f.labels | new.labels) <> f.labels;
  elsif tg_table_name = 'case_record' then
    update public.contact f set labels = f.labels | (new.labels & 63), label_source = 'inherited' where f.agency_id = new.agency_id and f.case_id = new.id and (f.labels | (new.labels & 63)) <> f.labels;
    update public.assessment f set labels = f.labels | (new.labels & 63), label_source = 'inherited' where f.agency_id = new.agency_id and f.case_id = new.id and (f.labels | (new.labels & 63)) <> f.labels;
    update public.file f set labels = f.labels | (new.labels & 63), label_source = 'inherited' where f.agency_id = new.agency_id and f.case_id = new.id and (f.labels | (new.labels & 63)) <> f.labels;
  else
    update public.case_event e set labels = new.labels where e.agency_id = new.agency_id and e.entity_id = new.id and e.labels <> new.labels;
  end if;
  return null;
end $$;
create function authz.set_clearance() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.until_at is not null and exists (select from public.case_team t join public.case_record k on k.agency_id = t.agency_id and k.id = t.case_id
      where t.agency_id = new.agency_id and t.staff_id = new.staff_id and t.role = 'primary' and t.until_at is null and (k.labels & new.label) <> 0
        and k.status in ('pending_engagement', 'active', 'suspended', 'closing')) then
    raise exception using errcode = 'P0001', message = 'clearance.answers-for-cases';
  end if;
  update public.staff s set version = s.version + 1, clearance = coalesce((select bit_or(c.label) from public.staff_clearance c
    where c.agency_id = new.agency_id and c.staff_id = new.staff_id and c.until_at is null), 0) where s.agency_id = new.agency_id and s.id = new.staff_id;
  return null;
end $$;
create function authz.primary_is_cleared(agency uuid, wanted_case uuid, wanted_labels integer) returns boolean language sql stable security definer set search_path = '' as $$
  select not exists (select from public.case_team t join public.staff s on s.agency_id = t.agency_id and s.id = t.staff_id
    where t.agency_id = agency and t.case_id = wanted_case and t.role = 'primary' and t.until_at is null and (wanted_labels & 63 & ~s.clearance) <> 0)
$$;
reset role;
create index case_event_by_entity on case_event (agency_id, entity_id);
create trigger clears after insert or update on staff_clearance for each row execute function authz.set_clearance();

-- Clearance comes from rows that say who granted it and why.
create function house.clearance_is_granted() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '42501', message = 'clearance is granted with a reason';
end $$;
create trigger clearance_is_granted before update on staff for each row when (current_user = 'continuum_app' and new.clearance is distinct from old.clearance) execute function house.clearance_is_granted();
create trigger clearance_is_granted_later before insert on staff for each row when (current_user = 'continuum_app' and new.clearance <> 0) execute function house.clearance_is_granted();

create function house.inherit_labels() returns trigger language plpgsql as $$
declare least integer;
begin
  if tg_table_name in ('case_record', 'consent') then least := authz.labels_of_client(new.agency_id, new.client_id);
  elsif tg_table_name = 'file' then least := authz.labels_of_client(new.agency_id, new.client_id) | authz.labels_of_case(new.agency_id, new.case_id);
  else least := authz.labels_of_case(new.agency_id, new.case_id);
  end if;
  if tg_op = 'UPDATE' then
    if (old.labels & ~new.labels & least) <> 0 then raise exception using errcode = 'P0001', message = 'label.comes-from-above'; end if;
  elsif (new.labels | least) <> new.labels then
    new.labels := new.labels | least;
    new.label_source := 'inherited';
  end if;
  return new;
end $$;
-- A signed note, a finished assessment, a recorded consent stays; its labels may change, and then nothing else does.
create function house.labels_change_alone() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['labels', 'label_source', 'hidden', 'version', 'updated_at', 'updated_by']) is distinct from (to_jsonb(old) - array['labels', 'label_source', 'hidden', 'version', 'updated_at', 'updated_by']) then
    raise exception using errcode = 'P0001', message = 'label.changes-alone';
  end if;
  return new;
end $$;
create function house.labels_change_with_a_reason() returns trigger language plpgsql as $$
begin
  if not exists (select from label_change l where l.agency_id = new.agency_id and l.entity_id = new.id and l.xid = pg_current_xact_id()
      and l.before_labels = (old.labels & 63) and l.after_labels = (new.labels & 63)) then
    raise exception using errcode = 'P0001', message = 'label.change-says-why';
  end if;
  return null;
end $$;
do $$ declare t text; begin
  foreach t in array array['client', 'case_record', 'contact', 'assessment', 'file', 'consent'] loop
    if t <> 'client' then
      execute format('create trigger inherit_labels before insert on %I for each row execute function house.inherit_labels()', t);
      execute format('create trigger keep_inherited_labels before update on %I for each row when (old.labels is distinct from new.labels) execute function house.inherit_labels()', t);
    end if;
    if t <> 'case_record' then
      execute format('create trigger labels_change_alone before update on %I for each row when (old.labels is distinct from new.labels) execute function house.labels_change_alone()', t);
    end if;
    execute format('create trigger hand_labels_down after update on %I for each row when (old.labels is distinct from new.labels) execute function authz.hand_labels_down()', t);
    execute format('create constraint trigger labels_change_with_a_reason after update on %I deferrable initially deferred for each row
      when ((old.labels & 63) is distinct from (new.labels & 63) and current_user = ''continuum_app'') execute function house.labels_change_with_a_reason()', t);
  end loop;
end $$;
drop trigger signed_note_stays on contact;
create trigger signed_note_stays before update on contact for each row when (old.labels = new.labels) execute function house.signed_note_stays();
drop trigger completed_stays on assessment;
create trigger completed_stays before update on assessment for each row when (old.status <> 'in-progress' and old.labels = new.labels) execute function house.completed_assessment_stays();
drop trigger recorded_is_immutable on consent;
create trigger recorded_is_immutable before update on consent for each row when (old.labels = new.labels) execute function house.consent_is_immutable();
drop trigger file_stays_as_it_came on file;
create trigger file_stays_as_it_came before update on file for each row when (old.labels = new.labels) execute function house.file_stays_as_it_came();
drop trigger append_only on case_event;
create trigger append_only before delete on case_event for each row execute function house.refuse_change();
create trigger append_only_but_labels before update on case_event for each row when (old.labels = new.labels or current_user <> 'authz') execute function house.refuse_change();
create trigger labels_change_alone before update on case_event for each row when (old.labels <> new.labels) execute function house.labels_change_alone();

create function house.tell_with_labels() returns trigger language plpgsql as $$
begin
  new.labels := new.labels | authz.labels_of(new.agency_id, new.entity, new.entity_id);
  return new;
end $$;
create trigger tell_with_labels before insert on case_event for each row when (new.entity in ('contact', 'assessment', 'file', 'consent')) execute function house.tell_with_labels();

-- The seal is set by its own function only; whoever answers for a case is cleared for it.
create function house.the_seal_is_not_a_label() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = 'client.confidentiality-is-set-with-a-reason';
end $$;
create trigger the_seal_is_not_a_label before update on case_record for each row
  when ((old.labels & 1073741824) <> (new.labels & 1073741824) and current_user = 'continuum_app') execute function house.the_seal_is_not_a_label();
create function house.the_primary_is_cleared() returns trigger language plpgsql as $$
declare of_case uuid := coalesce((to_jsonb(new) ->> 'case_id')::uuid, new.id);
begin
  if not authz.primary_is_cleared(new.agency_id, of_case, authz.labels_of_case(new.agency_id, of_case)) then
    raise exception using errcode = 'P0001', message = 'label.primary-is-not-cleared';
  end if;
  return null;
end $$;
create trigger the_primary_is_cleared after update on case_record for each row when (old.labels is distinct from new.labels) execute function house.the_primary_is_cleared();
create trigger the_primary_is_cleared after insert on case_team for each row when (new.role = 'primary' and new.until_at is null) execute function house.the_primary_is_cleared();

-- Sets the labels of one row as the caller may see it: the row, its new labels and the reason in one step. Null when it is not there for them.
create function house.set_labels(change uuid, what text, entity uuid, wanted integer, told_by text, why text) returns integer language plpgsql as $$
declare tbl text := case what when 'case' then 'case_record' else what end; was integer; client uuid; kase uuid;
begin
  if what not in ('client', 'case', 'contact', 'assessment', 'file', 'consent') then raise exception 'unknown kind' using errcode = '22023'; end if;
  execute format('select labels & 63, case when %L = ''client'' then id else (to_jsonb(t) ->> ''client_id'')::uuid end, case when %L = ''case'' then id else (to_jsonb(t) ->> ''case_id'')::uuid end from %I t where t.id = $1', what, what, tbl)
    into was, client, kase using entity;
  if was is null then return null; end if;
  client := coalesce(client, (select k.client_id from case_record k where k.id = kase));
  execute format('update %I set labels = (labels & ~63) | $2, label_source = $3%s where id = $1', tbl, case when what in ('case', 'client') then '' else ', version = version + 1' end) using entity, wanted, told_by;
  insert into label_change (id, kind, entity_id, client_id, case_id, before_labels, after_labels, source, reason) values (change, what, entity, client, kase, was, wanted, told_by, why);
  return was;
end $$;
create view labelled_row with (security_invoker = true) as
  select agency_id, 'client' as kind, id, id as client_id, null::uuid as case_id, labels, label_source from client where labels <> 0
  union all select agency_id, 'case', id, client_id, id, labels & 63, label_source from case_record where (labels & 63) <> 0
  union all select c.agency_id, 'contact', c.id, k.client_id, c.case_id, c.labels, c.label_source from contact c join case_record k on k.agency_id = c.agency_id and k.id = c.case_id where c.labels <> 0
  union all select c.agency_id, 'assessment', c.id, k.client_id, c.case_id, c.labels, c.label_source from assessment c join case_record k on k.agency_id = c.agency_id and k.id = c.case_id where c.labels <> 0
  union all select agency_id, 'file', id, client_id, case_id, labels, label_source from file where labels <> 0
  union all select agency_id, 'consent', id, client_id, null::uuid, labels, label_source from consent where labels <> 0;
grant select on labelled_row to continuum_app;

-- A job may be begun again after its runner was killed; what it does must not happen again. Its mark is saved in the transaction that does the work.
create table job_effect (
  agency_id uuid not null default authz.here(),
  effect    text not null check (length(effect) between 3 and 300),
  done_at   timestamptz not null default now(),
  primary key (agency_id, effect)
);
alter table job_effect enable row level security;
alter table job_effect force row level security;
create policy "only the system sees what its jobs did" on job_effect for select to continuum_app
  using (case when agency_id = (select authz.agency()) then (select authz.has(1)) else false end);
create policy "only the system marks what its jobs did" on job_effect for insert to continuum_app
  with check (agency_id = (select authz.agency()) and (select authz.has(1)));
grant select, insert on job_effect to continuum_app;
create trigger append_only before update or delete on job_effect for each row execute function house.refuse_change();
create trigger no_truncate before truncate on job_effect for each statement execute function house.refuse_change();

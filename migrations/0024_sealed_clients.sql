-- Sealing (INV-02): a sealed client is known to the team only. Cases carry the seal as a label that no clearance covers, and whoever
-- seals joins the team, so that a sealed record always has somebody who can open it again.
create table client_confidentiality (
  agency_id uuid not null default authz.here(),
  id        uuid not null,
  client_id uuid not null,
  level     text not null check (level in ('standard', 'restricted', 'sealed')),
  reason    text not null check (length(btrim(reason)) > 0),
  set_at    timestamptz not null default authz.clock(),
  set_by    uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id)
);
create index client_confidentiality_by_client on client_confidentiality (agency_id, client_id, set_at desc);
call house.protect_append_only('client_confidentiality', 'client');

grant select (agency_id, id, confidentiality, version), update (confidentiality, version) on client to authz;
create policy authz_reads on client for select to authz using (true);
grant update (labels, label_source) on case_record to authz;
grant insert (agency_id, id, case_id, staff_id, role, reason, from_at, created_at, created_by, updated_at, updated_by, version) on case_team to authz;
create policy authz_seals on client for update to authz using (true);
create policy authz_seals on case_record for update to authz using (true);
create policy authz_seals on case_team for insert to authz with check (true);

set local role authz;
-- Bit 30 of a case's labels: the client is sealed.
create function authz.seal_label() returns integer language sql immutable as $$ select 1 << 30 $$;
create function authz.is_sealed(agency uuid, wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce((select c.confidentiality = 'sealed' from public.client c where c.agency_id = agency and c.id = wanted), false)
$$;
create function authz.set_confidentiality(wanted uuid, level text, reason text) returns integer language plpgsql security definer set search_path = '' as $$
declare saved integer; bit integer := authz.seal_label();
begin
  if not (authz.has(1) or (((authz.has(2) and not authz.is_sealed(authz.agency(), wanted)) or wanted in (select authz.my_clients()))
      and wanted not in (select authz.my_exclusions()))) then
    raise exception 'not known' using errcode = '42501';
  end if;
  if level = 'sealed' and not exists (select from public.case_record k where k.agency_id = authz.agency() and k.client_id = wanted) then
    raise exception using errcode = 'P0001', message = 'client.seal-needs-a-team';
  end if;
  if level = 'sealed' and authz.staff() is not null then
    insert into public.case_team (agency_id, id, case_id, staff_id, role, reason)
      select k.agency_id, gen_random_uuid(), k.id, authz.staff(), 'supervisor', reason from public.case_record k
      where k.agency_id = authz.agency() and k.client_id = wanted and k.id not in (select authz.my_cases());
  end if;
  update public.case_record k set labels = case level when 'sealed' then k.labels | bit else k.labels & ~bit end, label_source = 'client.confidentiality'
    where k.agency_id = authz.agency() and k.client_id = wanted;
  update public.client c set confidentiality = level, version = c.version + 1 where c.agency_id = authz.agency() and c.id = wanted returning c.version into saved;
  return saved;
end $$;
reset role;

create function house.carry_the_seal() returns trigger language plpgsql as $$
begin
  if authz.is_sealed(new.agency_id, new.client_id) then new.labels := new.labels | authz.seal_label(); new.label_source := 'client.confidentiality'; end if;
  return new;
end $$;
create trigger carry_the_seal before insert on case_record for each row execute function house.carry_the_seal();
-- Only the seal's own function changes the level.
create function house.keep_the_seal() returns trigger language plpgsql as $$
begin
  if new.confidentiality is distinct from old.confidentiality and current_user = 'continuum_app' then
    raise exception using errcode = 'P0001', message = 'client.confidentiality-is-set-with-a-reason';
  end if;
  return new;
end $$;
create trigger keep_the_seal before update on client for each row execute function house.keep_the_seal();

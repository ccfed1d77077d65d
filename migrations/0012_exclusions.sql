-- A relative, a colleague, a former client (M17): an exclusion stands from its day, is ended and not rewritten, and never
-- leaves a case without the person who answers for it.
set local role authz;
create function authz.answers_for_client(agency uuid, staff uuid, client uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.case_team t join public.case_record c on c.agency_id = t.agency_id and c.id = t.case_id
    where t.agency_id = agency and t.staff_id = staff and t.role = 'primary' and t.until_at is null and c.client_id = client
      and c.status in ('pending_engagement', 'active', 'suspended', 'closing'))
$$;
reset role;
create function house.exclusion_leaves_nobody_alone() returns trigger language plpgsql as $$
begin
  if new.until_at is null and authz.answers_for_client(new.agency_id, new.staff_id, new.client_id) then
    raise exception using errcode = 'P0001', message = 'exclusion.answers-for-case';
  end if;
  return new;
end $$;
create trigger exclusion_leaves_nobody_alone before insert on exclusion for each row execute function house.exclusion_leaves_nobody_alone();
create function house.exclusion_is_ended_not_rewritten() returns trigger language plpgsql as $$
begin
  if old.until_at is not null or (new.staff_id, new.client_id, new.reason, new.from_at) is distinct from (old.staff_id, old.client_id, old.reason, old.from_at) then
    raise exception using errcode = 'P0001', message = 'exclusion.is-ended-not-rewritten';
  end if;
  return new;
end $$;
create trigger exclusion_is_ended_not_rewritten before update on exclusion for each row execute function house.exclusion_is_ended_not_rewritten();
create unique index one_exclusion_of_a_person_from_a_client on exclusion (agency_id, staff_id, client_id) where until_at is null;
create index exclusion_by_client on exclusion (agency_id, client_id);

-- A service referral says in which county it asked: that of the place in the directory (HSDS calls it the region of an address), fixed when it is
-- sent. Nobody guesses one where the directory does not say it.
set local role authz;
create function authz.county_of_place(of_agency uuid, place uuid) returns text language sql stable security definer set search_path = '' as $$
  select left(btrim(d.body ->> 'region'), 100) from public.directory_service_at_location p
  join public.directory_detail d on d.agency_id = p.agency_id and d.location_id = p.location_id and d.kind = 'address' and d.gone_at is null
  where p.agency_id = of_agency and of_agency = authz.agency() and p.id = place and btrim(d.body ->> 'region') <> ''
  order by d.body ->> 'address_type' is distinct from 'physical', d.id limit 1
$$;
reset role;
create function house.referral_says_its_county() returns trigger language plpgsql as $$
begin
  new.county := authz.county_of_place(new.agency_id, new.service_at_location_id);
  return new;
end $$;
create trigger a_county_is_of_the_place before update on service_referral for each row
  when (old.status = 'draft' and new.requested_on is not null and new.county is null and new.service_at_location_id is not null) execute function house.referral_says_its_county();

-- Where a ZIP code lies is counted from the locations in it alone, found by an index; its first three digits from the ZIP codes they begin.
create index directory_entries_in_a_zip on directory_entry (agency_id, (shown ->> 'postalCode'));

set local role authz;
create or replace function authz.derive_directory_words(of_agency uuid, ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare zips text[] := array(select distinct e.shown ->> 'postalCode' from public.directory_entry e where e.agency_id = of_agency and e.id = any (ids) and e.shown ->> 'postalCode' ~ '^\d{5}$');
begin
  with used as (
    select token as word, count(*)::integer as uses from public.directory_token where agency_id = of_agency and entry_id = any (ids) and weight > 0 and token !~ ':' group by token),
  added as (insert into public.directory_word (agency_id, word, uses) select of_agency, word, uses from used order by word on conflict do nothing returning word)
  insert into public.directory_word_piece (agency_id, piece, word) select of_agency, piece, word from added, unnest(house.word_pieces(word)) piece on conflict do nothing;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
    select of_agency, zip, avg(e.latitude), avg(e.longitude), count(*)
    from unnest(zips) zip join public.directory_entry e on e.agency_id = of_agency and e.shown ->> 'postalCode' = zip and e.latitude is not null
    group by zip order by zip on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
    select of_agency, area, sum(p.latitude * p.locations) / sum(p.locations), sum(p.longitude * p.locations) / sum(p.locations), sum(p.locations)
    from (select distinct left(zip, 3) as area from unnest(zips) zip) a join public.directory_place p on p.agency_id = of_agency and p.postal_code > area and p.postal_code < area || ':' and length(p.postal_code) = 5
    group by area order by area on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
end $$;
reset role;

-- What a search reads follows the directory by itself: whoever changes an entry, its row and tokens are derived anew in the same statement's
-- transaction. An import derives its services once, at its end, by authz.index_directory.
do $$
declare each text;
begin
  foreach each in array array['directory_organization', 'directory_location', 'directory_service', 'directory_service_at_location', 'directory_taxonomy_term', 'directory_attribute', 'directory_detail'] loop
    call house.let_authz_read(each);
  end loop;
  foreach each in array array['staff', 'agency'] loop
    if not exists (select from pg_policy where polrelid = each::regclass and polroles = array['authz'::regrole]::oid[] and polcmd in ('r', '*')) then call house.let_authz_read(each); end if;
  end loop;
end $$;

create function house.language_code(said text) returns text language sql immutable parallel safe set search_path = '' as $$
  select coalesce(
    (select code from (values ('en','english','eng'),('es','spanish','spa'),('es','español','esp'),('vi','vietnamese','vie'),('zh','chinese','zho'),('zh','mandarin','cmn'),('zh','cantonese','yue'),('ko','korean','kor'),('ru','russian','rus'),
      ('ar','arabic','ara'),('fr','french','fra'),('ht','haitian creole','hat'),('pt','portuguese','por'),('tl','tagalog','tgl'),('hi','hindi','hin'),('ur','urdu','urd'),('ne','nepali','nep'),('so','somali','som'),
      ('sw','swahili','swa'),('am','amharic','amh'),('pl','polish','pol'),('de','german','deu'),('it','italian','ita'),('ja','japanese','jpn'),('ase','american sign language','ase'),('ase','asl','sgn')) known(code, name, three)
     where lower(btrim(said)) in (name, three) limit 1),
    substring(lower(btrim(said)) from '^([a-z]{2,3})(?:[-_]|$)'))
$$;
-- Minutes of the week (Monday 00:00 is 0) at which one of these schedules may be open: more rather than less, the rules decide to the day. Null: hours unknown.
create function house.open_minutes(schedules jsonb) returns int4multirange language sql immutable parallel safe set search_path = '' as $$
  select range_agg(case when part = 0 then int4range(least(a, 10080), least(b, 10080)) else int4range(0, greatest(b - 10080, 0)) end)
  from (select d.n * 1440 + opens as a, d.n * 1440 + closes + case when closes <= opens then 1440 else 0 end as b
    from (select upper(coalesce(s ->> 'byday', '')) as byday, s ->> 'dtstart' as dtstart, upper(coalesce(s ->> 'freq', '')) as freq,
        split_part(s ->> 'opensAt', ':', 1)::integer * 60 + split_part(s ->> 'opensAt', ':', 2)::integer as opens,
        case when s ->> 'closesAt' like '23:59%' then 1440 else split_part(s ->> 'closesAt', ':', 1)::integer * 60 + split_part(s ->> 'closesAt', ':', 2)::integer end as closes
      from jsonb_array_elements(schedules) s
      where s ->> 'opensAt' ~ '^\d{1,2}:\d{2}$' and s ->> 'closesAt' ~ '^\d{1,2}:\d{2}$') h,
      (values (0,'MO'),(1,'TU'),(2,'WE'),(3,'TH'),(4,'FR'),(5,'SA'),(6,'SU')) d(n, name)
    where case when byday ~ '(MO|TU|WE|TH|FR|SA|SU)' then byday like '%' || d.name || '%'
      when freq = 'WEEKLY' and dtstart ~ '^\d{4}-\d{2}-\d{2}$' then extract(isodow from dtstart::date) - 1 = d.n else true end) spans, generate_series(0, 1) part
$$;
grant execute on function house.language_code, house.open_minutes to continuum_app, authz;

set local role authz;
-- The entries of these services (null: of all), as they stand.
create function authz.directory_entries(of_agency uuid, services uuid[]) returns setof public.directory_entry language sql stable set search_path = '' as $$
  with at as (
    select s.agency_id, coalesce(p.id, s.id) as id, s.id as service_id, p.id as place_id, l.id as location_id, coalesce(p.capacity, s.capacity) as capacity,
      case when p.capacity is not null then p.capacity_as_of else s.capacity_as_of end as capacity_on
    from public.directory_service s
    left join (public.directory_service_at_location p join public.directory_location l on l.agency_id = p.agency_id and l.id = p.location_id and l.gone_at is null)
      on p.agency_id = s.agency_id and p.service_id = s.id and p.gone_at is null
    where s.agency_id = of_agency and (services is null or s.id = any (services)) and s.gone_at is null and s.status = 'active')
  select at.agency_id, at.id, s.id, s.organization_id, l.latitude, l.longitude, s.minimum_age, s.maximum_age, house.open_minutes(hours.all), coalesce(tongues.codes, '{}'),
    array(select lower(payer) from unnest(s.accepted_payers) payer), price.cost, access.wheelchair, at.capacity, seen.verified_on, s.experience,
    jsonb_build_object('id', at.id, 'serviceId', s.id, 'locationId', l.id, 'organizationId', s.organization_id, 'name', s.name, 'organization', coalesce(o.name, ''),
      'summary', left(coalesce(s.description, ''), 320), 'addressLines', coalesce(address.lines, '[]'), 'postalCode', address.postal_code, 'latitude', l.latitude, 'longitude', l.longitude,
      'phone', phone.number, 'url', coalesce(s.url, o.website), 'languages', to_jsonb(coalesce(tongues.codes, '{}')), 'cost', price.cost, 'costWords', price.words,
      'payers', to_jsonb(s.accepted_payers), 'wheelchair', access.wheelchair, 'capacity', at.capacity, 'capacityOn', at.capacity_on, 'verifiedOn', seen.verified_on,
      'verifiedBy', seen.by_whom, 'minAge', s.minimum_age, 'maxAge', s.maximum_age, 'eligibility', nullif(btrim(left(s.eligibility_description, 400)), ''),
      'documents', coalesce(papers.names, '[]'), 'areas', coalesce(area.names, '[]'), 'areaZips', coalesce(to_jsonb(area.zips), '[]'), 'schedules', coalesce(hours.all, '[]'), 'experience', s.experience)
  from at
  join public.directory_service s on s.agency_id = at.agency_id and s.id = at.service_id
  join public.agency g on g.agency_id = at.agency_id
  left join public.directory_location l on l.agency_id = at.agency_id and l.id = at.location_id
  left join public.directory_organization o on o.agency_id = s.agency_id and o.id = s.organization_id
  left join public.staff v on v.agency_id = s.agency_id and v.id = s.verified_by
  cross join lateral (select greatest((s.verified_at at time zone g.time_zone)::date, s.assured_date) as verified_on,
    case when (s.verified_at at time zone g.time_zone)::date >= coalesce(s.assured_date, '-infinity') then v.name else s.assurer_email end as by_whom) seen
  left join lateral (
    select jsonb_agg(jsonb_build_object('freq', upper(d.body ->> 'freq'), 'interval', (substring(d.body ->> 'interval' from '^\d{1,4}'))::integer,
      'byday', d.body ->> 'byday', 'bymonthday', d.body ->> 'bymonthday', 'dtstart', left(d.body ->> 'dtstart', 10), 'validFrom', left(d.body ->> 'valid_from', 10), 'validTo', left(d.body ->> 'valid_to', 10),
      'until', left(d.body ->> 'until', 10), 'opensAt', substring(d.body ->> 'opens_at' from '^\d{1,2}:\d{2}'), 'closesAt', substring(d.body ->> 'closes_at' from '^\d{1,2}:\d{2}'),
      'notes', coalesce(d.body ->> 'notes', d.body ->> 'description')) order by d.id) as all
    from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'schedule' and d.gone_at is null
      and (d.service_id = s.id or d.location_id = l.id or d.service_at_location_id = at.place_id)) hours on true
  left join lateral (
    select array_agg(distinct code) as codes from (select house.language_code(coalesce(nullif(d.body ->> 'code', ''), d.body ->> 'name')) as code
      from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'language' and d.gone_at is null and (d.service_id = s.id or d.location_id = l.id)) c where code is not null) tongues on true
  left join lateral (
    select jsonb_build_array(concat_ws(', ', nullif(d.body ->> 'address_1', ''), nullif(d.body ->> 'address_2', '')),
      concat_ws(', ', nullif(d.body ->> 'city', ''), nullif(concat_ws(' ', d.body ->> 'state_province', d.body ->> 'postal_code'), ''))) as lines, nullif(left(d.body ->> 'postal_code', 5), '') as postal_code
    from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'address' and d.gone_at is null and d.location_id = l.id
    order by d.body ->> 'address_type' is distinct from 'physical', d.id limit 1) address on true
  left join lateral (
    select d.body ->> 'number' as number from public.directory_detail d
    where d.agency_id = at.agency_id and d.kind = 'phone' and d.gone_at is null and (d.service_id = s.id or d.service_at_location_id = at.place_id or d.location_id = l.id or d.organization_id = s.organization_id)
    order by d.body ->> 'type' is not distinct from 'fax', d.service_id is null, d.service_at_location_id is null, d.location_id is null, d.id limit 1) phone on true
  left join lateral (
    select bool_or(said !~* '(no|not)[^.]{0,12} wheelchair') filter (where said ~* 'wheelchair|\mramp\M|\mADA\M') as wheelchair
    from (select concat_ws(' ', d.body ->> 'description', d.body ->> 'details') as said
      from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'accessibility' and d.gone_at is null and d.location_id = l.id) a) access on true
  left join lateral (
    select jsonb_agg(d.body ->> 'document' order by d.id) filter (where btrim(d.body ->> 'document') <> '' and d.body ->> 'document' !~* '^none\.?$') as names
    from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'required_document' and d.gone_at is null and d.service_id = s.id) papers on true
  left join lateral (
    select jsonb_agg(coalesce(nullif(d.body ->> 'name', ''), nullif(left(d.body ->> 'description', 120), ''), d.body ->> 'extent') order by d.id) as names,
      (select array_agg(distinct m[1]) from public.directory_detail z, regexp_matches(concat_ws(' ', z.body ->> 'name', z.body ->> 'extent'), '\m(\d{5})\M', 'g') m
        where z.agency_id = at.agency_id and z.kind = 'service_area' and z.gone_at is null and z.service_id = s.id) as zips
    from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'service_area' and d.gone_at is null and d.service_id = s.id) area on true
  cross join lateral (
    select case when said ~* 'sliding|based on income|income.based' then 'sliding' when amount = 0 or said ~* '^\W*(free|no (cost|fee|charge)|none)' then 'free' when said <> '' or amount > 0 then 'fee' end as cost, nullif(said, '') as words
    from (select btrim(left(concat_ws(' ', nullif(s.fees_description, ''), nullif(s.fees, ''), string_agg(concat_ws(' ', d.body ->> 'option', d.body ->> 'amount_description'), ' ')), 300)) as said,
        max((substring(d.body ->> 'amount' from '^\d{1,9}(?:\.\d+)?'))::numeric) as amount
      from public.directory_detail d where d.agency_id = at.agency_id and d.kind = 'cost_option' and d.gone_at is null and d.service_id = s.id) c) price
$$;

create function authz.derive_directory(of_agency uuid, services uuid[]) returns integer language plpgsql security definer set search_path = '' as $$
declare made integer; ids uuid[];
begin
  delete from public.directory_token t using public.directory_entry e
    where e.agency_id = of_agency and (services is null or e.service_id = any (services)) and t.agency_id = e.agency_id and t.entry_id = e.id;
  delete from public.directory_entry e where e.agency_id = of_agency and (services is null or e.service_id = any (services));
  with added as (insert into public.directory_entry select * from authz.directory_entries(of_agency, services) returning id) select array_agg(id) into ids from added;
  made := coalesce(cardinality(ids), 0);
  insert into public.directory_token (agency_id, token, cell, entry_id, weight, latitude, longitude)
  with recursive carried (entry_id, term_id) as (
    select e.id, a.taxonomy_term_id from public.directory_entry e join public.directory_attribute a on a.agency_id = e.agency_id and a.link_id in (e.service_id, e.id) and a.gone_at is null
      where e.agency_id = of_agency and e.id = any (ids) and a.taxonomy_term_id is not null
    union select c.entry_id, t.parent_id from carried c join public.directory_taxonomy_term t on t.agency_id = of_agency and t.id = c.term_id where t.parent_id is not null),
  said as (
    select e.id, w as token, 3 as weight from public.directory_entry e join public.directory_service s on s.agency_id = e.agency_id and s.id = e.service_id
      left join public.directory_organization o on o.agency_id = s.agency_id and o.id = s.organization_id,
      unnest(house.words_of(concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name))) w where e.agency_id = of_agency and e.id = any (ids)
    union all select e.id, w, 1 from public.directory_entry e join public.directory_service s on s.agency_id = e.agency_id and s.id = e.service_id,
      unnest(house.words_of(left(s.description, 1500))) w where e.agency_id = of_agency and e.id = any (ids)
    union all select c.entry_id, w, 2 from carried c join public.directory_taxonomy_term t on t.agency_id = of_agency and t.id = c.term_id, unnest(house.words_of(t.name)) w
    union all select c.entry_id, 'need:' || c.term_id, 2 from carried c
    union all select e.id, mark, 0 from public.directory_entry e, unnest(array['*'] || array(select 'language:' || l from unnest(e.languages) l) || array(select 'payer:' || p from unnest(e.payers) p)) mark
      where e.agency_id = of_agency and e.id = any (ids))
  select of_agency, said.token, house.directory_cell(e.latitude, e.longitude), e.id, max(said.weight), e.latitude, e.longitude
  from said join public.directory_entry e on e.agency_id = of_agency and e.id = said.id group by said.token, e.id, e.latitude, e.longitude;
  perform authz.derive_directory_words(of_agency, ids);
  return made;
end $$;

-- Words and places that these entries bring; one that is no longer used costs nothing and finds nothing.
create function authz.derive_directory_words(of_agency uuid, ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  with used as (
    select token as word, count(*)::integer as uses from public.directory_token where agency_id = of_agency and entry_id = any (ids) and weight > 0 and token !~ ':' group by token),
  added as (insert into public.directory_word (agency_id, word, uses) select of_agency, word, uses from used order by word on conflict do nothing returning word)
  insert into public.directory_word_piece (agency_id, piece, word) select of_agency, piece, word from added, unnest(house.word_pieces(word)) piece on conflict do nothing;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
  select of_agency, zip, avg(e.latitude), avg(e.longitude), count(*)
  from (select distinct zip from public.directory_entry n, unnest(array[n.shown ->> 'postalCode', left(n.shown ->> 'postalCode', 3)]) zip
      where n.agency_id = of_agency and n.id = any (ids) and n.shown ->> 'postalCode' ~ '^\d{5}$') touched
    join public.directory_entry e on e.agency_id = of_agency and e.latitude is not null and e.shown ->> 'postalCode' like touched.zip || '%'
  group by zip order by zip on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
end $$;
revoke execute on function authz.directory_entries, authz.derive_directory, authz.derive_directory_words from public;

-- What an import calls once it is done; null for the whole directory of the caller's agency. Answers how many entries there are now.
create function authz.index_directory(services uuid[]) returns integer language sql security definer set search_path = '' as $$
  select authz.derive_directory(authz.agency(), services)
$$;

create function authz.directory_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare each record;
begin
  if coalesce(current_setting('continuum.directory_import', true), '') <> '' then return null; end if;
  for each in execute format('select agency_id, array_agg(distinct service_id) as services from (%s) touched where service_id is not null group by agency_id', case tg_table_name
    when 'directory_service' then 'select agency_id, id as service_id from changed'
    when 'directory_service_at_location' then 'select agency_id, service_id from changed'
    when 'directory_location' then 'select p.agency_id, p.service_id from changed c join public.directory_service_at_location p on p.agency_id = c.agency_id and p.location_id = c.id'
    when 'directory_organization' then 'select s.agency_id, s.id as service_id from changed c join public.directory_service s on s.agency_id = c.agency_id and s.organization_id = c.id'
    when 'directory_taxonomy_term' then $q$select a.agency_id, a.link_id as service_id from changed c join public.directory_attribute a on a.agency_id = c.agency_id and a.taxonomy_term_id = c.id and a.link_entity = 'service'$q$
    when 'directory_attribute' then $q$select c.agency_id, coalesce(p.service_id, c.link_id) as service_id from changed c left join public.directory_service_at_location p on p.agency_id = c.agency_id and p.id = c.link_id where c.link_entity in ('service', 'service_at_location')$q$
    else 'select c.agency_id, c.service_id from changed c where c.service_id is not null
      union all select p.agency_id, p.service_id from changed c join public.directory_service_at_location p on p.agency_id = c.agency_id and (p.location_id = c.location_id or p.id = c.service_at_location_id)
      union all select s.agency_id, s.id from changed c join public.directory_service s on s.agency_id = c.agency_id and s.organization_id = c.organization_id' end)
  loop
    perform authz.derive_directory(each.agency_id, each.services);
  end loop;
  return null;
end $$;
reset role;

do $$
declare each text;
begin
  foreach each in array array['directory_organization', 'directory_location', 'directory_service', 'directory_service_at_location', 'directory_taxonomy_term', 'directory_attribute', 'directory_detail'] loop
    execute format('create trigger search_follows_what_is_added after insert on %I referencing new table as changed for each statement execute function authz.directory_changed()', each);
    execute format('create trigger search_follows_what_is_changed after update on %I referencing new table as changed for each statement execute function authz.directory_changed()', each);
  end loop;
end $$;

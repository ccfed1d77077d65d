-- A search reads a bounded part of one covering index, whatever the directory's size (ADR 196). What is known of an entry before anybody asks
-- stands beside each of its tokens: its merit, in the points of ranking.ts, and what the filters of a search decide by.
drop table directory_token;
create table directory_token (
  agency_id   uuid not null default authz.here(),
  token       text collate "C" not null,
  cell        integer not null,
  merit       smallint not null,
  entry_id    uuid not null,
  weight      smallint not null,
  verified_on date not null,
  min_age     smallint not null,
  max_age     smallint not null,
  offers      smallint not null,
  speaks      integer not null,
  takes       integer not null,
  open_parts  integer not null,
  latitude    real,
  longitude   real,
  primary key (agency_id, token, cell, merit, entry_id) include (weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude)
);
comment on column directory_token.weight is '3 its name, 2 what it offers, 1 what it says of itself, 0 that it is there';
comment on column directory_token.offers is '1 free, 2 sliding cost, 4 wheelchair, 8 room';
comment on column directory_token.speaks is 'house.mark_bits of its languages: more rather than less, as takes of its payers and open_parts of its week';
-- Without a place the best of a common token are read, and then the others as they stand on the map. Merit 18 is a name or need, or free and with room.
create index directory_tokens_by_merit on directory_token (agency_id, token, merit, entry_id) include (weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude) where merit >= 18;

-- An entry's own tokens and the weight of each: by them it leaves the index, and is asked whether it meets a common word.
create table directory_said (
  agency_id uuid not null default authz.here(),
  entry_id  uuid not null,
  tokens    text[] collate "C" not null,
  weights   smallint[] not null,
  primary key (agency_id, entry_id)
);
do $$
declare each text;
begin
  foreach each in array array['directory_token', 'directory_said'] loop
    call house.protect(each, 'agency');
    execute format('revoke insert, update on %I from continuum_app', each);
    execute format('grant select, insert, update, delete on %I to authz', each);
    execute format('create policy authz_derives on %I for all to authz using (true) with check (true)', each);
  end loop;
end $$;

-- Without a search_path of their own these become part of the statement that uses them; they name nothing that one could put before pg_catalog's.
create or replace function house.directory_cell(latitude double precision, longitude double precision) returns integer language sql immutable parallel safe as $$
  select coalesce(floor((latitude + 90) * 10)::integer * 10000 + floor((longitude + 180) * 10)::integer, -1)
$$;
-- Points of ranking.ts that hang on nobody's question: how it is found, what it costs, whether it has room, how it went.
create function house.directory_merit(weight integer, cost text, capacity text, experience numeric) returns smallint language sql immutable parallel safe as $$
  select ((array[0, 12, 35, 40])[weight + 1] + case cost when 'free' then 8 when 'sliding' then 4 else 0 end
    + case capacity when 'has' then 10 when 'none' then -25 when 'waitlist' then -6 else 0 end + round(5 * coalesce(experience, 0)))::smallint
$$;
-- Each of these words as one of 31 bits: who has the word has its bit.
create function house.mark_bits(words text[]) returns integer language sql immutable parallel safe as $$
  select coalesce(bit_or(1 << (get_byte(sha256(convert_to(lower(w), 'UTF8')), 0) % 31)), 0) from unnest(words) w
$$;
-- Quarters of a day of the week at which it may be open, Monday's first six hours bit 0; all bits where its hours are unknown.
create function house.open_parts(open_minutes int4multirange) returns integer language sql immutable parallel safe as $$
  select case when open_minutes is null then -1 else (select coalesce(bit_or(1 << n), 0) from generate_series(0, 27) n where open_minutes && int4range(n * 360, n * 360 + 360)) end
$$;
grant execute on function house.directory_merit, house.mark_bits, house.open_parts to continuum_app, authz;

set local role authz;
-- Each token is found by its whole key, also where the tables were filled a moment ago and nobody has counted them.
create function authz.forget_directory(of_agency uuid, services uuid[]) returns void language plpgsql security definer
  set search_path = '' set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare gone uuid[] := array(select e.id from public.directory_entry e where e.agency_id = of_agency and (services is null or e.service_id = any (services)));
begin
  if gone = '{}' then return; end if;
  with key as materialized (
    select own.token, house.directory_cell(e.latitude, e.longitude) as cell, house.directory_merit(own.weight, e.cost, e.capacity, e.experience) as merit, e.id
    from public.directory_entry e join public.directory_said d on d.agency_id = e.agency_id and d.entry_id = e.id, unnest(d.tokens, d.weights) own(token, weight) where e.agency_id = of_agency and e.id = any (gone))
  delete from public.directory_token t using key
    where t.agency_id = of_agency and t.token = key.token and t.cell = key.cell and t.merit = key.merit and t.entry_id = key.id;
  delete from public.directory_said where agency_id = of_agency and entry_id = any (gone);
  delete from public.directory_entry where agency_id = of_agency and id = any (gone);
end $$;

create or replace function authz.derive_directory(of_agency uuid, services uuid[]) returns integer language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare ids uuid[];
begin
  perform authz.forget_directory(of_agency, services);
  with added as (insert into public.directory_entry select * from authz.directory_entries(of_agency, services) returning id) select array_agg(id) into ids from added;
  if ids is null then return 0; end if;
  insert into public.directory_said (agency_id, entry_id, tokens, weights) select of_agency, t.entry_id, t.tokens, t.weights from authz.directory_tokens(of_agency, ids) t;
  insert into public.directory_token (agency_id, token, cell, merit, entry_id, weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude)
  select of_agency, own.token, e.cell, e.merits[own.weight + 1], e.id, own.weight, e.verified, e.youngest, e.oldest, e.offers, e.speaks, e.takes, e.parts, e.north, e.east
  from (select n.id, d.tokens, d.weights, n.latitude::real as north, n.longitude::real as east, house.directory_cell(n.latitude, n.longitude) as cell, coalesce(n.verified_on, '-infinity') as verified,
      greatest(0, least(999, ceil(coalesce(n.min_age, 0))))::smallint as youngest, greatest(0, least(999, floor(coalesce(n.max_age, 999))))::smallint as oldest,
      (case n.cost when 'free' then 1 when 'sliding' then 2 else 0 end + case when n.wheelchair then 4 else 0 end + case n.capacity when 'has' then 8 else 0 end)::smallint as offers,
      house.mark_bits(n.languages) as speaks, house.mark_bits(n.payers) as takes, house.open_parts(n.open_minutes) as parts,
      array(select house.directory_merit(w, n.cost, n.capacity, n.experience) from generate_series(0, 3) w) as merits
    from public.directory_entry n join public.directory_said d on d.agency_id = of_agency and d.entry_id = n.id where n.agency_id = of_agency and n.id = any (ids) offset 0) e, unnest(e.tokens, e.weights) own(token, weight)
  order by 2, 3, 4;
  perform authz.derive_directory_words(of_agency, ids);
  return cardinality(ids);
end $$;

-- What each of these entries is found by: its words by where they stand, the needs it meets and those these are part of, languages, payers, '*'.
create function authz.directory_tokens(of_agency uuid, ids uuid[]) returns table (entry_id uuid, tokens text[], weights smallint[]) language sql stable set search_path = '' as $$
  with recursive at as materialized (
    select e.id, e.service_id, e.organization_id, e.languages, e.payers from public.directory_entry e where e.agency_id = of_agency and e.id = any (ids)),
  carried (entry_id, term_id) as (
    select at.id, a.taxonomy_term_id from at join public.directory_attribute a on a.agency_id = of_agency and a.link_id in (at.service_id, at.id) and a.gone_at is null where a.taxonomy_term_id is not null
    union select c.entry_id, t.parent_id from carried c join public.directory_taxonomy_term t on t.agency_id = of_agency and t.id = c.term_id where t.parent_id is not null),
  -- a service's words are split once, however many places it has; an organization's and a term's once
  called as materialized (select s.id, house.words_of(concat_ws(' ', s.name, s.alternate_name)) as words, house.words_of(left(s.description, 1500)) as said
    from public.directory_service s where s.agency_id = of_agency and s.id in (select service_id from at)),
  owner as materialized (select o.id, house.words_of(concat_ws(' ', o.name, o.alternate_name)) as words
    from public.directory_organization o where o.agency_id = of_agency and o.id in (select organization_id from at)),
  term as materialized (select t.id, house.words_of(t.name) as words from public.directory_taxonomy_term t where t.agency_id = of_agency and t.id in (select term_id from carried)),
  told as (
    select at.id, w as token, 3 as weight from at join called on called.id = at.service_id, unnest(called.words) w
    union all select at.id, w, 3 from at join owner on owner.id = at.organization_id, unnest(owner.words) w
    union all select c.entry_id, w, 2 from carried c join term on term.id = c.term_id, unnest(term.words) w
    union all select c.entry_id, 'need:' || c.term_id, 2 from carried c
    union all select at.id, w, 1 from at join called on called.id = at.service_id, unnest(called.said) w
    union all select at.id, mark, 0 from at, unnest(array['*'] || array(select 'language:' || l from unnest(at.languages) l) || array(select 'payer:' || p from unnest(at.payers) p)) mark)
  select id, array_agg(token), array_agg(weight) from (select id, token, max(weight)::smallint as weight from told group by id, token) best group by id
$$;

-- Words and places that these entries bring; one that is no longer used costs nothing and finds nothing.
create or replace function authz.derive_directory_words(of_agency uuid, ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare zips text[] := array(select distinct e.shown ->> 'postalCode' from public.directory_entry e where e.agency_id = of_agency and e.id = any (ids) and e.shown ->> 'postalCode' ~ '^\d{5}$');
begin
  with used as (
    select own.token as word, count(*)::integer as uses from public.directory_said d, unnest(d.tokens, d.weights) own(token, weight)
    where d.agency_id = of_agency and d.entry_id = any (ids) and own.weight > 0 and position(':' in own.token) = 0 group by 1),
  added as (insert into public.directory_word (agency_id, word, uses)
    select of_agency, u.word, u.uses from used u where not exists (select from public.directory_word w where w.agency_id = of_agency and w.word = u.word) order by u.word on conflict do nothing returning word)
  insert into public.directory_word_piece (agency_id, piece, word)
    -- as house.word_pieces says them, for all words at once
    select of_agency, piece, word from (
      select 'd:' || word as piece, word from added where length(word) between 3 and 10
      union all select 'd:' || left(word, n - 1) || substr(word, n + 1), word from added, generate_series(1, length(word)) n where length(word) between 4 and 9
      union all select 't:' || substr('  ' || word || ' ', n, 3), word from added, generate_series(1, length(word) + 1) n where length(word) >= 7) p
    order by piece collate "C", word on conflict do nothing;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
    select of_agency, zip, avg(e.latitude), avg(e.longitude), count(*)
    from unnest(zips) zip join public.directory_entry e on e.agency_id = of_agency and e.shown ->> 'postalCode' = zip and e.latitude is not null
    group by zip order by zip on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
    select of_agency, area, sum(p.latitude * p.locations) / sum(p.locations), sum(p.longitude * p.locations) / sum(p.locations), sum(p.locations)
    from (select distinct left(zip, 3) as area from unnest(zips) zip) a join public.directory_place p on p.agency_id = of_agency and p.postal_code > area and p.postal_code < area || ':' and length(p.postal_code) = 5
    group by area order by area on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
end $$;
revoke execute on function authz.forget_directory, authz.directory_tokens from public;
reset role;

-- What was derived before is derived again.
select authz.derive_directory(agency_id, null) from agency where exists (select from directory_entry e where e.agency_id = agency.agency_id);

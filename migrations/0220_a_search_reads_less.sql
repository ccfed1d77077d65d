-- A search reads less of the same index (ADR 220): beside each token stands which other words its entry may have, so that of several words one is
-- read and the others are asked where they stand. What a result shows is kept as it is sent.
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
  also        bit(256) not null default ~ 0::bit(256),
  primary key (agency_id, token, cell, merit, entry_id) include (weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude, also)
);
comment on column directory_token.weight is '3 its name, 2 what it offers, 1 what it says of itself, 0 that it is there';
comment on column directory_token.offers is '1 free, 2 sliding cost, 4 wheelchair, 8 room';
comment on column directory_token.speaks is 'house.mark_bits of its languages: more rather than less, as takes of its payers and open_parts of its week';
comment on column directory_token.also is 'house.token_bits of all its entry’s tokens: more rather than less, and all where they are unknown';
create index directory_tokens_by_merit on directory_token (agency_id, token, merit, entry_id) include (weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude, also) where merit >= 18;
call house.protect('directory_token', 'agency');
revoke insert, update on directory_token from continuum_app;
grant select, insert, update, delete on directory_token to authz;
create policy authz_derives on directory_token for all to authz using (true) with check (true);

-- What a result shows is only ever sent: as text it is sent as it stands.
alter table directory_entry alter column shown type json using shown::json;
do $$
declare was text := pg_get_functiondef('authz.directory_entries'::regproc); becomes text := replace(was, '''experience'', s.experience)', '''experience'', s.experience)::json');
begin
  if was = becomes then raise exception 'authz.directory_entries is not as it was'; end if;
  execute becomes;
end $$;

-- Of 256 bits one for each token an entry has, and another where it is its name or what it offers: the first two bytes of the token's SHA-256.
create function house.token_bits(tokens text[], weights smallint[]) returns bit(256) language sql immutable parallel safe as $$
  select coalesce(bit_or(set_bit(set_bit(0::bit(256), get_byte(h, 0), 1), get_byte(h, case when t.weight >= 2 then 1 else 0 end), 1)), 0::bit(256))
  from unnest(tokens, weights) t(token, weight), sha256(convert_to(t.token, 'UTF8')) h
$$;
grant execute on function house.token_bits to continuum_app, authz;
drop function house.directory_cells;

set local role authz;
create or replace function authz.derive_directory(of_agency uuid, services uuid[]) returns integer language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare ids uuid[];
begin
  perform authz.forget_directory(of_agency, services);
  with added as (insert into public.directory_entry select * from authz.directory_entries(of_agency, services) returning id) select array_agg(id) into ids from added;
  if ids is null then return 0; end if;
  insert into public.directory_said (agency_id, entry_id, tokens, weights) select of_agency, t.entry_id, t.tokens, t.weights from authz.directory_tokens(of_agency, ids) t;
  insert into public.directory_token (agency_id, token, cell, merit, entry_id, weight, verified_on, min_age, max_age, offers, speaks, takes, open_parts, latitude, longitude, also)
  select of_agency, own.token, e.cell, e.merits[own.weight + 1], e.id, own.weight, e.verified, e.youngest, e.oldest, e.offers, e.speaks, e.takes, e.parts, e.north, e.east, e.also
  from (select n.id, d.tokens, d.weights, n.latitude::real as north, n.longitude::real as east, house.directory_cell(n.latitude, n.longitude) as cell, coalesce(n.verified_on, '-infinity') as verified,
      greatest(0, least(999, ceil(coalesce(n.min_age, 0))))::smallint as youngest, greatest(0, least(999, floor(coalesce(n.max_age, 999))))::smallint as oldest,
      (case n.cost when 'free' then 1 when 'sliding' then 2 else 0 end + case when n.wheelchair then 4 else 0 end + case n.capacity when 'has' then 8 else 0 end)::smallint as offers,
      house.mark_bits(n.languages) as speaks, house.mark_bits(n.payers) as takes, house.open_parts(n.open_minutes) as parts, house.token_bits(d.tokens, d.weights) as also,
      array(select house.directory_merit(w, n.cost, n.capacity, n.experience) from generate_series(0, 3) w) as merits
    from public.directory_entry n join public.directory_said d on d.agency_id = of_agency and d.entry_id = n.id where n.agency_id = of_agency and n.id = any (ids) offset 0) e, unnest(e.tokens, e.weights) own(token, weight)
  order by 2, 3, 4;
  perform authz.derive_directory_words(of_agency, ids);
  return cardinality(ids);
end $$;

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
    select of_agency, zip, of_zip.latitude, of_zip.longitude, of_zip.locations
    -- each by itself, so that it is found by its index and no entry's JSON is read
    from unnest(zips) zip cross join lateral (select avg(e.latitude) as latitude, avg(e.longitude) as longitude, count(*) as locations
      from public.directory_entry e where e.agency_id = of_agency and e.shown ->> 'postalCode' = zip and e.latitude is not null) of_zip
    where of_zip.locations > 0 order by zip on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
  insert into public.directory_place (agency_id, postal_code, latitude, longitude, locations)
    select of_agency, area, sum(p.latitude * p.locations) / sum(p.locations), sum(p.longitude * p.locations) / sum(p.locations), sum(p.locations)
    from (select distinct left(zip, 3) as area from unnest(zips) zip) a join public.directory_place p on p.agency_id = of_agency and p.postal_code > area and p.postal_code < area || ':' and length(p.postal_code) = 5
    group by area order by area on conflict (agency_id, postal_code) do update set latitude = excluded.latitude, longitude = excluded.longitude, locations = excluded.locations;
end $$;
reset role;

-- What was derived before is derived again.
select authz.derive_directory(agency_id, null) from agency where exists (select from directory_entry e where e.agency_id = agency.agency_id);

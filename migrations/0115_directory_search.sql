-- How the directory is searched: for each service at a place one row that shows it, and the tokens it is found by. Derived from the
-- directory's own tables by role authz, which alone writes here; the application reads, under the same row-level security as all else.
create table directory_entry (
  agency_id       uuid not null default authz.here(),
  id              uuid not null,
  service_id      uuid not null,
  organization_id uuid,
  latitude        double precision,
  longitude       double precision,
  min_age         numeric,
  max_age         numeric,
  open_minutes    int4multirange,
  languages       text[] not null default '{}',
  payers          text[] not null default '{}',
  cost            text,
  wheelchair      boolean,
  capacity        text,
  verified_on     date,
  experience      numeric,
  shown           jsonb not null,
  primary key (agency_id, id)
);
create index directory_entries_of_a_service on directory_entry (agency_id, service_id);
create index directory_entries_by_verification on directory_entry (agency_id, verified_on nulls first, service_id);

-- A word, need or language an entry is found by, in the cell of the map it lies in. weight: 3 its name, 2 what it offers, 1 what it says of itself, 0 that it is there.
create table directory_token (
  agency_id uuid not null default authz.here(),
  token     text collate "C" not null,
  cell      integer not null,
  entry_id  uuid not null,
  weight    smallint not null,
  latitude  real,
  longitude real,
  primary key (agency_id, token, cell, entry_id) include (weight, latitude, longitude)
);
create index directory_tokens_of_an_entry on directory_token (agency_id, entry_id);

-- Every word that finds anything, and the pieces by which a mistyped one is recognised.
create table directory_word (
  agency_id uuid not null default authz.here(),
  word      text collate "C" not null,
  uses      integer not null,
  primary key (agency_id, word) include (uses)
);
create table directory_word_piece (
  agency_id uuid not null default authz.here(),
  piece     text collate "C" not null,
  word      text collate "C" not null,
  primary key (agency_id, piece, word)
);

-- Where a ZIP code, or its first three digits, lies: the middle of the directory's own locations there.
create table directory_place (
  agency_id   uuid not null default authz.here(),
  postal_code text collate "C" not null,
  latitude    double precision not null,
  longitude   double precision not null,
  locations   integer not null,
  primary key (agency_id, postal_code)
);

do $$
declare each text;
begin
  foreach each in array array['directory_entry', 'directory_token', 'directory_word', 'directory_word_piece', 'directory_place'] loop
    call house.protect(each, 'agency');
    execute format('revoke insert, update on %I from continuum_app', each);
    execute format('grant select, insert, update, delete on %I to authz', each);
    execute format('create policy authz_derives on %I for all to authz using (true) with check (true)', each);
  end loop;
end $$;

-- 'Nguyễn-Pham''s' → {nguyen,phams}: no case, no marks, no punctuation, none of the little words. At most eight from what is typed are asked.
create function house.words_of(said text) returns text[] language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(w order by first), '{}') from (
    select w, min(position) as first
    from regexp_split_to_table(regexp_replace(normalize(replace(lower(said), 'đ', 'd'), NFD), '[̀-ͯ''’`]', '', 'g'), '[^[:alnum:]]+') with ordinality t(w, position)
    where length(w) between 2 and 30 and w <> all (array['the','and','of','for','in','to','or','on','at','with','by','an','is','are','as','from','de','la','el','los','las','en','del','para','con','por','que','un','una'])
    group by w) found
$$;
-- Of a short word all that is left when one letter is missing, so that one wrong, missing, extra or swapped letter meets it half-way; of a long one its three-letter pieces.
create function house.word_pieces(word text) returns text[] language sql immutable parallel safe set search_path = '' as $$
  select array(
    select 'd:' || word where length(word) between 3 and 10
    union select 'd:' || left(word, n - 1) || substr(word, n + 1) from generate_series(1, length(word)) n where length(word) between 4 and 9
    union select 't:' || substr('  ' || word || ' ', n, 3) from generate_series(1, length(word) + 1) n where length(word) >= 7)
$$;
-- A cell of a tenth of a degree, and the cells that a circle of so many miles touches (never one too few).
create function house.directory_cell(latitude double precision, longitude double precision) returns integer language sql immutable parallel safe set search_path = '' as $$
  select coalesce(floor((latitude + 90) * 10)::integer * 10000 + floor((longitude + 180) * 10)::integer, -1)
$$;
create function house.directory_cells(latitude double precision, longitude double precision, miles double precision) returns integer[] language sql immutable parallel safe set search_path = '' as $$
  select array(
    select distinct y * 10000 + ((x % 3600) + 3600) % 3600
    from (select degrees(miles / 3958.7613) as high) h,
      lateral (select least(180, high / greatest(0.01, cosd(least(89, abs(latitude) + high)))) as wide) w,
      generate_series(floor((greatest(-90, latitude - high) + 90) * 10)::integer, floor((least(90, latitude + high) + 90) * 10)::integer) y,
      generate_series(floor((longitude - wide + 180) * 10)::integer, floor((longitude + wide + 180) * 10)::integer) x)
$$;
grant execute on function house.words_of, house.word_pieces, house.directory_cell, house.directory_cells to continuum_app, authz;

-- Keyed search tokens: names are found by HMACs of their beginnings and pieces. The key stays with role authz, so a copy of the
-- token table says nothing without it, and each agency's tokens differ because its id is part of what is signed.
set local role authz;
create table authz.search_key (one boolean primary key default true check (one), inner_block bytea not null, outer_block bytea not null);
insert into authz.search_key (inner_block, outer_block)
  select authz.padded(key, 54), authz.padded(key, 92)
  from (select sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) as key from generate_series(1, 4)) random;

-- Eight bytes for each word, for the caller's agency, in the order given.
create function authz.search_tokens(words text[]) returns bytea[] language plpgsql stable security definer as $$
declare
  mine text := authz.agency()::text || '|';
  k authz.search_key;
begin
  select * into k from authz.search_key;
  return (select coalesce(array_agg(substring(sha256(k.outer_block || sha256(k.inner_block || convert_to(mine || w.word, 'UTF8'))) from 1 for 8) order by w.position), '{}')
    from unnest(words) with ordinality w(word, position));
end $$;
reset role;

-- A search touches many tokens, so each carries whether its client is closed to the index of clients (sealed or labelled). The foreign key
-- keeps it true, whoever writes. What is found is then read from client, under client's own policy.
alter table client
  add column hidden boolean not null generated always as (confidentiality = 'sealed' or labels <> 0) stored,
  add constraint a_client_is_hidden_or_not unique (agency_id, id, hidden);
create table client_search_token (
  agency_id uuid not null default authz.agency(),
  token     bytea not null check (length(token) = 8),
  client_id uuid not null,
  hidden    boolean not null,
  withdrawn boolean not null default false,
  primary key (agency_id, token, client_id) include (withdrawn, hidden),
  foreign key (agency_id, client_id, hidden) references client (agency_id, id, hidden) on update cascade
);
create index search_tokens_of_a_client on client_search_token (agency_id, client_id, hidden);
call house.protect('client_search_token', 'client');
alter policy "staff see what they may of client_search_token" on client_search_token using (
  agency_id = (select authz.agency()) and ((select authz.has(1))
    or ((client_id = any (array(select authz.my_clients())) or (not hidden and (select authz.has(2)))) and not client_id = any (array(select authz.my_exclusions())))));

-- A search reads an index in the server's memory (ADR 224), which follows the directory by its revisions. What a result shows is still read here,
-- under the asker's own rules.
drop table directory_token, directory_word, directory_word_piece, directory_place;
drop index directory_entries_in_a_zip;
drop function house.token_bits, house.mark_bits, house.directory_merit, house.directory_cell, house.word_pieces;

-- `number` grows with each change; a transaction that changes an agency's directory holds the row until it ends, so revisions appear in their order.
create table directory_revision (
  agency_id uuid primary key default authz.here(),
  stamp     uuid not null default gen_random_uuid(),
  number    bigint not null
);
comment on column directory_revision.stamp is 'another one: what is known of earlier revisions serves no more';
-- The revision in which each service changed last, or went.
create table directory_revision_service (
  agency_id  uuid not null default authz.here(),
  service_id uuid not null,
  number     bigint not null,
  primary key (agency_id, service_id)
);
create index directory_revision_services_by_number on directory_revision_service (agency_id, number) include (service_id);
do $$
declare each text;
begin
  foreach each in array array['directory_revision', 'directory_revision_service'] loop
    call house.protect(each, 'agency');
    execute format('revoke insert, update on %I from continuum_app', each);
    execute format('grant select, insert, update, delete on %I to authz', each);
    execute format('create policy authz_derives on %I for all to authz using (true) with check (true)', each);
  end loop;
end $$;

set local role authz;
create or replace function authz.forget_directory(of_agency uuid, services uuid[]) returns void language plpgsql security definer
  set search_path = '' set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare gone uuid[] := array(select e.id from public.directory_entry e where e.agency_id = of_agency and (services is null or e.service_id = any (services)));
begin
  if gone = '{}' then return; end if;
  delete from public.directory_said where agency_id = of_agency and entry_id = any (gone);
  delete from public.directory_entry where agency_id = of_agency and id = any (gone);
end $$;

create or replace function authz.derive_directory(of_agency uuid, services uuid[]) returns integer language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare ids uuid[]; revision bigint;
begin
  insert into public.directory_revision as e (agency_id, number) values (of_agency, 1)
    on conflict (agency_id) do update set number = e.number + 1, stamp = case when services is null then gen_random_uuid() else e.stamp end returning e.number into revision;
  insert into public.directory_revision_service (agency_id, service_id, number) select of_agency, s, revision from (select distinct unnest(services) as s) changed order by s
    on conflict (agency_id, service_id) do update set number = excluded.number;
  perform authz.forget_directory(of_agency, services);
  with added as (insert into public.directory_entry select * from authz.directory_entries(of_agency, services) returning id) select array_agg(id) into ids from added;
  if ids is null then return 0; end if;
  insert into public.directory_said (agency_id, entry_id, tokens, weights) select of_agency, t.entry_id, t.tokens, t.weights from authz.directory_tokens(of_agency, ids) t;
  return cardinality(ids);
end $$;
drop function authz.derive_directory_words;
reset role;
insert into directory_revision (agency_id, number) select distinct agency_id, 1 from directory_entry;

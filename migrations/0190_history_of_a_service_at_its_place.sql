-- What hangs on a service at one of its places (its phone there, its hours) belongs to that place in the history, so that its versions are readable.
create or replace function house.directory_keeps_history() returns trigger language plpgsql as $$
declare
  kind text := coalesce(to_jsonb(new) ->> 'kind', substr(tg_table_name, 11));
  held constant text[] := array['agency_id', 'id', 'kind', 'source', 'source_id', 'edited_at', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by',
    'verified_by', 'contact_kind', 'phone_kind', 'body'];
  was jsonb := case when tg_op = 'INSERT' then '{}' else (to_jsonb(old) - held) || coalesce(to_jsonb(old) -> 'body', '{}') end;
  is_now jsonb := (to_jsonb(new) - held) || coalesce(to_jsonb(new) -> 'body', '{}');
  links jsonb := to_jsonb(new);
  importing uuid := nullif(current_setting('continuum.directory_import', true), '')::uuid;
  belongs text := case when kind in ('organization', 'location', 'service', 'taxonomy', 'taxonomy_term') then kind
    when links ? 'link_entity' then links ->> 'link_entity'
    when links ->> 'service_id' is not null then 'service' when links ->> 'location_id' is not null then 'location'
    when links ->> 'service_at_location_id' is not null then 'service_at_location'
    when links ->> 'organization_id' is not null then 'organization' else kind end;
begin
  insert into directory_change (agency_id, resource_type, resource_id, entry_type, entry_id, last_action_date, last_action_type, field_name, previous_value, replacement_value, updated_by, import_id)
  select new.agency_id, kind, new.id, belongs,
    case when belongs = kind then new.id when links ? 'link_entity' then (links ->> 'link_id')::uuid else (links ->> (belongs || '_id'))::uuid end,
    (authz.clock() at time zone 'UTC')::date,
    case when tg_op = 'INSERT' then 'create' when field = 'gone_at' and is_now ->> field is not null then 'delete' else 'update' end,
    field, coalesce(was ->> field, ''), coalesce(is_now ->> field, ''), case when importing is null then 'staff' else 'import' end, importing
  from (select jsonb_object_keys(was || is_now) as field) fields
  where was -> field is distinct from is_now -> field and not (tg_op = 'INSERT' and (is_now ->> field is null or field in ('extra', 'gone_at')));
  return null;
end $$;

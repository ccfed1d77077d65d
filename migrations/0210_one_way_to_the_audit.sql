-- The context is verified several times in every statement, and each request writes to the audit: both are on every hot path.

set local role authz;
-- The same proof with fewer steps: bytes are cut by their length, where text would be walked letter by letter, and the parts are taken
-- from the whole token, whose last part is the proof.
create or replace function authz.context(required boolean default false) returns text[] language plpgsql stable security definer as $$
declare
  token text := current_setting('app.context', true);
  signed bytea;
  parts text[];
  key authz.context_key;
begin
  if token is null or token = '' then
    if required then raise exception 'no access context' using errcode = '28000'; end if;
    return null;
  end if;
  select * into key from authz.context_key k where k.kid = 'k1';
  signed := convert_to(token, 'UTF8');
  parts := string_to_array(token, '|');
  if cardinality(parts) <> 10
    or encode(sha256(key.outer_block || sha256(key.inner_block || substring(signed for length(signed) - 65))), 'hex') is distinct from parts[10] then
    raise exception 'access context is not ours' using errcode = '28000';
  end if;
  if parts[8]::bigint < extract(epoch from statement_timestamp()) then
    raise exception 'access context has expired' using errcode = '28000';
  end if;
  return parts;
end $$;
reset role;

-- The one way to write to the audit: who and where come from the proven context, not from the writer, so no policy has to compare them.
-- Answers with the leaf, which the application vouches for; tells open screens where there is something to tell.
drop policy "everybody's acts are written down" on audit_event;
drop policy "what this transaction wrote down" on audit_event;
revoke insert on audit_event from continuum_app;
grant insert on audit_event to authz;
create policy authz_writes on audit_event for insert to authz with check (true);
set local role authz;
create function authz.write_audit(request text, action text, entity_type text, entity uuid, version integer, client uuid, payload jsonb, notice text default null)
  returns bytea language plpgsql security definer set search_path = '' as $$
declare
  me text[] := authz.context(true);
  written bytea;
begin
  insert into public.audit_event (agency_id, actor, sign_in_id, request_id, action, entity_type, entity_id, entity_version, client_id, payload)
    values (me[2]::uuid, nullif(me[3], '')::uuid, nullif(me[9], '')::uuid, request, action, entity_type, entity, version, client, payload)
    returning leaf into written;
  if notice is not null then perform pg_notify('continuum_changes', notice); end if;
  return written;
end $$;
revoke all on function authz.write_audit from public;
grant execute on function authz.write_audit to continuum_app;
reset role;

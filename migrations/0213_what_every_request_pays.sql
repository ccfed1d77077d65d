-- What every request pays for: finding its case, vouching for its audit, and naming the incarnation.

-- By which a request finds the case it is about. case_label adds the client's name, and with it the rules of another table.
create view case_key with (security_invoker = true) as
  select agency_id, id, client_id, program_id, status, acuity_level from case_record;
grant select on case_key to continuum_app;

-- A function of SQL is planned at each call.
create or replace function house.this_incarnation() returns integer language plpgsql stable as $$ begin return (select number from house.incarnation); end $$;

-- The one way to vouch, as authz.write_audit is the one way to write: agency, incarnation and transaction are not the writer's to choose.
drop policy "staff add to what they may of audit_mac" on audit_mac;
revoke insert on audit_mac from continuum_app;
grant insert on audit_mac to authz;
create policy authz_vouches on audit_mac for insert to authz with check (true);
set local role authz;
create function authz.vouch(key text, mac bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.audit_mac (agency_id, key, mac) values ((authz.context(true))[2]::uuid, key, mac);
end $$;
revoke all on function authz.vouch from public;
grant execute on function authz.vouch to continuum_app;
reset role;

-- The context is proven a dozen times in a request, and half of each proof was looking up the key. It never changes while somebody is
-- connected, so these say immutable: the functions below have it in their plans, once for each connection.
set local role authz;
create function authz.inner_block() returns bytea language sql immutable security definer set search_path = '' as $$ select inner_block from authz.context_key where kid = 'k1' $$;
create function authz.outer_block() returns bytea language sql immutable security definer set search_path = '' as $$ select outer_block from authz.context_key where kid = 'k1' $$;
revoke all on function authz.inner_block, authz.outer_block from public;
create or replace function authz.mac(body text) returns text language plpgsql stable security definer set search_path = '' as $$
begin
  return encode(sha256(authz.outer_block() || sha256(authz.inner_block() || convert_to(body, 'UTF8'))), 'hex');
end $$;
create or replace function authz.context(required boolean default false) returns text[] language plpgsql stable security definer as $$
declare
  token text := current_setting('app.context', true);
  signed bytea;
  parts text[];
begin
  if token is null or token = '' then
    if required then raise exception 'no access context' using errcode = '28000'; end if;
    return null;
  end if;
  signed := convert_to(token, 'UTF8');
  parts := string_to_array(token, '|');
  if cardinality(parts) <> 10
    or encode(sha256(authz.outer_block() || sha256(authz.inner_block() || substring(signed for length(signed) - 65))), 'hex') is distinct from parts[10] then
    raise exception 'access context is not ours' using errcode = '28000';
  end if;
  if parts[8]::bigint < extract(epoch from statement_timestamp()) then
    raise exception 'access context has expired' using errcode = '28000';
  end if;
  return parts;
end $$;
-- A copy of a prepared database begins with a key of its own. Whoever is connected must connect again.
create function authz.renew_context_key() returns void language sql as $$
  update authz.context_key k set inner_block = authz.padded(random.key, 54), outer_block = authz.padded(random.key, 92)
  from (select sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) as key from generate_series(1, 4)) random
  where k.kid = 'k1'
$$;
revoke all on function authz.renew_context_key from public;
reset role;

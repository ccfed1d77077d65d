-- The audit proves itself (trust.md section 2): each event carries its transaction, a salted digest of its payload and a leaf hash; the sealer
-- appends the leaves to a tree per agency (RFC 6962) and signs how far it came. Writers never wait for each other: order is given when sealing.

-- Transaction ids begin anew when records are loaded into another cluster. The number of the cluster they count in; raised at start (platform/audit).
create table house.incarnation (
  one     boolean primary key default true check (one),
  number  integer not null default 1,
  cluster text not null default ''
);
insert into house.incarnation default values;
grant select on house.incarnation to continuum_app, authz;
create function house.this_incarnation() returns integer language sql stable as $$ select number from house.incarnation $$;

alter table audit_event no force row level security;
alter table audit_event disable trigger append_only;
alter table audit_event drop column mac;
alter table audit_event add constraint words_of_the_audit_hold_no_control_characters
  check (coalesce(request_id, 'none') <> '' and concat(request_id, action, entity_type, purpose, outcome) !~ '[\x01-\x1f\x7f]');

-- RFC 6962 leaf over the canonical form of docs/audit.md: fields in this order between unit separators, an empty one as nothing.
create function house.leaf_of(e audit_event) returns bytea language sql stable as $$
  select sha256('\x00'::bytea || convert_to(concat_ws(chr(31), 'continuum-audit-v1', e.agency_id::text, e.incarnation::text, e.id::text, e.xid::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(e.actor::text, ''), coalesce(e.on_behalf_of::text, ''), coalesce(e.sign_in_id::text, ''),
    coalesce(e.request_id, ''), e.action, e.entity_type, coalesce(e.entity_id::text, ''), coalesce(e.entity_version::text, ''), coalesce(e.client_id::text, ''),
    e.purpose, e.outcome, coalesce(encode(e.payload_digest, 'hex'), '')), 'UTF8'))
$$;
-- Whatever the writer says of these, they are as they are. The salt has 122 random bits.
create function house.write_leaf() returns trigger language plpgsql as $$
begin
  new.incarnation := house.this_incarnation();
  new.xid := pg_current_xact_id();
  new.at := clock_timestamp();
  new.salt := case when new.payload is not null then uuid_send(gen_random_uuid()) end;
  new.payload_digest := sha256(new.salt || convert_to(new.payload::text, 'UTF8'));
  new.leaf := house.leaf_of(new);
  return new;
end $$;

update audit_event set salt = uuid_send(gen_random_uuid()) where payload is not null;
update audit_event set payload_digest = sha256(salt || convert_to(payload::text, 'UTF8')) where payload is not null;
update audit_event e set leaf = house.leaf_of(e);
alter table audit_event alter column leaf set not null;
alter table audit_event enable trigger append_only;
alter table audit_event force row level security;
create trigger write_leaf before insert on audit_event for each row execute function house.write_leaf();
create index audit_in_order_of_transactions on audit_event (agency_id, incarnation, xid);
create policy "what this transaction wrote down" on audit_event for select to continuum_app
  using (agency_id = (select authz.agency()) and xid = pg_current_xact_id_if_assigned() and actor is not distinct from (select authz.staff()));
call house.let_authz_read('audit_event');

-- The application's own word for what a transaction wrote, under a key the database never sees: until it is sealed, nobody else can vouch for it.
create table audit_mac (
  agency_id   uuid not null default authz.here(),
  incarnation integer not null default house.this_incarnation(),
  xid         xid8 not null default pg_current_xact_id(),
  key         text not null,
  mac         bytea not null,
  primary key (agency_id, incarnation, xid),
  constraint a_mac_is_hmac_sha256 check (length(mac) = 32)
);
call house.protect_append_only('audit_mac', 'agency');

-- Where each agency's tree stands: how many leaves, the hashes of its complete subtrees, and up to which transaction everything is in it.
create table audit_seal (
  agency_id   uuid not null default authz.here() references agency,
  size        bigint not null default 0 check (size >= 0),
  edge        bytea[] not null default '{}',
  incarnation integer not null default 1,
  horizon     xid8 not null default '0',
  published   bigint not null default 0,
  version     integer not null default 1,
  primary key (agency_id),
  constraint nothing_is_published_before_it_is_sealed check (published <= size)
);
call house.protect('audit_seal', 'agency');
call house.let_authz_read('audit_seal');

create table audit_leaf (
  agency_id uuid not null default authz.here(),
  position  bigint not null check (position >= 0),
  event_id  bigint not null,
  hash      bytea not null check (length(hash) = 32),
  primary key (agency_id, position)
);
create unique index an_event_is_sealed_once on audit_leaf (agency_id, event_id);
call house.protect_append_only('audit_leaf', 'agency');

-- Hashes of complete subtrees of 256, 65,536 … leaves, so that a proof reads a few hundred rows however long the audit is.
create table audit_node (
  agency_id uuid not null default authz.here(),
  level     integer not null check (level > 0 and level % 8 = 0),
  position  bigint not null check (position >= 0),
  hash      bytea not null check (length(hash) = 32),
  primary key (agency_id, level, position)
);
call house.protect_append_only('audit_node', 'agency');

create table audit_checkpoint (
  agency_id uuid not null default authz.here() references agency,
  size      bigint not null check (size > 0),
  at        timestamptz not null default clock_timestamp(),
  note      text not null,
  primary key (agency_id, size)
);
call house.protect_append_only('audit_checkpoint', 'agency');

-- The seal is public to the agency's staff and written by the sealer alone; macs are written by whoever writes to the audit, the public page included.
do $$ declare t text; begin
  foreach t in array array['audit_seal', 'audit_leaf', 'audit_node', 'audit_checkpoint'] loop
    execute format('alter policy %I on %I with check (agency_id = (select authz.agency()) and (select authz.has(1)))', 'staff add to what they may of ' || t, t);
  end loop;
end $$;
alter policy "staff change what they may of audit_seal" on audit_seal using (agency_id = (select authz.agency()) and (select authz.has(1)));
alter policy "staff add to what they may of audit_mac" on audit_mac with check (agency_id = (select authz.agency()));

-- Agencies whose audit has events that are not sealed, and for how long the oldest has waited.
set local role authz;
create function authz.unsealed() returns table (agency_id uuid, waits_seconds double precision) language sql stable security definer set search_path = '' as $$
  select g.agency_id, extract(epoch from clock_timestamp() - oldest.at)
  from public.agency g left join public.audit_seal s on s.agency_id = g.agency_id
  cross join lateral (select e.at from public.audit_event e where e.agency_id = g.agency_id
    and (e.incarnation, e.xid) >= (coalesce(s.incarnation, 0), coalesce(s.horizon, '0')) order by e.incarnation, e.xid limit 1) oldest
$$;
revoke all on function authz.unsealed() from public;
grant execute on function authz.unsealed() to continuum_app, continuum_jobs;
reset role;

// The database's own promises, read from its catalogs: a table, key, policy or function that breaks one is named. A new table is covered without a line here.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from './world.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

/** The list of what breaks the rule is empty. */
function none(promise: string, sql: string): void {
  test(promise, async () =>
    assert.deepEqual(
      (await w.asOwner(sql)).map((row) => Object.values(row).join(' ')),
      [],
    ),
  )
}

/** house_migration is the migrator's own list: no agency, and no right for anybody but the owner. */
const tables = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.relacl from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'house_migration'`

test('there are tables to speak of', async () => assert.ok((await w.asOwner(tables)).length > 30))

none(
  'M1 every table has row-level security, enabled and forced',
  `select name from (${tables}) t where not (relrowsecurity and relforcerowsecurity)`,
)
none(
  'M1 every table has a policy',
  `select name from (${tables}) t where not exists (select from pg_policy p where p.polrelid = t.oid)`,
)
none(
  'M1 agency_id is a uuid, never empty, filled from the access context',
  `select name from (${tables}) t where name <> 'agency' and not exists (
     select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = t.oid and a.attname = 'agency_id' and a.attnotnull and a.atttypid = 'uuid'::regtype and pg_get_expr(d.adbin, d.adrelid) in ('authz.agency()', 'authz.here()'))`,
)
none(
  'M1 every primary key begins with agency_id',
  `select name from (${tables}) t where not exists (
     select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = t.oid and i.indisprimary and a.attname = 'agency_id')`,
)
none(
  // An agency's slug is public: it is the address of its self-referral page.
  'M1 every unique index and exclusion begins with agency_id, so that a duplicate never tells of another agency',
  `select t.name, i.indexrelid::regclass from (${tables}) t join pg_index i on i.indrelid = t.oid
   left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
   where (i.indisunique or i.indisexclusion) and a.attname is distinct from 'agency_id' and i.indexrelid::regclass::text <> 'agency_slug_key'`,
)
none(
  'M1 every foreign key carries agency_id on both sides, at the same place',
  `select t.name, k.conname from (${tables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
   where not exists (select from unnest(k.conkey, k.confkey) pair (here, there)
     join pg_attribute h on h.attrelid = k.conrelid and h.attnum = here join pg_attribute f on f.attrelid = k.confrelid and f.attnum = there
     where h.attname = 'agency_id' and f.attname = 'agency_id')`,
)
none('every constraint holds for the rows that are there', `select conname from pg_constraint where not convalidated`)
none(
  'every foreign key of a case or a client has an index to find its rows by',
  `select t.name, k.conname from (${tables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
   where k.confrelid in ('client'::regclass, 'case_record'::regclass) and not exists (
     select from pg_index i where i.indrelid = t.oid and i.indkey[0] = any (k.conkey) and i.indkey[1] = any (k.conkey))
   and exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = any (k.conkey) and a.attname in ('client_id', 'case_id'))`,
)

const app = `'continuum_app'::regrole`
none(
  'M1 the application role owns nothing',
  `select 'relation ' || oid::regclass from pg_class where relowner = ${app}
   union all select 'function ' || oid::regprocedure from pg_proc where proowner = ${app}
   union all select 'schema ' || nspname from pg_namespace where nspowner = ${app}
   union all select 'type ' || oid::regtype from pg_type where typowner = ${app}`,
)
none(
  'M1 the application role has no power of its own and is a member of no other role',
  `select rolname from pg_roles where oid = ${app} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
   union all select roleid::regrole::text from pg_auth_members where member = ${app}`,
)
none(
  // Old answers to repeated requests are swept after three days; they are no record of anybody.
  'M12 nothing can be deleted or truncated by the application, nor can it add triggers or references',
  `select t.name, g.privilege_type from (${tables}) t, aclexplode(t.relacl) g
   where g.grantee in (${app}, 0) and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE') and not (t.name = 'idempotency_key' and g.privilege_type = 'DELETE')`,
)
none(
  'every table refuses truncation',
  `select name from (${tables}) t where not exists (
   select from pg_trigger g where g.tgrelid = t.oid and g.tgtype & 32 > 0 and g.tgenabled = 'O')`,
)
none(
  'M1 the application role may create nothing',
  `select nspname from pg_namespace where nspname in ('public', 'authz', 'house', 'graphile_worker') and has_schema_privilege(${app}, oid, 'create')`,
)
none(
  'M3 the application role reads no table of the access functions and none of the job queue',
  `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('authz', 'graphile_worker') and c.relkind in ('r', 'v', 'p') and has_table_privilege(${app}, c.oid, 'select, insert, update, delete')`,
)
none(
  'M3 the application role cannot sign a context, only open one by a door',
  `select oid::regprocedure from pg_proc where pronamespace = 'authz'::regnamespace and proname in ('mac', 'open') and has_function_privilege(${app}, oid, 'execute')`,
)
none(
  'M3 every policy that shows or takes rows asks for the agency of the signed context, once per statement',
  `select polrelid::regclass, polname from pg_policy where polpermissive and (${app} = any (polroles) or 0 = any (polroles))
   group by 1, 2, polqual, polwithcheck, polrelid having coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') !~ 'SELECT authz.agency\\(\\)'`,
)
none(
  'policies speak of the application or of the access functions, and none lets the application delete',
  `select polrelid::regclass, polname from pg_policy where not polroles <@ array[${app}, 'authz'::regrole]::oid[]
   or (polcmd = 'd' and polrelid <> 'idempotency_key'::regclass)`,
)
none(
  'a view shows what its reader may see, never what its owner may',
  `select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)`,
)
none(
  'there is no materialized view: it would be a copy without row-level security',
  `select oid::regclass from pg_class where relkind = 'm'`,
)
none(
  'no one but the owner may make temporary objects: a type of a temporary schema would stand before PostgreSQL’s own',
  `select datname from pg_database where datname = current_database() and has_database_privilege(${app}, oid, 'temporary')`,
)
none(
  // The ones that every policy or search asks are measured to be three times faster without one; the promise above is what makes that safe.
  'a function with its owner’s rights belongs to a role without a login of people, and looks names up nowhere else',
  `select oid::regprocedure from pg_proc where prosecdef and pronamespace in ('public'::regnamespace, 'authz'::regnamespace, 'house'::regnamespace)
   and (proowner not in ('authz'::regrole, 'continuum_jobs'::regrole) or not coalesce(array_to_string(proconfig, ' ') ~ 'search_path=', false))
   and not (proowner = 'authz'::regrole and proname in ('context', 'my_cases', 'my_clients', 'my_exclusions', 'search_tokens'))`,
)
none(
  'whoever changed a row, and when, is kept by a trigger',
  `select name from (${tables}) t where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'updated_at')
   and has_table_privilege(${app}, t.oid, 'update') and not exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'touch' and g.tgenabled = 'O')`,
)
none(
  // Ties and memberships are begun and ended, never edited; search tokens and the case counter are derived.
  'M5 every row that can be edited has a version',
  `select name from (${tables}) t where has_table_privilege(${app}, t.oid, 'update') 
   and name not in ('idempotency_key', 'staff_role', 'program_supervisor', 'goal_need', 'barrier_goal', 'client_search_token', 'case_counter')
   and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'version')`,
)

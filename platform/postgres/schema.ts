// Writes down what a migrated database looks like, from its catalogs and in a stable order, so that a reviewer sees a migration's effect.
import { createHash } from 'node:crypto'
import type pg from 'pg'

const ours = `n.nspname in ('public', 'authz', 'house')`

const tablesAndViews = `
  select format('%I.%I', n.nspname, c.relname) as name, c.oid, c.relkind, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
    pg_get_userbyid(c.relowner) = current_user as ownedbyowner, pg_get_userbyid(c.relowner) as owner, array_to_string(c.reloptions, ', ') as options,
    case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as view
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'house_migration' order by 1`

const columns = `
  select a.attrelid as oid, format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' generated as identity' when a.attgenerated <> '' then ' generated always as ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
    case when a.attgenerated = '' and d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`

const constraints = `
  select conrelid as oid, format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
  from pg_constraint where contype in ('c', 'f', 'p', 'u', 'x') and conrelid <> 0 order by conrelid, contype, conname`

const indexes = `
  select i.indrelid as oid, pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid
  where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by i.indrelid, c.relname`

const policies = `
  select polrelid as oid, format('policy %I for %s to %s%s%s', polname,
    case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    (select string_agg(pg_get_userbyid(r), ', ' order by pg_get_userbyid(r)) from unnest(polroles) r),
    coalesce(' using ' || pg_get_expr(polqual, polrelid), ''), coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')) as line
  from pg_policy order by polrelid, polname`

const triggers = `select tgrelid as oid, pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal order by tgrelid, tgname`

const grants = `
  select c.oid, format('grant %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), pg_get_userbyid(g.grantee)) as line
  from pg_class c, aclexplode(c.relacl) g where g.grantee <> c.relowner group by c.oid, g.grantee order by c.oid, 2`

const functions = `
  select format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as name, coalesce(pg_get_function_result(p.oid), 'procedure') as result,
    p.prosecdef as definer, pg_get_userbyid(p.proowner) = 'authz' as byauthz, pg_get_userbyid(p.proowner) = 'continuum_jobs' as byjobs, pg_get_functiondef(p.oid) as text,
    has_function_privilege('continuum_app', p.oid, 'execute') as app
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${ours} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`

type Line = { oid: number; line: string }

/** Functions are written as a digest of their text: the text itself is in the migration. */
export async function describeSchema(connection: pg.Client): Promise<string> {
  const lines = async (sql: string) => {
    const { rows } = await connection.query<Line>(sql)
    return Map.groupBy(rows, (row) => row.oid)
  }
  const relations = (await connection.query(tablesAndViews)).rows
  const parts = [
    await lines(columns),
    await lines(constraints),
    await lines(indexes),
    await lines(policies),
    await lines(triggers),
    await lines(grants),
  ]
  const described = relations.map((relation) => {
    const details = parts
      .slice(relation.view ? 5 : 0)
      .flatMap((part) => (part.get(relation.oid) ?? []).map(({ line }) => `  ${line.replaceAll(/\s+/g, ' ')}`))
    const flags = [
      relation.rls && 'row security',
      relation.forced && 'forced',
      !relation.ownedbyowner && `owner ${relation.owner}`,
      relation.options,
    ].filter(Boolean)
    const head = `${relation.view ? 'view' : 'table'} ${relation.name}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}`
    return [head, ...(relation.view ? [`  ${relation.view.replaceAll(/\s+/g, ' ').trim()}`] : []), ...details].join('\n')
  })
  return [
    '-- What migrations/ make, written by `npm run schema`. Never edited by hand; `npm run check` fails when it differs.',
    ...described,
    (await describeFunctions(connection)).join('\n'),
    '',
  ].join('\n\n')
}

async function describeFunctions(connection: pg.Client): Promise<string[]> {
  const { rows } = await connection.query(functions)
  return rows.map((row) => {
    const digest = createHash('sha256').update(row.text).digest('hex').slice(0, 16)
    const owner = row.byauthz ? 'authz' : row.byjobs ? 'continuum_jobs' : 'owner'
    const rights = [row.definer && 'security definer', `of ${owner}`, row.app && 'callable by continuum_app']
      .filter(Boolean)
      .join(', ')
    return `function ${row.name} returns ${row.result}: ${rights}, ${digest}`
  })
}

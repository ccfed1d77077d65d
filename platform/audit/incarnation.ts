// Transaction ids count from anew in another cluster. Before anything is written there, the audit's incarnation is raised, so that no event looks sealed that is not.
import pg from 'pg'

/** Run by the owner at each start, after migrations. The first cluster is the first incarnation. */
export async function noticeCluster(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`
      with here as (
          select system_identifier || coalesce(' ' || nullif(current_setting('cluster_name'), ''), '') as cluster from pg_control_system()),
        reset as (select exists (select from audit_seal s join house.incarnation i on i.number = s.incarnation and s.horizon > pg_snapshot_xmax(pg_current_snapshot())) as ids_began_anew)
      update house.incarnation i set number = i.number + (i.cluster <> '')::int, cluster = here.cluster from here, reset
      where i.cluster <> here.cluster or reset.ids_began_anew`)
  } finally {
    await owner.end()
  }
}

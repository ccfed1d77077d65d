// SC-12's quarter: 412 service referrals of one agency as the practice model tells them, written in bulk by the owner of the tables.
import type { World } from '../../test/world.ts'

/** 96 to transport (31 without room, else accepted after 9 days); 301 accepted, 74 rejected, 37 unanswered; 221 closed, 187 met; 27 unmet needs. */
export async function quarter(w: World): Promise<{ caseId: string; clientId: string }> {
  const ids = await w.openCase({ displayName: 'Everyone Counted' })
  const values = [w.agencyId, ids.caseId, ids.clientId, w.staffId.maya]
  await w.asOwner('set session_replication_role = replica')
  await w.asOwner(
    `with person as (
      select i, gen_random_uuid() as id, date '2026-04-01' + i % 60 as sent, case when i <= 96 then 'transport' when i <= 250 then 'food' when i <= 280 then 'substance-use' else 'mental-health' end as service,
        case when i <= 31 then 'no-capacity' when i between 97 and 139 then 'not-eligible' end as no, i between 32 and 96 or i > 176 as yes,
        i between 32 and 96 or i between 177 and 332 as closed, i between 32 and 96 or i between 177 and 298 as met
      from generate_series(1, 412) i),
    step as (
      insert into service_referral_step (agency_id, id, case_id, service_referral_id, version, from_status, to_status, actor, told, reason_code, at, created_by)
      select $1, gen_random_uuid(), $2, p.id, s.version, s.was, s.becomes, s.actor, 'here', s.reason, p.sent + interval '16 hours' + s.after, $4::uuid from person p
      cross join lateral (values (2, 'draft', 'requested', 'requester', null, interval '0', true), (3, 'requested', 'accepted', 'target', null, interval '9 days', p.yes),
        (3, 'requested', 'rejected', 'target', p.no, interval '3 days', p.no is not null), (4, 'accepted', 'completed', 'target', null, interval '15 days', p.i between 32 and 96 or p.i between 177 and 359)
      ) s (version, was, becomes, actor, reason, after, happened) where s.happened)
    insert into service_referral (agency_id, id, case_id, client_id, status, reason_code, performer_kind, performer_name, service_type, basis, requested_at, requested_on, zip3, language,
      client_reached, reached_on, need_met, not_met_reason, loop_closed_at, loop_closed_on, loop_closed_by)
    select $1, id, $2, $3, case when no is not null then 'rejected' when yes then 'accepted' else 'requested' end, no, 'organization', 'A service', service, '{"ground":"treatment"}', sent + interval '16 hours', sent,
      case when i <= 6 then '450' when i <= 46 then '451' else '452' end, case when i <= 290 then 'en' when i <= 386 then 'es' else 'vi' end,
      case when closed then 'yes' end, case when closed then sent + 12 end, case when met then 'met' when closed then 'not-met' end, case when closed and not met then 'hours' end,
      case when closed then sent + interval '20 days' end, case when closed then sent + 20 end, case when closed then $4::uuid end from person`, values)
  await w.asOwner(
    `insert into unmet_need (agency_id, id, case_id, client_id, service_type, reason_code, zip3, language, on_date, recorded_at, created_by)
     select $1, gen_random_uuid(), $2, $3, 'transport', 'no-capacity', '452', 'en', date '2026-05-04', timestamptz '2026-05-04T15:00Z', $4 from generate_series(1, 27)`, values)
  await w.asOwner('set session_replication_role = origin')
  await w.asOwner('analyze service_referral, service_referral_step, unmet_need')
  return ids
}

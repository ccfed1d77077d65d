-- What comes from substance use treatment (label 1 on the case, or on the assessment a need came from; 42 CFR part 2) is told to a receiver only on
-- a consent that carries the same label: for every writer, whatever the program asked before.
set local role authz;
-- Whether the need and the goal come from such information, also where the asker is not cleared to see that it is there.
create function authz.told_from_part_2(of_case uuid, of_need uuid, of_goal uuid) returns table (need boolean, goal boolean) language sql stable security definer set search_path = '' as $$
  with mine as (select authz.agency() as agency), marked as (
    select n.id from public.need n join mine m on m.agency = n.agency_id left join public.assessment a on a.agency_id = n.agency_id and a.id = n.assessment_id
    where n.case_id = of_case and ((authz.labels_of_case(m.agency, of_case) | coalesce(a.labels, 0)) & 1) = 1)
  select of_need is not null and exists (select from marked where id = of_need),
    of_goal is not null and ((authz.labels_of_case((select agency from mine), of_case) & 1) = 1
      or exists (select from public.goal_need g join mine m on m.agency = g.agency_id join marked on marked.id = g.need_id where g.goal_id = of_goal))
$$;
create function authz.tells_part_2(of_referral uuid, items text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.service_referral r, authz.told_from_part_2(r.case_id, r.need_id, r.goal_id) t
    where r.agency_id = authz.agency() and r.id = of_referral and (('need' = any (items) and t.need) or ('goal' = any (items) and t.goal)))
$$;
reset role;
do $$ declare each text; begin
  foreach each in array array['need', 'goal_need'] loop
    if not exists (select from pg_policy where polrelid = each::regclass and polroles = array['authz'::regrole]::oid[] and polcmd in ('r', '*')) then call house.let_authz_read(each); end if;
  end loop;
end $$;

create function house.part_2_leaves_on_its_consent() returns trigger language plpgsql as $$
begin
  if (new.consent_id is null or (authz.labels_of(new.agency_id, 'consent', new.consent_id) & 1) = 0) and authz.tells_part_2(new.service_referral_id, new.items) then
    raise exception using errcode = 'P0001', message = 'service-referral.part-2-needs-its-consent';
  end if;
  return new;
end $$;
create trigger part_2_leaves_on_its_consent before insert on service_referral_sending for each row
  when (new.items && array['need', 'goal']) execute function house.part_2_leaves_on_its_consent();

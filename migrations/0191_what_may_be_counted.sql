-- What is counted of service referrals and unmet needs, as of an instant, stands once: read with the caller's own rights, or, for administrators,
-- who open no case, as sums of the whole agency. Sealed clients and whoever is labelled domestic violence (8) are in no figure, for no reader
-- (INV-60); what a reader is not cleared for is in none of theirs. ADR 190.
do $$
declare each text;
begin
  foreach each in array array['service_referral_step', 'unmet_need', 'need', 'client', 'case_record'] loop
    execute format('grant select on %I to authz', each);
    if not exists (select from pg_policy where polrelid = each::regclass and polroles = array['authz'::regrole]::oid[] and polcmd in ('r', '*')) then call house.let_authz_read(each); end if;
  end loop;
end $$;
create index service_referral_by_day on service_referral (agency_id, requested_on) where requested_on is not null;

-- Mental health and substance use are told as one, so that no figure speaks of Part 2 programs (SC-12, step 2).
create function house.figure_stratum(dimension text, service_type text, zip3 text, county text, language text, domain text, day date) returns text language sql immutable parallel safe as $$
  select case dimension
    when 'service-type' then case when service_type in ('mental-health', 'substance-use') then 'behavioral-health' else service_type end
    when 'need' then coalesce(case when domain in ('substance-use', 'behavioral-health') then 'behavioral-health' else domain end, '')
    when 'area' then coalesce(zip3, '') when 'county' then coalesce(county, '') when 'language' then coalesce(split_part(language, '-', 1), '') else to_char(day, 'YYYY-MM') end
$$;

-- The cases that may be counted at all.
create function house.countable_cases(of_agency uuid) returns table (id uuid) language sql stable as $$
  select k.id from public.case_record k join public.client c on c.agency_id = k.agency_id and c.id = k.client_id
  where k.agency_id = of_agency and c.confidentiality <> 'sealed' and ((k.labels | c.labels) & 8) = 0 and ((k.labels | c.labels) & 63 & ~(select authz.clearance())) = 0
    and not c.id = any (array(select authz.my_exclusions()))
$$;

-- The referrals of the span as they stood: each state is read from its step, each outcome from the instant it was recorded.
create function house.referrals_as_known(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, requested_on date, accepted_at timestamptz, rejected_at timestamptz, reason text, outcome boolean, reached_on date, withdrawn boolean, closed boolean, reached boolean, met boolean,
    answered_on date, accepted_on date) language sql stable as $$
  with step as (
    select r.agency_id, r.case_id, r.need_id, r.service_type, r.zip3, r.county, r.language, r.requested_on, r.reached_on, r.loop_closed_at < known_before as told, r.need_met, r.client_reached,
      min(s.at) filter (where s.to_status = 'accepted') as accepted_at, min(s.at) filter (where s.to_status = 'rejected') as rejected_at,
      min(s.reason_code) filter (where s.to_status = 'rejected') as reason, bool_or(s.to_status = 'cancelled') as cancelled,
      bool_or(s.to_status in ('completed', 'failed') or (s.to_status = 'cancelled' and s.actor = 'target' and s.from_status <> 'requested')) as outcome
    from public.service_referral r join public.service_referral_step s on s.agency_id = r.agency_id and s.service_referral_id = r.id
    where r.agency_id = of_agency and r.intent = 'referral' and r.requested_on between from_day and until_day and r.requested_at < known_before and s.at < known_before
    group by r.agency_id, r.id having not bool_or(s.to_status = 'entered-in-error'))
  select house.figure_stratum(dimension, k.service_type, k.zip3, k.county, k.language,
      case when dimension = 'need' then (select n.domain from public.need n where n.agency_id = k.agency_id and n.case_id = k.case_id and n.id = k.need_id) end, k.requested_on),
    k.requested_on, k.accepted_at, k.rejected_at, k.reason, k.outcome, k.reached_on, k.accepted_at is null and k.rejected_at is null and k.cancelled,
    coalesce(k.told and k.need_met <> 'unknown', false), coalesce(k.told and k.client_reached = 'yes', false), coalesce(k.told and k.need_met = 'met', false),
    (least(k.accepted_at, k.rejected_at) at time zone zone)::date, (k.accepted_at at time zone zone)::date
  from step k where k.case_id in (select c.id from house.countable_cases(of_agency) c)
$$;

create function house.referral_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, sent integer, accepted integer, rejected integer, unanswered integer, withdrawn integer, outcome integer, closed integer, reached integer, met integer,
    days_to_answer double precision, days_to_accept double precision, days_to_reach double precision) language sql stable as $$
  select case when grouping(k.stratum) = 1 then null else k.stratum end, count(*)::int, count(k.accepted_at)::int, count(*) filter (where k.rejected_at is not null and k.accepted_at is null)::int,
    count(*) filter (where k.accepted_at is null and k.rejected_at is null and not k.withdrawn)::int, count(*) filter (where k.withdrawn)::int, count(*) filter (where k.outcome)::int,
    count(*) filter (where k.closed)::int, count(*) filter (where k.reached)::int, count(*) filter (where k.met)::int,
    percentile_cont(0.5) within group (order by k.answered_on - k.requested_on), percentile_cont(0.5) within group (order by k.accepted_on - k.requested_on),
    percentile_cont(0.5) within group (order by k.reached_on - k.requested_on) filter (where k.reached)
  from house.referrals_as_known(of_agency, from_day, until_day, known_before, zone, dimension) k group by grouping sets ((k.stratum), ())
$$;
create function house.rejection_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, reason text, count integer) language sql stable as $$
  select case when grouping(k.stratum) = 1 then null else k.stratum end, k.reason, count(*)::int
  from house.referrals_as_known(of_agency, from_day, until_day, known_before, zone, dimension) k
  where k.rejected_at is not null and k.accepted_at is null group by grouping sets ((k.stratum, k.reason), (k.reason))
$$;
create function house.unmet_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, reason text, count integer) language sql stable as $$
  select case when grouping(k.stratum) = 1 then null else k.stratum end, k.reason, count(*)::int
  from (select house.figure_stratum(dimension, u.service_type, u.zip3, u.county, u.language,
      case when dimension = 'need' then (select n.domain from public.need n where n.agency_id = u.agency_id and n.case_id = u.case_id and n.id = u.need_id) end, u.on_date) as stratum, u.reason_code as reason
    from public.unmet_need u where u.agency_id = of_agency and u.on_date between from_day and until_day and u.recorded_at < known_before
      and u.case_id in (select c.id from house.countable_cases(of_agency) c)) k
  group by grouping sets ((k.stratum, k.reason), (k.reason))
$$;
grant execute on function house.figure_stratum, house.countable_cases, house.referrals_as_known, house.referral_figures, house.rejection_figures, house.unmet_figures to continuum_app, authz;

-- The same sums over the whole agency, for administrators (flag 8) only: counts and medians leave, never a row.
set local role authz;
create function authz.whole_agency() returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  if not authz.has(8) then raise exception using errcode = '42501', message = 'figures of the whole agency are for administrators'; end if;
  return authz.agency();
end $$;
create function authz.referral_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, sent integer, accepted integer, rejected integer, unanswered integer, withdrawn integer, outcome integer, closed integer, reached integer, met integer,
    days_to_answer double precision, days_to_accept double precision, days_to_reach double precision) language sql stable security definer set search_path = '' as $$
  select * from house.referral_figures((select a from authz.whole_agency() a where a = of_agency), from_day, until_day, known_before, zone, dimension)
$$;
create function authz.rejection_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, reason text, count integer) language sql stable security definer set search_path = '' as $$
  select * from house.rejection_figures((select a from authz.whole_agency() a where a = of_agency), from_day, until_day, known_before, zone, dimension)
$$;
create function authz.unmet_figures(of_agency uuid, from_day date, until_day date, known_before timestamptz, zone text, dimension text)
  returns table (stratum text, reason text, count integer) language sql stable security definer set search_path = '' as $$
  select * from house.unmet_figures((select a from authz.whole_agency() a where a = of_agency), from_day, until_day, known_before, zone, dimension)
$$;
reset role;

-- Needs and goals of a case, with Goal Attainment Scaling. The checks repeat need.ts, goal.ts and scale.ts for every other writer.
create table need (
  agency_id          uuid not null default authz.here(),
  id                 uuid not null,
  case_id            uuid not null,
  client_words       text not null default '' check (length(client_words) <= 500),
  statement          text not null check (length(btrim(statement)) between 1 and 500),
  domain             text not null check (length(domain) between 1 and 60),
  codes              jsonb not null default '[]' check (jsonb_typeof(codes) = 'array'),
  source             text not null check (source in ('client', 'support', 'assessment', 'screening', 'referral', 'observation')),
  evidence           text not null default '',
  assessment_id      uuid,
  client_rank        integer check (client_rank between 1 and 99),
  safety_rank        integer check (safety_rank between 1 and 99),
  certainty          text not null default 'concern' check (certainty in ('concern', 'confirmed')),
  concurred_by       text check (concurred_by in ('client', 'representative')),
  confirmed_on       date,
  confirmed_by       uuid,
  disposition        text not null default 'open' check (disposition in ('open', 'met', 'deferred', 'declined_by_client', 'no_service_available')),
  disposition_reason text,
  disposition_on     date,
  version            integer not null default 1,
  created_at         timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at         timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, confirmed_by) references staff (agency_id, id),
  constraint needs_are_known_within_their_case unique (agency_id, case_id, id),
  constraint confirmed_needs_have_the_clients_concurrence check
    ((certainty = 'confirmed') = (concurred_by is not null and confirmed_on is not null and confirmed_by is not null)),
  constraint settled_needs_say_why check
    ((disposition = 'open') = (disposition_reason is null and disposition_on is null) and length(btrim(coalesce(disposition_reason, 'open'))) > 0),
  constraint only_confirmed_needs_are_met check (disposition <> 'met' or certainty = 'confirmed')
);
create index need_by_case on need (agency_id, case_id, client_rank);
call house.protect('need', 'case');

-- Declining help is an end state of the client's choosing (INV-25).
create function house.declined_stays() returns trigger language plpgsql as $$
begin
  if old.disposition = 'declined_by_client' and new.disposition <> old.disposition then
    raise exception using errcode = 'P0001', message = 'need.declined';
  end if;
  return new;
end $$;
create trigger declined_stays before update on need for each row execute function house.declined_stays();

create table goal (
  agency_id               uuid not null default authz.here(),
  id                      uuid not null,
  case_id                 uuid not null,
  client_words            text not null check (length(btrim(client_words)) between 1 and 500),
  statement               text not null default '',
  domain                  text not null default '',
  measure                 text not null default '',
  measure_declined_reason text not null default '',
  baseline_text           text not null default '',
  target_text             text not null default '',
  target_date             date,
  horizon                 text not null default 'short' check (horizon in ('short', 'long')),
  importance              integer check (importance between 0 and 10),
  confidence              integer check (confidence between 0 and 10),
  owner_kind              text check (owner_kind in ('case-manager', 'client', 'support', 'provider', 'payer', 'employer')),
  owner_staff_id          uuid,
  owner_name              text,
  is_client_wish          boolean not null default false,
  lifecycle_status        text not null default 'proposed' check (lifecycle_status in ('proposed', 'active', 'on-hold', 'completed', 'cancelled')),
  achievement_status      text check (achievement_status in
    ('in-progress', 'improving', 'no-change', 'worsening', 'achieved', 'sustaining', 'not-achieved', 'no-progress', 'not-attainable')),
  started_on              date,
  ended_on                date,
  ended_because           text,
  version                 integer not null default 1,
  created_at              timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at              timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, owner_staff_id) references staff (agency_id, id),
  constraint goals_are_known_within_their_case unique (agency_id, case_id, id),
  constraint a_goal_has_one_owner check (case
    when owner_kind is null or owner_kind = 'client' then owner_staff_id is null and owner_name is null
    when owner_kind = 'case-manager' then owner_staff_id is not null and owner_name is null
    else owner_staff_id is null and length(btrim(coalesce(owner_name, ''))) > 0 end),
  constraint agreed_goals_have_a_measure_a_day_and_an_owner check (lifecycle_status in ('proposed', 'cancelled')
    or ((measure <> '' or measure_declined_reason <> '') and target_date is not null and owner_kind is not null and started_on is not null)),
  constraint ended_goals_say_how check
    ((lifecycle_status in ('completed', 'cancelled')) = (ended_on is not null and length(btrim(coalesce(ended_because, ''))) > 0)),
  constraint completed_goals_have_a_final_attainment check (lifecycle_status <> 'completed'
    or coalesce(achievement_status, '') in ('achieved', 'sustaining', 'improving', 'not-achieved', 'no-progress', 'not-attainable'))
);
create index goal_by_case on goal (agency_id, case_id, target_date);
call house.protect('goal', 'case');

create table goal_need (
  agency_id  uuid not null default authz.here(),
  case_id    uuid not null,
  goal_id    uuid not null,
  need_id    uuid not null,
  dropped_at timestamptz,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, goal_id, need_id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  foreign key (agency_id, case_id, need_id) references need (agency_id, case_id, id)
);
create index goal_need_by_case on goal_need (agency_id, case_id) where dropped_at is null;
call house.protect('goal_need', 'case');

-- INV-26: an agreed goal answers a need, or is the client's own wish.
create function house.agreed_goals_answer_a_need() returns trigger language plpgsql as $$
begin
  if new.lifecycle_status in ('active', 'on-hold', 'completed') and not new.is_client_wish and not exists (
    select from goal_need n where n.agency_id = new.agency_id and n.goal_id = new.id and n.dropped_at is null) then
    raise exception using errcode = 'P0001', message = 'goal.no-need';
  end if;
  return new;
end $$;
create trigger agreed_goals_answer_a_need before insert or update on goal for each row execute function house.agreed_goals_answer_a_need();

create table goal_scale (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  goal_id       uuid not null,
  revision      integer not null check (revision >= 1),
  texts         jsonb not null,
  weight        integer not null default 1 check (weight between 1 and 10),
  baseline      integer check (baseline between -2 and 2),
  baseline_on   date,
  baseline_by   text check (baseline_by in ('client', 'practitioner', 'caregiver')),
  superseded_on date,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  constraint a_scale_has_five_levels check (jsonb_typeof(texts) = 'array' and jsonb_array_length(texts) = 5
    and not jsonb_path_exists(texts, '$[*] ? (@.type() != "string" || @ == "")')),
  constraint a_baseline_says_when_and_by_whom check (num_nonnulls(baseline, baseline_on, baseline_by) in (0, 3)),
  constraint scale_revisions_are_numbered_once unique (agency_id, goal_id, revision),
  constraint scales_are_known_within_their_goal unique (agency_id, case_id, goal_id, id)
);
create unique index a_goal_has_one_current_scale on goal_scale (agency_id, goal_id) where superseded_on is null;
create index goal_scale_by_case on goal_scale (agency_id, case_id) where superseded_on is null;
call house.protect('goal_scale', 'case');

-- INV-27: once the baseline is set, the five texts, the weight and the baseline stay; other wording is a new revision.
create function house.scaled_levels_stay() returns trigger language plpgsql as $$
begin
  if old.baseline is not null and (new.texts, new.weight, new.baseline, new.baseline_on, new.baseline_by, new.goal_id, new.revision)
      is distinct from (old.texts, old.weight, old.baseline, old.baseline_on, old.baseline_by, old.goal_id, old.revision) then
    raise exception using errcode = 'P0001', message = 'goal.levels-are-fixed';
  end if;
  return new;
end $$;
create trigger scaled_levels_stay before update on goal_scale for each row execute function house.scaled_levels_stay();

create table goal_score (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  case_id     uuid not null,
  goal_id     uuid not null,
  scale_id    uuid,
  level       integer check (level between -2 and 2),
  achievement text not null check (achievement in
    ('in-progress', 'improving', 'no-change', 'worsening', 'achieved', 'sustaining', 'not-achieved', 'no-progress', 'not-attainable')),
  scored_by   text not null check (scored_by in ('client', 'practitioner', 'caregiver')),
  scored_on   date not null,
  evidence    text not null default '',
  recorded_at timestamptz not null default authz.clock(),
  recorded_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, goal_id) references goal (agency_id, case_id, id),
  foreign key (agency_id, case_id, goal_id, scale_id) references goal_scale (agency_id, case_id, goal_id, id),
  constraint a_level_belongs_to_a_scale check ((level is null) = (scale_id is null)),
  constraint achieved_is_level_zero_or_better check (level >= 0 or achievement not in ('achieved', 'sustaining'))
);
create index goal_score_by_goal on goal_score (agency_id, goal_id, recorded_at desc);
create index goal_score_by_case on goal_score (agency_id, case_id);
call house.protect_append_only('goal_score', 'case');

create function house.scores_follow_a_baseline() returns trigger language plpgsql as $$
begin
  if new.level is not null and not exists (
    select from goal_scale s where s.agency_id = new.agency_id and s.id = new.scale_id and s.baseline is not null) then
    raise exception using errcode = 'P0001', message = 'goal.no-baseline';
  end if;
  return new;
end $$;
create trigger scores_follow_a_baseline before insert on goal_score for each row execute function house.scores_follow_a_baseline();

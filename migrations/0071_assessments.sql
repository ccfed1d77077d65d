-- Assessments with their answers and findings. `renders` is carried down by foreign keys so that no answer can be kept
-- for an instrument whose questions may not be shown (INV-23).
create table assessment (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  instrument_id uuid not null,
  renders       boolean not null,
  reason        text check (reason in ('initial', 'schedule', 'change-of-condition', 'transition', 'request', 'incident', 'screening')),
  mode          text check (mode in ('face-to-face', 'video', 'phone', 'on-paper')),
  place         text check (place in ('home', 'office', 'facility', 'community', 'other')),
  language      text,
  interpreter   text check (interpreter in ('not-needed', 'qualified', 'bilingual-staff', 'other-adult', 'declined')),
  interpreter_reference text not null default '',
  people        jsonb not null default '[]' check (jsonb_typeof(people) = 'array'),
  status        text not null default 'in-progress' check (status in ('in-progress', 'completed', 'amended', 'stopped', 'entered-in-error')),
  assessed_on   date not null,
  assessed_zone text not null,
  began_at      timestamptz not null default authz.clock(),
  completed_at  timestamptz,
  completed_on  date,
  completed_by  uuid,
  end_reason    text,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, completed_by) references staff (agency_id, id),
  constraint an_assessment_knows_its_instruments_licence foreign key (agency_id, instrument_id, renders) references instrument (agency_id, id, may_render),
  constraint assessments_are_known_within_their_case unique (agency_id, case_id, id),
  constraint assessments_are_known_with_their_licence unique (agency_id, id, renders),
  constraint assessments_are_known_with_their_instrument unique (agency_id, id, instrument_id),
  constraint a_completed_assessment_has_a_date_and_a_person check (case
    when status in ('completed', 'amended') then completed_at is not null and completed_on is not null and completed_by is not null
    when status in ('in-progress', 'stopped') then completed_at is null and completed_on is null and completed_by is null
    else true end),
  constraint an_assessment_set_aside_says_why check ((status in ('stopped', 'entered-in-error')) = (length(btrim(coalesce(end_reason, ''))) > 0)),
  constraint an_assessment_asked_here_says_how check (not renders or (reason is not null and mode is not null and language is not null and interpreter is not null)),
  constraint a_score_only_result_keeps_nothing_else check
    (renders or (reason is null and mode is null and place is null and language is null and interpreter is null and interpreter_reference = '' and people = '[]'))
);
create index assessment_by_case on assessment (agency_id, case_id, assessed_on);
create index assessment_by_instrument on assessment (agency_id, instrument_id);
call house.protect('assessment', 'case');

create table assessment_response (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  assessment_id uuid not null,
  link_id       text not null check (length(link_id) between 1 and 255),
  renders       boolean not null default true,
  answer        jsonb check (jsonb_typeof(answer) = 'array'),
  not_asked_reason text check (not_asked_reason in ('refused', 'unable', 'not-applicable', 'not-assessed')),
  source        text not null default 'self-reported' check (source in ('self-reported', 'reported-by-related-person', 'observed', 'administrative', 'derived')),
  answered_at   timestamptz not null default authz.clock(),
  answered_by   uuid not null default authz.writer(),
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, assessment_id) references assessment (agency_id, case_id, id),
  foreign key (agency_id, answered_by) references staff (agency_id, id),
  foreign key (agency_id, assessment_id, renders) references assessment (agency_id, id, renders),
  constraint answers_are_kept_only_where_questions_may_be_shown check (renders),
  constraint an_answer_is_given_or_excused_not_both check (answer is null or not_asked_reason is null),
  constraint a_question_has_one_answer unique (agency_id, assessment_id, link_id)
);
create index assessment_response_by_case on assessment_response (agency_id, case_id);
call house.protect('assessment_response', 'case');

create table domain_finding (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  assessment_id uuid not null,
  domain        text not null check (domain ~ '^[a-z][a-z-]{1,59}$'),
  outcome       text check (outcome in ('finding', 'pertinent-negative', 'declined', 'unable')),
  strengths     text[] not null default '{}',
  limitations   text[] not null default '{}',
  narrative     text not null default '',
  conclusion    text not null default '',
  completed_at  timestamptz,
  completed_on  date,
  completed_by  uuid,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, assessment_id) references assessment (agency_id, case_id, id),
  foreign key (agency_id, completed_by) references staff (agency_id, id),
  constraint an_area_is_found_once unique (agency_id, assessment_id, domain),
  constraint an_area_is_dated_when_it_is_concluded check
    ((outcome is not null and length(btrim(conclusion)) > 0) = (completed_at is not null and completed_on is not null and completed_by is not null)
     and num_nulls(completed_at, completed_on, completed_by) in (0, 3))
);
create index domain_finding_by_case on domain_finding (agency_id, case_id);
call house.protect('domain_finding', 'case');

-- Corrections of a completed assessment: what was recorded stays, the correction stands beside it.
create table assessment_amendment (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  assessment_id uuid not null,
  number        integer not null check (number > 0),
  link_id       text,
  domain        text,
  before        jsonb,
  after         jsonb not null,
  reason        text not null check (length(btrim(reason)) > 0),
  recorded_at   timestamptz not null default authz.clock(),
  recorded_by   uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, assessment_id) references assessment (agency_id, case_id, id),
  foreign key (agency_id, recorded_by) references staff (agency_id, id),
  constraint an_amendment_has_one_number unique (agency_id, assessment_id, number),
  constraint an_amendment_is_about_one_thing check (num_nonnulls(link_id, domain) = 1)
);
create index assessment_amendment_by_case on assessment_amendment (agency_id, case_id);
call house.protect_append_only('assessment_amendment', 'case');

-- A finished assessment is proof: its facts, answers and findings stay as they were.
create function house.completed_assessment_stays() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['status', 'end_reason', 'version', 'updated_at', 'updated_by']) is distinct from
     (to_jsonb(old) - array['status', 'end_reason', 'version', 'updated_at', 'updated_by'])
     or not (new.status in ('amended', 'entered-in-error') or new.status = old.status) then
    raise exception using errcode = 'P0001', message = 'assessment.completed-is-immutable';
  end if;
  return new;
end $$;
create trigger completed_stays before update on assessment for each row when (old.status <> 'in-progress') execute function house.completed_assessment_stays();

create function house.answers_of_a_completed_assessment_stay() returns trigger language plpgsql as $$
begin
  if 'in-progress' is distinct from (select a.status from assessment a where a.agency_id = new.agency_id and a.id = new.assessment_id for share) then
    raise exception using errcode = 'P0001', message = 'assessment.completed-is-immutable';
  end if;
  return new;
end $$;
create trigger completed_stays before insert or update on assessment_response for each row execute function house.answers_of_a_completed_assessment_stay();
create trigger completed_stays before insert or update on domain_finding for each row execute function house.answers_of_a_completed_assessment_stay();

-- INV-21, for every writer: an assessment completes only when each required area is concluded.
create function house.required_areas_are_concluded() returns trigger language plpgsql as $$
begin
  if exists (
    select from instrument i, unnest(i.required_domains) as required (domain)
    where i.agency_id = new.agency_id and i.id = new.instrument_id and not exists (
      select from domain_finding f
      where f.agency_id = new.agency_id and f.assessment_id = new.id and f.domain = required.domain and f.completed_on is not null))
  then
    raise exception using errcode = 'P0001', message = 'assessment.areas-not-concluded';
  end if;
  return new;
end $$;
create trigger areas_are_concluded before insert or update of status on assessment for each row
  when (new.status = 'completed') execute function house.required_areas_are_concluded();

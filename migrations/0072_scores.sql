-- Scores: with the instrument and version they belong to and the raw answers they were made of, so that anyone can recompute them (INV-19).
create table assessment_score (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  assessment_id uuid not null,
  instrument_id uuid not null,
  renders       boolean not null,
  key           text not null check (key ~ '^[a-z][a-z0-9-]{0,49}$'),
  value         numeric(12, 2),
  scorable      boolean not null,
  missing       integer check (missing >= 0),
  prorated      boolean not null default false,
  band          jsonb,
  raw_answers   jsonb,
  amendment     integer not null default 0 check (amendment >= 0),
  recorded_at   timestamptz not null default authz.clock(),
  recorded_by   uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, assessment_id) references assessment (agency_id, case_id, id),
  foreign key (agency_id, assessment_id, renders) references assessment (agency_id, id, renders),
  foreign key (agency_id, assessment_id, instrument_id) references assessment (agency_id, id, instrument_id),
  foreign key (agency_id, recorded_by) references staff (agency_id, id),
  constraint a_score_is_made_once unique (agency_id, assessment_id, key, amendment),
  constraint a_score_that_could_not_be_made_has_no_number check (scorable = (value is not null)),
  constraint a_calculated_score_keeps_its_answers check (not renders or (raw_answers is not null and missing is not null)),
  constraint a_score_only_result_is_a_bare_number check (renders or (scorable and raw_answers is null and band is null and missing is null and not prorated))
);
create index assessment_score_by_case on assessment_score (agency_id, case_id);
create index assessment_score_by_instrument on assessment_score (agency_id, instrument_id, key);
call house.protect_append_only('assessment_score', 'case');

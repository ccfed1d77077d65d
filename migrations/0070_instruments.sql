-- Instruments: a questionnaire in one version, with its licence. What a version asks and how it scores never changes (INV-19).
create table instrument (
  agency_id          uuid not null default authz.here() references agency,
  id                 uuid not null,
  url                text not null check (length(btrim(url)) between 1 and 500),
  instrument_version text not null check (length(btrim(instrument_version)) between 1 and 100),
  title              text not null check (length(btrim(title)) between 1 and 500),
  kind               text not null check (kind in ('screen', 'grid', 'rubric', 'comprehensive')),
  language           text not null default 'en',
  questionnaire      jsonb check (jsonb_typeof(questionnaire) = 'object'),
  licence            text not null check (licence in ('free', 'licensed', 'awaiting-licence', 'score-only')),
  licence_note       text not null default '',
  attribution        text not null,
  may_render         boolean not null generated always as (licence in ('free', 'licensed')) stored,
  required_domains   text[] not null default '{}',
  score_keys         jsonb not null default '[]' check (jsonb_typeof(score_keys) = 'array'),
  status             text not null default 'active' check (status in ('active', 'retired')),
  version            integer not null default 1,
  created_at         timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at         timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  constraint an_instrument_has_one_row_per_version unique (agency_id, url, instrument_version),
  constraint instruments_are_known_with_their_licence unique (agency_id, id, may_render),
  constraint score_only_instruments_keep_no_questions check ((licence = 'score-only') = (questionnaire is null)),
  constraint every_instrument_says_whose_it_is check (length(btrim(attribution)) > 0),
  constraint a_licence_is_named check (licence <> 'licensed' or length(btrim(licence_note)) > 0),
  constraint a_comprehensive_assessment_names_its_areas check ((kind = 'comprehensive') = (cardinality(required_domains) > 0))
);
call house.protect('instrument', 'agency');

create function house.instrument_content_stays() returns trigger language plpgsql as $$
begin
  if (new.url, new.instrument_version, new.title, new.kind, new.language, new.questionnaire, new.attribution, new.required_domains, new.score_keys)
     is distinct from (old.url, old.instrument_version, old.title, old.kind, old.language, old.questionnaire, old.attribution, old.required_domains, old.score_keys) then
    raise exception using errcode = 'P0001', message = 'instrument.content-is-immutable';
  end if;
  if new.licence <> old.licence and not (old.licence = 'awaiting-licence' and new.licence = 'licensed') then
    raise exception using errcode = 'P0001', message = 'instrument.licence-is-immutable';
  end if;
  return new;
end $$;
create trigger content_stays before update on instrument for each row execute function house.instrument_content_stays();

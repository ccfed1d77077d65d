-- An answer that asks for help today, and the signed note that answers it. Neither can be changed or taken away (INV-22).
create table safety_concern (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  assessment_id uuid not null,
  link_id       text not null check (length(link_id) between 1 and 255),
  concern       text not null check (length(btrim(concern)) > 0),
  answer        jsonb not null,
  raised_at     timestamptz not null default authz.clock(),
  raised_on     date not null,
  raised_by     uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, assessment_id) references assessment (agency_id, case_id, id),
  foreign key (agency_id, raised_by) references staff (agency_id, id),
  constraint safety_concerns_are_known_within_their_case unique (agency_id, case_id, id)
);
create index safety_concern_by_assessment on safety_concern (agency_id, assessment_id);
create index safety_concern_by_case on safety_concern (agency_id, case_id);
call house.protect_append_only('safety_concern', 'case');

create table safety_response (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  case_id    uuid not null,
  concern_id uuid not null,
  actions    text[] not null,
  spoke_with text not null,
  narrative  text not null,
  signed_at  timestamptz not null default authz.clock(),
  signed_by  uuid not null default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, concern_id) references safety_concern (agency_id, case_id, id),
  foreign key (agency_id, signed_by) references staff (agency_id, id),
  constraint a_safety_concern_is_answered_once unique (agency_id, concern_id),
  constraint a_safety_response_says_who_and_what check (cardinality(actions) > 0 and length(btrim(spoke_with)) > 0 and length(btrim(narrative)) > 0)
);
create index safety_response_by_case on safety_response (agency_id, case_id);
call house.protect_append_only('safety_response', 'case');

-- Nobody signs for somebody else.
create function house.safety_response_is_signed_by_its_writer() returns trigger language plpgsql as $$
begin
  if new.signed_by is distinct from authz.staff() then
    raise exception using errcode = 'P0001', message = 'safety-response.signed-by-another';
  end if;
  return new;
end $$;
create trigger signed_by_its_writer before insert on safety_response for each row execute function house.safety_response_is_signed_by_its_writer();

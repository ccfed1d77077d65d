-- What a client agreed to, was told, or is bound by: consents, authorizations, orders and notices. Once recorded they do not change;
-- they end by a row of their own, are superseded by another consent, or run out. Whether one is in force is decided at the asking.
create table consent (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  client_id   uuid not null,
  program_id  uuid,
  kind        text not null check (kind in ('cm_engagement', 'representative_consent', 'court_order', 'statutory_assignment', 'program_optout_notice',
                'hipaa_authorization', 'role_disclosure', 'rights_notice', 'communication_preference')),
  state       text not null default 'draft' check (state in ('draft', 'active', 'defective')),
  grantor_name     text not null default '',
  grantor_capacity text not null check (grantor_capacity in ('client', 'representative', 'court', 'statute', 'program', 'agency')),
  support_member_id uuid,
  authority   text not null default '',
  discloser   text not null default '',
  recipients  text[] not null default '{}',
  information text not null default '',
  information_from date,
  information_until date,
  purposes    text[] not null default '{}',
  effective_at timestamptz,
  expires_on  date,
  expires_event text not null default '',
  signed_on   date,
  method      text check (method in ('written', 'electronic', 'verbal', 'given', 'mailed')),
  witness     text not null default '',
  language    text check (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  interpreter text not null default '',
  states_right_to_revoke boolean not null default false,
  states_conditioning    boolean not null default false,
  states_redisclosure    boolean not null default false,
  statements_version text not null default '',
  copy_given_on date,
  conditions  text not null default '',
  text_messages text check (text_messages in ('yes', 'no')),
  email_messages text check (email_messages in ('yes', 'no')),
  supersedes_id uuid,
  version     integer not null default 1,
  created_at  timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at  timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, program_id) references program (agency_id, id),
  foreign key (agency_id, support_member_id, client_id) references support_member (agency_id, id, client_id),
  constraint a_consent_names_one_client unique (agency_id, id, client_id),
  foreign key (agency_id, supersedes_id, client_id) references consent (agency_id, id, client_id),
  constraint an_active_consent_says_who_how_and_when check (state <> 'active' or
    (btrim(grantor_name) <> '' and method is not null and signed_on is not null and effective_at is not null and language is not null)),
  constraint active_authorizations_have_all_six_elements check (kind <> 'hipaa_authorization' or state <> 'active' or
    (btrim(information) <> '' and btrim(discloser) <> '' and recipients <> '{}' and purposes <> '{}' and (expires_on is not null or btrim(expires_event) <> '')
     and method in ('written', 'electronic') and (grantor_capacity = 'client' or (grantor_capacity = 'representative' and btrim(authority) <> '')))),
  constraint active_authorizations_make_the_required_statements check (kind <> 'hipaa_authorization' or state <> 'active' or
    (states_right_to_revoke and states_conditioning and states_redisclosure and btrim(statements_version) <> '')),
  constraint a_verbal_consent_has_a_witness check (state <> 'active' or method <> 'verbal' or btrim(witness) <> ''),
  constraint a_representative_names_the_authority check (state <> 'active' or grantor_capacity not in ('representative', 'court', 'statute') or btrim(authority) <> ''),
  constraint only_authorizations_are_kept_when_defective check (state <> 'defective' or kind = 'hipaa_authorization'),
  constraint a_consent_does_not_end_before_it_is_signed check (expires_on is null or signed_on is null or expires_on >= signed_on),
  constraint a_consent_does_not_supersede_itself check (supersedes_id is distinct from id)
);
create index consent_by_client on consent (agency_id, client_id, kind);
create index consent_by_expiry on consent (agency_id, expires_on) where state = 'active';
create unique index a_consent_is_superseded_once on consent (agency_id, supersedes_id) where state = 'active';
call house.protect('consent', 'client');

create function house.consent_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then raise exception using errcode = 'P0001', message = 'consent.recorded-is-immutable'; end if;
  return new;
end $$;
create trigger recorded_is_immutable before update on consent for each row execute function house.consent_is_immutable();

-- How a consent ended before its time: revoked, its event happened, or it was found to be false. Effective from `at` on (INV-14).
create table consent_ending (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  client_id  uuid not null,
  consent_id uuid not null,
  kind       text not null check (kind in ('revoked', 'event-happened', 'found-false')),
  at         timestamptz not null,
  method     text not null check (method in ('written', 'electronic', 'verbal', 'observed')),
  by_whom    text not null check (length(btrim(by_whom)) > 0),
  reliance_note text not null default '',
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, consent_id, client_id) references consent (agency_id, id, client_id),
  constraint a_consent_ends_once unique (agency_id, consent_id),
  constraint an_ending_is_not_in_the_future check (at <= created_at)
);
create index consent_ending_by_client on consent_ending (agency_id, client_id);
call house.protect_append_only('consent_ending', 'client');

-- Which warnings of an expiry were given, so that each is given once.
create table consent_warning (
  agency_id  uuid not null default authz.here(),
  consent_id uuid not null,
  days       integer not null check (days in (60, 30, 7)),
  client_id  uuid not null,
  given_at   timestamptz not null default authz.clock(),
  primary key (agency_id, consent_id, days),
  foreign key (agency_id, consent_id, client_id) references consent (agency_id, id, client_id)
);
call house.protect_append_only('consent_warning', 'client');

-- How a client is reached safely, which risks colleagues are warned of, and which records a person has found to be of one person.
create table safe_contact_answer (
  agency_id   uuid not null default authz.here(),
  id          uuid not null,
  client_id   uuid not null,
  answer      text not null check (answer in ('no-restriction', 'required')),
  instruction text not null default '',
  code_word   text not null default '',
  asked_of    text not null check (asked_of in ('client', 'representative', 'referral-source')),
  asked_at    timestamptz not null default authz.clock(),
  asked_by    uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id)
);
create index safe_contact_answer_by_client on safe_contact_answer (agency_id, client_id, asked_at desc, id desc);
call house.protect_append_only('safe_contact_answer', 'client');

create table risk_flag (
  agency_id  uuid not null default authz.here(),
  id         uuid not null,
  client_id  uuid not null,
  kind       text not null check (kind in ('safety-of-staff', 'self-harm', 'violence-at-home', 'infection', 'animals', 'access', 'other')),
  basis      text not null,
  advice     text not null default '',
  raised_on  date not null,
  review_on  date not null,
  ended_on   date,
  ended_reason text,
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  constraint a_risk_flag_has_a_factual_basis check (length(btrim(basis)) >= 20),
  constraint a_risk_flag_is_reviewed_within_a_year check (review_on > raised_on and review_on <= raised_on + 365),
  constraint an_ended_risk_flag_says_why check ((ended_on is null) = (ended_reason is null) and coalesce(btrim(ended_reason), 'x') <> '')
);
create index risk_flag_by_client on risk_flag (agency_id, client_id);
call house.protect('risk_flag', 'client');

-- A person's judgement about two records: the same person, or surely not. It joins nothing and can be taken back (INV-01).
create table client_link (
  agency_id       uuid not null default authz.here(),
  id              uuid not null,
  client_id       uuid not null,
  other_client_id uuid not null,
  verdict         text not null check (verdict in ('same', 'different')),
  basis           text not null check (length(btrim(basis)) > 0),
  undone_at       timestamptz,
  undone_by       uuid,
  undone_reason   text,
  version         integer not null default 1,
  created_at      timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at      timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references client (agency_id, id),
  foreign key (agency_id, other_client_id) references client (agency_id, id),
  constraint a_link_joins_two_records_in_one_order check (client_id < other_client_id),
  constraint a_link_taken_back_says_why check ((undone_at is null) = (undone_reason is null))
);
create unique index one_judgement_about_two_records on client_link (agency_id, client_id, other_client_id) where undone_at is null;
create index client_link_by_other on client_link (agency_id, other_client_id);
call house.protect('client_link', 'client');
create policy "both records must be known" on client_link as restrictive for all to continuum_app
  using (agency_id = (select authz.agency()) and ((select authz.has(1)) or exists (select 1 from client c where c.agency_id = client_link.agency_id and c.id = client_link.other_client_id)));

-- The closure summary (practice-model 3.3 and 6.12): written, signed by its author, signed off by somebody else, and from then on
-- the same for ever. One for each closing of a case; a reopened case gets another.
create table closure_summary (
  agency_id     uuid not null default authz.here(),
  id            uuid not null,
  case_id       uuid not null,
  status        text not null default 'draft' check (status in ('draft', 'awaiting-sign-off', 'signed-off')),
  content       jsonb not null default '{}',
  -- Everything the summary says, as it was when its author signed: names, goals, services. What is printed.
  document      jsonb,
  digest        bytea,
  signed_by     uuid,
  signed_at     timestamptz,
  signed_off_by uuid,
  signed_off_at timestamptz,
  sign_off_note text not null default '',
  returned_by   uuid,
  returned_at   timestamptz,
  return_note   text,
  closed_at     timestamptz,
  version       integer not null default 1,
  created_at    timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at    timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references case_record (agency_id, id),
  foreign key (agency_id, signed_by) references staff (agency_id, id),
  foreign key (agency_id, signed_off_by) references staff (agency_id, id),
  foreign key (agency_id, returned_by) references staff (agency_id, id),
  constraint a_signed_summary_names_who_when_and_what check ((status = 'draft') = (num_nonnulls(document, digest, signed_by, signed_at) = 0) and num_nonnulls(document, digest, signed_by, signed_at) in (0, 4)),
  constraint a_signed_off_summary_names_who_and_when check ((status = 'signed-off') = (num_nonnulls(signed_off_by, signed_off_at) = 2) and num_nonnulls(signed_off_by, signed_off_at) in (0, 2)),
  constraint nobody_signs_off_their_own_summary check (signed_off_by is distinct from signed_by or signed_off_by is null),
  constraint a_returned_summary_says_why check ((returned_at is null) = (returned_by is null) and (returned_at is null) = (return_note is null) and length(btrim(coalesce(return_note, 'none'))) > 0),
  constraint a_case_closes_with_a_signed_off_summary check (closed_at is null or status = 'signed-off'),
  constraint a_digest_is_sha256 check (digest is null or length(digest) = 32)
);
create unique index one_summary_for_each_closing on closure_summary (agency_id, case_id) where closed_at is null;
create index closure_summary_by_case on closure_summary (agency_id, case_id, created_at desc);
call house.protect('closure_summary', 'case');

-- Signed words do not change; once signed off nothing does, but that the case was closed with it.
create function house.signed_summary_stands() returns trigger language plpgsql as $$
begin
  if old.status = 'signed-off' and ((to_jsonb(new) - '{closed_at,version,updated_at,updated_by}'::text[]) is distinct from (to_jsonb(old) - '{closed_at,version,updated_at,updated_by}'::text[])
     or old.closed_at is not null) then
    raise exception using errcode = 'P0001', message = 'closure.signed-is-immutable';
  end if;
  if old.status = 'awaiting-sign-off' and new.status <> 'draft' and (new.content, new.document, new.digest, new.signed_by, new.signed_at)
     is distinct from (old.content, old.document, old.digest, old.signed_by, old.signed_at) then
    raise exception using errcode = 'P0001', message = 'closure.signed-is-immutable';
  end if;
  if old.status = 'draft' and new.status = 'signed-off' then
    raise exception using errcode = 'P0001', message = 'closure.author-signs-first';
  end if;
  if (new.id, new.case_id) is distinct from (old.id, old.case_id) then
    raise exception using errcode = 'P0001', message = 'closure.stays-with-its-case';
  end if;
  return new;
end $$;
create trigger signed_summary_stands before update on closure_summary for each row execute function house.signed_summary_stands();

-- A summary begins as a draft, and people sign in their own name only.
create function house.summary_begins_as_a_draft() returns trigger language plpgsql as $$
begin
  if new.status <> 'draft' then
    raise exception using errcode = 'P0001', message = 'closure.author-signs-first';
  end if;
  return new;
end $$;
create trigger summary_begins_as_a_draft before insert on closure_summary for each row execute function house.summary_begins_as_a_draft();
create function house.summary_is_signed_in_ones_own_name() returns trigger language plpgsql as $$
begin
  if new.signed_by is distinct from old.signed_by and new.signed_by is not null and new.signed_by is distinct from authz.staff()
     or new.signed_off_by is distinct from old.signed_off_by and new.signed_off_by is not null and new.signed_off_by is distinct from authz.staff() then
    raise exception using errcode = 'P0001', message = 'closure.signed-in-own-name';
  end if;
  return new;
end $$;
create trigger summary_is_signed_in_ones_own_name before update on closure_summary for each row when (current_user = 'continuum_app') execute function house.summary_is_signed_in_ones_own_name();

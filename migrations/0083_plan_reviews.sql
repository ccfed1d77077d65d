-- Reviews of an agreed plan, item by item; a concluded review stays as it was.
create table plan_review (
  agency_id        uuid not null default authz.here(),
  id               uuid not null,
  case_id          uuid not null,
  plan_version_id  uuid not null,
  started_on       date not null,
  outcome          text check (outcome in ('no-change', 'new-version')),
  summary          text,
  client_took_part boolean,
  concluded_on     date,
  version          integer not null default 1,
  created_at       timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at       timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id, plan_version_id) references plan_version (agency_id, case_id, id),
  constraint reviews_are_known_within_their_case unique (agency_id, case_id, id),
  constraint concluded_reviews_say_how_the_plan_stands check
    (num_nonnulls(outcome, summary, client_took_part, concluded_on) in (0, 4) and length(btrim(coalesce(summary, 'open'))) > 0)
);
create unique index one_review_is_open on plan_review (agency_id, case_id) where outcome is null;
create index plan_review_by_case on plan_review (agency_id, case_id, started_on desc);
call house.protect('plan_review', 'case');

create table plan_review_item (
  agency_id  uuid not null default authz.here(),
  case_id    uuid not null,
  review_id  uuid not null,
  item_id    uuid not null,
  kind       text not null check (kind in ('need', 'goal', 'intervention', 'barrier')),
  finding    text not null check (finding in ('continues', 'changes', 'ends')),
  note       text not null default '',
  version    integer not null default 1,
  created_at timestamptz not null default authz.clock(), created_by uuid default authz.writer(),
  updated_at timestamptz not null default authz.clock(), updated_by uuid default authz.writer(),
  primary key (agency_id, review_id, item_id),
  foreign key (agency_id, case_id, review_id) references plan_review (agency_id, case_id, id)
);
create index plan_review_item_by_case on plan_review_item (agency_id, case_id);
call house.protect('plan_review_item', 'case');

create function house.concluded_reviews_stay() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'plan_review' then
    if old.outcome is null then return new; end if;
  elsif not exists (select from plan_review r where r.agency_id = new.agency_id and r.id = new.review_id and r.outcome is not null) then
    return new;
  end if;
  raise exception using errcode = 'P0001', message = 'review.is-concluded';
end $$;
create trigger concluded_reviews_stay before update on plan_review for each row execute function house.concluded_reviews_stay();
create trigger concluded_reviews_stay before insert or update on plan_review_item for each row execute function house.concluded_reviews_stay();

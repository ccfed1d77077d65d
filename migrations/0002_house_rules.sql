-- The house's standard protection of a table, in one call, so that no migration can forget a part of it.
create function house.touch() returns trigger language plpgsql as $$
begin
  new.updated_at := authz.clock();
  new.updated_by := authz.writer();
  return new;
end $$;
create function house.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = tg_table_name || '.is-append-only';
end $$;

-- What each kind of table shows: the sentence the policy says.
create function house.visible(tbl text, kind text) returns text language plpgsql as $$
begin
  return format('agency_id = (select authz.agency()) and (%s)', case kind
    when 'agency' then 'not (select authz.has(32))'
    when 'admin' then 'not (select authz.has(32))'
    when 'case' then format('exists (select 1 from case_record c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id)', tbl)
    when 'client' then format('exists (select 1 from client c where c.agency_id = %1$I.agency_id and c.id = %1$I.client_id)', tbl)
    when 'client or case' then format('exists (select 1 from case_record c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id) or (case_id is null and exists (select 1 from client c where c.agency_id = %1$I.agency_id and c.id = %1$I.client_id))', tbl)
    -- Once it led to a client, the front door sees a referral as far as it may know the client: a sealed client is unobservable (INV-02).
    when 'referral' then format('((select authz.has(1 | 4)) and (client_id is null or exists (select 1 from client k where k.agency_id = %1$I.agency_id and k.id = %1$I.client_id))) or exists (select 1 from case_record c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id)', tbl)
    when 'of a referral' then format('exists (select 1 from referral r where r.agency_id = %1$I.agency_id and r.id = %1$I.referral_id)', tbl)
    when 'own' then 'staff_id = (select authz.staff()) or (select authz.has(1))'
    end);
end $$;

create procedure house.protect(tbl text, kind text, append_only boolean default false) language plpgsql as $$
declare
  sees text := house.visible(tbl, kind);
  writes text := case kind when 'admin' then sees || ' and (select authz.has(1 | 8))'
                           when 'referral' then format('(%s) or (agency_id = (select authz.agency()) and (select authz.has(32)))', sees)
                           when 'of a referral' then format('(%s) or (agency_id = (select authz.agency()) and (select authz.has(32)))', sees)
                           else sees end;
begin
  if sees is null then raise exception 'unknown kind of table: %', kind; end if;
  execute format('alter table %I enable row level security', tbl);
  execute format('alter table %I force row level security', tbl);
  execute format('create policy %I on %I for select to continuum_app using (%s)', 'staff see what they may of ' || tbl, tbl, sees);
  execute format('create policy %I on %I for insert to continuum_app with check (%s)', 'staff add to what they may of ' || tbl, tbl, writes);
  execute format('grant select, insert on %I to continuum_app', tbl);
  if append_only then
    execute format('create trigger append_only before update or delete on %I for each row execute function house.refuse_change()', tbl);
  else
    execute format('create policy %I on %I for update to continuum_app using (%s) with check (%s)', 'staff change what they may of ' || tbl, tbl,
      case when kind in ('referral', 'of a referral') then sees else writes end, case when kind in ('referral', 'of a referral') then sees else writes end);
    execute format('grant update on %I to continuum_app', tbl);
    if exists (select from pg_attribute where attrelid = tbl::regclass and attname = 'updated_at') then
      execute format('create trigger touch before update on %I for each row execute function house.touch()', tbl);
    end if;
  end if;
  execute format('create trigger no_truncate before truncate on %I for each statement execute function house.refuse_change()', tbl);
end $$;
create procedure house.protect_append_only(tbl text, kind text) language plpgsql as $$
begin call house.protect(tbl, kind, true); end $$;

-- Lets the access functions (role authz) read a table they decide from.
create procedure house.let_authz_read(tbl text) language plpgsql as $$
begin
  execute format('grant select on %I to authz', tbl);
  execute format('create policy authz_reads on %I for select to authz using (true)', tbl);
end $$;

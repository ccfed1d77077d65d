-- Whether a task's case or client may be known is asked of that one. As an equality PostgreSQL may answer it for all tasks at once, by reading every case
-- there is; as a range it looks each one up.
create function pg_temp.one_by_one(rule text) returns text language sql as $$
  select replace(replace(rule, '(c.id = task.case_id)', '(c.id between task.case_id and task.case_id)'), '(c.id = task.client_id)', '(c.id between task.client_id and task.client_id)')
$$;
do $$
declare p record;
begin
  for p in select polname, pg_temp.one_by_one(pg_get_expr(polqual, polrelid)) as sees, pg_temp.one_by_one(pg_get_expr(polwithcheck, polrelid)) as leaves
    from pg_policy where polrelid = 'task'::regclass and pg_get_expr(coalesce(polqual, polwithcheck), polrelid) like '%(c.id = task.case_id)%'
  loop
    execute format('alter policy %I on task', p.polname)
      || case when p.sees is null then '' else format(' using (%s)', p.sees) end || case when p.leaves is null then '' else format(' with check (%s)', p.leaves) end;
  end loop;
  if not found then raise exception 'no policy of tasks is as it was'; end if;
end $$;
drop function pg_temp.one_by_one;

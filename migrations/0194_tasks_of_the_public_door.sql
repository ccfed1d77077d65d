-- Whoever comes by the public door or the receivers' asks nobody here to do anything, except what an answer to a referral asks for by itself
-- ("the receiver's answer asks for what follows") or somebody asking for help (reply to them, and at once where they are not safe): any other task
-- about no case and no client was open to them.
do $$
declare
  rule record;
begin
  for rule in select polname, pg_get_expr(polwithcheck, polrelid) as checked from pg_policy
      where polrelid = 'task'::regclass and polname in ('staff ask for tasks about what they may know', 'staff change tasks they see') loop
    execute format('alter policy %I on task with check ((%s) and ((case_id is not null or client_id is not null) or about_type = ''referral'' or not (select authz.has(32))))', rule.polname, rule.checked);
  end loop;
end $$;

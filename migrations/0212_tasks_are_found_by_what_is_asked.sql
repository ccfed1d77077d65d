-- The application plans each statement once, whatever it is asked with (platform/db.ts). Which tasks an event settles is found quite differently
-- for a case than for an agency, so this one goes on being planned by what it is asked.
set local role authz;
alter function authz.settle_tasks(text, uuid, uuid, text, uuid) set plan_cache_mode = auto;
reset role;

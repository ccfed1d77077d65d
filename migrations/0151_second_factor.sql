-- A second factor that is being set up does not replace the one that is on, and the code that confirms it is used by that.
set local role authz;
alter table authz.login add column totp_pending text;
create function authz.begin_my_totp(secret text) returns void language sql security definer set search_path = '' as $$
  update authz.login set totp_pending = secret where agency_id = authz.agency() and staff_id = authz.staff()
$$;
create function authz.my_pending_totp() returns text language sql stable security definer set search_path = '' as $$
  select l.totp_pending from authz.login l where l.agency_id = authz.agency() and l.staff_id = authz.staff()
$$;
create function authz.confirm_my_totp(step bigint) returns boolean language sql security definer set search_path = '' as $$
  with confirmed as (update authz.login set totp_secret = totp_pending, totp_confirmed = true, totp_pending = null, totp_last_step = step
    where agency_id = authz.agency() and staff_id = authz.staff() and totp_pending is not null returning 1)
  select exists (select from confirmed)
$$;
drop function authz.set_my_totp(text, boolean);
reset role;

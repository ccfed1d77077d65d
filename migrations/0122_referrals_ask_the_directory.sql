-- A referral to a service names one of the directory, and says about room what the directory says.
alter table service_referral
  add foreign key (agency_id, service_id) references directory_service (agency_id, id),
  add foreign key (agency_id, service_at_location_id) references directory_service_at_location (agency_id, id),
  drop constraint service_referral_capacity_check;
update service_referral set capacity = case capacity when 'has-capacity' then 'has' when 'no-capacity' then 'none' else capacity end where capacity in ('has-capacity', 'no-capacity');
alter table service_referral add constraint service_referral_capacity_check check (capacity in ('has', 'none', 'waitlist', 'assess-first'));

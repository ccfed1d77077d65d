-- What a file says of itself never changes: only that it was entered in error. The list of kinds repeats platform/files/kind.ts.
alter table case_record add constraint a_case_has_one_client unique (agency_id, id, client_id);
alter table file
  add constraint a_voided_file_says_why check ((voided_at is null) = (void_reason is null) and length(btrim(coalesce(void_reason, 'none'))) > 0),
  add constraint a_file_has_a_digest_of_its_bytes check (length(sha256) = 32),
  add constraint a_file_is_of_a_kind_that_is_taken check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/plain', 'text/csv')),
  add constraint a_file_is_of_its_cases_client foreign key (agency_id, case_id, client_id) references case_record (agency_id, id, client_id);
create index file_by_case on file (agency_id, case_id, created_at desc);
create index file_by_client on file (agency_id, client_id, created_at desc);
create function house.file_stays_as_it_came() returns trigger language plpgsql as $$
begin
  if old.voided_at is not null or (new.client_id, new.case_id, new.owner_type, new.owner_id, new.name, new.media_type, new.size_bytes, new.sha256)
     is distinct from (old.client_id, old.case_id, old.owner_type, old.owner_id, old.name, old.media_type, old.size_bytes, old.sha256) then
    raise exception using errcode = 'P0001', message = 'file.stays-as-it-came';
  end if;
  return new;
end $$;
create trigger file_stays_as_it_came before update on file for each row execute function house.file_stays_as_it_came();

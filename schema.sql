-- What migrations/ make, written by `npm run schema`. Never edited by hand; `npm run check` fails when it differs.

table authz.attempt (owner authz)
  throttle_key text not null
  at timestamp with time zone not null default now()
  CREATE INDEX attempt_by_key ON authz.attempt USING btree (throttle_key, at)

table authz.authentication_request (owner authz)
  state_digest bytea not null
  browser_digest bytea not null
  agency_id uuid not null
  issuer text not null
  redirect_uri text not null
  purpose text not null
  staff_id uuid
  sign_in_id uuid
  begun_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null default (now() + '00:10:00'::interval)
  constraint authentication_request_browser_digest_check CHECK ((length(browser_digest) = 32))
  constraint authentication_request_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'step-up'::text])))
  constraint authentication_request_state_digest_check CHECK ((length(state_digest) = 32))
  constraint stepping_up_is_somebodys CHECK (((purpose = 'step-up'::text) = ((staff_id IS NOT NULL) AND (sign_in_id IS NOT NULL))))
  constraint authentication_request_pkey PRIMARY KEY (state_digest)

table authz.challenge (owner authz)
  challenge text not null
  purpose text not null
  agency_id uuid
  staff_id uuid
  details jsonb not null default '{}'::jsonb
  expires_at timestamp with time zone not null default (now() + '00:05:00'::interval)
  constraint challenge_challenge_check CHECK ((length(challenge) >= 40))
  constraint challenge_purpose_check CHECK ((purpose = ANY (ARRAY['register'::text, 'sign-in'::text, 'single-sign-on'::text])))
  constraint challenge_pkey PRIMARY KEY (challenge)

table authz.context_key (owner authz)
  kid text not null
  inner_block bytea not null
  outer_block bytea not null
  constraint context_key_pkey PRIMARY KEY (kid)

table authz.fixed_clock (owner authz)
  one boolean not null default true
  at timestamp with time zone not null
  constraint fixed_clock_one_check CHECK (one)
  constraint fixed_clock_pkey PRIMARY KEY (one)

table authz.identity_provider (owner authz)
  agency_id uuid not null
  issuer text not null
  connection_id text not null
  sealed_secret bytea not null
  domains text[] not null
  label text not null
  passwords text not null
  standing text not null
  version integer not null default 1
  changed_at timestamp with time zone not null default now()
  changed_by uuid
  last_used_at timestamp with time zone
  last_refused_at timestamp with time zone
  last_refusal text
  constraint identity_provider_connection_id_check CHECK (((length(connection_id) >= 1) AND (length(connection_id) <= 300)))
  constraint identity_provider_domains_check CHECK (((cardinality(domains) >= 1) AND (cardinality(domains) <= 20)))
  constraint identity_provider_issuer_check CHECK (((issuer ~ '^https://[^\s?#@]+$'::text) OR (issuer ~ '^http://(localhost|127\.0\.0\.1)(:\d+)?(/[^\s?#@]*)?$'::text)))
  constraint identity_provider_label_check CHECK (((length(btrim(label)) >= 1) AND (length(btrim(label)) <= 60)))
  constraint identity_provider_passwords_check CHECK ((passwords = ANY (ARRAY['everybody'::text, 'administrators'::text])))
  constraint identity_provider_sealed_secret_check CHECK ((length(sealed_secret) > 33))
  constraint identity_provider_standing_check CHECK ((standing = ANY (ARRAY['on'::text, 'off'::text])))
  constraint identity_provider_pkey PRIMARY KEY (agency_id)

table authz.invitation (owner authz)
  token_digest bytea not null
  agency_id uuid not null
  staff_id uuid not null
  expires_at timestamp with time zone not null default (now() + '7 days'::interval)
  used_at timestamp with time zone
  constraint invitation_pkey PRIMARY KEY (token_digest)

table authz.login (owner authz)
  email_key text not null
  agency_id uuid not null
  staff_id uuid not null
  password_hash text
  totp_secret text
  totp_confirmed boolean not null default false
  totp_last_step bigint not null default 0
  changed_at timestamp with time zone not null default now()
  totp_pending text
  constraint login_pkey PRIMARY KEY (email_key)
  constraint login_agency_id_staff_id_key UNIQUE (agency_id, staff_id)

table authz.passkey (owner authz)
  id uuid not null default gen_random_uuid()
  agency_id uuid not null
  staff_id uuid not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null default 0
  transports text[] not null default '{}'::text[]
  rp_id text not null
  name text not null
  created_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
  constraint passkey_counter_check CHECK ((counter >= 0))
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1400)))
  constraint passkey_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80)))
  constraint passkey_pkey PRIMARY KEY (id)
  constraint passkey_credential_id_key UNIQUE (credential_id)
  CREATE INDEX passkey_by_staff ON authz.passkey USING btree (agency_id, staff_id) WHERE (ended_at IS NULL)

table authz.provider_account (owner authz)
  agency_id uuid not null
  issuer text not null
  subject text not null
  staff_id uuid not null
  linked_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  constraint provider_account_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
  CREATE UNIQUE INDEX a_person_has_one_account ON authz.provider_account USING btree (agency_id, issuer, staff_id) WHERE (ended_at IS NULL)
  CREATE UNIQUE INDEX an_account_is_one_persons ON authz.provider_account USING btree (agency_id, issuer, subject) WHERE (ended_at IS NULL)

table authz.provider_domain (owner authz)
  domain text not null
  agency_id uuid not null
  constraint provider_domain_domain_check CHECK ((domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'::text))
  constraint provider_domain_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES authz.identity_provider(agency_id)
  constraint provider_domain_pkey PRIMARY KEY (domain)

table authz.secret (owner authz)
  name text not null
  digest bytea not null
  constraint secret_pkey PRIMARY KEY (name)

table authz.sign_in (owner authz)
  id uuid not null default gen_random_uuid()
  token_digest bytea not null
  agency_id uuid not null
  staff_id uuid not null
  method text not null
  device text not null default ''::text
  started_at timestamp with time zone not null default now()
  stepped_up_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null default (now() + '12:00:00'::interval)
  ended_at timestamp with time zone
  constraint sign_in_pkey PRIMARY KEY (id)
  constraint sign_in_token_digest_key UNIQUE (token_digest)
  CREATE INDEX sign_in_by_staff ON authz.sign_in USING btree (agency_id, staff_id) WHERE (ended_at IS NULL)

table house.incarnation
  one boolean not null default true
  number integer not null default 1
  cluster text not null default ''::text
  constraint incarnation_one_check CHECK (one)
  constraint incarnation_pkey PRIMARY KEY (one)
  grant select to authz
  grant select to continuum_app

table public.address (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  kind text not null
  confidential boolean not null default false
  line1 text not null default ''::text
  line2 text not null default ''::text
  city text not null default ''::text
  region text not null default ''::text
  postal_code text not null default ''::text
  country text not null default 'US'::text
  locator text not null default ''::text
  program text not null default ''::text
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_substitute_address_is_there_to_be_given CHECK (((kind <> 'substitute'::text) OR (NOT confidential)))
  constraint address_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint address_kind_check CHECK ((kind = ANY (ARRAY['actual'::text, 'mailing'::text, 'substitute'::text, 'temporary'::text, 'unsheltered-locator'::text])))
  constraint an_address_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint an_ended_address_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint an_open_address_says_where CHECK ((confidential OR (((line1 || city) || locator) <> ''::text)))
  constraint confidential_addresses_keep_their_words_apart CHECK (((NOT confidential) OR ((((((line1 || line2) || city) || region) || postal_code) || locator) = ''::text)))
  constraint address_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint address_pkey PRIMARY KEY (agency_id, id)
  constraint an_address_names_one_client UNIQUE (agency_id, id, client_id)
  CREATE INDEX address_by_client ON public.address USING btree (agency_id, client_id)
  CREATE UNIQUE INDEX one_substitute_address_at_a_time ON public.address USING btree (agency_id, client_id) WHERE ((kind = 'substitute'::text) AND (until_on IS NULL))
  policy "staff add to what they may of address" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = address.agency_id) AND (c.id = address.client_id)))))
  policy "staff change what they may of address" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = address.agency_id) AND (c.id = address.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = address.agency_id) AND (c.id = address.client_id)))))
  policy "staff see what they may of address" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = address.agency_id) AND (c.id = address.client_id)))))
  CREATE TRIGGER beside_a_substitute BEFORE INSERT OR UPDATE ON public.address FOR EACH ROW EXECUTE FUNCTION house.beside_a_substitute()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.address FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.address FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.agency (row security, forced)
  agency_id uuid not null
  name text not null
  slug text not null
  time_zone text not null default 'America/New_York'::text
  locale text not null default 'en'::text
  letterhead jsonb not null default '{}'::jsonb
  idle_minutes integer not null default 15
  demonstration boolean not null default false
  self_referral_open boolean not null default true
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid
  privacy_officer_id uuid
  constraint agency_idle_minutes_check CHECK (((idle_minutes >= 1) AND (idle_minutes <= 480)))
  constraint agency_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text])))
  constraint agency_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  constraint agency_slug_check CHECK ((slug ~ '^[a-z0-9-]{2,60}$'::text))
  constraint the_privacy_officer_is_one_of_us FOREIGN KEY (agency_id, privacy_officer_id) REFERENCES staff(agency_id, id)
  constraint agency_pkey PRIMARY KEY (agency_id)
  constraint agency_slug_key UNIQUE (slug)
  policy authz_founds for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "staff add to what they may of agency" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff change what they may of agency" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff see what they may of agency" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.agency FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.agency FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select to authz
  grant insert, select, update to continuum_app

table public.agency_key (row security, forced)
  agency_id uuid not null default authz.here()
  purpose text not null
  version integer not null
  wrapped bytea not null
  created_at timestamp with time zone not null default authz.clock()
  constraint agency_key_purpose_check CHECK ((purpose = ANY (ARRAY['wrap'::text, 'search'::text])))
  constraint agency_key_version_check CHECK ((version > 0))
  constraint agency_key_wrapped_check CHECK ((length(wrapped) >= 60))
  constraint what_is_found_by_one_key_is_found_by_no_other CHECK (((purpose <> 'search'::text) OR (version = 1)))
  constraint agency_key_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint agency_key_pkey PRIMARY KEY (agency_id, purpose, version)
  policy authz_reads for select to authz using true
  policy "only the system wraps anew" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff add to what they may of agency_key" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of agency_key" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of agency_key" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.agency_key FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select, update to continuum_app
  grant select to authz

table public.assessment (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  instrument_id uuid not null
  renders boolean not null
  reason text
  mode text
  place text
  language text
  interpreter text
  interpreter_reference text not null default ''::text
  people jsonb not null default '[]'::jsonb
  status text not null default 'in-progress'::text
  assessed_on date not null
  assessed_zone text not null
  began_at timestamp with time zone not null default authz.clock()
  completed_at timestamp with time zone
  completed_on date
  completed_by uuid
  end_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  labels integer not null default 0
  label_source text
  constraint a_completed_assessment_has_a_date_and_a_person CHECK ( CASE WHEN (status = ANY (ARRAY['completed'::text, 'amended'::text])) THEN ((completed_at IS NOT NULL) AND (completed_on IS NOT NULL) AND (completed_by IS NOT NULL)) WHEN (status = ANY (ARRAY['in-progress'::text, 'stopped'::text])) THEN ((completed_at IS NULL) AND (completed_on IS NULL) AND (completed_by IS NULL)) ELSE true END)
  constraint a_score_only_result_keeps_nothing_else CHECK ((renders OR ((reason IS NULL) AND (mode IS NULL) AND (place IS NULL) AND (language IS NULL) AND (interpreter IS NULL) AND (interpreter_reference = ''::text) AND (people = '[]'::jsonb))))
  constraint an_assessment_asked_here_says_how CHECK (((NOT renders) OR ((reason IS NOT NULL) AND (mode IS NOT NULL) AND (language IS NOT NULL) AND (interpreter IS NOT NULL))))
  constraint an_assessment_set_aside_says_why CHECK (((status = ANY (ARRAY['stopped'::text, 'entered-in-error'::text])) = (length(btrim(COALESCE(end_reason, ''::text))) > 0)))
  constraint assessment_interpreter_check CHECK ((interpreter = ANY (ARRAY['not-needed'::text, 'qualified'::text, 'bilingual-staff'::text, 'other-adult'::text, 'declined'::text])))
  constraint assessment_labels_check CHECK (((labels >= 0) AND (labels <= 63)))
  constraint assessment_mode_check CHECK ((mode = ANY (ARRAY['face-to-face'::text, 'video'::text, 'phone'::text, 'on-paper'::text])))
  constraint assessment_people_check CHECK ((jsonb_typeof(people) = 'array'::text))
  constraint assessment_place_check CHECK ((place = ANY (ARRAY['home'::text, 'office'::text, 'facility'::text, 'community'::text, 'other'::text])))
  constraint assessment_reason_check CHECK ((reason = ANY (ARRAY['initial'::text, 'schedule'::text, 'change-of-condition'::text, 'transition'::text, 'request'::text, 'incident'::text, 'screening'::text])))
  constraint assessment_status_check CHECK ((status = ANY (ARRAY['in-progress'::text, 'completed'::text, 'amended'::text, 'stopped'::text, 'entered-in-error'::text])))
  constraint an_assessment_knows_its_instruments_licence FOREIGN KEY (agency_id, instrument_id, renders) REFERENCES instrument(agency_id, id, may_render)
  constraint assessment_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint assessment_agency_id_completed_by_fkey FOREIGN KEY (agency_id, completed_by) REFERENCES staff(agency_id, id)
  constraint assessment_pkey PRIMARY KEY (agency_id, id)
  constraint assessments_are_known_with_their_instrument UNIQUE (agency_id, id, instrument_id)
  constraint assessments_are_known_with_their_licence UNIQUE (agency_id, id, renders)
  constraint assessments_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX assessment_by_case ON public.assessment USING btree (agency_id, case_id, assessed_on)
  CREATE INDEX assessment_by_instrument ON public.assessment USING btree (agency_id, instrument_id)
  policy authz_labels for update to authz using true
  policy authz_reads_labels for select to authz using true
  policy "only the cleared see labelled rows" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy "staff add to what they may of assessment" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = assessment.agency_id) AND (c.id = assessment.case_id)))))
  policy "staff change what they may of assessment" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = assessment.agency_id) AND (c.id = assessment.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = assessment.agency_id) AND (c.id = assessment.case_id)))))
  policy "staff see what they may of assessment" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = assessment.agency_id) AND (c.id = assessment.case_id)))))
  CREATE TRIGGER areas_are_concluded BEFORE INSERT OR UPDATE OF status ON public.assessment FOR EACH ROW WHEN ((new.status = 'completed'::text)) EXECUTE FUNCTION house.required_areas_are_concluded()
  CREATE TRIGGER completed_stays BEFORE UPDATE ON public.assessment FOR EACH ROW WHEN (((old.status <> 'in-progress'::text) AND (old.labels = new.labels))) EXECUTE FUNCTION house.completed_assessment_stays()
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.assessment FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER inherit_labels BEFORE INSERT ON public.assessment FOR EACH ROW EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER keep_inherited_labels BEFORE UPDATE ON public.assessment FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.assessment FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.assessment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.assessment FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.assessment_amendment (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  assessment_id uuid not null
  number integer not null
  link_id text
  domain text
  before jsonb
  after jsonb not null
  reason text not null
  recorded_at timestamp with time zone not null default authz.clock()
  recorded_by uuid not null default authz.writer()
  constraint an_amendment_is_about_one_thing CHECK ((num_nonnulls(link_id, domain) = 1))
  constraint assessment_amendment_number_check CHECK ((number > 0))
  constraint assessment_amendment_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint assessment_amendment_agency_id_case_id_assessment_id_fkey FOREIGN KEY (agency_id, case_id, assessment_id) REFERENCES assessment(agency_id, case_id, id)
  constraint assessment_amendment_agency_id_recorded_by_fkey FOREIGN KEY (agency_id, recorded_by) REFERENCES staff(agency_id, id)
  constraint assessment_amendment_pkey PRIMARY KEY (agency_id, id)
  constraint an_amendment_has_one_number UNIQUE (agency_id, assessment_id, number)
  CREATE INDEX assessment_amendment_by_case ON public.assessment_amendment USING btree (agency_id, case_id)
  policy "staff add to what they may of assessment_amendment" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_amendment.agency_id) AND (p.id = assessment_amendment.assessment_id)))))
  policy "staff see what they may of assessment_amendment" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_amendment.agency_id) AND (p.id = assessment_amendment.assessment_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.assessment_amendment FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.assessment_amendment FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.assessment_response (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  assessment_id uuid not null
  link_id text not null
  renders boolean not null default true
  answer jsonb
  not_asked_reason text
  source text not null default 'self-reported'::text
  answered_at timestamp with time zone not null default authz.clock()
  answered_by uuid not null default authz.writer()
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_answer_is_given_or_excused_not_both CHECK (((answer IS NULL) OR (not_asked_reason IS NULL)))
  constraint answers_are_kept_only_where_questions_may_be_shown CHECK (renders)
  constraint assessment_response_answer_check CHECK ((jsonb_typeof(answer) = 'array'::text))
  constraint assessment_response_link_id_check CHECK (((length(link_id) >= 1) AND (length(link_id) <= 255)))
  constraint assessment_response_not_asked_reason_check CHECK ((not_asked_reason = ANY (ARRAY['refused'::text, 'unable'::text, 'not-applicable'::text, 'not-assessed'::text])))
  constraint assessment_response_source_check CHECK ((source = ANY (ARRAY['self-reported'::text, 'reported-by-related-person'::text, 'observed'::text, 'administrative'::text, 'derived'::text])))
  constraint assessment_response_agency_id_answered_by_fkey FOREIGN KEY (agency_id, answered_by) REFERENCES staff(agency_id, id)
  constraint assessment_response_agency_id_assessment_id_renders_fkey FOREIGN KEY (agency_id, assessment_id, renders) REFERENCES assessment(agency_id, id, renders)
  constraint assessment_response_agency_id_case_id_assessment_id_fkey FOREIGN KEY (agency_id, case_id, assessment_id) REFERENCES assessment(agency_id, case_id, id)
  constraint assessment_response_pkey PRIMARY KEY (agency_id, id)
  constraint a_question_has_one_answer UNIQUE (agency_id, assessment_id, link_id)
  CREATE INDEX assessment_response_by_case ON public.assessment_response USING btree (agency_id, case_id)
  policy "staff add to what they may of assessment_response" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_response.agency_id) AND (p.id = assessment_response.assessment_id)))))
  policy "staff change what they may of assessment_response" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_response.agency_id) AND (p.id = assessment_response.assessment_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_response.agency_id) AND (p.id = assessment_response.assessment_id)))))
  policy "staff see what they may of assessment_response" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_response.agency_id) AND (p.id = assessment_response.assessment_id)))))
  CREATE TRIGGER completed_stays BEFORE INSERT OR UPDATE ON public.assessment_response FOR EACH ROW EXECUTE FUNCTION house.answers_of_a_completed_assessment_stay()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.assessment_response FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.assessment_response FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.assessment_score (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  assessment_id uuid not null
  instrument_id uuid not null
  renders boolean not null
  key text not null
  value numeric(12,2)
  scorable boolean not null
  missing integer
  prorated boolean not null default false
  band jsonb
  raw_answers jsonb
  amendment integer not null default 0
  recorded_at timestamp with time zone not null default authz.clock()
  recorded_by uuid not null default authz.writer()
  constraint a_calculated_score_keeps_its_answers CHECK (((NOT renders) OR ((raw_answers IS NOT NULL) AND (missing IS NOT NULL))))
  constraint a_score_only_result_is_a_bare_number CHECK ((renders OR (scorable AND (raw_answers IS NULL) AND (band IS NULL) AND (missing IS NULL) AND (NOT prorated))))
  constraint a_score_that_could_not_be_made_has_no_number CHECK ((scorable = (value IS NOT NULL)))
  constraint assessment_score_amendment_check CHECK ((amendment >= 0))
  constraint assessment_score_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,49}$'::text))
  constraint assessment_score_missing_check CHECK ((missing >= 0))
  constraint assessment_score_agency_id_assessment_id_instrument_id_fkey FOREIGN KEY (agency_id, assessment_id, instrument_id) REFERENCES assessment(agency_id, id, instrument_id)
  constraint assessment_score_agency_id_assessment_id_renders_fkey FOREIGN KEY (agency_id, assessment_id, renders) REFERENCES assessment(agency_id, id, renders)
  constraint assessment_score_agency_id_case_id_assessment_id_fkey FOREIGN KEY (agency_id, case_id, assessment_id) REFERENCES assessment(agency_id, case_id, id)
  constraint assessment_score_agency_id_recorded_by_fkey FOREIGN KEY (agency_id, recorded_by) REFERENCES staff(agency_id, id)
  constraint assessment_score_pkey PRIMARY KEY (agency_id, id)
  constraint a_score_is_made_once UNIQUE (agency_id, assessment_id, key, amendment)
  CREATE INDEX assessment_score_by_case ON public.assessment_score USING btree (agency_id, case_id)
  CREATE INDEX assessment_score_by_instrument ON public.assessment_score USING btree (agency_id, instrument_id, key)
  policy "staff add to what they may of assessment_score" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_score.agency_id) AND (p.id = assessment_score.assessment_id)))))
  policy "staff see what they may of assessment_score" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = assessment_score.agency_id) AND (p.id = assessment_score.assessment_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.assessment_score FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.assessment_score FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.audit_checkpoint (row security, forced)
  agency_id uuid not null default authz.here()
  size bigint not null
  at timestamp with time zone not null default clock_timestamp()
  note text not null
  constraint audit_checkpoint_size_check CHECK ((size > 0))
  constraint audit_checkpoint_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint audit_checkpoint_pkey PRIMARY KEY (agency_id, size)
  policy "staff add to what they may of audit_checkpoint" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff see what they may of audit_checkpoint" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_checkpoint FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.audit_event (row security, forced)
  id bigint not null generated as identity
  agency_id uuid not null default authz.here()
  incarnation integer not null default 1
  xid xid8 not null default pg_current_xact_id()
  at timestamp with time zone not null default clock_timestamp()
  actor uuid default authz.writer()
  on_behalf_of uuid
  sign_in_id uuid default authz.sign_in()
  request_id text
  action text not null
  entity_type text not null
  entity_id uuid
  entity_version integer
  client_id uuid
  purpose text not null default 'operations'::text
  outcome text not null default 'success'::text
  payload jsonb
  salt bytea
  payload_digest bytea
  leaf bytea not null
  constraint words_of_the_audit_hold_no_control_characters CHECK (((COALESCE(request_id, 'none'::text) <> ''::text) AND (concat(request_id, action, entity_type, purpose, outcome) !~ '[\x01-\x1f\x7f]'::text)))
  constraint audit_event_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX audit_in_order_of_transactions ON public.audit_event USING btree (agency_id, incarnation, xid)
  CREATE INDEX audit_of_a_client ON public.audit_event USING btree (agency_id, client_id, id DESC)
  CREATE INDEX audit_of_an_entity ON public.audit_event USING btree (agency_id, entity_id, entity_version)
  policy authz_reads for select to authz using true
  policy authz_shreds for update to authz using true with check ((payload IS NULL) AND (salt IS NULL))
  policy authz_writes for insert to authz with check true
  policy "who looked" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR ( SELECT authz.is_privacy_officer() AS is_privacy_officer) OR (( SELECT authz.has(16) AS has) AND (client_id IS NULL) AND (NOT COALESCE(jsonb_exists(payload, 'returned'::text), false))) OR (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = audit_event.agency_id) AND (c.id = audit_event.client_id))))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION house.refuse_change_of_audit()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER write_leaf BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION house.write_leaf()
  grant insert, select to authz
  grant select to continuum_app

table public.audit_leaf (row security, forced)
  agency_id uuid not null default authz.here()
  "position" bigint not null
  event_id bigint not null
  hash bytea not null
  constraint audit_leaf_hash_check CHECK ((length(hash) = 32))
  constraint audit_leaf_position_check CHECK (("position" >= 0))
  constraint audit_leaf_pkey PRIMARY KEY (agency_id, "position")
  CREATE UNIQUE INDEX an_event_is_sealed_once ON public.audit_leaf USING btree (agency_id, event_id)
  policy "staff add to what they may of audit_leaf" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff see what they may of audit_leaf" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.audit_mac (row security, forced)
  agency_id uuid not null default authz.here()
  incarnation integer not null default house.this_incarnation()
  xid xid8 not null default pg_current_xact_id()
  key text not null
  mac bytea not null
  constraint a_mac_is_hmac_sha256 CHECK ((length(mac) = 32))
  constraint audit_mac_pkey PRIMARY KEY (agency_id, incarnation, xid)
  policy authz_vouches for insert to authz with check true
  policy "staff see what they may of audit_mac" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_mac FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_mac FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert to authz
  grant select to continuum_app

table public.audit_node (row security, forced)
  agency_id uuid not null default authz.here()
  level integer not null
  "position" bigint not null
  hash bytea not null
  constraint audit_node_hash_check CHECK ((length(hash) = 32))
  constraint audit_node_level_check CHECK (((level > 0) AND ((level % 8) = 0)))
  constraint audit_node_position_check CHECK (("position" >= 0))
  constraint audit_node_pkey PRIMARY KEY (agency_id, level, "position")
  policy "staff add to what they may of audit_node" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff see what they may of audit_node" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_node FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_node FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.audit_purge (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  recorded_before date not null
  authority text not null
  requested_at timestamp with time zone not null default authz.clock()
  requested_by uuid not null default authz.writer()
  withdrawn_at timestamp with time zone
  carried_out_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  withdrawn_by uuid
  withdraw_reason text
  carried_out_by uuid
  payloads_removed bigint
  constraint a_deed_says_by_whom_and_how_much CHECK (((num_nonnulls(carried_out_by, payloads_removed) = ANY (ARRAY[0, 2])) AND ((carried_out_at IS NOT NULL) OR (payloads_removed IS NULL))))
  constraint a_purge_is_withdrawn_or_carried_out CHECK ((num_nonnulls(withdrawn_at, carried_out_at) <= 1))
  constraint a_refusal_says_who_and_why CHECK (((num_nonnulls(withdrawn_by, withdraw_reason) = ANY (ARRAY[0, 2])) AND ((withdrawn_at IS NOT NULL) OR (withdraw_reason IS NULL))))
  constraint audit_payloads_are_kept_for_six_years CHECK ((recorded_before <= (((requested_at AT TIME ZONE 'UTC'::text))::date - '6 years'::interval)))
  constraint audit_purge_authority_check CHECK (((length(btrim(authority)) >= 3) AND (length(btrim(authority)) <= 1000)))
  constraint audit_purge_payloads_removed_check CHECK ((payloads_removed >= 0))
  constraint audit_purge_withdraw_reason_check CHECK (((length(btrim(withdraw_reason)) >= 3) AND (length(btrim(withdraw_reason)) <= 1000)))
  constraint audit_purge_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint audit_purge_agency_id_requested_by_fkey FOREIGN KEY (agency_id, requested_by) REFERENCES staff(agency_id, id)
  constraint audit_purge_pkey PRIMARY KEY (agency_id, id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of audit_purge" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has((8 | 16)) AS has))
  policy "staff change what they may of audit_purge" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has((8 | 16)) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has((8 | 16)) AS has))
  policy "staff see what they may of audit_purge" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_purge FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.audit_purge FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.audit_purge_approval (row security, forced)
  agency_id uuid not null default authz.here()
  purge_id uuid not null
  staff_id uuid not null default authz.writer()
  approved_at timestamp with time zone not null default authz.clock()
  constraint people_approve_in_their_own_name CHECK ((staff_id = authz.writer()))
  constraint audit_purge_approval_agency_id_purge_id_fkey FOREIGN KEY (agency_id, purge_id) REFERENCES audit_purge(agency_id, id)
  constraint audit_purge_approval_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint audit_purge_approval_pkey PRIMARY KEY (agency_id, purge_id, staff_id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of audit_purge_approval" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has((8 | 16)) AS has))
  policy "staff see what they may of audit_purge_approval" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_purge_approval FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_purge_approval FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app
  grant select to authz

table public.audit_redaction (row security, forced)
  agency_id uuid not null default authz.here()
  event_id bigint not null
  purge_id uuid not null
  constraint audit_redaction_agency_id_purge_id_fkey FOREIGN KEY (agency_id, purge_id) REFERENCES audit_purge(agency_id, id)
  constraint audit_redaction_pkey PRIMARY KEY (agency_id, event_id)
  CREATE INDEX redactions_of_a_purge ON public.audit_redaction USING btree (agency_id, purge_id)
  policy authz_adds for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "staff add to what they may of audit_redaction" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of audit_redaction" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_redaction FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_redaction FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to authz
  grant select to continuum_app

table public.audit_seal (row security, forced)
  agency_id uuid not null default authz.here()
  size bigint not null default 0
  edge bytea[] not null default '{}'::bytea[]
  incarnation integer not null default 1
  horizon xid8 not null default '0'::xid8
  published bigint not null default 0
  version integer not null default 1
  constraint audit_seal_size_check CHECK ((size >= 0))
  constraint nothing_is_published_before_it_is_sealed CHECK ((published <= size))
  constraint audit_seal_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint audit_seal_pkey PRIMARY KEY (agency_id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of audit_seal" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff change what they may of audit_seal" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of audit_seal" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select, update to continuum_app
  grant select to authz

table public.audit_verification (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  verified_at timestamp with time zone not null default authz.clock()
  sealed bigint not null
  witnessed bigint not null
  findings bigint not null
  kinds text[] not null default '{}'::text[]
  constraint audit_verification_findings_check CHECK ((findings >= 0))
  constraint audit_verification_sealed_check CHECK ((sealed >= 0))
  constraint audit_verification_witnessed_check CHECK ((witnessed >= 0))
  constraint what_is_wrong_has_a_word CHECK (((findings = 0) = (cardinality(kinds) = 0)))
  constraint audit_verification_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint audit_verification_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX verifications_by_time ON public.audit_verification USING btree (agency_id, verified_at)
  policy "staff add to what they may of audit_verification" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff see what they may of audit_verification" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_verification FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.audit_verification FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.barrier (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  statement text not null
  type text not null
  owner_kind text not null
  owner_staff_id uuid
  owner_name text
  raised_on date not null
  resolved_on date
  resolution text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_barrier_has_one_owner CHECK ( CASE owner_kind WHEN 'client'::text THEN ((owner_staff_id IS NULL) AND (owner_name IS NULL)) WHEN 'case-manager'::text THEN ((owner_staff_id IS NOT NULL) AND (owner_name IS NULL)) ELSE ((owner_staff_id IS NULL) AND (length(btrim(COALESCE(owner_name, ''::text))) > 0)) END)
  constraint barrier_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['case-manager'::text, 'client'::text, 'support'::text, 'provider'::text, 'payer'::text, 'employer'::text])))
  constraint barrier_statement_check CHECK (((length(btrim(statement)) >= 1) AND (length(btrim(statement)) <= 500)))
  constraint barrier_type_check CHECK ((type = ANY (ARRAY['client'::text, 'caregiver'::text, 'provider'::text, 'payer'::text, 'employer'::text, 'system'::text, 'access'::text, 'language'::text, 'transport'::text, 'cost'::text, 'other'::text])))
  constraint barriers_are_resolved_after_they_are_raised CHECK (((resolved_on IS NULL) OR (resolved_on >= raised_on)))
  constraint resolved_barriers_say_how CHECK (((resolved_on IS NULL) = (resolution IS NULL)))
  constraint barrier_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint barrier_agency_id_owner_staff_id_fkey FOREIGN KEY (agency_id, owner_staff_id) REFERENCES staff(agency_id, id)
  constraint barrier_pkey PRIMARY KEY (agency_id, id)
  constraint barriers_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX barrier_by_case ON public.barrier USING btree (agency_id, case_id, raised_on)
  policy "staff add to what they may of barrier" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier.agency_id) AND (c.id = barrier.case_id)))))
  policy "staff change what they may of barrier" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier.agency_id) AND (c.id = barrier.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier.agency_id) AND (c.id = barrier.case_id)))))
  policy "staff see what they may of barrier" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier.agency_id) AND (c.id = barrier.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.barrier FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.barrier FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.barrier_goal (row security, forced)
  agency_id uuid not null default authz.here()
  case_id uuid not null
  barrier_id uuid not null
  goal_id uuid not null
  dropped_at timestamp with time zone
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint barrier_goal_agency_id_case_id_barrier_id_fkey FOREIGN KEY (agency_id, case_id, barrier_id) REFERENCES barrier(agency_id, case_id, id)
  constraint barrier_goal_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint barrier_goal_pkey PRIMARY KEY (agency_id, barrier_id, goal_id)
  CREATE INDEX barrier_goal_by_case ON public.barrier_goal USING btree (agency_id, case_id) WHERE (dropped_at IS NULL)
  policy "staff add to what they may of barrier_goal" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier_goal.agency_id) AND (c.id = barrier_goal.case_id)))))
  policy "staff change what they may of barrier_goal" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier_goal.agency_id) AND (c.id = barrier_goal.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier_goal.agency_id) AND (c.id = barrier_goal.case_id)))))
  policy "staff see what they may of barrier_goal" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = barrier_goal.agency_id) AND (c.id = barrier_goal.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.barrier_goal FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.barrier_goal FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.case_acuity (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  level integer not null
  why text not null
  staff_id uuid default authz.writer()
  recorded_at timestamp with time zone not null default authz.clock()
  constraint case_acuity_level_check CHECK (((level >= 1) AND (level <= 4)))
  constraint case_acuity_why_check CHECK ((length(btrim(why)) > 0))
  constraint case_acuity_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_acuity_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint case_acuity_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX acuity_of_a_case ON public.case_acuity USING btree (agency_id, case_id, recorded_at DESC)
  policy "staff add to what they may of case_acuity" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_acuity.agency_id) AND (c.id = case_acuity.case_id)))))
  policy "staff see what they may of case_acuity" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_acuity.agency_id) AND (c.id = case_acuity.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.case_acuity FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_acuity FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.case_counter (row security, forced)
  agency_id uuid not null default authz.here()
  year integer not null
  last integer not null
  constraint case_counter_last_check CHECK ((last > 0))
  constraint case_counter_year_check CHECK (((year >= 1900) AND (year <= 2999)))
  constraint case_counter_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint case_counter_pkey PRIMARY KEY (agency_id, year)
  policy "staff add to what they may of case_counter" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of case_counter" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of case_counter" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_counter FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select, update to continuum_app

view public.case_due (security_invoker=true)
  SELECT agency_id, case_id, min(due_on) AS next_due_on, (count(*))::integer AS open_tasks FROM task WHERE ((status = 'open'::text) AND (case_id IS NOT NULL)) GROUP BY agency_id, case_id;
  grant select to continuum_app

table public.case_event (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  case_id uuid
  type text not null
  entity text not null
  entity_id uuid not null
  goal_id uuid
  person_id uuid
  details jsonb not null default '{}'::jsonb
  staff_id uuid default authz.writer()
  occurred_at timestamp with time zone not null default authz.clock()
  occurred_zone text not null default 'UTC'::text
  recorded_at timestamp with time zone not null default authz.clock()
  labels integer not null default 0
  constraint case_event_labels_check CHECK (((labels >= 0) AND (labels <= 63)))
  constraint case_event_type_check CHECK ((type ~ '^[a-z][a-zA-Z-]*\.[a-z][a-z-]*$'::text))
  constraint case_event_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_event_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint case_event_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX case_event_by_entity ON public.case_event USING btree (agency_id, entity_id)
  CREATE INDEX story_of_a_case ON public.case_event USING btree (agency_id, case_id, occurred_at DESC, id DESC)
  CREATE INDEX story_of_a_client ON public.case_event USING btree (agency_id, client_id, occurred_at DESC, id DESC)
  CREATE INDEX story_types_of_a_case ON public.case_event USING btree (agency_id, case_id, type) INCLUDE (client_id, labels)
  policy authz_labels for update to authz using true
  policy authz_reads_labels for select to authz using true
  policy "only the cleared see what is told of labelled rows" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy "staff add to what they may of case_event" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_event.agency_id) AND (c.id = case_event.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = case_event.agency_id) AND (c.id = case_event.client_id)))))))
  policy "staff see what they may of case_event" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_event.agency_id) AND (c.id = case_event.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = case_event.agency_id) AND (c.id = case_event.client_id)))))))
  policy "the receiver's answer enters the story" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (entity = 'service-referral'::text) AND (entity_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER append_only BEFORE DELETE ON public.case_event FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER append_only_but_labels BEFORE UPDATE ON public.case_event FOR EACH ROW WHEN (((old.labels = new.labels) OR (CURRENT_USER <> 'authz'::name))) EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.case_event FOR EACH ROW WHEN ((old.labels <> new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_event FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER tell_with_labels BEFORE INSERT ON public.case_event FOR EACH ROW WHEN ((new.entity = ANY (ARRAY['contact'::text, 'assessment'::text, 'file'::text, 'consent'::text]))) EXECUTE FUNCTION house.tell_with_labels()
  grant insert, select to continuum_app

view public.case_key (security_invoker=true)
  SELECT agency_id, id, client_id, program_id, status, acuity_level FROM case_record;
  grant select to continuum_app

view public.case_label (security_invoker=true)
  SELECT k.agency_id, k.id, k.number, k.status, k.client_id, k.program_id, k.acuity_level, c.display_name FROM (case_record k JOIN client c ON (((c.agency_id = k.agency_id) AND (c.id = k.client_id))));
  grant select to continuum_app

table public.case_outreach (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  channel text not null
  at timestamp with time zone not null
  result text not null
  contact_id uuid
  staff_id uuid default authz.writer()
  recorded_at timestamp with time zone not null default authz.clock()
  constraint an_attempt_is_not_in_the_future CHECK ((at <= (recorded_at + '00:05:00'::interval)))
  constraint case_outreach_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'video'::text, 'text'::text, 'email'::text, 'letter'::text, 'portal'::text, 'visit'::text, 'in-person'::text, 'other'::text])))
  constraint case_outreach_result_check CHECK ((result = ANY (ARRAY['reached'::text, 'no-answer'::text, 'left-message'::text, 'spoke-with-other'::text, 'wrong-contact'::text, 'not-home'::text, 'undeliverable'::text, 'declined'::text])))
  constraint case_outreach_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_outreach_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_attempt_per_contact ON public.case_outreach USING btree (agency_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX outreach_of_a_case ON public.case_outreach USING btree (agency_id, case_id, at)
  policy "staff add to what they may of case_outreach" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_outreach.agency_id) AND (c.id = case_outreach.case_id)))))
  policy "staff see what they may of case_outreach" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_outreach.agency_id) AND (c.id = case_outreach.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.case_outreach FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_outreach FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.case_record (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  number text not null
  client_id uuid not null
  enrollment_id uuid not null
  program_id uuid not null
  status text not null default 'pending_engagement'::text
  identified_on date not null
  opened_on date not null
  activated_on date
  closed_on date
  acuity_level integer
  prior_case_id uuid
  labels integer not null default 0
  label_source text
  retention_class text not null default 'case-record'::text
  legal_hold boolean not null default false
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  referral_id uuid
  eligibility_basis text
  claim text
  lead_staff_id uuid
  coordination_note text
  suspended_on date
  suspension_reason text
  review_on date
  responsible_staff_id uuid
  closing_on date
  closure_reason text
  closure_explanation text
  client_told_on date
  not_told_because text
  client_view text
  constraint a_case_is_not_its_own_successor CHECK ((prior_case_id IS DISTINCT FROM id))
  constraint a_closed_case_has_its_day CHECK (((status = 'closed'::text) = (closed_on IS NOT NULL)))
  constraint a_lead_comes_with_a_note CHECK (((lead_staff_id IS NULL) = (coordination_note IS NULL)))
  constraint a_pause_is_reviewed_within_thirty_days CHECK (((review_on IS NULL) OR (((review_on - suspended_on) >= 1) AND ((review_on - suspended_on) <= 30))))
  constraint a_pause_says_why_who_and_until_when CHECK (((status = 'suspended'::text) <= (num_nonnulls(suspended_on, suspension_reason, review_on, responsible_staff_id) = 4)))
  constraint a_worked_case_was_activated CHECK (((status <> ALL (ARRAY['active'::text, 'suspended'::text])) OR (activated_on IS NOT NULL)))
  constraint case_record_acuity_level_check CHECK (((acuity_level >= 1) AND (acuity_level <= 4)))
  constraint case_record_client_view_check CHECK ((client_view = ANY (ARRAY['agrees'::text, 'disagrees'::text, 'not_known'::text])))
  constraint case_record_closure_reason_check CHECK ((closure_reason = ANY (ARRAY['goals_achieved'::text, 'maximum_benefit_reached'::text, 'mmi_reached'::text, 'returned_to_work'::text, 'self_managing'::text, 'transferred_to_comparable_program'::text, 'moved_to_other_level_of_care'::text, 'client_request'::text, 'client_declined_further'::text, 'relocated'::text, 'lost_to_contact'::text, 'benefit_exhausted'::text, 'ineligible'::text, 'payer_withdrew_authorization'::text, 'claim_settled_or_denied'::text, 'court_or_board_order'::text, 'safety_of_staff'::text, 'conflict_of_interest'::text, 'no_progress_after_conference'::text, 'program_ended'::text, 'deceased'::text, 'incarcerated_long_term'::text, 'institutionalised_long_term'::text, 'opened_in_error'::text])))
  constraint case_record_status_check CHECK ((status = ANY (ARRAY['pending_engagement'::text, 'active'::text, 'suspended'::text, 'closing'::text, 'closed'::text, 'not_engaged'::text, 'voided'::text])))
  constraint case_record_suspension_reason_check CHECK ((suspension_reason = ANY (ARRAY['hospital_or_facility'::text, 'incarcerated'::text, 'out_of_area'::text, 'unable_to_reach'::text, 'client_request'::text, 'payer_hold'::text])))
  constraint closing_says_why CHECK (((status <> ALL (ARRAY['closing'::text, 'closed'::text])) OR ((closure_reason IS NOT NULL) AND (closing_on IS NOT NULL))))
  constraint case_record_agency_id_enrollment_id_client_id_program_id_fkey FOREIGN KEY (agency_id, enrollment_id, client_id, program_id) REFERENCES enrollment(agency_id, id, client_id, program_id)
  constraint case_record_agency_id_lead_staff_id_fkey FOREIGN KEY (agency_id, lead_staff_id) REFERENCES staff(agency_id, id)
  constraint case_record_agency_id_prior_case_id_fkey FOREIGN KEY (agency_id, prior_case_id) REFERENCES case_record(agency_id, id)
  constraint case_record_agency_id_responsible_staff_id_fkey FOREIGN KEY (agency_id, responsible_staff_id) REFERENCES staff(agency_id, id)
  constraint case_record_pkey PRIMARY KEY (agency_id, id)
  constraint a_case_has_one_client UNIQUE (agency_id, id, client_id)
  constraint case_numbers_are_used_once UNIQUE (agency_id, number)
  CREATE INDEX case_by_client ON public.case_record USING btree (agency_id, client_id)
  CREATE INDEX case_by_program ON public.case_record USING btree (agency_id, program_id, status)
  CREATE INDEX case_by_review ON public.case_record USING btree (agency_id, review_on) WHERE (status = 'suspended'::text)
  CREATE UNIQUE INDEX one_open_case_per_enrollment ON public.case_record USING btree (agency_id, enrollment_id) WHERE (status = ANY (ARRAY['pending_engagement'::text, 'active'::text, 'suspended'::text, 'closing'::text]))
  policy adds for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy authz_reads for select to authz using true
  policy authz_seals for update to authz using true
  policy changes for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((id = ANY (ARRAY( SELECT authz.my_cases() AS my_cases))) OR ((program_id = ANY (( SELECT authz.programs() AS programs)::uuid[])) AND ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0)) OR ( SELECT authz.has(1) AS has)) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((id = ANY (ARRAY( SELECT authz.my_cases() AS my_cases))) OR ((program_id = ANY (( SELECT authz.programs() AS programs)::uuid[])) AND ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0)) OR ( SELECT authz.has(1) AS has)) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))))
  policy "only the cleared see labelled cases" for all to continuum_app using (((labels & 63) = 0) OR (((labels & 63) & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy sees for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((id = ANY (ARRAY( SELECT authz.my_cases() AS my_cases))) OR ((program_id = ANY (( SELECT authz.programs() AS programs)::uuid[])) AND ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0)) OR ( SELECT authz.has(1) AS has)) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))))
  CREATE TRIGGER carry_the_seal BEFORE INSERT ON public.case_record FOR EACH ROW EXECUTE FUNCTION house.carry_the_seal()
  CREATE CONSTRAINT TRIGGER case_is_opened_by_a_change AFTER INSERT ON public.case_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.case_is_opened_by_a_change()
  CREATE CONSTRAINT TRIGGER cases_side_by_side_name_a_lead AFTER INSERT ON public.case_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.cases_side_by_side_name_a_lead()
  CREATE CONSTRAINT TRIGGER closing_takes_a_summary AFTER UPDATE OF status ON public.case_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.status = 'closed'::text) AND (old.status <> 'closed'::text))) EXECUTE FUNCTION house.closing_takes_a_summary()
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.case_record FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER inherit_labels BEFORE INSERT ON public.case_record FOR EACH ROW EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER keep_inherited_labels BEFORE UPDATE ON public.case_record FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.inherit_labels()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.case_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_record FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER status_changes_by_transition BEFORE UPDATE OF status ON public.case_record FOR EACH ROW EXECUTE FUNCTION house.status_changes_by_transition()
  CREATE TRIGGER the_primary_is_cleared AFTER UPDATE ON public.case_record FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.the_primary_is_cleared()
  CREATE TRIGGER the_seal_is_not_a_label BEFORE UPDATE ON public.case_record FOR EACH ROW WHEN ((((old.labels & 1073741824) <> (new.labels & 1073741824)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.the_seal_is_not_a_label()
  CREATE TRIGGER touch BEFORE UPDATE ON public.case_record FOR EACH ROW EXECUTE FUNCTION house.touch()
  CREATE CONSTRAINT TRIGGER worked_case_has_a_primary AFTER INSERT OR UPDATE OF status ON public.case_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.worked_case_has_a_primary()
  grant insert, select, update to continuum_app
  grant select to authz

table public.case_status_change (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  transition text not null
  from_status text
  to_status text not null
  reason_code text
  reason text not null
  at timestamp with time zone not null default authz.clock()
  staff_id uuid default authz.writer()
  details jsonb not null default '{}'::jsonb
  xid xid8 not null default pg_current_xact_id()
  constraint case_status_change_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint status_changes_follow_the_machine CHECK (((((((((((((((((COALESCE(from_status, ''::text) = ''::text) AND (transition = 'opened'::text) AND (to_status = 'pending_engagement'::text)) OR ((COALESCE(from_status, ''::text) = 'pending_engagement'::text) AND (transition = 'activated'::text) AND (to_status = 'active'::text))) OR ((COALESCE(from_status, ''::text) = 'pending_engagement'::text) AND (transition = 'ended-without-engagement'::text) AND (to_status = 'not_engaged'::text))) OR ((COALESCE(from_status, ''::text) = 'active'::text) AND (transition = 'suspended'::text) AND (to_status = 'suspended'::text))) OR ((COALESCE(from_status, ''::text) = 'suspended'::text) AND (transition = 'resumed'::text) AND (to_status = 'active'::text))) OR ((COALESCE(from_status, ''::text) = 'active'::text) AND (transition = 'closing-begun'::text) AND (to_status = 'closing'::text))) OR ((COALESCE(from_status, ''::text) = 'suspended'::text) AND (transition = 'closing-begun'::text) AND (to_status = 'closing'::text))) OR ((COALESCE(from_status, ''::text) = 'closing'::text) AND (transition = 'closed'::text) AND (to_status = 'closed'::text))) OR ((COALESCE(from_status, ''::text) = 'closed'::text) AND (transition = 'reopened'::text) AND (to_status = 'active'::text))) OR ((COALESCE(from_status, ''::text) = 'pending_engagement'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))) OR ((COALESCE(from_status, ''::text) = 'active'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))) OR ((COALESCE(from_status, ''::text) = 'suspended'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))) OR ((COALESCE(from_status, ''::text) = 'closing'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))) OR ((COALESCE(from_status, ''::text) = 'closed'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))) OR ((COALESCE(from_status, ''::text) = 'not_engaged'::text) AND (transition = 'voided'::text) AND (to_status = 'voided'::text))))
  constraint case_status_change_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_status_change_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint case_status_change_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX status_changes_of_a_case ON public.case_status_change USING btree (agency_id, case_id, at)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of case_status_change" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_status_change.agency_id) AND (c.id = case_status_change.case_id)))))
  policy "staff see what they may of case_status_change" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_status_change.agency_id) AND (c.id = case_status_change.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.case_status_change FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE CONSTRAINT TRIGGER change_is_made AFTER INSERT ON public.case_status_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.change_is_made()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_status_change FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app
  grant select to authz

table public.case_team (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  staff_id uuid not null
  role text not null
  reason text not null
  from_at timestamp with time zone not null default authz.clock()
  until_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  client_id uuid not null
  constraint case_team_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint case_team_role_check CHECK ((role = ANY (ARRAY['primary'::text, 'member'::text, 'covering'::text, 'supervisor'::text, 'opener'::text])))
  constraint membership_ends_after_it_begins CHECK (((until_at IS NULL) OR (until_at >= from_at)))
  constraint case_team_agency_id_case_id_client_id_fkey FOREIGN KEY (agency_id, case_id, client_id) REFERENCES case_record(agency_id, id, client_id)
  constraint case_team_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_team_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint case_team_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX case_team_by_case ON public.case_team USING btree (agency_id, case_id)
  CREATE INDEX case_team_by_staff ON public.case_team USING btree (agency_id, staff_id, case_id) INCLUDE (client_id, from_at, until_at)
  CREATE UNIQUE INDEX one_primary_case_manager ON public.case_team USING btree (agency_id, case_id) WHERE ((role = 'primary'::text) AND (until_at IS NULL))
  policy adds for insert to continuum_app with check (((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_team.agency_id) AND (c.id = case_team.case_id))))) OR ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND authz.is_unstaffed(case_id)))
  policy "an emergency adds nobody to a team" for insert to continuum_app with check (NOT (case_id = ANY (ARRAY( SELECT authz.my_emergency_cases() AS my_emergency_cases))))
  policy "an emergency ends nobody's membership" for update to continuum_app using (NOT (case_id = ANY (ARRAY( SELECT authz.my_emergency_cases() AS my_emergency_cases))))
  policy authz_reads for select to authz using true
  policy authz_seals for insert to authz with check true
  policy changes for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_team.agency_id) AND (c.id = case_team.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_team.agency_id) AND (c.id = case_team.case_id)))))
  policy sees for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_team.agency_id) AND (c.id = case_team.case_id)))))
  CREATE TRIGGER a_receiver_is_no_colleague BEFORE INSERT ON public.case_team FOR EACH ROW EXECUTE FUNCTION house.a_receiver_is_no_colleague()
  CREATE TRIGGER client_of_the_case BEFORE INSERT ON public.case_team FOR EACH ROW EXECUTE FUNCTION authz.client_of_the_case()
  CREATE TRIGGER membership_is_ended_not_rewritten BEFORE UPDATE ON public.case_team FOR EACH ROW EXECUTE FUNCTION house.membership_is_ended_not_rewritten()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_team FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER the_primary_is_cleared AFTER INSERT ON public.case_team FOR EACH ROW WHEN (((new.role = 'primary'::text) AND (new.until_at IS NULL))) EXECUTE FUNCTION house.the_primary_is_cleared()
  CREATE TRIGGER touch BEFORE UPDATE ON public.case_team FOR EACH ROW EXECUTE FUNCTION house.touch()
  CREATE CONSTRAINT TRIGGER worked_case_has_a_primary AFTER INSERT OR UPDATE ON public.case_team DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.worked_case_has_a_primary()
  grant insert, select, update to continuum_app
  grant select to authz

table public.case_transfer (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  from_staff_id uuid not null
  to_staff_id uuid not null
  reason text not null
  summary text not null
  open_dues jsonb not null default '[]'::jsonb
  client_told_on date
  review_member_id uuid
  status text not null default 'requested'::text
  requested_at timestamp with time zone not null default authz.clock()
  requested_by uuid not null default authz.writer()
  decided_at timestamp with time zone
  decided_by uuid
  decision_note text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_case_is_not_passed_to_its_own_manager CHECK ((from_staff_id <> to_staff_id))
  constraint a_decline_says_why CHECK (((status <> 'declined'::text) OR (length(btrim(decision_note)) > 0)))
  constraint an_answer_has_an_instant_and_a_person CHECK ((((status = 'requested'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL))))
  constraint case_transfer_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint case_transfer_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  constraint case_transfer_summary_check CHECK ((length(btrim(summary)) > 0))
  constraint only_the_receiver_accepts CHECK (((status <> ALL (ARRAY['accepted'::text, 'declined'::text])) OR (decided_by = to_staff_id)))
  constraint case_transfer_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint case_transfer_agency_id_from_staff_id_fkey FOREIGN KEY (agency_id, from_staff_id) REFERENCES staff(agency_id, id)
  constraint case_transfer_agency_id_review_member_id_fkey FOREIGN KEY (agency_id, review_member_id) REFERENCES case_team(agency_id, id)
  constraint case_transfer_agency_id_to_staff_id_fkey FOREIGN KEY (agency_id, to_staff_id) REFERENCES staff(agency_id, id)
  constraint case_transfer_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_transfer_at_a_time ON public.case_transfer USING btree (agency_id, case_id) WHERE (status = 'requested'::text)
  CREATE INDEX transfers_of_a_case ON public.case_transfer USING btree (agency_id, case_id, requested_at)
  policy "an emergency asks nobody to take over" for insert to continuum_app with check (NOT (case_id = ANY (ARRAY( SELECT authz.my_emergency_cases() AS my_emergency_cases))))
  policy "staff add to what they may of case_transfer" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_transfer.agency_id) AND (c.id = case_transfer.case_id)))))
  policy "staff change what they may of case_transfer" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_transfer.agency_id) AND (c.id = case_transfer.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_transfer.agency_id) AND (c.id = case_transfer.case_id)))))
  policy "staff see what they may of case_transfer" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = case_transfer.agency_id) AND (c.id = case_transfer.case_id)))))
  CREATE TRIGGER answered_transfer_stays BEFORE UPDATE ON public.case_transfer FOR EACH ROW EXECUTE FUNCTION house.answered_transfer_stays()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.case_transfer FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.case_transfer FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.client (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  display_name text not null
  birth_date date
  birth_date_precision text not null default 'day'::text
  birth_date_estimated boolean not null default false
  pronouns text
  spoken_language text
  written_language text
  interpreter text not null default 'not-needed'::text
  confidentiality text not null default 'standard'::text
  safe_contact text not null default 'not-asked'::text
  deceased_on date
  labels integer not null default 0
  label_source text
  retention_class text not null default 'client-record'::text
  legal_hold boolean not null default false
  voided_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  hidden boolean not null generated always as ((confidentiality = 'sealed'::text) OR (labels <> 0))
  interpreter_modality text
  deceased_source text
  constraint a_death_names_its_source CHECK (((deceased_on IS NULL) = (deceased_source IS NULL)))
  constraint an_unknown_birth_date_is_empty CHECK (((birth_date IS NULL) = (birth_date_precision = 'unknown'::text)))
  constraint client_birth_date_precision_check CHECK ((birth_date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])))
  constraint client_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['standard'::text, 'restricted'::text, 'sealed'::text])))
  constraint client_deceased_source_check CHECK ((length(btrim(deceased_source)) > 0))
  constraint client_display_name_check CHECK (((length(btrim(display_name)) >= 1) AND (length(btrim(display_name)) <= 200)))
  constraint client_interpreter_check CHECK ((interpreter = ANY (ARRAY['not-needed'::text, 'needed'::text, 'preferred'::text])))
  constraint client_interpreter_modality_check CHECK ((interpreter_modality = ANY (ARRAY['in-person'::text, 'video'::text, 'phone'::text, 'sign'::text])))
  constraint client_safe_contact_check CHECK ((safe_contact = ANY (ARRAY['not-asked'::text, 'no-restriction'::text, 'required'::text])))
  constraint labels_of_a_client_are_known CHECK (((labels >= 0) AND (labels <= 63)))
  constraint languages_are_bcp47_tags CHECK (((COALESCE(spoken_language, 'en'::text) ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (COALESCE(written_language, 'en'::text) ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)))
  constraint client_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint client_pkey PRIMARY KEY (agency_id, id)
  constraint a_client_is_hidden_or_not UNIQUE (agency_id, id, hidden)
  policy adds for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy authz_reads for select to authz using true
  policy authz_seals for update to authz using true
  policy changes for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((id = ANY (ARRAY( SELECT authz.my_clients() AS my_clients))) OR ((confidentiality <> 'sealed'::text) AND ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0) AND (( SELECT authz.has(2) AS has) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = client.agency_id) AND (c.client_id = client.id) AND (c.program_id = ANY (( SELECT authz.programs() AS programs)::uuid[]))))))) OR ( SELECT authz.has(1) AS has)) AND (NOT (id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "only the cleared see labelled clients" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy sees for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((id = ANY (ARRAY( SELECT authz.my_clients() AS my_clients))) OR ((confidentiality <> 'sealed'::text) AND ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0) AND (( SELECT authz.has(2) AS has) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = client.agency_id) AND (c.client_id = client.id) AND (c.program_id = ANY (( SELECT authz.programs() AS programs)::uuid[]))))))) OR ( SELECT authz.has(1) AS has)) AND (NOT (id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))))
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.client FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER keep_the_seal BEFORE UPDATE ON public.client FOR EACH ROW EXECUTE FUNCTION house.keep_the_seal()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.client FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.client DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.client FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.client FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.client_confidentiality (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  level text not null
  reason text not null
  set_at timestamp with time zone not null default authz.clock()
  set_by uuid default authz.writer()
  constraint client_confidentiality_level_check CHECK ((level = ANY (ARRAY['standard'::text, 'restricted'::text, 'sealed'::text])))
  constraint client_confidentiality_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint client_confidentiality_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint client_confidentiality_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX client_confidentiality_by_client ON public.client_confidentiality USING btree (agency_id, client_id, set_at DESC)
  policy "staff add to what they may of client_confidentiality" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_confidentiality.agency_id) AND (c.id = client_confidentiality.client_id)))))
  policy "staff see what they may of client_confidentiality" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_confidentiality.agency_id) AND (c.id = client_confidentiality.client_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.client_confidentiality FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.client_confidentiality FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.client_key (row security, forced)
  agency_id uuid not null default authz.here()
  client_id uuid not null
  version integer not null
  wrapped bytea
  key_purpose text not null generated always as 'wrap'::text
  agency_key_version integer not null
  destroyed_at timestamp with time zone
  destroyed_reason text
  created_at timestamp with time zone not null default authz.clock()
  constraint a_destroyed_key_says_when_and_why CHECK ((((wrapped IS NULL) = (destroyed_at IS NOT NULL)) AND ((wrapped IS NULL) = (destroyed_reason IS NOT NULL))))
  constraint client_key_destroyed_reason_check CHECK ((length(btrim(destroyed_reason)) > 0))
  constraint client_key_version_check CHECK ((version > 0))
  constraint client_key_wrapped_check CHECK ((length(wrapped) >= 60))
  constraint client_key_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint client_key_agency_id_key_purpose_agency_key_version_fkey FOREIGN KEY (agency_id, key_purpose, agency_key_version) REFERENCES agency_key(agency_id, purpose, version)
  constraint client_key_pkey PRIMARY KEY (agency_id, client_id, version)
  policy "only the system wraps anew or destroys" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "staff add to what they may of client_key" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_key.agency_id) AND (c.id = client_key.client_id)))))
  policy "staff change what they may of client_key" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_key.agency_id) AND (c.id = client_key.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_key.agency_id) AND (c.id = client_key.client_id)))))
  policy "staff see what they may of client_key" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_key.agency_id) AND (c.id = client_key.client_id)))))
  CREATE TRIGGER destroyed_stays_destroyed BEFORE UPDATE ON public.client_key FOR EACH ROW EXECUTE FUNCTION house.destroyed_stays_destroyed()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.client_key FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select, update to continuum_app

view public.client_label (security_invoker=true)
  SELECT agency_id, id, display_name, pronouns, confidentiality, safe_contact, spoken_language, interpreter, deceased_on FROM client;
  grant select to continuum_app

table public.client_link (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  other_client_id uuid not null
  verdict text not null
  basis text not null
  undone_at timestamp with time zone
  undone_by uuid
  undone_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_link_joins_two_records_in_one_order CHECK ((client_id < other_client_id))
  constraint a_link_taken_back_says_why CHECK (((undone_at IS NULL) = (undone_reason IS NULL)))
  constraint client_link_basis_check CHECK ((length(btrim(basis)) > 0))
  constraint client_link_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text])))
  constraint client_link_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint client_link_agency_id_other_client_id_fkey FOREIGN KEY (agency_id, other_client_id) REFERENCES client(agency_id, id)
  constraint client_link_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX client_link_by_other ON public.client_link USING btree (agency_id, other_client_id)
  CREATE UNIQUE INDEX one_judgement_about_two_records ON public.client_link USING btree (agency_id, client_id, other_client_id) WHERE (undone_at IS NULL)
  policy "both records must be known" for all to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_link.agency_id) AND (c.id = client_link.other_client_id))))))
  policy "staff add to what they may of client_link" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_link.agency_id) AND (c.id = client_link.client_id)))))
  policy "staff change what they may of client_link" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_link.agency_id) AND (c.id = client_link.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_link.agency_id) AND (c.id = client_link.client_id)))))
  policy "staff see what they may of client_link" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_link.agency_id) AND (c.id = client_link.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.client_link FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.client_link FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.client_search_token (row security, forced)
  agency_id uuid not null default authz.agency()
  token bytea not null
  client_id uuid not null
  hidden boolean not null
  withdrawn boolean not null default false
  constraint client_search_token_token_check CHECK ((length(token) = 8))
  constraint client_search_token_agency_id_client_id_hidden_fkey FOREIGN KEY (agency_id, client_id, hidden) REFERENCES client(agency_id, id, hidden) ON UPDATE CASCADE
  constraint client_search_token_pkey PRIMARY KEY (agency_id, token, client_id) INCLUDE (withdrawn, hidden)
  CREATE INDEX search_tokens_of_a_client ON public.client_search_token USING btree (agency_id, client_id, hidden)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of client_search_token" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_search_token.agency_id) AND (c.id = client_search_token.client_id)))))
  policy "staff change what they may of client_search_token" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_search_token.agency_id) AND (c.id = client_search_token.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = client_search_token.agency_id) AND (c.id = client_search_token.client_id)))))
  policy "staff see what they may of client_search_token" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR (((client_id = ANY (ARRAY( SELECT authz.my_clients() AS my_clients))) OR ((NOT hidden) AND ( SELECT authz.has(2) AS has))) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.client_search_token FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select, update to continuum_app
  grant select to authz

table public.closure_summary (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  status text not null default 'draft'::text
  content jsonb not null default '{}'::jsonb
  document jsonb
  digest bytea
  signed_by uuid
  signed_at timestamp with time zone
  signed_off_by uuid
  signed_off_at timestamp with time zone
  sign_off_note text not null default ''::text
  returned_by uuid
  returned_at timestamp with time zone
  return_note text
  closed_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_case_closes_with_a_signed_off_summary CHECK (((closed_at IS NULL) OR (status = 'signed-off'::text)))
  constraint a_digest_is_sha256 CHECK (((digest IS NULL) OR (length(digest) = 32)))
  constraint a_returned_summary_says_why CHECK ((((returned_at IS NULL) = (returned_by IS NULL)) AND ((returned_at IS NULL) = (return_note IS NULL)) AND (length(btrim(COALESCE(return_note, 'none'::text))) > 0)))
  constraint a_signed_off_summary_names_who_and_when CHECK ((((status = 'signed-off'::text) = (num_nonnulls(signed_off_by, signed_off_at) = 2)) AND (num_nonnulls(signed_off_by, signed_off_at) = ANY (ARRAY[0, 2]))))
  constraint a_signed_summary_names_who_when_and_what CHECK ((((status = 'draft'::text) = (num_nonnulls(document, digest, signed_by, signed_at) = 0)) AND (num_nonnulls(document, digest, signed_by, signed_at) = ANY (ARRAY[0, 4]))))
  constraint closure_summary_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting-sign-off'::text, 'signed-off'::text])))
  constraint nobody_signs_off_their_own_summary CHECK (((signed_off_by IS DISTINCT FROM signed_by) OR (signed_off_by IS NULL)))
  constraint closure_summary_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint closure_summary_agency_id_returned_by_fkey FOREIGN KEY (agency_id, returned_by) REFERENCES staff(agency_id, id)
  constraint closure_summary_agency_id_signed_by_fkey FOREIGN KEY (agency_id, signed_by) REFERENCES staff(agency_id, id)
  constraint closure_summary_agency_id_signed_off_by_fkey FOREIGN KEY (agency_id, signed_off_by) REFERENCES staff(agency_id, id)
  constraint closure_summary_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX closure_summary_by_case ON public.closure_summary USING btree (agency_id, case_id, created_at DESC)
  CREATE UNIQUE INDEX one_summary_for_each_closing ON public.closure_summary USING btree (agency_id, case_id) WHERE (closed_at IS NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of closure_summary" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = closure_summary.agency_id) AND (c.id = closure_summary.case_id)))))
  policy "staff change what they may of closure_summary" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = closure_summary.agency_id) AND (c.id = closure_summary.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = closure_summary.agency_id) AND (c.id = closure_summary.case_id)))))
  policy "staff see what they may of closure_summary" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = closure_summary.agency_id) AND (c.id = closure_summary.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.closure_summary FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER signed_summary_stands BEFORE UPDATE ON public.closure_summary FOR EACH ROW EXECUTE FUNCTION house.signed_summary_stands()
  CREATE TRIGGER summary_begins_as_a_draft BEFORE INSERT ON public.closure_summary FOR EACH ROW EXECUTE FUNCTION house.summary_begins_as_a_draft()
  CREATE TRIGGER summary_is_signed_in_ones_own_name BEFORE UPDATE ON public.closure_summary FOR EACH ROW WHEN ((CURRENT_USER = 'continuum_app'::name)) EXECUTE FUNCTION house.summary_is_signed_in_ones_own_name()
  CREATE TRIGGER touch BEFORE UPDATE ON public.closure_summary FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.consent (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  program_id uuid
  kind text not null
  state text not null default 'draft'::text
  grantor_name text not null default ''::text
  grantor_capacity text not null
  support_member_id uuid
  authority text not null default ''::text
  discloser text not null default ''::text
  recipients text[] not null default '{}'::text[]
  information text not null default ''::text
  information_from date
  information_until date
  purposes text[] not null default '{}'::text[]
  effective_at timestamp with time zone
  expires_on date
  expires_event text not null default ''::text
  signed_on date
  method text
  witness text not null default ''::text
  language text
  interpreter text not null default ''::text
  states_right_to_revoke boolean not null default false
  states_conditioning boolean not null default false
  states_redisclosure boolean not null default false
  statements_version text not null default ''::text
  copy_given_on date
  conditions text not null default ''::text
  text_messages text
  email_messages text
  supersedes_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  labels integer not null default 0
  label_source text
  constraint a_consent_does_not_end_before_it_is_signed CHECK (((expires_on IS NULL) OR (signed_on IS NULL) OR (expires_on >= signed_on)))
  constraint a_consent_does_not_supersede_itself CHECK ((supersedes_id IS DISTINCT FROM id))
  constraint a_representative_names_the_authority CHECK (((state <> 'active'::text) OR (grantor_capacity <> ALL (ARRAY['representative'::text, 'court'::text, 'statute'::text])) OR (btrim(authority) <> ''::text)))
  constraint a_verbal_consent_has_a_witness CHECK (((state <> 'active'::text) OR (method <> 'verbal'::text) OR (btrim(witness) <> ''::text)))
  constraint active_authorizations_have_all_six_elements CHECK (((kind <> 'hipaa_authorization'::text) OR (state <> 'active'::text) OR ((btrim(information) <> ''::text) AND (btrim(discloser) <> ''::text) AND (recipients <> '{}'::text[]) AND (purposes <> '{}'::text[]) AND ((expires_on IS NOT NULL) OR (btrim(expires_event) <> ''::text)) AND (method = ANY (ARRAY['written'::text, 'electronic'::text])) AND ((grantor_capacity = 'client'::text) OR ((grantor_capacity = 'representative'::text) AND (btrim(authority) <> ''::text))))))
  constraint active_authorizations_make_the_required_statements CHECK (((kind <> 'hipaa_authorization'::text) OR (state <> 'active'::text) OR (states_right_to_revoke AND states_conditioning AND states_redisclosure AND (btrim(statements_version) <> ''::text))))
  constraint an_active_consent_says_who_how_and_when CHECK (((state <> 'active'::text) OR ((btrim(grantor_name) <> ''::text) AND (method IS NOT NULL) AND (signed_on IS NOT NULL) AND (effective_at IS NOT NULL) AND (language IS NOT NULL))))
  constraint consent_email_messages_check CHECK ((email_messages = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint consent_grantor_capacity_check CHECK ((grantor_capacity = ANY (ARRAY['client'::text, 'representative'::text, 'court'::text, 'statute'::text, 'program'::text, 'agency'::text])))
  constraint consent_kind_check CHECK ((kind = ANY (ARRAY['cm_engagement'::text, 'representative_consent'::text, 'court_order'::text, 'statutory_assignment'::text, 'program_optout_notice'::text, 'hipaa_authorization'::text, 'role_disclosure'::text, 'rights_notice'::text, 'communication_preference'::text])))
  constraint consent_labels_check CHECK (((labels >= 0) AND (labels <= 63)))
  constraint consent_language_check CHECK ((language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  constraint consent_method_check CHECK ((method = ANY (ARRAY['written'::text, 'electronic'::text, 'verbal'::text, 'given'::text, 'mailed'::text])))
  constraint consent_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'defective'::text])))
  constraint consent_text_messages_check CHECK ((text_messages = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint only_authorizations_are_kept_when_defective CHECK (((state <> 'defective'::text) OR (kind = 'hipaa_authorization'::text)))
  constraint consent_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint consent_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES program(agency_id, id)
  constraint consent_agency_id_supersedes_id_client_id_fkey FOREIGN KEY (agency_id, supersedes_id, client_id) REFERENCES consent(agency_id, id, client_id)
  constraint consent_agency_id_support_member_id_client_id_fkey FOREIGN KEY (agency_id, support_member_id, client_id) REFERENCES support_member(agency_id, id, client_id)
  constraint consent_pkey PRIMARY KEY (agency_id, id)
  constraint a_consent_names_one_client UNIQUE (agency_id, id, client_id)
  CREATE UNIQUE INDEX a_consent_is_superseded_once ON public.consent USING btree (agency_id, supersedes_id) WHERE (state = 'active'::text)
  CREATE INDEX consent_by_client ON public.consent USING btree (agency_id, client_id, kind)
  CREATE INDEX consent_by_expiry ON public.consent USING btree (agency_id, expires_on) WHERE (state = 'active'::text)
  policy authz_labels for update to authz using true
  policy authz_reads for select to authz using true
  policy authz_reads_labels for select to authz using true
  policy "only the cleared see labelled rows" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy "staff add to what they may of consent" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = consent.agency_id) AND (c.id = consent.client_id)))))
  policy "staff change what they may of consent" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = consent.agency_id) AND (c.id = consent.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = consent.agency_id) AND (c.id = consent.client_id)))))
  policy "staff see what they may of consent" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = consent.agency_id) AND (c.id = consent.client_id)))))
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.consent FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER inherit_labels BEFORE INSERT ON public.consent FOR EACH ROW EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER keep_inherited_labels BEFORE UPDATE ON public.consent FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.consent FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.consent FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER recorded_is_immutable BEFORE UPDATE ON public.consent FOR EACH ROW WHEN ((old.labels = new.labels)) EXECUTE FUNCTION house.consent_is_immutable()
  CREATE TRIGGER touch BEFORE UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.consent_ending (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  consent_id uuid not null
  kind text not null
  at timestamp with time zone not null
  method text not null
  by_whom text not null
  reliance_note text not null default ''::text
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint an_ending_is_not_in_the_future CHECK ((at <= created_at))
  constraint consent_ending_by_whom_check CHECK ((length(btrim(by_whom)) > 0))
  constraint consent_ending_kind_check CHECK ((kind = ANY (ARRAY['revoked'::text, 'event-happened'::text, 'found-false'::text])))
  constraint consent_ending_method_check CHECK ((method = ANY (ARRAY['written'::text, 'electronic'::text, 'verbal'::text, 'observed'::text])))
  constraint consent_ending_agency_id_consent_id_client_id_fkey FOREIGN KEY (agency_id, consent_id, client_id) REFERENCES consent(agency_id, id, client_id)
  constraint consent_ending_pkey PRIMARY KEY (agency_id, id)
  constraint a_consent_ends_once UNIQUE (agency_id, consent_id)
  CREATE INDEX consent_ending_by_client ON public.consent_ending USING btree (agency_id, client_id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of consent_ending" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM consent p WHERE ((p.agency_id = consent_ending.agency_id) AND (p.id = consent_ending.consent_id)))))
  policy "staff see what they may of consent_ending" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM consent p WHERE ((p.agency_id = consent_ending.agency_id) AND (p.id = consent_ending.consent_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consent_ending FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.consent_ending FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app
  grant select to authz

table public.consent_warning (row security, forced)
  agency_id uuid not null default authz.here()
  consent_id uuid not null
  days integer not null
  client_id uuid not null
  given_at timestamp with time zone not null default authz.clock()
  constraint consent_warning_days_check CHECK ((days = ANY (ARRAY[60, 30, 7])))
  constraint consent_warning_agency_id_consent_id_client_id_fkey FOREIGN KEY (agency_id, consent_id, client_id) REFERENCES consent(agency_id, id, client_id)
  constraint consent_warning_pkey PRIMARY KEY (agency_id, consent_id, days)
  policy "staff add to what they may of consent_warning" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM consent p WHERE ((p.agency_id = consent_warning.agency_id) AND (p.id = consent_warning.consent_id)))))
  policy "staff see what they may of consent_warning" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM consent p WHERE ((p.agency_id = consent_warning.agency_id) AND (p.id = consent_warning.consent_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.consent_warning FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.consent_warning FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.contact (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  author_id uuid not null default authz.writer()
  status text not null default 'draft'::text
  kind text not null
  mode text not null
  direction text not null default 'outgoing'::text
  attempt_result text
  occurred_at timestamp with time zone not null
  occurred_zone text not null
  duration_minutes integer not null default 0
  travel_minutes integer not null default 0
  distance_tenths_mile integer not null default 0
  contact_point_id uuid
  interpreter text
  interpreter_reference text not null default ''::text
  participants jsonb not null default '[]'::jsonb
  purpose text not null
  narrative text not null default ''::text
  goal_ids uuid[] not null default '{}'::uuid[]
  no_goal_reason text not null default ''::text
  next_step text not null default ''::text
  intended jsonb not null default '{}'::jsonb
  group_id uuid
  signed_at timestamp with time zone
  signed_by uuid
  signed_as text
  timeliness text
  late_reason text
  discarded_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  labels integer not null default 0
  label_source text
  constraint a_contact_is_not_in_the_future CHECK ((occurred_at <= (created_at + '00:05:00'::interval)))
  constraint a_discarded_draft_says_when CHECK (((status = 'discarded'::text) = (discarded_at IS NOT NULL)))
  constraint a_late_entry_says_why CHECK (((timeliness IS DISTINCT FROM 'late-entry'::text) OR (length(btrim(COALESCE(late_reason, ''::text))) > 0)))
  constraint a_signed_note_names_its_signer_and_instant CHECK (((status = 'signed'::text) = ((signed_at IS NOT NULL) AND (signed_by IS NOT NULL) AND (timeliness IS NOT NULL))))
  constraint a_signed_note_says_what_comes_next CHECK (((status <> 'signed'::text) OR (kind = 'attempt'::text) OR (length(btrim(next_step)) > 0)))
  constraint a_signed_note_says_what_happened CHECK (((status <> 'signed'::text) OR (kind = 'attempt'::text) OR (length(btrim(narrative)) > 0)))
  constraint a_signed_note_says_which_goal CHECK (((status <> 'signed'::text) OR (kind = 'attempt'::text) OR (cardinality(goal_ids) > 0) OR (length(btrim(no_goal_reason)) > 0)))
  constraint an_attempt_says_what_came_of_it CHECK (((kind = 'attempt'::text) = (attempt_result IS NOT NULL)))
  constraint contact_attempt_result_check CHECK ((attempt_result = ANY (ARRAY['no-answer'::text, 'left-message'::text, 'spoke-with-other'::text, 'wrong-contact'::text, 'not-home'::text, 'undeliverable'::text])))
  constraint contact_direction_check CHECK ((direction = ANY (ARRAY['outgoing'::text, 'incoming'::text])))
  constraint contact_interpreter_check CHECK ((interpreter = ANY (ARRAY['not-needed'::text, 'qualified'::text, 'bilingual-staff'::text, 'declined-by-client'::text])))
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['attempt'::text, 'completed'::text, 'collateral'::text, 'conference'::text, 'correspondence'::text])))
  constraint contact_labels_check CHECK (((labels >= 0) AND (labels <= 63)))
  constraint contact_mode_check CHECK ((mode = ANY (ARRAY['phone'::text, 'video'::text, 'home'::text, 'office'::text, 'facility'::text, 'community'::text, 'text'::text, 'email'::text, 'letter'::text, 'portal'::text])))
  constraint contact_narrative_check CHECK ((length(narrative) <= 20000))
  constraint contact_next_step_check CHECK ((length(next_step) <= 1000))
  constraint contact_no_goal_reason_check CHECK ((length(no_goal_reason) <= 500))
  constraint contact_participants_check CHECK ((jsonb_typeof(participants) = 'array'::text))
  constraint contact_purpose_check CHECK ((purpose = ANY (ARRAY['engagement'::text, 'assessment'::text, 'planning'::text, 'coordination'::text, 'monitoring'::text, 'safety'::text, 'transition'::text, 'closure'::text, 'other'::text])))
  constraint contact_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'signed'::text, 'discarded'::text])))
  constraint contact_timeliness_check CHECK ((timeliness = ANY (ARRAY['on-time'::text, 'late'::text, 'late-entry'::text])))
  constraint distance_is_within_reason CHECK (((distance_tenths_mile >= 0) AND (distance_tenths_mile <= 20000)))
  constraint only_the_author_signs CHECK (((signed_by IS NULL) OR (signed_by = author_id)))
  constraint time_worked_is_within_a_day CHECK ((((duration_minutes >= 0) AND (duration_minutes <= 1440)) AND ((travel_minutes >= 0) AND (travel_minutes <= 1440))))
  constraint contact_agency_id_author_id_fkey FOREIGN KEY (agency_id, author_id) REFERENCES staff(agency_id, id)
  constraint contact_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint contact_agency_id_signed_by_fkey FOREIGN KEY (agency_id, signed_by) REFERENCES staff(agency_id, id)
  constraint contact_pkey PRIMARY KEY (agency_id, id)
  constraint contacts_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX contacts_of_a_case ON public.contact USING btree (agency_id, case_id, occurred_at DESC, id DESC)
  CREATE INDEX contacts_of_a_group ON public.contact USING btree (agency_id, group_id) WHERE (group_id IS NOT NULL)
  CREATE INDEX drafts_of_an_author ON public.contact USING btree (agency_id, author_id, occurred_at) WHERE (status = 'draft'::text)
  policy authz_labels for update to authz using true
  policy authz_reads_labels for select to authz using true
  policy "only the cleared see labelled rows" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy "staff add to what they may of contact" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = contact.agency_id) AND (c.id = contact.case_id)))))
  policy "staff change what they may of contact" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = contact.agency_id) AND (c.id = contact.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = contact.agency_id) AND (c.id = contact.case_id)))))
  policy "staff see what they may of contact" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = contact.agency_id) AND (c.id = contact.case_id)))))
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.contact FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER inherit_labels BEFORE INSERT ON public.contact FOR EACH ROW EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER keep_inherited_labels BEFORE UPDATE ON public.contact FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.contact FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.contact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.contact FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER signed_note_stays BEFORE UPDATE ON public.contact FOR EACH ROW WHEN ((old.labels = new.labels)) EXECUTE FUNCTION house.signed_note_stays()
  CREATE TRIGGER touch BEFORE UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.contact_amendment (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  contact_id uuid not null
  text text not null
  reason text not null
  amended_at timestamp with time zone not null default authz.clock()
  amended_by uuid not null default authz.writer()
  constraint contact_amendment_reason_check CHECK (((length(btrim(reason)) >= 1) AND (length(btrim(reason)) <= 1000)))
  constraint contact_amendment_text_check CHECK (((length(btrim(text)) >= 1) AND (length(btrim(text)) <= 20000)))
  constraint contact_amendment_agency_id_amended_by_fkey FOREIGN KEY (agency_id, amended_by) REFERENCES staff(agency_id, id)
  constraint contact_amendment_agency_id_case_id_contact_id_fkey FOREIGN KEY (agency_id, case_id, contact_id) REFERENCES contact(agency_id, case_id, id)
  constraint contact_amendment_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX amendments_of_a_contact ON public.contact_amendment USING btree (agency_id, contact_id, amended_at)
  policy "staff add to what they may of contact_amendment" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM contact p WHERE ((p.agency_id = contact_amendment.agency_id) AND (p.id = contact_amendment.contact_id)))))
  policy "staff see what they may of contact_amendment" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM contact p WHERE ((p.agency_id = contact_amendment.agency_id) AND (p.id = contact_amendment.contact_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.contact_amendment FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.contact_amendment FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER only_signed_notes_are_amended BEFORE INSERT ON public.contact_amendment FOR EACH ROW EXECUTE FUNCTION house.only_signed_notes_are_amended()
  grant insert, select to continuum_app

table public.contact_goal (row security, forced)
  agency_id uuid not null default authz.here()
  contact_id uuid not null
  goal_id uuid not null
  case_id uuid not null
  level integer
  achievement text
  evidence text not null default ''::text
  constraint a_goal_moved_by_a_level_or_an_achievement CHECK (((level IS NOT NULL) OR (achievement IS NOT NULL)))
  constraint contact_goal_level_check CHECK (((level >= '-2'::integer) AND (level <= 2)))
  constraint contact_goal_agency_id_case_id_contact_id_fkey FOREIGN KEY (agency_id, case_id, contact_id) REFERENCES contact(agency_id, case_id, id)
  constraint contact_goal_pkey PRIMARY KEY (agency_id, contact_id, goal_id)
  CREATE INDEX contacts_of_a_goal ON public.contact_goal USING btree (agency_id, goal_id)
  policy "staff add to what they may of contact_goal" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM contact p WHERE ((p.agency_id = contact_goal.agency_id) AND (p.id = contact_goal.contact_id)))))
  policy "staff see what they may of contact_goal" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM contact p WHERE ((p.agency_id = contact_goal.agency_id) AND (p.id = contact_goal.contact_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.contact_goal FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.contact_goal FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.contact_point (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  system text not null
  value text not null
  use text not null
  safety text not null default 'not-asked'::text
  leave_message text not null default 'not-asked'::text
  texting text not null default 'not-asked'::text
  who_answers text not null default ''::text
  hours jsonb not null default '[]'::jsonb
  note text not null default ''::text
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_contact_point_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint an_ended_contact_point_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint contact_point_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint contact_point_hours_check CHECK ((jsonb_typeof(hours) = 'array'::text))
  constraint contact_point_leave_message_check CHECK ((leave_message = ANY (ARRAY['yes'::text, 'name-only'::text, 'no'::text, 'not-asked'::text])))
  constraint contact_point_safety_check CHECK ((safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not-asked'::text])))
  constraint contact_point_system_check CHECK ((system = ANY (ARRAY['phone'::text, 'email'::text, 'other'::text])))
  constraint contact_point_texting_check CHECK ((texting = ANY (ARRAY['yes'::text, 'no'::text, 'not-asked'::text])))
  constraint contact_point_use_check CHECK ((use = ANY (ARRAY['mobile'::text, 'home'::text, 'work'::text, 'someone-else'::text])))
  constraint contact_point_value_check CHECK (((length(btrim(value)) >= 1) AND (length(btrim(value)) <= 200)))
  constraint contact_point_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint contact_point_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX contact_point_by_client ON public.contact_point USING btree (agency_id, client_id)
  policy "staff add to what they may of contact_point" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = contact_point.agency_id) AND (c.id = contact_point.client_id)))))
  policy "staff change what they may of contact_point" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = contact_point.agency_id) AND (c.id = contact_point.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = contact_point.agency_id) AND (c.id = contact_point.client_id)))))
  policy "staff see what they may of contact_point" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = contact_point.agency_id) AND (c.id = contact_point.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.contact_point FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.contact_point FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.credential (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  staff_id uuid not null
  kind text not null
  title text not null
  jurisdiction text
  also_valid_in text[] not null default '{}'::text[]
  number text not null
  issued_on date
  expires_on date
  verified_on date
  verified_by uuid
  withdrawn_on date
  withdrawal_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_credential_expires_after_it_was_issued CHECK (((expires_on IS NULL) OR (issued_on IS NULL) OR (expires_on > issued_on)))
  constraint a_licence_expires CHECK (((kind <> 'licence'::text) OR (expires_on IS NOT NULL)))
  constraint a_licence_names_its_state CHECK (((kind <> 'licence'::text) OR (jurisdiction IS NOT NULL)))
  constraint a_state_is_written_once_in_also_valid_in CHECK (((jurisdiction IS NULL) OR (NOT (jurisdiction = ANY (also_valid_in)))))
  constraint a_verification_names_who_and_when CHECK (((verified_on IS NULL) = (verified_by IS NULL)))
  constraint a_withdrawal_has_a_day_and_a_reason CHECK ((((withdrawn_on IS NULL) = (withdrawal_reason IS NULL)) AND (length(btrim(COALESCE(withdrawal_reason, 'none'::text))) > 0)))
  constraint also_valid_in_names_states CHECK ((array_to_string(also_valid_in, ','::text) ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'::text))
  constraint credential_jurisdiction_check CHECK ((jurisdiction ~ '^[A-Z]{2}$'::text))
  constraint credential_kind_check CHECK ((kind = ANY (ARRAY['licence'::text, 'certification'::text])))
  constraint credential_number_check CHECK (((length(btrim(number)) >= 1) AND (length(btrim(number)) <= 60)))
  constraint credential_title_check CHECK (((length(btrim(title)) >= 2) AND (length(btrim(title)) <= 120)))
  constraint nobody_verifies_their_own_credential CHECK ((verified_by IS DISTINCT FROM staff_id))
  constraint credential_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint credential_agency_id_verified_by_fkey FOREIGN KEY (agency_id, verified_by) REFERENCES staff(agency_id, id)
  constraint credential_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX credential_by_expiry ON public.credential USING btree (agency_id, expires_on) WHERE (withdrawn_on IS NULL)
  CREATE INDEX credential_by_staff ON public.credential USING btree (agency_id, staff_id, expires_on)
  CREATE UNIQUE INDEX one_credential_of_a_number ON public.credential USING btree (agency_id, COALESCE(jurisdiction, ''::text), lower(title), lower(number)) WHERE (withdrawn_on IS NULL)
  policy "staff add to what they may of credential" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff change what they may of credential" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff see what they may of credential" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.credential FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.credential FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.demographic_answer (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  question text not null
  codes text[] not null default '{}'::text[]
  own_words text not null default ''::text
  declined boolean not null default false
  source text not null
  asked_at timestamp with time zone not null default authz.clock()
  asked_by uuid default authz.writer()
  constraint an_answer_says_something CHECK ((declined OR (codes <> '{}'::text[]) OR (own_words <> ''::text)))
  constraint declining_stands_alone CHECK (((NOT declined) OR ((codes = '{}'::text[]) AND (own_words = ''::text))))
  constraint demographic_answer_question_check CHECK ((question = ANY (ARRAY['race-ethnicity'::text, 'gender'::text, 'sexual-orientation'::text, 'recorded-sex'::text, 'marital-status'::text, 'veteran'::text, 'disability'::text, 'literacy'::text])))
  constraint demographic_answer_source_check CHECK ((source = ANY (ARRAY['self-reported'::text, 'reported-by-related-person'::text, 'administrative'::text])))
  constraint demographic_answer_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint demographic_answer_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX demographic_answer_by_client ON public.demographic_answer USING btree (agency_id, client_id, question, asked_at DESC, id DESC)
  policy "staff add to what they may of demographic_answer" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = demographic_answer.agency_id) AND (c.id = demographic_answer.client_id)))))
  policy "staff see what they may of demographic_answer" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = demographic_answer.agency_id) AND (c.id = demographic_answer.client_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.demographic_answer FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.demographic_answer FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.directory_attribute (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  link_entity text not null
  link_id uuid not null
  taxonomy_term_id uuid
  link_type text
  value text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint directory_attribute_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_attribute_link_entity_check CHECK ((link_entity ~ '^[a-z][a-z_]*$'::text))
  constraint directory_attribute_agency_id_taxonomy_term_id_fkey FOREIGN KEY (agency_id, taxonomy_term_id) REFERENCES directory_taxonomy_term(agency_id, id)
  constraint directory_attribute_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_attribute_by_link ON public.directory_attribute USING btree (agency_id, link_id)
  CREATE INDEX directory_attribute_by_source ON public.directory_attribute USING btree (agency_id, source) WHERE (source IS NOT NULL)
  CREATE INDEX directory_attribute_by_term ON public.directory_attribute USING btree (agency_id, taxonomy_term_id, link_entity)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_attribute" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_attribute" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_attribute" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_attribute FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_attribute FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_attribute FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_attribute REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_attribute REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_attribute FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_change (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null default gen_random_uuid()
  resource_type text not null
  resource_id uuid not null
  entry_type text not null
  entry_id uuid not null
  last_action_date date not null
  last_action_type text not null
  field_name text not null
  previous_value text not null default ''::text
  replacement_value text not null default ''::text
  updated_by text not null default ''::text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  import_id uuid
  made_at timestamp with time zone not null default authz.clock()
  made_by uuid default authz.writer()
  constraint directory_change_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_change_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_change_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES directory_import(agency_id, id)
  constraint directory_change_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_change_by_entry ON public.directory_change USING btree (agency_id, entry_id, made_at DESC)
  CREATE INDEX directory_change_by_resource ON public.directory_change USING btree (agency_id, resource_id)
  policy "staff add to what they may of directory_change" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_change" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.directory_change FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_change FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.directory_detail (row security, forced)
  agency_id uuid not null default authz.here()
  kind text not null
  id uuid not null
  organization_id uuid
  service_id uuid
  location_id uuid
  service_at_location_id uuid
  contact_id uuid
  phone_id uuid
  body jsonb not null
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  contact_kind text not null generated always as 'contact'::text
  phone_kind text not null generated always as 'phone'::text
  constraint a_detail_hangs_on_something CHECK (((kind = 'meta_table_description'::text) OR (num_nonnulls(organization_id, service_id, location_id, service_at_location_id, contact_id, phone_id) > 0)))
  constraint a_phone_has_a_number CHECK (((kind <> 'phone'::text) OR (body ? 'number'::text)))
  constraint a_phone_of_a_contact_and_a_language_of_a_phone CHECK ((((contact_id IS NULL) OR (kind = 'phone'::text)) AND ((phone_id IS NULL) OR (kind = 'language'::text))))
  constraint directory_detail_body_check CHECK ((jsonb_typeof(body) = 'object'::text))
  constraint directory_detail_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_detail_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'phone'::text, 'address'::text, 'schedule'::text, 'language'::text, 'accessibility'::text, 'required_document'::text, 'cost_option'::text, 'service_area'::text, 'funding'::text, 'organization_identifier'::text, 'meta_table_description'::text])))
  constraint directory_detail_agency_id_contact_kind_contact_id_fkey FOREIGN KEY (agency_id, contact_kind, contact_id) REFERENCES directory_detail(agency_id, kind, id)
  constraint directory_detail_agency_id_location_id_fkey FOREIGN KEY (agency_id, location_id) REFERENCES directory_location(agency_id, id)
  constraint directory_detail_agency_id_organization_id_fkey FOREIGN KEY (agency_id, organization_id) REFERENCES directory_organization(agency_id, id)
  constraint directory_detail_agency_id_phone_kind_phone_id_fkey FOREIGN KEY (agency_id, phone_kind, phone_id) REFERENCES directory_detail(agency_id, kind, id)
  constraint directory_detail_agency_id_service_at_location_id_fkey FOREIGN KEY (agency_id, service_at_location_id) REFERENCES directory_service_at_location(agency_id, id)
  constraint directory_detail_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint directory_detail_pkey PRIMARY KEY (agency_id, kind, id)
  CREATE INDEX directory_detail_by_contact ON public.directory_detail USING btree (agency_id, contact_id) WHERE (contact_id IS NOT NULL)
  CREATE INDEX directory_detail_by_location ON public.directory_detail USING btree (agency_id, location_id) WHERE (location_id IS NOT NULL)
  CREATE INDEX directory_detail_by_organization ON public.directory_detail USING btree (agency_id, organization_id) WHERE (organization_id IS NOT NULL)
  CREATE INDEX directory_detail_by_phone ON public.directory_detail USING btree (agency_id, phone_id) WHERE (phone_id IS NOT NULL)
  CREATE INDEX directory_detail_by_service ON public.directory_detail USING btree (agency_id, service_id) WHERE (service_id IS NOT NULL)
  CREATE INDEX directory_detail_by_service_at_location ON public.directory_detail USING btree (agency_id, service_at_location_id) WHERE (service_at_location_id IS NOT NULL)
  CREATE INDEX directory_detail_by_source ON public.directory_detail USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_detail" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_detail" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_detail" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_detail FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_detail FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_detail FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_detail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_detail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_detail FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_entry (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  service_id uuid not null
  organization_id uuid
  latitude double precision
  longitude double precision
  min_age numeric
  max_age numeric
  open_minutes int4multirange
  languages text[] not null default '{}'::text[]
  payers text[] not null default '{}'::text[]
  cost text
  wheelchair boolean
  capacity text
  verified_on date
  experience numeric
  shown json not null
  constraint directory_entry_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_entries_by_verification ON public.directory_entry USING btree (agency_id, verified_on NULLS FIRST, service_id)
  CREATE INDEX directory_entries_of_a_service ON public.directory_entry USING btree (agency_id, service_id)
  policy authz_derives for all to authz using true with check true
  policy "staff add to what they may of directory_entry" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_entry" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_entry" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_entry FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant delete, insert, select, update to authz
  grant select to continuum_app

table public.directory_import (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  source text not null
  format text not null
  digest bytea not null
  done jsonb not null default '{}'::jsonb
  counts jsonb not null default '{}'::jsonb
  ended_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint directory_import_digest_check CHECK ((length(digest) = 32))
  constraint directory_import_format_check CHECK ((format = ANY (ARRAY['hsds-3.0'::text, 'hsds-3.0-json'::text, 'ohana-1.x'::text, 'hsds-1.x'::text, 'taxonomy'::text])))
  constraint directory_import_source_check CHECK ((source ~ '^[a-z0-9][a-z0-9._-]{0,99}$'::text))
  constraint directory_import_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_import_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_unfinished_import_of_a_source ON public.directory_import USING btree (agency_id, source) WHERE (ended_at IS NULL)
  policy "staff add to what they may of directory_import" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_import" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_import" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_import FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_import FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.directory_import_remark (row security, forced)
  agency_id uuid not null default authz.here()
  import_id uuid not null
  number integer not null
  file text not null
  line integer not null
  outcome text not null
  reason text not null
  detail text not null default ''::text
  record jsonb
  constraint directory_import_remark_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'remarked'::text])))
  constraint directory_import_remark_reason_check CHECK ((reason ~ '^[a-z][a-z.-]+$'::text))
  constraint directory_import_remark_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES directory_import(agency_id, id)
  constraint directory_import_remark_pkey PRIMARY KEY (agency_id, import_id, number)
  policy "staff add to what they may of directory_import_remark" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_import_remark" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.directory_import_remark FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_import_remark FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.directory_location (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  organization_id uuid
  location_type text not null default 'physical'::text
  name text
  alternate_name text
  description text
  url text
  transportation text
  latitude double precision
  longitude double precision
  external_identifier text
  external_identifier_type text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  verified_at timestamp with time zone
  verified_by uuid
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_point_has_two_coordinates CHECK (((latitude IS NULL) = (longitude IS NULL)))
  constraint directory_location_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_location_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint directory_location_location_type_check CHECK ((location_type = ANY (ARRAY['physical'::text, 'postal'::text, 'virtual'::text])))
  constraint directory_location_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint directory_location_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_location_agency_id_organization_id_fkey FOREIGN KEY (agency_id, organization_id) REFERENCES directory_organization(agency_id, id)
  constraint directory_location_agency_id_verified_by_fkey FOREIGN KEY (agency_id, verified_by) REFERENCES staff(agency_id, id)
  constraint directory_location_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_location_by_change ON public.directory_location USING btree (agency_id, updated_at, id)
  CREATE INDEX directory_location_by_organization ON public.directory_location USING btree (agency_id, organization_id)
  CREATE INDEX directory_location_by_source ON public.directory_location USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_location" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_location" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_location" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_location FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_location FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_location FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_location REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_location REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_location FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_organization (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  name text not null
  alternate_name text
  description text
  email text
  website text
  tax_status text
  tax_id text
  year_incorporated numeric
  legal_status text
  logo text
  uri text
  parent_organization_id uuid
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  verified_at timestamp with time zone
  verified_by uuid
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_organization_is_not_its_own_parent CHECK ((parent_organization_id IS DISTINCT FROM id))
  constraint directory_organization_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_organization_name_check CHECK ((length(btrim(name)) > 0))
  constraint directory_organization_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_organization_agency_id_parent_organization_id_fkey FOREIGN KEY (agency_id, parent_organization_id) REFERENCES directory_organization(agency_id, id) DEFERRABLE INITIALLY DEFERRED
  constraint directory_organization_agency_id_verified_by_fkey FOREIGN KEY (agency_id, verified_by) REFERENCES staff(agency_id, id)
  constraint directory_organization_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_organization_by_change ON public.directory_organization USING btree (agency_id, updated_at, id)
  CREATE INDEX directory_organization_by_name ON public.directory_organization USING btree (agency_id, lower(name), id)
  CREATE INDEX directory_organization_by_source ON public.directory_organization USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_organization" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_organization" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_organization" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_organization FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_organization FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_organization FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_organization REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_organization REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_organization FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_program (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  organization_id uuid
  name text not null
  alternate_name text
  description text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint directory_program_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_program_name_check CHECK ((length(btrim(name)) > 0))
  constraint directory_program_agency_id_organization_id_fkey FOREIGN KEY (agency_id, organization_id) REFERENCES directory_organization(agency_id, id)
  constraint directory_program_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_program_by_organization ON public.directory_program USING btree (agency_id, organization_id)
  CREATE INDEX directory_program_by_source ON public.directory_program USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy "staff add to what they may of directory_program" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_program" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_program" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_program FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_program FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_program FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_program FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.directory_report (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  service_id uuid not null
  wrong text not null
  note text not null default ''::text
  reported_at timestamp with time zone not null default authz.clock()
  reported_by uuid default authz.writer()
  constraint directory_report_note_check CHECK ((length(note) <= 1000))
  constraint directory_report_wrong_check CHECK ((wrong = ANY (ARRAY['phone'::text, 'address'::text, 'hours'::text, 'closed'::text, 'eligibility'::text, 'cost'::text, 'language'::text, 'capacity'::text, 'other'::text])))
  constraint something_else_is_said CHECK (((wrong <> 'other'::text) OR (btrim(note) <> ''::text)))
  constraint directory_report_agency_id_reported_by_fkey FOREIGN KEY (agency_id, reported_by) REFERENCES staff(agency_id, id)
  constraint directory_report_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint directory_report_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_report_by_service ON public.directory_report USING btree (agency_id, service_id, reported_at DESC)
  policy "staff add to what they may of directory_report" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_report" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.directory_report FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_report FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.directory_revision (row security, forced)
  agency_id uuid not null default authz.here()
  stamp uuid not null default gen_random_uuid()
  number bigint not null
  constraint directory_revision_pkey PRIMARY KEY (agency_id)
  policy authz_derives for all to authz using true with check true
  policy "staff add to what they may of directory_revision" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_revision" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_revision" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_revision FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant delete, insert, select, update to authz
  grant select to continuum_app

table public.directory_revision_service (row security, forced)
  agency_id uuid not null default authz.here()
  service_id uuid not null
  number bigint not null
  constraint directory_revision_service_pkey PRIMARY KEY (agency_id, service_id)
  CREATE INDEX directory_revision_services_by_number ON public.directory_revision_service USING btree (agency_id, number) INCLUDE (service_id)
  policy authz_derives for all to authz using true with check true
  policy "staff add to what they may of directory_revision_service" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_revision_service" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_revision_service" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_revision_service FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant delete, insert, select, update to authz
  grant select to continuum_app

table public.directory_said (row security, forced)
  agency_id uuid not null default authz.here()
  entry_id uuid not null
  tokens text[] not null
  weights smallint[] not null
  constraint directory_said_pkey PRIMARY KEY (agency_id, entry_id)
  policy authz_derives for all to authz using true with check true
  policy "staff add to what they may of directory_said" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_said" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_said" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_said FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant delete, insert, select, update to authz
  grant select to continuum_app

table public.directory_service (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  organization_id uuid
  program_id uuid
  name text not null
  alternate_name text
  description text
  url text
  email text
  status text not null default 'active'::text
  interpretation_services text
  application_process text
  fees_description text
  wait_time text
  fees text
  accreditations text
  eligibility_description text
  minimum_age numeric
  maximum_age numeric
  assured_date date
  assurer_email text
  licenses text
  alert text
  last_modified timestamp with time zone
  capacity text
  capacity_as_of date
  capacity_note text
  referral_method text
  referral_note text
  accepted_payers text[] not null default '{}'::text[]
  experience smallint
  experience_note text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  verified_at timestamp with time zone
  verified_by uuid
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_verified_service_says_by_whom CHECK (((verified_at IS NOT NULL) OR (verified_by IS NULL)))
  constraint capacity_says_as_of_when CHECK (((capacity IS NULL) = (capacity_as_of IS NULL)))
  constraint directory_service_capacity_check CHECK ((capacity = ANY (ARRAY['has'::text, 'none'::text, 'waitlist'::text, 'assess-first'::text])))
  constraint directory_service_capacity_note_check CHECK ((length(capacity_note) <= 500))
  constraint directory_service_experience_check CHECK (((experience >= '-2'::integer) AND (experience <= 2)))
  constraint directory_service_experience_note_check CHECK ((length(experience_note) <= 2000))
  constraint directory_service_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_service_name_check CHECK ((length(btrim(name)) > 0))
  constraint directory_service_referral_method_check CHECK ((referral_method = ANY (ARRAY['phone'::text, 'email'::text, 'fax'::text, 'form'::text, 'portal'::text, 'walk-in'::text, 'self'::text])))
  constraint directory_service_referral_note_check CHECK ((length(referral_note) <= 1000))
  constraint directory_service_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily closed'::text])))
  constraint directory_service_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_service_agency_id_organization_id_fkey FOREIGN KEY (agency_id, organization_id) REFERENCES directory_organization(agency_id, id)
  constraint directory_service_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES directory_program(agency_id, id)
  constraint directory_service_agency_id_verified_by_fkey FOREIGN KEY (agency_id, verified_by) REFERENCES staff(agency_id, id)
  constraint directory_service_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_service_by_change ON public.directory_service USING btree (agency_id, updated_at, id)
  CREATE INDEX directory_service_by_organization ON public.directory_service USING btree (agency_id, organization_id)
  CREATE INDEX directory_service_by_source ON public.directory_service USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_service" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_service" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_service" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_service FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_service FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_service FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_service FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_service_at_location (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  service_id uuid not null
  location_id uuid not null
  description text
  capacity text
  capacity_as_of date
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_places_capacity_says_as_of_when CHECK (((capacity IS NULL) = (capacity_as_of IS NULL)))
  constraint directory_service_at_location_capacity_check CHECK ((capacity = ANY (ARRAY['has'::text, 'none'::text, 'waitlist'::text, 'assess-first'::text])))
  constraint directory_service_at_location_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_service_at_location_agency_id_location_id_fkey FOREIGN KEY (agency_id, location_id) REFERENCES directory_location(agency_id, id)
  constraint directory_service_at_location_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint directory_service_at_location_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_service_at_location_by_location ON public.directory_service_at_location USING btree (agency_id, location_id)
  CREATE INDEX directory_service_at_location_by_service ON public.directory_service_at_location USING btree (agency_id, service_id, location_id)
  CREATE INDEX directory_service_at_location_by_source ON public.directory_service_at_location USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_service_at_location" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_service_at_location" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_service_at_location" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_service_at_location FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_service_at_location FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_service_at_location FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_service_at_location REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_service_at_location REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_service_at_location FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_taxonomy (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  name text not null
  description text
  uri text
  edition text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint directory_taxonomy_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_taxonomy_name_check CHECK ((length(btrim(name)) > 0))
  constraint directory_taxonomy_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_taxonomy_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_taxonomy_by_source ON public.directory_taxonomy USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy "staff add to what they may of directory_taxonomy" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_taxonomy" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_taxonomy" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_taxonomy FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_taxonomy FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_taxonomy FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_taxonomy FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.directory_taxonomy_term (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  taxonomy_id uuid
  parent_id uuid
  code text
  name text not null
  description text
  taxonomy text
  language text
  term_uri text
  source text
  source_id text
  extra jsonb not null default '{}'::jsonb
  edited_at timestamp with time zone
  gone_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_term_is_not_its_own_parent CHECK ((parent_id IS DISTINCT FROM id))
  constraint directory_taxonomy_term_extra_check CHECK ((jsonb_typeof(extra) = 'object'::text))
  constraint directory_taxonomy_term_name_check CHECK ((length(btrim(name)) > 0))
  constraint directory_taxonomy_term_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint directory_taxonomy_term_agency_id_parent_id_fkey FOREIGN KEY (agency_id, parent_id) REFERENCES directory_taxonomy_term(agency_id, id) DEFERRABLE INITIALLY DEFERRED
  constraint directory_taxonomy_term_agency_id_taxonomy_id_fkey FOREIGN KEY (agency_id, taxonomy_id) REFERENCES directory_taxonomy(agency_id, id)
  constraint directory_taxonomy_term_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_taxonomy_term_by_parent ON public.directory_taxonomy_term USING btree (agency_id, parent_id)
  CREATE INDEX directory_taxonomy_term_by_source ON public.directory_taxonomy_term USING btree (agency_id, source) WHERE (source IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of directory_taxonomy_term" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of directory_taxonomy_term" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_taxonomy_term" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER keeps_history AFTER UPDATE ON public.directory_taxonomy_term FOR EACH ROW EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER keeps_history_of_what_is_added AFTER INSERT ON public.directory_taxonomy_term FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION house.directory_keeps_history()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_taxonomy_term FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER search_follows_what_is_added AFTER INSERT ON public.directory_taxonomy_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER search_follows_what_is_changed AFTER UPDATE ON public.directory_taxonomy_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION authz.directory_changed()
  CREATE TRIGGER touch BEFORE UPDATE ON public.directory_taxonomy_term FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.directory_verification (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  service_id uuid not null
  way text not null
  result text not null
  note text not null default ''::text
  verified_at timestamp with time zone not null default authz.clock()
  verified_by uuid default authz.writer()
  constraint directory_verification_note_check CHECK ((length(note) <= 1000))
  constraint directory_verification_result_check CHECK ((result = ANY (ARRAY['right'::text, 'corrected'::text, 'gone'::text, 'no-answer'::text])))
  constraint directory_verification_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'website'::text, 'visit'::text, 'email'::text, 'document'::text])))
  constraint directory_verification_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint directory_verification_agency_id_verified_by_fkey FOREIGN KEY (agency_id, verified_by) REFERENCES staff(agency_id, id)
  constraint directory_verification_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX directory_verification_by_service ON public.directory_verification USING btree (agency_id, service_id, verified_at DESC)
  policy "staff add to what they may of directory_verification" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_verification" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.directory_verification FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_verification FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.directory_verification_ask (row security, forced)
  agency_id uuid not null default authz.here()
  service_id uuid not null
  asked_on date not null
  task_id uuid not null
  constraint directory_verification_ask_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint directory_verification_ask_pkey PRIMARY KEY (agency_id, service_id, asked_on)
  CREATE INDEX directory_verification_ask_by_day ON public.directory_verification_ask USING btree (agency_id, asked_on, service_id)
  policy "staff add to what they may of directory_verification_ask" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of directory_verification_ask" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.directory_verification_ask FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.directory_verification_ask FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.domain_finding (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  assessment_id uuid not null
  domain text not null
  outcome text
  strengths text[] not null default '{}'::text[]
  limitations text[] not null default '{}'::text[]
  narrative text not null default ''::text
  conclusion text not null default ''::text
  completed_at timestamp with time zone
  completed_on date
  completed_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_area_is_dated_when_it_is_concluded CHECK (((((outcome IS NOT NULL) AND (length(btrim(conclusion)) > 0)) = ((completed_at IS NOT NULL) AND (completed_on IS NOT NULL) AND (completed_by IS NOT NULL))) AND (num_nulls(completed_at, completed_on, completed_by) = ANY (ARRAY[0, 3]))))
  constraint domain_finding_domain_check CHECK ((domain ~ '^[a-z][a-z-]{1,59}$'::text))
  constraint domain_finding_outcome_check CHECK ((outcome = ANY (ARRAY['finding'::text, 'pertinent-negative'::text, 'declined'::text, 'unable'::text])))
  constraint domain_finding_agency_id_case_id_assessment_id_fkey FOREIGN KEY (agency_id, case_id, assessment_id) REFERENCES assessment(agency_id, case_id, id)
  constraint domain_finding_agency_id_completed_by_fkey FOREIGN KEY (agency_id, completed_by) REFERENCES staff(agency_id, id)
  constraint domain_finding_pkey PRIMARY KEY (agency_id, id)
  constraint an_area_is_found_once UNIQUE (agency_id, assessment_id, domain)
  CREATE INDEX domain_finding_by_case ON public.domain_finding USING btree (agency_id, case_id)
  policy "staff add to what they may of domain_finding" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = domain_finding.agency_id) AND (p.id = domain_finding.assessment_id)))))
  policy "staff change what they may of domain_finding" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = domain_finding.agency_id) AND (p.id = domain_finding.assessment_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = domain_finding.agency_id) AND (p.id = domain_finding.assessment_id)))))
  policy "staff see what they may of domain_finding" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = domain_finding.agency_id) AND (p.id = domain_finding.assessment_id)))))
  CREATE TRIGGER completed_stays BEFORE INSERT OR UPDATE ON public.domain_finding FOR EACH ROW EXECUTE FUNCTION house.answers_of_a_completed_assessment_stay()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.domain_finding FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.domain_finding FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.emergency_access (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  staff_id uuid not null
  client_id uuid not null
  reason_code text not null
  reason text not null
  from_at timestamp with time zone not null default authz.clock()
  until_at timestamp with time zone not null
  ended_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_emergency_ends_within_its_time CHECK (((ended_at IS NULL) OR ((ended_at >= from_at) AND (ended_at <= until_at))))
  constraint an_emergency_lasts_four_hours_at_most CHECK (((until_at > from_at) AND (until_at <= (from_at + '04:00:00'::interval))))
  constraint emergency_access_reason_check CHECK (((length(btrim(reason)) >= 10) AND (length(btrim(reason)) <= 1000)))
  constraint emergency_access_reason_code_check CHECK ((reason_code = ANY (ARRAY['client-in-danger'::text, 'others-in-danger'::text, 'medical-emergency'::text, 'team-unreachable'::text])))
  constraint emergency_access_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint emergency_access_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint emergency_access_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX emergency_access_by_client ON public.emergency_access USING btree (agency_id, client_id, until_at)
  CREATE INDEX emergency_access_in_force ON public.emergency_access USING btree (agency_id, staff_id, until_at) WHERE (ended_at IS NULL)
  policy authz_opens for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "the holder and the told end an emergency" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))) AND (( SELECT authz.has(1) AS has) OR (staff_id = ( SELECT authz.staff() AS staff)) OR (id = ANY (ARRAY( SELECT authz.told_of() AS told_of))) OR (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = emergency_access.agency_id) AND (c.id = emergency_access.client_id))))) AND ((staff_id = ( SELECT authz.staff() AS staff)) OR (id = ANY (ARRAY( SELECT authz.told_of() AS told_of)))))
  policy "the holder, the told and those who know the client see an emerg" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT (client_id = ANY (ARRAY( SELECT authz.my_exclusions() AS my_exclusions)))) AND (( SELECT authz.has(1) AS has) OR (staff_id = ( SELECT authz.staff() AS staff)) OR (id = ANY (ARRAY( SELECT authz.told_of() AS told_of))) OR (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = emergency_access.agency_id) AND (c.id = emergency_access.client_id))))))
  CREATE CONSTRAINT TRIGGER an_emergency_is_reviewed AFTER INSERT ON public.emergency_access DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION house.an_emergency_is_reviewed()
  CREATE TRIGGER is_only_ended BEFORE UPDATE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION house.an_emergency_is_only_ended()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.emergency_access FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select to authz
  grant select to continuum_app

table public.emergency_access_notice (row security, forced)
  agency_id uuid not null default authz.here()
  access_id uuid not null
  staff_id uuid not null
  told_at timestamp with time zone not null default authz.clock()
  constraint emergency_access_notice_agency_id_access_id_fkey FOREIGN KEY (agency_id, access_id) REFERENCES emergency_access(agency_id, id)
  constraint emergency_access_notice_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint emergency_access_notice_pkey PRIMARY KEY (agency_id, access_id, staff_id)
  CREATE INDEX emergency_notices_of_a_person ON public.emergency_access_notice USING btree (agency_id, staff_id)
  policy authz_reads for select to authz using true
  policy authz_tells for insert to authz with check true
  policy "who sees the emergency sees who was told" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM emergency_access e WHERE ((e.agency_id = emergency_access_notice.agency_id) AND (e.id = emergency_access_notice.access_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.emergency_access_notice FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.emergency_access_notice FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to authz
  grant select to continuum_app

table public.emergency_access_review (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  access_id uuid not null
  verdict text not null
  words text not null
  reviewed_at timestamp with time zone not null default authz.clock()
  reviewed_by uuid not null default authz.writer()
  constraint emergency_access_review_verdict_check CHECK ((verdict = ANY (ARRAY['justified'::text, 'not-justified'::text, 'follow-up'::text])))
  constraint emergency_access_review_words_check CHECK (((length(btrim(words)) >= 3) AND (length(btrim(words)) <= 2000)))
  constraint emergency_access_review_agency_id_access_id_fkey FOREIGN KEY (agency_id, access_id) REFERENCES emergency_access(agency_id, id)
  constraint emergency_access_review_agency_id_reviewed_by_fkey FOREIGN KEY (agency_id, reviewed_by) REFERENCES staff(agency_id, id)
  constraint emergency_access_review_pkey PRIMARY KEY (agency_id, id)
  constraint an_emergency_is_reviewed_once UNIQUE (agency_id, access_id)
  policy "somebody who was told reviews it, never the holder" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (reviewed_by = ( SELECT authz.staff() AS staff)) AND authz.may_review_emergency(access_id))
  policy "who sees the emergency sees its review" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM emergency_access e WHERE ((e.agency_id = emergency_access_review.agency_id) AND (e.id = emergency_access_review.access_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.emergency_access_review FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.emergency_access_review FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.enrollment (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  program_id uuid not null
  status text not null
  member_id text
  payer text
  starts_on date not null
  ends_on date
  eligibility_basis text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_enrollment_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  constraint enrollment_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'eligible'::text, 'waitlisted'::text, 'enrolled'::text, 'suspended'::text, 'disenrolled'::text])))
  constraint enrollment_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint enrollment_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES program(agency_id, id)
  constraint enrollment_pkey PRIMARY KEY (agency_id, id)
  constraint an_enrollment_names_one_client_and_program UNIQUE (agency_id, id, client_id, program_id)
  CREATE INDEX enrollment_by_client ON public.enrollment USING btree (agency_id, client_id)
  policy adds for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy changes for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = enrollment.agency_id) AND (c.id = enrollment.client_id))))) with check (agency_id = ( SELECT authz.agency() AS agency))
  policy sees for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = enrollment.agency_id) AND (c.id = enrollment.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.enrollment FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.enrollment FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.exclusion (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  staff_id uuid not null
  client_id uuid not null
  reason text not null
  from_at timestamp with time zone not null default authz.clock()
  until_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint exclusion_reason_check CHECK ((length(btrim(reason)) > 0))
  constraint exclusion_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint exclusion_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint exclusion_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX exclusion_by_client ON public.exclusion USING btree (agency_id, client_id)
  CREATE INDEX exclusion_by_staff ON public.exclusion USING btree (agency_id, staff_id)
  CREATE UNIQUE INDEX one_exclusion_of_a_person_from_a_client ON public.exclusion USING btree (agency_id, staff_id, client_id) WHERE (until_at IS NULL)
  policy adds for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = exclusion.agency_id) AND (c.id = exclusion.client_id)))))
  policy "an emergency excludes nobody" for insert to continuum_app with check (NOT (client_id = ANY (ARRAY( SELECT authz.my_emergency_clients() AS my_emergency_clients))))
  policy "an emergency lets nobody back in" for update to continuum_app using (NOT (client_id = ANY (ARRAY( SELECT authz.my_emergency_clients() AS my_emergency_clients))))
  policy authz_reads for select to authz using true
  policy changes for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = exclusion.agency_id) AND (c.id = exclusion.client_id))))) with check (agency_id = ( SELECT authz.agency() AS agency))
  policy sees for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = exclusion.agency_id) AND (c.id = exclusion.client_id)))))
  CREATE TRIGGER exclusion_is_ended_not_rewritten BEFORE UPDATE ON public.exclusion FOR EACH ROW EXECUTE FUNCTION house.exclusion_is_ended_not_rewritten()
  CREATE TRIGGER exclusion_leaves_nobody_alone BEFORE INSERT ON public.exclusion FOR EACH ROW EXECUTE FUNCTION house.exclusion_leaves_nobody_alone()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.exclusion FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.exclusion FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.file (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  case_id uuid
  owner_type text not null
  owner_id uuid not null
  name text not null
  media_type text not null
  size_bytes bigint not null
  sha256 bytea not null
  voided_at timestamp with time zone
  void_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  labels integer not null default 0
  label_source text
  constraint a_file_has_a_digest_of_its_bytes CHECK ((length(sha256) = 32))
  constraint a_file_is_of_a_kind_that_is_taken CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'image/webp'::text, 'image/heic'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'::text, 'text/plain'::text, 'text/csv'::text])))
  constraint a_voided_file_says_why CHECK ((((voided_at IS NULL) = (void_reason IS NULL)) AND (length(btrim(COALESCE(void_reason, 'none'::text))) > 0)))
  constraint file_labels_check CHECK (((labels >= 0) AND (labels <= 63)))
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
  constraint file_size_bytes_check CHECK ((size_bytes >= 0))
  constraint a_file_is_of_its_cases_client FOREIGN KEY (agency_id, case_id, client_id) REFERENCES case_record(agency_id, id, client_id)
  constraint file_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint file_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint file_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX file_by_case ON public.file USING btree (agency_id, case_id, created_at DESC)
  CREATE INDEX file_by_client ON public.file USING btree (agency_id, client_id, created_at DESC)
  CREATE INDEX file_by_owner ON public.file USING btree (agency_id, owner_id)
  policy authz_labels for update to authz using true
  policy authz_reads_labels for select to authz using true
  policy "only the cleared see labelled rows" for all to continuum_app using ((labels = 0) OR ((labels & (~ ( SELECT authz.clearance() AS clearance))) = 0))
  policy "staff add to what they may of file" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.client_id)))))))
  policy "staff change what they may of file" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.client_id))))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.client_id)))))))
  policy "staff see what they may of file" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = file.agency_id) AND (c.id = file.client_id)))))))
  CREATE TRIGGER file_stays_as_it_came BEFORE UPDATE ON public.file FOR EACH ROW WHEN ((old.labels = new.labels)) EXECUTE FUNCTION house.file_stays_as_it_came()
  CREATE TRIGGER hand_labels_down AFTER UPDATE ON public.file FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION authz.hand_labels_down()
  CREATE TRIGGER inherit_labels BEFORE INSERT ON public.file FOR EACH ROW EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER keep_inherited_labels BEFORE UPDATE ON public.file FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.inherit_labels()
  CREATE TRIGGER labels_change_alone BEFORE UPDATE ON public.file FOR EACH ROW WHEN ((old.labels IS DISTINCT FROM new.labels)) EXECUTE FUNCTION house.labels_change_alone()
  CREATE CONSTRAINT TRIGGER labels_change_with_a_reason AFTER UPDATE ON public.file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((((old.labels & 63) IS DISTINCT FROM (new.labels & 63)) AND (CURRENT_USER = 'continuum_app'::name))) EXECUTE FUNCTION house.labels_change_with_a_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.file FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.file FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.goal (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_words text not null
  statement text not null default ''::text
  domain text not null default ''::text
  measure text not null default ''::text
  measure_declined_reason text not null default ''::text
  baseline_text text not null default ''::text
  target_text text not null default ''::text
  target_date date
  horizon text not null default 'short'::text
  importance integer
  confidence integer
  owner_kind text
  owner_staff_id uuid
  owner_name text
  is_client_wish boolean not null default false
  lifecycle_status text not null default 'proposed'::text
  achievement_status text
  started_on date
  ended_on date
  ended_because text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_goal_has_one_owner CHECK ( CASE WHEN ((owner_kind IS NULL) OR (owner_kind = 'client'::text)) THEN ((owner_staff_id IS NULL) AND (owner_name IS NULL)) WHEN (owner_kind = 'case-manager'::text) THEN ((owner_staff_id IS NOT NULL) AND (owner_name IS NULL)) ELSE ((owner_staff_id IS NULL) AND (length(btrim(COALESCE(owner_name, ''::text))) > 0)) END)
  constraint agreed_goals_have_a_measure_a_day_and_an_owner CHECK (((lifecycle_status = ANY (ARRAY['proposed'::text, 'cancelled'::text])) OR (((measure <> ''::text) OR (measure_declined_reason <> ''::text)) AND (target_date IS NOT NULL) AND (owner_kind IS NOT NULL) AND (started_on IS NOT NULL))))
  constraint completed_goals_have_a_final_attainment CHECK (((lifecycle_status <> 'completed'::text) OR (COALESCE(achievement_status, ''::text) = ANY (ARRAY['achieved'::text, 'sustaining'::text, 'improving'::text, 'not-achieved'::text, 'no-progress'::text, 'not-attainable'::text]))))
  constraint ended_goals_say_how CHECK (((lifecycle_status = ANY (ARRAY['completed'::text, 'cancelled'::text])) = ((ended_on IS NOT NULL) AND (length(btrim(COALESCE(ended_because, ''::text))) > 0))))
  constraint goal_achievement_status_check CHECK ((achievement_status = ANY (ARRAY['in-progress'::text, 'improving'::text, 'no-change'::text, 'worsening'::text, 'achieved'::text, 'sustaining'::text, 'not-achieved'::text, 'no-progress'::text, 'not-attainable'::text])))
  constraint goal_client_words_check CHECK (((length(btrim(client_words)) >= 1) AND (length(btrim(client_words)) <= 500)))
  constraint goal_confidence_check CHECK (((confidence >= 0) AND (confidence <= 10)))
  constraint goal_horizon_check CHECK ((horizon = ANY (ARRAY['short'::text, 'long'::text])))
  constraint goal_importance_check CHECK (((importance >= 0) AND (importance <= 10)))
  constraint goal_lifecycle_status_check CHECK ((lifecycle_status = ANY (ARRAY['proposed'::text, 'active'::text, 'on-hold'::text, 'completed'::text, 'cancelled'::text])))
  constraint goal_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['case-manager'::text, 'client'::text, 'support'::text, 'provider'::text, 'payer'::text, 'employer'::text])))
  constraint goal_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint goal_agency_id_owner_staff_id_fkey FOREIGN KEY (agency_id, owner_staff_id) REFERENCES staff(agency_id, id)
  constraint goal_pkey PRIMARY KEY (agency_id, id)
  constraint goals_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX goal_by_case ON public.goal USING btree (agency_id, case_id, target_date)
  policy "staff add to what they may of goal" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal.agency_id) AND (c.id = goal.case_id)))))
  policy "staff change what they may of goal" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal.agency_id) AND (c.id = goal.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal.agency_id) AND (c.id = goal.case_id)))))
  policy "staff see what they may of goal" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal.agency_id) AND (c.id = goal.case_id)))))
  CREATE TRIGGER agreed_goals_answer_a_need BEFORE INSERT OR UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION house.agreed_goals_answer_a_need()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.goal FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.goal_need (row security, forced)
  agency_id uuid not null default authz.here()
  case_id uuid not null
  goal_id uuid not null
  need_id uuid not null
  dropped_at timestamp with time zone
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint goal_need_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint goal_need_agency_id_case_id_need_id_fkey FOREIGN KEY (agency_id, case_id, need_id) REFERENCES need(agency_id, case_id, id)
  constraint goal_need_pkey PRIMARY KEY (agency_id, goal_id, need_id)
  CREATE INDEX goal_need_by_case ON public.goal_need USING btree (agency_id, case_id) WHERE (dropped_at IS NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of goal_need" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_need.agency_id) AND (c.id = goal_need.case_id)))))
  policy "staff change what they may of goal_need" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_need.agency_id) AND (c.id = goal_need.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_need.agency_id) AND (c.id = goal_need.case_id)))))
  policy "staff see what they may of goal_need" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_need.agency_id) AND (c.id = goal_need.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.goal_need FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.goal_need FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.goal_scale (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  goal_id uuid not null
  revision integer not null
  texts jsonb not null
  weight integer not null default 1
  baseline integer
  baseline_on date
  baseline_by text
  superseded_on date
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_baseline_says_when_and_by_whom CHECK ((num_nonnulls(baseline, baseline_on, baseline_by) = ANY (ARRAY[0, 3])))
  constraint a_scale_has_five_levels CHECK (((jsonb_typeof(texts) = 'array'::text) AND (jsonb_array_length(texts) = 5) AND (NOT jsonb_path_exists(texts, '$[*]?(@.type() != "string" || @ == "")'::jsonpath))))
  constraint goal_scale_baseline_by_check CHECK ((baseline_by = ANY (ARRAY['client'::text, 'practitioner'::text, 'caregiver'::text])))
  constraint goal_scale_baseline_check CHECK (((baseline >= '-2'::integer) AND (baseline <= 2)))
  constraint goal_scale_revision_check CHECK ((revision >= 1))
  constraint goal_scale_weight_check CHECK (((weight >= 1) AND (weight <= 10)))
  constraint goal_scale_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint goal_scale_pkey PRIMARY KEY (agency_id, id)
  constraint scale_revisions_are_numbered_once UNIQUE (agency_id, goal_id, revision)
  constraint scales_are_known_within_their_goal UNIQUE (agency_id, case_id, goal_id, id)
  CREATE UNIQUE INDEX a_goal_has_one_current_scale ON public.goal_scale USING btree (agency_id, goal_id) WHERE (superseded_on IS NULL)
  CREATE INDEX goal_scale_by_case ON public.goal_scale USING btree (agency_id, case_id) WHERE (superseded_on IS NULL)
  policy "staff add to what they may of goal_scale" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_scale.agency_id) AND (c.id = goal_scale.case_id)))))
  policy "staff change what they may of goal_scale" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_scale.agency_id) AND (c.id = goal_scale.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_scale.agency_id) AND (c.id = goal_scale.case_id)))))
  policy "staff see what they may of goal_scale" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_scale.agency_id) AND (c.id = goal_scale.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.goal_scale FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER scaled_levels_stay BEFORE UPDATE ON public.goal_scale FOR EACH ROW EXECUTE FUNCTION house.scaled_levels_stay()
  CREATE TRIGGER touch BEFORE UPDATE ON public.goal_scale FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.goal_score (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  goal_id uuid not null
  scale_id uuid
  level integer
  achievement text not null
  scored_by text not null
  scored_on date not null
  evidence text not null default ''::text
  recorded_at timestamp with time zone not null default authz.clock()
  recorded_by uuid default authz.writer()
  constraint a_level_belongs_to_a_scale CHECK (((level IS NULL) = (scale_id IS NULL)))
  constraint achieved_is_level_zero_or_better CHECK (((level >= 0) OR (achievement <> ALL (ARRAY['achieved'::text, 'sustaining'::text]))))
  constraint goal_score_achievement_check CHECK ((achievement = ANY (ARRAY['in-progress'::text, 'improving'::text, 'no-change'::text, 'worsening'::text, 'achieved'::text, 'sustaining'::text, 'not-achieved'::text, 'no-progress'::text, 'not-attainable'::text])))
  constraint goal_score_level_check CHECK (((level >= '-2'::integer) AND (level <= 2)))
  constraint goal_score_scored_by_check CHECK ((scored_by = ANY (ARRAY['client'::text, 'practitioner'::text, 'caregiver'::text])))
  constraint goal_score_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint goal_score_agency_id_case_id_goal_id_scale_id_fkey FOREIGN KEY (agency_id, case_id, goal_id, scale_id) REFERENCES goal_scale(agency_id, case_id, goal_id, id)
  constraint goal_score_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX goal_score_by_case ON public.goal_score USING btree (agency_id, case_id)
  CREATE INDEX goal_score_by_goal ON public.goal_score USING btree (agency_id, goal_id, recorded_at DESC)
  policy "staff add to what they may of goal_score" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_score.agency_id) AND (c.id = goal_score.case_id)))))
  policy "staff see what they may of goal_score" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = goal_score.agency_id) AND (c.id = goal_score.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.goal_score FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.goal_score FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER scores_follow_a_baseline BEFORE INSERT ON public.goal_score FOR EACH ROW EXECUTE FUNCTION house.scores_follow_a_baseline()
  grant insert, select to continuum_app

table public.household_member (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  name text not null
  role text not null
  birth_year integer
  note text not null default ''::text
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint an_ended_stay_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint household_member_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2100)))
  constraint household_member_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint household_member_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  constraint household_member_role_check CHECK ((role = ANY (ARRAY['head'::text, 'spouse-or-partner'::text, 'child'::text, 'parent'::text, 'other-family'::text, 'roommate'::text, 'staff'::text, 'other'::text])))
  constraint living_together_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint household_member_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint household_member_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX household_member_by_client ON public.household_member USING btree (agency_id, client_id)
  policy "staff add to what they may of household_member" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = household_member.agency_id) AND (c.id = household_member.client_id)))))
  policy "staff change what they may of household_member" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = household_member.agency_id) AND (c.id = household_member.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = household_member.agency_id) AND (c.id = household_member.client_id)))))
  policy "staff see what they may of household_member" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = household_member.agency_id) AND (c.id = household_member.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.household_member FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.household_member FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.idempotency_key (row security, forced)
  agency_id uuid not null default authz.here()
  caller uuid not null
  key text not null
  route text not null
  fingerprint bytea not null
  status integer
  answer jsonb
  created_at timestamp with time zone not null default now()
  constraint idempotency_key_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
  constraint idempotency_key_pkey PRIMARY KEY (agency_id, caller, route, key)
  CREATE INDEX idempotency_by_age ON public.idempotency_key USING btree (agency_id, created_at)
  policy own for all to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((caller = COALESCE(( SELECT authz.staff() AS staff), '00000000-0000-0000-0000-000000000000'::uuid)) OR ( SELECT authz.has(1) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.idempotency_key FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant delete, insert, select, update to continuum_app

table public.identifier (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  system text not null
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  sealed bytea not null
  blind_index bytea not null
  constraint an_ended_identifier_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint an_identifier_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint identifier_blind_index_check CHECK ((length(blind_index) = 16))
  constraint identifier_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint identifier_sealed_check CHECK ((length(sealed) > 33))
  constraint identifier_system_check CHECK (((length(btrim(system)) >= 1) AND (length(btrim(system)) <= 200)))
  constraint identifier_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint identifier_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX a_client_holds_a_number_once ON public.identifier USING btree (agency_id, client_id, system, blind_index) WHERE (until_on IS NULL)
  policy "staff add to what they may of identifier" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = identifier.agency_id) AND (c.id = identifier.client_id)))))
  policy "staff change what they may of identifier" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = identifier.agency_id) AND (c.id = identifier.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = identifier.agency_id) AND (c.id = identifier.client_id)))))
  policy "staff see what they may of identifier" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = identifier.agency_id) AND (c.id = identifier.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.identifier FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.identifier FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.instrument (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  url text not null
  instrument_version text not null
  title text not null
  kind text not null
  language text not null default 'en'::text
  questionnaire jsonb
  licence text not null
  licence_note text not null default ''::text
  attribution text not null
  may_render boolean not null generated always as (licence = ANY (ARRAY['free'::text, 'licensed'::text]))
  required_domains text[] not null default '{}'::text[]
  score_keys jsonb not null default '[]'::jsonb
  status text not null default 'active'::text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_comprehensive_assessment_names_its_areas CHECK (((kind = 'comprehensive'::text) = (cardinality(required_domains) > 0)))
  constraint a_licence_is_named CHECK (((licence <> 'licensed'::text) OR (length(btrim(licence_note)) > 0)))
  constraint every_instrument_says_whose_it_is CHECK ((length(btrim(attribution)) > 0))
  constraint instrument_instrument_version_check CHECK (((length(btrim(instrument_version)) >= 1) AND (length(btrim(instrument_version)) <= 100)))
  constraint instrument_kind_check CHECK ((kind = ANY (ARRAY['screen'::text, 'grid'::text, 'rubric'::text, 'comprehensive'::text])))
  constraint instrument_licence_check CHECK ((licence = ANY (ARRAY['free'::text, 'licensed'::text, 'awaiting-licence'::text, 'score-only'::text])))
  constraint instrument_questionnaire_check CHECK ((jsonb_typeof(questionnaire) = 'object'::text))
  constraint instrument_score_keys_check CHECK ((jsonb_typeof(score_keys) = 'array'::text))
  constraint instrument_status_check CHECK ((status = ANY (ARRAY['active'::text, 'retired'::text])))
  constraint instrument_title_check CHECK (((length(btrim(title)) >= 1) AND (length(btrim(title)) <= 500)))
  constraint instrument_url_check CHECK (((length(btrim(url)) >= 1) AND (length(btrim(url)) <= 500)))
  constraint score_only_instruments_keep_no_questions CHECK (((licence = 'score-only'::text) = (questionnaire IS NULL)))
  constraint instrument_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint instrument_pkey PRIMARY KEY (agency_id, id)
  constraint an_instrument_has_one_row_per_version UNIQUE (agency_id, url, instrument_version)
  constraint instruments_are_known_with_their_licence UNIQUE (agency_id, id, may_render)
  policy "staff add to what they may of instrument" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of instrument" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of instrument" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER content_stays BEFORE UPDATE ON public.instrument FOR EACH ROW EXECUTE FUNCTION house.instrument_content_stays()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.instrument FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.instrument FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.intervention (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  goal_id uuid not null
  description text not null
  accountable_kind text not null
  accountable_staff_id uuid
  accountable_name text
  assisting jsonb not null default '[]'::jsonb
  due date
  frequency text not null default ''::text
  status text not null default 'planned'::text
  outcome text
  ended_on date
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint ended_steps_say_what_came_of_them CHECK ((((status = ANY (ARRAY['completed'::text, 'cancelled'::text])) = (ended_on IS NOT NULL)) AND ((ended_on IS NULL) OR (length(btrim(COALESCE(outcome, ''::text))) > 0))))
  constraint exactly_one_party_is_accountable CHECK ( CASE accountable_kind WHEN 'client'::text THEN ((accountable_staff_id IS NULL) AND (accountable_name IS NULL)) WHEN 'case-manager'::text THEN ((accountable_staff_id IS NOT NULL) AND (accountable_name IS NULL)) ELSE ((accountable_staff_id IS NULL) AND (length(btrim(COALESCE(accountable_name, ''::text))) > 0)) END)
  constraint intervention_accountable_kind_check CHECK ((accountable_kind = ANY (ARRAY['case-manager'::text, 'client'::text, 'support'::text, 'provider'::text, 'payer'::text, 'employer'::text])))
  constraint intervention_assisting_check CHECK ((jsonb_typeof(assisting) = 'array'::text))
  constraint intervention_description_check CHECK (((length(btrim(description)) >= 1) AND (length(btrim(description)) <= 500)))
  constraint intervention_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'in-progress'::text, 'completed'::text, 'cancelled'::text])))
  constraint intervention_agency_id_accountable_staff_id_fkey FOREIGN KEY (agency_id, accountable_staff_id) REFERENCES staff(agency_id, id)
  constraint intervention_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint intervention_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX intervention_by_case ON public.intervention USING btree (agency_id, case_id, due)
  policy "staff add to what they may of intervention" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = intervention.agency_id) AND (c.id = intervention.case_id)))))
  policy "staff change what they may of intervention" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = intervention.agency_id) AND (c.id = intervention.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = intervention.agency_id) AND (c.id = intervention.case_id)))))
  policy "staff see what they may of intervention" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = intervention.agency_id) AND (c.id = intervention.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.intervention FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.intervention FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.job_effect (row security, forced)
  agency_id uuid not null default authz.here()
  effect text not null
  done_at timestamp with time zone not null default now()
  constraint job_effect_effect_check CHECK (((length(effect) >= 3) AND (length(effect) <= 300)))
  constraint job_effect_pkey PRIMARY KEY (agency_id, effect)
  policy "only the system marks what its jobs did" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(1) AS has))
  policy "only the system sees what its jobs did" for select to continuum_app using CASE WHEN (agency_id = ( SELECT authz.agency() AS agency)) THEN ( SELECT authz.has(1) AS has) ELSE false END
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.job_effect FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.job_effect FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.label_change (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  kind text not null
  entity_id uuid not null
  client_id uuid not null
  case_id uuid
  before_labels integer not null
  after_labels integer not null
  source text not null
  reason text not null
  xid xid8 not null default pg_current_xact_id()
  set_at timestamp with time zone not null default authz.clock()
  set_by uuid default authz.writer()
  constraint a_change_of_labels_changes_something CHECK ((before_labels <> after_labels))
  constraint label_change_kind_check CHECK ((kind = ANY (ARRAY['client'::text, 'case'::text, 'contact'::text, 'assessment'::text, 'file'::text, 'consent'::text])))
  constraint label_change_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)))
  constraint label_change_source_check CHECK ((source = ANY (ARRAY['program'::text, 'client'::text, 'clinician'::text, 'law'::text, 'document'::text, 'error'::text])))
  constraint label_change_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint label_change_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint label_change_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX label_changes_of_a_case ON public.label_change USING btree (agency_id, case_id)
  CREATE INDEX label_changes_of_a_client ON public.label_change USING btree (agency_id, client_id, set_at)
  CREATE INDEX label_changes_of_an_entity ON public.label_change USING btree (agency_id, entity_id, xid)
  policy "only the cleared see a change of labels" for all to continuum_app using (((before_labels | after_labels) & (~ ( SELECT authz.clearance() AS clearance))) = 0)
  policy "staff add to what they may of label_change" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = label_change.agency_id) AND (c.id = label_change.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = label_change.agency_id) AND (c.id = label_change.client_id)))))))
  policy "staff see what they may of label_change" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = label_change.agency_id) AND (c.id = label_change.case_id)))) OR ((case_id IS NULL) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = label_change.agency_id) AND (c.id = label_change.client_id)))))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.label_change FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.label_change FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

view public.labelled_row (security_invoker=true)
  SELECT client.agency_id, 'client'::text AS kind, client.id, client.id AS client_id, NULL::uuid AS case_id, client.labels, client.label_source FROM client WHERE (client.labels <> 0) UNION ALL SELECT case_record.agency_id, 'case'::text AS kind, case_record.id, case_record.client_id, case_record.id AS case_id, (case_record.labels & 63) AS labels, case_record.label_source FROM case_record WHERE ((case_record.labels & 63) <> 0) UNION ALL SELECT c.agency_id, 'contact'::text AS kind, c.id, k.client_id, c.case_id, c.labels, c.label_source FROM (contact c JOIN case_record k ON (((k.agency_id = c.agency_id) AND (k.id = c.case_id)))) WHERE (c.labels <> 0) UNION ALL SELECT c.agency_id, 'assessment'::text AS kind, c.id, k.client_id, c.case_id, c.labels, c.label_source FROM (assessment c JOIN case_record k ON (((k.agency_id = c.agency_id) AND (k.id = c.case_id)))) WHERE (c.labels <> 0) UNION ALL SELECT file.agency_id, 'file'::text AS kind, file.id, file.client_id, file.case_id, file.labels, file.label_source FROM file WHERE (file.labels <> 0) UNION ALL SELECT consent.agency_id, 'consent'::text AS kind, consent.id, consent.client_id, NULL::uuid AS case_id, consent.labels, consent.label_source FROM consent WHERE (consent.labels <> 0);
  grant select to continuum_app

table public.legal_hold (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  reason text not null
  placed_at timestamp with time zone not null default authz.clock()
  placed_by uuid default authz.writer()
  lifted_at timestamp with time zone
  lifted_by uuid
  lift_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_lifted_hold_says_who_and_why CHECK ((num_nonnulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3])))
  constraint legal_hold_lift_reason_check CHECK (((length(btrim(lift_reason)) >= 3) AND (length(btrim(lift_reason)) <= 1000)))
  constraint legal_hold_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 1000)))
  constraint legal_hold_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint legal_hold_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX legal_holds_of_a_client ON public.legal_hold USING btree (agency_id, client_id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of legal_hold" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = legal_hold.agency_id) AND (c.id = legal_hold.client_id)))))
  policy "staff change what they may of legal_hold" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = legal_hold.agency_id) AND (c.id = legal_hold.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = legal_hold.agency_id) AND (c.id = legal_hold.client_id)))))
  policy "staff see what they may of legal_hold" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = legal_hold.agency_id) AND (c.id = legal_hold.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.legal_hold FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.legal_hold FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.need (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_words text not null default ''::text
  statement text not null
  domain text not null
  codes jsonb not null default '[]'::jsonb
  source text not null
  evidence text not null default ''::text
  assessment_id uuid
  client_rank integer
  safety_rank integer
  certainty text not null default 'concern'::text
  concurred_by text
  confirmed_on date
  confirmed_by uuid
  disposition text not null default 'open'::text
  disposition_reason text
  disposition_on date
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint confirmed_needs_have_the_clients_concurrence CHECK (((certainty = 'confirmed'::text) = ((concurred_by IS NOT NULL) AND (confirmed_on IS NOT NULL) AND (confirmed_by IS NOT NULL))))
  constraint need_certainty_check CHECK ((certainty = ANY (ARRAY['concern'::text, 'confirmed'::text])))
  constraint need_client_rank_check CHECK (((client_rank >= 1) AND (client_rank <= 99)))
  constraint need_client_words_check CHECK ((length(client_words) <= 500))
  constraint need_codes_check CHECK ((jsonb_typeof(codes) = 'array'::text))
  constraint need_concurred_by_check CHECK ((concurred_by = ANY (ARRAY['client'::text, 'representative'::text])))
  constraint need_disposition_check CHECK ((disposition = ANY (ARRAY['open'::text, 'met'::text, 'deferred'::text, 'declined_by_client'::text, 'no_service_available'::text])))
  constraint need_domain_check CHECK (((length(domain) >= 1) AND (length(domain) <= 60)))
  constraint need_safety_rank_check CHECK (((safety_rank >= 1) AND (safety_rank <= 99)))
  constraint need_source_check CHECK ((source = ANY (ARRAY['client'::text, 'support'::text, 'assessment'::text, 'screening'::text, 'referral'::text, 'observation'::text])))
  constraint need_statement_check CHECK (((length(btrim(statement)) >= 1) AND (length(btrim(statement)) <= 500)))
  constraint only_confirmed_needs_are_met CHECK (((disposition <> 'met'::text) OR (certainty = 'confirmed'::text)))
  constraint settled_needs_say_why CHECK ((((disposition = 'open'::text) = ((disposition_reason IS NULL) AND (disposition_on IS NULL))) AND (length(btrim(COALESCE(disposition_reason, 'open'::text))) > 0)))
  constraint need_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint need_agency_id_confirmed_by_fkey FOREIGN KEY (agency_id, confirmed_by) REFERENCES staff(agency_id, id)
  constraint need_pkey PRIMARY KEY (agency_id, id)
  constraint needs_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX need_by_case ON public.need USING btree (agency_id, case_id, client_rank)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of need" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = need.agency_id) AND (c.id = need.case_id)))))
  policy "staff change what they may of need" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = need.agency_id) AND (c.id = need.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = need.agency_id) AND (c.id = need.case_id)))))
  policy "staff see what they may of need" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = need.agency_id) AND (c.id = need.case_id)))))
  CREATE TRIGGER declined_stays BEFORE UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION house.declined_stays()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.need FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.person_name (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  use text not null
  given text not null default ''::text
  family text not null default ''::text
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_name_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint a_name_has_at_least_one_part CHECK ((btrim((given || family)) <> ''::text))
  constraint an_ended_name_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint person_name_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint person_name_use_check CHECK ((use = ANY (ARRAY['usual'::text, 'official'::text, 'alias'::text, 'former'::text])))
  constraint person_name_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint person_name_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_official_name_at_a_time ON public.person_name USING btree (agency_id, client_id) WHERE ((use = 'official'::text) AND (until_on IS NULL))
  CREATE INDEX person_name_by_client ON public.person_name USING btree (agency_id, client_id)
  policy "staff add to what they may of person_name" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = person_name.agency_id) AND (c.id = person_name.client_id)))))
  policy "staff change what they may of person_name" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = person_name.agency_id) AND (c.id = person_name.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = person_name.agency_id) AND (c.id = person_name.client_id)))))
  policy "staff see what they may of person_name" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = person_name.agency_id) AND (c.id = person_name.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.person_name FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.person_name FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.plan (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  narrative jsonb not null default '{}'::jsonb
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint plan_narrative_check CHECK ((jsonb_typeof(narrative) = 'object'::text))
  constraint plan_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint plan_pkey PRIMARY KEY (agency_id, id)
  constraint a_case_has_one_working_plan UNIQUE (agency_id, case_id)
  policy "staff add to what they may of plan" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan.agency_id) AND (c.id = plan.case_id)))))
  policy "staff change what they may of plan" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan.agency_id) AND (c.id = plan.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan.agency_id) AND (c.id = plan.case_id)))))
  policy "staff see what they may of plan" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan.agency_id) AND (c.id = plan.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.plan_copy (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  plan_version_id uuid not null
  given_to text not null
  language text not null
  method text not null
  given_on date not null
  recorded_at timestamp with time zone not null default authz.clock()
  recorded_by uuid default authz.writer()
  constraint plan_copy_given_to_check CHECK (((length(btrim(given_to)) >= 1) AND (length(btrim(given_to)) <= 200)))
  constraint plan_copy_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))
  constraint plan_copy_method_check CHECK ((method = ANY (ARRAY['handed-over'::text, 'mailed'::text, 'emailed'::text, 'read-aloud'::text])))
  constraint plan_copy_agency_id_case_id_plan_version_id_fkey FOREIGN KEY (agency_id, case_id, plan_version_id) REFERENCES plan_version(agency_id, case_id, id)
  constraint plan_copy_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX plan_copy_by_case ON public.plan_copy USING btree (agency_id, case_id)
  policy "staff add to what they may of plan_copy" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_copy.agency_id) AND (c.id = plan_copy.case_id)))))
  policy "staff see what they may of plan_copy" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_copy.agency_id) AND (c.id = plan_copy.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plan_copy FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_copy FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.plan_review (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  plan_version_id uuid not null
  started_on date not null
  outcome text
  summary text
  client_took_part boolean
  concluded_on date
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint concluded_reviews_say_how_the_plan_stands CHECK (((num_nonnulls(outcome, summary, client_took_part, concluded_on) = ANY (ARRAY[0, 4])) AND (length(btrim(COALESCE(summary, 'open'::text))) > 0)))
  constraint plan_review_outcome_check CHECK ((outcome = ANY (ARRAY['no-change'::text, 'new-version'::text])))
  constraint plan_review_agency_id_case_id_plan_version_id_fkey FOREIGN KEY (agency_id, case_id, plan_version_id) REFERENCES plan_version(agency_id, case_id, id)
  constraint plan_review_pkey PRIMARY KEY (agency_id, id)
  constraint reviews_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE UNIQUE INDEX one_review_is_open ON public.plan_review USING btree (agency_id, case_id) WHERE (outcome IS NULL)
  CREATE INDEX plan_review_by_case ON public.plan_review USING btree (agency_id, case_id, started_on DESC)
  policy "staff add to what they may of plan_review" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review.agency_id) AND (c.id = plan_review.case_id)))))
  policy "staff change what they may of plan_review" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review.agency_id) AND (c.id = plan_review.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review.agency_id) AND (c.id = plan_review.case_id)))))
  policy "staff see what they may of plan_review" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review.agency_id) AND (c.id = plan_review.case_id)))))
  CREATE TRIGGER concluded_reviews_stay BEFORE UPDATE ON public.plan_review FOR EACH ROW EXECUTE FUNCTION house.concluded_reviews_stay()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_review FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.plan_review FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.plan_review_item (row security, forced)
  agency_id uuid not null default authz.here()
  case_id uuid not null
  review_id uuid not null
  item_id uuid not null
  kind text not null
  finding text not null
  note text not null default ''::text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint plan_review_item_finding_check CHECK ((finding = ANY (ARRAY['continues'::text, 'changes'::text, 'ends'::text])))
  constraint plan_review_item_kind_check CHECK ((kind = ANY (ARRAY['need'::text, 'goal'::text, 'intervention'::text, 'barrier'::text])))
  constraint plan_review_item_agency_id_case_id_review_id_fkey FOREIGN KEY (agency_id, case_id, review_id) REFERENCES plan_review(agency_id, case_id, id)
  constraint plan_review_item_pkey PRIMARY KEY (agency_id, review_id, item_id)
  CREATE INDEX plan_review_item_by_case ON public.plan_review_item USING btree (agency_id, case_id)
  policy "staff add to what they may of plan_review_item" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review_item.agency_id) AND (c.id = plan_review_item.case_id)))))
  policy "staff change what they may of plan_review_item" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review_item.agency_id) AND (c.id = plan_review_item.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review_item.agency_id) AND (c.id = plan_review_item.case_id)))))
  policy "staff see what they may of plan_review_item" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_review_item.agency_id) AND (c.id = plan_review_item.case_id)))))
  CREATE TRIGGER concluded_reviews_stay BEFORE INSERT OR UPDATE ON public.plan_review_item FOR EACH ROW EXECUTE FUNCTION house.concluded_reviews_stay()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_review_item FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.plan_review_item FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.plan_sign_off (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  plan_version_id uuid not null
  decision text not null
  comment text not null default ''::text
  decided_on date not null
  decided_by uuid not null default authz.writer()
  recorded_at timestamp with time zone not null default authz.clock()
  constraint plan_sign_off_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text])))
  constraint returned_plans_say_what_to_change CHECK (((decision <> 'returned'::text) OR (btrim(comment) <> ''::text)))
  constraint plan_sign_off_agency_id_case_id_plan_version_id_fkey FOREIGN KEY (agency_id, case_id, plan_version_id) REFERENCES plan_version(agency_id, case_id, id)
  constraint plan_sign_off_agency_id_decided_by_fkey FOREIGN KEY (agency_id, decided_by) REFERENCES staff(agency_id, id)
  constraint plan_sign_off_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX plan_sign_off_by_case ON public.plan_sign_off USING btree (agency_id, case_id)
  policy "staff add to what they may of plan_sign_off" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_sign_off.agency_id) AND (c.id = plan_sign_off.case_id)))))
  policy "staff see what they may of plan_sign_off" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_sign_off.agency_id) AND (c.id = plan_sign_off.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plan_sign_off FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_sign_off FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.plan_signature (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  plan_version_id uuid not null
  kind text not null
  signed_by text not null
  name text not null default ''::text
  method text not null
  language text not null
  interpreter text not null default ''::text
  reason text not null default ''::text
  given_on date not null
  expires_on date
  recorded_at timestamp with time zone not null default authz.clock()
  recorded_by uuid default authz.writer()
  constraint plan_signature_kind_check CHECK ((kind = ANY (ARRAY['signed'::text, 'refused'::text, 'verbal'::text])))
  constraint plan_signature_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))
  constraint plan_signature_method_check CHECK ((method = ANY (ARRAY['on-screen'::text, 'on-paper'::text, 'by-phone'::text, 'in-person'::text])))
  constraint plan_signature_signed_by_check CHECK ((signed_by = ANY (ARRAY['client'::text, 'representative'::text])))
  constraint refusals_say_why CHECK (((kind <> 'refused'::text) OR (btrim(reason) <> ''::text)))
  constraint signatures_name_the_signer CHECK (((btrim(name) <> ''::text) OR ((kind = 'refused'::text) AND (signed_by = 'client'::text))))
  constraint verbal_agreements_expire_within_thirty_days CHECK ((((kind = 'verbal'::text) = (expires_on IS NOT NULL)) AND ((expires_on IS NULL) OR ((expires_on >= (given_on + 1)) AND (expires_on <= (given_on + 30))))))
  constraint plan_signature_agency_id_case_id_plan_version_id_fkey FOREIGN KEY (agency_id, case_id, plan_version_id) REFERENCES plan_version(agency_id, case_id, id)
  constraint plan_signature_pkey PRIMARY KEY (agency_id, id)
  constraint signatures_are_known_within_their_version UNIQUE (agency_id, plan_version_id, id)
  CREATE INDEX plan_signature_by_case ON public.plan_signature USING btree (agency_id, case_id)
  CREATE INDEX plan_signature_by_version ON public.plan_signature USING btree (agency_id, plan_version_id)
  policy "staff add to what they may of plan_signature" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_signature.agency_id) AND (c.id = plan_signature.case_id)))))
  policy "staff see what they may of plan_signature" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_signature.agency_id) AND (c.id = plan_signature.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.plan_signature FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_signature FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.plan_version (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  enrollment_id uuid not null
  number integer not null
  status text not null default 'proposed'::text
  content jsonb not null
  assessment_id uuid not null
  language text not null default 'en'::text
  participation text not null
  proposed_on date not null
  proposed_by uuid default authz.writer()
  signature_id uuid
  agreed_on date
  ended_on date
  ended_because text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint ended_versions_say_when CHECK (((status = ANY (ARRAY['superseded'::text, 'withdrawn'::text])) = (ended_on IS NOT NULL)))
  constraint plan_version_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
  constraint plan_version_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))
  constraint plan_version_number_check CHECK ((number >= 1))
  constraint plan_version_participation_check CHECK ((participation = ANY (ARRAY['took-part'::text, 'through-representative'::text, 'declined-to-take-part'::text])))
  constraint plan_version_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'active'::text, 'superseded'::text, 'withdrawn'::text])))
  constraint plans_in_force_are_signed_refused_or_agreed_verbally CHECK (((status = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) OR ((signature_id IS NOT NULL) AND (agreed_on IS NOT NULL))))
  constraint a_version_is_agreed_by_its_own_signature FOREIGN KEY (agency_id, id, signature_id) REFERENCES plan_signature(agency_id, plan_version_id, id)
  constraint plan_version_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint plan_version_agency_id_enrollment_id_fkey FOREIGN KEY (agency_id, enrollment_id) REFERENCES enrollment(agency_id, id)
  constraint plan_version_pkey PRIMARY KEY (agency_id, id)
  constraint plan_versions_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  constraint plan_versions_are_numbered_once UNIQUE (agency_id, case_id, number)
  CREATE UNIQUE INDEX only_one_plan_is_active ON public.plan_version USING btree (agency_id, enrollment_id) WHERE (status = 'active'::text)
  CREATE UNIQUE INDEX only_one_plan_is_proposed ON public.plan_version USING btree (agency_id, enrollment_id) WHERE (status = 'proposed'::text)
  CREATE INDEX plan_version_by_case ON public.plan_version USING btree (agency_id, case_id, number DESC)
  policy "staff add to what they may of plan_version" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_version.agency_id) AND (c.id = plan_version.case_id)))))
  policy "staff change what they may of plan_version" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_version.agency_id) AND (c.id = plan_version.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_version.agency_id) AND (c.id = plan_version.case_id)))))
  policy "staff see what they may of plan_version" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = plan_version.agency_id) AND (c.id = plan_version.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.plan_version FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER plan_versions_are_immutable BEFORE UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION house.plan_versions_are_immutable()
  CREATE TRIGGER plans_belong_to_the_enrollment BEFORE INSERT ON public.plan_version FOR EACH ROW EXECUTE FUNCTION house.plans_belong_to_the_enrollment()
  CREATE TRIGGER touch BEFORE UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.program (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  name text not null
  kind text not null
  client_label text not null default 'client'::text
  jurisdiction text
  status text not null default 'active'::text
  settings jsonb not null default '{}'::jsonb
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint program_kind_check CHECK ((kind = ANY (ARRAY['workers-compensation'::text, 'transitional-care'::text, 'community-support'::text, 'complex-care'::text, 'other'::text])))
  constraint program_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
  constraint program_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
  constraint program_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint program_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_program_of_a_name ON public.program USING btree (agency_id, lower(name)) WHERE (status = 'active'::text)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of program" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff change what they may of program" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff see what they may of program" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.program FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.program FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

view public.program_label (security_invoker=true)
  SELECT agency_id, id, name, kind, client_label, jurisdiction, status FROM program;
  grant select to continuum_app

table public.program_supervisor (row security, forced)
  agency_id uuid not null default authz.here()
  program_id uuid not null
  staff_id uuid not null
  from_at timestamp with time zone not null default authz.clock()
  until_at timestamp with time zone
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint program_supervisor_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES program(agency_id, id)
  constraint program_supervisor_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint program_supervisor_pkey PRIMARY KEY (agency_id, program_id, staff_id, from_at)
  CREATE UNIQUE INDEX one_supervision_of_a_program ON public.program_supervisor USING btree (agency_id, program_id, staff_id) WHERE (until_at IS NULL)
  CREATE INDEX program_supervisor_by_staff ON public.program_supervisor USING btree (agency_id, staff_id) WHERE (until_at IS NULL)
  policy "administrators end supervision" for update to continuum_app using (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has))
  policy "administrators name supervisors" for insert to continuum_app with check (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has))
  policy authz_reads for select to authz using true
  policy "staff add to what they may of program_supervisor" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of program_supervisor" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of program_supervisor" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER a_receiver_is_no_colleague BEFORE INSERT ON public.program_supervisor FOR EACH ROW EXECUTE FUNCTION house.a_receiver_is_no_colleague()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.program_supervisor FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.program_supervisor FOR EACH ROW EXECUTE FUNCTION house.touch()
  CREATE TRIGGER what_ended_stays_ended BEFORE UPDATE ON public.program_supervisor FOR EACH ROW EXECUTE FUNCTION house.what_ended_stays_ended()
  grant insert, select, update to continuum_app
  grant select to authz

table public.protected_address (row security, forced)
  agency_id uuid not null default authz.here()
  address_id uuid not null
  client_id uuid not null
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  sealed bytea not null
  constraint protected_address_sealed_check CHECK ((length(sealed) > 33))
  constraint protected_address_agency_id_address_id_client_id_fkey FOREIGN KEY (agency_id, address_id, client_id) REFERENCES address(agency_id, id, client_id)
  constraint protected_address_pkey PRIMARY KEY (agency_id, address_id)
  policy "only the team reads a protected address" for select to continuum_app using (( SELECT authz.has(1) AS has) OR (client_id = ANY (ARRAY( SELECT authz.my_clients() AS my_clients))))
  policy "staff add to what they may of protected_address" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = protected_address.agency_id) AND (c.id = protected_address.client_id)))))
  policy "staff see what they may of protected_address" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = protected_address.agency_id) AND (c.id = protected_address.client_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.protected_address FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.protected_address FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.receiver_account (row security, forced)
  agency_id uuid not null default authz.here()
  staff_id uuid not null
  organization_id uuid not null
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint receiver_account_agency_id_organization_id_fkey FOREIGN KEY (agency_id, organization_id) REFERENCES directory_organization(agency_id, id)
  constraint receiver_account_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint receiver_account_pkey PRIMARY KEY (agency_id, staff_id)
  CREATE INDEX receiver_account_by_organization ON public.receiver_account USING btree (agency_id, organization_id)
  policy "an account is made by inviting" for insert to continuum_app with check false
  policy authz_invites for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "staff add to what they may of receiver_account" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of receiver_account" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.receiver_account FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.receiver_account FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to authz
  grant insert, select to continuum_app

table public.referral (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  status text not null default 'received'::text
  channel text not null
  received_on date not null
  received_at timestamp with time zone not null default authz.clock()
  source_kind text
  source_organization text
  source_person text
  source_phone text
  source_email text
  source_fax text
  source_address text
  given_name text
  family_name text
  preferred_name text
  pseudonym text
  birth_date date
  birth_date_precision text not null default 'unknown'::text
  deceased_on date
  pronouns text
  spoken_language text
  interpreter text not null default 'unknown'::text
  person_details jsonb not null default '{}'::jsonb
  safe_contact text not null default 'not-asked'::text
  safe_contact_note text
  reason text
  questions text
  urgency text
  danger text
  safety_done text
  program_id uuid
  scope_asked text
  funding text not null default 'not-known'::text
  payer text
  member_id text
  claim_number text
  injured_on date
  employer text
  authorized_services text
  authorized_minutes integer
  authorization_ends_on date
  background jsonb not null default '[]'::jsonb
  information_question text
  information_asked_of text
  information_due_on date
  review_on date
  decision_reason text
  decision_note text
  decided_on date
  alternatives text
  told_on date
  not_told_because text
  handoff_organization text
  handoff_person text
  handoff_how text
  handoff_kind text
  handed_over_on date
  handoff_basis text
  withdrawn_by text
  duplicate_of_referral_id uuid
  duplicate_of_client_id uuid
  duplicate_of_case_id uuid
  client_id uuid
  case_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_birth_date_says_how_exact_it_is CHECK (((birth_date IS NULL) = (birth_date_precision = 'unknown'::text)))
  constraint a_declined_referral_says_why_and_what_else CHECK (((status <> 'declined'::text) OR ((num_nulls(decision_reason, decision_note, alternatives) = 0) AND (num_nonnulls(told_on, not_told_because) = 1))))
  constraint a_duplicate_points_to_one_other CHECK ((((status = 'duplicate'::text) = (num_nonnulls(duplicate_of_referral_id, duplicate_of_client_id, duplicate_of_case_id) > 0)) AND (num_nonnulls(duplicate_of_referral_id, duplicate_of_client_id, duplicate_of_case_id) <= 1)))
  constraint a_redirected_referral_was_handed_over CHECK (((status <> 'redirected'::text) OR (num_nulls(decision_reason, handoff_organization, handoff_person, handoff_how, handoff_kind, handed_over_on, handoff_basis) = 0)))
  constraint a_referral_is_not_its_own_duplicate CHECK ((duplicate_of_referral_id IS DISTINCT FROM id))
  constraint a_referral_names_somebody CHECK ((num_nonnulls(given_name, family_name, pseudonym) > 0))
  constraint a_triaged_danger_was_acted_on CHECK (((status = ANY (ARRAY['received'::text, 'withdrawn'::text, 'duplicate'::text])) OR (danger IS NULL) OR (safety_done IS NOT NULL)))
  constraint a_triaged_referral_has_an_urgency CHECK (((status = ANY (ARRAY['received'::text, 'withdrawn'::text, 'duplicate'::text])) OR (urgency IS NOT NULL)))
  constraint a_waitlisted_referral_has_a_review_day CHECK (((status <> 'waitlisted'::text) OR ((review_on IS NOT NULL) AND (decision_reason IS NOT NULL))))
  constraint a_withdrawn_referral_says_who_and_why CHECK (((status <> 'withdrawn'::text) OR (num_nulls(withdrawn_by, decision_reason) = 0)))
  constraint an_accepted_referral_has_its_client_and_case CHECK ((((status = 'accepted'::text) = (case_id IS NOT NULL)) AND ((case_id IS NULL) = (client_id IS NULL))))
  constraint an_accepted_referral_has_its_minimum_dataset CHECK (((status <> 'accepted'::text) OR ((source_kind IS NOT NULL) AND (safe_contact <> 'not-asked'::text) AND (COALESCE(reason, questions) IS NOT NULL) AND (urgency IS NOT NULL) AND (program_id IS NOT NULL) AND (scope_asked IS NOT NULL) AND (funding <> 'not-known'::text) AND (deceased_on IS NULL))))
  constraint an_urgent_need_does_not_wait_on_a_list CHECK (((status <> 'waitlisted'::text) OR (urgency <> 'urgent-safety'::text)))
  constraint an_urgent_referral_names_the_danger CHECK (((NOT (urgency IS DISTINCT FROM 'urgent-safety'::text)) = (danger IS NOT NULL)))
  constraint asked_information_has_a_question_and_a_day CHECK (((status <> 'info_requested'::text) OR (num_nulls(information_question, information_asked_of, information_due_on) = 0)))
  constraint compensation_names_claim_services_and_hours CHECK (((status <> 'accepted'::text) OR (funding <> 'workers-compensation'::text) OR (num_nulls(claim_number, authorized_services, authorized_minutes) = 0)))
  constraint referral_authorized_minutes_check CHECK ((authorized_minutes > 0))
  constraint referral_birth_date_precision_check CHECK ((birth_date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])))
  constraint referral_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'email'::text, 'fax'::text, 'letter'::text, 'in-person'::text, 'portal'::text, 'self-referral'::text, 'fhir'::text])))
  constraint referral_danger_check CHECK ((danger = ANY (ARRAY['suicide-risk'::text, 'abuse'::text, 'no-shelter-tonight'::text, 'medical-danger'::text, 'other-danger'::text])))
  constraint referral_funding_check CHECK ((funding = ANY (ARRAY['workers-compensation'::text, 'health-plan'::text, 'medicaid'::text, 'medicare'::text, 'grant'::text, 'self-pay'::text, 'none-needed'::text, 'not-known'::text])))
  constraint referral_handoff_basis_check CHECK ((handoff_basis = ANY (ARRAY['client-agreed'::text, 'nothing-identifying-shared'::text])))
  constraint referral_handoff_kind_check CHECK ((handoff_kind = ANY (ARRAY['live-introduction'::text, 'call-ahead'::text, 'written'::text])))
  constraint referral_information_asked_of_check CHECK ((information_asked_of = ANY (ARRAY['source'::text, 'client'::text, 'somebody-else'::text])))
  constraint referral_interpreter_check CHECK ((interpreter = ANY (ARRAY['unknown'::text, 'not-needed'::text, 'needed'::text, 'preferred'::text])))
  constraint referral_safe_contact_check CHECK ((safe_contact = ANY (ARRAY['not-asked'::text, 'no-restriction'::text, 'required'::text])))
  constraint referral_source_kind_check CHECK ((source_kind = ANY (ARRAY['self'::text, 'family'::text, 'adjuster'::text, 'health-plan'::text, 'hospital'::text, 'physician'::text, 'employer'::text, 'attorney'::text, 'community-agency'::text, 'school'::text, 'court'::text, 'other'::text])))
  constraint referral_status_check CHECK ((status = ANY (ARRAY['received'::text, 'triaged'::text, 'info_requested'::text, 'waitlisted'::text, 'accepted'::text, 'redirected'::text, 'declined'::text, 'withdrawn'::text, 'duplicate'::text])))
  constraint referral_urgency_check CHECK ((urgency = ANY (ARRAY['routine'::text, 'soon'::text, 'urgent-safety'::text])))
  constraint referral_withdrawn_by_check CHECK ((withdrawn_by = ANY (ARRAY['source'::text, 'client'::text])))
  constraint referral_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint referral_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint referral_agency_id_duplicate_of_case_id_fkey FOREIGN KEY (agency_id, duplicate_of_case_id) REFERENCES case_record(agency_id, id)
  constraint referral_agency_id_duplicate_of_client_id_fkey FOREIGN KEY (agency_id, duplicate_of_client_id) REFERENCES client(agency_id, id)
  constraint referral_agency_id_duplicate_of_referral_id_fkey FOREIGN KEY (agency_id, duplicate_of_referral_id) REFERENCES referral(agency_id, id)
  constraint referral_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES program(agency_id, id)
  constraint referral_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX a_case_comes_from_one_referral ON public.referral USING btree (agency_id, case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX referral_by_birth_date ON public.referral USING btree (agency_id, birth_date) WHERE (birth_date IS NOT NULL)
  CREATE INDEX referral_by_claim ON public.referral USING btree (agency_id, claim_number) WHERE (claim_number IS NOT NULL)
  CREATE INDEX referral_by_client ON public.referral USING btree (agency_id, client_id) WHERE (client_id IS NOT NULL)
  CREATE INDEX referral_by_family_name ON public.referral USING btree (agency_id, lower(family_name)) WHERE (family_name IS NOT NULL)
  CREATE INDEX referral_decided ON public.referral USING btree (agency_id, decided_on DESC, id) WHERE (decided_on IS NOT NULL)
  CREATE INDEX referral_open ON public.referral USING btree (agency_id, received_on, id) WHERE (status = ANY (ARRAY['received'::text, 'triaged'::text, 'info_requested'::text, 'waitlisted'::text]))
  policy "staff add to what they may of referral" for insert to continuum_app with check (((agency_id = ( SELECT authz.agency() AS agency)) AND ((( SELECT authz.has((1 | 4)) AS has) AND ((client_id IS NULL) OR (EXISTS ( SELECT 1 FROM client k WHERE ((k.agency_id = referral.agency_id) AND (k.id = referral.client_id)))))) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = referral.agency_id) AND (c.id = referral.case_id)))))) OR ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of referral" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((( SELECT authz.has((1 | 4)) AS has) AND ((client_id IS NULL) OR (EXISTS ( SELECT 1 FROM client k WHERE ((k.agency_id = referral.agency_id) AND (k.id = referral.client_id)))))) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = referral.agency_id) AND (c.id = referral.case_id)))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND ((( SELECT authz.has((1 | 4)) AS has) AND ((client_id IS NULL) OR (EXISTS ( SELECT 1 FROM client k WHERE ((k.agency_id = referral.agency_id) AND (k.id = referral.client_id)))))) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = referral.agency_id) AND (c.id = referral.case_id))))))
  policy "staff see what they may of referral" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND ((( SELECT authz.has((1 | 4)) AS has) AND ((client_id IS NULL) OR (EXISTS ( SELECT 1 FROM client k WHERE ((k.agency_id = referral.agency_id) AND (k.id = referral.client_id)))))) OR (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = referral.agency_id) AND (c.id = referral.case_id))))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.referral FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER takes_its_steps BEFORE UPDATE ON public.referral FOR EACH ROW EXECUTE FUNCTION house.referral_takes_its_steps()
  CREATE TRIGGER touch BEFORE UPDATE ON public.referral FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.referral_bundle (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  referral_id uuid not null
  patient text not null
  identifier text
  content_hash text not null
  file_name text
  entries integer not null
  used integer not null
  unused integer not null
  tally jsonb not null
  prefill jsonb not null
  kept text[]
  left_out text[]
  confirmed_at timestamp with time zone
  confirmed_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_confirmed_record_says_what_was_kept CHECK ((((confirmed_at IS NULL) = (kept IS NULL)) AND ((kept IS NULL) = (left_out IS NULL))))
  constraint every_entry_is_used_or_counted_as_unused CHECK (((used + unused) = entries))
  constraint referral_bundle_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text))
  constraint referral_bundle_entries_check CHECK ((entries > 0))
  constraint referral_bundle_unused_check CHECK ((unused >= 0))
  constraint referral_bundle_used_check CHECK ((used >= 0))
  constraint referral_bundle_agency_id_referral_id_fkey FOREIGN KEY (agency_id, referral_id) REFERENCES referral(agency_id, id)
  constraint referral_bundle_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_record_per_referral ON public.referral_bundle USING btree (agency_id, referral_id)
  CREATE UNIQUE INDEX one_referral_per_bundle_and_person ON public.referral_bundle USING btree (agency_id, content_hash, patient)
  CREATE INDEX referral_bundle_by_identifier ON public.referral_bundle USING btree (agency_id, identifier, patient) WHERE (identifier IS NOT NULL)
  policy "staff add to what they may of referral_bundle" for insert to continuum_app with check (((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_bundle.agency_id) AND (r.id = referral_bundle.referral_id))))) OR ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of referral_bundle" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_bundle.agency_id) AND (r.id = referral_bundle.referral_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_bundle.agency_id) AND (r.id = referral_bundle.referral_id)))))
  policy "staff see what they may of referral_bundle" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_bundle.agency_id) AND (r.id = referral_bundle.referral_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.referral_bundle FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.referral_bundle FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.referral_reply (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  referral_id uuid not null
  about_status text not null
  channel text not null
  said_to text not null
  words text not null
  said_on date not null
  at timestamp with time zone not null default authz.clock()
  staff_id uuid default authz.writer()
  constraint a_reply_has_words CHECK ((length(btrim(words)) > 0))
  constraint referral_reply_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'email'::text, 'fax'::text, 'letter'::text, 'in-person'::text, 'portal'::text])))
  constraint referral_reply_said_to_check CHECK ((length(btrim(said_to)) > 0))
  constraint referral_reply_agency_id_referral_id_fkey FOREIGN KEY (agency_id, referral_id) REFERENCES referral(agency_id, id)
  constraint referral_reply_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint referral_reply_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX referral_reply_in_order ON public.referral_reply USING btree (agency_id, referral_id, at)
  policy "staff add to what they may of referral_reply" for insert to continuum_app with check (((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_reply.agency_id) AND (r.id = referral_reply.referral_id))))) OR ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of referral_reply" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_reply.agency_id) AND (r.id = referral_reply.referral_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.referral_reply FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.referral_reply FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.referral_step (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  referral_id uuid not null
  from_status text
  to_status text not null
  reason text
  details jsonb not null default '{}'::jsonb
  at timestamp with time zone not null default authz.clock()
  staff_id uuid default authz.writer()
  constraint referral_step_agency_id_referral_id_fkey FOREIGN KEY (agency_id, referral_id) REFERENCES referral(agency_id, id)
  constraint referral_step_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint referral_step_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX referral_step_in_order ON public.referral_step USING btree (agency_id, referral_id, at, id)
  policy "staff add to what they may of referral_step" for insert to continuum_app with check (((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_step.agency_id) AND (r.id = referral_step.referral_id))))) OR ((agency_id = ( SELECT authz.agency() AS agency)) AND ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of referral_step" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM referral r WHERE ((r.agency_id = referral_step.agency_id) AND (r.id = referral_step.referral_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.referral_step FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.referral_step FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.restricted_note (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_id uuid not null
  kind text not null
  sealed bytea not null
  written_at timestamp with time zone not null default authz.clock()
  written_by uuid not null default authz.writer()
  constraint restricted_note_kind_check CHECK ((kind = ANY (ARRAY['counselling'::text, 'shelter-location'::text, 'safety'::text, 'other'::text])))
  constraint restricted_note_sealed_check CHECK ((length(sealed) > 33))
  constraint restricted_note_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint restricted_note_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint restricted_note_agency_id_written_by_fkey FOREIGN KEY (agency_id, written_by) REFERENCES staff(agency_id, id)
  constraint restricted_note_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX restricted_notes_of_a_case ON public.restricted_note USING btree (agency_id, case_id, written_at DESC)
  CREATE INDEX restricted_notes_of_a_client ON public.restricted_note USING btree (agency_id, client_id)
  policy "only the case's own team" for all to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT FROM case_team t WHERE ((t.agency_id = restricted_note.agency_id) AND (t.case_id = restricted_note.case_id) AND (t.staff_id = ( SELECT authz.staff() AS staff)) AND (t.role <> 'opener'::text) AND (t.from_at <= ( SELECT authz.clock() AS clock)) AND ((t.until_at IS NULL) OR (t.until_at > ( SELECT authz.clock() AS clock)))))))
  policy "staff add to what they may of restricted_note" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = restricted_note.agency_id) AND (c.id = restricted_note.case_id)))))
  policy "staff see what they may of restricted_note" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = restricted_note.agency_id) AND (c.id = restricted_note.case_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.restricted_note FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.restricted_note FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.risk_flag (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  kind text not null
  basis text not null
  advice text not null default ''::text
  raised_on date not null
  review_on date not null
  ended_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_risk_flag_has_a_factual_basis CHECK ((length(btrim(basis)) >= 20))
  constraint a_risk_flag_is_reviewed_within_a_year CHECK (((review_on > raised_on) AND (review_on <= (raised_on + 365))))
  constraint an_ended_risk_flag_says_why CHECK ((((ended_on IS NULL) = (ended_reason IS NULL)) AND (COALESCE(btrim(ended_reason), 'x'::text) <> ''::text)))
  constraint risk_flag_kind_check CHECK ((kind = ANY (ARRAY['safety-of-staff'::text, 'self-harm'::text, 'violence-at-home'::text, 'infection'::text, 'animals'::text, 'access'::text, 'other'::text])))
  constraint risk_flag_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint risk_flag_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX risk_flag_by_client ON public.risk_flag USING btree (agency_id, client_id)
  policy "staff add to what they may of risk_flag" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = risk_flag.agency_id) AND (c.id = risk_flag.client_id)))))
  policy "staff change what they may of risk_flag" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = risk_flag.agency_id) AND (c.id = risk_flag.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = risk_flag.agency_id) AND (c.id = risk_flag.client_id)))))
  policy "staff see what they may of risk_flag" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = risk_flag.agency_id) AND (c.id = risk_flag.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.risk_flag FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.risk_flag FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.safe_contact_answer (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  answer text not null
  instruction text not null default ''::text
  code_word text not null default ''::text
  asked_of text not null
  asked_at timestamp with time zone not null default authz.clock()
  asked_by uuid default authz.writer()
  constraint safe_contact_answer_answer_check CHECK ((answer = ANY (ARRAY['no-restriction'::text, 'required'::text])))
  constraint safe_contact_answer_asked_of_check CHECK ((asked_of = ANY (ARRAY['client'::text, 'representative'::text, 'referral-source'::text])))
  constraint safe_contact_answer_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint safe_contact_answer_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX safe_contact_answer_by_client ON public.safe_contact_answer USING btree (agency_id, client_id, asked_at DESC, id DESC)
  policy "staff add to what they may of safe_contact_answer" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = safe_contact_answer.agency_id) AND (c.id = safe_contact_answer.client_id)))))
  policy "staff see what they may of safe_contact_answer" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = safe_contact_answer.agency_id) AND (c.id = safe_contact_answer.client_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.safe_contact_answer FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.safe_contact_answer FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.safety_concern (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  assessment_id uuid not null
  link_id text not null
  concern text not null
  answer jsonb not null
  raised_at timestamp with time zone not null default authz.clock()
  raised_on date not null
  raised_by uuid not null default authz.writer()
  constraint safety_concern_concern_check CHECK ((length(btrim(concern)) > 0))
  constraint safety_concern_link_id_check CHECK (((length(link_id) >= 1) AND (length(link_id) <= 255)))
  constraint safety_concern_agency_id_case_id_assessment_id_fkey FOREIGN KEY (agency_id, case_id, assessment_id) REFERENCES assessment(agency_id, case_id, id)
  constraint safety_concern_agency_id_raised_by_fkey FOREIGN KEY (agency_id, raised_by) REFERENCES staff(agency_id, id)
  constraint safety_concern_pkey PRIMARY KEY (agency_id, id)
  constraint safety_concerns_are_known_within_their_case UNIQUE (agency_id, case_id, id)
  CREATE INDEX safety_concern_by_assessment ON public.safety_concern USING btree (agency_id, assessment_id)
  CREATE INDEX safety_concern_by_case ON public.safety_concern USING btree (agency_id, case_id)
  policy "staff add to what they may of safety_concern" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = safety_concern.agency_id) AND (p.id = safety_concern.assessment_id)))))
  policy "staff see what they may of safety_concern" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM assessment p WHERE ((p.agency_id = safety_concern.agency_id) AND (p.id = safety_concern.assessment_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.safety_concern FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.safety_concern FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.safety_response (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  concern_id uuid not null
  actions text[] not null
  spoke_with text not null
  narrative text not null
  signed_at timestamp with time zone not null default authz.clock()
  signed_by uuid not null default authz.writer()
  constraint a_safety_response_says_who_and_what CHECK (((cardinality(actions) > 0) AND (length(btrim(spoke_with)) > 0) AND (length(btrim(narrative)) > 0)))
  constraint safety_response_agency_id_case_id_concern_id_fkey FOREIGN KEY (agency_id, case_id, concern_id) REFERENCES safety_concern(agency_id, case_id, id)
  constraint safety_response_agency_id_signed_by_fkey FOREIGN KEY (agency_id, signed_by) REFERENCES staff(agency_id, id)
  constraint safety_response_pkey PRIMARY KEY (agency_id, id)
  constraint a_safety_concern_is_answered_once UNIQUE (agency_id, concern_id)
  CREATE INDEX safety_response_by_case ON public.safety_response USING btree (agency_id, case_id)
  policy "staff add to what they may of safety_response" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM safety_concern p WHERE ((p.agency_id = safety_response.agency_id) AND (p.id = safety_response.concern_id)))))
  policy "staff see what they may of safety_response" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM safety_concern p WHERE ((p.agency_id = safety_response.agency_id) AND (p.id = safety_response.concern_id)))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.safety_response FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.safety_response FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER signed_by_its_writer BEFORE INSERT ON public.safety_response FOR EACH ROW EXECUTE FUNCTION house.safety_response_is_signed_by_its_writer()
  grant insert, select to continuum_app

table public.service_line (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  goal_id uuid
  scope text not null
  is_paid boolean not null
  provider text not null
  amount integer
  unit text
  frequency text not null default ''::text
  duration text not null default ''::text
  funding text not null default ''::text
  starts_on date
  ends_on date
  withdrawn_on date
  withdrawn_because text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_service_ends_after_it_starts CHECK (((starts_on IS NULL) OR (ends_on IS NULL) OR (ends_on >= starts_on)))
  constraint an_amount_has_its_unit CHECK (((amount IS NULL) = (unit IS NULL)))
  constraint service_line_amount_check CHECK ((amount > 0))
  constraint service_line_provider_check CHECK (((length(btrim(provider)) >= 1) AND (length(btrim(provider)) <= 200)))
  constraint service_line_scope_check CHECK (((length(btrim(scope)) >= 1) AND (length(btrim(scope)) <= 300)))
  constraint service_line_unit_check CHECK ((unit = ANY (ARRAY['15min'::text, 'hour'::text, 'day'::text, 'visit'::text, 'trip'::text, 'meal'::text, 'item'::text, 'month'::text])))
  constraint withdrawn_services_say_why CHECK (((withdrawn_on IS NULL) = (withdrawn_because IS NULL)))
  constraint service_line_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_line_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint service_line_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX service_line_by_case ON public.service_line USING btree (agency_id, case_id)
  policy "staff add to what they may of service_line" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_line.agency_id) AND (c.id = service_line.case_id)))))
  policy "staff change what they may of service_line" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_line.agency_id) AND (c.id = service_line.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_line.agency_id) AND (c.id = service_line.case_id)))))
  policy "staff see what they may of service_line" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_line.agency_id) AND (c.id = service_line.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_line FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.service_line FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.service_referral (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_id uuid not null
  intent text not null default 'referral'::text
  status text not null default 'draft'::text
  reason_code text
  reason text
  performer_kind text not null
  service_at_location_id uuid
  service_id uuid
  support_member_id uuid
  performer_name text not null
  performer_email text not null default ''::text
  performer_phone text not null default ''::text
  service_type text not null
  need_id uuid
  goal_id uuid
  priority text not null default 'routine'::text
  request text not null default ''::text
  items text[] not null default '{}'::text[]
  basis jsonb
  consent_id uuid
  capacity text
  requested_at timestamp with time zone
  requested_on date
  answered_at timestamp with time zone
  answered_on date
  accepted_at timestamp with time zone
  started_at timestamp with time zone
  held_at timestamp with time zone
  ended_at timestamp with time zone
  appointment_at timestamp with time zone
  appointment_note text not null default ''::text
  warm_handoff_on date
  warm_handoff_note text not null default ''::text
  enrollment_state text
  enrollment_from date
  enrollment_until date
  client_reached text
  reached_on date
  service_received text not null default ''::text
  need_met text
  not_met_reason text
  client_experience text not null default ''::text
  loop_closed_at timestamp with time zone
  loop_closed_on date
  loop_closed_by uuid
  county text
  zip3 text
  language text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_closed_loop_has_both_outcomes CHECK ((((loop_closed_at IS NULL) = (client_reached IS NULL)) AND ((loop_closed_at IS NULL) = (need_met IS NULL)) AND ((loop_closed_at IS NULL) = (loop_closed_by IS NULL)) AND ((loop_closed_at IS NULL) = (loop_closed_on IS NULL))))
  constraint a_performer_is_of_its_kind CHECK ((((performer_kind = 'service'::text) = (service_id IS NOT NULL)) AND ((performer_kind = 'support'::text) = (support_member_id IS NOT NULL)) AND ((service_at_location_id IS NULL) OR (service_id IS NOT NULL))))
  constraint an_identifiable_referral_names_its_basis CHECK (((requested_at IS NULL) OR (intent = 'inquiry'::text) OR (basis IS NOT NULL)))
  constraint an_inquiry_carries_no_identity CHECK (((intent <> 'inquiry'::text) OR ((items = '{}'::text[]) AND (basis IS NULL) AND (consent_id IS NULL))))
  constraint an_inquiry_has_no_outcome CHECK (((intent <> 'inquiry'::text) OR (loop_closed_at IS NULL)))
  constraint an_unmet_need_says_why CHECK (((need_met IS NULL) OR ((need_met = ANY (ARRAY['not-met'::text, 'partly'::text])) = (not_met_reason IS NOT NULL))))
  constraint reached_on_a_day CHECK (((reached_on IS NULL) OR (client_reached = 'yes'::text)))
  constraint sent_means_when CHECK (((status = ANY (ARRAY['draft'::text, 'entered-in-error'::text])) OR ((requested_at IS NOT NULL) AND (requested_on IS NOT NULL))))
  constraint service_referral_appointment_note_check CHECK ((length(appointment_note) <= 500))
  constraint service_referral_capacity_check CHECK ((capacity = ANY (ARRAY['has'::text, 'none'::text, 'waitlist'::text, 'assess-first'::text])))
  constraint service_referral_client_experience_check CHECK ((length(client_experience) <= 1000))
  constraint service_referral_client_reached_check CHECK ((client_reached = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))
  constraint service_referral_enrollment_state_check CHECK ((enrollment_state = ANY (ARRAY['enrolled'::text, 'not-enrolled'::text, 'waitlisted'::text])))
  constraint service_referral_intent_check CHECK ((intent = ANY (ARRAY['referral'::text, 'inquiry'::text])))
  constraint service_referral_items_check CHECK ((items <@ ARRAY['name'::text, 'contact'::text, 'language'::text, 'pronouns'::text, 'birth-date'::text, 'address'::text, 'need'::text, 'goal'::text]))
  constraint service_referral_need_met_check CHECK ((need_met = ANY (ARRAY['met'::text, 'partly'::text, 'not-met'::text, 'unknown'::text])))
  constraint service_referral_performer_email_check CHECK ((length(performer_email) <= 200))
  constraint service_referral_performer_kind_check CHECK ((performer_kind = ANY (ARRAY['service'::text, 'organization'::text, 'support'::text])))
  constraint service_referral_performer_name_check CHECK (((length(btrim(performer_name)) >= 1) AND (length(btrim(performer_name)) <= 200)))
  constraint service_referral_performer_phone_check CHECK ((length(performer_phone) <= 60))
  constraint service_referral_priority_check CHECK ((priority = ANY (ARRAY['routine'::text, 'urgent'::text])))
  constraint service_referral_request_check CHECK ((length(request) <= 2000))
  constraint service_referral_service_received_check CHECK ((length(service_received) <= 500))
  constraint service_referral_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'requested'::text, 'accepted'::text, 'rejected'::text, 'in-progress'::text, 'on-hold'::text, 'completed'::text, 'failed'::text, 'cancelled'::text, 'entered-in-error'::text])))
  constraint service_referral_warm_handoff_note_check CHECK ((length(warm_handoff_note) <= 1000))
  constraint service_referral_zip3_check CHECK ((zip3 ~ '^\d{3}$'::text))
  constraint some_ends_say_why CHECK (((status <> ALL (ARRAY['rejected'::text, 'on-hold'::text, 'failed'::text, 'cancelled'::text])) OR ((reason_code IS NOT NULL) AND ((reason_code <> 'other'::text) OR (length(btrim(COALESCE(reason, ''::text))) > 0)))))
  constraint service_referral_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_referral_agency_id_case_id_goal_id_fkey FOREIGN KEY (agency_id, case_id, goal_id) REFERENCES goal(agency_id, case_id, id)
  constraint service_referral_agency_id_case_id_need_id_fkey FOREIGN KEY (agency_id, case_id, need_id) REFERENCES need(agency_id, case_id, id)
  constraint service_referral_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint service_referral_agency_id_consent_id_client_id_fkey FOREIGN KEY (agency_id, consent_id, client_id) REFERENCES consent(agency_id, id, client_id)
  constraint service_referral_agency_id_loop_closed_by_fkey FOREIGN KEY (agency_id, loop_closed_by) REFERENCES staff(agency_id, id)
  constraint service_referral_agency_id_service_at_location_id_fkey FOREIGN KEY (agency_id, service_at_location_id) REFERENCES directory_service_at_location(agency_id, id)
  constraint service_referral_agency_id_service_id_fkey FOREIGN KEY (agency_id, service_id) REFERENCES directory_service(agency_id, id)
  constraint service_referral_agency_id_support_member_id_client_id_fkey FOREIGN KEY (agency_id, support_member_id, client_id) REFERENCES support_member(agency_id, id, client_id)
  constraint service_referral_pkey PRIMARY KEY (agency_id, id)
  constraint service_referrals_are_known_within_their_case UNIQUE (agency_id, id, case_id)
  CREATE INDEX service_referral_by_case ON public.service_referral USING btree (agency_id, case_id, requested_on DESC)
  CREATE INDEX service_referral_by_client ON public.service_referral USING btree (agency_id, client_id)
  CREATE INDEX service_referral_by_day ON public.service_referral USING btree (agency_id, requested_on) WHERE (requested_on IS NOT NULL)
  CREATE INDEX service_referral_by_service ON public.service_referral USING btree (agency_id, service_id) WHERE (service_id IS NOT NULL)
  CREATE INDEX service_referral_waiting ON public.service_referral USING btree (agency_id, requested_on) WHERE ((loop_closed_at IS NULL) AND (status <> ALL (ARRAY['draft'::text, 'entered-in-error'::text])))
  policy authz_reads for select to authz using true
  policy "staff add to what they may of service_referral" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral.agency_id) AND (c.id = service_referral.case_id)))))
  policy "staff change what they may of service_referral" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral.agency_id) AND (c.id = service_referral.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral.agency_id) AND (c.id = service_referral.case_id)))))
  policy "staff see what they may of service_referral" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral.agency_id) AND (c.id = service_referral.case_id)))))
  policy "the receiver answers the referral in hand" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals)))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  policy "the receiver sees the referral in hand" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER a_county_is_of_the_place BEFORE UPDATE ON public.service_referral FOR EACH ROW WHEN (((old.status = 'draft'::text) AND (new.requested_on IS NOT NULL) AND (new.county IS NULL) AND (new.service_at_location_id IS NOT NULL))) EXECUTE FUNCTION house.referral_says_its_county()
  CREATE TRIGGER follows_its_steps BEFORE INSERT OR UPDATE ON public.service_referral FOR EACH ROW EXECUTE FUNCTION house.service_referral_follows_its_steps()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_referral FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER only_we_close_the_loop BEFORE UPDATE ON public.service_referral FOR EACH ROW EXECUTE FUNCTION house.only_we_close_the_loop()
  CREATE TRIGGER touch BEFORE UPDATE ON public.service_referral FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.service_referral_link (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  service_referral_id uuid not null
  sending_id uuid not null
  token_digest bytea
  expires_at timestamp with time zone not null
  mailed_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_because text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_link_ends CHECK ((expires_at <= (created_at + '90 days'::interval)))
  constraint a_revocation_says_why CHECK (((revoked_at IS NULL) = (revoked_because IS NULL)))
  constraint service_referral_link_revoked_because_check CHECK ((length(btrim(revoked_because)) > 0))
  constraint service_referral_link_token_digest_check CHECK ((length(token_digest) = 32))
  constraint service_referral_link_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_referral_link_agency_id_sending_id_fkey FOREIGN KEY (agency_id, sending_id) REFERENCES service_referral_sending(agency_id, id)
  constraint service_referral_link_agency_id_service_referral_id_case_i_fkey FOREIGN KEY (agency_id, service_referral_id, case_id) REFERENCES service_referral(agency_id, id, case_id)
  constraint service_referral_link_pkey PRIMARY KEY (agency_id, id)
  constraint tokens_are_used_once UNIQUE (agency_id, token_digest)
  CREATE INDEX service_referral_link_by_case ON public.service_referral_link USING btree (agency_id, case_id)
  CREATE INDEX service_referral_link_by_referral ON public.service_referral_link USING btree (agency_id, service_referral_id)
  CREATE INDEX service_referral_link_by_token ON public.service_referral_link USING btree (token_digest) WHERE (token_digest IS NOT NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of service_referral_link" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_link.agency_id) AND (c.id = service_referral_link.case_id)))))
  policy "staff change what they may of service_referral_link" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_link.agency_id) AND (c.id = service_referral_link.case_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_link.agency_id) AND (c.id = service_referral_link.case_id)))))
  policy "staff see what they may of service_referral_link" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_link.agency_id) AND (c.id = service_referral_link.case_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_referral_link FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.service_referral_link FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select to authz

table public.service_referral_message (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  service_referral_id uuid not null
  author text not null
  words text not null
  at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint service_referral_message_author_check CHECK ((author = ANY (ARRAY['receiver'::text, 'us'::text])))
  constraint service_referral_message_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 2000)))
  constraint service_referral_message_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_referral_message_agency_id_service_referral_id_cas_fkey FOREIGN KEY (agency_id, service_referral_id, case_id) REFERENCES service_referral(agency_id, id, case_id)
  constraint service_referral_message_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX service_referral_message_by_case ON public.service_referral_message USING btree (agency_id, case_id)
  CREATE INDEX service_referral_message_by_referral ON public.service_referral_message USING btree (agency_id, service_referral_id, at)
  policy "staff add to what they may of service_referral_message" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_message.agency_id) AND (c.id = service_referral_message.case_id)))))
  policy "staff see what they may of service_referral_message" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_message.agency_id) AND (c.id = service_referral_message.case_id)))))
  policy "the receiver asks a question" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))) AND (author = 'receiver'::text))
  policy "the receiver reads the questions" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_referral_message FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_referral_message FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app

table public.service_referral_sending (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_id uuid not null
  service_referral_id uuid not null
  intent text not null
  way text not null
  sent_to text not null
  basis jsonb
  consent_id uuid
  items text[] not null
  package jsonb not null
  digest bytea not null
  at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint a_disclosure_names_its_legal_basis CHECK ( CASE intent WHEN 'inquiry'::text THEN ((basis IS NULL) AND (items = '{}'::text[]) AND ((package ->> 'person'::text) IS NULL)) ELSE (basis IS NOT NULL) END)
  constraint an_authorization_is_named CHECK (((((basis ->> 'ground'::text) = 'authorization'::text) IS NOT TRUE) OR (consent_id IS NOT NULL)))
  constraint service_referral_sending_digest_check CHECK ((length(digest) = 32))
  constraint service_referral_sending_sent_to_check CHECK ((length(btrim(sent_to)) > 0))
  constraint service_referral_sending_way_check CHECK ((way = ANY (ARRAY['link-email'::text, 'link-printed'::text, 'phone'::text, 'fax'::text, 'letter'::text, 'in-person'::text])))
  constraint service_referral_sending_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_referral_sending_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint service_referral_sending_agency_id_consent_id_client_id_fkey FOREIGN KEY (agency_id, consent_id, client_id) REFERENCES consent(agency_id, id, client_id)
  constraint service_referral_sending_agency_id_service_referral_id_cas_fkey FOREIGN KEY (agency_id, service_referral_id, case_id) REFERENCES service_referral(agency_id, id, case_id)
  constraint service_referral_sending_pkey PRIMARY KEY (agency_id, id)
  CREATE INDEX service_referral_sending_by_case ON public.service_referral_sending USING btree (agency_id, case_id)
  CREATE INDEX service_referral_sending_by_client ON public.service_referral_sending USING btree (agency_id, client_id, at)
  CREATE INDEX service_referral_sending_by_referral ON public.service_referral_sending USING btree (agency_id, service_referral_id, at)
  policy "staff add to what they may of service_referral_sending" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_sending.agency_id) AND (c.id = service_referral_sending.case_id)))))
  policy "staff see what they may of service_referral_sending" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_sending.agency_id) AND (c.id = service_referral_sending.case_id)))))
  policy "the receiver sees what was sent" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_referral_sending FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_referral_sending FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER part_2_leaves_on_its_consent BEFORE INSERT ON public.service_referral_sending FOR EACH ROW WHEN ((new.items && ARRAY['need'::text, 'goal'::text])) EXECUTE FUNCTION house.part_2_leaves_on_its_consent()
  grant insert, select to continuum_app

table public.service_referral_step (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  service_referral_id uuid not null
  version integer not null
  from_status text not null
  to_status text not null
  actor text not null
  told text not null
  reason_code text
  reason text
  at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint each_side_sets_its_states CHECK ((((((((((((((((((((((((((((((((actor = 'requester'::text) AND (from_status = 'draft'::text) AND (to_status = 'requested'::text)) OR ((actor = 'requester'::text) AND (from_status = 'draft'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'requested'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'requester'::text) AND (from_status = 'requested'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'accepted'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'requester'::text) AND (from_status = 'accepted'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'requester'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'requester'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'rejected'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'completed'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'failed'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'requester'::text) AND (from_status = 'cancelled'::text) AND (to_status = 'entered-in-error'::text))) OR ((actor = 'target'::text) AND (from_status = 'requested'::text) AND (to_status = 'accepted'::text))) OR ((actor = 'target'::text) AND (from_status = 'requested'::text) AND (to_status = 'rejected'::text))) OR ((actor = 'target'::text) AND (from_status = 'requested'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'target'::text) AND (from_status = 'accepted'::text) AND (to_status = 'in-progress'::text))) OR ((actor = 'target'::text) AND (from_status = 'accepted'::text) AND (to_status = 'on-hold'::text))) OR ((actor = 'target'::text) AND (from_status = 'accepted'::text) AND (to_status = 'completed'::text))) OR ((actor = 'target'::text) AND (from_status = 'accepted'::text) AND (to_status = 'failed'::text))) OR ((actor = 'target'::text) AND (from_status = 'accepted'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'target'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'on-hold'::text))) OR ((actor = 'target'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'completed'::text))) OR ((actor = 'target'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'failed'::text))) OR ((actor = 'target'::text) AND (from_status = 'in-progress'::text) AND (to_status = 'cancelled'::text))) OR ((actor = 'target'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'in-progress'::text))) OR ((actor = 'target'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'completed'::text))) OR ((actor = 'target'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'failed'::text))) OR ((actor = 'target'::text) AND (from_status = 'on-hold'::text) AND (to_status = 'cancelled'::text))))
  constraint only_the_receiver_answers_by_link CHECK (((told <> 'by-link'::text) OR (actor = 'target'::text)))
  constraint service_referral_step_actor_check CHECK ((actor = ANY (ARRAY['requester'::text, 'target'::text])))
  constraint service_referral_step_reason_check CHECK ((length(reason) <= 1000))
  constraint service_referral_step_told_check CHECK ((told = ANY (ARRAY['here'::text, 'by-link'::text, 'to-us'::text])))
  constraint service_referral_step_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint service_referral_step_agency_id_service_referral_id_case_i_fkey FOREIGN KEY (agency_id, service_referral_id, case_id) REFERENCES service_referral(agency_id, id, case_id)
  constraint service_referral_step_pkey PRIMARY KEY (agency_id, id)
  constraint one_step_for_each_version UNIQUE (agency_id, service_referral_id, version)
  CREATE INDEX service_referral_step_by_case ON public.service_referral_step USING btree (agency_id, case_id)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of service_referral_step" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_step.agency_id) AND (c.id = service_referral_step.case_id)))))
  policy "staff see what they may of service_referral_step" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = service_referral_step.agency_id) AND (c.id = service_referral_step.case_id)))))
  policy "the receiver sees the steps" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  policy "the receiver takes a step" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))) AND (actor = 'target'::text) AND (told = 'by-link'::text))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_referral_step FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.service_referral_step FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app
  grant select to authz

table public.staff (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  name text not null
  email text not null
  discipline text
  credential_line text not null default ''::text
  supervisor_id uuid
  status text not null default 'active'::text
  locale text
  languages text[] not null default '{}'::text[]
  caseload_cap integer not null default 60
  clearance integer not null default 0
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint nobody_supervises_themselves CHECK ((supervisor_id IS DISTINCT FROM id))
  constraint staff_caseload_cap_check CHECK (((caseload_cap >= 0) AND (caseload_cap <= 500)))
  constraint staff_email_check CHECK ((email ~ '^[^@\s]+@[^@\s]+$'::text))
  constraint staff_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'es'::text])))
  constraint staff_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 120)))
  constraint staff_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text])))
  constraint staff_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id)
  constraint staff_agency_id_supervisor_id_fkey FOREIGN KEY (agency_id, supervisor_id) REFERENCES staff(agency_id, id)
  constraint staff_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_staff_member_per_address ON public.staff USING btree (agency_id, lower(email))
  policy "administrators add staff" for insert to continuum_app with check (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has))
  policy authz_clears for update to authz using true
  policy authz_founds for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "staff add to what they may of staff" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change their own language, administrators the rest" for update to continuum_app using (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has) OR (id = ( SELECT authz.staff() AS staff)))
  policy "staff change what they may of staff" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of staff" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE CONSTRAINT TRIGGER an_agency_keeps_an_administrator AFTER UPDATE OF status ON public.staff DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status = 'active'::text) AND (new.status = 'inactive'::text))) EXECUTE FUNCTION house.an_agency_keeps_an_administrator()
  CREATE TRIGGER clearance_is_granted BEFORE UPDATE ON public.staff FOR EACH ROW WHEN (((CURRENT_USER = 'continuum_app'::name) AND (new.clearance IS DISTINCT FROM old.clearance))) EXECUTE FUNCTION house.clearance_is_granted()
  CREATE TRIGGER clearance_is_granted_later BEFORE INSERT ON public.staff FOR EACH ROW WHEN (((CURRENT_USER = 'continuum_app'::name) AND (new.clearance <> 0))) EXECUTE FUNCTION house.clearance_is_granted()
  CREATE TRIGGER login_follows_address AFTER UPDATE OF email ON public.staff FOR EACH ROW WHEN ((lower(new.email) <> lower(old.email))) EXECUTE FUNCTION authz.login_follows_address()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.staff FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER nobody_leaves_cases_behind BEFORE UPDATE OF status ON public.staff FOR EACH ROW WHEN (((old.status = 'active'::text) AND (new.status = 'inactive'::text))) EXECUTE FUNCTION house.nobody_leaves_cases_behind()
  CREATE TRIGGER own_row_is_language_only BEFORE UPDATE ON public.staff FOR EACH ROW WHEN ((CURRENT_USER = 'continuum_app'::name)) EXECUTE FUNCTION house.own_row_is_language_only()
  CREATE TRIGGER touch BEFORE UPDATE ON public.staff FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select to authz
  grant insert, select, update to continuum_app

table public.staff_clearance (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  staff_id uuid not null
  label integer not null
  reason text not null
  from_at timestamp with time zone not null default authz.clock()
  granted_by uuid default authz.writer()
  until_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  ended_by uuid
  end_reason text
  constraint a_clearance_ends_after_it_begins CHECK (((until_at IS NULL) OR (until_at >= from_at)))
  constraint an_end_of_clearance_says_who_and_why CHECK (((num_nonnulls(ended_by, end_reason) = ANY (ARRAY[0, 2])) AND ((until_at IS NOT NULL) OR (end_reason IS NULL))))
  constraint nobody_clears_themselves CHECK ((granted_by IS DISTINCT FROM staff_id))
  constraint staff_clearance_end_reason_check CHECK (((length(btrim(end_reason)) >= 3) AND (length(btrim(end_reason)) <= 500)))
  constraint staff_clearance_label_check CHECK ((label = ANY (ARRAY[1, 2, 4, 8, 16, 32])))
  constraint staff_clearance_reason_check CHECK (((length(btrim(reason)) >= 3) AND (length(btrim(reason)) <= 500)))
  constraint staff_clearance_agency_id_granted_by_fkey FOREIGN KEY (agency_id, granted_by) REFERENCES staff(agency_id, id)
  constraint staff_clearance_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint staff_clearance_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_clearance_of_a_person_for_a_label ON public.staff_clearance USING btree (agency_id, staff_id, label) WHERE (until_at IS NULL)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of staff_clearance" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff change what they may of staff_clearance" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)) AND ( SELECT authz.has((1 | 8)) AS has))
  policy "staff see what they may of staff_clearance" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER a_receiver_is_no_colleague BEFORE INSERT ON public.staff_clearance FOR EACH ROW EXECUTE FUNCTION house.a_receiver_is_no_colleague()
  CREATE TRIGGER clears AFTER INSERT OR UPDATE ON public.staff_clearance FOR EACH ROW EXECUTE FUNCTION authz.set_clearance()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.staff_clearance FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.staff_clearance FOR EACH ROW EXECUTE FUNCTION house.touch()
  CREATE TRIGGER what_ended_stays_ended BEFORE UPDATE ON public.staff_clearance FOR EACH ROW EXECUTE FUNCTION house.what_ended_stays_ended()
  grant insert, select, update to continuum_app
  grant select to authz

view public.staff_label (security_invoker=true)
  SELECT agency_id, id, name, credential_line, status FROM staff;
  grant select to continuum_app

table public.staff_role (row security, forced)
  agency_id uuid not null default authz.here()
  staff_id uuid not null
  role text not null
  from_at timestamp with time zone not null default authz.clock()
  until_at timestamp with time zone
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_role_ends_after_it_begins CHECK (((until_at IS NULL) OR (until_at >= from_at)))
  constraint staff_role_role_check CHECK ((role = ANY (ARRAY['intake'::text, 'caseManager'::text, 'supervisor'::text, 'quality'::text, 'billing'::text, 'administrator'::text, 'provider'::text])))
  constraint staff_role_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint staff_role_pkey PRIMARY KEY (agency_id, staff_id, role, from_at)
  CREATE UNIQUE INDEX a_role_is_held_once ON public.staff_role USING btree (agency_id, staff_id, role) WHERE (until_at IS NULL)
  policy "administrators end roles" for update to continuum_app using (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has))
  policy "administrators give roles" for insert to continuum_app with check (( SELECT authz.has(8) AS has) OR ( SELECT authz.has(1) AS has))
  policy authz_founds for insert to authz with check true
  policy authz_reads for select to authz using true
  policy "staff add to what they may of staff_role" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff change what they may of staff_role" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  policy "staff see what they may of staff_role" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (NOT ( SELECT authz.has(32) AS has)))
  CREATE TRIGGER a_receiver_is_no_colleague BEFORE INSERT OR UPDATE ON public.staff_role FOR EACH ROW EXECUTE FUNCTION house.a_receiver_is_no_colleague()
  CREATE CONSTRAINT TRIGGER an_agency_keeps_an_administrator AFTER UPDATE ON public.staff_role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.role = 'administrator'::text) AND (old.until_at IS NULL) AND (new.until_at IS NOT NULL))) EXECUTE FUNCTION house.an_agency_keeps_an_administrator()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.staff_role FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.staff_role FOR EACH ROW EXECUTE FUNCTION house.touch()
  CREATE TRIGGER what_ended_stays_ended BEFORE UPDATE ON public.staff_role FOR EACH ROW EXECUTE FUNCTION house.what_ended_stays_ended()
  grant insert, select to authz
  grant insert, select, update to continuum_app

table public.support_member (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  client_id uuid not null
  name text not null
  relationship text not null
  relationship_note text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  language text not null default ''::text
  emergency_contact boolean not null default false
  caregiving_hours_weekly integer
  caregiving_tasks text not null default ''::text
  caregiver_needs text not null default ''::text
  authority text not null default 'none'::text
  authority_document text not null default ''::text
  authority_scope text not null default ''::text
  authority_from_on date
  authority_until_on date
  may_discuss text[] not null default '{}'::text[]
  permission_basis text not null default ''::text
  permission_until_on date
  alleged_abuser boolean not null default false
  from_on date
  until_on date
  ended_reason text
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_role_around_a_client_ends_after_it_begins CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (until_on >= from_on)))
  constraint an_ended_role_says_when CHECK (((ended_reason IS NULL) OR (until_on IS NOT NULL)))
  constraint authority_ends_after_it_begins CHECK (((authority_from_on IS NULL) OR (authority_until_on IS NULL) OR (authority_until_on >= authority_from_on)))
  constraint authority_names_its_document CHECK (((authority = 'none'::text) OR (btrim(authority_document) <> ''::text)))
  constraint permission_names_known_topics CHECK ((may_discuss <@ ARRAY['appointments'::text, 'plan'::text, 'services'::text, 'health'::text, 'money'::text, 'everything'::text]))
  constraint permission_says_how_it_was_given CHECK (((may_discuss = '{}'::text[]) OR (btrim(permission_basis) <> ''::text)))
  constraint support_member_authority_check CHECK ((authority = ANY (ARRAY['none'::text, 'health-care-poa'::text, 'financial-poa'::text, 'guardian'::text, 'parent-of-minor'::text, 'representative-payee'::text, 'court-appointed'::text, 'other'::text])))
  constraint support_member_caregiving_hours_weekly_check CHECK (((caregiving_hours_weekly >= 0) AND (caregiving_hours_weekly <= 168)))
  constraint support_member_ended_reason_check CHECK ((ended_reason = ANY (ARRAY['changed'::text, 'entered-in-error'::text])))
  constraint support_member_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 200)))
  constraint support_member_relationship_check CHECK ((relationship = ANY (ARRAY['spouse'::text, 'partner'::text, 'parent'::text, 'child'::text, 'sibling'::text, 'grandparent'::text, 'grandchild'::text, 'other-family'::text, 'friend'::text, 'neighbour'::text, 'faith-community'::text, 'peer'::text, 'employer'::text, 'landlord'::text, 'professional'::text, 'other'::text])))
  constraint support_member_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint support_member_pkey PRIMARY KEY (agency_id, id)
  constraint a_support_member_names_one_client UNIQUE (agency_id, id, client_id)
  CREATE INDEX support_member_by_client ON public.support_member USING btree (agency_id, client_id)
  policy "staff add to what they may of support_member" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = support_member.agency_id) AND (c.id = support_member.client_id)))))
  policy "staff change what they may of support_member" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = support_member.agency_id) AND (c.id = support_member.client_id))))) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = support_member.agency_id) AND (c.id = support_member.client_id)))))
  policy "staff see what they may of support_member" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = support_member.agency_id) AND (c.id = support_member.client_id)))))
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.support_member FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.support_member FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app

table public.task (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  rule text not null
  title text
  params jsonb not null default '{}'::jsonb
  about_type text not null
  about_id uuid not null
  client_id uuid
  case_id uuid
  staff_id uuid
  role text
  program_id uuid
  due_on date not null
  priority text not null default 'routine'::text
  harm smallint not null generated always as CASE priority WHEN 'safety'::text THEN 0 ELSE 1 END
  urgency smallint not null generated always as CASE priority WHEN 'urgent'::text THEN 0 ELSE 1 END
  status text not null default 'open'::text
  snoozed_until date
  snooze_reason text
  settled_by_type text
  settled_by_id uuid
  exception_code text
  exception_reason text
  ended_at timestamp with time zone
  ended_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  updated_at timestamp with time zone not null default authz.clock()
  updated_by uuid default authz.writer()
  constraint a_generated_task_is_done_by_its_event CHECK (((status <> 'done'::text) OR (rule = 'own'::text) OR ((settled_by_type IS NOT NULL) AND (settled_by_id IS NOT NULL))))
  constraint a_safety_answer_is_not_excepted CHECK (((rule <> 'safety-response'::text) OR (status <> 'excepted'::text) OR (exception_code = ANY (ARRAY['entered-in-error'::text, 'client-deceased'::text]))))
  constraint a_task_ends_at_an_instant CHECK (((status = 'open'::text) = (ended_at IS NULL)))
  constraint a_task_is_asked_of_one_person_or_one_role CHECK ((num_nonnulls(staff_id, role) = 1))
  constraint an_emergency_review_neither_waits_nor_is_excepted CHECK (((rule <> 'emergency-review'::text) OR ((snoozed_until IS NULL) AND (status <> 'excepted'::text))))
  constraint an_exception_says_why_and_who CHECK (((status <> 'excepted'::text) OR ((exception_code IS NOT NULL) AND (exception_reason IS NOT NULL) AND (ended_by IS NOT NULL))))
  constraint an_own_task_says_what_to_do CHECK (((rule = 'own'::text) = (title IS NOT NULL)))
  constraint only_an_excepted_task_has_an_exception CHECK (((status = 'excepted'::text) OR (num_nonnulls(exception_code, exception_reason) = 0)))
  constraint safety_and_regulatory_tasks_do_not_wait CHECK (((snoozed_until IS NULL) OR ((priority <> 'safety'::text) AND (rule <> ALL (ARRAY['safety-response'::text, 'credential-expiring'::text])))))
  constraint task_exception_code_check CHECK ((exception_code = ANY (ARRAY['client-declined'::text, 'unable-to-reach'::text, 'not-applicable'::text, 'done-elsewhere'::text, 'case-ended'::text, 'client-deceased'::text, 'entered-in-error'::text])))
  constraint task_exception_reason_check CHECK ((length(btrim(exception_reason)) > 0))
  constraint task_priority_check CHECK ((priority = ANY (ARRAY['routine'::text, 'urgent'::text, 'safety'::text])))
  constraint task_role_check CHECK ((role = ANY (ARRAY['intake'::text, 'caseManager'::text, 'supervisor'::text, 'quality'::text, 'billing'::text, 'administrator'::text])))
  constraint task_rule_check CHECK ((rule = ANY (ARRAY['service-answer'::text, 'service-appointment'::text, 'service-loop'::text, 'service-declined'::text, 'service-question'::text, 'entry-verification'::text, 'entry-report'::text, 'reply-to-source'::text, 'first-attempt'::text, 'assessment-due'::text, 'plan-due'::text, 'plan-review'::text, 'plan-signature'::text, 'note-unsigned'::text, 'consent-expiring'::text, 'closure-summary-due'::text, 'safety-response'::text, 'credential-expiring'::text, 'transfer-request'::text, 'information-requested'::text, 'sign-off'::text, 'own'::text, 'emergency-review'::text])))
  constraint task_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'excepted'::text])))
  constraint task_title_check CHECK (((length(btrim(title)) >= 1) AND (length(btrim(title)) <= 200)))
  constraint waiting_says_why CHECK (((snoozed_until IS NULL) = (snooze_reason IS NULL)))
  constraint task_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint task_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint task_agency_id_program_id_fkey FOREIGN KEY (agency_id, program_id) REFERENCES program(agency_id, id)
  constraint task_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES staff(agency_id, id)
  constraint task_pkey PRIMARY KEY (agency_id, id)
  CREATE UNIQUE INDEX one_open_task_per_rule_and_subject ON public.task USING btree (agency_id, rule, about_type, about_id) WHERE ((status = 'open'::text) AND (rule <> 'own'::text))
  CREATE INDEX task_by_case ON public.task USING btree (agency_id, case_id, due_on) WHERE (case_id IS NOT NULL)
  CREATE INDEX task_by_client ON public.task USING btree (agency_id, client_id) WHERE ((client_id IS NOT NULL) AND (case_id IS NULL))
  CREATE INDEX task_by_harm_for_role ON public.task USING btree (agency_id, role, harm, due_on, urgency, id) WHERE ((status = 'open'::text) AND (role IS NOT NULL))
  CREATE INDEX task_by_harm_for_staff ON public.task USING btree (agency_id, staff_id, harm, due_on, urgency, id) WHERE ((status = 'open'::text) AND (staff_id IS NOT NULL))
  CREATE INDEX task_i_asked_for ON public.task USING btree (agency_id, created_by, due_on) WHERE (status = 'open'::text)
  policy authz_reads for select to authz using true
  policy authz_settles for update to authz using true
  policy "staff ask for tasks about what they may know" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR CASE WHEN (case_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.case_id) AND (c.id <= task.case_id))))) WHEN (client_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.client_id) AND (c.id <= task.client_id))))) ELSE true END) AND ((case_id IS NOT NULL) OR (client_id IS NOT NULL) OR (about_type = 'referral'::text) OR (NOT ( SELECT authz.has(32) AS has))))
  policy "staff change tasks they see" for update to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR CASE WHEN (case_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.case_id) AND (c.id <= task.case_id))))) WHEN (client_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.client_id) AND (c.id <= task.client_id))))) ELSE ((staff_id = ( SELECT authz.staff() AS staff)) OR (created_by = ( SELECT authz.staff() AS staff)) OR ((about_type = 'referral'::text) AND ( SELECT authz.has(4) AS has)) OR ((role = ANY (( SELECT authz.my_roles() AS my_roles)::text[])) AND ((role <> 'supervisor'::text) OR (program_id IS NULL) OR (program_id = ANY (( SELECT authz.programs() AS programs)::uuid[]))))) END)) with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR CASE WHEN (case_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.case_id) AND (c.id <= task.case_id))))) WHEN (client_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.client_id) AND (c.id <= task.client_id))))) ELSE true END) AND ((case_id IS NOT NULL) OR (client_id IS NOT NULL) OR (about_type = 'referral'::text) OR (NOT ( SELECT authz.has(32) AS has))))
  policy "staff see tasks of what they may know and what they are asked" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (( SELECT authz.has(1) AS has) OR CASE WHEN (case_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.case_id) AND (c.id <= task.case_id))))) WHEN (client_id IS NOT NULL) THEN (EXISTS ( SELECT 1 FROM client c WHERE ((c.agency_id = task.agency_id) AND ((c.id >= task.client_id) AND (c.id <= task.client_id))))) ELSE ((staff_id = ( SELECT authz.staff() AS staff)) OR (created_by = ( SELECT authz.staff() AS staff)) OR ((about_type = 'referral'::text) AND ( SELECT authz.has(4) AS has)) OR ((role = ANY (( SELECT authz.my_roles() AS my_roles)::text[])) AND ((role <> 'supervisor'::text) OR (program_id IS NULL) OR (program_id = ANY (( SELECT authz.programs() AS programs)::uuid[]))))) END))
  policy "the receiver's answer asks for what follows" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (about_type = 'service-referral'::text) AND (about_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER keeps_its_reason BEFORE UPDATE ON public.task FOR EACH ROW EXECUTE FUNCTION house.task_keeps_its_reason()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.task FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER touch BEFORE UPDATE ON public.task FOR EACH ROW EXECUTE FUNCTION house.touch()
  grant insert, select, update to continuum_app
  grant select, update to authz

table public.unmet_need (row security, forced)
  agency_id uuid not null default authz.here()
  id uuid not null
  case_id uuid not null
  client_id uuid not null
  need_id uuid
  service_referral_id uuid
  service_type text not null
  reason_code text not null
  note text not null default ''::text
  county text
  zip3 text
  language text
  on_date date not null
  recorded_at timestamp with time zone not null default authz.clock()
  created_by uuid default authz.writer()
  constraint unmet_need_note_check CHECK ((length(note) <= 1000))
  constraint unmet_need_zip3_check CHECK ((zip3 ~ '^\d{3}$'::text))
  constraint unmet_need_agency_id_case_id_fkey FOREIGN KEY (agency_id, case_id) REFERENCES case_record(agency_id, id)
  constraint unmet_need_agency_id_case_id_need_id_fkey FOREIGN KEY (agency_id, case_id, need_id) REFERENCES need(agency_id, case_id, id)
  constraint unmet_need_agency_id_client_id_fkey FOREIGN KEY (agency_id, client_id) REFERENCES client(agency_id, id)
  constraint unmet_need_agency_id_service_referral_id_case_id_fkey FOREIGN KEY (agency_id, service_referral_id, case_id) REFERENCES service_referral(agency_id, id, case_id)
  constraint unmet_need_pkey PRIMARY KEY (agency_id, id)
  constraint one_unmet_need_for_a_referral UNIQUE (agency_id, service_referral_id)
  CREATE INDEX unmet_need_by_case ON public.unmet_need USING btree (agency_id, case_id)
  CREATE INDEX unmet_need_by_client ON public.unmet_need USING btree (agency_id, client_id)
  CREATE INDEX unmet_need_by_day ON public.unmet_need USING btree (agency_id, on_date, service_type)
  policy authz_reads for select to authz using true
  policy "staff add to what they may of unmet_need" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = unmet_need.agency_id) AND (c.id = unmet_need.case_id)))))
  policy "staff see what they may of unmet_need" for select to continuum_app using ((agency_id = ( SELECT authz.agency() AS agency)) AND (EXISTS ( SELECT 1 FROM case_record c WHERE ((c.agency_id = unmet_need.agency_id) AND (c.id = unmet_need.case_id)))))
  policy "the receiver's no is counted" for insert to continuum_app with check ((agency_id = ( SELECT authz.agency() AS agency)) AND (service_referral_id = ANY (ARRAY( SELECT authz.held_referrals() AS held_referrals))))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.unmet_need FOR EACH ROW EXECUTE FUNCTION house.refuse_change()
  CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.unmet_need FOR EACH STATEMENT EXECUTE FUNCTION house.refuse_change()
  grant insert, select to continuum_app
  grant select to authz

function authz.accept_invitation(digest bytea, hash text) returns TABLE(agency_id uuid, staff_id uuid): security definer, of authz, callable by continuum_app, fb1edddb047b43fd
function authz.add_my_passkey(credential text, key bytea, count bigint, ways text[], rp text, called text) returns void: security definer, of authz, callable by continuum_app, 256f765e684e1618
function authz.add_receiver(account uuid, name text, email text, organization uuid) returns void: security definer, of authz, callable by continuum_app, ce63ba319fa4cfbf
function authz.administrators_of(agency uuid) returns bigint: security definer, of authz, callable by continuum_app, e84bcaf972d1c240
function authz.agencies() returns TABLE(agency_id uuid, name text, slug text, demonstration boolean): security definer, of authz, callable by continuum_app, ac77957d0c83295a
function authz.agency() returns uuid: of authz, callable by continuum_app, d0f59be444ef791b
function authz.answers_for_cases(agency uuid, staff uuid) returns boolean: security definer, of authz, callable by continuum_app, ee8909dfb052cab5
function authz.answers_for_client(agency uuid, staff uuid, client uuid) returns boolean: security definer, of authz, callable by continuum_app, 100316d1d3adcce7
function authz.asked_task(wanted text, about text, about_id uuid) returns uuid: security definer, of authz, callable by continuum_app, 63412374fb9b2815
function authz.begin_authentication(state bytea, browser bytea, agency uuid, at_issuer text, back_to text, wanted_purpose text) returns void: security definer, of authz, callable by continuum_app, d1f213eacc39927b
function authz.begin_challenge(challenge text, purpose text, agency uuid, details jsonb) returns void: security definer, of authz, callable by continuum_app, 9c93218f06821e47
function authz.begin_my_totp(secret text) returns void: security definer, of authz, callable by continuum_app, 8feca137a693c1b4
function authz.changed_status_now(agency uuid, of_case uuid, was text, becomes text) returns boolean: security definer, of authz, callable by continuum_app, b9b621ec090dc97c
function authz.clearance() returns integer: of authz, callable by continuum_app, 581558f21c4bfcf3
function authz.client_of_the_case() returns trigger: security definer, of authz, callable by continuum_app, 9ff9c3143b6a09a3
function authz.clock() returns timestamp with time zone: of authz, callable by continuum_app, 63bbf34692f2d065
function authz.closed_with_a_summary(agency uuid, of_case uuid) returns boolean: security definer, of authz, callable by continuum_app, 40b32fd6f78edf93
function authz.confirm_my_totp(step bigint) returns boolean: security definer, of authz, callable by continuum_app, c527be5bb950731e
function authz.consent_holds(agency uuid, consent uuid, at timestamp with time zone, zone text) returns boolean: security definer, of authz, a5f2165da65b1ba6
function authz.context(required boolean) returns text[]: security definer, of authz, callable by continuum_app, 01896733c39315ac
function authz.count_attempt(wanted_key text, within interval, counts boolean) returns integer: security definer, of authz, callable by continuum_app, 8b369e90c7765e40
function authz.county_of_place(of_agency uuid, place uuid) returns text: security definer, of authz, callable by continuum_app, caabe0e74d44e228
function authz.demonstration_accounts() returns TABLE(staff_id uuid, agency_id uuid, name text, email text, credential_line text, roles text[]): security definer, of authz, callable by continuum_app, 4087e10714715bee
function authz.derive_directory(of_agency uuid, services uuid[]) returns integer: security definer, of authz, 3abd0065fa1fcb47
function authz.directory_changed() returns trigger: security definer, of authz, callable by continuum_app, 3fa8853748ff697d
function authz.directory_entries(of_agency uuid, services uuid[]) returns SETOF directory_entry: of authz, 6a0fb7c1d250ee1b
function authz.directory_tokens(of_agency uuid, ids uuid[]) returns TABLE(entry_id uuid, tokens text[], weights smallint[]): of authz, 2fb6eadda8bae199
function authz.domains_of_others(wanted text[]) returns text[]: security definer, of authz, callable by continuum_app, 0167c759f77ded7d
function authz.emergency_review_is_asked(agency uuid, access uuid) returns boolean: security definer, of authz, callable by continuum_app, 002b02b9a57a1cde
function authz.end_my_passkey(wanted uuid) returns boolean: security definer, of authz, callable by continuum_app, c4d451e925a927d6
function authz.end_provider_account(staff uuid) returns boolean: security definer, of authz, callable by continuum_app, 351e36c75e854c5b
function authz.end_receiver(account uuid) returns boolean: security definer, of authz, callable by continuum_app, 5a47f958329983d6
function authz.end_sign_in(digest bytea) returns void: security definer, of authz, callable by continuum_app, f840904998379029
function authz.end_sign_ins_of(staff uuid, but uuid) returns integer: security definer, of authz, callable by continuum_app, 3d11a85bc32de69c
function authz.enter(token_digest bytea, extends boolean, writes boolean) returns SETOF authz.entered: security definer, of authz, callable by continuum_app, 899f3b29a869edbc
function authz.enter_public(agency_slug text) returns SETOF authz.entered: security definer, of authz, callable by continuum_app, 5fb7ce3e223b88e1
function authz.enter_receiver(digest bytea) returns SETOF authz.entered: security definer, of authz, callable by continuum_app, 6d3acbdad5816c90
function authz.enter_system(secret bytea, agency uuid, as_staff uuid, at timestamp with time zone) returns SETOF authz.entered: security definer, of authz, callable by continuum_app, a4a52972cdbb4498
function authz.flags_of(roles text[]) returns integer: of authz, callable by continuum_app, a23809abde4ad9ab
function authz.forget_attempts(wanted_key text) returns void: security definer, of authz, callable by continuum_app, 95282e465274b44e
function authz.forget_directory(of_agency uuid, services uuid[]) returns void: security definer, of authz, 4ef3b5073854d75b
function authz.found_agency(secret bytea, agency uuid, name text, slug text, time_zone text, demonstration boolean, staff uuid, staff_name text, email text, hash text) returns void: security definer, of authz, callable by continuum_app, 4b392c4d490960d7
function authz.found_in_emergency(words text[]) returns TABLE(id uuid, display_name text, birth_date date): security definer, of authz, callable by continuum_app, bb3d02c23591ddce
function authz.hand_labels_down() returns trigger: security definer, of authz, callable by continuum_app, ea5c0a00b4154898
function authz.has(flag integer) returns boolean: of authz, callable by continuum_app, cdee6cc93088fbc2
function authz.has_passkey(agency uuid, staff uuid) returns boolean: security definer, of authz, callable by continuum_app, af361930ae2b63b8
function authz.held_referrals() returns SETOF uuid: security definer, of authz, callable by continuum_app, 8ea6659e66c0a508
function authz.here() returns uuid: of authz, callable by continuum_app, 5e435f8f3eba158e
function authz.identity_provider_for(domain text, agency_slug text, agency uuid) returns TABLE(agency_id uuid, agency_name text, slug text, issuer text, connection_id text, sealed_secret bytea, label text, passwords text, version integer, key_version integer, wrapped bytea): security definer, of authz, callable by continuum_app, d20ec9eda2417e72
function authz.index_directory(services uuid[]) returns integer: security definer, of authz, callable by continuum_app, a198a8878d4d14dd
function authz.inner_block() returns bytea: security definer, of authz, 8d0ddb64ae20f58b
function authz.invite(staff uuid, email text, digest bytea) returns void: security definer, of authz, callable by continuum_app, 56e7fd8418f023ed
function authz.invite_receiver(account uuid, digest bytea) returns void: security definer, of authz, callable by continuum_app, 927b68f929a6530d
function authz.is_privacy_officer() returns boolean: security definer, of authz, callable by continuum_app, 87237737d7e6758d
function authz.is_receiver(agency uuid, wanted uuid) returns boolean: security definer, of authz, callable by continuum_app, 76ffdd3d6c0f8417
function authz.is_sealed(agency uuid, wanted uuid) returns boolean: security definer, of authz, callable by continuum_app, 7c0fbc786048aa38
function authz.is_unstaffed(wanted uuid) returns boolean: security definer, of authz, callable by continuum_app, d568b7745ffccb68
function authz.labels_of(agency uuid, entity text, wanted uuid) returns integer: security definer, of authz, callable by continuum_app, 0a354b84f485ff17
function authz.labels_of_case(agency uuid, wanted uuid) returns integer: security definer, of authz, callable by continuum_app, 1ef5b5b45a78839a
function authz.labels_of_client(agency uuid, wanted uuid) returns integer: security definer, of authz, callable by continuum_app, 8b121ceee2f71974
function authz.lead_of(agency uuid, of_client uuid, but uuid) returns uuid: security definer, of authz, callable by continuum_app, 4458261d7b3773a8
function authz.lets_receivers_in() returns boolean: security definer, of authz, callable by continuum_app, 1907e0848476cdbf
function authz.login_follows_address() returns trigger: security definer, of authz, callable by continuum_app, a6d437a36ebc8e42
function authz.login_of(email text) returns TABLE(agency_id uuid, staff_id uuid, password_hash text, totp_secret text, totp_confirmed boolean, totp_last_step bigint): security definer, of authz, callable by continuum_app, 4cf3b119c8bca68d
function authz.mac(body text) returns text: security definer, of authz, 7d04a3ef6bb3bf97
function authz.may_be_answered(r service_referral, at timestamp with time zone, zone text) returns boolean: security definer, of authz, fe7f68390cc5850a
function authz.may_review_emergency(access uuid) returns boolean: security definer, of authz, callable by continuum_app, 611bf479f4cefb3f
function authz.my_account() returns TABLE(email text, idle_minutes integer, organization text): security definer, of authz, callable by continuum_app, b4befa7a0a0f5a2e
function authz.my_cases() returns SETOF uuid: security definer, of authz, callable by continuum_app, f9ddaaff2c24a6cf
function authz.my_clients() returns SETOF uuid: security definer, of authz, callable by continuum_app, 94245f13273ada90
function authz.my_emergency_cases() returns SETOF uuid: security definer, of authz, callable by continuum_app, 61bcdac3910dcd32
function authz.my_emergency_clients() returns SETOF uuid: security definer, of authz, callable by continuum_app, f10a30d512c9b2b4
function authz.my_exclusions() returns SETOF uuid: security definer, of authz, callable by continuum_app, dec1cf35220d197f
function authz.my_identity_provider() returns TABLE(issuer text, connection_id text, sealed_secret bytea, domains text[], label text, passwords text, standing text, version integer, changed_at timestamp with time zone, last_used_at timestamp with time zone, last_refused_at timestamp with time zone, last_refusal text, accounts integer): security definer, of authz, callable by continuum_app, 5817224c178f2c48
function authz.my_login() returns TABLE(password_hash text, totp_secret text, totp_confirmed boolean, totp_last_step bigint): security definer, of authz, callable by continuum_app, c3b880dd546c68e8
function authz.my_passkeys() returns TABLE(id uuid, credential_id text, name text, created_at timestamp with time zone, last_used_at timestamp with time zone): security definer, of authz, callable by continuum_app, 6d998bd6a2131e9a
function authz.my_pending_totp() returns text: security definer, of authz, callable by continuum_app, fd8a3d2c81b7b961
function authz.my_roles() returns text[]: security definer, of authz, callable by continuum_app, 287015d1584ccd9f
function authz.my_sign_in() returns TABLE(method text, lately boolean, label text, agency_slug text): security definer, of authz, callable by continuum_app, 44ab5cf08af17f44
function authz.name_identity_provider(seen integer, to_issuer text, to_connection text, to_secret bytea, to_domains text[], to_label text, to_passwords text, to_standing text) returns integer: security definer, of authz, callable by continuum_app, 7b2274dc0962c003
function authz.note_authentication(agency uuid, at_issuer text, refusal text) returns void: security definer, of authz, callable by continuum_app, 46e43df7201bf50b
function authz.only_by_provider(agency uuid, staff uuid) returns text: security definer, of authz, callable by continuum_app, 4f4003d0477a07a8
function authz.open(agency uuid, staff uuid, flags integer, clearance integer, programs uuid[], sign_in uuid, at timestamp with time zone) returns timestamp with time zone: security definer, of authz, e785a4370bfaf59e
function authz.open_in_emergency(access uuid, wanted uuid, code text, words text, minutes integer) returns timestamp with time zone: security definer, of authz, callable by continuum_app, 0c3d51fb0c39aa30
function authz.outer_block() returns bytea: security definer, of authz, 7028e8629ecb6862
function authz.owner_of_held(referral uuid) returns uuid: security definer, of authz, callable by continuum_app, 64333acc6902b4b6
function authz.padded(key bytea, pad integer) returns bytea: of authz, callable by continuum_app, 86ab369705bff981
function authz.passkey_of(credential text) returns TABLE(agency_id uuid, staff_id uuid, public_key bytea, counter bigint, transports text[], rp_id text): security definer, of authz, callable by continuum_app, 1f2066029ebc65a2
function authz.primaries_of(agency uuid, of_case uuid) returns bigint: security definer, of authz, callable by continuum_app, c9d5dabb8b6ba672
function authz.primary_is_cleared(agency uuid, wanted_case uuid, wanted_labels integer) returns boolean: security definer, of authz, callable by continuum_app, 9ed881e3b5929145
function authz.privacy_guards(agency uuid, but uuid) returns SETOF uuid: security definer, of authz, callable by continuum_app, 59d6ca282456f49f
function authz.programs() returns uuid[]: of authz, callable by continuum_app, 16a1029004abc856
function authz.programs_of(agency uuid, staff uuid, roles text[]) returns uuid[]: security definer, of authz, b092c806f896e96d
function authz.reach_of_purge(before date) returns TABLE(removes bigint, held bigint): security definer, of authz, callable by continuum_app, 3ea2b4c24d981e90
function authz.receivers_of(referral uuid) returns TABLE(staff_id uuid, email text): security definer, of authz, callable by continuum_app, d77a35a0e1a6b712
function authz.referral_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, sent integer, accepted integer, rejected integer, unanswered integer, withdrawn integer, outcome integer, closed integer, reached integer, met integer, days_to_answer double precision, days_to_accept double precision, days_to_reach double precision): security definer, of authz, callable by continuum_app, 48e0b6bdf3a96438
function authz.rejection_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, reason text, count integer): security definer, of authz, callable by continuum_app, 541bdcf418a72883
function authz.renew_context_key() returns void: of authz, 3e32222054de03ee
function authz.roles_of(agency uuid, staff uuid) returns text[]: security definer, of authz, 24c16cbd401399a7
function authz.rotate_sign_in(digest bytea, replacement bytea) returns void: security definer, of authz, callable by continuum_app, 6b476b09111bb8e6
function authz.seal_label() returns integer: of authz, callable by continuum_app, 994d7b5ad66b1cda
function authz.search_tokens(words text[]) returns bytea[]: of authz, callable by continuum_app, 61bd7047f01de2d5
function authz.set_clearance() returns trigger: security definer, of authz, callable by continuum_app, 7c79a0f0a6ddf167
function authz.set_confidentiality(wanted uuid, level text, reason text) returns integer: security definer, of authz, callable by continuum_app, 120aaa39f1f4c0b3
function authz.set_my_locale(wanted text) returns void: security definer, of authz, callable by continuum_app, 9f5fc126ce7f6f7c
function authz.set_my_password(hash text) returns void: security definer, of authz, callable by continuum_app, 7b2de204ef3e3ed3
function authz.settle_tasks(wanted text, about uuid, of_case uuid, by_type text, by_id uuid) returns integer: security definer, of authz, callable by continuum_app, 9af1ba93b0d4ea6c
function authz.shred_payloads(purge uuid) returns SETOF bigint: security definer, of authz, callable by continuum_app, a721cd56ad69cd60
function authz.sign_in() returns uuid: of authz, callable by continuum_app, 94939615fe4895f9
function authz.sign_ins_of_mine() returns TABLE(id uuid, method text, device text, started_at timestamp with time zone, last_seen_at timestamp with time zone): security definer, of authz, callable by continuum_app, 610245a80c707aab
function authz.signs_in(staff uuid) returns text: security definer, of authz, callable by continuum_app, 8fa33204be6c4f08
function authz.staff() returns uuid: of authz, callable by continuum_app, dcc46b3a552a6bfe
function authz.staff_of_provider(agency uuid, at_issuer text, with_subject text, said_email text, verified boolean) returns TABLE(staff_id uuid, outcome text): security definer, of authz, callable by continuum_app, 1fc70a5ad3e84b14
function authz.stand(agency uuid, staff uuid, flags integer, clearance integer, programs uuid[], sign_in uuid, clock timestamp with time zone) returns void: security definer, of authz, 551852e06f03cab3
function authz.start_sign_in(agency uuid, staff uuid, token_digest bytea, method text, device text, authenticated_at timestamp with time zone) returns void: security definer, of authz, callable by continuum_app, 22324da4efa0fb4f
function authz.status_of(agency uuid, of_case uuid) returns text: security definer, of authz, callable by continuum_app, fa00d458c1ec450a
function authz.step_up_sign_in(replacement bytea, authenticated_at timestamp with time zone) returns boolean: security definer, of authz, callable by continuum_app, ae7cd4c2c3514429
function authz.tells_part_2(of_referral uuid, items text[]) returns boolean: security definer, of authz, callable by continuum_app, a7cc498457919671
function authz.told_from_part_2(of_case uuid, of_need uuid, of_goal uuid) returns TABLE(need boolean, goal boolean): security definer, of authz, callable by continuum_app, fb392bf070605fe3
function authz.told_of() returns SETOF uuid: security definer, of authz, callable by continuum_app, 7619a831dfa93f37
function authz.unmet_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, reason text, count integer): security definer, of authz, callable by continuum_app, d49d3843a8694b14
function authz.unsealed() returns TABLE(agency_id uuid, waits_seconds double precision): security definer, of authz, callable by continuum_app, 4acc7e445a91d811
function authz.use_authentication(state bytea, browser bytea) returns TABLE(agency_id uuid, issuer text, redirect_uri text, purpose text, staff_id uuid, sign_in_id uuid, begun_at timestamp with time zone): security definer, of authz, callable by continuum_app, c20087b93f46b257
function authz.use_challenge(challenge text, purpose text) returns TABLE(agency_id uuid, details jsonb): security definer, of authz, callable by continuum_app, e567a74d41415407
function authz.use_totp_step(agency uuid, staff uuid, step bigint) returns boolean: security definer, of authz, callable by continuum_app, e4c79cd8cfcc7b75
function authz.used_passkey(credential text, count bigint) returns void: security definer, of authz, callable by continuum_app, b534c0fab2274812
function authz.vouch(key text, mac bytea) returns void: security definer, of authz, callable by continuum_app, d3eb8f4446e363c0
function authz.went_on_from(agency uuid, of_case uuid, was text) returns boolean: security definer, of authz, callable by continuum_app, 659ad910e44edef6
function authz.whole_agency() returns uuid: security definer, of authz, callable by continuum_app, bf87e3050e0f9b80
function authz.write_audit(request text, action text, entity_type text, entity uuid, version integer, client uuid, payload jsonb, notice text) returns bytea: security definer, of authz, callable by continuum_app, ff62182c57aa97d8
function authz.writer() returns uuid: of authz, callable by continuum_app, eef3c5739b457e36
function house.a_receiver_is_no_colleague() returns trigger: of owner, callable by continuum_app, 107bf457297f64a8
function house.agreed_goals_answer_a_need() returns trigger: of owner, callable by continuum_app, 6fc5d8ffbf8e9a53
function house.an_agency_keeps_an_administrator() returns trigger: of owner, callable by continuum_app, a5a403ac38018680
function house.an_emergency_is_only_ended() returns trigger: of owner, callable by continuum_app, 5abd522d70a9b0bc
function house.an_emergency_is_reviewed() returns trigger: of owner, callable by continuum_app, 37fc80d2b8acc23d
function house.answered_transfer_stays() returns trigger: of owner, callable by continuum_app, ebdfeb38facefbba
function house.answers_of_a_completed_assessment_stay() returns trigger: of owner, callable by continuum_app, f03875b8052a1742
function house.beside_a_substitute() returns trigger: of owner, callable by continuum_app, a55ae14559117180
function house.carry_the_seal() returns trigger: of owner, callable by continuum_app, de5b6c8ef30e6432
function house.case_is_opened_by_a_change() returns trigger: of owner, callable by continuum_app, 1878fc24c83cb0d6
function house.cases_side_by_side_name_a_lead() returns trigger: of owner, callable by continuum_app, b0242d006062f003
function house.change_is_made() returns trigger: of owner, callable by continuum_app, 3a85af788173f128
function house.clearance_is_granted() returns trigger: of owner, callable by continuum_app, 8316d98dc646293f
function house.closing_takes_a_summary() returns trigger: of owner, callable by continuum_app, d401f3a63928a7d7
function house.completed_assessment_stays() returns trigger: of owner, callable by continuum_app, 0c16b4c305b59b52
function house.concluded_reviews_stay() returns trigger: of owner, callable by continuum_app, a57ec7389d8125e6
function house.consent_is_immutable() returns trigger: of owner, callable by continuum_app, e44ba79299e7346f
function house.countable_cases(of_agency uuid) returns TABLE(id uuid): of owner, callable by continuum_app, 601ef8acb6c38aa9
function house.declined_stays() returns trigger: of owner, callable by continuum_app, a69604015302108c
function house.destroyed_stays_destroyed() returns trigger: of owner, callable by continuum_app, 956f778d9f7f8b61
function house.directory_keeps_history() returns trigger: of owner, callable by continuum_app, c883f37438bb074d
function house.enqueue(task text, payload json, job_key text) returns void: security definer, of continuum_jobs, callable by continuum_app, 8c4a33671b0a13be
function house.exclusion_is_ended_not_rewritten() returns trigger: of owner, callable by continuum_app, 7781e6568297667c
function house.exclusion_leaves_nobody_alone() returns trigger: of owner, callable by continuum_app, 4f036177f2adc3bf
function house.figure_stratum(dimension text, service_type text, zip3 text, county text, language text, domain text, day date) returns text: of owner, callable by continuum_app, b167ec02baa1d6cc
function house.file_stays_as_it_came() returns trigger: of owner, callable by continuum_app, f1251e583984431d
function house.inherit_labels() returns trigger: of owner, callable by continuum_app, 9387aa41ebfa98dc
function house.instrument_content_stays() returns trigger: of owner, callable by continuum_app, 74e5e80cb2fe6942
function house.keep_the_seal() returns trigger: of owner, callable by continuum_app, b7a1d2d40ab04283
function house.labels_change_alone() returns trigger: of owner, callable by continuum_app, 2300d02e8a26e332
function house.labels_change_with_a_reason() returns trigger: of owner, callable by continuum_app, d50b79f7a6be9fd7
function house.language_code(said text) returns text: of owner, callable by continuum_app, 1efe87dbee6565b9
function house.leaf_of(e audit_event) returns bytea: of owner, callable by continuum_app, 3551a3229be08e67
function house.let_authz_read(IN tbl text) returns procedure: of owner, callable by continuum_app, 663a56fd9aff7956
function house.membership_is_ended_not_rewritten() returns trigger: of owner, callable by continuum_app, dbd4f9771090dde7
function house.nobody_leaves_cases_behind() returns trigger: of owner, callable by continuum_app, 1203de039ff0e593
function house.only_signed_notes_are_amended() returns trigger: of owner, callable by continuum_app, a119d279eae34996
function house.only_we_close_the_loop() returns trigger: of owner, callable by continuum_app, b25306886953a154
function house.open_minutes(schedules jsonb) returns int4multirange: of owner, callable by continuum_app, bb69ea98aec58df4
function house.open_parts(open_minutes int4multirange) returns integer: of owner, callable by continuum_app, 370e125ad25f1f26
function house.own_row_is_language_only() returns trigger: of owner, callable by continuum_app, 628ac126bfdf34da
function house.part_2_leaves_on_its_consent() returns trigger: of owner, callable by continuum_app, b939d8db1dba3b30
function house.plan_versions_are_immutable() returns trigger: of owner, callable by continuum_app, 5f59010195553c32
function house.plans_belong_to_the_enrollment() returns trigger: of owner, callable by continuum_app, b3fd6e4be7ee9400
function house.protect(IN tbl text, IN kind text, IN append_only boolean) returns procedure: of owner, callable by continuum_app, 3a8108e157f98ef2
function house.protect_append_only(IN tbl text, IN kind text) returns procedure: of owner, callable by continuum_app, d6a61eb9ad33b6ff
function house.referral_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, sent integer, accepted integer, rejected integer, unanswered integer, withdrawn integer, outcome integer, closed integer, reached integer, met integer, days_to_answer double precision, days_to_accept double precision, days_to_reach double precision): of owner, callable by continuum_app, a4efa10b7d1df558
function house.referral_says_its_county() returns trigger: of owner, callable by continuum_app, 374fe2acb8a0beec
function house.referral_takes_its_steps() returns trigger: of owner, callable by continuum_app, db9ddca2727ecf62
function house.referrals_as_known(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, requested_on date, accepted_at timestamp with time zone, rejected_at timestamp with time zone, reason text, outcome boolean, reached_on date, withdrawn boolean, closed boolean, reached boolean, met boolean, answered_on date, accepted_on date): of owner, callable by continuum_app, 503f7d3914409a0d
function house.refuse_change() returns trigger: of owner, callable by continuum_app, 9e8adc6fe189e515
function house.refuse_change_of_audit() returns trigger: of owner, callable by continuum_app, fc77b37f3bb762ad
function house.rejection_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, reason text, count integer): of owner, callable by continuum_app, 2b0aa54227d65044
function house.required_areas_are_concluded() returns trigger: of owner, callable by continuum_app, 862d1235b62a76c4
function house.safety_response_is_signed_by_its_writer() returns trigger: of owner, callable by continuum_app, e325a668b6e01262
function house.scaled_levels_stay() returns trigger: of owner, callable by continuum_app, 0ce318fc386fd6f6
function house.scores_follow_a_baseline() returns trigger: of owner, callable by continuum_app, df107da7fb38b8f0
function house.service_referral_follows_its_steps() returns trigger: of owner, callable by continuum_app, 667fc6dc1f7caa86
function house.set_labels(change uuid, what text, entity uuid, wanted integer, told_by text, why text) returns integer: of owner, callable by continuum_app, 031cc0df256e920c
function house.signed_note_stays() returns trigger: of owner, callable by continuum_app, be8ab2212feece49
function house.signed_summary_stands() returns trigger: of owner, callable by continuum_app, 6fe22f6ba5ec2880
function house.status_changes_by_transition() returns trigger: of owner, callable by continuum_app, a726292e9252d2a2
function house.summary_begins_as_a_draft() returns trigger: of owner, callable by continuum_app, 70ee697ad6f2d6f9
function house.summary_is_signed_in_ones_own_name() returns trigger: of owner, callable by continuum_app, ed4c8b0497488c74
function house.task_keeps_its_reason() returns trigger: of owner, callable by continuum_app, d804f1509c9a8d58
function house.tell_with_labels() returns trigger: of owner, callable by continuum_app, 18c1a26d8555fcd3
function house.the_primary_is_cleared() returns trigger: of owner, callable by continuum_app, 896a6e12b7ed70ba
function house.the_seal_is_not_a_label() returns trigger: of owner, callable by continuum_app, 3aee19b6ef3f324a
function house.this_incarnation() returns integer: of owner, callable by continuum_app, 0ec6c5b6b2e04a5f
function house.touch() returns trigger: of owner, callable by continuum_app, 6b3417fcf04c6234
function house.unmet_figures(of_agency uuid, from_day date, until_day date, known_before timestamp with time zone, zone text, dimension text) returns TABLE(stratum text, reason text, count integer): of owner, callable by continuum_app, 06f44f8fca13e603
function house.visible(tbl text, kind text) returns text: of owner, callable by continuum_app, de1c13a5dd958e26
function house.what_ended_stays_ended() returns trigger: of owner, callable by continuum_app, ff4881cb0b1d7bc0
function house.words_of(said text) returns text[]: of owner, callable by continuum_app, 35e78e4171c04b2a
function house.worked_case_has_a_primary() returns trigger: of owner, callable by continuum_app, ebf5edbb3f994809
function house.write_leaf() returns trigger: of owner, callable by continuum_app, 8ca618df3c3177fc


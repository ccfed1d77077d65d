-- What has happened on a case, by kind, without opening the story: phases and caseloads ask for it on every row they show.
create index story_types_of_a_case on case_event (agency_id, case_id, type) include (client_id, labels);

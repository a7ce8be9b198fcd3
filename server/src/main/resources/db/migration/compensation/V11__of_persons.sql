-- Found when a person leaves or asks for a copy (IDN-3).
create index grant_decision_by_person on compensation.grant_decision (person_id);
create index goodwill_by_person on compensation.goodwill (person_id);

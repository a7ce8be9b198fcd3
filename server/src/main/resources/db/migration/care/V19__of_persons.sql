-- Found when a person leaves or asks for a copy (IDN-3).
create index task_by_person on care.task (person_id);
create index delivery_rating_by_person on care.delivery_rating (person_id);

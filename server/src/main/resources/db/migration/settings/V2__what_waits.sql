-- Changes that wait for a second person are few among many; whoever is to be told of them asks often.
create index change_waiting on settings.change (id) where needs_second and second_id is null and withdrawn_id is null;

-- Goodwill about which nobody decided in time is over without anybody who refused it.
alter table compensation.goodwill drop constraint goodwill_check1;
alter table compensation.goodwill add constraint goodwill_refused check (refused_by is null or refused_at is not null);

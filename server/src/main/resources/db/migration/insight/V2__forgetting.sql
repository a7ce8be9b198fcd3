-- When an ending was counted, so that it can be forgotten once nobody tells of it again; what was counted before counts from today.
alter table insight.counted_promise add column counted_at timestamptz not null default now();
alter table insight.counted_promise alter column counted_at drop default;
create index counted_promise_by_time on insight.counted_promise (counted_at);

create schema if not exists insight;

-- Which endings are in the counters already: told twice, counted once.
create table insight.counted_promise (
    promise_id bigint primary key
);

-- How long each step of delivered orders took: a histogram for each day of delivery, in buckets that widen with time.
create table insight.stage_lead (
    tenant_id bigint not null,
    day       date   not null,
    step      text   not null check (step in ('PICKING', 'PACKING', 'HANDOVER', 'MOVING', 'LAST_MILE')),
    bucket    int    not null check (bucket >= 0),
    orders    bigint not null check (orders > 0),
    primary key (tenant_id, day, step, bucket)
);

-- How the promises of a day ended, by the day on which they were promised.
create table insight.kept_day (
    tenant_id bigint not null,
    day       date   not null,
    kept      bigint not null check (kept >= 0),
    missed    bigint not null check (missed >= 0),
    primary key (tenant_id, day)
);

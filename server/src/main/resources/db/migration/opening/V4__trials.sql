-- A synthetic order that goes the whole way: begun by somebody, or from time to time by itself. Each station is noted when it was seen.
create table opening.trial (
    id         bigint      generated always as identity primary key,
    tenant_id  bigint      not null,
    order_no   text        not null,
    order_id   bigint,
    staff_id   bigint,
    begun_at   timestamptz not null,
    next_at    timestamptz not null,
    ended_at   timestamptz,
    broken     text
);
create index trial_under_way on opening.trial (next_at) where ended_at is null;
create index trial_by_mall on opening.trial (tenant_id, id desc);

create table opening.trial_station (
    trial_id   bigint      not null references opening.trial,
    station    text        not null,
    reached_at timestamptz not null,
    primary key (trial_id, station)
);

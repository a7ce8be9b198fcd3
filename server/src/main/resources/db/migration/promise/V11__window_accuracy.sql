-- How the windows of each day's deliveries held, by group: counted from promises and ledger once the day is over, and again
-- while late scans of it may still come. Days are Seoul's.
create table promise.window_day (
    tenant_id         bigint not null,
    day               date   not null,
    stage             text   not null check (stage in ('ORDER', 'HANDOVER')),
    carrier           text   not null,
    origin            text   not null,
    destination       text   not null,
    told              bigint not null,
    inside            bigint not null,
    early             bigint not null,
    late              bigint not null,
    late_of_promise   bigint not null,
    width_seconds     bigint not null,
    error_seconds     bigint not null,
    pinball90_seconds bigint not null,
    primary key (tenant_id, day, stage, carrier, origin, destination),
    check (told = inside + early + late)
);

-- What had delayed the day's deliveries, and where: the evidence beside windows that did not hold.
create table promise.window_cause (
    tenant_id   bigint not null,
    day         date   not null,
    carrier     text   not null,
    origin      text   not null,
    destination text   not null,
    cause       text   not null,
    place       text   not null,
    promises    bigint not null,
    primary key (tenant_id, day, carrier, origin, destination, cause, place)
);

create table promise.window_counted (
    day        date primary key,
    counted_on date not null
);

-- Groups whose windows have not held for a week; at most one open alarm for each. Empty texts stand for any.
create table promise.drift (
    id          bigint generated always as identity primary key,
    tenant_id   bigint      not null,
    kind        text        not null check (kind in ('ALL', 'CARRIER', 'LANE')),
    carrier     text        not null,
    origin      text        not null,
    destination text        not null,
    stage       text        not null,
    since       date        not null,
    told        bigint      not null,
    inside      bigint      not null,
    opened_at   timestamptz not null,
    cleared_at  timestamptz
);
create unique index drift_open on promise.drift (tenant_id, kind, carrier, origin, destination, stage)
    where cleared_at is null;

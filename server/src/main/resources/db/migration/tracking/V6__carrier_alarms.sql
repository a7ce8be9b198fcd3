-- A code that somebody has looked at alarms nobody any more, and comes back when that is taken back.
alter table tracking.unknown_code
    add column id      bigint generated always as identity unique,
    add column seen_at timestamptz,
    add column seen_by bigint,
    add constraint unknown_code_seen check ((seen_at is null) = (seen_by is null));

-- Outside systems that do not answer, each with at most one alarm at a time.
create table tracking.route_alarm (
    id         bigint generated always as identity primary key,
    source     text        not null,
    left_alone boolean     not null,
    what       text        not null,
    since      timestamptz not null,
    opened_at  timestamptz not null,
    cleared_at timestamptz,
    check (cleared_at >= opened_at)
);
create unique index route_alarm_open on tracking.route_alarm (source) where cleared_at is null;

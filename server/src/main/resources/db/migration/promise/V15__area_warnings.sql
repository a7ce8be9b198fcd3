-- Warnings of areas (PRM-1): weather and traffic, as public services tell them; kept, since windows are learned from them.
-- A row is the time for which one source warned of one thing in one of its zones. What no table knows has the kind UNKNOWN,
-- what lies in no province an empty one.
create table promise.area_warning (
    id          bigint generated always as identity primary key,
    source      text        not null check (source in ('KMA', 'ITS')),
    zone        text        not null,
    code        text        not null,
    said        bigint      not null,
    last_said   bigint      not null check (last_said >= said),
    zone_name   text        not null,
    kind        text        not null,
    level       text        not null check (level in ('ADVISORY', 'WARNING', 'EMERGENCY')),
    province    text        not null,
    known_at    timestamptz not null,
    valid_from  timestamptz not null,
    valid_until timestamptz,
    lifted_at   timestamptz check (lifted_at >= known_at),
    woken_to    bigint      not null default 0,
    woken_at    timestamptz,
    unique (source, zone, code, said)
);
create unique index area_warning_standing on promise.area_warning (source, zone, code) where lifted_at is null;
create index area_warning_known on promise.area_warning (known_at);
create index area_warning_waking on promise.area_warning (id) where woken_at is null;

-- Under which warnings a delivered parcel set out, as kind:level; what they cost is learned from it.
alter table promise.outcome add column warned text[] not null default '{}';

-- How much longer parcels took under a warning than others of the same lane: seconds of open time, from the hand-over
-- (WAY) or from the van (DOOR) to the door. Enough says since when there were enough of them to tell.
create table promise.area_effect (
    kind          text        not null,
    level         text        not null,
    leg           text        not null check (leg in ('WAY', 'DOOR')),
    deliveries    int         not null check (deliveries > 0),
    extra_seconds bigint      not null,
    error_seconds bigint      not null check (error_seconds >= 0),
    learned_at    timestamptz not null,
    enough_since  timestamptz,
    primary key (kind, level, leg)
);

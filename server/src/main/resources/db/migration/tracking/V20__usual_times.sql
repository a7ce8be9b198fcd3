-- How long parcels take between two scans of their way, by the hour at which that begins (PRM-4): a stay at a place, the leg from it to the
-- next one, the tour with a driver, the wait for the carrier. Each day by itself, so that a bad day is one day among many and not
-- a thousand parcels among a thousand. A leg to anywhere has an empty toward; seconds; hours are Seoul's.
create table tracking.passage_day (
    day     date   not null,
    kind    text   not null check (kind in ('WAIT', 'STAY', 'LEG', 'TOUR')),
    carrier text   not null,
    place   text   not null,
    toward  text   not null,
    hour    int    not null check (hour between 0 and 23),
    parcels bigint not null check (parcels > 0),
    doors   bigint not null check (doors between 0 and parcels),
    p50     bigint not null check (p50 >= 0),
    p90     bigint not null check (p90 >= p50),
    primary key (day, kind, carrier, place, toward, hour)
);

-- What is usual: the middle day of four weeks. Doors are the stays that ended on a driver's van.
create table tracking.usual_passage (
    kind    text   not null,
    carrier text   not null,
    place   text   not null,
    toward  text   not null,
    hour    int    not null,
    days    bigint not null check (days > 0),
    parcels bigint not null check (parcels > 0),
    doors   bigint not null,
    p50     bigint not null,
    p90     bigint not null check (p90 >= p50),
    primary key (kind, carrier, place, toward, hour)
);

-- Days that were counted before these figures existed are counted again.
delete from tracking.hub_counted;

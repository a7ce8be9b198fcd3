-- Carriers that say nothing for now, each with at most one outage at a time: their parcels are asked about at once by another
-- way, and their customers see since when nothing was heard (TRK-5).
create table tracking.carrier_outage (
    id         bigint generated always as identity primary key,
    carrier    text        not null,
    since      timestamptz not null,
    opened_at  timestamptz not null,
    cleared_at timestamptz,
    check (cleared_at >= opened_at)
);
create unique index carrier_outage_open on tracking.carrier_outage (carrier) where cleared_at is null;

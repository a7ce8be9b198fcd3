-- The longest time between two scans of each delivered parcel, in its carrier's open time (TRK-4): what is usual on its lane.
create table promise.scan_gap (
    carrier      text        not null,
    origin       text        not null,
    destination  text        not null,
    open_seconds bigint      not null check (open_seconds >= 0),
    settled_at   timestamptz not null
);

create index scan_gap_settled on promise.scan_gap (settled_at);

-- What was learned of them: of a carrier's lane, and of a carrier on all lanes, whose places are '*'.
create table promise.usual_gap (
    carrier      text   not null,
    origin       text   not null,
    destination  text   not null,
    deliveries   int    not null check (deliveries > 0),
    open_seconds bigint not null check (open_seconds >= 0),
    primary key (carrier, origin, destination)
);

-- How many scans a carrier sent by itself, by hour: who is silent is found by what it usually sends.
create table tracking.heard (
    carrier text        not null,
    hour    timestamptz not null,
    scans   bigint      not null check (scans > 0),
    last_at timestamptz not null,
    primary key (carrier, hour)
);

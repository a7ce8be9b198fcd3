-- How long parcels stayed at hubs and terminals, counted once a day from the scans: a page never reads a country's scans.
-- By the day they left, in quarters of an hour, so that days can be put together and read as percentiles. Days are Seoul's.
create table tracking.hub_stay (
    day      date   not null,
    carrier  text   not null,
    place    text   not null,
    quarters bigint not null check (quarters >= 0),
    parcels  bigint not null check (parcels > 0),
    primary key (day, carrier, place, quarters)
);

create table tracking.hub_counted (
    day        date primary key,
    counted_on date not null
);

-- What pages show: the last days of each place beside what was usual before. Minutes; no usual ones where parcels are none.
create table tracking.hub_dwell (
    carrier       text   not null,
    place         text   not null,
    parcels       bigint not null check (parcels > 0),
    p50           bigint not null,
    p90           bigint not null check (p90 >= p50),
    usual_parcels bigint not null check (usual_parcels >= 0),
    usual_p50     bigint not null,
    usual_p90     bigint not null check (usual_p90 >= usual_p50),
    primary key (carrier, place)
);
create index hub_dwell_by_parcels on tracking.hub_dwell (parcels desc, place, carrier);

-- On which delivery day parcels came, counted from the day of the middle of the window their order was given, in days on which
-- their carrier delivers; "spread" is how many of these lie between the middle and the late end. Of all malls together.
create table promise.arrival_day (
    day         date   not null,
    carrier     text   not null,
    origin      text   not null,
    destination text   not null,
    spread      int    not null check (spread between 0 and 2),
    days_after  int    not null check (days_after between -2 and 6),
    deliveries  bigint not null check (deliveries > 0),
    primary key (day, carrier, origin, destination, spread, days_after)
);

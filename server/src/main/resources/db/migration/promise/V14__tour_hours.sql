-- Between which hours a carrier's parcels really come, learned from deliveries; '*' is all carriers with a calendar.
-- Where a carrier has no row here, the hours of its calendar hold.
create table promise.tour_hours (
    carrier         text        primary key,
    delivers_from   time        not null,
    delivers_until  time        not null check (delivers_until > delivers_from),
    deliveries      bigint      not null check (deliveries > 0),
    learned_at      timestamptz not null
);

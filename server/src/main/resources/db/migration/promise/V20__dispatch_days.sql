-- On which days malls hand parcels over, learned from when they did; one that is not here rests on Sundays and holidays.
create table promise.dispatch_days (
    tenant_id         bigint      primary key,
    closed_on_sunday  boolean     not null,
    closed_on_holiday boolean     not null,
    learned_at        timestamptz not null
);

-- Nothing of parcels that were handed over before this was kept.
alter table promise.departure add column handed_over_on date;

-- Until when Sweettracker calls us back about a parcel; each aggregator is asked for itself.
alter table tracking.watch add column sweet_until timestamptz not null default '-infinity';
create index watch_by_sweet on tracking.watch (sweet_until);

-- A delivery older than the order is another parcel's; null where it was not known yet when the promise was made.
alter table promise.promise add column ordered_at timestamptz;

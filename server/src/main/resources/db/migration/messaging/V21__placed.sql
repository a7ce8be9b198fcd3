-- Nobody is notified of moves that are older than the order; null where it was not known yet.
alter table messaging.known_order add column ordered_at timestamptz;

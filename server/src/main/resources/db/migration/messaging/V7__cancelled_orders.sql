-- An order may be cancelled before its confirmation was told: what comes later of such an order is not told any more.
alter table messaging.known_order add column cancelled_at timestamptz;

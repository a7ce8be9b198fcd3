-- The board counts parcels whose last question nobody answered: few, unless a carrier is down.
create index watch_unanswered on tracking.watch (carrier) where failures > 0;

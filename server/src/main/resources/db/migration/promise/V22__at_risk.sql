-- A promise at risk: open, nothing found yet, and nine times in ten is not enough (Window.isAtRisk). Said once for all questions;
-- a function of plain SQL is part of the plan of whoever asks, and nothing is written for it.
create function promise.at_risk(state text, found_at timestamptz, p90 timestamptz, promised_to timestamptz)
    returns boolean language sql immutable
    return state = 'OPEN' and found_at is null and p90 > promised_to;

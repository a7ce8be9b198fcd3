-- A promise at risk: open, nothing found yet, and nine times in ten is not enough (Window.isAtRisk). Said once for all questions,
-- and reckoned when it is read, so that a scan writes nothing more.
alter table promise.promise add column at_risk boolean
    generated always as (state = 'OPEN' and found_at is null and p90 > promised_to) virtual;

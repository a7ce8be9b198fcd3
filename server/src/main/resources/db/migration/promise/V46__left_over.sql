-- What was left over from an earlier day shows nothing of the day on which it was taken: a short-staffed Saturday made malls that rest on
-- Sundays look as if they worked on them. The days are learned anew from the rest.
update promise.departure
set handed_over_on = null
where handed_over_on is not null and lead <> 'ANY_TIME' and handover_seconds >= 21600;

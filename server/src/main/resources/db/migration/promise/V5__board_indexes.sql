-- The live board counts what is open and what is promised for today, never the whole history.
create index promise_open on promise.promise (tenant_id, id desc) where state = 'OPEN';
create index promise_by_day on promise.promise (tenant_id, promised_to);

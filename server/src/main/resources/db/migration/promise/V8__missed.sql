-- The list of missed promises reads the few of them, not all that were kept in between.
create index promise_missed on promise.promise (tenant_id, id desc) where state = 'MISSED';

-- What was granted for delays that did not come is shown by mall and time; there are few of them.
create index watched_promise_kept_after_all on compensation.watched_promise (tenant_id, settled_at) where kept_after_all;

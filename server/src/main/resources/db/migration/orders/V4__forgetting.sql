-- Keys are forgotten in batches, oldest first.
create index idempotency_by_time on orders.idempotency (at);

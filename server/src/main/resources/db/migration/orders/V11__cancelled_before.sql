-- Orders that were cancelled before their parcels were listed are told to the list once more, as facts that wait for their listener.
-- Older parcels nobody can stop any more.
insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
select gen_random_uuid(),
       'kr.dochak.fulfillment.FulfillmentListeners.on(kr.dochak.orders.OrderFact$OrderCancelled)',
       'kr.dochak.orders.OrderFact$OrderCancelled',
       jsonb_build_object('orderId', o.id, 'tenantId', o.tenant_id, 'personId', o.person_id,
           'at', to_char(o.cancelled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'reason', '')::text,
       now(), 'FAILED', 1
from orders.customer_order o
where o.cancelled_at > (select max(cancelled_at) from orders.customer_order) - interval '60 days';

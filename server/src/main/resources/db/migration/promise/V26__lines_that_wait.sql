-- An order may wait for a parcel more than once: a line is added when the parcel has left, or the last line that waited is taken
-- out and another is added. So only one promise of an order waits at a time, while those that ended without a parcel stay.
alter table promise.promise drop constraint promise_order_id_shipment_id_key;
alter table promise.promise add constraint promise_order_id_shipment_id_key unique (order_id, shipment_id);
create unique index promise_waiting on promise.promise (order_id) where shipment_id is null and state = 'OPEN';

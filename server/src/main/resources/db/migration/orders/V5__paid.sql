-- Where an order stands at its source (ORD-1). What was known before was taken in as paid.
alter table orders.customer_order drop constraint customer_order_status_check;
update orders.customer_order set status = 'PAID' where status = 'CONFIRMED';
alter table orders.customer_order
    add constraint customer_order_status_check check (status in ('UNPAID', 'PAID', 'CANCELLED'));

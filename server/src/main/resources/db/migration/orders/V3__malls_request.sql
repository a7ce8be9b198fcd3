-- What the mall last said of the delivery request, from when the customer first changed it; null while the mall's word holds.
alter table orders.customer_order
    add column mall_place text,
    add column mall_note  text;

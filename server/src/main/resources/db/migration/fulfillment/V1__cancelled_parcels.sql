create schema if not exists fulfillment;

-- Parcels of orders that were cancelled: they are to be stopped, or fetched back (ORD-1). What became of them tracking knows.
create table fulfillment.cancelled_parcel (
    order_id     bigint      not null,
    shipment_id  bigint      not null,
    tenant_id    bigint      not null,
    cancelled_at timestamptz not null,
    primary key (order_id, shipment_id)
);
create index cancelled_parcel_of_tenant on fulfillment.cancelled_parcel (tenant_id, cancelled_at desc);

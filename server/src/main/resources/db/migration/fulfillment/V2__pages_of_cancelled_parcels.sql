-- The list is read page by page: of several parcels of one cancellation one comes first.
alter table fulfillment.cancelled_parcel add column id bigint generated always as identity;
drop index fulfillment.cancelled_parcel_of_tenant;
create index cancelled_parcel_of_tenant on fulfillment.cancelled_parcel (tenant_id, cancelled_at desc, id desc);

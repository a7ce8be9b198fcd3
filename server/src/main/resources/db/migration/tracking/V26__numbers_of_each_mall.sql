-- A number is each mall's own: what one mall registers takes nothing from another, and a carrier's scan reaches all that have it.
drop index tracking.shipment_by_number;
create unique index shipment_by_number on tracking.shipment (tracking_number, carrier, tenant_id) where retired_at is null;

-- Parcels of different malls with one number at one time: one of them has a wrong number, and each mall looks after its own.
create table tracking.shared_number (
    id              bigint generated always as identity primary key,
    tenant_id       bigint      not null,
    shipment_id     bigint      not null unique references tracking.shipment (id),
    found_at        timestamptz not null,
    seen_at         timestamptz,
    seen_by         bigint,
    check ((seen_at is null) = (seen_by is null))
);
create index shared_number_open on tracking.shared_number (tenant_id) where seen_at is null;

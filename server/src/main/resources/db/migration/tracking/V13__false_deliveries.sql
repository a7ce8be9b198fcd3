-- Up to when a carrier's word of a delivery is not believed: a member of staff found the parcel had not come (TRK-8).
alter table tracking.shipment add column not_delivered_until timestamptz;

-- Deliveries that were no deliveries, with who found out, why, and whether it was taken back; never deleted.
create table tracking.false_delivery (
    id           bigint generated always as identity primary key,
    shipment_id  bigint      not null references tracking.shipment (id),
    tenant_id    bigint      not null,
    delivered_at timestamptz not null,
    place        text        not null,
    reason       text        not null check (length(reason) between 1 and 500),
    found_by     bigint      not null,
    found_at     timestamptz not null,
    undone_by    bigint,
    undone_at    timestamptz,
    check ((undone_at is null) = (undone_by is null))
);
create unique index false_delivery_one_stands on tracking.false_delivery (shipment_id) where undone_at is null;
create index false_delivery_by_shipment on tracking.false_delivery (shipment_id, id);

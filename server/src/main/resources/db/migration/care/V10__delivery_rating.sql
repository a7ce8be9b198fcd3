-- How a delivery was, in the recipient's own words: once for each parcel, never changed afterwards.
create table care.delivery_rating (
    shipment_id bigint      primary key,
    order_id    bigint      not null,
    tenant_id   bigint      not null,
    person_id   bigint      not null,
    stars       smallint    not null check (stars between 1 and 5),
    note        text        not null check (char_length(note) <= 500),
    at          timestamptz not null
);
create index delivery_rating_by_order on care.delivery_rating (order_id);

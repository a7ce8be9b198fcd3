create schema if not exists orders;

create table orders.customer_order (
    id               bigint generated always as identity primary key,
    tenant_id        bigint      not null,
    order_no         text        not null check (length(order_no) between 1 and 60),
    person_id        bigint      not null,
    recipient_id     bigint      not null,
    status           text        not null check (status in ('CONFIRMED', 'CANCELLED')),
    ordered_at       timestamptz not null,
    confirmed_at     timestamptz not null,
    received_at      timestamptz not null,
    origin_area      text        not null,
    destination_area text        not null,
    centre           text,
    carrier          text,
    items_won        bigint      not null check (items_won >= 0),
    shipping_won     bigint      not null check (shipping_won >= 0),
    discount_won     bigint      not null check (discount_won >= 0),
    total_won        bigint      not null check (total_won >= 0),
    discounts        jsonb       not null default '[]',
    payment_method   text        not null default '',
    line_count       int         not null check (line_count > 0),
    title            text        not null,
    promised_from    timestamptz,
    promised_to      timestamptz,
    promised_timed   boolean     not null default false,
    request_place    text        not null default 'DOOR' check (request_place in ('DOOR', 'SECURITY', 'LOCKER', 'HAND')),
    request_note     text        not null default '' check (length(request_note) <= 200),
    request_day      date,
    picking_at       timestamptz,
    packed_at        timestamptz,
    cancelled_at     timestamptz,
    cancel_reason    text,
    revision         int         not null default 1 check (revision > 0),
    content_hash     bytea       not null,
    source           text        not null,
    unique (tenant_id, order_no),
    check (promised_from is null or promised_to >= promised_from)
);
create index customer_order_by_person on orders.customer_order (person_id, id desc);
create index customer_order_by_tenant on orders.customer_order (tenant_id, id desc);

create table orders.order_line (
    order_id   bigint not null references orders.customer_order (id),
    line       int    not null,
    sku        text   not null,
    name       text   not null,
    quantity   int    not null check (quantity > 0),
    unit_price bigint not null check (unit_price >= 0),
    image_url  text,
    primary key (order_id, line)
);

-- Who changed what, when and why (ORD-2). Personal data is not here: it says only that the recipient changed.
create table orders.revision (
    order_id bigint      not null references orders.customer_order (id),
    revision int         not null,
    at       timestamptz not null,
    who      text        not null,
    why      text        not null,
    changed  text[]      not null,
    primary key (order_id, revision)
);

create table orders.idempotency (
    tenant_id bigint      not null,
    key       text        not null check (length(key) between 1 and 200),
    body_hash bytea       not null,
    order_no  text        not null,
    at        timestamptz not null,
    primary key (tenant_id, key)
);

create table orders.import_run (
    id         bigint generated always as identity primary key,
    tenant_id  bigint      not null,
    file_name  text        not null,
    mapping    text        not null,
    at         timestamptz not null,
    rows       int         not null,
    created    int         not null,
    revised    int         not null,
    unchanged  int         not null,
    rejected   int         not null
);

create table orders.import_error (
    run_id bigint not null references orders.import_run (id),
    line   int    not null,
    field  text   not null,
    code   text   not null,
    detail text   not null
);
create index import_error_by_run on orders.import_error (run_id, line);

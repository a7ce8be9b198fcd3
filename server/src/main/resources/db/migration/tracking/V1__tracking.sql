create schema if not exists tracking;

-- One row a shipment, changed by every scan: no index may name a column that a scan changes (HOT updates).
create table tracking.shipment (
    id              bigint generated always as identity primary key,
    tenant_id       bigint      not null,
    carrier         text        not null check (length(carrier) between 1 and 40),
    tracking_number text        not null check (length(tracking_number) between 1 and 40),
    registered_at   timestamptz not null,
    status          text        not null,
    status_at       timestamptz not null,
    status_hash     bigint      not null default 0,
    reason          text,
    place           text        not null default '',
    last_scan_at    timestamptz not null,
    delivered_at    timestamptz,
    scan_count      int         not null default 0,
    seen            bytea       not null default '',
    version         int         not null default 0,
    retired_at      timestamptz
) with (fillfactor = 80);

-- Carriers use a number again after months: only one shipment at a time is the number's.
create unique index shipment_by_number on tracking.shipment (carrier, tracking_number) where retired_at is null;
create index shipment_by_plain_number on tracking.shipment (tracking_number);

create table tracking.shipment_order (
    shipment_id bigint not null references tracking.shipment (id),
    order_id    bigint not null,
    lines       int[]  not null default '{}',
    primary key (shipment_id, order_id)
);
create index shipment_order_by_order on tracking.shipment_order (order_id);

-- Every scan as it came; dropped by partition when its time is over.
create table tracking.scan (
    shipment_id bigint      not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    status      text        not null,
    reason      text,
    place       text        not null,
    text        text        not null,
    hash        bigint      not null
) partition by range (received_at);
create index scan_by_shipment on tracking.scan (shipment_id);

-- What the fold decided; read in order of id by other modules, each with a cursor of its own.
create table tracking.move (
    id          bigint generated always as identity primary key,
    shipment_id bigint      not null,
    tenant_id   bigint      not null,
    from_status text        not null,
    to_status   text        not null,
    reason      text,
    place       text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index move_by_shipment on tracking.move (shipment_id);

-- Scans of shipments not known yet, and scans that cannot be this shipment's; waiting, never dropped.
create table tracking.parked_scan (
    id              bigint generated always as identity primary key,
    caller_tenant   bigint      not null,
    carrier         text        not null,
    tracking_number text        not null,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    status          text        not null,
    reason          text,
    place           text        not null,
    text            text        not null,
    event_id        text,
    hash            bigint      not null,
    why             text        not null check (why in ('UNKNOWN_SHIPMENT', 'BEFORE_REGISTRATION')),
    unique (carrier, tracking_number, hash, caller_tenant)
);

-- Numbers that became known while scans of theirs were parked.
create table tracking.unparking (
    carrier         text not null,
    tracking_number text not null,
    primary key (carrier, tracking_number)
);

create schema if not exists promise;

-- How long each part of the way takes: seconds of open time from entering a stage to delivery. '*' stands for any.
create table promise.lane (
    carrier     text        not null,
    origin      text        not null,
    destination text        not null,
    stage       text        not null,
    deliveries  int         not null check (deliveries >= 0),
    q10         bigint      not null check (q10 >= 0),
    q50         bigint      not null check (q50 >= q10),
    q90         bigint      not null check (q90 >= q50),
    version     int         not null,
    primary key (carrier, origin, destination, stage)
);

-- How carriers work: on which days they deliver, and until when a parcel must be with the driver to come the same day.
create table promise.carrier_calendar (
    carrier           text    primary key,
    closed_on_sunday  boolean not null,
    closed_on_holiday boolean not null,
    tour_leaves       time    not null,
    delivers_from     time    not null,
    delivers_until    time    not null
);

-- Until when an order leaves the same day, and when the carrier fetches it. Tenant 0 is the default.
create table promise.cutoff (
    tenant_id  bigint primary key,
    order_by   time   not null,
    fetched_at time   not null
);

-- One promise: an order, or the part of it that travels in one shipment.
create table promise.promise (
    id            bigint generated always as identity primary key,
    tenant_id     bigint      not null,
    order_id      bigint      not null,
    shipment_id   bigint,
    open_lines    int         not null check (open_lines > 0),
    person_id     bigint      not null,
    origin        text        not null,
    destination   text        not null,
    carrier       text        not null,
    total_won     bigint      not null,
    confirmed_at  timestamptz not null,
    promised_from timestamptz not null,
    promised_to   timestamptz not null check (promised_to >= promised_from),
    timed         boolean     not null,
    p10           timestamptz not null,
    p50           timestamptz not null check (p50 >= p10),
    p90           timestamptz not null check (p90 >= p50),
    basis         text        not null,
    told_p50      timestamptz not null,
    stage         text        not null,
    stage_at      timestamptz not null,
    picked_up_at  timestamptz,
    out_at        timestamptz,
    last_scan_at  timestamptz,
    reason        text,
    place         text        not null default '',
    state         text        not null default 'OPEN' check (state in ('OPEN', 'KEPT', 'MISSED', 'VOID')),
    delay_kind    text,
    delay_cause   text,
    certain_at    timestamptz,
    found_at      timestamptz,
    delivered_at  timestamptz,
    settled_at    timestamptz,
    next_check_at timestamptz,
    version       int         not null default 0,
    check ((delay_kind is null) = (found_at is null)),
    check ((state = 'OPEN') = (settled_at is null)),
    unique nulls not distinct (order_id, shipment_id)
) with (fillfactor = 80);

create index promise_by_shipment on promise.promise (shipment_id) where shipment_id is not null;
create index promise_due on promise.promise (next_check_at) where state = 'OPEN' and next_check_at is not null;
create index promise_delayed on promise.promise (tenant_id, id desc) where state = 'OPEN' and found_at is not null;
create index promise_of_tenant on promise.promise (tenant_id, id desc);

-- The promise ledger: every window anybody was shown, with its source; never changed, never deleted.
create table promise.ledger (
    id            bigint generated always as identity primary key,
    promise_id    bigint      not null,
    made_at       timestamptz not null,
    p10           timestamptz not null,
    p50           timestamptz not null,
    p90           timestamptz not null,
    promised_from timestamptz not null,
    promised_to   timestamptz not null,
    source        text        not null check (source in ('ORDER', 'REVISION', 'SHIPMENT', 'SCAN', 'TIMER', 'CUSTOMER')),
    basis         text        not null,
    model_version int         not null
);
create index ledger_by_promise on promise.ledger (promise_id, id);

create function promise.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the promise ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete on promise.ledger
    for each row execute function promise.refuse_change();

-- What delivered parcels really took, to learn lanes from.
create table promise.outcome (
    carrier      text        not null,
    origin       text        not null,
    destination  text        not null,
    stage        text        not null,
    open_seconds bigint      not null,
    delivered_at timestamptz not null
);
create index outcome_by_time on promise.outcome (delivered_at);

create table promise.learning (
    only_row   boolean     primary key default true check (only_row),
    version    int         not null,
    learned_at timestamptz not null
);

-- Which shipments are asked about, and when next. A table of its own: what is asked changes often and is none of a scan's business.
create table tracking.watch (
    shipment_id     bigint primary key references tracking.shipment (id),
    carrier         text        not null,
    tracking_number text        not null,
    registered_at   timestamptz not null,
    due_at          timestamptz not null,
    answered_at     timestamptz,
    misses          int         not null default 0,
    failures        int         not null default 0,
    answer_hash     bigint      not null default 0,
    likely_carrier  text,
    woken           boolean     not null default false,
    hook_until      timestamptz not null default '-infinity'
) with (fillfactor = 80);
create index watch_by_due on tracking.watch (carrier, due_at);
create index watch_by_hook on tracking.watch (hook_until);
create index watch_by_number on tracking.watch (carrier, tracking_number);
create index watch_doubtful on tracking.watch (carrier) where likely_carrier is not null;

-- How asking went, by hour: health without a row for each call.
create table tracking.route_call (
    source    text        not null,
    hour      timestamptz not null,
    outcome   text        not null,
    calls     bigint      not null,
    last_at   timestamptz not null,
    last_what text        not null,
    primary key (source, hour, outcome)
);

-- Codes and texts that no table knows, as they were written: they move nothing until somebody has looked at them.
create table tracking.unknown_code (
    source          text        not null,
    carrier         text        not null,
    code            text        not null,
    shape           text        not null,
    text            text        not null,
    tracking_number text        not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    times           bigint      not null,
    primary key (source, carrier, code, shape)
);

-- What carriers answered, without persons, to be read again by a later version of our tables. Only answers with news are kept.
create table tracking.raw_answer (
    id              bigint generated always as identity primary key,
    source          text        not null,
    carrier         text        not null,
    tracking_number text        not null,
    shipment_id     bigint,
    received_at     timestamptz not null,
    http_status     int         not null,
    pushed          boolean     not null,
    body            text        not null
);
create index raw_answer_by_time on tracking.raw_answer (received_at);

-- One notice on one outside channel, once. next_at is also the lease of whoever is sending it.
create table messaging.delivery (
    id                bigint generated always as identity primary key,
    notice_id         bigint      not null references messaging.notice,
    channel           text        not null check (channel in ('ALIMTALK', 'SMS', 'EMAIL')),
    rest              text[]      not null,
    state             text        not null default 'WAITING'
        check (state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED', 'SUPERSEDED')),
    key               uuid        not null default gen_random_uuid() unique,
    attempts          int         not null default 0,
    next_at           timestamptz not null,
    vendor_request_id text,
    recipient_seq     int,
    code              text,
    template_id       bigint,
    created_at        timestamptz not null,
    sent_at           timestamptz,
    delivered_at      timestamptz,
    failed_at         timestamptz,
    unique (notice_id, channel)
) with (fillfactor = 80);
create index delivery_to_send on messaging.delivery (channel, next_at) where state = 'WAITING';
create index delivery_by_request on messaging.delivery (channel, vendor_request_id) where vendor_request_id is not null;
create index delivery_by_created_at on messaging.delivery using brin (created_at);

-- Results that came before we had written down the vendor's id of the request.
create table messaging.early_result (
    channel           text        not null,
    vendor_request_id text        not null,
    recipient_seq     int         not null,
    code              text        not null,
    received_at       timestamptz not null,
    primary key (channel, vendor_request_id, recipient_seq, code)
);

-- A vendor says that our side is set up wrongly; repeating would not help, a person must look.
create table messaging.alarm (
    channel  text        not null,
    code     text        not null,
    detail   text        not null,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (channel, code, detail)
);

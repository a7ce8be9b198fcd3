create schema if not exists webhooks;

-- A mall that ever had an endpoint; its events are numbered without gaps, under the lock of this row.
create table webhooks.mall (
    tenant_id     bigint primary key,
    last_sequence bigint not null default 0
);

-- Where a mall wants to hear of things. Secrets are sealed; the former one still signs for a while after a rotation.
create table webhooks.endpoint (
    id               bigint      generated always as identity primary key,
    tenant_id        bigint      not null references webhooks.mall,
    url              text        not null check (length(url) between 1 and 500),
    description      text        not null check (length(description) <= 200),
    events           text[]      not null check (cardinality(events) > 0),
    state            text        not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    disabled_why     text        check (disabled_why in ('GONE', 'FAILING')),
    state_at         timestamptz not null,
    secret           bytea       not null,
    old_secret       bytea,
    old_secret_until timestamptz,
    failing_since    timestamptz,
    failures         bigint      not null default 0,
    last_success_at  timestamptz,
    created_at       timestamptz not null,
    unique (tenant_id, url),
    check ((state = 'DISABLED') = (disabled_why is not null)),
    check ((old_secret is null) = (old_secret_until is null)),
    check ((failing_since is null) = (failures = 0))
);

create table webhooks.move_cursor (
    only_row boolean primary key default true check (only_row),
    last_id  bigint not null
);
insert into webhooks.move_cursor (last_id) values (0);

-- What happened, once: the unique key is the promise of it. The body is kept as the bytes that are signed.
create table webhooks.event (
    tenant_id   bigint      not null references webhooks.mall,
    sequence    bigint      not null,
    type        text        not null,
    subject     text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body        text        not null,
    primary key (tenant_id, sequence),
    unique (tenant_id, type, subject)
);
create index event_by_recorded_at on webhooks.event (recorded_at);

-- One event on its way to one endpoint, with what the endpoint said last.
create table webhooks.delivery (
    endpoint_id bigint      not null references webhooks.endpoint on delete cascade,
    tenant_id   bigint      not null,
    sequence    bigint      not null,
    state       text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts    int         not null default 0,
    replays     int         not null default 0,
    next_at     timestamptz,
    created_at  timestamptz not null,
    tried_at    timestamptz,
    code        int,
    answer      text        not null default '',
    took_ms     int,
    primary key (endpoint_id, sequence),
    foreign key (tenant_id, sequence) references webhooks.event on delete cascade,
    check ((state = 'WAITING') = (next_at is not null))
);
-- By endpoint, so that what waits for a stopped one is in nobody's way.
create index delivery_due on webhooks.delivery (endpoint_id, next_at) where next_at is not null;
create index delivery_by_event on webhooks.delivery (tenant_id, sequence);

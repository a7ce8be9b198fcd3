create schema if not exists messaging;

-- What this module must remember of an order to speak about it; the window is the one the customer was told last.
create table messaging.known_order (
    order_id    bigint primary key,
    tenant_id   bigint not null,
    person_id   bigint not null,
    order_no    text,
    window_from timestamptz,
    window_to   timestamptz
) with (fillfactor = 80);

-- How far the moves of shipments were read, and moves of orders that are not known yet.
create table messaging.move_cursor (
    only_row boolean primary key default true check (only_row),
    last_id  bigint not null
);
insert into messaging.move_cursor (last_id) values (0);

create table messaging.waiting_move (
    move_id  bigint not null,
    order_id bigint not null,
    move     jsonb  not null,
    primary key (move_id, order_id)
);

-- One thing told to one customer once: the unique key is the promise of it (MSG-1). Facts hold no personal data.
create table messaging.notice (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    subject     text        not null,
    tenant_id   bigint      not null,
    person_id   bigint      not null,
    order_id    bigint,
    promise_id  bigint,
    shipment_id bigint,
    facts       jsonb       not null,
    state       text        not null check (state in ('HELD', 'TOLD', 'WITHDRAWN')),
    decided     boolean     not null default false,
    sent_out    boolean     not null default false,
    detected_at timestamptz not null,
    told_at     timestamptz,
    plan_at     timestamptz,
    unique (kind, subject),
    check ((state = 'TOLD') = (told_at is not null)),
    check (state <> 'HELD' or plan_at is not null)
);
create index notice_by_person on messaging.notice (person_id, id desc);
create index notice_by_order on messaging.notice (order_id) where order_id is not null;
create index notice_to_plan on messaging.notice (plan_at) where plan_at is not null;
create index notice_by_told_at on messaging.notice using brin (told_at);
create unique index notice_one_window_change_waits on messaging.notice (promise_id)
    where state = 'HELD' and kind = 'WINDOW_CHANGED';

create schema if not exists opening;

-- A mall that gets ready: from when on, and the day it opens to its customers, once somebody knows it.
create table opening.mall_opening (
    tenant_id   bigint      primary key,
    begun_at    timestamptz not null,
    opening_day date,
    finished_at timestamptz
);

-- What only people can say is done: who said so, when, and in a few words what was agreed. Taken back, it stays as a withdrawn row.
create table opening.done_by_hand (
    id           bigint      generated always as identity primary key,
    tenant_id    bigint      not null,
    line         text        not null,
    words        text        not null default '' check (length(words) <= 500),
    done_at      timestamptz not null,
    staff_id     bigint      not null,
    staff_name   text        not null,
    withdrawn_at timestamptz
);
create unique index done_by_hand_once on opening.done_by_hand (tenant_id, line) where withdrawn_at is null;

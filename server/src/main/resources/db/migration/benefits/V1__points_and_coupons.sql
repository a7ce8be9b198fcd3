create schema if not exists benefits;

-- How long a benefit is good for, in whole days of Seoul after the day it was given; policy data.
create table benefits.validity (
    unit text primary key check (unit in ('POINTS', 'COUPON')),
    days int  not null check (days between 1 and 3650)
);
insert into benefits.validity values ('POINTS', 365), ('COUPON', 90);

-- What a person can spend now; kept, never counted, and equal to the ledger's sum.
create table benefits.account (
    person_id bigint primary key,
    balance   bigint not null check (balance >= 0)
) with (fillfactor = 80);

create table benefits.point_grant (
    id         bigint generated always as identity primary key,
    grant_key  text        not null unique,
    tenant_id  bigint      not null,
    person_id  bigint      not null,
    order_id   bigint,
    amount     bigint      not null check (amount > 0),
    remaining  bigint      not null check (remaining between 0 and amount),
    granted_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > granted_at)
) with (fillfactor = 90);
create index point_grant_to_spend on benefits.point_grant (person_id, expires_at) where remaining > 0;
create index point_grant_to_expire on benefits.point_grant (expires_at) where remaining > 0;

-- Each use of points once, whatever is retried.
create table benefits.point_use (
    use_key   text primary key,
    person_id bigint      not null,
    order_id  bigint      not null,
    amount    bigint      not null check (amount > 0),
    used_at   timestamptz not null
);

create table benefits.coupon (
    id           bigint generated always as identity primary key,
    grant_key    text        not null unique,
    tenant_id    bigint      not null,
    person_id    bigint      not null,
    order_id     bigint,
    percent      int         not null check (percent between 1 and 100),
    max_discount bigint      not null check (max_discount > 0),
    reason       text        not null,
    state        text        not null check (state in ('OPEN', 'REDEEMED', 'EXPIRED', 'REVOKED')),
    granted_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > granted_at)
) with (fillfactor = 90);
create index coupon_by_person on benefits.coupon (person_id, id);
create index coupon_to_expire on benefits.coupon (expires_at) where state = 'OPEN';

-- The primary key is what makes a coupon good for one order only.
create table benefits.redemption (
    coupon_id   bigint primary key references benefits.coupon,
    order_id    bigint      not null,
    discount    bigint      not null check (discount >= 0),
    redeemed_at timestamptz not null
);

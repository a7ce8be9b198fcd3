create schema if not exists compensation;

-- One row for each promise heard to be delayed or settled, whichever came first: its key puts the two in order.
create table compensation.watched_promise (
    promise_id     bigint primary key,
    order_id       bigint      not null,
    tenant_id      bigint      not null,
    person_id      bigint      not null,
    promised_to    timestamptz not null,
    timed          boolean     not null,
    total_won      bigint      not null check (total_won >= 0),
    cause          text,
    found_at       timestamptz,
    outcome        text check (outcome in ('KEPT', 'MISSED', 'VOID')),
    delivered_at   timestamptz,
    settled_at     timestamptz,
    next_check_at  timestamptz,
    kept_after_all boolean     not null default false,
    check ((cause is null) = (found_at is null)),
    check ((outcome is null) = (settled_at is null)),
    check (outcome is null or next_check_at is null),
    check (found_at is not null or settled_at is not null)
) with (fillfactor = 90);
create index watched_promise_to_check on compensation.watched_promise (next_check_at) where next_check_at is not null;
create index watched_promise_by_settling on compensation.watched_promise using brin (settled_at);

-- What was granted: each rule once for each promise (BEN-2).
create table compensation.grant_decision (
    id           bigint generated always as identity primary key,
    promise_id   bigint      not null references compensation.watched_promise,
    rule_id      text        not null,
    policy_id    bigint      not null references compensation.policy,
    order_id     bigint      not null,
    tenant_id    bigint      not null,
    person_id    bigint      not null,
    cause        text        not null,
    kind         text        not null check (kind in ('POINTS', 'COUPON')),
    percent      int check (percent between 1 and 100),
    value_won    bigint      not null check (value_won > 0),
    worth_won    bigint      not null check (worth_won > 0),
    late_minutes bigint      not null check (late_minutes >= 0),
    at           timestamptz not null,
    unique (promise_id, rule_id)
);
create index grant_decision_by_order on compensation.grant_decision (order_id);
create index grant_decision_by_time on compensation.grant_decision (at);

-- Who bears it (BEN-6); the shares of a grant sum to its worth.
create table compensation.burden (
    grant_id bigint not null references compensation.grant_decision,
    bearer   text   not null check (bearer in ('CARRIER', 'SUPPLIER', 'PLATFORM')),
    won      bigint not null check (won > 0),
    primary key (grant_id, bearer)
);

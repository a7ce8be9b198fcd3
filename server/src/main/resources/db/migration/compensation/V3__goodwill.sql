create schema if not exists compensation;

-- Compensation that a person, not the policy, wants to give (BEN-4). How much each role may approve; policy data.
create table compensation.approval_limit (
    role     text primary key check (role in ('AGENT', 'LEAD', 'OPERATOR', 'ADMIN')),
    most_won bigint not null check (most_won >= 0)
);
insert into compensation.approval_limit values ('AGENT', 0), ('LEAD', 50000), ('OPERATOR', 0), ('ADMIN', 1000000);

-- Above this sum two people approve.
create table compensation.approval_rule (
    only_row    boolean primary key default true check (only_row),
    alone_up_to bigint not null check (alone_up_to >= 0)
);
insert into compensation.approval_rule values (true, 50000);

create table compensation.goodwill (
    id         bigint generated always as identity primary key,
    tenant_id  bigint      not null,
    order_id   bigint      not null,
    person_id  bigint      not null,
    promise_id bigint,
    won        bigint      not null check (won > 0),
    reason     text        not null check (reason <> ''),
    maker_id   bigint      not null,
    made_at    timestamptz not null,
    granted_at timestamptz,
    refused_at timestamptz,
    refused_by bigint,
    unique (id, maker_id),
    check (granted_at is null or refused_at is null),
    check ((refused_at is null) = (refused_by is null))
);
create index goodwill_pending on compensation.goodwill (tenant_id, id) where granted_at is null and refused_at is null;
create index goodwill_by_order on compensation.goodwill (order_id);

-- Each approver once, never the maker.
create table compensation.goodwill_approval (
    goodwill_id bigint      not null,
    maker_id    bigint      not null,
    approver_id bigint      not null check (approver_id <> maker_id),
    most_won    bigint      not null,
    at          timestamptz not null,
    primary key (goodwill_id, approver_id),
    foreign key (goodwill_id, maker_id) references compensation.goodwill (id, maker_id)
);

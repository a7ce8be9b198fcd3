-- A message that an administrator sent to themselves. Its four digits, typed in again, show that it arrived; the address is not kept.
create table opening.sender_test (
    id           bigint      generated always as identity primary key,
    tenant_id    bigint      not null,
    channel      text        not null,
    digits       text        not null check (digits ~ '^[0-9]{4}$'),
    outcome      text        not null,
    sent_at      timestamptz not null,
    staff_id     bigint      not null,
    arrived_at   timestamptz,
    wrong        int         not null default 0
);
create index sender_test_by_mall on opening.sender_test (tenant_id, id desc);

-- Deliveries of the months before the opening, from a file: places and times, nothing about people. They are kept so that taking the
-- file back can take back what was learned from it.
create table opening.past_file (
    id           bigint      generated always as identity primary key,
    tenant_id    bigint      not null,
    file_hash    bytea       not null check (octet_length(file_hash) = 32),
    deliveries   int         not null,
    refused      int         not null,
    taken_at     timestamptz not null,
    staff_id     bigint      not null,
    withdrawn_at timestamptz
);
create unique index past_file_once on opening.past_file (tenant_id, file_hash) where withdrawn_at is null;

create table opening.past_delivery (
    file_id        bigint      not null references opening.past_file,
    carrier        text        not null,
    origin         text        not null,
    destination    text        not null,
    ordered_at     timestamptz not null,
    handed_over_at timestamptz,
    delivered_at   timestamptz not null
);
create index past_delivery_by_file on opening.past_delivery (file_id);

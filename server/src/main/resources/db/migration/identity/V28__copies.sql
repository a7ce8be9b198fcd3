-- Links to a copy of one person's data (IDN-3): short-lived, known by a hash only. The copy itself is made when it is fetched.
create table identity.copy_link (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    tenant_id  bigint      not null,
    people     bigint[]    not null check (cardinality(people) > 0),
    staff_id   bigint,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index copy_link_by_time on identity.copy_link (expires_at);

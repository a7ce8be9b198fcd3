-- Log-ins that stand, of staff or of customers: known by the hash of a random token that only the browser has.
create table identity.login_session (
    id         bigint      generated always as identity primary key,
    token_hash bytea       not null unique check (octet_length(token_hash) = 32),
    staff_id   bigint      references identity.staff,
    person_id  bigint      references identity.person,
    tenant_id  bigint      not null references identity.mall,
    contact    bytea,
    address    text        not null,
    browser    text        not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    ends_at    timestamptz not null,
    check (num_nonnulls(staff_id, person_id) = 1)
);
create index login_session_by_staff on identity.login_session (staff_id) where staff_id is not null;
create index login_session_by_person on identity.login_session (person_id) where person_id is not null;

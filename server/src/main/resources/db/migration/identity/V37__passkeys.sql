-- Passkeys: a public key that a device keeps the other half of, and the counter by which a copy of it would be noticed (IDN-1).
-- Exactly one of the two has it. contact is what a customer had confirmed when they made it.
create table identity.passkey (
    id         bigint      generated always as identity primary key,
    staff_id   bigint      references identity.staff,
    person_id  bigint      references identity.person,
    tenant_id  bigint      not null references identity.mall,
    contact    bytea,
    credential bytea       not null unique,
    public_key bytea       not null,
    counter    bigint      not null,
    backed_up  boolean     not null,
    name       text        not null check (name <> '' and length(name) <= 40),
    made_at    timestamptz not null,
    used_at    timestamptz,
    check (num_nonnulls(staff_id, person_id) = 1)
);
create index passkey_by_staff on identity.passkey (staff_id) where staff_id is not null;
create index passkey_by_person on identity.passkey (person_id) where person_id is not null;

-- What a device has signed once is signed for once; the rest of a challenge needs no row.
create table identity.passkey_challenge (
    challenge_hash bytea       primary key,
    until          timestamptz not null
);
create index passkey_challenge_by_until on identity.passkey_challenge (until);

create or replace function identity.has_second_factor(staff bigint) returns boolean stable language sql
    set search_path = pg_catalog, pg_temp as $$
    select exists (select from identity.totp t where t.staff_id = staff and t.secret is not null)
        or exists (select from identity.passkey p where p.staff_id = staff)
$$;

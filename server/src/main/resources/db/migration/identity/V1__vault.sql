create schema if not exists identity;

create sequence identity.person_id;
create sequence identity.recipient_id;

-- IDN-2: everything personal is sealed under the person's own key; destroying wrapped_key erases the person.
create table identity.person (
    id              bigint      primary key,
    tenant_id       bigint      not null,
    external_id     text,
    wrapped_key     bytea,
    name            bytea,
    phone           bytea,
    email           bytea,
    name_index      bytea,
    phone_index     bytea,
    last_four_index bytea,
    email_index     bytea,
    locale          text        not null check (locale in ('ko', 'en')),
    created_at      timestamptz not null,
    erased_at       timestamptz,
    unique (tenant_id, external_id),
    check ((erased_at is null) = (wrapped_key is not null)),
    check (erased_at is not null or num_nulls(external_id, name, name_index) = 0),
    check (erased_at is null
        or num_nonnulls(external_id, name, phone, email, name_index, phone_index, last_four_index, email_index) = 0)
);
create index person_by_name on identity.person (name_index) where name_index is not null;
create index person_by_phone on identity.person (phone_index) where phone_index is not null;
create index person_by_last_four on identity.person (last_four_index) where last_four_index is not null;
create index person_by_email on identity.person (email_index) where email_index is not null;

create table identity.recipient (
    id         bigint      primary key,
    person_id  bigint      not null references identity.person,
    sealed     bytea       not null,
    created_at timestamptz not null
);
create index recipient_by_person on identity.recipient (person_id);

-- Who looked at whose data, where from, what, why (two years at least).
create table identity.access (
    id         bigint      generated always as identity primary key,
    person_id  bigint      not null references identity.person,
    staff_id   bigint      not null,
    staff_name text        not null,
    ip         text,
    what       text        not null,
    reason     text        not null check (reason <> ''),
    at         timestamptz not null
);
create index access_by_person on identity.access (person_id, at desc);

-- A word sealed with the master key: a start with another key is refused before it can seal anything.
create table identity.vault_check (
    only_row boolean primary key default true check (only_row),
    sealed   bytea   not null
);

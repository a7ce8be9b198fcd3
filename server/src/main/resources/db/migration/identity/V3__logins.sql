create table identity.staff (
    id         bigint      generated always as identity primary key,
    tenant_id  bigint      not null references identity.mall,
    email      text        not null unique check (email = lower(email)),
    name       text        not null check (name <> ''),
    password   text        not null,
    roles      text[]      not null
        check (roles <@ array ['AGENT', 'LEAD', 'OPERATOR', 'ADMIN'] and cardinality(roles) > 0),
    active     boolean     not null default true,
    demo       boolean     not null default false,
    created_at timestamptz not null
);

-- One-time codes (IDN-1). A row exists also when nobody has this contact, so that both look the same from outside.
create table identity.login_code (
    ticket     uuid        primary key,
    tenant_id  bigint      not null references identity.mall,
    person_id  bigint      references identity.person,
    sent_to    text        not null,
    code_hash  bytea       not null,
    tries      int         not null default 0 check (tries between 0 and 5),
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index login_code_by_issued_at on identity.login_code (issued_at);

-- How often somebody has tried something in the current stretch of time; subject is a keyed hash.
create table identity.throttle (
    kind       text        not null,
    subject    bytea       not null,
    hits       int         not null check (hits > 0),
    started_at timestamptz not null,
    primary key (kind, subject)
);
create index throttle_by_started_at on identity.throttle (started_at);

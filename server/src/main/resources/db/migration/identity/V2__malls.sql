create table identity.mall (
    tenant_id  bigint      generated always as identity primary key,
    code       text        not null unique check (code ~ '^[a-z0-9-]{2,30}$'),
    name       text        not null check (name <> ''),
    created_at timestamptz not null
);

-- Keys are 32 random bytes or more, so a plain SHA-256 of them is enough.
create table identity.api_key (
    id         bigint      generated always as identity primary key,
    tenant_id  bigint      references identity.mall,
    scope      text        not null check (scope in ('MALL', 'CARRIER', 'ADMIN')),
    key_hash   bytea       not null unique check (octet_length(key_hash) = 32),
    origin     text        not null check (origin in ('SETTINGS', 'ISSUED')),
    created_at timestamptz not null,
    revoked_at timestamptz,
    check ((scope = 'MALL') = (tenant_id is not null))
);

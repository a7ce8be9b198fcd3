-- A code is checked against its seed, so that a second browser can enter a code that somebody else asked for; then it is chosen whose orders are meant.
alter table identity.login_code add column number bigint generated always as identity;
alter table identity.login_code add column seed uuid;
alter table identity.login_code add column confirmed_at timestamptz;
alter table identity.login_code add column chosen_at timestamptz;
create index login_code_by_seed on identity.login_code (coalesce(seed, ticket));
create index login_code_by_contact on identity.login_code (contact, issued_at) where contact is not null;

-- Browsers that have logged in before; both columns are keyed hashes.
create table identity.known_device (
    subject bytea       not null,
    device  bytea       not null,
    seen_at timestamptz not null,
    primary key (subject, device)
);

-- Who must wait longer with each failure; subject is a keyed hash.
create table identity.slowing (
    kind    text        not null,
    subject bytea       not null,
    tries   int         not null check (tries >= 0),
    last_at timestamptz not null,
    next_at timestamptz not null,
    primary key (kind, subject)
);
create index slowing_by_last_at on identity.slowing (last_at);

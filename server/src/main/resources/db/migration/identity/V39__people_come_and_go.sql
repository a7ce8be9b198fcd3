-- An account that is stopped for a while: its owner has not left, but nobody enters with it.
alter table identity.staff add column locked_at timestamptz;

-- Somebody who was asked in by mail and has not come yet. The link is known by the hash of a random token, and is worth nothing once used.
create table identity.invitation (
    staff_id   bigint      primary key references identity.staff,
    token_hash bytea       not null unique check (octet_length(token_hash) = 32),
    invited_by bigint      not null references identity.staff,
    sent_at    timestamptz not null,
    ends_at    timestamptz not null check (ends_at > sent_at)
);
create index staff_by_name on identity.staff (name, id);
-- What one person did last, on their page.
create index security_log_by_staff on identity.security_log (staff_id, id desc) where staff_id is not null;

-- How the holder of a log-in showed who they are, and when last, so that what is risky can ask anew (IDN-1).
alter table identity.login_session add column way text not null default 'PASSWORD';
alter table identity.login_session add column proven_at timestamptz;
update identity.login_session
set proven_at = started_at, way = case when staff_id is null then 'CODE' else 'PASSWORD' end;
alter table identity.login_session alter column proven_at set not null;
alter table identity.login_session alter column way drop default;
alter table identity.login_session add constraint login_session_way
    check (way in ('PASSWORD', 'TOTP', 'RECOVERY', 'PASSKEY', 'CODE'));

-- Who has such a role must show two things. Administrators must as it comes; who has no second factor yet is led to it.
alter table identity.role add column second_factor boolean not null default false;
update identity.role set second_factor = true where shipped in ('PLATFORM', 'ADMIN');

-- An authenticator app: the secret it shares with us, sealed. A fresh one counts only once a code of it was right.
create table identity.totp (
    staff_id   bigint      primary key references identity.staff,
    secret     bytea,
    since      timestamptz,
    last_step  bigint      not null default 0,
    fresh      bytea,
    fresh_at   timestamptz,
    check ((secret is null) = (since is null)),
    check ((fresh is null) = (fresh_at is null))
);

-- Codes for when the app is lost, each hashed slowly and used once; its mark is in clear, so that one hash is compared and not ten.
create table identity.recovery_code (
    staff_id  bigint      not null references identity.staff,
    mark      text        not null check (length(mark) = 2),
    code_hash text        not null,
    used_at   timestamptz,
    primary key (staff_id, mark)
);

-- The password was right and the second factor is still to come. It is no log-in; only the browser has the token.
create table identity.second_step (
    token_hash bytea       primary key,
    staff_id   bigint      not null references identity.staff,
    tries      int         not null default 0 check (tries >= 0),
    begun_at   timestamptz not null,
    ends_at    timestamptz not null
);
create index second_step_by_ends_at on identity.second_step (ends_at);

create function identity.has_second_factor(staff bigint) returns boolean stable language sql
    set search_path = pg_catalog, pg_temp as $$
    select exists (select from identity.totp t where t.staff_id = staff and t.secret is not null)
$$;
create function identity.lacks_second_factor(staff bigint) returns boolean stable language sql
    set search_path = pg_catalog, pg_temp as $$
    select exists (
            select from identity.staff_role s join identity.role r on r.id = s.role_id
            where s.staff_id = staff and r.second_factor)
        and not identity.has_second_factor(staff)
$$;

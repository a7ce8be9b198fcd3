-- The account of a company's provider that a member of staff logs in with: bound by who they are there, never by an address (IDN-1).
create table identity.provider_account (
    staff_id bigint      not null references identity.staff,
    issuer   text        not null check (issuer <> '' and length(issuer) <= 500),
    subject  text        not null check (subject <> '' and length(subject) <= 255),
    bound_at timestamptz not null,
    used_at  timestamptz not null,
    primary key (staff_id, issuer),
    unique (issuer, subject)
);

-- A second factor that is asked for after the provider: whose account it was stands here until then.
alter table identity.second_step add column issuer text;
alter table identity.second_step add column subject text;
alter table identity.second_step add constraint second_step_of_provider check ((issuer is null) = (subject is null));

-- By the provider alone; and by the provider with a second factor, its own or ours.
alter table identity.login_session drop constraint login_session_way;
alter table identity.login_session add constraint login_session_way
    check (way in ('PASSWORD', 'TOTP', 'RECOVERY', 'PASSKEY', 'CODE', 'PROVIDER', 'PROVIDER_FACTOR'));

-- How a mall tells its customers; tenant 0 is the default. A route is tried from left to right, routes go side by side.
create table messaging.policy (
    tenant_id          bigint primary key,
    routes             text[] not null,
    code_routes        text[] not null,
    delay_hold_seconds int    not null check (delay_hold_seconds between 0 and 5),
    merge_minutes      int    not null check (merge_minutes between 0 and 60),
    hourly_limit       int    not null check (hourly_limit > 0),
    care_contact       text   not null
);
insert into messaging.policy values (0, '{ALIMTALK>SMS,EMAIL}', '{SMS>ALIMTALK>EMAIL}', 5, 10, 6, '배송 책임 매니저');

-- What a customer chose for information about their orders; no row means the mall's routes.
create table messaging.preference (
    person_id  bigint primary key,
    tenant_id  bigint      not null,
    language   text        not null check (language in ('ko', 'en')),
    channels   text[]      not null,
    source     text        not null,
    changed_at timestamptz not null
);

-- Consents as they were given and withdrawn, never changed; the newest of a purpose holds (MSG-2).
create table messaging.consent (
    id        bigint generated always as identity primary key,
    person_id bigint      not null,
    tenant_id bigint      not null,
    purpose   text        not null check (purpose in ('ADVERTISING', 'ADVERTISING_AT_NIGHT')),
    given     boolean     not null,
    source    text        not null,
    at        timestamptz not null
);
create index consent_by_person on messaging.consent (person_id, purpose, id desc);

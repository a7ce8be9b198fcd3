-- Who hears what: a kind with rules of a mall's own follows these, every other the rules that come with the product (MSG-7).
create table alerts.rule (
    id         bigint      generated always as identity primary key,
    tenant_id  bigint      not null,
    kind       text        not null,
    step       int         not null check (step between 0 and 2),
    audience   text        not null check (audience in ('ROLE', 'PERSON', 'DUTY', 'HOOK')),
    who        text        not null,
    bell       boolean     not null,
    mail       boolean     not null,
    duty_only  boolean     not null,
    created_at timestamptz not null,
    created_by bigint      not null,
    unique (tenant_id, kind, step, audience, who)
);

-- Who is on duty when: days are those of the Korean calendar, minutes those of the day in Seoul; past midnight belongs to the day before.
create table alerts.shift (
    id           bigint      generated always as identity primary key,
    tenant_id    bigint      not null,
    staff_id     bigint      not null,
    days         text        not null check (days in ('EVERY', 'BUSINESS', 'OFF', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN')),
    from_minute  int         not null check (from_minute between 0 and 1439),
    until_minute int         not null check (until_minute between 1 and 1440),
    created_at   timestamptz not null,
    created_by   bigint      not null,
    unique (tenant_id, staff_id, days, from_minute)
);

-- Rooms of other services that hear alerts. The address is a secret: whoever has it can write there.
create table alerts.hook (
    id          bigint      generated always as identity primary key,
    tenant_id   bigint      not null,
    name        text        not null,
    shape       text        not null check (shape in ('SLACK', 'KAKAO_WORK', 'PLAIN')),
    host        text        not null,
    url         bytea       not null,
    severity    text        not null check (severity in ('NOTE', 'SERIOUS', 'GRAVE')),
    created_at  timestamptz not null,
    created_by  bigint      not null,
    answer      text        not null default '',
    answered_at timestamptz,
    failures    int         not null default 0,
    removed_at  timestamptz
);
create index hook_of_mall on alerts.hook (tenant_id) where removed_at is null;

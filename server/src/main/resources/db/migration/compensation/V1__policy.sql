create schema if not exists compensation;

-- The compensation policy as data (BEN-1). Tenant 0 is the default for every mall without one of its own.
create table compensation.policy (
    id           bigint generated always as identity primary key,
    tenant_id    bigint      not null,
    state        text        not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    made_by      text        not null,
    activated_by text,
    active_from  timestamptz,
    check ((state = 'DRAFT') = (active_from is null)),
    check ((active_from is null) = (activated_by is null))
);
create unique index policy_active_once on compensation.policy (tenant_id) where state = 'ACTIVE';

-- A rule is met by lateness (optionally of timed slots only) or by a cause; it gives one thing.
create table compensation.rule (
    policy_id     bigint  not null references compensation.policy,
    id            text    not null check (id ~ '^[a-z0-9-]+$'),
    position      int     not null,
    late_minutes  int check (late_minutes > 0),
    timed_only    boolean not null default false,
    cause         text,
    points        bigint check (points > 0),
    point_percent int check (point_percent between 1 and 100),
    coupon_percent int check (coupon_percent between 1 and 100),
    max_discount  bigint check (max_discount > 0),
    adds          boolean not null default false,
    primary key (policy_id, id),
    unique (policy_id, position),
    check (num_nonnulls(late_minutes, cause) = 1),
    check (num_nonnulls(points, point_percent, coupon_percent) = 1),
    check ((coupon_percent is null) = (max_discount is null))
);

-- For each cause: whether it is compensated at all, and who bears it (BEN-6), in percent.
create table compensation.cause_terms (
    policy_id      bigint  not null references compensation.policy,
    cause          text    not null,
    compensated    boolean not null,
    carrier_share  int     not null check (carrier_share between 0 and 100),
    supplier_share int     not null check (supplier_share between 0 and 100),
    platform_share int     not null check (platform_share between 0 and 100),
    primary key (policy_id, cause),
    check (carrier_share + supplier_share + platform_share = 100)
);

with made as (
    insert into compensation.policy (tenant_id, state, made_by, activated_by, active_from)
    values (0, 'ACTIVE', 'default', 'default', '2026-01-01 00:00+09') returning id
), rules as (
    insert into compensation.rule (policy_id, id, position, late_minutes, timed_only, cause, points, point_percent,
                                   coupon_percent, max_discount)
    select made.id, r.* from made, (values
        ('slot-15m', 1, 15,   true,  null,      1000,       null::int, null::int, null::bigint),
        ('late-6h',  2, 360,  false, null,      null,       5,         null,      null),
        ('late-3d',  3, 4320, false, null,      null,       null,      10,        30000),
        ('lost',     4, null, false, 'LOST',    5000,       null,      null,      null),
        ('damaged',  5, null, false, 'DAMAGED', 5000,       null,      null,      null)) as r
)
insert into compensation.cause_terms (policy_id, cause, compensated, carrier_share, supplier_share, platform_share)
select made.id, c.* from made, (values
    ('STOCK',            true,    0, 50,  50),
    ('PICKING',          true,    0,  0, 100),
    ('HANDOVER',         true,   50,  0,  50),
    ('HUB_BACKLOG',      true,  100,  0,   0),
    ('LINE_HAUL',        true,  100,  0,   0),
    ('LAST_MILE',        true,  100,  0,   0),
    ('ADDRESS',          false,   0,  0, 100),
    ('WEATHER',          true,    0,  0, 100),
    ('CARRIER_DATA',     true,  100,  0,   0),
    ('LOST',             true,  100,  0,   0),
    ('DAMAGED',          true,  100,  0,   0),
    ('CUSTOMER_REQUEST', false,   0,  0, 100),
    ('UNKNOWN',          true,    0,  0, 100)) as c;

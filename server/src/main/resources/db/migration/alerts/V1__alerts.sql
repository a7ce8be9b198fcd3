create schema if not exists alerts;
-- What staff must know (MSG-7): one row for each kind and object while its cause lasts. What concerns all malls stands under mall 0.
create table alerts.alert (
    id                bigint      generated always as identity primary key,
    tenant_id         bigint      not null,
    kind              text        not null,
    severity          text        not null check (severity in ('NOTE', 'SERIOUS', 'GRAVE')),
    object            text        not null,
    subject           text        not null,
    href              text        not null,
    count             bigint      not null default 1,
    since             timestamptz not null,
    opened_at         timestamptz not null,
    last_at           timestamptz not null,
    storm_id          bigint      references alerts.alert,
    step              int         not null default 0,
    round             int         not null default 0,
    rung_at           timestamptz,
    next_at           timestamptz,
    acknowledged_at   timestamptz,
    acknowledged_id   bigint,
    acknowledged_name text,
    acknowledged_by   text        check (acknowledged_by in ('PAGE', 'LINK')),
    closed_at         timestamptz,
    check ((acknowledged_at is null) = (acknowledged_id is null)),
    check (next_at is null or (acknowledged_at is null and closed_at is null and storm_id is null))
) with (fillfactor = 80);
create unique index alert_open on alerts.alert (kind, tenant_id, object) where closed_at is null;
create index alert_bell on alerts.alert (tenant_id, kind, step)
    where closed_at is null and acknowledged_at is null and storm_id is null;
create index alert_due on alerts.alert (next_at) where next_at is not null;
create index alert_list on alerts.alert (tenant_id, id);
create index alert_closed on alerts.alert (closed_at) where closed_at is not null;
create index alert_storm on alerts.alert (storm_id) where storm_id is not null;

-- What was counted already: a fact that is delivered twice raises nothing twice.
create table alerts.occurrence (
    kind      text        not null,
    tenant_id bigint      not null,
    object    text        not null,
    key       text        not null,
    at        timestamptz not null,
    primary key (kind, tenant_id, object, key)
);
create index occurrence_at on alerts.occurrence (at);

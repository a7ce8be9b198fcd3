-- What is behind many late promises at once: a hub, a depot, a lane, a carrier, a centre, a warned province. Found anew every ten minutes; one that
-- ended stays to be read. Tenant 0: it concerns all malls. Night: of a lane, the day before its truck left. Seconds.
create table promise.situation (
    id        bigint generated always as identity primary key,
    kind      text        not null check (kind in ('HUB', 'DEPOT', 'LANE', 'CARRIER', 'CENTRE', 'AREA')),
    tenant_id bigint      not null,
    carrier   text        not null,
    place     text        not null,
    toward    text        not null,
    night     date,
    cause     text        not null,
    began_at  timestamptz not null,
    ended_at  timestamptz check (ended_at >= began_at),
    spent     bigint,
    usual     bigint,
    most      int         not null default 0
);
create unique index situation_stands_once on promise.situation (kind, tenant_id, carrier, place, toward, night)
    nulls not distinct where ended_at is null;

create table promise.situation_promise (
    promise_id   bigint primary key,
    situation_id bigint not null references promise.situation
);
create index situation_promise_by_situation on promise.situation_promise (situation_id);

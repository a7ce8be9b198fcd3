-- The two clocks before the arrival (PRM-1): ready, which is the shipment made known to its carrier, and handed over.
-- Nothing in ready_at of a parcel that goes in place of or beside another, which no cut-off planned.
alter table promise.promise add column ready_at timestamptz;

-- How delivered parcels departed, in seconds of open time, negative for before. The hand-over is told from the one that the
-- cut-off had planned; so is ready where the order waited for it, and from the order where it hurried (a tour of the same day)
-- or where the carrier comes at any time.
create table promise.departure (
    tenant_id        bigint      not null,
    lead             text        not null check (lead in ('WAITS', 'HURRIES', 'ANY_TIME')),
    ready_seconds    bigint      not null,
    handover_seconds bigint,
    delivered_at     timestamptz not null
);
create index departure_by_time on promise.departure (delivered_at);

-- What was learned from them, for each mall and for all of them (tenant 0).
create table promise.departure_time (
    tenant_id  bigint not null,
    lead       text   not null check (lead in ('WAITS', 'HURRIES', 'ANY_TIME')),
    moment     text   not null check (moment in ('READY', 'HANDOVER')),
    parcels    bigint not null check (parcels >= 0),
    q10        bigint not null,
    q50        bigint not null check (q50 >= q10),
    q90        bigint not null check (q90 >= q50),
    learned_at timestamptz,
    primary key (tenant_id, lead, moment),
    check ((parcels = 0) = (learned_at is null))
);

-- What holds before there is any history: what waits is ready between morning and afternoon, what hurries within three hours,
-- tours come an hour early to two hours late; where carriers come at any time, two days from the order to the hand-over. Hours.
insert into promise.departure_time (tenant_id, lead, moment, parcels, q10, q50, q90)
select 0, v.lead, v.moment, 0, v.q10 * 3600, v.q50 * 3600, v.q90 * 3600
from (values ('WAITS', 'READY', -9, -6, -2), ('WAITS', 'HANDOVER', -1, 0, 2),
             ('HURRIES', 'READY', 0.5, 1.5, 3), ('HURRIES', 'HANDOVER', -1, 0, 2),
             ('ANY_TIME', 'READY', 4, 24, 72), ('ANY_TIME', 'HANDOVER', 12, 48, 120)) as v (lead, moment, q10, q50, q90);

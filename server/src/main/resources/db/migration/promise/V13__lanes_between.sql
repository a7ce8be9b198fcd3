-- What holds before there is any history, kept apart from what was learned over it: next-day parcel delivery as Korea knows it.
create table promise.lane_default (
    destination text   not null,
    stage       text   not null,
    q10         bigint not null check (q10 >= 0),
    q50         bigint not null check (q50 >= q10),
    q90         bigint not null check (q90 >= q50),
    primary key (destination, stage)
);

insert into promise.lane_default (destination, stage, q10, q50, q90)
select v.destination, v.stage, v.q10 * 3600, v.q50 * 3600, v.q90 * 3600
from (values
    ('*', 'ORDERED', 16, 21, 26), ('*', 'PICKED_UP', 16, 21, 26), ('*', 'IN_TRANSIT', 10, 15, 22),
    ('*', 'OUT_FOR_DELIVERY', 1, 5, 10), ('*', 'HELD', 24, 36, 60), ('*', 'ATTEMPTED', 20, 25, 32),
    ('제주', 'ORDERED', 40, 45, 52), ('제주', 'PICKED_UP', 40, 45, 52), ('제주', 'IN_TRANSIT', 16, 36, 46)
) as v (destination, stage, q10, q50, q90);

-- The lane table as the deliveries of a time teach it: five groupings in one pass over the outcomes. Seconds of open time.
create function promise.lanes_between(from_time timestamptz, until_time timestamptz)
    returns table (carrier text, origin text, destination text, stage text, deliveries bigint,
                   q10 bigint, q50 bigint, q90 bigint)
    language sql stable
begin atomic
    select coalesce(o.carrier, '*'), coalesce(o.origin, '*'), coalesce(o.destination, '*'), o.stage, count(*),
           percentile_disc(0.1) within group (order by o.open_seconds),
           percentile_disc(0.5) within group (order by o.open_seconds),
           percentile_disc(0.9) within group (order by o.open_seconds)
    from promise.outcome o
    where o.delivered_at >= from_time and o.delivered_at < until_time
    group by grouping sets ((o.carrier, o.origin, o.destination, o.stage), (o.origin, o.destination, o.stage),
                            (o.destination, o.stage), (o.carrier, o.stage), (o.stage))
    having count(*) >= 20;
end;

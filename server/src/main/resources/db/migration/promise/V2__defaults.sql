-- What holds before there is any history: next-day parcel delivery as Korea knows it. Hours of open time.
insert into promise.lane (carrier, origin, destination, stage, deliveries, q10, q50, q90, version)
select '*', '*', v.destination, v.stage, 0, v.q10 * 3600, v.q50 * 3600, v.q90 * 3600, 0
from (values
    ('*', 'ORDERED', 16, 21, 26), ('*', 'PICKED_UP', 16, 21, 26), ('*', 'IN_TRANSIT', 10, 15, 22),
    ('*', 'OUT_FOR_DELIVERY', 1, 5, 10), ('*', 'HELD', 24, 36, 60), ('*', 'ATTEMPTED', 20, 25, 32),
    ('제주', 'ORDERED', 40, 45, 52), ('제주', 'PICKED_UP', 40, 45, 52), ('제주', 'IN_TRANSIT', 16, 36, 46)
) as v (destination, stage, q10, q50, q90);

insert into promise.carrier_calendar
    (carrier, closed_on_sunday, closed_on_holiday, tour_leaves, delivers_from, delivers_until)
values
    ('kr.cjlogistics', false, false, '13:00', '10:00', '20:00'),
    ('kr.hanjin', true, true, '13:00', '10:00', '20:00'),
    ('kr.lotte', true, true, '13:00', '10:00', '20:00'),
    ('kr.epost', true, true, '13:00', '10:00', '19:00'),
    ('kr.logen', true, true, '13:00', '10:00', '20:00');

insert into promise.cutoff (tenant_id, order_by, fetched_at) values (0, '14:00', '18:00');

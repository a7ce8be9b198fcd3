-- A province's islands are areas of their own: a ferry takes a parcel there after its hub, and waits for the weather. Hours of
-- open time until deliveries there teach better ones.
insert into promise.lane_default (destination, stage, q10, q50, q90)
select area || ' 도서', v.stage, v.q10 * 3600, v.q50 * 3600, v.q90 * 3600
from unnest(array['인천', '충남', '경북', '부산', '경남', '전북', '전남', '제주']) as a (area)
cross join (values ('ORDERED', 40, 66, 96), ('PICKED_UP', 40, 66, 96), ('IN_TRANSIT', 16, 44, 76)) as v (stage, q10, q50, q90);

insert into promise.lane (carrier, origin, destination, stage, deliveries, q10, q50, q90, version)
select '*', '*', destination, stage, 0, q10, q50, q90, 0 from promise.lane_default where destination like '% 도서';

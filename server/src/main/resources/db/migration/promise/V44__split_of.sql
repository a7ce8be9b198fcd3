-- Which promise a part was split from, or comes in place of, and since when: what was given for the whole by then was given for the part too.
alter table promise.promise add column split_of bigint, add column split_at timestamptz, add check ((split_of is null) = (split_at is null));

-- Parts that were split from an order already late have the delay of the whole; their parcels were registered then.
update promise.promise p set split_of = first.id, split_at = p.ready_at
from (select order_id, found_at, min(id) as id from promise.promise where found_at is not null group by order_id, found_at) first
where p.order_id = first.order_id and p.found_at = first.found_at and p.id > first.id and p.ready_at > p.found_at;

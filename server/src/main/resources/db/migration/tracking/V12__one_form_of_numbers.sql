-- Numbers that were stored before every way in gave them one form (TRK-1): upper case, and nothing between the characters.
create function tracking.one_form(number text) returns text language sql immutable as $$
    select upper(regexp_replace(normalize(number, NFKC),
        '[[:space:][:cntrl:]\u00ad\u061c\u180e\u200b-\u200f\u2010-\u2015\u2028-\u202f\u2060-\u206f\u2212\ufeff-]', '', 'g'))
$$;

-- Two parcels that turned out to have one number: the one keeps it, the other lets go of it, and staff see both.
create table tracking.number_collision (
    id              bigint generated always as identity primary key,
    tenant_id       bigint      not null,
    carrier         text        not null,
    tracking_number text        not null,
    kept_id         bigint      not null references tracking.shipment (id),
    retired_id      bigint      not null references tracking.shipment (id),
    written_as      text        not null,
    found_at        timestamptz not null default now(),
    seen_at         timestamptz,
    seen_by         bigint,
    check ((seen_at is null) = (seen_by is null))
);
create index number_collision_open on tracking.number_collision (tenant_id) where seen_at is null;

-- Whoever was scanned keeps the number, else whoever had it first.
with claims as (
    select id, tenant_id, carrier, tracking_number, tracking.one_form(tracking_number) as number,
           first_value(id) over (
               partition by carrier, tracking.one_form(tracking_number)
               order by scan_count = 0, id) as kept_id
    from tracking.shipment where retired_at is null
)
insert into tracking.number_collision (tenant_id, carrier, tracking_number, kept_id, retired_id, written_as)
select tenant_id, carrier, number, kept_id, id, tracking_number from claims where id <> kept_id order by id;

update tracking.shipment s set retired_at = c.found_at, version = version + 1
from tracking.number_collision c where s.id = c.retired_id;

delete from tracking.watch w using tracking.number_collision c where w.shipment_id = c.retired_id;

update tracking.shipment set tracking_number = tracking.one_form(tracking_number), version = version + 1
where tracking_number <> tracking.one_form(tracking_number);
update tracking.watch set tracking_number = tracking.one_form(tracking_number)
where tracking_number <> tracking.one_form(tracking_number);
update tracking.raw_answer set tracking_number = tracking.one_form(tracking_number)
where tracking_number <> tracking.one_form(tracking_number);
update tracking.unknown_code set tracking_number = tracking.one_form(tracking_number)
where tracking_number <> tracking.one_form(tracking_number);

-- The same scan parked under two writings of one number is one scan.
delete from tracking.parked_scan p using tracking.parked_scan q
where tracking.one_form(p.tracking_number) = tracking.one_form(q.tracking_number) and p.carrier = q.carrier
  and p.hash = q.hash and p.caller_tenant = q.caller_tenant and p.id > q.id;
update tracking.parked_scan set tracking_number = tracking.one_form(tracking_number)
where tracking_number <> tracking.one_form(tracking_number);

-- What was parked because its number was written otherwise than its parcel's is applied now.
delete from tracking.unparking;
insert into tracking.unparking (carrier, tracking_number)
select distinct p.carrier, p.tracking_number
from tracking.parked_scan p
join tracking.shipment s on s.carrier = p.carrier and s.tracking_number = p.tracking_number and s.retired_at is null
where p.why = 'UNKNOWN_SHIPMENT' and p.caller_tenant in (0, s.tenant_id);

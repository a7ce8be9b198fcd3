-- A code that one mall has looked at still alarms the others: one mall's staff decide nothing for all malls.
create table tracking.unknown_code_seen (
    code_id   bigint      not null references tracking.unknown_code (id) on delete cascade,
    tenant_id bigint      not null,
    seen_at   timestamptz not null,
    seen_by   bigint      not null,
    primary key (code_id, tenant_id)
);

insert into tracking.unknown_code_seen (code_id, tenant_id, seen_at, seen_by)
select c.id, s.tenant_id, c.seen_at, c.seen_by
from tracking.unknown_code c cross join (select distinct tenant_id from tracking.shipment) s
where c.seen_at is not null;

alter table tracking.unknown_code drop constraint unknown_code_seen, drop column seen_at, drop column seen_by;

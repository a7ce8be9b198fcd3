create schema if not exists calendar;

-- Days that people declared beside the table of public holidays: temporary holidays, days without parcels, a carrier's or a
-- mall's own. Who, when and why; withdrawn, never deleted. "open" is a day on which they work although they would rest.
create table calendar.declared_day (
    id           bigint      generated always as identity primary key,
    day          date        not null,
    scope        text        not null check (scope in ('NATION', 'CARRIERS', 'CARRIER', 'MALL')),
    carrier      text        check (length(carrier) between 1 and 40),
    tenant_id    bigint,
    open         boolean     not null,
    name         text        not null check (length(name) between 1 and 40),
    reason       text        not null check (length(reason) between 1 and 200),
    staff_id     bigint      not null,
    declared_at  timestamptz not null,
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    check ((scope = 'CARRIER') = (carrier is not null)),
    check ((scope = 'MALL') = (tenant_id is not null)),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index declared_day_holds on calendar.declared_day (day, scope, coalesce(carrier, ''), coalesce(tenant_id, 0))
    where withdrawn_at is null;

create function calendar.refuse_deletion() returns trigger language plpgsql as $$
begin
    raise exception 'a declared day is withdrawn, not deleted';
end $$;
create trigger declared_day_stays before delete on calendar.declared_day
    for each row execute function calendar.refuse_deletion();

-- What a look was: in the clear, refused since it was one too many, a search by phone or mail, or the person's own download.
alter table identity.access add column kind text not null default 'REVEAL'
    check (kind in ('REVEAL', 'REFUSED', 'SEARCH', 'OWN'));
alter table identity.access alter column kind drop default;
update identity.access set kind = 'OWN' where staff_id is null;
-- A search that finds nobody is a search too.
alter table identity.access alter column person_id drop not null;
alter table identity.access add column tenant_id bigint;
update identity.access a set tenant_id = p.tenant_id from identity.person p where p.id = a.person_id and a.staff_id is not null;
create index access_by_staff on identity.access (staff_id, at) where kind = 'REVEAL';
create index access_by_mall on identity.access (tenant_id, id);
create index access_refused on identity.access (tenant_id, at) where kind = 'REFUSED';

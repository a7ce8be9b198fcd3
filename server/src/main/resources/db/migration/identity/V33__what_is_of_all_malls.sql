-- Switches that act on all malls need this role beside any other; the administrators of the first mall had them until now.
alter table identity.staff drop constraint staff_roles_check;
alter table identity.staff add constraint staff_roles_check
    check (roles <@ array ['AGENT', 'LEAD', 'OPERATOR', 'ADMIN', 'PLATFORM'] and cardinality(roles) > 0);
update identity.staff set roles = roles || 'PLATFORM'::text
where 'ADMIN' = any (roles) and tenant_id = (select min(tenant_id) from identity.mall);

-- A key of one carrier speaks of that carrier's parcels only; one without speaks of all, as those of before do.
alter table identity.api_key add column carrier text;
alter table identity.api_key add constraint api_key_carrier check (carrier is null or scope = 'CARRIER');

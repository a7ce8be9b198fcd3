-- A notice that no outside way led to: no mobile number and no mail address, or every way failed. Staff see how many there are.
alter table messaging.notice add column unreached boolean not null default false;
create index notice_unreached on messaging.notice (tenant_id, told_at) where unreached;

-- Figures of deliveries are each mall's own.
alter table messaging.delivery add column tenant_id bigint;
update messaging.delivery d set tenant_id = n.tenant_id from messaging.notice n where n.id = d.notice_id;
alter table messaging.delivery alter column tenant_id set not null;
